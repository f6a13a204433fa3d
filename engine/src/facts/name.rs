//! People, places and organisations, as capital letters tell them. Without a list of all names a
//! sentence's first word is one only where something else says so.

use super::pairing::{Paired, Pairing};
use super::said::{Item, Name, Said};
use super::{Fact, Relation, Slot};

/// From which strength on two names that share no word stand for one role.
const SAME_ROLE: f64 = 1.9;

/// The names of a sentence, in order: runs of capitalised words, with what joins them.
pub(super) fn names(said: &Said<'_>) -> Vec<Name> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < said.tokens.len() {
        if !begins(said, at) {
            at += 1;
            continue;
        }
        let from = at;
        let mut to = at + 1;
        loop {
            // "Robert H. Schuller", "U.S.", "al-Assad", "University of California", "Nancy's"
            let close = said
                .tokens
                .get(to)
                .filter(|token| !token.spaced)
                .and_then(|token| token.sign());
            let next = match close {
                Some('.') if said.tokens[to - 1].form.len() <= 3 => to + 1,
                Some('-' | '\'' | '’' | '&') => to + 1,
                _ => to,
            };
            let joined = match said.word(next) {
                "of" | "de" | "von" | "van" | "bin" | "al" | "la" | "du" if next == to => {
                    continues(said, next + 1).then_some(next + 1)
                }
                _ => continues(said, next).then_some(next),
            };
            match joined {
                Some(next) => to = next + 1,
                None => break,
            }
        }
        let item = Item { from, to };
        let bare = |titles: bool| -> Vec<String> {
            (from..to)
                .map(|at| said.word(at))
                .map(|word| word.strip_suffix("'s").unwrap_or(word))
                .filter(|word| !word.is_empty() && (titles || !is_title(word)))
                .filter(|word| !matches!(*word, "of" | "the" | "de" | "al"))
                .map(str::to_owned)
                .collect()
        };
        let mut words = bare(false);
        if words.is_empty() {
            // "The Pope": the office stands for the person.
            words = bare(true);
        }
        let first = opens(said, from);
        let unsure = first && to == from + 1 && !said.tokens[from].form.ends_with("'s");
        let function = first && !said.content.get(from).copied().unwrap_or(false);
        if function && to > from + 1 {
            // "The White House": the article is no part of the name.
            at = from + 1;
            while at < to && !said.content[at] {
                at += 1;
            }
            let rest = Item { from: at, to };
            let words: Vec<String> = words
                .into_iter()
                .filter(|word| word != said.word(from))
                .collect();
            if !words.is_empty() && at < to {
                out.push(Name {
                    item: rest,
                    words,
                    unsure: false,
                });
            }
        } else if !function && !words.is_empty() {
            out.push(Name {
                item,
                words,
                unsure,
            });
        }
        at = to;
    }
    out
}

/// Whether token `at` begins the sentence, or a quotation in it.
fn opens(said: &Said<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| said.sign(at));
    at == 0
        || matches!(
            before,
            Some('"' | '“' | '‘' | '«' | '(' | '[' | ':' | '•' | '—')
        )
        || (before == Some('-') && at == 1)
}

fn is_name_word(said: &Said<'_>, at: usize) -> bool {
    let Some(token) = said.tokens.get(at) else {
        return false;
    };
    let dated = said
        .values
        .iter()
        .any(|(item, value)| item.from <= at && at < item.to && value.date().is_some());
    token.capital && !dated && !matches!(&*token.form, "i" | "i'm" | "i've" | "i'd" | "i'll")
}

fn begins(said: &Said<'_>, at: usize) -> bool {
    is_name_word(said, at)
}

fn continues(said: &Said<'_>, at: usize) -> bool {
    is_name_word(said, at)
        && said
            .tokens
            .get(at.wrapping_sub(1))
            .is_none_or(|before| !matches!(before.sign(), Some(',' | ';' | ':' | '"' | '”' | '“')))
}

/// Forms of address and offices, which one report gives and the other leaves out.
pub(super) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "sir"
            | "lord"
            | "lady"
            | "sen"
            | "senator"
            | "rep"
            | "representative"
            | "gov"
            | "governor"
            | "president"
            | "minister"
            | "prime"
            | "chancellor"
            | "secretary"
            | "general"
            | "gen"
            | "col"
            | "colonel"
            | "capt"
            | "captain"
            | "lt"
            | "prof"
            | "professor"
            | "judge"
            | "justice"
            | "chief"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "speaker"
            | "mayor"
            | "congressman"
            | "congresswoman"
            | "chairman"
            | "director"
            | "former"
            | "st"
    )
}

/// Words that many names share, so that one of them in common says nothing.
fn is_common(word: &str) -> bool {
    matches!(
        word,
        "new"
            | "north"
            | "south"
            | "east"
            | "west"
            | "united"
            | "national"
            | "house"
            | "white"
            | "san"
            | "los"
            | "department"
            | "committee"
            | "university"
            | "state"
            | "county"
            | "city"
            | "street"
            | "party"
            | "court"
            | "american"
            | "international"
            | "royal"
            | "central"
            | "federal"
            | "john"
            | "david"
            | "michael"
    )
}

/// How two names lie to each other: one person named more or less fully, a country and its people, an
/// abbreviation and what it stands for; or nothing in common.
pub(super) fn alike(one: &Name, other: &Name) -> Option<Relation> {
    let holds =
        |x: &[String], y: &[String]| x.iter().all(|word| y.iter().any(|other| kin(word, other)));
    if holds(&one.words, &other.words) && holds(&other.words, &one.words) {
        return Some(Relation::Same);
    }
    if holds(&one.words, &other.words) || holds(&other.words, &one.words) {
        let short = if one.words.len() < other.words.len() {
            one
        } else {
            other
        };
        let telling = short.words.iter().any(|word| !is_common(word));
        return telling.then_some(Relation::Same);
    }
    if abbreviates(&one.words, &other.words) || abbreviates(&other.words, &one.words) {
        return Some(Relation::Same);
    }
    // One first name, two last names: two people; one kind of body, two places.
    let apart = |x: &Name, y: &Name| {
        x.words.len() > 1 && x.words.first() == y.words.first() && {
            let last = x.words.last();
            !y.words
                .iter()
                .any(|word| last.is_some_and(|last| kin(last, word)))
        }
    };
    if apart(one, other) && apart(other, one) {
        return Some(Relation::Differs);
    }
    let shared = one
        .words
        .iter()
        .filter(|word| !is_common(word))
        .any(|word| other.words.iter().any(|x| kin(word, x)));
    shared.then_some(Relation::Overlaps)
}

/// One word in two forms: *Russia* and *Russian*, *Ukraine's* and *Ukraine*.
fn kin(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let country = |word: &str| match word {
        "us" | "usa" | "america" | "american" | "americans" | "states" => 1,
        "uk" | "britain" | "british" | "kingdom" | "britons" => 2,
        "france" | "french" => 3,
        "dutch" | "netherlands" => 4,
        "spain" | "spanish" => 5,
        "eu" | "european" | "europe" => 6,
        "gop" | "republican" | "republicans" => 7,
        _ => 0,
    };
    if country(one) > 0 && country(one) == country(other) {
        return true;
    }
    let common = one
        .bytes()
        .zip(other.bytes())
        .take_while(|(x, y)| x == y)
        .count();
    common >= 4 && common * 10 >= one.len().max(other.len()) * 7 && one.is_char_boundary(common)
}

/// Whether the first is made of the other's first letters.
fn abbreviates(short: &[String], long: &[String]) -> bool {
    let [short] = short else {
        return match short {
            // "U.S." is cut into its letters.
            [first, second] if first.len() == 1 && second.len() == 1 => {
                long.len() == 2
                    && long[0].starts_with(first.as_str())
                    && long[1].starts_with(second.as_str())
            }
            _ => false,
        };
    };
    long.len() > 1
        && long.len() == short.chars().count()
        && short.chars().zip(long).all(|(c, word)| word.starts_with(c))
}

/// Finds them.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (&pairing.a.names, &pairing.b.names);
    let Paired {
        pairs,
        rest_a,
        rest_b,
    } = pairing.pairs(a.len(), b.len(), &|i, j| {
        let relation = alike(&a[i], &b[j])?;
        let strength = pairing.strength(a[i].item, b[j].item);
        if relation == Relation::Differs && strength < SAME_ROLE {
            return None;
        }
        let bonus = match relation {
            Relation::Same => 3.0,
            Relation::Overlaps => 1.0,
            _ => 0.0,
        };
        Some((bonus + strength, relation))
    });
    for &(i, j, relation) in &pairs {
        out.push(fact(pairing, relation, a[i].item, b[j].item));
    }
    if let Some((x, y)) = swapped(pairing, &pairs) {
        out.push(fact(pairing, Relation::Differs, x, y));
    }
    // A name said again by its own sentence is no news.
    let again = |list: &[Name], i: usize| {
        list.iter()
            .enumerate()
            .any(|(k, name)| k != i && alike(name, &list[i]).is_some())
    };
    let known = |list: &[Name], name: &Name| list.iter().any(|other| alike(name, other).is_some());
    let Paired {
        pairs: clash,
        rest_a: left_a,
        rest_b: left_b,
    } = pairing.pairs(rest_a.len(), rest_b.len(), &|i, j| {
        let (x, y) = (&a[rest_a[i]], &b[rest_b[j]]);
        let strength = pairing.strength(x.item, y.item);
        let sure = if x.unsure || y.unsure { 1.0 } else { 0.0 };
        // A name that the other side has elsewhere stands in another's place only where it is plain.
        let elsewhere = if known(b, x) || known(a, y) { 0.5 } else { 0.0 };
        (strength >= SAME_ROLE + sure + elsewhere).then_some((strength, Relation::Differs))
    });
    for (i, j, relation) in clash {
        out.push(fact(
            pairing,
            relation,
            a[rest_a[i]].item,
            b[rest_b[j]].item,
        ));
    }
    for i in left_a
        .into_iter()
        .map(|i| rest_a[i])
        .filter(|&i| !a[i].unsure && !again(a, i) && !known(b, &a[i]))
    {
        out.push(Fact::of(
            Slot::Name,
            Relation::OnlyA,
            Some(pairing.a.span(a[i].item)),
            None,
        ));
    }
    for j in left_b
        .into_iter()
        .map(|j| rest_b[j])
        .filter(|&j| !b[j].unsure && !again(b, j) && !known(a, &b[j]))
    {
        out.push(Fact::of(
            Slot::Name,
            Relation::OnlyB,
            None,
            Some(pairing.b.span(b[j].item)),
        ));
    }
}

fn fact(pairing: &Pairing<'_, '_>, relation: Relation, x: Item, y: Item) -> Fact {
    Fact::of(
        Slot::Name,
        relation,
        Some(pairing.a.span(x)),
        Some(pairing.b.span(y)),
    )
}

/// Two names that have changed places around one verb: *Marin invaded Volna*, *Volna invaded Marin*.
/// Not where one side is passive.
fn swapped(pairing: &Pairing<'_, '_>, pairs: &[(usize, usize, Relation)]) -> Option<(Item, Item)> {
    let (a, b) = (pairing.a, pairing.b);
    for &(i, j, _) in pairs {
        for &(k, l, _) in pairs {
            let (first, second) = (a.names[i].item, a.names[k].item);
            let (later, sooner) = (b.names[j].item, b.names[l].item);
            if first.to > second.from || sooner.to > later.from {
                continue;
            }
            let verbs = |said: &Said<'_>, from: usize, to: usize| -> Vec<u64> {
                (from..to)
                    .filter(|&at| said.content[at] && !said.tokens[at].capital)
                    .map(|at| said.stems[at])
                    .collect()
            };
            let passive = |said: &Said<'_>, from: usize, to: usize| {
                (from..to)
                    .any(|at| said.word(at) == "by" || said.word(at) == "and" || said.breaks(at))
            };
            let (x, y) = (
                verbs(a, first.to, second.from),
                verbs(b, sooner.to, later.from),
            );
            let one = x.iter().any(|stem| y.contains(stem)) && x.len() <= 3 && y.len() <= 3;
            if one && !passive(a, first.to, second.from) && !passive(b, sooner.to, later.from) {
                return Some((first, sooner));
            }
        }
    }
    None
}
