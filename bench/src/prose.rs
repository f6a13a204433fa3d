//! Generates prose, for machines without long texts. Its words have the frequencies of a language and form sentences and
//! paragraphs. A second version keeps, rewords, moves, drops and adds sentences.

use crate::chance::Chance;

/// The commonest words, most frequent first: real ones, since the engine knows them as function words.
const COMMON: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "that", "for", "was", "with", "he", "it", "on", "is",
    "his", "at", "by", "had", "from", "but", "not", "they", "which", "are", "were", "this", "have",
    "their", "be", "would", "who", "an",
];
/// The syllables of all other words.
const SYLLABLES: &[&str] = &[
    "ba", "con", "der", "el", "fi", "gra", "hol", "in", "jo", "ket", "lam", "mo", "nu", "or",
    "per", "qui", "ran", "sto", "tem", "un", "ver", "wil", "xa", "yor", "zen", "pol", "tri", "mar",
    "sen", "cal",
];
/// How many words the language has.
const VOCABULARY: f64 = 120_000.0;

/// Two tellings of about `words` words each.
pub fn tellings(words: usize) -> (String, String) {
    let mut chance = Chance::new(20_140_401);
    let mut first: Vec<Vec<String>> = Vec::new();
    let mut total = 0;
    while total < words {
        let sentence = sentence(&mut chance);
        total += sentence.len();
        first.push(sentence);
    }
    let mut second: Vec<Vec<String>> = Vec::new();
    for sentence in &first {
        let mut retold = match chance.below(100) {
            0..20 => sentence.clone(),
            20..75 => reworded(sentence, &mut chance),
            75..90 => self::sentence(&mut chance),
            _ => continue,
        };
        if chance.happens(0.1) {
            retold.extend(self::sentence(&mut chance));
        }
        second.push(retold);
        if chance.happens(0.05) {
            let (last, other) = (second.len() - 1, chance.below(12));
            second.swap(last, last.saturating_sub(other));
        }
    }
    while second.iter().map(Vec::len).sum::<usize>() < words {
        second.push(sentence(&mut chance));
    }
    (written(&first, &mut chance), written(&second, &mut chance))
}

/// Eight to thirty words.
fn sentence(chance: &mut Chance) -> Vec<String> {
    let words = chance.between(8, 30);
    (0..words).map(|_| word(chance)).collect()
}

/// A word; the word of rank r occurs about 1/r as often as the first (Zipf's law).
fn word(chance: &mut Chance) -> String {
    let rank = VOCABULARY.powf(chance.share()) as usize - 1;
    let Some(mut number) = rank.checked_sub(COMMON.len()) else {
        return COMMON[rank].to_owned();
    };
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            return word;
        }
    }
}

/// The same sentence as another writer would have it.
fn reworded(sentence: &[String], chance: &mut Chance) -> Vec<String> {
    let mut out = Vec::with_capacity(sentence.len() + 4);
    for old in sentence {
        match chance.below(100) {
            0..22 => out.push(word(chance)),
            22..30 => {}
            30..38 => out.extend([word(chance), old.clone()]),
            _ => out.push(old.clone()),
        }
    }
    if chance.happens(0.15) && out.len() > 1 {
        let middle = chance.below(out.len());
        out.rotate_left(middle);
    }
    out
}

/// Sentences as text: a capital and a stop, some commas, paragraphs of three to seven sentences.
fn written(sentences: &[Vec<String>], chance: &mut Chance) -> String {
    let mut text = String::new();
    let mut left = chance.between(3, 7);
    for sentence in sentences {
        for (at, word) in sentence.iter().enumerate() {
            if at == 0 {
                let mut letters = word.chars();
                text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                text.push_str(letters.as_str());
            } else {
                text.push_str(if chance.happens(0.06) { ", " } else { " " });
                text.push_str(word);
            }
        }
        left -= 1;
        if left == 0 {
            left = chance.between(3, 7);
            text.push_str(".\n\n");
        } else {
            text.push_str(". ");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tellings_are_the_same_every_time_and_share_much() {
        let (a, b) = tellings(5_000);
        assert_eq!((a.clone(), b.clone()), tellings(5_000));
        assert!(a.split_whitespace().count() >= 5_000);
        assert!(b.split_whitespace().count() >= 5_000);
        let read = |text| {
            crossread_engine::Reading::new(crossread_engine::Source::new(
                text,
                crossread_engine::Lang::English,
            ))
        };
        let found = crossread_engine::compare(&read(&a), &read(&b), Default::default());
        assert!((0.5..0.95).contains(&found.a.containment()));
    }
}
