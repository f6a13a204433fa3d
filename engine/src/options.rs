//! The options of a comparison: how long a passage must be, how strict matching is, and whether repeats and furniture
//! are compared. Every value of these types is valid.

use std::fmt;
use std::str::FromStr;

/// How strict matching is: the factor on the link thresholds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Strictness {
    /// Thresholds times 0.7.
    Loosest,
    /// Thresholds times 0.85.
    Loose,
    /// The thresholds as they were found on evaluation text.
    #[default]
    Normal,
    /// Thresholds times 1.25.
    Strict,
    /// Thresholds times 1.5.
    Strictest,
}

impl Strictness {
    /// All steps, loosest first.
    pub const ALL: [Strictness; 5] = [
        Strictness::Loosest,
        Strictness::Loose,
        Strictness::Normal,
        Strictness::Strict,
        Strictness::Strictest,
    ];

    /// The factor for the link thresholds.
    pub fn factor(self) -> f64 {
        match self {
            Strictness::Loosest => 0.7,
            Strictness::Loose => 0.85,
            Strictness::Normal => 1.0,
            Strictness::Strict => 1.25,
            Strictness::Strictest => 1.5,
        }
    }

    /// Its name, "loosest" to "strictest", also used to write and parse it.
    pub fn name(self) -> &'static str {
        match self {
            Strictness::Loosest => "loosest",
            Strictness::Loose => "loose",
            Strictness::Normal => "normal",
            Strictness::Strict => "strict",
            Strictness::Strictest => "strictest",
        }
    }

    /// Its place among [`Strictness::ALL`], from 1 (loosest) to 5 (strictest).
    pub fn step(self) -> u8 {
        self as u8 + 1
    }

    /// The strictness at that place, 1 to 5.
    pub fn from_step(step: u8) -> Option<Strictness> {
        Strictness::ALL
            .into_iter()
            .find(|strictness| strictness.step() == step)
    }

    /// The log-odds from which two sentences that are likely about the same thing are a match. `None` at
    /// the strictest step, which has no such matches.
    pub(crate) fn about(self) -> Option<f64> {
        match self {
            Strictness::Loosest => Some(-0.4),
            Strictness::Loose => Some(-0.1),
            Strictness::Normal => Some(0.2),
            Strictness::Strict => Some(0.9),
            Strictness::Strictest => None,
        }
    }
}

impl fmt::Display for Strictness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Strictness {
    type Err = UnknownStrictness;

    fn from_str(name: &str) -> Result<Strictness, UnknownStrictness> {
        Strictness::ALL
            .into_iter()
            .find(|strictness| strictness.name() == name)
            .ok_or(UnknownStrictness)
    }
}

/// The text is not the name of a [`Strictness`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownStrictness;

impl fmt::Display for UnknownStrictness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a strictness is loosest, loose, normal, strict or strictest")
    }
}

impl std::error::Error for UnknownStrictness {}

/// The shortest passage, in words: 3 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "u8")
)]
pub struct MinWords(u8);

/// The nearest valid length, for values from outside.
impl From<u8> for MinWords {
    fn from(words: u8) -> Self {
        MinWords::clamped(words)
    }
}

impl MinWords {
    /// The shortest and the longest choice.
    pub const RANGE: std::ops::RangeInclusive<u8> = 3..=12;

    /// The nearest valid length.
    pub fn clamped(words: u8) -> MinWords {
        MinWords(words.clamp(*Self::RANGE.start(), *Self::RANGE.end()))
    }

    /// The length, if it is valid.
    pub fn new(words: u8) -> Option<MinWords> {
        Self::RANGE.contains(&words).then_some(MinWords(words))
    }

    /// The length in words.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}

impl Default for MinWords {
    fn default() -> Self {
        MinWords(5)
    }
}

/// Which text of the two articles is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Scope {
    /// Each article's own text, without its repeats and furniture.
    #[default]
    Own,
    /// Everything, repeats and furniture included.
    Full,
}

/// All options of a comparison.
///
/// ```
/// use crossread_engine::{Options, Strictness};
///
/// let options = Options::default().with_strictness(Strictness::Loose);
/// assert_eq!(options.strictness, Strictness::Loose);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Options {
    /// The shortest passage, in words.
    pub min_words: MinWords,
    /// How strict matching is.
    pub strictness: Strictness,
    /// Which text is compared.
    pub scope: Scope,
}

impl Options {
    /// The same with that length of a passage.
    #[must_use]
    pub fn with_min_words(self, min_words: MinWords) -> Options {
        Options { min_words, ..self }
    }

    /// The same with that strictness.
    #[must_use]
    pub fn with_strictness(self, strictness: Strictness) -> Options {
        Options { strictness, ..self }
    }

    /// The same with that scope.
    #[must_use]
    pub fn with_scope(self, scope: Scope) -> Options {
        Options { scope, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{Strictness, UnknownStrictness};

    #[test]
    fn a_strictness_is_read_back_from_its_name_and_its_step() {
        for strictness in Strictness::ALL {
            assert_eq!(strictness.to_string().parse(), Ok(strictness));
            assert_eq!(Strictness::from_step(strictness.step()), Some(strictness));
        }
        assert_eq!(Strictness::Loosest.step(), 1);
        assert_eq!(Strictness::Strictest.step(), 5);
        assert_eq!(Strictness::from_step(0), None);
        assert_eq!(Strictness::from_step(6), None);
        for unknown in ["", "Strict", "3"] {
            let read = unknown.parse::<Strictness>();
            assert_eq!(read, Err(UnknownStrictness), "{unknown}");
        }
    }

    #[test]
    fn the_error_lists_every_name() {
        let said = UnknownStrictness.to_string();
        for strictness in Strictness::ALL {
            assert!(said.contains(strictness.name()), "{said}");
        }
    }
}
