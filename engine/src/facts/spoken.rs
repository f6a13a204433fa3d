//! Finds who says what in quotation marks in one article, so that a story can put each speaker's words side by side. A speaker
//! is recognised by the last word of a name (*Anders Fogh Rasmussen*, *Rasmussen*), and by *he* if somebody was named before.
//! If an article has two people with the same last name, the last name alone means the one who spoke last, or otherwise who
//! was named last.

use crate::hash::fnv1a;
use crate::reading::Reading;
use crate::{Span, Standing};

use super::finder::Finder;
use super::quotation::{inner, words};
use super::said::{Item, Name, Said, Source};
use super::word::Class;

/// Words in quotation marks, and who says them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spoken {
    /// The sentence, an index into the reading's.
    pub sentence: u32,
    /// The words without their marks, in bytes.
    pub span: Span,
    /// Their stems, each with whether it is a content word.
    pub words: Vec<(u64, bool)>,
    /// The verb of saying, if the sentence has one.
    pub verb: Option<Span>,
    /// Who says it.
    pub by: Speaker,
}

/// Somebody who is quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// Equal for speakers who may be the same: the last name, or the words for somebody unnamed.
    pub key: u64,
    /// The first names, if the article gives them anywhere.
    pub given: Given,
    /// Where the article names the speaker, in bytes.
    pub name: Span,
}

/// First names as numbers; 0 if there are no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Given([u64; 3]);

impl Given {
    /// Whether the first names are not known.
    pub fn is_unknown(self) -> bool {
        self.0[0] == 0
    }

    /// Whether the two have a first name in common.
    pub fn meets(self, other: Given) -> bool {
        let mut names = self.0.iter().filter(|name| **name != 0);
        names.any(|name| other.0.contains(name))
    }
}

/// The most quotations of an article that are examined.
const MOST: usize = 200;

/// The people of an article by their last names.
#[derive(Default)]
struct Known {
    /// The last names with their first names, in the order in which they were named last, or spoke.
    named: Vec<(u64, Given)>,
    spoke: Vec<(u64, Given)>,
}

impl Known {
    /// Notes the names of a sentence.
    fn read(&mut self, said: &Said<'_>) {
        for name in &said.names {
            let given = given(said, name);
            if let Some(key) = last_name(name).filter(|_| !given.is_unknown()) {
                self.named.push((key, given));
            }
        }
    }

    /// The speaker with the first names that the article gives.
    fn whole(&mut self, mut speaker: Speaker) -> Speaker {
        if speaker.given.is_unknown() {
            let of = |list: &[(u64, Given)]| {
                let one = list.iter().rev().find(|one| one.0 == speaker.key);
                one.map(|one| one.1)
            };
            speaker.given = of(&self.spoke)
                .or_else(|| of(&self.named))
                .unwrap_or_default();
        }
        if !speaker.given.is_unknown() {
            self.spoke.push((speaker.key, speaker.given));
        }
        speaker
    }
}

/// Who spoke so far in an article.
#[derive(Default)]
struct Last {
    /// The last who was named as one who says something.
    any: Option<Speaker>,
    /// The last of those who is not a country: whom *he* and *she* mean.
    person: Option<Speaker>,
    /// Whoever was quoted in the sentence before, or spoke there.
    goes_on: Option<Speaker>,
}

/// The quotations of an article whose speaker it names. `text` is the text of `reading`; `salt` distinguishes the
/// article's unnamed speakers (*an official*) from those of others.
pub(crate) fn spoken(text: &str, reading: &Reading, salt: u32) -> Vec<Spoken> {
    let mut found: Vec<Spoken> = Vec::new();
    if reading.quotations.is_empty() {
        return found;
    }
    let mut finder = Finder::new(reading.lang);
    let mut last = Last::default();
    let mut known = Known::default();
    let mut paragraph = None;
    // Pieces of a quotation that continues after its first sentence, in which its speaker is named.
    let mut waiting: Vec<Spoken> = Vec::new();
    for (index, sentence) in (0..).zip(&reading.sentences) {
        if sentence.standing != Standing::Own {
            continue;
        }
        let said = finder.read(text, sentence.span, &reading.quotations);
        known.read(&said);
        let mut speaker = |who: Item| Some(known.whole(speaker(&said, who, salt)?));
        let sources: Vec<&Source> = said
            .sources
            .iter()
            .filter(|one| speaks(&said, one))
            .collect();
        let mut quoted = None;
        for &quote in said
            .quotes
            .iter()
            .filter(|quote| !is_so_called(&said, quote.from))
        {
            let near = sources.iter().min_by_key(|source| {
                let before = quote.from.saturating_sub(source.item.to);
                before.max(source.item.from.saturating_sub(quote.to))
            });
            let whole = quote.from <= 1 && quote.to + 2 >= said.tokens.len();
            let opened = reading
                .quotations
                .iter()
                .any(|one| one.start < sentence.span.end && sentence.span.end < one.end);
            let goes_on = opened && quote.to >= said.tokens.len();
            let is_it = |one: &Source| is_pronoun(&said, one.who);
            let by = match near {
                Some(source) if is_it(source) => last.meant(said.word(source.who.from)),
                Some(source) => speaker(source.who),
                None if sources.len() < said.sources.len() && !whole => last.person,
                // If nobody is named, the speaker continues: in the same paragraph, or with a quotation that is a whole sentence.
                None if goes_on && waiting.is_empty() && paragraph != Some(sentence.paragraph) => {
                    None
                }
                None if paragraph == Some(sentence.paragraph) || whole => last.goes_on,
                None => None,
            };
            let words = words(&said, quote);
            if words.is_empty() || found.len() + waiting.len() >= MOST {
                continue;
            }
            let one = |by: Speaker| Spoken {
                sentence: index,
                span: said.span(inner(&said, quote)),
                words: words.clone(),
                verb: near.map(|source| said.span(verb(source))),
                by,
            };
            match by {
                Some(by) => {
                    let verb = near.map(|source| said.span(verb(source)));
                    found.extend(waiting.drain(..).map(|one| Spoken { by, verb, ..one }));
                    found.push(one(by));
                    quoted = Some(by);
                }
                None if goes_on => waiting.push(one(Speaker::default())),
                None => {}
            }
        }
        if said.quotes.is_empty() {
            waiting.clear();
        }
        for one in &sources {
            let named = speaker(one.who);
            let country = said.names.iter().any(|name| {
                name.item.from >= one.who.from && name.item.to == one.who.to && name.place.is_some()
            });
            last.any = named.or(last.any);
            if !country {
                last.person = named.or(last.person);
            }
        }
        // A quotation also continues after "he said" without a quotation.
        last.goes_on = quoted.or(last.any.filter(|_| !sources.is_empty()));
        paragraph = Some(sentence.paragraph);
    }
    // Whom the article names more fully only later.
    for one in &mut found {
        one.by = known.whole(one.by);
    }
    found
}

impl Last {
    /// Whom a pronoun means.
    fn meant(&self, word: &str) -> Option<Speaker> {
        match word {
            "he" | "she" | "i" | "who" => self.person,
            _ => self.any,
        }
    }
}

/// Whether a source has its own verb: the subject of *saying* and *calling* is that of their sentence.
fn speaks(said: &Said<'_>, source: &Source) -> bool {
    let verb = verb(source);
    !said.quoted(source.item.from) && !said.word(verb.from).ends_with("ing")
}

/// Whether the quotation from this token on is a name that others use: *the so-called "format"*.
fn is_so_called(said: &Said<'_>, at: usize) -> bool {
    said.back(at, 1) == "called" && said.back(at, 3) == "so"
}

/// The verb of a source without the words around it: *later told*.
fn verb(source: &Source) -> Item {
    match source.who.from == source.item.from {
        true => Item {
            from: source.item.to.saturating_sub(1),
            to: source.item.to,
        },
        false => Item {
            from: source.item.from,
            to: source.item.from + 1,
        },
    }
}

/// Whether a source is a pronoun.
fn is_pronoun(said: &Said<'_>, who: Item) -> bool {
    let pronoun = |at: usize| {
        matches!(
            said.word(at),
            "he" | "she" | "they" | "it" | "we" | "i" | "who" | "you"
        )
    };
    who.to <= who.from + 2 && (who.from..who.to).any(pronoun)
}

/// Whom a source names; `None` if it is a pronoun.
fn speaker(said: &Said<'_>, who: Item, salt: u32) -> Option<Speaker> {
    let all = who.from..who.to.min(said.tokens.len());
    if is_pronoun(said, who) {
        return None;
    }
    let ends = |item: Item| item.from >= who.from && item.to == who.to;
    if let Some(name) = said.names.iter().rev().find(|name| ends(name.item)) {
        let whole = || fnv1a(name.words.iter().flat_map(|word| word.form.bytes()));
        return Some(Speaker {
            key: last_name(name).unwrap_or_else(whole),
            given: given(said, name),
            name: said.span(name.item),
        });
    }
    // "the fire brigade" is the same in all articles, "a spokeswoman" another in each.
    let stems = all.clone().filter(|&at| said.known(at).content);
    let stems: Vec<u64> = stems.map(|at| said.stems[at]).collect();
    if stems.is_empty() {
        return None;
    }
    let unnamed = matches!(said.word(who.from), "a" | "an" | "one" | "another" | "some");
    let salt = if unnamed { u64::from(salt) + 1 } else { 0 };
    let bytes = stems
        .iter()
        .chain([&salt])
        .flat_map(|stem| stem.to_le_bytes());
    Some(Speaker {
        key: fnv1a(bytes),
        given: Given::default(),
        name: said.span(who),
    })
}

/// The last word of a name, as a number; `None` if many names share it.
fn last_name(name: &Name) -> Option<u64> {
    let last = name.words.last().filter(|last| !last.common)?;
    Some(fnv1a(last.form.bytes()))
}

/// The first names in a name: the words before its last word, up to a title. Initials and words for places do not count:
/// *A. Berg* may be anybody, and *NATO's Berg* too.
fn given(said: &Said<'_>, name: &Name) -> Given {
    let mut given = Given::default();
    let mut free = given.0.iter_mut();
    let last = name.item.to.saturating_sub(1);
    let before = (name.item.from..last).rev();
    for at in before.take_while(|&at| !said.is(at, Class::Title)) {
        let form = said.word(at);
        let is_one = form.chars().count() > 1 && said.known(at).place.is_none();
        let is_one = is_one && said.tokens[at].capital && !form.ends_with("'s");
        if is_one && let Some(free) = free.next() {
            *free = fnv1a(form.bytes());
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use crate::Reading;
    use crate::lang::Lang;
    use crate::reading::Source;

    /// Each quotation as "who | verb | words".
    fn said(text: &str) -> Vec<String> {
        let reading = Reading::new(Source {
            text,
            lang: Lang::English,
            furniture: &[],
        });
        let all = super::spoken(text, &reading, 0).into_iter();
        let line = |one: super::Spoken| {
            let verb = one.verb.map_or("", |verb| verb.of(text));
            format!("{} | {verb} | {}", one.by.name.of(text), one.span.of(text))
        };
        all.map(line).collect()
    }

    #[test]
    fn a_quotation_has_its_speaker_from_its_sentence_or_those_around() {
        assert_eq!(
            said(
                "The dam burst on Tuesday.\n\n“We saw cracks in the wall,” the mayor Anna Berg said in Harrow.\n\n“Nobody \
                 listened to us.”\n\nBerg warned of “more floods”. She also called the company “careless”.\n\nA board had \
                 the words “No entry” at the so-called “lower lock”."
            ),
            [
                "Anna Berg | said | We saw cracks in the wall",
                "Anna Berg |  | Nobody listened to us.",
                "Berg | warned | more floods",
                "Berg | called | careless",
            ]
        );
        assert_eq!(
            said(
                "Russia warned Ukraine on Tuesday.\n\n“Sadly, I cannot say that. It is not what we see,” Anna Berg later told \
                 reporters, something Moscow denies.\n\n“It has to stop,” she said. She spoke of the army, saying it was \
                 “still there”."
            ),
            [
                "Anna Berg | told | Sadly, I cannot say that.",
                "Anna Berg | told | It is not what we see",
                "Anna Berg | said | It has to stop",
                "Anna Berg |  | still there",
            ]
        );
    }
}
