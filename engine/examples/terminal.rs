//! Shows in a terminal what two articles share, match by match, with what changed in each.
//!
//! `cargo run -p crossread-engine --example terminal -- A.txt B.txt`

use std::process::ExitCode;

use crossread_engine::word_diff::Op;
use crossread_engine::{Comparer, Matched, Options};

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let [file_a, file_b] = files.as_slice() else {
        eprintln!("two files are wanted: A.txt B.txt");
        return ExitCode::FAILURE;
    };
    match [file_a, file_b].map(std::fs::read_to_string) {
        [Ok(a), Ok(b)] => {
            show(&a, &b);
            ExitCode::SUCCESS
        }
        [Err(error), _] | [_, Err(error)] => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn show(a: &str, b: &str) {
    let comparer = Comparer::new(a, b);
    let found = comparer.compare(Options::default());
    let percent = |share: f64| (share * 100.0).round();
    println!(
        "{}% of A's words stand in B, {}% of B's in A.\n",
        percent(found.comparison().a.containment()),
        percent(found.comparison().b.containment())
    );
    for link in found.matches() {
        let moved = if link.data().moved { ", moved" } else { "" };
        println!("{}{moved} (score {:.2})", link.kind(), link.data().score);
        println!("  {}\n", changes(&link));
    }
}

/// One sentence beside the other: `[-only in A-]{+only in B+}`.
fn changes(link: &Matched<'_>) -> String {
    let mut out = String::new();
    for hunk in link.diff().hunks {
        let (in_a, in_b) = (hunk.a.of(link.a()), hunk.b.of(link.b()));
        match hunk.op {
            Op::Equal => out.push_str(in_a),
            Op::Delete => out.push_str(&format!("[-{in_a}-]")),
            Op::Insert => out.push_str(&format!("{{+{in_b}+}}")),
            Op::Replace => out.push_str(&format!("[-{in_a}-]{{+{in_b}+}}")),
        }
    }
    out
}
