//! `crossread check`: what the site's build would say about a folder of articles.

use std::io::Write;

use crossread_export::words::counted;
use crossread_library::files;

use crate::args::CheckArgs;
use crate::failure::Failure;
use crate::{Ended, Outcome};

pub(crate) fn run(args: &CheckArgs) -> Ended {
    if !args.dir.is_dir() {
        // Says whether it is missing, not readable, or a file.
        let problems = files::read_dir(&args.dir).problems;
        return Err(Failure::Input(problems));
    }
    let report = files::check_dir(&args.dir);
    let mut out = std::io::stdout().lock();
    for problem in &report.problems {
        writeln!(out, "{problem}")?;
    }
    let articles = counted(report.articles.len(), "article", "articles");
    let faults = counted(report.problems.len(), "fault", "faults");
    if report.is_sound() {
        writeln!(out, "{articles}, no faults")?;
    } else {
        writeln!(out, "{articles} without fault; {faults}")?;
    }
    out.flush()?;
    Ok(if report.is_sound() {
        Outcome::Done
    } else {
        Outcome::Faults
    })
}
