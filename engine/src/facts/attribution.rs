//! Who says it, and with which verb. A source, a cue and what is said are the parts of an attribution (PARC 3.0,
//! Pareti 2016); source and cue are looked for here, around verbs of saying, as textacy does for direct quotations,
//! but only by the order of words.

use super::pairing::{Paired, Pairing};
use super::said::{Item, Said, Source};
use super::word::{Class, Stance};
use super::{Fact, Relation, Slot};

/// Lists the sources of a sentence, in order.
pub(super) fn sources(said: &Said<'_>, out: &mut Vec<Source>) {
    for at in 0..said.tokens.len() {
        let found = if said.word(at) == "according" && said.word(at + 1) == "to" {
            let who = noun(said, at + 2);
            (who.from < who.to).then_some(Source {
                item: Item {
                    from: at,
                    to: who.to,
                },
                who,
                stance: Stance::Said,
            })
        } else {
            let stance = said.known(at).stance;
            stance.and_then(|stance| around(said, at, stance))
        };
        if let Some(found) = found {
            let again = |before: &Source| before.who == found.who && before.stance == found.stance;
            if !out.last().is_some_and(again) {
                out.push(found);
            }
        }
    }
}

/// Whether the word at `at` is a noun here, though it could be a verb of saying: *member states*, *Moscow's claims*,
/// *reports of shelling*.
fn is_noun(said: &Said<'_>, at: usize) -> bool {
    said.is(at, Class::NounOrVerb)
        && (said.back(at, 1).ends_with("'s")
            || said.follows(at, Class::Owner)
            || said.follows(at, Class::BeforeThing)
            || said.word(at) == "states" && !is_told(said, at + 1)
            || said.is(at + 1, Class::AfterThing))
}

/// Whether the reported words begin at `at`: *that*, or a mark before it.
fn is_told(said: &Said<'_>, at: usize) -> bool {
    said.word(at) == "that" || matches!(said.sign(at), Some(',' | ':' | '"' | '“' | '‘'))
}

/// The source of the verb at `at`: the words before it, or after it if it follows a quotation.
fn around(said: &Said<'_>, at: usize, stance: Stance) -> Option<Source> {
    // "He cannot confirm it": nobody has said it.
    let unsaid = said.word(at) == "confirm"
        && (matches!(said.back(at, 1), "cannot" | "not") || said.back(at, 1).ends_with("n't"));
    if is_noun(said, at) || unsaid {
        return None;
    }
    let mark = at.checked_sub(1).and_then(|before| said.sign(before));
    let closes = matches!(mark, Some(',' | '"' | '”' | '’' | '—' | '?' | '!'));
    let next = said.tokens.get(at + 1);
    let noun_next = next.is_some_and(|token| token.capital) || said.is(at + 1, Class::Opening);
    // "…," said the minister; …, the ministry said
    if (closes || at == 0) && noun_next && !before_appositive(said, at) {
        let who = noun(said, at + 1);
        if who.from < who.to {
            return Some(Source {
                item: Item {
                    from: at,
                    to: who.to,
                },
                who,
                stance,
            });
        }
    }
    // accused by Greene
    if said.word(at + 1) == "by"
        || said.word(at + 1) == "of" && (at + 2..at + 6).any(|i| said.word(i) == "by")
    {
        let by = (at + 1..at + 6).find(|&i| said.word(i) == "by")?;
        let who = noun(said, by + 1);
        if who.from < who.to {
            return Some(Source {
                item: Item {
                    from: at,
                    to: who.to,
                },
                who,
                stance,
            });
        }
    }
    // "… and announced": the subject is named earlier in the sentence. And "its disputed border" has no source.
    if said.follows(at, Class::Unsourced) {
        return None;
    }
    let who = subject(said, at)?;
    Some(Source {
        item: Item {
            from: who.from,
            to: at + 1,
        },
        who,
        stance,
    })
}

/// Whether the comma before `at` closes an appositive of a subject, *Griffin, the president, said*, or a participle:
/// *an official, speaking in private, said*.
fn before_appositive(said: &Said<'_>, at: usize) -> bool {
    let comma = at.checked_sub(1).filter(|&i| said.sign(i) == Some(','));
    let Some(comma) = comma else {
        return false;
    };
    (comma.saturating_sub(14)..comma).rev().any(|i| {
        let opens = i > 0 && said.tokens[i - 1].capital || said.word(i + 1).ends_with("ing");
        said.sign(i) == Some(',') && opens
    }) && !said.quoted(comma)
}

/// The subject before the verb at `at`.
fn subject(said: &Said<'_>, at: usize) -> Option<Item> {
    let mut end = at;
    while end > 0 && said.is(end - 1, Class::Between) && end + 5 > at {
        end -= 1;
    }
    // "Rasmussen on Friday announced": when, between who and what.
    let dated = said.values.iter().find(|(item, value)| {
        item.to == end && item.from > 0 && value.date().is_some() && item.to > item.from
    });
    if let Some((item, _)) = dated {
        end = item.from;
        if said.follows(end, Class::BeforeDate) {
            end -= 1;
        }
    }
    // "Griffin, the president of the campaign, said": the name before the appositive.
    if end > 0 && said.sign(end - 1) == Some(',') && !said.quoted(end - 1) {
        let open = (end.saturating_sub(16)..end - 1)
            .rev()
            .find(|&i| said.sign(i) == Some(','))?;
        return run_back(said, open);
    }
    run_back(said, end)
}

/// The noun phrase before token `end`.
fn run_back(said: &Said<'_>, end: usize) -> Option<Item> {
    let mut from = end;
    while from > 0 && end - from < 9 {
        let before = from - 1;
        let dot = said.sign(before) == Some('.')
            && before > 0
            && said.tokens[before - 1].capital
            && said.word(before - 1).len() <= 4;
        let joins = dot || matches!(said.sign(before), Some('-' | '\'' | '’' | '&'));
        let word = said.word(before);
        if word.is_empty() && !joins && said.tokens[before].digits().is_none() {
            break;
        }
        if !joins
            && (said.is(before, Class::BeforeNoun)
                || said.known(before).stance.is_some() && !said.tokens[before].capital)
        {
            break;
        }
        from = before;
        if said.is(before, Class::Pronoun) {
            break;
        }
    }
    while from < end && said.is(from, Class::Linking) {
        from += 1;
    }
    (from < end && (from..end).any(|i| !said.word(i).is_empty())).then_some(Item { from, to: end })
}

/// The noun phrase that begins at token `at`, up to a mark or a word that continues the sentence.
fn noun(said: &Said<'_>, at: usize) -> Item {
    let mut to = at;
    while to < said.tokens.len() && to - at < 9 {
        let dot = said.sign(to) == Some('.')
            && to > at
            && said.tokens[to - 1].capital
            && said.word(to - 1).len() <= 4
            && said.tokens.get(to + 1).is_some_and(|t| t.capital);
        let joins = dot || matches!(said.sign(to), Some('-' | '\'' | '’' | '&'));
        let word = said.word(to);
        let stops = said.is(to, Class::AfterNoun);
        if !joins && (word.is_empty() && said.tokens[to].digits().is_none() || stops) {
            break;
        }
        let dated = said
            .values
            .iter()
            .any(|(item, value)| item.from <= to && to < item.to && value.date().is_some());
        if dated && to > at {
            break;
        }
        to += 1;
    }
    Item {
        from: at,
        to: to.max(at),
    }
}

/// Whether two sources can be the same: a shared content word, or a pronoun on one side. `None`: not known.
pub(super) fn one_source(a: &Said<'_>, x: Item, b: &Said<'_>, y: Item) -> Option<bool> {
    let pronoun = |said: &Said<'_>, item: Item| {
        (item.from..item.to).any(|at| said.is(at, Class::Pronoun)) && item.to - item.from <= 2
    };
    if pronoun(a, x) || pronoun(b, y) {
        return Some(true);
    }
    let stems = |said: &Said<'_>, item: Item| -> Vec<u64> {
        (item.from..item.to)
            .filter(|&at| said.known(at).content && !said.is(at, Class::Title))
            .map(|at| said.stems[at])
            .collect()
    };
    let (one, other) = (stems(a, x), stems(b, y));
    if one.is_empty() || other.is_empty() {
        return None;
    }
    if one.iter().any(|stem| other.contains(stem)) {
        return Some(true);
    }
    let named = |said: &Said<'_>, item: Item| {
        (item.from..item.to).any(|at| said.tokens[at].capital && at > 0)
    };
    (named(a, x) == named(b, y)).then_some(false)
}

/// Stances that cannot be said of one statement together.
fn opposed(one: Stance, other: Stance) -> bool {
    let no = |stance| matches!(stance, Stance::Denied | Stance::Doubted);
    no(one) != no(other)
}

/// Finds them.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (pairing.a, pairing.b);
    let (x, y) = (&a.sources, &b.sources);
    let Paired {
        pairs,
        rest_a,
        rest_b,
    } = pairing.pairs(x.len(), y.len(), &|i, j| {
        let (one, other) = (&x[i], &y[j]);
        let who = one_source(a, one.who, b, other.who);
        let stance = if one.stance == other.stance { 1.0 } else { 0.0 };
        let worth = stance
            + pairing.strength(one.item, other.item)
            + if who == Some(true) { 3.0 } else { 0.0 };
        let relation = match who {
            _ if opposed(one.stance, other.stance) => Relation::Differs,
            Some(false) => Relation::Differs,
            Some(true) if one.stance == other.stance => Relation::Same,
            _ => Relation::Overlaps,
        };
        Some((worth, relation))
    });
    for (i, j, relation) in pairs {
        out.push(Fact::of(
            Slot::Attribution,
            relation,
            Some(a.span(x[i].item)),
            Some(b.span(y[j].item)),
        ));
    }
    for i in rest_a {
        out.push(Fact::of(
            Slot::Attribution,
            Relation::OnlyA,
            Some(a.span(x[i].item)),
            None,
        ));
    }
    for j in rest_b {
        out.push(Fact::of(
            Slot::Attribution,
            Relation::OnlyB,
            None,
            Some(b.span(y[j].item)),
        ));
    }
}
