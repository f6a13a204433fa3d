//! The facts between the sentences of two articles, each sentence read once however many it is
//! compared with.

use crate::Span;
use crate::reading::Reading;

use super::finder::Finder;
use super::said::Said;
use super::{Fact, facts};

/// Two articles whose sentences are compared.
pub struct Between<'t> {
    a: Side<'t>,
    b: Side<'t>,
}

struct Side<'t> {
    text: &'t str,
    reading: &'t Reading,
    finder: Finder,
    read: Vec<Option<Said<'t>>>,
}

impl<'t> Side<'t> {
    fn new(text: &'t str, reading: &'t Reading) -> Self {
        Side {
            text,
            reading,
            finder: Finder::new(reading.lang).written(reading.day),
            read: reading.sentences.iter().map(|_| None).collect(),
        }
    }

    fn span(&mut self, span: Span) -> Said<'t> {
        self.finder.read(self.text, span, &self.reading.quotations)
    }

    fn fill(&mut self, index: u32) {
        let at = index as usize;
        let Some(sentence) = self.reading.sentences.get(at) else {
            return;
        };
        if self.read[at].is_none() {
            let said = self.span(sentence.span);
            self.read[at] = Some(said);
        }
    }

    fn sentence(&self, index: u32) -> Option<&Said<'t>> {
        self.read.get(index as usize)?.as_ref()
    }
}

impl<'t> Between<'t> {
    /// Each text with the reading that was made of it, A first.
    pub fn new(a: (&'t str, &'t Reading), b: (&'t str, &'t Reading)) -> Self {
        Between {
            a: Side::new(a.0, a.1),
            b: Side::new(b.0, b.1),
        }
    }

    /// The facts between a sentence of A and one of B, by their indices in the readings; none where
    /// there is no such sentence.
    pub fn sentences(&mut self, a: u32, b: u32) -> Vec<Fact> {
        self.a.fill(a);
        self.b.fill(b);
        match (self.a.sentence(a), self.b.sentence(b)) {
            (Some(a), Some(b)) => facts(a, b),
            _ => Vec::new(),
        }
    }

    /// The facts between any stretch of A and any of B, in bytes; what does not fit its text is empty.
    pub fn spans(&mut self, a: Span, b: Span) -> Vec<Fact> {
        facts(&self.a.span(a), &self.b.span(b))
    }
}
