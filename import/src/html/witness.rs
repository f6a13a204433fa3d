//! Checks the article found on a page against the page's own data: the description for link previews, and the full text in
//! structured data. This is needed because other parts of a page can look like an article.

use crate::html::walk;
use dom_query::{Document, NodeRef};

/// How many letters of a description are compared: only its start, since many are cut short.
const LETTERS: usize = 48;

/// How many pieces of the structured data's text are searched for.
const PIECES: usize = 7;

/// The most elements that are searched for one piece.
const WORK: usize = 200_000;

/// The page's own words about its article.
pub(crate) struct Witness {
    /// The description's start, only letters and digits.
    lead: Option<String>,
    /// Pieces of the text, only letters and digits.
    pieces: Vec<String>,
}

/// Only the letters and digits, in lower case.
pub(crate) fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

impl Witness {
    /// From the heading that shows the title on the page, the description, and the structured data's text.
    pub(crate) fn new(
        heading: Option<&str>,
        description: Option<&str>,
        body: Option<&str>,
    ) -> Self {
        let start = |text: &str| -> Option<String> {
            let start: String = folded(text).chars().take(LETTERS).collect();
            (start.chars().count() >= 24).then_some(start)
        };
        let heading = heading.map(folded).unwrap_or_default();
        let lead = description.and_then(start);
        // A description that only repeats the headline proves nothing.
        let lead = lead.filter(|lead| {
            !heading.contains(lead.as_str()) && !lead.contains(&heading) || heading.is_empty()
        });
        let body: Vec<char> = body.map(folded).unwrap_or_default().chars().collect();
        let step = body.len() / (PIECES + 1);
        let pieces = (1..=PIECES)
            .filter_map(|at| Some(body.get(at * step..at * step + 30)?.iter().collect()));
        let pieces = if step < 40 {
            Vec::new()
        } else {
            pieces.collect()
        };
        Self { lead, pieces }
    }

    /// Whether a text contains the description's start. `None` if the page has no description.
    pub(crate) fn has_lead(&self, text: &str) -> Option<bool> {
        Some(folded(text).contains(self.lead.as_ref()?))
    }

    /// Whether a text is the text of the structured data, judged by pieces of it. `None` if there is none.
    pub(crate) fn has_body(&self, text: &str) -> Option<bool> {
        if self.pieces.is_empty() {
            return None;
        }
        let text = folded(text);
        let found = self
            .pieces
            .iter()
            .filter(|piece| text.contains(piece.as_str()))
            .count();
        Some(found * 2 > self.pieces.len())
    }

    /// The smallest element that contains the structured data's text.
    pub(crate) fn holds_body<'a>(&self, document: &'a Document) -> Option<NodeRef<'a>> {
        let mut at = document
            .body()
            .filter(|body| self.has_body(&walk::text(body)) == Some(true))?;
        // Go down as long as one child contains all of it.
        for _ in 0..64 {
            let inside = at
                .children_it(false)
                .take(400)
                .filter(NodeRef::is_element)
                .find(|child| self.has_body(&walk::text(child)) == Some(true));
            match inside {
                Some(child) => at = child,
                None => break,
            }
        }
        Some(at)
    }

    /// The paragraph that begins like the description.
    pub(crate) fn lead<'a>(&self, document: &'a Document) -> Option<NodeRef<'a>> {
        let lead = self.lead.as_ref()?;
        let body = document.body()?;
        let mut at = body;
        if !folded(&walk::text(&body)).contains(lead) {
            return None;
        }
        let mut work = WORK;
        loop {
            let inside = at
                .children_it(false)
                .filter(NodeRef::is_element)
                .find(|child| {
                    work = work.saturating_sub(1);
                    work > 0 && folded(&walk::text(child)).contains(lead)
                });
            match inside {
                Some(child) => at = child,
                None => return Some(at),
            }
        }
    }
}
