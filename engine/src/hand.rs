//! Links that a reader made or refused by hand. They name stretches of the texts, and not sentences by number, so
//! that they mean the same whatever is compared of them.

use crate::Span;

/// Which stretches of A and B belong together by a reader's word, and which do not, in bytes of either text. A
/// stretch means the sentences that it touches. What is both made and refused is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct HandLinks {
    /// These two belong together.
    pub made: Vec<(Span, Span)>,
    /// These two do not.
    pub refused: Vec<(Span, Span)>,
}

impl HandLinks {
    /// Whether the reader said nothing.
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
