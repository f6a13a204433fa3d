//! Links that a reader made or refused by hand. They name stretches of the texts rather than sentence numbers, so that
//! they mean the same in every scope.

use crate::Span;

/// The stretches of A and B that a reader says belong together, and those that do not, in bytes of each text.
/// A stretch stands for the sentences that it touches. If a link is both made and refused, it counts as made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct HandLinks {
    /// These two belong together.
    pub made: Vec<(Span, Span)>,
    /// These two do not.
    pub refused: Vec<(Span, Span)>,
}

impl HandLinks {
    /// The links that were made, and those that were refused.
    pub fn new(made: Vec<(Span, Span)>, refused: Vec<(Span, Span)>) -> HandLinks {
        HandLinks { made, refused }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty() && self.refused.is_empty()
    }

    /// The same with A and B exchanged.
    pub fn swapped(&self) -> HandLinks {
        let swap = |pairs: &[(Span, Span)]| pairs.iter().map(|&(a, b)| (b, a)).collect();
        HandLinks {
            made: swap(&self.made),
            refused: swap(&self.refused),
        }
    }
}
