//! Runs named steps one after another. Continues after a failure if that makes sense, and ends with a summary.

use crate::host;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// One step.
pub struct Step {
    /// One word that selects it.
    pub name: &'static str,
    /// What it does, for the summary and the line before it.
    pub about: &'static str,
    /// The steps that must pass before this one.
    pub needs: &'static [&'static str],
    /// The work.
    pub run: fn() -> Result<(), String>,
}

/// How a step ended.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed(String),
    /// The step that it needs and that did not pass.
    NotRun(&'static str),
}

/// Runs the steps in order. A step is skipped if one that it needs was run and did not pass.
///
/// # Errors
/// The number of failures, if there are any. The summary has been printed.
pub fn run(steps: &[&Step]) -> Result<(), String> {
    let mut done: Vec<(&Step, Outcome, Duration)> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let hindrance = done.iter().find(|(earlier, outcome, _)| {
            step.needs.contains(&earlier.name) && *outcome != Outcome::Passed
        });
        if let Some((earlier, _, _)) = hindrance {
            done.push((step, Outcome::NotRun(earlier.name), Duration::ZERO));
            continue;
        }
        println!(
            "\n== {} of {}: {}, {}",
            index + 1,
            steps.len(),
            step.name,
            step.about
        );
        let start = Instant::now();
        let outcome = match (step.run)() {
            Ok(()) => Outcome::Passed,
            Err(message) => {
                println!("xtask: {message}");
                Outcome::Failed(message)
            }
        };
        done.push((step, outcome, start.elapsed()));
    }
    let (summary, failed) = summary(&done);
    println!("\n{summary}");
    if failed == 0 {
        Ok(())
    } else {
        Err(String::new())
    }
}

/// The table of what was run, which ends with the count on its own line, and the number of steps that did not pass.
fn summary(done: &[(&Step, Outcome, Duration)]) -> (String, usize) {
    let width = done
        .iter()
        .map(|(step, ..)| step.name.len())
        .max()
        .unwrap_or(0);
    let mut table = String::new();
    for (step, outcome, time) in done {
        let result = match outcome {
            Outcome::Passed => "passed".to_owned(),
            Outcome::Failed(message) => {
                format!("FAILED: {}", message.lines().next().unwrap_or_default())
            }
            Outcome::NotRun(needed) => format!("FAILED: not run, since it needs `{needed}`"),
        };
        let _ = writeln!(
            table,
            "{:width$}  {:>12}  {result}",
            step.name,
            host::duration(*time)
        );
    }
    let passed = done
        .iter()
        .filter(|(_, outcome, _)| *outcome == Outcome::Passed)
        .count();
    let failed = done.len() - passed;
    let total: Duration = done.iter().map(|(_, _, time)| *time).sum();
    let _ = write!(
        table,
        "{:width$}  {:>12}\n\n{passed} passed, {failed} failed",
        "in all",
        host::duration(total)
    );
    (table, failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(
        name: &'static str,
        needs: &'static [&'static str],
        run: fn() -> Result<(), String>,
    ) -> Step {
        Step {
            name,
            about: "a step",
            needs,
            run,
        }
    }

    #[test]
    fn what_needs_a_failed_step_is_not_run_and_not_taken_for_passed() {
        let site = step("site", &[], || Err("no compiler\nmore words".to_owned()));
        let browser = step("browser", &["site"], || unreachable!("must not run"));
        let tidy = step("tidy", &[], || Ok(()));
        assert!(run(&[&site, &browser, &tidy]).is_err());
        let second = Duration::from_secs(1);
        let (summary, failed) = summary(&[
            (
                &site,
                Outcome::Failed("no compiler\nmore words".to_owned()),
                second,
            ),
            (&browser, Outcome::NotRun("site"), Duration::ZERO),
            (&tidy, Outcome::Passed, second),
        ]);
        assert_eq!(failed, 2);
        assert_eq!(
            summary,
            "site            1.0 s  FAILED: no compiler\n\
             browser         0.0 s  FAILED: not run, since it needs `site`\n\
             tidy            1.0 s  passed\n\
             in all          2.0 s\n\n1 passed, 2 failed"
        );
    }
}
