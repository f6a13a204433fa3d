//! The words about the two boxes where a comparison begins: what each side contains, or what is still missing.

use crossread_article::is_web_address;

/// What a side is of.
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
const ADDRESS: &str = "That is an address, and Crossread opens no other site. Open the page, copy the article’s text and \
     paste it here; or save the page and open the file.";

/// What is wrong with what stands in a box while it is written; empty for nothing.
pub fn box_fault(text: &str) -> &'static str {
    if is_address(text) { ADDRESS } else { "" }
}

/// What both sides are of. `given`: the articles that are chosen beside the boxes.
///
/// # Errors
/// With a sentence for each box that lacks something; empty for the other.
pub fn begin(texts: [&str; 2], given: &Two) -> Result<[Begun; 2], [&'static str; 2]> {
    let mut faults = texts.map(box_fault);
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
        // An article that was chosen first goes to where there is room.
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

/// Whether a text is nothing but addresses, as browsers show and copy them.
fn is_address(text: &str) -> bool {
    let one = |word: &str| {
        let (host, _) = word.split_once('/').unwrap_or((word, ""));
        let is_host = host.split('.').count() > 2
            && host.split('.').all(|part| {
                let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
                !part.is_empty() && part.bytes().all(sound)
            });
        is_web_address(word) || (word.starts_with("www.") && is_host)
    };
    let words = || text.split_whitespace().take(4);
    words().next().is_some() && words().all(one)
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, Begun, EMPTY, SAME, begin, box_fault};

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
    fn an_address_is_told_from_a_text() {
        for address in [
            "https://example.org/rain",
            " http://example.org/a?b=c#d \n",
            "www.example.org/rain",
            "https://a.example/1\nhttps://b.example/2",
        ] {
            assert_eq!(box_fault(address), ADDRESS, "{address}");
            assert_eq!(said(address, "Snow.", ["", ""]), format!("{ADDRESS}|"));
        }
        for text in [
            "",
            "Rain.",
            "www",
            "Rain at last https://example.org/rain",
            "https://example.org/rain\nIt rained.",
            "javascript:alert(1)",
        ] {
            assert_eq!(box_fault(text), "", "{text}");
        }
    }
}
