//! `crossread story`: several articles as one story, the claims that two or more of them tell.

use std::io::Write;

use crossread_export::Story;

use crate::args::{StoryArgs, StoryFormat, scope};
use crate::failure::Failure;
use crate::input::{Input, all};
use crate::{Ended, Outcome, document, terminal};

pub(crate) fn run(args: &StoryArgs) -> Ended {
    let inputs = all(&args.files, args.how.lang.as_deref())?;
    if inputs.len() < 2 {
        return Err(Failure::Usage(format!(
            "a story takes two articles or more, and was given {}\n  to mend it: name more files, or a folder of them",
            inputs.len()
        )));
    }
    let readings: Vec<_> = inputs.iter().map(Input::reading).collect();
    let sides: Vec<_> = inputs
        .iter()
        .zip(&readings)
        .map(|(input, reading)| input.side(reading))
        .collect();
    let options = args.how.options(args.min_words, scope(args.full));
    let story = Story::new(&sides, options);
    if args.json || args.format == StoryFormat::Json {
        document::put(&story.json())?;
    } else {
        let mut out = anstream::stdout().lock();
        out.write_all(terminal::story(&story).as_bytes())?;
        out.flush()?;
    }
    Ok(Outcome::Done)
}
