//! The result of a comparison: matches, passages and figures, as plain data over two [`Reading`]s. Indices
//! point into the readings; nothing here holds text.
//!
//! [`Reading`]: crate::Reading

use std::fmt;
use std::str::FromStr;

use crate::Span;
use crate::options::Options;
use crate::reading::Voice;

/// How a sentence of A and a sentence of B are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Kind {
    /// About the same thing: the same claim in other words, a part of it, or its denial. Also one stock phrase
    /// about two events.
    Related,
    /// The same sentence reworded.
    Edited,
    /// The same words.
    Verbatim,
}

impl Kind {
    /// All kinds, strongest first.
    pub const ALL: [Kind; 3] = [Kind::Verbatim, Kind::Edited, Kind::Related];

    /// Its name, also used to write and parse it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Verbatim => "verbatim",
            Kind::Edited => "edited",
            Kind::Related => "related",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Kind, UnknownKind> {
        let mut all = Kind::ALL.into_iter();
        all.find(|kind| kind.name() == name).ok_or(UnknownKind)
    }
}

/// The text is not the name of a [`Kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownKind;

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind of match is verbatim, edited or related")
    }
}

impl std::error::Error for UnknownKind {}

/// The rule that linked two sentences. Each rule has its own threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Route {
    /// The same words in the same order; no threshold.
    SameWords,
    /// The best link of both sentences, over the link threshold.
    Best,
    /// One side says in two sentences what the other says in one: the second sentence is linked for what it adds.
    Joined,
    /// It is beside another match, and reached a lower threshold.
    Beside,
    /// Both are likely to be about the same thing, judged by themselves and their neighbours. Strength and
    /// threshold are probabilities.
    About,
    /// The reader linked them by hand ([`HandLinks`](crate::HandLinks)); no threshold.
    Hand,
}

/// A link between a sentence of A and a sentence of B.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Match {
    /// The sentence of A, an index into its reading's sentences.
    pub a: u32,
    /// The sentence of B.
    pub b: u32,
    /// Their kind of match.
    pub kind: Kind,
    /// How much of their words they share, by weight, 0 to 1; 1 for the same words.
    pub score: f64,
    /// The strength of the link, which is compared with the threshold.
    pub link: f64,
    /// The threshold that it reached; 0 for [`Route::SameWords`] and [`Route::Hand`].
    pub threshold: f64,
    /// The rule that linked them.
    pub route: Route,
    /// Whether it is outside the heaviest set of matches that have the same order in both articles.
    pub moved: bool,
}

/// A sentence of the other article that is close to a sentence, whether the two are linked or not.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Closest {
    /// The sentence, an index into the other reading's sentences.
    pub sentence: u32,
    /// How likely both are about the same thing, 0 to 1.
    pub score: f32,
}

/// A maximal run of the same words in both articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Passage {
    /// Its first word in A, an index into the reading's words.
    pub a: u32,
    /// Its first word in B.
    pub b: u32,
    /// How many words it has.
    pub words: u32,
}

/// What was left out because a bound on the work was reached. All false: nothing was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CutShort {
    /// There are more passages than are listed.
    pub passages: bool,
    /// Words in very many sentences proposed no links. A match that rests only on such words can be
    /// missing.
    pub candidates: bool,
}

/// The figures of one side. Each word is counted once. Repeats and furniture are counted separately, unless
/// the comparison's scope is the full text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Figures {
    /// Words that are compared.
    pub words: u32,
    /// Words left out as repeats.
    pub repeat_words: u32,
    /// Words left out as furniture.
    pub furniture_words: u32,
    /// Words in a verbatim match.
    pub verbatim: u32,
    /// Words in an edited match, but in no verbatim one.
    pub edited: u32,
    /// Words only in a related match.
    pub related: u32,
    /// Words in a passage, but in no match.
    pub passage: u32,
    /// Sentences that are compared.
    pub sentences: u32,
    /// Sentences by their strongest kind of match.
    pub verbatim_sentences: u32,
    /// Sentences by their strongest kind of match.
    pub edited_sentences: u32,
    /// Sentences by their strongest kind of match.
    pub related_sentences: u32,
}

impl Figures {
    /// Words in a match or a passage.
    pub fn shared(&self) -> u32 {
        self.verbatim + self.edited + self.related + self.passage
    }

    /// Containment: the share of this article's words that are in a match or a passage with the
    /// other, 0 to 1 (Broder, *On the resemblance and containment of documents*, 1997, over words
    /// in matches rather than shingles). 0 for an article without words.
    pub fn containment(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        f64::from(self.shared()) / f64::from(self.words)
    }

    /// Sentences without a match.
    pub fn unmatched_sentences(&self) -> u32 {
        self.sentences.saturating_sub(
            self.verbatim_sentences + self.edited_sentences + self.related_sentences,
        )
    }
}

/// The thresholds of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Thresholds {
    /// The strength from which the best link of two sentences is a match.
    pub link: f64,
    /// The score from which a match is edited rather than related.
    pub edited: f64,
}

/// The comparison of two articles.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Comparison {
    /// What was asked.
    pub options: Options,
    /// The matches, by sentence of A, then of B.
    pub matches: Vec<Match>,
    /// Sentences of A and B that the reader refused as a match, found or not, in order.
    pub refused: Vec<(u32, u32)>,
    /// The passages, by first word in A, then in B. They may overlap: a run of A can occur in two places
    /// of B, and two passages of A can share words.
    pub passages: Vec<Passage>,
    /// For each sentence of A, up to three sentences of B that are closest to it, closest first, linked or not. There
    /// are none for a sentence that is not compared, or shares only common words with B.
    pub closest_a: Vec<Vec<Closest>>,
    /// The same for each sentence of B.
    pub closest_b: Vec<Vec<Closest>>,
    /// How similar the two articles are as a whole, 0 to 1.
    pub similarity: f64,
    /// The thresholds used.
    pub thresholds: Thresholds,
    /// A's figures.
    pub a: Figures,
    /// B's figures.
    pub b: Figures,
    /// What was left out.
    pub cut_short: CutShort,
}

/// The greatest distance between a match's own sentence and another that belongs to it.
const TOGETHER: u32 = 4;

impl Comparison {
    /// The sentences of A and of B that belong together in match number `index`, each from the first to the last. If one
    /// article says in several sentences what the other says in one, these are all of them. `None` if there is no such
    /// match.
    pub fn together(&self, index: usize) -> Option<((u32, u32), (u32, u32))> {
        let found = self.matches.get(index)?;
        let (mut a, mut b) = ((found.a, found.a), (found.b, found.b));
        if found.kind == Kind::Verbatim {
            return Some((a, b));
        }
        let first = found.a.saturating_sub(TOGETHER);
        let from = self.matches.partition_point(|other| other.a < first);
        let near = self.matches.iter().skip(from);
        for other in near.take_while(|other| other.a <= found.a + TOGETHER) {
            if other.kind == Kind::Verbatim || other.b.abs_diff(found.b) > TOGETHER {
                continue;
            }
            if other.a == found.a {
                b = (b.0.min(other.b), b.1.max(other.b));
            }
            if other.b == found.b {
                a = (a.0.min(other.a), a.1.max(other.a));
            }
        }
        Some((a, b))
    }
}

/// The evidence for a match of two sentences.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Evidence {
    /// The shared words, each with its places in A and in B, in A's order. Words with the same stem count as
    /// the same. Common words are left out if there are others.
    pub shared: Vec<(Span, Span)>,
    /// How many words of A's sentence have an equal in B's, common words included.
    pub shared_a: u32,
    /// How many words of B's sentence have an equal in A's.
    pub shared_b: u32,
    /// Words in A's sentence.
    pub words_a: u32,
    /// Words in B's sentence.
    pub words_b: u32,
    /// The passages that are in both sentences, as indices into [`Comparison::passages`].
    pub passages: Vec<u32>,
    /// Whose words A's sentence gives.
    pub voice_a: Voice,
    /// Whose words B's sentence gives.
    pub voice_b: Voice,
    /// The next kind up, and how much score is missing to reach it. `None` above verbatim. The distance to
    /// verbatim is what is missing to 1.
    pub up: Option<(Kind, f64)>,
    /// The next kind down, and how much score may be lost before it applies. A kind of `None` means no match.
    pub down: (Option<Kind>, f64),
}

#[cfg(test)]
mod tests {
    use super::{Kind, UnknownKind};

    #[test]
    fn a_kind_is_read_back_from_its_name() {
        for kind in Kind::ALL {
            assert_eq!(kind.to_string().parse(), Ok(kind));
            assert!(UnknownKind.to_string().contains(kind.name()));
        }
        for unknown in ["", "Edited", "moved", "edited "] {
            assert_eq!(unknown.parse::<Kind>(), Err(UnknownKind), "{unknown}");
        }
        assert!(Kind::ALL.is_sorted_by(|one, next| one > next));
    }
}
