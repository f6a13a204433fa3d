//! The fingerprint of an article in the index: hashes of the stems of its words, sentence by sentence, and of its
//! phrases. The same word has the same hash in all articles. If two words have the same hash, a pair seems a little
//! more similar than it is, so no pair is lost.

use crossread_engine::hash::fnv1a;
use crossread_engine::lang::Stemming;
use crossread_engine::{Reading, Scope};

/// How many words a phrase has, without function words.
const PHRASE: usize = 4;

/// The fingerprint of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    /// The distinct stems of each sentence, one sentence after the other.
    pub(crate) stems: Vec<u64>,
    /// For each sentence, the end of its stems in `stems`, and how many words it has.
    pub(crate) sentences: Vec<(u32, u32)>,
    /// The phrases, in order, each once.
    pub(crate) phrases: Vec<u64>,
}

impl Fingerprint {
    /// The fingerprint of an article's own text: repeats and boilerplate do not count.
    pub fn of(reading: &Reading) -> Fingerprint {
        let stemming = Stemming::new(reading.lang);
        // By the number of the word in the reading's vocabulary; `None` for a function word.
        let hashes: Vec<Option<u64>> = reading
            .vocabulary
            .forms()
            .map(|form| (!stemming.is_stop(form)).then(|| hash(&stemming.stem(form))))
            .collect();
        let mut print = Fingerprint::default();
        for sentence in &reading.sentences {
            if !sentence.takes_part(Scope::Own) {
                continue;
            }
            let (first, end) = sentence.words;
            let words = reading.words.get(first as usize..end as usize);
            let mut stems: Vec<u64> = words
                .unwrap_or_default()
                .iter()
                .filter_map(|word| hashes.get(word.key as usize).copied().flatten())
                .collect();
            print.phrases.extend(stems.windows(PHRASE).map(phrase));
            stems.sort_unstable();
            stems.dedup();
            print.stems.extend(stems);
            print
                .sentences
                .push((print.stems.len() as u32, end - first));
        }
        print.phrases.sort_unstable();
        print.phrases.dedup();
        print
    }

    /// For each sentence, how many words it has and its distinct stems.
    pub fn sentences(&self) -> impl Iterator<Item = (u32, &[u64])> {
        let mut from = 0;
        self.sentences.iter().map(move |&(end, words)| {
            let stems = self.stems.get(from..end as usize).unwrap_or_default();
            from = end as usize;
            (words, stems)
        })
    }

    /// Its phrases, each once, in order.
    pub fn phrases(&self) -> &[u64] {
        &self.phrases
    }

    /// Its stems and phrases, each once.
    pub(crate) fn distinct(&self) -> impl Iterator<Item = u64> + '_ {
        let mut stems = self.stems.clone();
        stems.sort_unstable();
        stems.dedup();
        stems.into_iter().chain(self.phrases.iter().copied())
    }
}

fn hash(stem: &str) -> u64 {
    fnv1a(stem.bytes())
}

/// The hash of a phrase, whatever the order of its words: *Monday in Berlin* and *in Berlin on Monday*
/// are one phrase.
fn phrase(words: &[u64]) -> u64 {
    let mixed = |word: u64| (word ^ (word >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    words
        .iter()
        .fold(0, |sum: u64, &word| sum.wrapping_add(mixed(word)))
}
