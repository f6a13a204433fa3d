//! Gives millions of odd inputs to the code that reads texts, files and links, and checks every answer. A failing input is
//! shortened and printed, ready to become a test.
//!
//! | target | what is given | what has to hold |
//! |---|---|---|
//! | [`pair`] | two odd texts | ranges tile, figures add up, swapped sides mirror the answer, a diff rebuilds both texts |
//! | [`cuts`] | one odd text, written in several ways | composed and decomposed letters, line ends and no-break spaces move no cut |
//! | [`files`] | files of every format, whole and damaged | what is read keeps the importer's promises and can be kept |
//! | [`links`] | addresses, links that carry texts, collections | what is read is written and read as the same, within the bounds |
//!
//! Inputs that once showed a fault are kept in `bench/corpus/` and tried first.

mod cuts;
mod files;
mod links;
mod odd;
mod pair;
mod truths;

use crate::clock;
use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A message about what does not hold.
pub type Fault = Cow<'static, str>;

/// The longest processor time for one input, with assertions on and in a program that is not optimised.
const PATIENCE: Duration = Duration::from_secs(10);

/// One input, made from a number.
pub trait Case: Clone {
    /// The input of that number, always the same.
    fn new(seed: u64) -> Self;

    /// The inputs of `bench/corpus/`.
    fn kept() -> Vec<Self> {
        Vec::new()
    }

    /// Checks everything that has to hold.
    ///
    /// # Errors
    /// What does not.
    fn check(&self) -> Result<(), Fault>;

    /// The lengths of its texts, in characters or bytes.
    fn lengths(&self) -> Vec<usize>;

    /// The same without these characters or bytes of one of its texts.
    fn without(&self, text: usize, from: usize, to: usize) -> Self;

    /// The input, as code would write it.
    fn shown(&self) -> String;
}

/// What was asked for.
#[derive(Clone, Copy)]
struct Asked {
    cases: u64,
    seed: u64,
    jobs: u64,
}

/// A target by its name.
struct Target {
    name: &'static str,
    run: fn(Asked) -> Result<(), String>,
}

const TARGETS: [Target; 4] = [
    Target {
        name: "pairs",
        run: run_one::<pair::Pair>,
    },
    Target {
        name: "sentences",
        run: run_one::<cuts::Cut>,
    },
    Target {
        name: "imports",
        run: run_one::<files::Opened>,
    },
    Target {
        name: "links",
        run: run_one::<links::Link>,
    },
];

fn parse(words: &[&str]) -> Result<(Vec<&'static Target>, Asked), String> {
    let help = || {
        let names = TARGETS.map(|target| target.name).join(", ");
        format!("fuzz takes any of {names}, and --cases N, --seed N, --jobs N")
    };
    let mut asked = Asked {
        cases: 1_000_000,
        seed: 1,
        jobs: 1,
    };
    let mut targets = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if let Some(target) = TARGETS.iter().find(|target| target.name == *word) {
            targets.push(target);
            continue;
        }
        let number = words.next().and_then(|value| value.parse().ok());
        match (*word, number) {
            ("--cases", Some(number)) => asked.cases = number,
            ("--seed", Some(number)) => asked.seed = number,
            ("--jobs", Some(number @ 1..=64)) => asked.jobs = number,
            _ => return Err(help()),
        }
    }
    if targets.is_empty() {
        targets.extend(&TARGETS);
    }
    Ok((targets, asked))
}

/// Runs the kept inputs of each target, then the cases `seed`, `seed + 1` and so on; each follows from its number alone,
/// so `--seed N --cases 1` is case N again.
///
/// # Errors
/// With the number of cases that failed.
pub fn run(words: &[&str]) -> Result<(), String> {
    let (targets, asked) = parse(words)?;
    std::panic::set_hook(Box::new(|_| ()));
    let mut failures = Vec::new();
    for target in targets {
        println!(
            "{}: {} cases from seed {}",
            target.name, asked.cases, asked.seed
        );
        if let Err(failure) = (target.run)(asked) {
            failures.push(format!("{}: {failure}", target.name));
        }
    }
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}

fn run_one<C: Case + Send>(asked: Asked) -> Result<(), String> {
    let kept = C::kept();
    let (next, failed) = (AtomicU64::new(0), AtomicU64::new(0));
    let tell = |name: &str, case: &C, fault: &str| {
        failed.fetch_add(1, Ordering::Relaxed);
        println!("{name}: {fault}\n  {}", shrunk(case).shown());
    };
    for (at, case) in kept.iter().enumerate() {
        if let Some(fault) = fault(case) {
            tell(&format!("kept {at}"), case, &fault);
        }
    }
    let slowest = Mutex::new((Duration::ZERO, 0));
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..asked.jobs {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= asked.cases {
                        return;
                    }
                    let seed = asked.seed.wrapping_add(number);
                    let case = C::new(seed);
                    let from = clock::now();
                    let fault = fault(&case);
                    if let Ok(mut slowest) = slowest.lock() {
                        *slowest = (*slowest).max((clock::now() - from, seed));
                    }
                    if let Some(fault) = fault {
                        tell(&format!("seed {seed}"), &case, &fault);
                    }
                    if (number + 1) % 100_000 == 0 {
                        println!(
                            "{} cases, {:.0} s",
                            number + 1,
                            start.elapsed().as_secs_f64()
                        );
                    }
                }
            });
        }
    });
    if let Ok(slowest) = slowest.lock() {
        println!(
            "the slowest case took {:.0} ms: seed {}",
            slowest.0.as_secs_f64() * 1000.0,
            slowest.1
        );
    }
    let cases = asked.cases + kept.len() as u64;
    match failed.into_inner() {
        0 => {
            println!("{cases} cases, none failed");
            Ok(())
        }
        count => Err(format!("{count} of {cases} cases failed")),
    }
}

/// What is wrong with the answer to a case, if anything is.
fn fault<C: Case>(case: &C) -> Option<String> {
    let from = clock::now();
    let checked = catch_unwind(AssertUnwindSafe(|| case.check()));
    let took = clock::now() - from;
    match checked {
        Ok(Err(fault)) => Some(fault.into_owned()),
        Ok(Ok(())) => (took > PATIENCE).then(|| format!("it took {:.0} s", took.as_secs_f64())),
        Err(panic) => Some(match panic.downcast::<String>() {
            Ok(message) => format!("panic: {message}"),
            Err(other) => format!("panic: {}", other.downcast_ref::<&str>().unwrap_or(&"")),
        }),
    }
}

/// A smaller case that fails as well, found by removing parts while it still fails.
fn shrunk<C: Case>(case: &C) -> C {
    let mut small = case.clone();
    for text in 0..case.lengths().len() {
        let mut length = small.lengths()[text];
        while length > 0 {
            let mut at = 0;
            while at < small.lengths()[text] {
                let end = (at + length).min(small.lengths()[text]);
                let trial = small.without(text, at, end);
                if fault(&trial).is_some() {
                    small = trial;
                } else {
                    at += length;
                }
            }
            length /= 2;
        }
    }
    small
}

/// The files of a folder of the project, by name, with their bytes.
fn files_of(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let listing = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = listing.map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some((name, std::fs::read(path).ok()?))
    };
    paths.into_iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first cases of each target and all that are kept; the rest is for `cargo xtask fuzz`.
    fn some_hold<C: Case>(cases: u64) {
        let made = (1..=cases).map(C::new);
        for case in C::kept().into_iter().chain(made) {
            if let Err(fault) = case.check() {
                panic!("{fault}\n{}", case.shown());
            }
        }
    }

    #[test]
    fn pairs_hold() {
        some_hold::<pair::Pair>(100);
    }

    #[test]
    fn cuts_hold() {
        some_hold::<cuts::Cut>(1_000);
    }

    #[test]
    fn files_hold() {
        assert!(files::Opened::kept().len() > 10, "the files are there");
        some_hold::<files::Opened>(300);
    }

    #[test]
    fn links_hold() {
        assert!(links::Link::kept().len() > 10, "the addresses are there");
        some_hold::<links::Link>(1_000);
    }

    #[test]
    fn a_fault_is_cut_down_to_what_shows_it() {
        #[derive(Clone)]
        struct Letters(String);
        impl Case for Letters {
            fn new(_seed: u64) -> Letters {
                Letters("there is an x in it, and a y".to_owned())
            }
            fn check(&self) -> Result<(), Fault> {
                assert!(!self.0.contains('y') || !self.0.contains('x'), "both");
                Ok(())
            }
            fn lengths(&self) -> Vec<usize> {
                vec![self.0.len()]
            }
            fn without(&self, _text: usize, from: usize, to: usize) -> Letters {
                Letters(format!("{}{}", &self.0[..from], &self.0[to..]))
            }
            fn shown(&self) -> String {
                self.0.clone()
            }
        }
        let case = Letters::new(1);
        assert_eq!(fault(&case).as_deref(), Some("panic: both"));
        assert_eq!(shrunk(&case).shown(), "xy");
    }

    #[test]
    fn targets_and_numbers_are_read_in_any_order() {
        let (targets, asked) = parse(&["links", "--cases", "7", "sentences"]).unwrap();
        let names: Vec<&str> = targets.iter().map(|target| target.name).collect();
        assert_eq!((names, asked.cases), (vec!["links", "sentences"], 7));
        assert_eq!(parse(&[]).unwrap().0.len(), TARGETS.len());
        assert!(parse(&["trees"]).is_err());
        assert!(parse(&["--cases"]).is_err());
    }
}
