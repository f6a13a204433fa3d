//! `crossread facts`: what one article says, by slot, and who is quoted with what.

use std::io::Write;

use crossread_engine::facts::{Slot, own, unsought};
use crossread_export::make::slot;
use crossread_export::offsets::Offsets;
use crossread_export::report::{At, Slot as Written};
use crossread_library::shown::steers;
use crossread_wording::facts::slot as name;
use crossread_wording::words::{list, shortened};
use serde::Serialize;

use crate::args::FactsArgs;
use crate::input::Input;
use crate::{Ended, Outcome, document};

/// What is written as JSON.
#[derive(Debug, Serialize)]
struct Told {
    /// The version of the format.
    crossread: u32,
    facts: Vec<Fact>,
    quotations: Vec<Quotation>,
    /// The slots that were not looked for in the article's language.
    not_looked_for: Vec<Written>,
}

#[derive(Debug, Serialize)]
struct Fact {
    sentence: u32,
    slot: Written,
    at: At,
}

#[derive(Debug, Serialize)]
struct Quotation {
    sentence: u32,
    at: At,
    source: Option<At>,
}

pub(crate) fn run(args: &FactsArgs) -> Ended {
    let input = Input::read(&args.file, args.language.tag())?;
    let reading = input.reading();
    let text = &*input.text;
    let (facts, quoted) = own(text, &reading);
    let missing = unsought(reading.lang);
    if args.form.is_json() {
        let offsets = Offsets::new(text);
        let at =
            |span: crossread_engine::Span| [offsets.scalars(span.start), offsets.scalars(span.end)];
        let facts = facts.iter().map(|fact| Fact {
            sentence: fact.sentence,
            slot: slot(fact.slot),
            at: at(fact.span),
        });
        let quotations = quoted.iter().map(|quoted| Quotation {
            sentence: quoted.sentence,
            at: at(quoted.quotation),
            source: quoted.source.map(at),
        });
        let told = Told {
            crossread: crossread_export::VERSION,
            facts: facts.collect(),
            quotations: quotations.collect(),
            not_looked_for: missing.iter().map(|&missing| slot(missing)).collect(),
        };
        document::put_json(&told)?;
        return Ok(Outcome::Done);
    }
    let mut out = anstream::stdout().lock();
    let one_line = |span: crossread_engine::Span| {
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        // Control characters are replaced.
        let shown = shortened(&words.join(" "), 100);
        shown.replace(steers, "\u{FFFD}")
    };
    for wanted in Slot::ALL {
        let mut said = facts.iter().filter(|fact| fact.slot == wanted).peekable();
        if said.peek().is_none() {
            continue;
        }
        writeln!(out, "{}", name(wanted))?;
        for fact in said {
            writeln!(out, "{:>5}  {}", fact.sentence + 1, one_line(fact.span))?;
        }
    }
    if !quoted.is_empty() {
        writeln!(out, "who is quoted")?;
    }
    for quoted in &quoted {
        let source = quoted
            .source
            .map_or_else(|| "speaker not named".to_owned(), one_line);
        writeln!(
            out,
            "{:>5}  {source}: {}",
            quoted.sentence + 1,
            one_line(quoted.quotation)
        )?;
    }
    if !missing.is_empty() {
        let missing: Vec<String> = missing
            .iter()
            .map(|&missing| name(missing).to_owned())
            .collect();
        writeln!(
            out,
            "In this article’s language, not looked for: {}.",
            list(&missing)
        )?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}
