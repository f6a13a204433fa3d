//! `crossread story`: several articles as one story, the claims that two or more of them tell.

use std::io::Write;

use crossread_engine::story as engine;
use crossread_engine::{HandLinks, Reading};
use crossread_export::Story;
use rayon::prelude::*;

use crate::args::StoryArgs;
use crate::collected::{Collected, collect};
use crate::failure::Failure;
use crate::input::Input;
use crate::pairs::{pairs, told};
use crate::{Ended, document, terminal};

pub(crate) fn run(args: &StoryArgs) -> Ended {
    let Collected { inputs, ended } = collect(&args.articles.files, args.comparing.lang())?;
    if inputs.len() < 2 {
        return Err(Failure::Usage(format!(
            "a story takes two articles or more, and was given {}\n  to mend it: name more files, or a folder of them",
            inputs.len()
        )));
    }
    let readings: Vec<Reading> = inputs.par_iter().map(Input::reading).collect();
    let sides: Vec<_> = inputs
        .iter()
        .zip(&readings)
        .map(|(input, reading)| input.side(reading))
        .collect();
    let options = args.comparing.options();
    let (pairs, passed_over) = pairs(&readings, args.exhaustive);
    told(pairs.len(), passed_over);
    let read: Vec<_> = sides.iter().map(|side| (side.reading, side.text)).collect();
    let by_hand = HandLinks::default();
    let compared = |&(a, b): &(u32, u32)| {
        engine::Story::compared(&read, (a as usize, b as usize), options, &by_hand)
    };
    let compared: Vec<_> = pairs.par_iter().map(compared).collect();
    let story = Story::of(&sides, options, &engine::Story::of(&read, compared));
    if args.form.is_json() {
        document::put(&story.json())?;
    } else {
        let mut out = anstream::stdout().lock();
        out.write_all(terminal::story(&story).as_bytes())?;
        out.flush()?;
    }
    Ok(ended)
}
