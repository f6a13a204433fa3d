//! The progress of a long run, on standard error, if that is a terminal.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// The time between updates.
const EVERY: Duration = Duration::from_millis(250);

/// The progress of a run.
#[derive(Debug)]
pub(crate) struct Progress {
    what: &'static str,
    of: usize,
    began: Instant,
    said: Option<Instant>,
    is_terminal: bool,
}

impl Progress {
    /// Of `of` things, called `what`.
    pub(crate) fn new(what: &'static str, of: usize) -> Progress {
        Progress {
            what,
            of,
            began: Instant::now(),
            said: None,
            is_terminal: std::io::stderr().is_terminal(),
        }
    }

    /// Shows how many are done.
    pub(crate) fn at(&mut self, done: usize) {
        let is_due = self.said.unwrap_or(self.began).elapsed() >= EVERY;
        if self.is_terminal && is_due {
            self.said = Some(Instant::now());
            let line = line(self.what, done, self.of);
            // An unfinished line is overwritten by the next.
            let _ = write!(std::io::stderr(), "\r{line}\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.said.is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

fn line(what: &str, done: usize, of: usize) -> String {
    let share = (done * 100).checked_div(of).unwrap_or(100);
    format!("{what}: {done} of {of} ({share}%)")
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn it_says_how_far_it_is() {
        assert_eq!(line("pairs", 1_500, 21_120), "pairs: 1500 of 21120 (7%)");
        assert_eq!(line("pairs", 0, 0), "pairs: 0 of 0 (100%)");
    }
}
