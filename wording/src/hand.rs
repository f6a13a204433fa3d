//! The sentences about links that a reader made or refused.

use crate::words::{capital, count_spelled, plural};

/// "Two matches were linked by hand. One pair of sentences was refused by hand, so it is not a match here." `None` if the
/// reader did neither.
pub fn by_hand(made: u32, refused: u32) -> Option<String> {
    let made = (made > 0).then(|| {
        format!(
            "{} {} linked by hand.",
            capital(&count_spelled(made, "match", "matches")),
            plural(made, "was", "were")
        )
    });
    let refused = (refused > 0).then(|| {
        format!(
            "{} of sentences {} refused by hand, so {} here.",
            capital(&count_spelled(refused, "pair", "pairs")),
            plural(refused, "was", "were"),
            plural(refused, "it is not a match", "they are not matches")
        )
    });
    let said: Vec<String> = made.into_iter().chain(refused).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

#[cfg(test)]
mod tests {
    use super::by_hand;

    #[test]
    fn what_was_done_by_hand_is_counted() {
        assert_eq!(by_hand(0, 0), None);
        assert_eq!(
            by_hand(1, 0).as_deref(),
            Some("One match was linked by hand.")
        );
        assert_eq!(
            by_hand(2, 1).as_deref(),
            Some(
                "Two matches were linked by hand. One pair of sentences was refused by hand, so it is not a match here."
            )
        );
        assert_eq!(
            by_hand(0, 3).as_deref(),
            Some("Three pairs of sentences were refused by hand, so they are not matches here.")
        );
    }
}
