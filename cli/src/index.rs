//! `crossread index`: many articles in one file, with an index to find similar ones.

use crossread_export::words::counted;
use crossread_index::{Fingerprint, saved};
use crossread_library::shown::Shown;
use rayon::prelude::*;

use crate::Ended;
use crate::args::IndexArgs;
use crate::collected::{Collected, collect};
use crate::failure::Failure;
use crate::input::Input;
use crate::lines::Line;
use crate::output::whole;

pub(crate) fn run(args: &IndexArgs) -> Ended {
    let Collected { inputs, ended } = collect(&args.articles.files, args.language.tag())?;
    if inputs.is_empty() {
        return Err(Failure::Usage(
            "there is no article to put into an index\n  to fix it: name files, or a folder of them".into(),
        ));
    }
    let known = |input: &Input| {
        let record = serde_json::to_vec(&Line::of(input));
        record.map(|record| (Fingerprint::of(&input.reading()), record))
    };
    let known = inputs.par_iter().map(known).collect::<Result<Vec<_>, _>>();
    let (prints, records): (Vec<_>, Vec<_>) =
        known.map_err(std::io::Error::from)?.into_iter().unzip();
    whole(&args.out, |out| saved::write(out, &prints, &records))?;
    let articles = counted(records.len(), "article", "articles");
    let out = args.out.to_string_lossy();
    anstream::eprintln!("crossread: {articles} in {}", Shown(&out));
    Ok(ended)
}
