//! Weighs the built site: prints a table of its files and sizes, and checks the budget of each kind of visit.

use crate::answers::{self, BEFORE};
use crate::host;
use crate::site;
use crate::tools;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use xshell::cmd;

/// The budget of the first load without fonts, in kilobytes of 1000 bytes, compressed by brotli at its best level.
/// What was measured and tried is in ARCHITECTURE.md ("Weight").
const FIRST_LOAD_KB: f64 = 190.0;
/// The budget of what the first comparison adds: the program that compares English texts, and align.js.
const COMPARISON_KB: f64 = 220.0;
/// The budget of what is worked out for two shipped articles: what stands of them before the program has come, and the answer,
/// which a link to them fetches instead of the program that compares.
const PAIR_KB: f64 = 6.0;
/// The budget of the script that draws that, and of what opens under a match, for a link to one.
const DRAWN_KB: f64 = 5.0;
/// The budget of the heavy worker, fetched on first use: the program above with every language and documents. It was 272 KB
/// before documents had links by hand, and before dates and places were compared by meaning. In KB: a story's numbers that refer
/// to another sentence, and its quotations by speaker, add 8; the page about two texts without a match, 6; telling apart
/// speakers with the same surname, 0.5; noun phrases as the topics of differences, 2; settling the facts of all matches with
/// each other, and the names of a story's claims, 4.
const FIRST_USE_KB: f64 = 311.0;
/// The budget of the importer, which is fetched when a reader first opens a file or pastes rich text. It was 585 KB before
/// it read the encodings of fonts embedded in PDFs, e-mails and subtitles, and the dates and asides of more saved pages;
/// 616 with these; 623 since it reads the lines above a plain text; up to 12 more for Rich Text, e-books, feeds and
/// archives; and 7 for more places where pages write their titles and dates, and the widths of a PDF's standard fonts.
const IMPORT_KB: f64 = 645.0;
/// The budget of the page's program with the reader's own texts and with stories of several articles. It was 216 KB before it
/// read the lines above a pasted text (the importer's `head`) and kept two tabs from overwriting each other's words, and 279 with
/// these. A few more came with many files on one screen; with names, colours and differences at the top of the compare page; with
/// a story as a table of answers, with all pairs at a glance and one article with the others in its margin; with the page about
/// two texts without a match; and with own texts in the library's table of pairs. The story's stylesheet, 3, was part of a first
/// load before. Names that a reader gives to a story's rows, columns that fold, agencies and the order in time add 14; pages that
/// a press brings, with the bookmark's script, 8; the articles of a static collection, and drafts that no tab takes from another, 3;
/// modules with an absent twin instead of conditions inside functions, 1.
const OWN_KB: f64 = 350.0;
/// What shows a static collection, fetched where one is opened: with what a first load has without the program.
const SET_KB: f64 = 6.0;
/// The budget of the fonts, which are compressed already.
const FONTS_KB: f64 = 60.0;
/// Files that a first visit does not download: pictures for link previews and home screens, the favicon for browsers
/// without SVG, licences, the scripts that draw QR codes. Every other file counts.
const LATER: [&str; 10] = [
    "licences.html",
    "qr.js",
    "lean-qr.js",
    "og.png",
    "touch-icon.png",
    "favicon.png",
    "fonts/OFL.txt",
    "icons/192.png",
    "icons/512.png",
    "icons/maskable.png",
];
/// The site's other page and its own stylesheet. They are not part of a first load, but kept for offline use as early.
const PAGE: [&str; 2] = ["how.html", "how.css"];
/// The files that keep the site for offline use, which a first visit downloads once the page is complete, and their budget.
/// They were 3.9 before they waited for the program, which comes after the first page.
const OFFLINE: [&str; 3] = ["sw.js", "offline.js", "manifest.webmanifest"];
const OFFLINE_KB: f64 = 4.0;

/// The ending of the files with what opens under a match.
const HELD: &str = ".held.json";

/// The group to which a file counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Fetched by the library page at once.
    FirstLoad,
    /// Fetched in addition by the first comparison.
    Comparison,
    /// The computed answer, fetched instead by a link to two shipped articles.
    Answer,
    /// A link to two shipped articles fetches it before the program.
    Before,
    /// The script that draws that and, for a link to a match, what opens under it; the largest of these files.
    Drawn,
    /// Fetched on first use: other languages, documents.
    FirstUse,
    /// Fetched when a reader first opens a file or pastes rich text.
    Import,
    /// Fetched instead of the page's program when own texts are needed.
    Own,
    /// Fetched where a static collection is opened.
    Set,
    Offline,
    Font,
    Page,
    Later,
}

/// One file of the site.
struct Weight {
    /// The path under the site's folder, separated by `/`.
    name: String,
    part: Part,
    /// In bytes.
    raw: usize,
    /// In bytes; a file that is already compressed counts as it is.
    brotli: usize,
}

/// Prints the table for `dist/`.
///
/// # Errors
/// If there is no built site, or a budget is overrun.
pub fn run() -> Result<(), String> {
    let dist = site::dist();
    let mut files = Vec::new();
    walk(&dist, &mut files).map_err(|error| {
        format!(
            "{}: {error}; `cargo xtask build` builds the site",
            dist.display()
        )
    })?;
    let weights = weigh(&dist, &files)?;
    let (table, over) = report(weights);
    println!("{table}");
    if over.is_empty() {
        Ok(())
    } else {
        Err(over.join("; "))
    }
}

/// All files in a folder and its subfolders.
pub fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?
        } else {
            files.push(path)
        }
    }
    Ok(())
}

/// The files below `dist` with their sizes.
fn weigh(dist: &Path, files: &[PathBuf]) -> Result<Vec<Weight>, String> {
    let (packed, rest): (Vec<&PathBuf>, Vec<&PathBuf>) =
        files.iter().partition(|file| is_packed(file));
    let weight = |file: &Path, brotli: Option<usize>| {
        let raw = fs::metadata(file)
            .map_err(|error| format!("{}: {error}", file.display()))?
            .len() as usize;
        let name = file
            .strip_prefix(dist)
            .unwrap_or(file)
            .to_string_lossy()
            .replace('\\', "/");
        Ok(Weight {
            part: part(&name),
            name,
            raw,
            brotli: brotli.unwrap_or(raw),
        })
    };
    let sizes = brotli_sizes(&rest)?;
    let rest = rest
        .into_iter()
        .zip(sizes)
        .map(|(file, size)| weight(file, Some(size)));
    let packed = packed.into_iter().map(|file| weight(file, None));
    rest.chain(packed).collect()
}

/// Whether a file is compressed by its format, so that hosts send it as it is.
fn is_packed(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("woff2" | "png"))
}

fn part(name: &str) -> Part {
    if LATER.contains(&name) {
        Part::Later
    } else if name.starts_with("crossread-light-") || name == "align.js" {
        Part::Comparison
    } else if name.starts_with(answers::FOLDER) {
        Part::Answer
    } else if name == "pair.js" || name.starts_with(BEFORE) && name.ends_with(HELD) {
        Part::Drawn
    } else if name.starts_with(BEFORE) {
        Part::Before
    } else if name.starts_with("crossread-own-") || name == "own.css" {
        Part::Own
    } else if matches!(name, "set.js" | "set.css") {
        Part::Set
    } else if name.starts_with("crossread-heavy-") {
        Part::FirstUse
    } else if name.starts_with("crossread-import-") {
        Part::Import
    } else if OFFLINE.contains(&name) {
        Part::Offline
    } else if PAGE.contains(&name) {
        Part::Page
    } else if name.ends_with(".woff2") {
        Part::Font
    } else {
        Part::FirstLoad
    }
}

/// Whether a first visit does not load the file: it is large and needed by few, or one of many.
pub fn comes_later(name: &str) -> bool {
    matches!(
        part(name),
        Part::Answer | Part::FirstUse | Part::Import | Part::Later
    )
}

/// The sizes that brotli's best setting gives, in bytes, in the order of the files.
fn brotli_sizes(files: &[&PathBuf]) -> Result<Vec<usize>, String> {
    tools::node()?;
    let script = include_str!("packed.mjs");
    let node = cmd!(
        host::shell(),
        "node --input-type=module --eval {script} -- {files...}"
    );
    let printed = host::output(node).ok_or("Node.js could not compress the site's files")?;
    sizes(&printed, files.len())
}

/// Reads the sizes of that many files, one per line.
fn sizes(printed: &str, files: usize) -> Result<Vec<usize>, String> {
    let sizes: Vec<usize> = printed
        .lines()
        .filter_map(|line| line.parse().ok())
        .collect();
    if sizes.len() == files {
        Ok(sizes)
    } else {
        Err(format!("Node.js weighed {} of {files} files", sizes.len()))
    }
}

/// The table, and a sentence for each part that is over its budget.
fn report(mut weights: Vec<Weight>) -> (String, Vec<String>) {
    one_pair(&mut weights, &[Part::Answer, Part::Before]);
    one_pair(&mut weights, &[Part::Drawn]);
    weights.sort_by_key(|weight| (weight.part as u8, std::cmp::Reverse(weight.brotli)));
    let width = weights
        .iter()
        .map(|weight| weight.name.len())
        .max()
        .unwrap_or(0)
        .max(28);
    let mut table = format!(
        "{:width$} {:>9} {:>9}  (KB of 1000 bytes)\n",
        "file", "raw", "brotli"
    );
    for weight in &weights {
        let note = match weight.part {
            Part::FirstLoad | Part::Font => "",
            Part::Comparison => "  with the first comparison",
            Part::Answer | Part::Before | Part::Drawn => "  with a link to two shipped articles",
            Part::Offline => "  when the page stands, for offline use",
            Part::FirstUse | Part::Import => "  when it is first needed",
            Part::Own => "  for the reader's own texts",
            Part::Set => "  for a static collection",
            Part::Later | Part::Page => "  not in a first load",
        };
        let _ = writeln!(
            table,
            "{:width$} {:>9.1} {:>9.1}{note}",
            weight.name,
            kb(weight.raw),
            kb(weight.brotli)
        );
    }
    let mut over = Vec::new();
    let budgets: [(&str, &[Part], f64); 10] = [
        (
            "first load, without fonts",
            &[Part::FirstLoad],
            FIRST_LOAD_KB,
        ),
        (
            "a comparison, in addition",
            &[Part::Comparison],
            COMPARISON_KB,
        ),
        (
            "two shipped articles, in addition",
            &[Part::Answer, Part::Before],
            PAIR_KB,
        ),
        ("what draws them", &[Part::Drawn], DRAWN_KB),
        (
            "other languages, documents",
            &[Part::FirstUse],
            FIRST_USE_KB,
        ),
        ("files and pastes", &[Part::Import], IMPORT_KB),
        ("the reader's own texts", &[Part::Own], OWN_KB),
        ("a static collection", &[Part::Set], SET_KB),
        ("offline use", &[Part::Offline], OFFLINE_KB),
        ("fonts", &[Part::Font], FONTS_KB),
    ];
    for (name, parts, budget) in budgets {
        let of = |size: fn(&Weight) -> usize| {
            kb(weights
                .iter()
                .filter(|weight| parts.contains(&weight.part))
                .map(size)
                .sum())
        };
        let (raw, brotli) = (of(|weight| weight.raw), of(|weight| weight.brotli));
        let _ = writeln!(table, "{name:width$} {raw:>9.1} {brotli:>9.1}  of {budget}");
        if brotli > budget {
            over.push(format!(
                "{name}: {brotli:.1} KB, {:.1} more than the {budget} that it may weigh",
                brotli - budget
            ));
        }
    }
    (table, over)
}

/// Of the files about shipped pairs that belong to these parts, keeps those of the pair that has the most, and says how many pairs
/// there are.
fn one_pair(weights: &mut Vec<Weight>, parts: &[Part]) {
    let of = |weight: &Weight| {
        let pair = pair(&weight.name).filter(|_| parts.contains(&weight.part));
        pair.map(str::to_owned)
    };
    let mut pairs: BTreeMap<String, usize> = BTreeMap::new();
    for weight in weights.iter() {
        if let Some(pair) = of(weight) {
            *pairs.entry(pair).or_default() += weight.brotli;
        }
    }
    let Some((most, _)) = pairs.iter().max_by_key(|(_, brotli)| **brotli) else {
        return;
    };
    weights.retain(|weight| of(weight).is_none_or(|pair| pair == *most));
    for weight in weights.iter_mut() {
        if of(weight).is_some() {
            let folder = weight.name.split_once('-').map_or("", |(folder, _)| folder);
            weight.name = format!("{folder}-…, the largest of {}", pairs.len());
        }
    }
}

/// The pair that a file is about, `a.b`: such files are in a folder of their own.
fn pair(name: &str) -> Option<&str> {
    let folders = [answers::FOLDER, BEFORE];
    let (folder, file) = name.split_once('/')?;
    let is_theirs = folders
        .iter()
        .any(|beginning| folder.starts_with(beginning));
    let endings = [".bin", HELD, ".json"].into_iter();
    endings
        .filter(|_| is_theirs)
        .find_map(|ending| file.strip_suffix(ending))
}

/// Bytes as kilobytes. This is exact for sizes far beyond any file here.
#[allow(clippy::cast_precision_loss)]
fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: usize) -> Weight {
        Weight {
            name: name.to_owned(),
            part: part(name),
            raw: 2 * brotli,
            brotli,
        }
    }

    #[test]
    fn every_file_counts_that_is_not_known_to_come_later() {
        let (table, over) = report(vec![
            file("index.html", 2_000),
            file("new.bin", (FIRST_LOAD_KB * 1000.0) as usize - 1_000),
            file("og.png", 90_000),
        ]);
        assert_eq!(over.len(), 1, "{over:?}");
        assert!(over[0].contains("1.0 more than"), "{over:?}");
        assert!(table.contains("not in a first load"), "{table}");
    }

    #[test]
    fn of_the_answers_about_pairs_the_largest_counts_once() {
        let (table, over) = report(vec![
            file("answers-1/a.b.bin", 1_200),
            file("answers-1/b.a.bin", 1_500),
            file("answers-1/a.c.bin", 900),
        ]);
        assert!(over.is_empty(), "{over:?}");
        assert!(table.contains("the largest of 3"), "{table}");
        assert!(table.contains("1.5  of 6"), "{table}");
    }

    #[test]
    fn what_is_worked_out_for_a_pair_counts_together() {
        let (table, over) = report(vec![
            file("answers-1/a.b.bin", 1_500),
            file("answers-1/a.c.bin", 900),
            file("before-1/a.b.json", 4_000),
            file("before-1/a.c.json", 4_700),
        ]);
        assert!(over.is_empty(), "{over:?}");
        assert!(table.contains("5.6  of 6"), "{table}");
        let (_, over) = report(vec![
            file("answers-1/a.b.bin", 1_500),
            file("before-1/a.b.json", 4_600),
        ]);
        assert_eq!(over.len(), 1);
    }

    #[test]
    fn what_draws_a_pair_has_a_budget_of_its_own() {
        let (table, over) = report(vec![
            file("before-1/a.b.json", 3_000),
            file("before-1/b.a.json", 2_600),
            file("before-1/a.b.held.json", 900),
            file("before-1/b.a.held.json", 1_000),
            file("pair.js", 1_100),
        ]);
        assert!(over.is_empty(), "{over:?}");
        assert!(table.contains("3.0  of 6"), "{table}");
        assert!(table.contains("2.1  of 5"), "{table}");
        let (_, over) = report(vec![file("before-1/a.b.held.json", 5_100)]);
        assert_eq!(over.len(), 1);
    }

    #[test]
    fn fonts_have_a_budget_of_their_own() {
        let (_, over) = report(vec![
            file("fonts/a.woff2", 52_496),
            file("app.wasm", 100_000),
        ]);
        assert!(over.is_empty(), "{over:?}");
        let (_, over) = report(vec![file("fonts/a.woff2", 60_001)]);
        assert_eq!(over.len(), 1);
    }

    #[test]
    fn a_file_without_a_size_is_not_weighed_as_nothing() {
        assert_eq!(sizes("1200\n70\n", 2), Ok(vec![1200, 70]));
        assert_eq!(
            sizes("1200\n", 2),
            Err("Node.js weighed 1 of 2 files".to_owned())
        );
    }
}
