//! The words while a worker compares, and when it fails: its progress, why it stopped, and what the reader
//! can do.

use crossread_worker::protocol::{Progress, Stage};

/// The status of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// There is nothing to say: it is done, or it has only just begun.
    #[default]
    Quiet,
    /// It takes long. Without progress: the program is still being loaded.
    Working(Option<Progress>),
    /// The reader has cancelled it.
    Cancelled,
    /// The program could not be loaded.
    NotThere,
    /// The program stopped while working.
    Stopped,
}

/// The message about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// In a sentence.
    pub line: String,
    /// How much is done, 0 to 100, while it is working.
    pub percent: Option<u8>,
    /// The button: "Cancel", "Compare", "Try again".
    pub button: &'static str,
}

/// The message while it is being compared, if any. `earlier`: whether the previous result, with other options, is
/// still shown.
pub fn waiting(status: Status, earlier: bool) -> Option<Waiting> {
    let still = if earlier {
        " You still see the previous result."
    } else {
        ""
    };
    let stopped = |line: &str, button: &'static str| Waiting {
        line: format!("{line}{still}"),
        percent: None,
        button,
    };
    Some(match status {
        Status::Quiet => return None,
        Status::Working(progress) => Waiting {
            line: progress
                .map_or("Getting the comparison ready …", |progress| {
                    doing(progress.stage)
                })
                .to_owned(),
            percent: Some(progress.map_or(0, |progress| progress.percent.min(100))),
            button: "Cancel",
        },
        Status::Cancelled => stopped("The comparison was cancelled.", "Compare"),
        Status::NotThere => stopped(
            "The part of Crossread that compares could not be loaded. Check the connection and try again.",
            "Try again",
        ),
        Status::Stopped => stopped(
            "The comparison was interrupted. If that happens again, the texts may be too long for \
             this browser.",
            "Try again",
        ),
    })
}

fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::ReadingA => "Reading the first article …",
        Stage::ReadingB => "Reading the second article …",
        Stage::Passages => "Looking for passages that both share …",
        Stage::Matches => "Looking for sentences that belong together …",
        Stage::Counting => "Counting words …",
        Stage::Details => "Working out what was reworded …",
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, waiting};
    use crossread_worker::protocol::{Progress, Stage};

    fn said(status: Status, earlier: bool) -> String {
        waiting(status, earlier).map_or_else(String::new, |said| {
            let percent = said.percent.map_or_else(String::new, |n| format!(" {n}%"));
            format!("{}{percent} [{}]", said.line, said.button)
        })
    }

    #[test]
    fn each_stand_says_what_can_be_done() {
        assert_eq!(said(Status::Quiet, true), "");
        assert_eq!(
            said(Status::Working(None), false),
            "Getting the comparison ready … 0% [Cancel]"
        );
        let progress = Progress {
            stage: Stage::ReadingB,
            percent: 15,
        };
        assert_eq!(
            said(Status::Working(Some(progress)), true),
            "Reading the second article … 15% [Cancel]"
        );
        assert_eq!(
            said(Status::Cancelled, true),
            "The comparison was cancelled. You still see the previous result. [Compare]"
        );
        assert_eq!(
            said(Status::Stopped, false),
            "The comparison was interrupted. If that happens again, the texts may be too long \
             for this browser. [Try again]"
        );
    }
}
