//! `crossread compare`: two articles, one report, in the format asked for.

use std::io::Write;

use crossread_engine::{Scope, compare};
use crossread_export::{Origin, csv, html, json, markdown, report};

use crate::args::{CompareArgs, Format, scope};
use crate::failure::Failure;
use crate::input::{Input, STDIN};
use crate::{Ended, Outcome, document, jsonl, terminal};

/// The default of the shortest passage, in words. With `--jsonl` it is longer, since stock phrases of five words
/// would hide reused text.
const MIN_WORDS: u8 = 5;
const MIN_WORDS_JSONL: u8 = 8;

pub(crate) fn run(args: &CompareArgs) -> Ended {
    let tag = args.how.lang();
    if args.jsonl {
        let (least, scope) = if args.figures {
            (MIN_WORDS, Scope::Own)
        } else {
            (MIN_WORDS_JSONL, Scope::Full)
        };
        let options = args.how.options(args.min_words.unwrap_or(least), scope);
        let tally = jsonl::answer(
            std::io::stdin().lock(),
            std::io::stdout().lock(),
            options,
            tag,
            args.figures,
        )?;
        return Ok(if tally.faults == 0 {
            Outcome::Done
        } else {
            Outcome::Faults
        });
    }
    let (Some(a), Some(b)) = (&args.a, &args.b) else {
        return Err(Failure::Usage("expected two articles".into()));
    };
    if a == STDIN && b == STDIN {
        return Err(Failure::Usage(
            "standard input can be one of the two articles, not both\n  to fix it: give a file for the other".into(),
        ));
    }
    let (a, b) = (Input::read(a, tag)?, Input::read(b, tag)?);
    let (reading_a, reading_b) = (a.reading(), b.reading());
    let options = args
        .how
        .options(args.min_words.unwrap_or(MIN_WORDS), scope(args.full));
    let found = compare(&reading_a, &reading_b, options);
    let report = report(a.side(&reading_a), b.side(&reading_b), &found);

    match args.format {
        Format::Text => {
            // Through the filter that drops colours if they are not wanted.
            let mut out = anstream::stdout().lock();
            out.write_all(terminal::text(&report).as_bytes())
                .and_then(|()| out.flush())
        }
        Format::Json => document::put(&json(&report)),
        Format::Markdown => document::put(&markdown(&report, &Origin::default())),
        Format::Html => document::put(&html(&report, &Origin::default())),
        Format::Csv => document::put(&csv(&report)),
    }?;
    Ok(Outcome::Done)
}
