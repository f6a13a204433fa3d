//! The words about the two boxes where a comparison begins: what each side contains, or what is still missing.

use crate::own::draft::address_fault;

/// What a side contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// The text in its box.
    Text,
    /// An article that was chosen.
    Article(String),
}

/// The articles that are chosen beside the boxes: their ids.
pub type Two = [Option<String>; 2];

const EMPTY: &str = "Paste a text here first, or choose an article.";
const SAME: &str = "This is the same text as the first. Paste the other report.";
/// What both sides contain. `given`: the articles that are chosen beside the boxes.
///
/// # Errors
/// With a sentence for each box that lacks something; empty for the other.
pub fn begin(texts: [&str; 2], given: &Two) -> Result<[Begun; 2], [&'static str; 2]> {
    let mut faults = texts.map(address_fault);
    if faults != [""; 2] {
        return Err(faults);
    }
    let [one, other] = texts.map(str::trim);
    if !one.is_empty() && one == other {
        return Err(["", SAME]);
    }
    let filled = [one, other].map(|text| !text.is_empty());
    let part = |side: usize| {
        if filled[side] {
            return Some(Begun::Text);
        }
        // An article that was chosen for a filled side goes to the other one.
        let lent = given[1 - side].as_ref().filter(|_| filled[1 - side]);
        given[side].as_ref().or(lent).cloned().map(Begun::Article)
    };
    match [part(0), part(1)] {
        [Some(one), Some(other)] => Ok([one, other]),
        parts => {
            for (fault, part) in faults.iter_mut().zip(parts) {
                if part.is_none() {
                    *fault = EMPTY;
                }
            }
            Err(faults)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Begun, EMPTY, SAME, address_fault, begin};

    fn said(one: &str, other: &str, given: [&str; 2]) -> String {
        let given = given.map(|id| (!id.is_empty()).then(|| id.to_owned()));
        match begin([one, other], &given) {
            Err([one, other]) => format!("{one}|{other}"),
            Ok(parts) => parts
                .map(|part| match part {
                    Begun::Text => "text".to_owned(),
                    Begun::Article(id) => id,
                })
                .join(" "),
        }
    }

    #[test]
    fn two_texts_are_compared_and_one_with_an_article_that_is_chosen() {
        assert_eq!(said("Rain.", "Snow.", ["", ""]), "text text");
        assert_eq!(said("Rain.", "Snow.", ["nato", "kiev"]), "text text");
        assert_eq!(said("Rain.", " \n", ["nato", ""]), "text nato");
        assert_eq!(said("Rain.", "", ["nato", "kiev"]), "text kiev");
        assert_eq!(said("", "Snow.", ["nato", ""]), "nato text");
        assert_eq!(said("", "Snow.", ["", "kiev"]), "kiev text");
        assert_eq!(said("", "", ["nato", "kiev"]), "nato kiev");
    }

    #[test]
    fn an_empty_box_says_what_it_waits_for() {
        assert_eq!(said("", "", ["", ""]), format!("{EMPTY}|{EMPTY}"));
        assert_eq!(said("Rain.", "\n", ["", ""]), format!("|{EMPTY}"));
        assert_eq!(said("", "Snow.", ["", ""]), format!("{EMPTY}|"));
        assert_eq!(said("", "", ["nato", ""]), format!("|{EMPTY}"));
        assert_eq!(said("Rain. ", "Rain.", ["", ""]), format!("|{SAME}"));
    }

    #[test]
    fn an_address_is_no_text() {
        let fault = address_fault("https://example.org/rain");
        assert_eq!(
            said("https://example.org/rain", "Snow.", ["", ""]),
            format!("{fault}|")
        );
    }
}
