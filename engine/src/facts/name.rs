//! People, places and organisations, as capital letters tell them. Without a list of all names a
//! sentence's first word is one only where something else says so.

use super::pairing::{Paired, Pairing};
use super::places::Places;
use super::said::{Item, Name, NameWord, Said, stem_number};
use super::{Fact, Relation, Slot};

/// From which strength on two names that share no word stand for one role.
const SAME_ROLE: f64 = 1.9;

/// The names of a sentence, in order: runs of capitalised words, with what joins them.
pub(super) fn names(said: &Said<'_>, places: &Places) -> Vec<Name> {
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
                Some('.') if said.tokens[to - 1].form.len() <= 3 && !opener(said, to + 1) => to + 1,
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
        let first = opens(said, from);
        // "The White House", "Despite Moscow's claims": what only opens the sentence is no part of the name.
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
            let name: Vec<&str> = words.iter().map(String::as_str).collect();
            let place = places.of(&name.join("_"));
            let cut = said.sign(to) == Some('.') && to + 1 < said.tokens.len();
            let last = words.len() - 1;
            let words = words.into_iter().enumerate().map(|(at, form)| NameWord {
                place: places.of(&form),
                cut: at == last && cut,
                form,
            });
            out.push(Name {
                item,
                words: words.collect(),
                place,
                aside: said.sign(begin.wrapping_sub(1)) == Some('('),
                unsure: unsure && place.is_none(),
            });
        }
        at = to;
    }
    out
}

/// The words of a name in lower case, without *'s* and particles, and without titles where they are not asked for.
fn words_of(said: &Said<'_>, item: Item, titles: bool) -> Vec<String> {
    (item.from..item.to)
        .map(|at| said.word(at))
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| !word.is_empty() && (titles || !is_title(word)))
        .filter(|word| !matches!(*word, "of" | "the" | "de" | "al"))
        .map(str::to_owned)
        .collect()
}

fn is_mark(said: &Said<'_>, at: usize) -> bool {
    said.word(at).is_empty()
}

/// Whether the word at `at` is one that opens a sentence with a capital and is no name: a function word, or one that
/// joins the sentence to what was said.
fn opener(said: &Said<'_>, at: usize) -> bool {
    let word = said.word(at);
    let function = !word.is_empty() && !said.content.get(at).copied().unwrap_or(false);
    function
        || is_joint(word)
        || word.len() > 5
            && word.ends_with("ly")
            && !matches!(word, "italy" | "emily" | "kimberly" | "beverly")
}

/// Prepositions, conjunctions, adverbs and numbers of things that many a sentence opens with.
fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "despite"
            | "although"
            | "though"
            | "while"
            | "whereas"
            | "since"
            | "until"
            | "unless"
            | "whether"
            | "following"
            | "amid"
            | "among"
            | "amongst"
            | "according"
            | "along"
            | "alongside"
            | "across"
            | "around"
            | "behind"
            | "beside"
            | "besides"
            | "beyond"
            | "within"
            | "without"
            | "throughout"
            | "toward"
            | "towards"
            | "upon"
            | "via"
            | "given"
            | "regarding"
            | "concerning"
            | "including"
            | "meanwhile"
            | "however"
            | "moreover"
            | "therefore"
            | "thus"
            | "hence"
            | "instead"
            | "otherwise"
            | "nevertheless"
            | "nonetheless"
            | "furthermore"
            | "earlier"
            | "later"
            | "afterwards"
            | "afterward"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
            | "perhaps"
            | "maybe"
            | "even"
            | "still"
            | "yet"
            | "also"
            | "another"
            | "many"
            | "several"
            | "both"
            | "every"
            | "either"
            | "neither"
            | "much"
            | "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "dozens"
            | "hundreds"
            | "thousands"
            | "asked"
            | "speaking"
            | "citing"
            | "last"
            | "next"
            | "like"
            | "unlike"
            | "per"
            | "plus"
            | "once"
            | "let"
            | "would"
            | "could"
            | "should"
            | "might"
            | "may"
            | "must"
            | "yes"
            | "ok"
    )
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
    let Some(token) = said.tokens.get(at).filter(|token| token.capital) else {
        return false;
    };
    let dated = said
        .values
        .iter()
        .any(|(item, value)| item.from <= at && at < item.to && value.date().is_some());
    !dated && !matches!(&*token.form, "i" | "i'm" | "i've" | "i'd" | "i'll")
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
        // "Moscow" for Russia's government; the city may be meant all the same.
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
        let telling = short.words.iter().any(|word| !is_common(&word.form));
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
        .filter(|word| !is_common(&word.form))
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
        // "The White House" and "House Democrats": what a part of the name is shared by is no other thing in its place.
        let part = x
            .words
            .iter()
            .any(|word| y.words.iter().any(|other| kin(word, other)));
        if part || x.aside || y.aside {
            return None;
        }
        let strength = pairing.strength(x.item, y.item);
        let sure = if x.unsure || y.unsure { 1.0 } else { 0.0 };
        // A name that the other side has elsewhere stands in another's place only where it is plain.
        let elsewhere = if known(b, x) || known(a, y) { 0.5 } else { 0.0 };
        let fits = strength >= SAME_ROLE + sure + elsewhere && pairing.one_role(x.item, y.item);
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
    let mut left_a: Vec<usize> = left_a.into_iter().map(|i| rest_a[i]).collect();
    let mut left_b: Vec<usize> = left_b.into_iter().map(|j| rest_b[j]).collect();
    left_a.retain(|&i| match role(pairing.a, &a[i], pairing.b) {
        Some(told) => {
            out.push(fact(pairing, Relation::Overlaps, a[i].item, told));
            false
        }
        None => true,
    });
    left_b.retain(|&j| match role(pairing.b, &b[j], pairing.a) {
        Some(told) => {
            out.push(fact(pairing, Relation::Overlaps, told, b[j].item));
            false
        }
        None => true,
    });
    for i in left_a
        .into_iter()
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

/// Where the other side says what somebody is without the name: *the president* beside *President Obama*, *a student* beside
/// *Gennette Cordova, a student at a college*.
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
        let noun =
            other.content[at] && !other.tokens[at].capital && of_name.contains(&other.stems[at]);
        // Not where it tells whose name follows: "the student Ann Lee", "the senator, Ann Lee,".
        let comma = other.sign(at + 1) == Some(',');
        let named = in_name(at + 1) || comma && in_name(at + 2);
        let mut from = at;
        while from > 0 && at - from < 4 && other.content[from - 1] {
            from -= 1;
        }
        let led = from > 0 && is_led(other, from);
        let of_other = at > 0 && in_name(at - 1) && other.word(at - 1).ends_with("'s");
        (noun && !named && (led || of_other)).then_some(Item { from, to: at + 1 })
    })
}

/// Whether an article or an owner stands before token `at`.
fn is_led(said: &Said<'_>, at: usize) -> bool {
    let before = said.back(at, 1);
    before.ends_with("'s")
        || matches!(
            before,
            "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our" | "my" | "one"
        )
}

/// The stems of the nouns that say what the named one is: a title in the name, what stands before it or behind its comma.
fn roles(said: &Said<'_>, name: &Name) -> Vec<u64> {
    let mut out = Vec::new();
    if name.place.is_some() {
        return out;
    }
    let Item { from, to } = name.item;
    for at in from..to {
        let word = said.word(at);
        if is_title(word) && !matches!(word, "former" | "st" | "mr" | "mrs" | "ms" | "dr" | "sir") {
            out.push(said.stems[at]);
            if let Some(full) = written_out(word) {
                out.push(stem_number(full));
            }
        }
    }
    let comma = said.sign(from.wrapping_sub(1)) == Some(',');
    let before = from.checked_sub(if comma { 2 } else { 1 });
    let plain = |at: usize| said.content[at] && !said.tokens[at].capital;
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
        while at < to + 7
            && said.content.get(at) == Some(&true)
            && said.content.get(at + 1) == Some(&true)
        {
            at += 1;
        }
        if said.content.get(at) == Some(&true) && said.word(to + 1) != "who" {
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
