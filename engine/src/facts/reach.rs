//! How much of a cue is shown: together with what it applies to if that follows in the same phrase (*may have left*, *no
//! sign of*, *declined to say*), otherwise alone (*believe that …*).

use super::said::{Item, Said};
use super::word::Class;

/// What may follow a cue.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// A verb or a noun with its articles: *not*, *denied a request*.
    Any,
    /// A noun, with at most so many further words: *no*, *alleged*.
    Noun(usize),
    /// A verb, or the word that it is an adverb of: *may*, *reportedly*.
    Word,
    /// Only a verb with *to*: *appears to*, *expected to*.
    Infinitive,
}

/// The distance, in tokens, within which a word belongs to a cue's phrase.
const FAR: usize = 5;

/// The token after what is shown of a cue that ends before `from` and applies to `head`.
pub(super) fn past(said: &Said<'_>, from: usize, head: Option<usize>, follows: Follows) -> usize {
    let Some(head) = head.filter(|&head| (from..from + FAR).contains(&head)) else {
        return from;
    };
    let named = said.tokens.get(head).is_some_and(|token| token.capital);
    if follows == Follows::Infinitive && (said.word(from) != "to" || named) {
        return from;
    }
    let articles = follows == Follows::Any;
    let joins = |at: usize| leads(said, at) || articles && said.is(at, Class::Article);
    if let Some(end) = (from..head).find(|&at| !joins(at)) {
        // "will be the first": as far as the verb goes.
        let verb = (from..end).rfind(|&at| said.is(at, Class::Helper));
        return verb.map_or(from, |verb| verb + 1);
    }
    let more = match follows {
        Follows::Noun(more) => more,
        _ if head > from && said.follows(head, Class::Article) => 2,
        _ => 0,
    };
    whole(said, head, more)
}

/// The end of the whole name or number that contains token `head`, plus `more` content words; two if it is a possessive:
/// *the panel's request*.
fn whole(said: &Said<'_>, head: usize, more: usize) -> usize {
    let holds = |item: &Item| item.from <= head && head < item.to;
    let value = said.values.iter().map(|(item, _)| *item).find(holds);
    let name = said.names.iter().map(|name| name.item).find(holds);
    let item = name.or(value).filter(|item| item.to <= head + FAR);
    let end = item.map_or(head + 1, |item| item.to);
    let owner = said.word(end - 1).ends_with("'s");
    let more = if owner { 2 } else { more };
    let carries = |at: &usize| {
        let token = said.tokens.get(*at);
        said.known(*at).content && token.is_some_and(|token| !token.capital && token.spaced)
    };
    end + (end..end + more).take_while(carries).count()
}

/// Whether a word can be between a cue and its verb: an auxiliary, *to*, an adverb.
fn leads(said: &Said<'_>, at: usize) -> bool {
    let known = said.known(at);
    known.is(Class::Helper) || known.is(Class::Adverb) || known.is(Class::Leading)
}

/// The start of a noun phrase at `at` with its quantity or adjectives: *some signs*, *a clear sign*.
pub(super) fn with_quantity(said: &Said<'_>, at: usize) -> usize {
    let one = matches!(said.back(at, 2), "a" | "an" | "any") && said.known(at - 1).content;
    if said.follows(at, Class::Quantity) {
        at - 1
    } else if one {
        at - 2
    } else {
        at
    }
}
