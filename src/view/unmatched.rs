//! The words for a phone, which shows only the first article with the counterparts in the second.

use super::Comparing;
use super::words::{digits, plural};
use crate::state::Side;

/// The announcement when the reader continues with the second.
pub const CHANGED_PLACES: &str = "The two articles have changed places.";

/// How much of the second is not shown with the first: "11 of the 15 sentences of EmbassyPages have no counterpart in
/// NATO Integration."
pub fn without_counterpart(comparing: &Comparing) -> String {
    let found = &comparing.found.b;
    let (a, b) = (comparing.name(Side::A), comparing.name(Side::B));
    match (found.unmatched_sentences(), found.sentences) {
        (_, 0) => format!("{b} has no sentence that is compared."),
        (0, _) => format!("Every sentence of {b} has a counterpart in {a}."),
        (none, all) if none == all => format!("No sentence of {b} has a counterpart in {a}."),
        (some, all) => format!(
            "{} of the {} sentences of {b} {} no counterpart in {a}.",
            digits(some),
            digits(all),
            plural(some, "has", "have")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{comparing, first_pair};
    use super::*;

    const RAIN: &str = "Heavy rain fell over the valley and closed the old bridge to all traffic.";
    const SHIP: &str = "The harbour master sold his ship to a merchant from Genoa.";
    const VOTE: &str = "Parliament voted against the budget late on Tuesday evening.";

    #[test]
    fn what_of_b_has_no_counterpart_is_counted() {
        let said = |a: &str, b: &[&str]| without_counterpart(&comparing(a, &b.join(" ")));
        assert_eq!(
            said(RAIN, &[SHIP, RAIN]),
            "1 of the 2 sentences of “The b” has no counterpart in “The a”."
        );
        assert_eq!(
            said(RAIN, &[SHIP, RAIN, VOTE]),
            "2 of the 3 sentences of “The b” have no counterpart in “The a”."
        );
        assert_eq!(
            said(RAIN, &[RAIN]),
            "Every sentence of “The b” has a counterpart in “The a”."
        );
        assert_eq!(
            said(RAIN, &[SHIP, VOTE]),
            "No sentence of “The b” has a counterpart in “The a”."
        );
        assert_eq!(
            said(RAIN, &[SHIP]),
            "No sentence of “The b” has a counterpart in “The a”."
        );
        assert_eq!(said(RAIN, &[]), "“The b” has no sentence that is compared.");
    }

    #[test]
    fn it_counts_as_the_finding_does() {
        let (comparing, _) = first_pair("");
        assert_eq!(
            without_counterpart(&comparing),
            "7 of the 15 sentences of Cooperation with Ukraine have no counterpart in Cooperation with Russia."
        );
    }
}
