//! People, places and organisations, recognised by capital letters. There is no list of all names, so a sentence's
//! first word is a name only if something else shows it.

use crate::hash::fnv1a;

use super::lexicon;
use super::pairing::{Paired, Pairing};
use super::places;
use super::said::{Item, Name, NameWord, Said, stem_number};
use super::word::Class;
use super::{Fact, Relation, Slot};

/// From this strength on, two names that share no word are taken for the same role.
const SAME_ROLE: f64 = 1.9;

/// Lists the names of a sentence, in order: runs of capitalised words, with what joins them.
pub(super) fn names(said: &Said<'_>, out: &mut Vec<Name>) {
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
                Some('.') if said.tokens[to - 1].form.len() <= 3 && !opener(said, to + 1) => to + 1,
                Some('-' | '\'' | '’' | '&') => to + 1,
                _ => to,
            };
            let joined = if next == to && said.is(next, Class::Joining) {
                next + 1
            } else {
                next
            };
            let joined = continues(said, joined).then_some(joined);
            match joined {
                Some(next) => to = next + 1,
                None => break,
            }
        }
        let first = opens(said, from);
        // "The White House", "Despite Moscow's claims": a word that only begins the sentence is not part of the name.
        let mut begin = from;
        while first && begin < to && (opener(said, begin) || to - begin > 1 && is_mark(said, begin))
        {
            begin += 1;
        }
        let unsure = first && begin == from && to == from + 1 && !said.word(from).ends_with("'s");
        let item = Item { from: begin, to };
        let mut words = words_of(said, item, false);
        if words.is_empty() {
            // "The Pope": the office stands for the person.
            words = words_of(said, item, true);
        }
        if !words.is_empty() {
            let place = match &words[..] {
                [word] => word.place,
                words => {
                    let forms: Vec<&str> = words.iter().map(|word| &*word.form).collect();
                    let joined = forms.join("_");
                    places::of(&joined, fnv1a(joined.bytes()))
                }
            };
            if let Some(last) = words.last_mut() {
                last.cut = said.sign(to) == Some('.') && to + 1 < said.tokens.len();
            }
            out.push(Name {
                item,
                words,
                place,
                aside: said.sign(begin.wrapping_sub(1)) == Some('('),
                unsure: unsure && place.is_none(),
            });
        }
        at = to;
    }
}

/// The words of a name in lower case, without *'s* and particles, and without titles unless they are wanted.
fn words_of(said: &Said<'_>, item: Item, titles: bool) -> Vec<NameWord> {
    let word = |at: usize| {
        let form = said.word(at);
        let (form, known) = match form.strip_suffix("'s") {
            Some(bare) => (bare, lexicon::english(bare, fnv1a(bare.bytes()))),
            None => (form, *said.known(at)),
        };
        let left_out =
            form.is_empty() || known.is(Class::Title) && !titles || known.is(Class::Particle);
        (!left_out).then(|| NameWord {
            form: form.to_owned(),
            place: known.place,
            cut: false,
            common: known.is(Class::Common),
        })
    };
    (item.from..item.to).filter_map(word).collect()
}

fn is_mark(said: &Said<'_>, at: usize) -> bool {
    said.word(at).is_empty()
}

/// Whether the word at `at` begins a sentence with a capital but is not a name: a function word, or one that connects
/// the sentence to the one before.
fn opener(said: &Said<'_>, at: usize) -> bool {
    let known = said.known(at);
    known.is(Class::Joint) || !known.content && !is_mark(said, at)
}

/// Whether token `at` begins the sentence, or a quotation in it.
fn opens(said: &Said<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| said.sign(at));
    at == 0
        || matches!(
            before,
            Some(
                '"' | '“'
                    | '‘'
                    | '«'
                    | '('
                    | '['
                    | ':'
                    | '•'
                    | '—'
                    | '―'
                    | '–'
                    | '…'
                    | '!'
                    | '?'
            )
        )
        || (before == Some('-') && at == 1)
}

fn is_name_word(said: &Said<'_>, at: usize) -> bool {
    if !said.tokens.get(at).is_some_and(|token| token.capital) {
        return false;
    }
    let dated = said
        .values
        .iter()
        .any(|(item, value)| item.from <= at && at < item.to && value.date().is_some());
    !dated && !said.is(at, Class::Myself)
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

/// The stem of the noun that a short title stands for.
fn written_out(word: &str) -> Option<&'static str> {
    Some(match word {
        "sen" => "senat",
        "rep" => "repres",
        "gov" => "governor",
        "gen" => "general",
        "col" => "colonel",
        "capt" => "captain",
        "prof" => "professor",
        "congressman" | "congresswoman" => "repres",
        _ => return None,
    })
}

/// How two names relate: one person named more or less fully, a country and its people, an abbreviation and its full
/// form; `None` if they have nothing in common.
pub(super) fn alike(one: &Name, other: &Name) -> Option<Relation> {
    // Most names of two sentences have nothing in common.
    let mut words = one.words.iter();
    let meets = words.any(|word| other.words.iter().any(|other| kin(word, other)));
    if !meets && (one.place.is_none() || other.place.is_none()) {
        let short = abbreviates(&one.words, &other.words) || abbreviates(&other.words, &one.words);
        return short.then_some(Relation::Same);
    }
    let holds = |x: &[NameWord], y: &[NameWord]| {
        x.iter().all(|word| y.iter().any(|other| kin(word, other)))
    };
    let (into, back) = (
        holds(&one.words, &other.words),
        holds(&other.words, &one.words),
    );
    if into && back {
        return Some(Relation::Same);
    }
    if let (Some(x), Some(y)) = (one.place, other.place) {
        // "Moscow" for Russia's government, though the city may be meant.
        let relation = if x.own && y.own {
            Relation::Same
        } else {
            Relation::Overlaps
        };
        return x.meets(&y).then_some(relation);
    }
    if into || back {
        let short = if one.words.len() < other.words.len() {
            one
        } else {
            other
        };
        // "Russian President Vladimir Putin" is not Russia.
        if short.place.is_some() {
            return Some(Relation::Overlaps);
        }
        let telling = short.words.iter().any(|word| !word.common);
        return telling.then_some(Relation::Same);
    }
    if abbreviates(&one.words, &other.words) || abbreviates(&other.words, &one.words) {
        return Some(Relation::Same);
    }
    // One first name, two last names: two people; one kind of body, two places.
    let apart = |x: &Name, y: &Name| {
        x.words.len() > 1
            && x.words.first().map(|word| &word.form) == y.words.first().map(|word| &word.form)
            && {
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
        .filter(|word| !word.common)
        .any(|word| other.words.iter().any(|x| kin(word, x)));
    shared.then_some(Relation::Overlaps)
}

/// One word in two forms: *Russia* and *Russian*, *Ukraine's* and *Ukraine*.
fn kin(one: &NameWord, other: &NameWord) -> bool {
    let (x, y) = (&*one.form, &*other.form);
    if x == y {
        return true;
    }
    if let (Some(x), Some(y)) = (one.place, other.place) {
        return x.own && y.own && x.meets(&y);
    }
    let party = |word: &str| matches!(word, "gop" | "republican" | "republicans");
    if x.as_bytes().first() != y.as_bytes().first() {
        return party(x) && party(y);
    }
    // "Ark.", "Calif."
    let short = |one: &NameWord, other: &NameWord| {
        one.cut && one.form.len() >= 3 && other.form.starts_with(&one.form)
    };
    if short(one, other) || short(other, one) {
        return true;
    }
    let common = x.bytes().zip(y.bytes()).take_while(|(x, y)| x == y).count();
    common >= 4 && common * 10 >= x.len().max(y.len()) * 7 && x.is_char_boundary(common)
}

/// Whether the first is made of the other's first letters.
fn abbreviates(short: &[NameWord], long: &[NameWord]) -> bool {
    let [short] = short else {
        return match short {
            // "U.S." is cut into its letters.
            [first, second] if first.form.len() == 1 && second.form.len() == 1 => {
                long.len() == 2
                    && long[0].form.starts_with(&first.form)
                    && long[1].form.starts_with(&second.form)
            }
            _ => false,
        };
    };
    long.len() > 1
        && long.len() == short.form.chars().count()
        && short
            .form
            .chars()
            .zip(long)
            .all(|(c, word)| word.form.starts_with(c))
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
    // A name that its own sentence repeats adds nothing.
    let again = |list: &[Name], i: usize| {
        list.iter()
            .enumerate()
            .any(|(k, name)| k != i && alike(name, &list[i]).is_some())
    };
    // One that the other side has too, elsewhere.
    let known =
        |name: &Name, others: &[Name]| others.iter().any(|other| alike(name, other).is_some());
    let Paired {
        pairs: clash,
        rest_a: left_a,
        rest_b: left_b,
    } = pairing.pairs(rest_a.len(), rest_b.len(), &|i, j| {
        let (x, y) = (&a[rest_a[i]], &b[rest_b[j]]);
        // "The White House" and "House Democrats": a name that shares a part of this one does not replace it.
        let part = x
            .words
            .iter()
            .any(|word| y.words.iter().any(|other| kin(word, other)));
        if part || x.aside || y.aside {
            return None;
        }
        if !pairing.one_role(x.item, y.item) {
            return None;
        }
        let strength = pairing.strength(x.item, y.item);
        let sure = if x.unsure || y.unsure { 1.0 } else { 0.0 };
        // A name that the other side has elsewhere replaces another one only if that is clear.
        let elsewhere = if known(x, b) || known(y, a) { 0.5 } else { 0.0 };
        let fits = strength >= SAME_ROLE + sure + elsewhere;
        fits.then_some((strength, Relation::Differs))
    });
    for (i, j, relation) in clash {
        out.push(fact(
            pairing,
            relation,
            a[rest_a[i]].item,
            b[rest_b[j]].item,
        ));
    }
    for left in left_a {
        let (i, item) = (rest_a[left], a[rest_a[left]].item);
        if let Some(told) = role(pairing.a, &a[i], pairing.b) {
            out.push(fact(pairing, Relation::Overlaps, item, told));
        } else if !a[i].unsure && !known(&a[i], b) && !again(a, i) {
            let at = Some(pairing.a.span(item));
            out.push(Fact::of(Slot::Name, Relation::OnlyA, at, None));
        }
    }
    for left in left_b {
        let (j, item) = (rest_b[left], b[rest_b[left]].item);
        if let Some(told) = role(pairing.b, &b[j], pairing.a) {
            out.push(fact(pairing, Relation::Overlaps, told, item));
        } else if !b[j].unsure && !known(&b[j], a) && !again(b, j) {
            let at = Some(pairing.b.span(item));
            out.push(Fact::of(Slot::Name, Relation::OnlyB, None, at));
        }
    }
}

/// The place where the other side says who somebody is without the name: *the president* beside *President Obama*, *a
/// student* beside *Gennette Cordova, a student at a college*.
fn role(said: &Said<'_>, name: &Name, other: &Said<'_>) -> Option<Item> {
    let of_name = roles(said, name);
    if of_name.is_empty() {
        return None;
    }
    let in_name = |at: usize| {
        other
            .names
            .iter()
            .any(|name| name.item.from <= at && at < name.item.to)
    };
    (0..other.tokens.len()).find_map(|at| {
        let noun = other.known(at).content
            && !other.tokens[at].capital
            && of_name.contains(&other.stems[at]);
        // Not before the name itself: "the student Ann Lee", "the senator, Ann Lee,".
        let comma = other.sign(at + 1) == Some(',');
        let named = in_name(at + 1) || comma && in_name(at + 2);
        let mut from = at;
        while from > 0 && at - from < 4 && other.known(from - 1).content {
            from -= 1;
        }
        let led = from > 0 && is_led(other, from);
        let of_other = at > 0 && in_name(at - 1) && other.word(at - 1).ends_with("'s");
        (noun && !named && (led || of_other)).then_some(Item { from, to: at + 1 })
    })
}

/// Whether an article or a possessive is before token `at`.
fn is_led(said: &Said<'_>, at: usize) -> bool {
    let before = said.back(at, 1);
    before.ends_with("'s") || said.follows(at, Class::Owning)
}

/// The stems of the nouns that say who the named person is: a title in the name, words before it or after its comma.
fn roles(said: &Said<'_>, name: &Name) -> Vec<u64> {
    let mut out = Vec::new();
    if name.place.is_some() {
        return out;
    }
    let Item { from, to } = name.item;
    for at in from..to {
        let word = said.word(at);
        if said.is(at, Class::Title) && !said.is(at, Class::Plain) {
            out.push(said.stems[at]);
            if let Some(full) = written_out(word) {
                out.push(stem_number(full));
            }
        }
    }
    let comma = said.sign(from.wrapping_sub(1)) == Some(',');
    let before = from.checked_sub(if comma { 2 } else { 1 });
    let plain = |at: usize| said.known(at).content && !said.tokens[at].capital;
    let placed = name.words.iter().any(|word| word.place.is_some());
    let person = (to - from > 1 || !out.is_empty()) && !placed;
    if let Some(before) = before.filter(|&at| person && plain(at)) {
        // "His former communications director, Lauren Greene": nothing but a noun has an article or an owner.
        let mut first = before;
        while first > 0 && before - first < 4 && plain(first - 1) {
            first -= 1;
        }
        let led = first > 0 && is_led(said, first);
        if led {
            out.push(said.stems[before]);
        }
    }
    // "Gennette Cordova, a student at a college": the noun before the next function word.
    if said.sign(to) == Some(',') && matches!(said.word(to + 1), "a" | "an" | "the" | "who") {
        let mut at = to + 2;
        while at < to + 7 && said.known(at).content && said.known(at + 1).content {
            at += 1;
        }
        if said.known(at).content && said.word(to + 1) != "who" {
            out.push(said.stems[at]);
        }
    }
    out
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
                    .filter(|&at| said.known(at).content && !said.tokens[at].capital)
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
