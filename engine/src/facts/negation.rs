//! Denials: what one side says and the other denies. The words that deny, those that only seem to (*not only*), and
//! how far a denial reaches follow NegEx (Chapman et al. 2001) and its general English list in negspaCy. In some
//! other languages the commonest words of denial are looked for.

use crate::lang::Lang;
use crate::values::tokens::{Kind, Token};

use super::attribution::one_source;
use super::pairing::{Paired, Pairing};
use super::reach::{Follows, past, with_quantity};
use super::said::{Cue, Item, Said, Source};
use super::word::{Class, Stance};
use super::{Fact, Relation, Slot};

/// The words that deny in other languages.
fn words(lang: Lang) -> &'static str {
    match lang {
        Lang::German => "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts",
        Lang::French => "pas jamais aucun aucune personne rien ni",
        Lang::Spanish => "no nunca ningún ninguna ninguno nadie nada jamás",
        Lang::Italian => "non mai nessun nessuno nessuna niente nulla",
        Lang::Portuguese => "não nunca nenhum nenhuma ninguém nada jamais",
        Lang::Dutch => "niet geen nooit niemand niets",
        Lang::Swedish => "inte ej aldrig ingen inget inga ingenting",
        Lang::Danish => "ikke ej aldrig ingen intet",
        Lang::Norwegian => "ikke ei aldri ingen intet",
        Lang::Russian => "не нет никогда никто ничего",
        Lang::Finnish => "ei en et emme ette eivät ettei eikä älä",
        Lang::Hungarian => "nem ne sem nincs soha senki semmi",
        Lang::Romanian => "nu niciodată nimeni nimic niciun nicio",
        Lang::Turkish => "değil hiç hiçbir asla",
        Lang::Greek => "δεν δε μην μη όχι ποτέ κανείς κανένας τίποτα",
        Lang::Arabic => "لا لم لن ليس ليست ليسوا أبدا",
        _ => "",
    }
}

/// Whether denials are looked for in this language.
pub(super) fn has_words(lang: Lang) -> bool {
    lang == Lang::English || !words(lang).is_empty()
}

/// Lists the denials of a sentence.
pub(super) fn negations(said: &Said<'_>, out: &mut Vec<Cue>) {
    for at in 0..said.tokens.len() {
        if !said.is(at, Class::Denies) && !said.is(at, Class::Implies) {
            continue;
        }
        let english = said.lang == Lang::English;
        let implied = english && implies(said, at);
        if english && !implied && !denies(said, at) {
            continue;
        }
        let head = head(said, at);
        // An auxiliary before it belongs to it: "would not seek".
        let lead = said.follows(at, Class::Helper);
        let from = if lead { at - 1 } else { at };
        let to = shown_to(said, at, head);
        if out
            .last()
            .is_none_or(|before| before.item.to <= from || before.head != head)
        {
            out.push(Cue {
                item: Item { from, to },
                head,
                level: i8::from(implied),
            });
        }
    }
}

/// The token after the words that are shown for the denial at `at`.
fn shown_to(said: &Said<'_>, at: usize, head: Option<usize>) -> usize {
    if said.lang != Lang::English {
        let near = head.filter(|&head| head > at && head <= at + 3);
        return near.map_or(at + 1, |head| head + 1);
    }
    match (said.word(at), said.word(at + 1)) {
        ("rather", "than") | ("instead", "of") | ("far", "from") | ("first", "time") => at + 2,
        ("none" | "neither" | "lack", "of") => past(said, at + 2, head, Follows::Any),
        ("no" | "without", _) => past(said, at + 1, head, Follows::Noun(2)),
        (_, next) => {
            let from = said.word(at).starts_with("refrain") && next == "from";
            past(said, at + 1 + usize::from(from), head, Follows::Any)
        }
    }
}

/// Whether a word of a language other than English denies, regardless of its context.
pub(super) fn denies_in(lang: Lang, word: &str) -> bool {
    let list = words(lang);
    !list.is_empty() && list.split(' ').any(|cue| cue == word)
}

/// Whether the English word at `at` denies without saying so (*rather than*, *avoid*, *for the first time*). It
/// corresponds to a denial of the other side, but is not a denial by itself.
fn implies(said: &Said<'_>, at: usize) -> bool {
    if !said.is(at, Class::Implies) {
        return false;
    }
    let next = said.word(at + 1);
    match said.word(at) {
        "rather" => next == "than",
        "instead" => next == "of",
        "first" => next == "time",
        "far" => next == "from",
        "not" => matches!(next, "only" | "just" | "merely" | "simply"),
        _ => true,
    }
}

/// Whether the English word at `at` denies.
fn denies(said: &Said<'_>, at: usize) -> bool {
    if !said.is(at, Class::Denies) {
        return false;
    }
    let word = said.word(at);
    let next = said.word(at + 1);
    match word {
        "not" => {
            let seems = said.is(at + 1, Class::Seeming)
                || matches!(said.back(at, 1), "if" | "or" | "why" | "whether")
                || next == "to" && said.word(at + 2) == "mention";
            !seems
        }
        "no" => {
            let seems = said.is(at + 1, Class::More)
                || said.tokens.get(at + 1).is_some_and(|t| {
                    t.sign() == Some('.')
                        && !t.spaced
                        && t.form.is_empty()
                        && said
                            .tokens
                            .get(at + 2)
                            .is_some_and(|t| t.digits().is_some())
                });
            !seems
        }
        "nothing" => next != "but",
        // "declined by 5 percent" is a fall.
        _ if said.is(at, Class::Refusal) => {
            said.is(at + 1, Class::Refused) || word.starts_with("refus") || next.ends_with("'s")
        }
        _ if said.is(at, Class::Failing) => next == "to",
        "ain't" => true,
        _ => !(word.ends_with("n't") && matches!(next, "only" | "just")),
    }
}

/// What a denial at `at` is about: the next content word before the clause ends; otherwise the last one before it.
pub(super) fn head(said: &Said<'_>, at: usize) -> Option<usize> {
    for next in at + 1..(at + 7).min(said.tokens.len()) {
        if said.breaks(next) {
            break;
        }
        let light = said.is(next, Class::Adverb) || said.is(next, Class::Light);
        if said.known(next).content && !light {
            return Some(next);
        }
    }
    (at.saturating_sub(4)..at)
        .rev()
        .find(|&before| said.known(before).content)
}

/// Finds them.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (pairing.a, pairing.b);
    let (x, y) = (&a.negations, &b.negations);
    let Paired {
        pairs,
        rest_a,
        rest_b,
    } = pairing.pairs(x.len(), y.len(), &|i, j| {
        let (one, other) = (&x[i], &y[j]);
        let head = match (one.head, other.head) {
            (Some(one), Some(other)) if a.stems[one] == b.stems[other] => 3.0,
            _ => 0.0,
        };
        // Two denials are usually paraphrases of one; those that fit best are paired.
        let spoken = one.level == 0 || other.level == 0;
        let relation = if head > 0.0 {
            Relation::Same
        } else {
            Relation::Overlaps
        };
        spoken.then(|| (head + pairing.strength(one.item, other.item), relation))
    });
    for &i in &rest_a {
        if let Some(other) = only(pairing.shared, a, &x[i], b, &pairing.mates_a) {
            let (at_a, at_b) = (a.span(x[i].item), b.span(other));
            out.push(Fact::of(
                Slot::Negation,
                Relation::Differs,
                Some(at_a),
                Some(at_b),
            ));
        }
    }
    for &j in &rest_b {
        if let Some(other) = only(pairing.shared, b, &y[j], a, &pairing.mates_b) {
            let (at_a, at_b) = (a.span(other), b.span(y[j].item));
            out.push(Fact::of(
                Slot::Negation,
                Relation::Differs,
                Some(at_a),
                Some(at_b),
            ));
        }
    }
    let rest_a = rest_a.into_iter().filter(|&i| x[i].level == 0);
    let rest_b = rest_b.into_iter().filter(|&j| y[j].level == 0);
    for (i, j, relation) in pairs {
        out.push(Fact::of(
            Slot::Negation,
            relation,
            Some(a.span(x[i].item)),
            Some(b.span(y[j].item)),
        ));
    }
    for i in rest_a {
        let other = affirmed(pairing.shared, a, &x[i], b, &pairing.mates_a);
        let relation = if other.is_some() {
            Relation::Differs
        } else {
            Relation::OnlyA
        };
        out.push(Fact::of(
            Slot::Negation,
            relation,
            Some(a.span(x[i].item)),
            other.map(|item| b.span(item)),
        ));
    }
    for j in rest_b {
        let other = affirmed(pairing.shared, b, &y[j], a, &pairing.mates_b);
        let relation = if other.is_some() {
            Relation::Differs
        } else {
            Relation::OnlyB
        };
        out.push(Fact::of(
            Slot::Negation,
            relation,
            other.map(|item| a.span(item)),
            Some(b.span(y[j].item)),
        ));
    }
    if pairing.english() {
        opposites(pairing, out);
    }
}

/// Where the other sentence says what this one denies: the same word, in the same place of the
/// alignment, outside its own denials.
fn affirmed(
    shared: f64,
    said: &Said<'_>,
    cue: &Cue,
    other: &Said<'_>,
    mates: &[Option<usize>],
) -> Option<Item> {
    let head = cue.head?;
    let at = mates.get(head).copied().flatten()?;
    let denied = other
        .negations
        .iter()
        .any(|cue| cue.head == Some(at) || cue.item.from <= at && at < cue.item.to);
    // A name or a number that both have does not say what is denied about it.
    let plain = |token: &Token<'_>| token.kind == Kind::Word && !token.capital;
    if !said.tokens.get(head).is_some_and(plain) {
        return None;
    }
    // What is denied and what it is about: other words of the clause must be there too, in the same order or around it.
    let window = |middle: usize, said: &Said<'_>| {
        middle.saturating_sub(6)..(middle + 7).min(said.tokens.len())
    };
    let around = |stem: u64| window(at, other).any(|i| i != at && other.stems[i] == stem);
    let kept = window(head, said)
        .filter(|&i| i != head && said.known(i).content)
        .filter(|&i| mates[i].is_some() || around(said.stems[i]))
        .count();
    let mut from = at;
    while other.follows(from, Class::Helper) {
        from -= 1;
    }
    if from == at && other.lang == Lang::English {
        from = with_quantity(other, at);
        // "Denied a request", "granted a request".
        let verb = from.checked_sub(1).filter(|&verb| {
            other.known(verb).content && !other.tokens[verb].capital && !other.in_value(verb)
        });
        let denies =
            |at| said.is(at, Class::Refusal) || said.known(at).stance == Some(Stance::Denied);
        let by_verb = (cue.item.from..cue.item.to).any(denies);
        from = verb.filter(|_| by_verb && from < at).unwrap_or(from);
    }
    // "Seen no sign", "seen some signs": one verb with one object is enough.
    let one_verb = cue.item.from.checked_sub(1).is_some_and(|verb| {
        said.known(verb).content
            && from
                .checked_sub(1)
                .is_some_and(|at| mates[verb] == Some(at))
    });
    let close = one_verb || kept >= 1 && shared >= 0.5 || kept >= 2;
    let shown = said_instead(said, cue, other).unwrap_or(Item { from, to: at + 1 });
    (!denied && close).then_some(shown)
}

/// The verb with which the same source says what this cue denies: *confirmed* against *denied*.
fn said_instead(said: &Said<'_>, cue: &Cue, other: &Said<'_>) -> Option<Item> {
    let denies = |source: &&Source| {
        let meets = source.item.from < cue.item.to && cue.item.from < source.item.to;
        meets && source.stance == Stance::Denied
    };
    let denying = said.sources.iter().find(denies)?;
    let source = other.sources.iter().find(|source| {
        source.stance != Stance::Denied
            && one_source(said, denying.who, other, source.who) != Some(false)
    })?;
    let verb = (source.item.from..source.item.to)
        .find(|&at| other.known(at).stance == Some(source.stance))?;
    Some(Item {
        from: verb,
        to: verb + 1,
    })
}

/// The place where the other sentence says *only* or *just* of what this one says *not only* of.
fn only(
    shared: f64,
    said: &Said<'_>,
    cue: &Cue,
    other: &Said<'_>,
    mates: &[Option<usize>],
) -> Option<Item> {
    let not = (cue.item.from..cue.item.to).find(|&at| said.word(at) == "not")?;
    if cue.level == 0 || shared < 0.5 {
        return None;
    }
    let at = mates.get(not + 1).copied().flatten()?;
    let denied = (at.saturating_sub(3)..at)
        .any(|at| denies(other, at) || implies(other, at) || other.word(at) == "not");
    let from = at - usize::from(other.follows(at, Class::Helper));
    (!denied).then_some(Item { from, to: at + 1 })
}

/// Words that say the opposite, in the same place of the alignment.
fn opposites(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (pairing.a, pairing.b);
    let find = |said: &Said<'_>, mates: &[Option<usize>]| -> Vec<(usize, u8, bool)> {
        let free = (0..said.tokens.len()).filter(|&at| mates[at].is_none());
        free.filter_map(|at| said.known(at).opposite.map(|(pair, side)| (at, pair, side)))
            .collect()
    };
    let (one, other) = (find(a, &pairing.mates_a), find(b, &pairing.mates_b));
    for &(i, n, side) in &one {
        for &(j, m, against) in &other {
            if n != m || side == against {
                continue;
            }
            let (x, y) = (Item { from: i, to: i + 1 }, Item { from: j, to: j + 1 });
            let denied = |said: &Said<'_>, at: usize| {
                said.negations
                    .iter()
                    .any(|cue| cue.head == Some(at) || cue.item.from <= at && at < cue.item.to)
            };
            if pairing.gap(x, y) >= 2.0 && !denied(a, i) && !denied(b, j) {
                out.push(Fact::of(
                    Slot::Negation,
                    Relation::Differs,
                    Some(a.span(x)),
                    Some(b.span(y)),
                ));
            }
        }
    }
}
