//! Formats the benchmark's figures as tables: one for each place, with a column for each case, times with their growth,
//! and the ratios that the README quotes.

use std::fmt::Write as _;

/// Where the engine runs without a browser.
pub const NATIVE: &str = "native";
/// The engine, among the programs that are measured.
pub const OURS: &str = "crossread";
/// The case of the library's two longest articles.
pub const SEEDS: &str = "articles";

/// The engine's rows: the figure's name in a record, and in the table.
const ROWS: [(&str, &str); 9] = [
    ("reading", "reading both texts"),
    ("passages", "passages"),
    ("matches", "matches"),
    ("figures", "figures"),
    ("whole", "**the whole comparison**"),
    ("facts", "facts of all matches"),
    (SHARE, "facts ÷ the whole comparison"),
    ("diff", "word diff, end to end"),
    ("memory", "peak memory, MB"),
];
/// The figure that is a ratio: the time for the facts divided by the time for the whole comparison, in one run.
const SHARE: &str = "share of facts";
/// The other programs, which are all word diffs.
const PEERS: [&str; 3] = ["jsdiff", "diff-match-patch", "fast-myers-diff"];

/// One figure.
#[derive(Debug, PartialEq)]
pub struct Record {
    place: String,
    case: String,
    who: String,
    figure: String,
    /// Milliseconds, or megabytes, or a ratio, or words.
    value: String,
}

impl Record {
    /// Reads a line of place, case, program, figure, value and number of runs, separated by tabs. Lines of three columns
    /// give versions, which count as figures of their place.
    pub fn read(line: &str) -> Option<Record> {
        let parts: Vec<&str> = line.split('\t').collect();
        let (place, case, who, figure, value) = match parts[..] {
            ["version", place, version] => (place, "", "", "version", version),
            [place, case, who, figure, value, _runs] => (place, case, who, figure, value),
            _ => return None,
        };
        Some(Record {
            place: place.to_owned(),
            case: case.to_owned(),
            who: who.to_owned(),
            figure: figure.to_owned(),
            value: value.to_owned(),
        })
    }
}

/// What is known about one figure.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Known {
    Value(f64),
    /// It took longer than the limit.
    Over,
    /// It was not tried, since a shorter text took too long.
    Not,
}

/// The records of one place.
struct Place<'r>(Vec<&'r Record>);

impl Place<'_> {
    fn get(&self, case: &str, who: &str, figure: &str) -> Known {
        let found = self
            .0
            .iter()
            .find(|r| (&*r.case, &*r.who, &*r.figure) == (case, who, figure));
        match found.map(|record| (&*record.value, record.value.parse())) {
            Some(("over", _)) => Known::Over,
            Some((_, Ok(value))) => Known::Value(value),
            _ => Known::Not,
        }
    }
}

/// A table for each place.
pub fn by_place(records: &[Record], limit: u32) -> String {
    let mut places: Vec<&str> = Vec::new();
    let mut cases: Vec<&str> = Vec::new();
    for record in records {
        if !places.contains(&&*record.place) {
            places.push(&record.place);
        }
        if !record.case.is_empty() && !cases.contains(&&*record.case) {
            cases.push(&record.case);
        }
    }
    let mut out = String::new();
    for name in places {
        let place = Place(records.iter().filter(|r| r.place == name).collect());
        let version = place.0.iter().find(|record| record.figure == "version");
        let version = version.map_or(String::new(), |record| format!(" {}", record.value));
        let head: Vec<String> = cases.iter().map(|case| case_name(case)).collect();
        let mut rows = vec![[vec![format!("{name}{version}")], head].concat()];
        for (figure, shown) in ROWS {
            if place.0.iter().all(|record| record.figure != figure) {
                continue;
            }
            let cells = engine_row(&place, &cases, figure);
            rows.push([vec![shown.to_owned()], cells].concat());
        }
        for who in PEERS {
            if place.0.iter().all(|record| record.who != who) {
                continue;
            }
            rows.push(peer_row(&place, &cases, who, limit));
            for (figure, than) in [("whole", "the whole comparison"), ("diff", "the word diff")] {
                let cells = cases
                    .iter()
                    .map(|case| ratio(&place, case, who, figure, limit));
                let label = format!("{who} ÷ {than}");
                rows.push([vec![label], cells.collect()].concat());
            }
        }
        let _ = writeln!(out, "\n{}", markdown(&rows));
    }
    out
}

/// One table with a row for each case, for texts of different sizes.
pub fn by_case(records: &[Record]) -> String {
    let columns = ["whole", "diff", "memory with diff"];
    let head = [
        "native",
        "whole comparison",
        "word diff",
        "peak memory, MB",
        "cut short",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let place = Place(records.iter().collect());
    let mut done: Vec<&str> = Vec::new();
    for record in records {
        if done.contains(&&*record.case) {
            continue;
        }
        done.push(&record.case);
        let mut row = vec![record.case.clone()];
        row.extend(
            columns
                .iter()
                .map(|figure| match place.get(&record.case, OURS, figure) {
                    Known::Value(value) if figure.starts_with("memory") => format!("{value:.0}"),
                    Known::Value(value) => time(value),
                    _ => String::new(),
                }),
        );
        let cut = |r: &&&Record| r.case == record.case && r.figure == "cut short";
        row.extend(place.0.iter().find(cut).map(|record| record.value.clone()));
        rows.push(row);
    }
    markdown(&rows)
}

fn case_name(case: &str) -> String {
    match case.parse::<u64>() {
        Ok(words) => format!("{} words", thousands(words)),
        Err(_) => format!("two longest {case}"),
    }
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The engine's figure for each case, and how many times as long it takes as the case before.
fn engine_row(place: &Place<'_>, cases: &[&str], figure: &str) -> Vec<String> {
    let is_time = !matches!(figure, "memory" | SHARE);
    let mut before: Option<f64> = None;
    let mut row = Vec::new();
    for case in cases {
        let Known::Value(value) = place.get(case, OURS, figure) else {
            row.push(String::new());
            continue;
        };
        let sized = case.parse::<u64>().is_ok();
        let mut cell = match figure {
            "memory" => format!("{value:.0}"),
            SHARE => format!("{value:.2}"),
            _ => time(value),
        };
        if let Some(before) = before.filter(|before| sized && is_time && *before > 0.0) {
            let _ = write!(cell, " (×{:.1})", value / before);
        }
        before = sized.then_some(value);
        row.push(cell);
    }
    row
}

fn peer_row(place: &Place<'_>, cases: &[&str], who: &str, limit: u32) -> Vec<String> {
    let mut row = vec![who.to_owned()];
    row.extend(cases.iter().map(|case| match place.get(case, who, "diff") {
        Known::Value(value) => time(value),
        Known::Over => format!("more than {limit} s"),
        Known::Not => "not tried".to_owned(),
    }));
    row
}

/// How many times as long the other program takes.
fn ratio(place: &Place<'_>, case: &str, who: &str, figure: &str, limit: u32) -> String {
    let ours = match place.get(case, OURS, figure) {
        Known::Value(value) if value > 0.0 => value,
        _ => return String::new(),
    };
    match place.get(case, who, "diff") {
        Known::Value(theirs) => factor(theirs / ours),
        Known::Over => format!("more than {}", factor(f64::from(limit) * 1000.0 / ours)),
        Known::Not => String::new(),
    }
}

fn factor(ratio: f64) -> String {
    if ratio < 10.0 {
        format!("{ratio:.1}")
    } else {
        thousands(ratio as u64)
    }
}

/// Milliseconds as people read them.
fn time(milliseconds: f64) -> String {
    match milliseconds {
        ms if ms >= 1000.0 => format!("{:.2} s", ms / 1000.0),
        ms if ms >= 100.0 => format!("{ms:.0} ms"),
        ms if ms >= 10.0 => format!("{ms:.1} ms"),
        ms => format!("{ms:.2} ms"),
    }
}

/// Rows as a Markdown table that reads well in a terminal, too; the first is the head.
fn markdown(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let mut out = String::new();
    for (number, row) in rows.iter().enumerate() {
        for (column, width) in widths.iter().enumerate() {
            let cell = row.get(column).map_or("", String::as_str);
            let _ = write!(out, "| {cell:width$} ");
        }
        out.push_str("|\n");
        if number == 0 {
            out.push_str(&"|---".repeat(columns));
            out.push_str("|\n");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_growth_and_ratios_stand_in_one_table() {
        let lines = [
            "version\tChromium\t99.0",
            "Chromium\t1000\tcrossread\twhole\t2.0\t7",
            "Chromium\t10000\tcrossread\twhole\t30.0\t7",
            "Chromium\t1000\tcrossread\tshare of facts\t0.2468\t7",
            "Chromium\t10000\tcrossread\tshare of facts\t0.1234\t7",
            "Chromium\t1000\tjsdiff\tdiff\t1000.0\t7",
            "Chromium\t10000\tjsdiff\tdiff\tover\t0",
        ];
        let records: Vec<Record> = lines.iter().filter_map(|line| Record::read(line)).collect();
        let table = by_place(&records, 60);
        let row = |start: &str| {
            let line = table.lines().find(|line| line.starts_with(start));
            let cells = line.unwrap().split('|').map(str::trim);
            cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(
            row("| Chromium"),
            ["Chromium 99.0", "1,000 words", "10,000 words"]
        );
        assert_eq!(
            row("| **the whole"),
            ["**the whole comparison**", "2.00 ms", "30.0 ms (×15.0)"]
        );
        assert_eq!(row("| jsdiff "), ["jsdiff", "1.00 s", "more than 60 s"]);
        assert_eq!(
            row("| jsdiff ÷ the whole"),
            ["jsdiff ÷ the whole comparison", "500", "more than 2,000"]
        );
    }
}
