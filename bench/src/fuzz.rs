//! Runs the whole engine on millions of odd texts and checks every answer. A failing pair is cut down to small texts and
//! printed, ready to become a test.

use crate::chance::Chance;
use crate::odd::{altered, text};
use crate::truths::{check_comparison, check_diff, check_mirrored, check_reading, hold};
use crossread_engine::word_diff::{reading_diff, text_diff, word_diff};
use crossread_engine::{
    Lang, MinWords, Options, Reading, Scope, Source, Span, Strictness, compare,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const LANGS: [Lang; 6] = [
    Lang::English,
    Lang::German,
    Lang::Russian,
    Lang::Greek,
    Lang::Arabic,
    Lang::Other,
];

/// What was asked for.
struct Asked {
    cases: u64,
    seed: u64,
    jobs: u64,
}

fn parse(words: &[&str]) -> Result<Asked, String> {
    let mut asked = Asked {
        cases: 1_000_000,
        seed: 1,
        jobs: 1,
    };
    for pair in words.chunks(2) {
        let number = pair.get(1).and_then(|value| value.parse().ok());
        match (pair[0], number) {
            ("--cases", Some(number)) => asked.cases = number,
            ("--seed", Some(number)) => asked.seed = number,
            ("--jobs", Some(number @ 1..=64)) => asked.jobs = number,
            _ => return Err("fuzz takes --cases N, --seed N, --jobs N".to_owned()),
        }
    }
    Ok(asked)
}

/// Runs the cases `seed`, `seed + 1` and so on; each follows from its number alone, so `--seed N --cases 1` is case N again.
///
/// # Errors
/// With the number of cases that failed.
pub fn run(words: &[&str]) -> Result<(), String> {
    let asked = parse(words)?;
    println!("{} cases from seed {}", asked.cases, asked.seed);
    std::panic::set_hook(Box::new(|_| ()));
    let (next, failed) = (AtomicU64::new(0), AtomicU64::new(0));
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
                    let case = Case::new(seed);
                    let clock = Instant::now();
                    let fault = case.fault();
                    if let Ok(mut slowest) = slowest.lock() {
                        *slowest = (*slowest).max((clock.elapsed(), seed));
                    }
                    if let Some(fault) = fault {
                        failed.fetch_add(1, Ordering::Relaxed);
                        let small = case.shrunk();
                        println!("seed {seed}: {fault}\n  {small:?}");
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
    match failed.into_inner() {
        0 => {
            println!("{} cases, none failed", asked.cases);
            Ok(())
        }
        count => Err(format!("{count} of {} cases failed", asked.cases)),
    }
}

/// Two texts and what is asked of them.
#[derive(Clone, Debug)]
struct Case {
    a: String,
    b: String,
    lang: Lang,
    furniture: Vec<Span>,
    options: Options,
}

impl Case {
    fn new(seed: u64) -> Case {
        let mut chance = Chance::new(seed);
        let a = text(&mut chance);
        let b = if chance.happens(0.6) {
            altered(&a, &mut chance)
        } else {
            text(&mut chance)
        };
        let furniture = (0..chance.below(3)).map(|_| {
            let (from, to) = (chance.below(a.len() + 9), chance.below(a.len() + 9));
            Span::new(from.min(to), from.max(to))
        });
        let furniture = furniture.collect();
        Case {
            a,
            b,
            lang: *chance.one_of(&LANGS),
            furniture,
            options: Options {
                min_words: MinWords::clamped(chance.between(3, 12) as u8),
                strictness: *chance.one_of(&Strictness::ALL),
                scope: if chance.happens(0.5) {
                    Scope::Own
                } else {
                    Scope::Full
                },
            },
        }
    }

    /// What is wrong with the engine's answer, if anything is.
    fn fault(&self) -> Option<String> {
        match catch_unwind(AssertUnwindSafe(|| self.check())) {
            Ok(checked) => checked.err().map(str::to_owned),
            Err(panic) => Some(match panic.downcast::<String>() {
                Ok(message) => format!("panic: {message}"),
                Err(other) => format!("panic: {}", other.downcast_ref::<&str>().unwrap_or(&"")),
            }),
        }
    }

    fn check(&self) -> Result<(), &'static str> {
        let read = |text, furniture| {
            Reading::new(Source {
                text,
                lang: self.lang,
                furniture,
            })
        };
        let (a, b) = (read(&self.a, &self.furniture), read(&self.b, &[]));
        check_reading(&self.a, &a)?;
        check_reading(&self.b, &b)?;
        let found = compare(&a, &b, self.options);
        check_comparison(&a, &b, &found)?;
        let back = compare(&b, &a, self.options);
        check_mirrored(&found, &back)?;
        let same = compare(&a, &a, self.options);
        hold(
            same.a.containment() == same.b.containment(),
            "an article does not hold itself as it is held",
        )?;
        for diff in [word_diff(&self.a, &self.b), text_diff(&self.a, &self.b)] {
            check_diff(&self.a, &self.b, &diff, true)?;
        }
        for m in found.matches.iter().take(4) {
            let of = |reading: &Reading, text: &str, at: u32| {
                reading.sentences[at as usize].span.of(text).to_owned()
            };
            let (left, right) = (of(&a, &self.a, m.a), of(&b, &self.b, m.b));
            check_diff(&left, &right, &word_diff(&left, &right), true)?;
            check_diff(&left, &right, &reading_diff(&left, &right), false)?;
        }
        Ok(())
    }

    /// A smaller case that fails as well, found by taking away characters as long as it does.
    fn shrunk(&self) -> Case {
        let mut small = self.clone();
        let mut length = small.a.len().max(small.b.len()).max(1);
        while length > 0 {
            for of_a in [true, false] {
                let mut at = 0;
                loop {
                    let chars: Vec<char> = if of_a { &small.a } else { &small.b }.chars().collect();
                    if at >= chars.len() {
                        break;
                    }
                    let end = (at + length).min(chars.len());
                    let less: String = chars[..at].iter().chain(&chars[end..]).collect();
                    let mut trial = small.clone();
                    *(if of_a { &mut trial.a } else { &mut trial.b }) = less;
                    if trial.fault().is_some() {
                        small = trial;
                    } else {
                        at += length;
                    }
                }
            }
            length /= 2;
        }
        small
    }
}
