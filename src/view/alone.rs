//! What is said on a phone, where the first article stands alone with what the second says to it.

use super::Comparing;
use super::words::{digits, plural};

/// What stands above the first article.
pub const WITH_B: &str = "A, with B’s matching sentences";

/// What is said when the reader goes on with the second.
pub const CHANGED_PLACES: &str = "A and B have changed places.";

/// How much of B does not show beside A: "11 of B’s 15 sentences have no counterpart in A."
pub fn without_counterpart(comparing: &Comparing) -> String {
    let found = &comparing.found.b;
    match (found.unique_sentences(), found.sentences) {
        (_, 0) => "B has no sentence that takes part.".to_owned(),
        (0, _) => "Every sentence of B has a counterpart in A.".to_owned(),
        (none, all) if none == all => "No sentence of B has a counterpart in A.".to_owned(),
        (some, all) => format!(
            "{} of B’s {} sentences {} no counterpart in A.",
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
            "1 of B’s 2 sentences has no counterpart in A."
        );
        assert_eq!(
            said(RAIN, &[SHIP, RAIN, VOTE]),
            "2 of B’s 3 sentences have no counterpart in A."
        );
        assert_eq!(
            said(RAIN, &[RAIN]),
            "Every sentence of B has a counterpart in A."
        );
        assert_eq!(
            said(RAIN, &[SHIP, VOTE]),
            "No sentence of B has a counterpart in A."
        );
        assert_eq!(
            said(RAIN, &[SHIP]),
            "No sentence of B has a counterpart in A."
        );
        assert_eq!(said(RAIN, &[]), "B has no sentence that takes part.");
    }

    #[test]
    fn it_counts_as_the_finding_does() {
        let (comparing, _) = first_pair("");
        assert_eq!(
            without_counterpart(&comparing),
            "7 of B’s 15 sentences have no counterpart in A."
        );
    }
}
