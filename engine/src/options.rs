//! What a reader can turn: how long a passage must be, how strict a match, and whether repeats and
//! furniture take part. Every value that these types can hold is a valid one.

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

    /// What the link thresholds are multiplied by.
    pub fn factor(self) -> f64 {
        match self {
            Strictness::Loosest => 0.7,
            Strictness::Loose => 0.85,
            Strictness::Normal => 1.0,
            Strictness::Strict => 1.25,
            Strictness::Strictest => 1.5,
        }
    }
}

/// The length, in words, from which a shared run is a passage: 3 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "u8")
)]
pub struct MinWords(u8);

/// The nearest valid length, for what comes from elsewhere.
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

    /// The length, where it is valid.
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

/// Which of the two articles' text takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Scope {
    /// Each article's own text, without its repeats and furniture.
    #[default]
    Own,
    /// Everything, repeats and furniture included.
    Full,
}

/// All that a comparison can be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Options {
    /// From how many words on a shared run is a passage.
    pub min_words: MinWords,
    /// How strict matching is.
    pub strictness: Strictness,
    /// Which text takes part.
    pub scope: Scope,
}
