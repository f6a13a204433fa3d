//! What a sentence is made of for matching: the set of its stems, each with a weight. Weights are
//! whole numbers, so that sums do not depend on the order of summation and comparing B with A gives
//! exactly the mirror of comparing A with B.
//!
//! The weighting is inverse document frequency (Spärck Jones, 1972) in a damped form, over the
//! sentences of the two articles, times a base by kind of word. CJK text has no spaces; there, pairs
//! of neighbouring characters stand for words (character bigrams, the field's usual choice), and in
//! Thai, Lao, Khmer and Burmese pairs of neighbouring syllables.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::forms::{AsItIs, Names, Text};
use crate::lang::{Lang, has_stop_words};
use crate::options::Scope;
use crate::reading::{Reading, Standing};
use crate::sort::{self, pack};
use crate::words::{Word, is_syllable};

/// Weights are in units of 1/65,536.
pub const UNIT: u64 = 1 << 16;

/// Base weight of a function word, of a name, and of any other word.
const STOP: f64 = 0.5;
const NAME: f64 = 0.45;
const OTHER: f64 = 1.0;

/// How strongly frequency lowers a weight: the exponent.
const DAMPING: f64 = 0.25;

/// In a language without a list of function words, a word that stands in more than this share of
/// the sentences counts as one, once there are enough sentences to tell.
const COMMON_SHARE: f64 = 0.15;
const COMMON_SENTENCES: u32 = 12;

/// If both articles together have more sentences than this, a term's frequency is taken per so many sentences. In a
/// book every word is frequent, and weights would become small compared with the smoothing of links.
const USUAL_SENTENCES: f64 = 400.0;

/// The terms of one side: for each sentence, the sorted numbers of its distinct terms.
pub struct Side {
    starts: Vec<u32>,
    list: Vec<u32>,
    /// Summed weight of each sentence.
    weights: Vec<u64>,
    /// Whether each sentence is compared.
    pub live: Vec<bool>,
    /// The number of each word's term; `NONE` for a word that is not compared.
    pub of_word: Vec<u32>,
    /// The range of each sentence's words.
    ranges: Vec<(u32, u32)>,
    /// The word keys of each sentence in the joint vocabulary, for "the same words".
    pub keys: Vec<u32>,
    /// Whether each sentence has only numbers and dates: a time, a page number.
    pub bare: Vec<bool>,
}

/// A word that has no term.
pub const NONE: u32 = u32::MAX;

impl Side {
    /// The terms of sentence `i`, ascending.
    pub fn of(&self, i: u32) -> &[u32] {
        &self.list[self.starts[i as usize] as usize..self.starts[i as usize + 1] as usize]
    }

    /// The term of each word of sentence `i`, in order; [`NONE`] for one that is not compared.
    pub fn words_of(&self, i: u32) -> &[u32] {
        let range = self.ranges.get(i as usize).copied().unwrap_or_default();
        let words = self.of_word.get(range.0 as usize..range.1 as usize);
        words.unwrap_or_default()
    }

    /// The summed weight of sentence `i`'s terms.
    pub fn weight(&self, i: u32) -> u64 {
        self.weights[i as usize]
    }

    /// Whether there is a sentence `i` that is compared.
    pub fn takes_part(&self, i: u32) -> bool {
        self.live.get(i as usize).is_some_and(|&live| live)
    }

    /// Whether sentence `i` has only numbers and dates.
    pub fn is_bare(&self, i: u32) -> bool {
        self.bare.get(i as usize).is_some_and(|&bare| bare)
    }

    /// How many sentences are compared and have a term.
    pub fn said(&self) -> usize {
        self.weights.iter().filter(|&&weight| weight > 0).count()
    }

    /// How many sentences there are, including those that are not compared.
    pub fn len(&self) -> u32 {
        self.live.len() as u32
    }
}

/// The terms of both sides over one numbering.
pub struct Terms {
    pub a: Side,
    pub b: Side,
    /// Weight of each term.
    pub weight: Vec<u64>,
    /// Whether each term is more than a function word.
    pub content: Vec<bool>,
    /// What each term names, as far as its form tells.
    pub names: Vec<Names>,
    /// Whether each term is written in a script without spaces: one character, or a pair of them.
    pub glyphs: Vec<Glyphs>,
    /// How many sentences of A, and of B, contain each term.
    pub df: Vec<(u32, u32)>,
    /// How many times longer than usual the two articles are; frequencies are divided by it.
    pub length: f64,
    similarity: f64,
}

/// Whether a term is written in a script without spaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// It is a word by itself.
    #[default]
    No,
    /// One character.
    One,
    /// A pair of neighbouring characters.
    Pair,
}

/// What is gathered about a term during the pass over the words.
#[derive(Clone, Copy, Default)]
struct Seen {
    names: Names,
    glyphs: Glyphs,
    stop: bool,
    capital: u32,
    small: u32,
}

/// The numbers of the terms and the words of two articles.
struct Numbering<'r> {
    terms: Numbers<'r>,
    words: Numbers<'r>,
    seen: Vec<Seen>,
}

type Numbers<'r> = HashMap<Text<'r>, u32, BuildHasherDefault<AsItIs>>;

impl<'r> Numbering<'r> {
    /// For so many words.
    fn new(words: usize) -> Self {
        let empty = || HashMap::with_capacity_and_hasher(words, BuildHasherDefault::default());
        Numbering {
            terms: empty(),
            words: empty(),
            seen: Vec::with_capacity(words),
        }
    }

    fn term(&mut self, stem: Text<'r>, stop: bool) -> u32 {
        let next = self.seen.len() as u32;
        let number = *self.terms.entry(stem).or_insert(next);
        if number == next {
            self.seen.push(Seen::default());
        }
        self.seen[number as usize].stop |= stop;
        number
    }

    fn word(&mut self, form: Text<'r>) -> u32 {
        let next = self.words.len() as u32;
        *self.words.entry(form).or_insert(next)
    }
}

impl Terms {
    /// Stems, numbers and weighs the compared words of both articles.
    pub fn new(a: &Reading, b: &Reading, scope: Scope) -> Terms {
        let mut numbering = Numbering::new(a.vocabulary.len() + b.vocabulary.len());
        let mut a_side = side(a, scope, &mut numbering);
        let mut b_side = side(b, scope, &mut numbering);

        let mut df = vec![(0u32, 0u32); numbering.seen.len()];
        for &term in &a_side.list {
            df[term as usize].0 += 1;
        }
        for &term in &b_side.list {
            df[term as usize].1 += 1;
        }
        let listed = has_stop_words(a.lang) || has_stop_words(b.lang);
        let sentences = a_side
            .live
            .iter()
            .chain(&b_side.live)
            .filter(|&&l| l)
            .count();
        let common = (f64::from(sentences as u32) * COMMON_SHARE) as u32;
        let length = (sentences as f64 / USUAL_SENTENCES).max(1.0);
        let nouns_capital = a.lang == Lang::German || b.lang == Lang::German;

        let (mut weight, mut content, mut names) = (Vec::new(), Vec::new(), Vec::new());
        for (seen, &(in_a, in_b)) in numbering.seen.iter().zip(&df) {
            let held = in_a + in_b;
            let stop = seen.stop || (!listed && held > common.max(COMMON_SENTENCES));
            let named = !stop && seen.capital > seen.small && !nouns_capital;
            let base = match stop {
                true => STOP,
                false if named => NAME,
                false => OTHER,
            };
            let damped = base / (f64::from(held) / 2.0 / length).max(1.0).powf(DAMPING);
            weight.push((damped * UNIT as f64).round() as u64);
            content.push(!stop);
            names.push(match seen.names {
                _ if stop => Names::Thing,
                Names::Thing if named => Names::Name,
                other => other,
            });
        }
        for side in [&mut a_side, &mut b_side] {
            side.weights = (0..side.len())
                .map(|i| side.of(i).iter().map(|&t| weight[t as usize]).sum())
                .collect();
            let told = |&t: &u32| content[t as usize].then_some(names[t as usize]);
            let figures = |what: Names| matches!(what, Names::Number | Names::Time);
            let is_bare = |i: u32| {
                let mut all = side.of(i).iter().filter_map(told).peekable();
                all.peek().is_some() && all.all(figures)
            };
            side.bare = (0..side.len()).map(is_bare).collect();
        }
        let glyphs = numbering.seen.iter().map(|seen| seen.glyphs).collect();
        let similarity = similarity(&a_side, &b_side, &df, &content);
        Terms {
            a: a_side,
            b: b_side,
            weight,
            content,
            names,
            glyphs,
            df,
            length,
            similarity,
        }
    }

    /// How similar the two articles are, 0 to 1: the geometric mean of two Dice coefficients (Dice, 1945), of their
    /// distinct content stems and of their distinct pairs of neighbouring stems with at least one content stem.
    pub fn similarity(&self) -> f64 {
        self.similarity
    }

    /// The summed weight of the terms that are in both lists (ascending).
    pub fn shared(&self, left: &[u32], right: &[u32]) -> u64 {
        let (mut i, mut j, mut sum) = (0, 0, 0);
        while let (Some(&x), Some(&y)) = (left.get(i), right.get(j)) {
            if x == y {
                sum += self.weight[x as usize];
            }
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        sum
    }

    /// Whether both lists (ascending) have a content term in common that is not a name.
    pub fn share_more_than_names(&self, left: &[u32], right: &[u32]) -> bool {
        let telling =
            |&&t: &&u32| self.content[t as usize] && self.names[t as usize] != Names::Name;
        (left.iter().filter(telling)).any(|t| right.binary_search(t).is_ok())
    }

    /// The summed weight of a list of terms.
    pub fn sum(&self, terms: &[u32]) -> u64 {
        terms.iter().map(|&t| self.weight[t as usize]).sum()
    }
}

/// How many words a sentence has; two syllables of a script without spaces count as one.
pub fn spoken(reading: &Reading, i: u32) -> usize {
    let words = reading.sentence_words(i);
    let syllables = (words.iter())
        .filter(|word| is_syllable(reading.vocabulary.form(word.key)))
        .count();
    words.len() - syllables / 2
}

fn side<'r>(reading: &'r Reading, scope: Scope, numbering: &mut Numbering<'r>) -> Side {
    let forms = reading.forms();
    let mut words = Vec::with_capacity(forms.len());
    let mut terms = Vec::with_capacity(forms.len());
    for (form, known) in reading.vocabulary.forms().zip(forms) {
        words.push(numbering.word(known.form(form)));
        let term = numbering.term(known.stem(), known.stop);
        let seen = &mut numbering.seen[term as usize];
        if known.ideographic {
            seen.glyphs = Glyphs::One;
        } else if known.names != Names::Thing {
            seen.names = known.names;
        }
        terms.push(term);
    }

    let mut side = Side {
        starts: vec![0],
        list: Vec::new(),
        weights: Vec::new(),
        live: Vec::new(),
        bare: Vec::new(),
        of_word: vec![NONE; reading.words.len()],
        ranges: (reading.sentences.iter())
            .map(|sentence| sentence.words)
            .collect(),
        keys: reading
            .words
            .iter()
            .map(|w| words[w.key as usize])
            .collect(),
    };
    let mut set: Vec<u32> = Vec::new();
    for sentence in &reading.sentences {
        let live = scope == Scope::Full || sentence.standing == Standing::Own;
        side.live.push(live);
        if live {
            set.clear();
            let first = sentence.words.0 as usize;
            for at in first..sentence.words.1 as usize {
                let word = reading.words[at];
                if scope == Scope::Own && !reading.own[at] {
                    continue;
                }
                let mut term = terms[word.key as usize];
                let known = &forms[word.key as usize];
                if known.ideographic {
                    if let Some(pair) = pair_with_next(reading, at) {
                        let next = reading.words[at + 1];
                        let particles = known.particle && forms[next.key as usize].particle;
                        let is_day = is_day(&pair);
                        term = numbering.term(Text::new(pair.into()), particles);
                        let seen = &mut numbering.seen[term as usize];
                        seen.glyphs = Glyphs::Pair;
                        if is_day {
                            seen.names = Names::Time;
                        }
                    } else if at > first && ends_a_pair(reading, at) {
                        continue;
                    }
                }
                side.of_word[at] = term;
                set.push(term);
                if at > first {
                    note_case(&mut numbering.seen[term as usize], word);
                }
            }
            sort::distinct(&mut set);
            side.list.extend_from_slice(&set);
        }
        side.starts.push(side.list.len() as u32);
    }
    side
}

/// Whether two characters are a day of the week, or a month's or a day's number: *周一*, *月曜*, *三月*.
fn is_day(pair: &str) -> bool {
    let mut pair = pair.chars();
    let (Some(first), Some(second)) = (pair.next(), pair.next()) else {
        return false;
    };
    "周週期".contains(first) && "一二三四五六日天".contains(second)
        || "月火水木金土日".contains(first) && second == '曜'
        || "一二三四五六七八九十".contains(first) && "月日号".contains(second)
}

/// The bigram of an ideographic word and the one that directly follows it, if any.
fn pair_with_next(reading: &Reading, at: usize) -> Option<String> {
    let (word, next) = (reading.words[at], reading.words.get(at + 1)?);
    let joined = next.span.start == word.span.end && reading.forms()[next.key as usize].ideographic;
    joined.then(|| {
        let forms = &reading.vocabulary;
        format!("{}{}", forms.form(word.key), forms.form(next.key))
    })
}

/// Whether the word is a syllable that is only in a pair with the one before it. (The last character of an
/// ideographic run is also a term by itself, since it is often a word.)
fn ends_a_pair(reading: &Reading, at: usize) -> bool {
    let (before, word) = (reading.words[at - 1], reading.words[at]);
    before.span.end == word.span.start
        && reading.forms()[before.key as usize].ideographic
        && is_syllable(reading.vocabulary.form(word.key))
}

fn note_case(seen: &mut Seen, word: Word) {
    if word.capital {
        seen.capital += 1;
    } else {
        seen.small += 1;
    }
}

fn dice(shared: usize, left: usize, right: usize) -> f64 {
    if left + right == 0 {
        return 0.0;
    }
    2.0 * shared as f64 / (left + right) as f64
}

fn similarity(a: &Side, b: &Side, df: &[(u32, u32)], content: &[bool]) -> f64 {
    let (mut left, mut right, mut both) = (0, 0, 0);
    for (&(in_a, in_b), _) in df.iter().zip(content).filter(|(_, content)| **content) {
        left += usize::from(in_a > 0);
        right += usize::from(in_b > 0);
        both += usize::from(in_a > 0 && in_b > 0);
    }
    let stems = dice(both, left, right);
    let (left, right) = (pairs(a, content), pairs(b, content));
    let both = sorted_overlap(&left, &right);
    (stems * dice(both, left.len(), right.len())).sqrt()
}

/// The distinct pairs of neighbouring terms with at least one content term, ascending.
fn pairs(side: &Side, content: &[bool]) -> Vec<u64> {
    let mut pairs: Vec<u64> = side
        .of_word
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|&(x, y)| x != NONE && y != NONE && (content[x as usize] || content[y as usize]))
        .map(|(x, y)| pack(x, y))
        .collect();
    sort::numbers(&mut pairs);
    pairs.dedup();
    pairs
}

fn sorted_overlap(left: &[u64], right: &[u64]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (left.get(i), right.get(j)) {
        both += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    both
}
