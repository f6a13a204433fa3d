//! One fault in an article file: where it is, what is wrong, and how to fix it.

use std::fmt;

use crate::shown::Shown;

/// A fault in an article file. Its text form is
/// `assets/articles/rain.md:3: what is wrong` and on a second line `  to fix it: what to do`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1; 0 if the fault concerns the whole file.
    pub line: usize,
    /// What is wrong.
    pub wrong: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// A fault at `line` (from 1; 0 for the file as a whole).
    pub fn new(
        file: &str,
        line: usize,
        wrong: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Problem {
            file: file.to_owned(),
            line,
            wrong: wrong.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Anybody may have written the file and its name.
        Shown(&self.file).fmt(f)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        let (wrong, remedy) = (Shown(&self.wrong), Shown(&self.remedy));
        write!(f, ": {wrong}\n  to fix it: {remedy}")
    }
}

impl std::error::Error for Problem {}

/// The name in `known` that is nearest to `typed`, if it is near enough to be the intended one: at most one
/// edit for every three letters (Levenshtein distance), but two edits are always allowed.
pub(crate) fn nearest<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    // It comes from a file and may be long, so only its beginning counts.
    let typed: String = typed.chars().take(64).collect();
    let allowed = (typed.chars().count() / 3).max(2);
    known
        .iter()
        .map(|name| (strsim::levenshtein(&typed, name), *name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_is_near_or_nothing() {
        let known = ["title", "publisher", "date", "place"];
        assert_eq!(nearest("Title", &known), Some("title"));
        assert_eq!(nearest("publsher", &known), Some("publisher"));
        assert_eq!(nearest("plate", &known), Some("place"));
        assert_eq!(nearest("photographer", &known), None);
    }

    #[test]
    fn a_fault_of_the_whole_file_names_no_line() {
        let problem = Problem::new("a.md", 0, "it is empty", "write something");
        assert_eq!(
            problem.to_string(),
            "a.md: it is empty\n  to fix it: write something"
        );
    }
}
