//! `crossread story`: several articles as one story, the claims that two or more of them tell.

use std::io::Write;

use crossread_engine::Reading;
use crossread_engine::story as engine;
use crossread_export::Story;
use rayon::prelude::*;

use crate::args::StoryArgs;
use crate::collected::{Collected, collect};
use crate::failure::Failure;
use crate::input::Input;
use crate::pairs::{pairs, told};
use crate::{Ended, document, links, terminal};

pub(crate) fn run(args: &StoryArgs) -> Ended {
    let Collected { inputs, ended } = collect(&args.articles.files, args.comparing.lang())?;
    if inputs.len() < 2 {
        return Err(Failure::Usage(format!(
            "a story needs two or more articles, and was given {}\n  to fix it: name more files, or a folder of them",
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
    let by_hand = match &args.links {
        Some(path) => links::read(path, &sides)?,
        None => Vec::new(),
    };
    // Pairs with links by hand are compared, even if the index does not propose them.
    let linked = by_hand.iter().map(|one| (one.0, one.1));
    let linked: Vec<_> = linked.filter(|pair| !pairs.contains(pair)).collect();
    let pairs: Vec<_> = pairs.into_iter().chain(linked).collect();
    let compared = |&(a, b): &(u32, u32)| {
        let of_two = links::of(&by_hand, (a, b));
        engine::Story::compared(&read, (a as usize, b as usize), options, &of_two)
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
