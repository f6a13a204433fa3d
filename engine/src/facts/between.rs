//! The facts between the sentences of two articles. A sentence is read once for all nearby sentences that it is
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
    /// Reads both, if they are in one language.
    finder: Finder,
    /// Reads B, if it is in another language.
    other: Option<Finder>,
}

struct Side<'t> {
    text: &'t str,
    reading: &'t Reading,
    /// Sentences that were read, each at its index modulo the length.
    read: Vec<Option<(u32, Said<'t>)>>,
}

/// How many read sentences of a side are kept: matches go through both articles in about the same order, and more would
/// not fit the processor's cache.
const KEPT: usize = 32;

impl<'t> Side<'t> {
    fn new(text: &'t str, reading: &'t Reading) -> Self {
        Side {
            text,
            reading,
            read: (0..KEPT.min(reading.sentences.len()))
                .map(|_| None)
                .collect(),
        }
    }

    fn span(&self, span: Span, finder: &mut Finder) -> Said<'t> {
        finder.write(self.reading.day);
        finder.read(self.text, span, &self.reading.quotations)
    }

    fn fill(&mut self, index: u32, finder: &mut Finder) {
        let Some(sentence) = self.reading.sentences.get(index as usize) else {
            return;
        };
        if self.sentence(index).is_none() {
            let place = &mut self.read[index as usize % KEPT];
            let old = place.take().map(|old| old.1).unwrap_or_default();
            finder.write(self.reading.day);
            let reading = self.reading;
            // The comparison has stemmed all words.
            let words = reading.sentence_words(index);
            let stem = |at: usize, form: &str| {
                let word = words
                    .binary_search_by_key(&at, |word| word.span.start)
                    .ok()?;
                let key = words[word].key;
                let known = reading.forms().get(key as usize)?;
                let is_it = reading.vocabulary.form(key) == form && !known.ideographic;
                is_it.then(|| (known.stem_number(), known.stop))
            };
            let said = finder.read_over(old, self.text, sentence.span, &reading.quotations, &stem);
            *place = Some((index, said));
        }
    }

    fn sentence(&self, index: u32) -> Option<&Said<'t>> {
        let kept = self.read.get(index as usize % KEPT)?.as_ref();
        kept.filter(|kept| kept.0 == index).map(|kept| &kept.1)
    }
}

impl<'t> Between<'t> {
    /// Each text with the reading that was made of it, A first.
    pub fn new(a: (&'t str, &'t Reading), b: (&'t str, &'t Reading)) -> Self {
        Between {
            a: Side::new(a.0, a.1),
            b: Side::new(b.0, b.1),
            finder: Finder::new(a.1.lang),
            other: (a.1.lang != b.1.lang).then(|| Finder::new(b.1.lang)),
        }
    }

    /// The facts between a sentence of A and one of B, by their indices in the readings; empty if there is no such
    /// sentence.
    pub fn sentences(&mut self, a: u32, b: u32) -> Vec<Fact> {
        self.a.fill(a, &mut self.finder);
        self.b
            .fill(b, self.other.as_mut().unwrap_or(&mut self.finder));
        match (self.a.sentence(a), self.b.sentence(b)) {
            (Some(a), Some(b)) => facts(a, b),
            _ => Vec::new(),
        }
    }

    /// The facts between any stretch of A and any of B, in bytes; a range that does not fit its text counts as empty.
    pub fn spans(&mut self, a: Span, b: Span) -> Vec<Fact> {
        let a = self.a.span(a, &mut self.finder);
        let of_b = self.other.as_mut().unwrap_or(&mut self.finder);
        facts(&a, &self.b.span(b, of_b))
    }
}

#[cfg(test)]
mod tests {
    use super::Between;
    use crate::facts::{Finder, facts};
    use crate::lang::Lang;
    use crate::reading::{Reading, Source};

    /// More sentences than are kept read, of many words, so that memory is used again.
    fn text(other: bool) -> String {
        let what = ["Moscow’s envoys", "The Smiths", "Voters in Oslo"];
        let verb = if other { "may not" } else { "will" };
        let sentence = |n: usize| {
            let (who, count) = (what[n % 3], if other { n + 1 } else { n });
            format!(
                "{who} {verb} send {count} ships on Friday, “as we promised”, Anna O’Neill said in 20{n:02}. "
            )
        };
        (10..90).map(sentence).collect()
    }

    #[test]
    fn a_sentence_read_over_another_says_what_it_says_by_itself() {
        for lang in [Lang::English, Lang::German] {
            let texts = [text(false), text(true)];
            let [a, b] = [0, 1].map(|side| Reading::new(Source::new(&texts[side], lang)));
            assert!(a.sentences.len() > 2 * super::KEPT);
            let mut between = Between::new((&texts[0], &a), (&texts[1], &b));
            let mut finder = Finder::new(lang);
            for index in 0..a.sentences.len().min(b.sentences.len()) {
                let mut alone = |side: usize, reading: &Reading| {
                    let span = reading.sentences[index].span;
                    finder.read(&texts[side], span, &reading.quotations)
                };
                let expected = facts(&alone(0, &a), &alone(1, &b));
                assert!(!expected.is_empty());
                assert_eq!(between.sentences(index as u32, index as u32), expected);
            }
        }
    }
}
