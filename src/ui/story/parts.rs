//! What the parts of a story's page are made of: a section with its name, a note, an article's letter.

use crate::ui::dom::{El, classed, el};

/// A section with its name as a heading.
pub fn part(id: &str, name: &str) -> El {
    el("section")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).text(name))
}

/// A sentence in small print.
pub fn note(text: &str) -> El {
    classed("p", "note").text(text)
}

/// What a claim is called in links within the page.
pub fn claim_id(number: usize) -> String {
    format!("claim-{}", number + 1)
}

/// The letter of an article, as in the columns of the compare page.
pub fn lettered(letter: &str) -> El {
    classed("b", "letter").text(letter)
}
