//! Measures the engine's time and memory for one pair of texts. It uses processor time if the system provides it, so that
//! other programs on the machine do not count.

use crate::clock::now;
use crossread_engine::facts::Between;
use crossread_engine::word_diff::text_diff;
use crossread_engine::{
    Comparison, Lang, Options, Reading, Source, Step, compare, compare_in_steps,
};
use std::fs;
use std::hint::black_box;
use std::time::Duration;

/// A figure is the median of this many runs,
const RUNS: usize = 7;
/// or of as many as fit into this time, three at least.
const PATIENCE: Duration = Duration::from_secs(5);

/// Prints a line for each step: its name, its median in milliseconds, its number of runs, separated by tabs; then the
/// peak of memory in megabytes, and what was cut short. The share of the facts is not a time but a ratio.
///
/// # Errors
/// Where a text cannot be read.
pub fn run(a: &str, b: &str) -> Result<(), String> {
    let text = |path: &str| fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let (a, b) = (&*text(a)?, &*text(b)?);

    // First, so that the peak of memory belongs to it.
    let mut found = None;
    let (whole, runs) = median(|| {
        let start = now();
        found = Some(black_box(compare(&read(a), &read(b), Options::default())));
        [now() - start]
    });
    print("whole", whole[0], runs);
    print_memory("memory");

    let (steps, runs) = median(|| in_steps(a, b));
    for (name, time) in ["reading", "passages", "matches", "figures"]
        .iter()
        .zip(steps)
    {
        print(name, time, runs);
    }

    let mut shares = Vec::new();
    let (facts, runs) = median(|| {
        let (whole, facts) = with_facts(a, b);
        shares.push(facts.as_secs_f64() / whole.as_secs_f64());
        [facts]
    });
    print("facts", facts[0], runs);
    shares.sort_by(f64::total_cmp);
    println!("share of facts\t{:.4}\t{runs}", shares[shares.len() / 2]);

    let mut precise = true;
    let (diff, runs) = median(|| {
        let start = now();
        precise = black_box(text_diff(a, b)).precise;
        [now() - start]
    });
    print("diff", diff[0], runs);
    print_memory("memory with diff");
    if let Some(found) = found {
        print_cut_short(&found, precise);
    }
    Ok(())
}

/// Reads an English text.
pub fn read(text: &str) -> Reading {
    Reading::new(Source::new(text, Lang::English))
}

/// The times of reading, passages, matches and figures.
fn in_steps(a: &str, b: &str) -> [Duration; 4] {
    let mut times = [Duration::ZERO; 4];
    let mut last = now();
    let (a, b) = (read(a), read(b));
    times[0] = now() - last;
    last = now();
    black_box(compare_in_steps(&a, &b, Options::default(), &mut |step| {
        let at = match step {
            Step::Passages => 1,
            Step::Matches => 2,
            Step::Figures => 3,
        };
        times[at] = now() - last;
        last = now();
    }));
    times
}

/// The times of one comparison with its reading, and of the facts of its matches.
fn with_facts(a: &str, b: &str) -> (Duration, Duration) {
    let start = now();
    let (one, other) = (read(a), read(b));
    let found = compare(&one, &other, Options::default());
    let compared = now();
    let mut between = Between::new((a, &one), (b, &other));
    for link in &found.matches {
        black_box(between.sentences(link.a, link.b));
    }
    (compared - start, now() - compared)
}

/// Runs until there are runs enough, and gives the median of each figure and how many runs there were.
pub fn median<const N: usize>(mut run: impl FnMut() -> [Duration; N]) -> ([Duration; N], usize) {
    let start = now();
    let mut times = Vec::new();
    while times.len() < 3 || (times.len() < RUNS && now() - start < PATIENCE) {
        times.push(run());
    }
    let medians = std::array::from_fn(|figure| {
        let mut column: Vec<Duration> = times.iter().map(|run| run[figure]).collect();
        column.sort();
        column[column.len() / 2]
    });
    (medians, times.len())
}

pub fn print(name: &str, time: Duration, runs: usize) {
    println!("{name}\t{:.4}\t{runs}", time.as_secs_f64() * 1000.0);
}

/// The peak memory of this process so far, if the system tells it (Linux does).
fn print_memory(name: &str) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|rest| rest.trim().split(' ').next()?.parse::<f64>().ok());
    if let Some(kilobytes) = kilobytes {
        println!("{name}\t{:.1}\t1", kilobytes * 1024.0 / 1e6);
    }
}

fn print_cut_short(found: &Comparison, precise: bool) {
    let cut = [
        (found.cut_short.passages, "passages"),
        (found.cut_short.candidates, "candidates"),
        (!precise, "diff"),
    ];
    let names: Vec<&str> = cut.iter().filter(|cut| cut.0).map(|cut| cut.1).collect();
    println!("cut short\t{}\t1", names.join(", "));
}
