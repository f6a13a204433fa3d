//! Finds words that are close together in both of two sentences. Any two sentences on one subject share words. If the
//! words are side by side in both, the sentences probably say the same.

use crate::reading::Reading;
use crate::sort::{self, pack};

use super::terms::{Glyphs, NONE, Side, Terms};

/// How many distinct pairs of words both sentences have close together: neighbours of which at least
/// one is a content word, or two content words with one word between them, in the same order.
pub fn shared_pairs(
    (a, side_a, i): (&Reading, &Side, u32),
    (b, side_b, j): (&Reading, &Side, u32),
    content: &[bool],
) -> usize {
    let left = close_pairs(terms(a, side_a, i), content);
    let right = close_pairs(terms(b, side_b, j), content);
    let both = left.iter().filter(|pair| right.binary_search(pair).is_ok());
    both.count()
}

/// In scripts without spaces: whether two sentences share only one stretch of characters that is much shorter
/// than both, such as a long name. There the characters of a name count as many words, although it is one.
pub fn share_one_stretch(terms: &Terms, (a, i): (&Reading, u32), (b, j): (&Reading, u32)) -> bool {
    let (left, right) = (self::terms(a, &terms.a, i), self::terms(b, &terms.b, j));
    let (in_a, in_b) = (terms.a.of(i), terms.b.of(j));
    let glyphs = |t: u32| terms.glyphs.get(t as usize).copied().unwrap_or_default();
    let content = |t: u32| {
        terms
            .content
            .get(t as usize)
            .is_some_and(|&content| content)
    };
    let more = |t: &&u32| {
        glyphs(**t) == Glyphs::No && terms.content[**t as usize] && in_b.binary_search(t).is_ok()
    };
    if in_a.iter().any(|t| more(&t)) {
        return false;
    }
    let stretch = |list: &[u32], other: &[u32]| {
        let shared =
            |&t: &u32| glyphs(t) == Glyphs::Pair && content(t) && other.binary_search(&t).is_ok();
        let mut runs = list.split(|t| !shared(t)).filter(|run| !run.is_empty());
        let first = runs.next()?;
        runs.next().is_none().then_some(first.len() + 1)
    };
    let whole = left.len().min(right.len());
    let both = stretch(left, in_b).zip(stretch(right, in_a));
    both.is_some_and(|(x, y)| x.max(y) * 3 < whole * 2)
}

/// The terms of a sentence's words, in the words' order.
fn terms<'s>(reading: &Reading, side: &'s Side, sentence: u32) -> &'s [u32] {
    let (first, end) = reading.sentences[sentence as usize].words;
    &side.of_word[first as usize..end as usize]
}

/// The pairs, packed, ascending, each once.
fn close_pairs(terms: &[u32], content: &[bool]) -> Vec<u64> {
    let holds = |term: u32| content.get(term as usize).copied().unwrap_or(false);
    let neighbours = (terms.iter().zip(terms.iter().skip(1)))
        .filter(|&(&x, &y)| holds(x) || holds(y))
        .filter(|&(&x, &y)| x != NONE && y != NONE);
    let apart = (terms.iter().zip(terms.iter().skip(2))).filter(|&(&x, &y)| holds(x) && holds(y));
    let mut pairs: Vec<u64> = neighbours.chain(apart).map(|(&x, &y)| pack(x, y)).collect();
    sort::numbers(&mut pairs);
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::close_pairs;
    use crate::sort::unpack;

    #[test]
    fn pairs_are_neighbours_and_content_words_one_apart() {
        // 0 and 1 are function words.
        let content = [false, false, true, true, true];
        let pairs = |terms: &[u32]| -> Vec<(u32, u32)> {
            let pairs = close_pairs(terms, &content);
            pairs.into_iter().map(unpack).collect()
        };
        assert_eq!(pairs(&[0, 1, 2]), [(1, 2)]);
        assert_eq!(pairs(&[2, 0, 3, 2]), [(0, 3), (2, 0), (2, 3), (3, 2)]);
        assert_eq!(pairs(&[2, super::NONE, 3]), [(2, 3)]);
        assert_eq!(pairs(&[4]), []);
    }
}
