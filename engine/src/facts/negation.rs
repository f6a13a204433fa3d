//! Denials: what one side says and the other says not. The words that deny, those that only seem to
//! (*not only*), and how far a denial reaches follow NegEx (Chapman et al. 2001) and its general English
//! list in negspaCy. In some other languages the commonest words of denial are looked for.

use crate::lang::Lang;

use super::pairing::{Paired, Pairing};
use super::said::{Cue, Item, Said};
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
        _ => "",
    }
}

/// Whether denials are looked for in this language.
pub(super) fn has_words(lang: Lang) -> bool {
    lang == Lang::English || !words(lang).is_empty()
}

/// The denials of a sentence.
pub(super) fn negations(said: &Said<'_>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let list = words(said.lang);
    for at in 0..said.tokens.len() {
        let word = said.word(at);
        if word.is_empty() {
            continue;
        }
        let english = said.lang == Lang::English;
        let implied = english && implies(said, at);
        let denies = if english {
            implied || denies(said, at)
        } else {
            !list.is_empty() && list.split(' ').any(|cue| cue == word)
        };
        if !denies {
            continue;
        }
        let head = head(said, at);
        // What leads to it belongs to it: "would not seek".
        let lead = is_helper(said.back(at, 1));
        let from = if lead { at - 1 } else { at };
        let to = head
            .filter(|&head| head > at && head <= at + 3)
            .map_or(at + 1, |head| head + 1);
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
    out
}

/// A form of *be*, *have* or *do*, or a modal verb.
fn is_helper(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "do"
            | "does"
            | "did"
            | "may"
            | "might"
            | "must"
            | "be"
            | "been"
    )
}

/// Whether the English word at `at` denies without saying so (*rather than*, *avoid*, *for the first
/// time*). It answers a denial of the other side; by itself it is none.
fn implies(said: &Said<'_>, at: usize) -> bool {
    let next = said.word(at + 1);
    match said.word(at) {
        "rather" => next == "than",
        "instead" => next == "of",
        "first" => next == "time",
        "far" => next == "from",
        "not" => matches!(next, "only" | "just" | "merely" | "simply"),
        "avoid" | "avoids" | "avoided" | "prevent" | "prevents" | "prevented" | "lack"
        | "lacks" | "lacked" | "lacking" | "hardly" | "barely" | "wary" | "rejected"
        | "rejects" | "reject" | "contradicted" | "stopped" | "blocked" | "unlikely"
        | "exclude" | "excludes" | "excluded" | "impossible" | "resisted" | "opposed" => true,
        _ => false,
    }
}

/// Whether the English word at `at` denies.
fn denies(said: &Said<'_>, at: usize) -> bool {
    let word = said.word(at);
    let next = said.word(at + 1);
    match word {
        "not" => {
            let seems = matches!(
                next,
                "only" | "just" | "least" | "merely" | "simply" | "necessarily" | "until"
            ) || matches!(said.back(at, 1), "if" | "or" | "why" | "whether")
                || next == "to" && said.word(at + 2) == "mention";
            !seems
        }
        "no" => {
            let seems = matches!(
                next,
                "doubt" | "wonder" | "matter" | "less" | "more" | "fewer" | "later" | "sooner"
            ) && next != "longer"
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
        "never" | "none" | "nobody" | "neither" | "nor" | "nowhere" | "cannot" | "without"
        | "ain't" | "unable" => true,
        "refused" | "refuses" | "refuse" | "refusing" | "refusal" | "declined" | "declines"
        | "decline" | "declining" => {
            // "declined by 5 percent" is a fall.
            matches!(
                next,
                "to" | "the" | "a" | "an" | "any" | "all" | "comment" | "requests" | "interview"
            ) || word.starts_with("refus")
                || next.ends_with("'s")
        }
        "denied" | "denies" | "deny" | "denying" | "denial" | "denials" => true,
        "failed" | "fails" | "fail" | "failing" | "failure" => next == "to",
        "refrained" | "refrain" | "refrains" | "refraining" => true,
        _ => word.ends_with("n't") && !matches!(next, "only" | "just"),
    }
}

/// What a denial at `at` is about: the next word that carries sense, before the clause ends; else the
/// last one before it.
pub(super) fn head(said: &Said<'_>, at: usize) -> Option<usize> {
    for next in at + 1..(at + 7).min(said.tokens.len()) {
        if said.breaks(next) {
            break;
        }
        let word = said.word(next);
        let light = word.ends_with("ly")
            || matches!(
                word,
                "yet" | "even" | "long" | "longer" | "still" | "ever" | "always"
            );
        if said.content[next] && !light {
            return Some(next);
        }
    }
    (at.saturating_sub(4)..at)
        .rev()
        .find(|&before| said.content[before])
}

/// Words that say the opposite of each other of one thing.
const OPPOSITES: [(&str, &str); 22] = [
    (
        "rise rose risen rises rising",
        "fall fell fallen falls falling drop dropped drops",
    ),
    (
        "increase increased increases increasing",
        "decrease decreased decreases decline declined declines",
    ),
    (
        "grow grew grown grows growing",
        "shrink shrank shrunk shrinks shrinking",
    ),
    ("win won wins winning", "lose lost loses losing"),
    ("accept accepted accepts", "reject rejected rejects"),
    (
        "approve approved approves",
        "reject rejected rejects veto vetoed",
    ),
    (
        "support supported supports supporting",
        "oppose opposed opposes opposing",
    ),
    (
        "allow allowed allows",
        "ban banned bans prohibit prohibited forbid forbade",
    ),
    ("confirm confirmed confirms", "deny denied denies"),
    ("admit admitted admits", "deny denied denies"),
    ("guilty", "innocent"),
    ("alive", "dead"),
    ("arrive arrived arrives", "leave left leaves"),
    (
        "agree agreed agrees",
        "disagree disagreed disagrees refuse refused",
    ),
    ("succeed succeeded success", "fail failed failure"),
    ("legal", "illegal"),
    ("safe", "unsafe dangerous"),
    ("open opened opens", "close closed closes"),
    (
        "begin began begins start started",
        "end ended ends stop stopped",
    ),
    ("buy bought buys", "sell sold sells"),
    ("more", "less fewer"),
    ("higher", "lower"),
];

/// Finds them.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (pairing.a, pairing.b);
    let (x, y) = (&a.negations, &b.negations);
    let Paired {
        pairs,
        rest_a,
        rest_b,
    } = pairing.pairs(x.len(), y.len(), |i, j| {
        let (one, other) = (&x[i], &y[j]);
        let head = match (one.head, other.head) {
            (Some(one), Some(other)) if a.stems[one] == b.stems[other] => 3.0,
            _ => 0.0,
        };
        // Two denials are paraphrases of one as a rule; the best fitting go together.
        let spoken = one.level == 0 || other.level == 0;
        spoken.then(|| (head + pairing.strength(one.item, other.item), head > 0.0))
    });
    let rest_a = rest_a.into_iter().filter(|&i| x[i].level == 0);
    let rest_b = rest_b.into_iter().filter(|&j| y[j].level == 0);
    for (i, j, same) in pairs {
        let relation = if same {
            Relation::Same
        } else {
            Relation::Overlaps
        };
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
    // A name that both have says nothing of what is denied of it.
    if said.tokens.get(head).is_some_and(|token| token.capital) {
        return None;
    }
    // What is denied and what it is said of: other words of the clause are there too.
    let near = |at: usize| at.abs_diff(head) <= 6 && at != head && said.content[at];
    let kept = (head.saturating_sub(6)..(head + 7).min(said.tokens.len()))
        .filter(|&at| near(at) && mates[at].is_some())
        .count();
    let close = kept >= 1 && shared >= 0.5 || kept >= 3;
    let mut from = at;
    while from > 0 && is_helper(other.word(from - 1)) {
        from -= 1;
    }
    (!denied && close).then_some(Item { from, to: at + 1 })
}

/// Words that say the opposite, standing in one place of the alignment.
fn opposites(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (pairing.a, pairing.b);
    let find = |said: &Said<'_>, mates: &[Option<usize>]| -> Vec<(usize, usize, bool)> {
        let mut found = Vec::new();
        for at in (0..said.tokens.len())
            .filter(|&at| mates[at].is_none() && (said.content[at] || said.word(at) == "more"))
        {
            for (n, (one, other)) in OPPOSITES.iter().enumerate() {
                let word = said.word(at);
                let is = |list: &str| list.split(' ').any(|form| form == word);
                if is(one) {
                    found.push((at, n, true));
                } else if is(other) {
                    found.push((at, n, false));
                }
            }
        }
        found
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
