//! The topic of a difference between two sentences, in words that both have.

use std::cmp::Reverse;

use crossread_engine::Span;

use crate::words::shortened;

/// The longest topic, in characters.
const LONGEST: usize = 60;
/// Sentences that share more words than this have no single topic.
const MOST: usize = 1_000;

/// The topic: what is counted, or the noun phrase made of words that both sentences have; if only one side has a number, what
/// it counts. Empty if there is none of these. `shared`: these words, in A's text and in B's, in A's order; `counted`: where
/// each names what it counts. The result does not depend on which of the two is called A.
pub fn topic(
    texts: [&str; 2],
    shared: &[(Span, Span)],
    counted: (Option<Span>, Option<Span>),
) -> String {
    let [in_a, in_b] = texts;
    if shared.len() > MOST {
        return String::new();
    }
    // Nearly in order already: what two sentences share is mostly in the same order in both.
    let mut turned: Vec<(Span, Span)> = Vec::with_capacity(shared.len());
    for &(a, b) in shared {
        let place = turned
            .iter()
            .rposition(|(before, _)| before.start <= b.start);
        turned.insert(place.map_or(0, |place| place + 1), (b, a));
    }
    let sides = [([in_a, in_b], shared), ([in_b, in_a], &turned[..])];
    let of_both = |words: [Vec<(Span, Span)>; 2], stands: Stands| {
        let [a, b] = words;
        let [one, other] =
            [(sides[0].0, a), (sides[1].0, b)].map(|(texts, words)| phrase(texts, &words, stands));
        best(one, other)
    };
    let counted = match counted {
        (Some(a), Some(b)) => of_both(
            [(a, b, 0), (b, a, 1)].map(|(here, there, side)| {
                let both = |words: &&(Span, Span)| within(words.0, here) && within(words.1, there);
                sides[side].1.iter().filter(both).copied().collect()
            }),
            Stands::Beside,
        ),
        (Some(a), None) => within_words(in_a, a),
        (None, Some(b)) => within_words(in_b, b),
        (None, None) => None,
    };
    let run = || of_both(sides.map(|(_, words)| words.to_vec()), Stands::Near);
    let words = counted.or_else(run).map_or("", |found| found.words);
    shortened(&in_one_line(words), LONGEST)
}

/// A noun phrase.
#[derive(Clone, Copy)]
struct Found<'t> {
    /// How many of the shared words it has.
    number: usize,
    /// Whether it has several words that are together in both texts.
    in_both: bool,
    /// Its start in its text, in bytes.
    at: usize,
    words: &'t str,
}

/// The one that says more, or otherwise the one nearer to its text's beginning; the order of the arguments does not matter. A
/// phrase that is together in both texts says more than a longer one that is together in only one.
fn best<'t>(one: Option<Found<'t>>, other: Option<Found<'t>>) -> Option<Found<'t>> {
    let key = |found: &Found<'t>| (found.in_both, found.number, Reverse(found.at));
    match (one, other) {
        (Some(one), Some(other)) => {
            let less = (key(&one), one.words) < (key(&other), other.words);
            Some(if less { other } else { one })
        }
        (one, other) => one.or(other),
    }
}

/// How two neighbouring words of a phrase are placed.
#[derive(Clone, Copy)]
enum Stands {
    /// Side by side, in both texts.
    Beside,
    /// With at most small words between, in the text that they are taken from.
    Near,
}

fn within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The noun phrase in a part of a text.
fn within_words(text: &str, part: Span) -> Option<Found<'_>> {
    let words = part.of(text).split_whitespace().map(|word| {
        let start = part.start + (word.as_ptr() as usize - part.of(text).as_ptr() as usize);
        let word = Span::new(start, start + word.len());
        (word, word)
    });
    phrase([text; 2], &words.collect::<Vec<_>>(), Stands::Beside)
}

/// The noun phrase of these words that says most, in the first text, in whose order they are given: a run of words that belong
/// together, without words that cannot begin or end a noun phrase.
fn phrase<'t>(
    [text, other]: [&'t str; 2],
    words: &[(Span, Span)],
    stands: Stands,
) -> Option<Found<'t>> {
    let near = |text: &str, one: Span, next: Span| {
        between(text, one, next).is_some_and(is_small) && !is_of_two_names(text, one, next)
    };
    let goes_on = |one: &(Span, Span), next: &(Span, Span)| {
        (match stands {
            Stands::Beside => is_blank(text, one.0, next.0) && is_blank(other, one.1, next.1),
            Stands::Near => near(text, one.0, next.0),
        }) && !is_cut(text, one.0)
            && !is_cut(text, next.0)
            // "deleted his account", "declaring an emergency", "Iran from getting weapons": what was done, and not to what.
            && (is_blank(text, one.0, next.0)
                || !(is_participle(one.0.of(text)) || is_participle(next.0.of(text))))
    };
    let mut found = None;
    // As far as it continues in both texts, and as far as in this one.
    for in_both in [true, false] {
        let runs = words
            .chunk_by(|one, next| goes_on(one, next) && (!in_both || near(other, one.1, next.1)));
        for run in runs {
            let next = trimmed(text, run).map(|(number, words)| Found {
                number,
                in_both: in_both && number > 1,
                at: run.first().map_or(0, |(first, _)| first.start),
                words,
            });
            found = best(found, next);
        }
    }
    found
}

/// A run without the verb that it begins with and the adjective that it ends with, and how many words are left of it.
fn trimmed<'t>(text: &'t str, run: &[(Span, Span)]) -> Option<(usize, &'t str)> {
    let mut run = run;
    while let [(first, _), rest @ ..] = run
        && (is_cut(text, *first) || is_led_in(text, *first))
    {
        run = rest;
    }
    while let [rest @ .., (last, _)] = run
        && (is_cut(text, *last) || is_unfinished(text, *last))
    {
        run = rest;
    }
    let ((first, _), (last, _)) = run.first().zip(run.last())?;
    let words = text.get(first.start..last.end)?;
    let words = ["’s", "'s", "’", "'"]
        .iter()
        .find_map(|end| words.strip_suffix(end))
        .unwrap_or(words);
    Some((run.len(), words))
}

/// Words that are in no noun phrase, between spaces: what people do and say, and when.
const CUT: &str = " added along announced asked back became become began begun believe bring brought call called came claim claimed confirm \
declared find found friday gave get give given go going gone got held keep kept know known led look make made meet met monday move \
near next only pay possible protects put read remain reporters said saturday saw say says see seek seen sent set settle show shows since spent still stood sunday \
take taken tell tells think thought thursday told took toward towards tuesday understand urge urged use used wants warned wednesday went whatever work ";

fn is_among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

fn is_cut(text: &str, word: Span) -> bool {
    let word = word.of(text);
    word.starts_with(|first: char| first.is_ascii_digit())
        || ["billion", "million"].contains(&word)
        || (word.len() > 4 && word.ends_with("ly") && !is_capital(word))
        || (word.len() < 12 && is_among(CUT, &word.to_ascii_lowercase()))
}

/// Whether the text before a word makes it a verb: "to settle", "we urge".
fn is_led_in(text: &str, word: Span) -> bool {
    let before = text.get(..word.start).unwrap_or_default();
    // "senior-level NATO".
    if before.ends_with('-') {
        return true;
    }
    let last = before
        .ends_with(' ')
        .then(|| before.trim_end().rsplit(' ').next());
    let last = last.flatten().unwrap_or_default().to_ascii_lowercase();
    let verb = " can cannot could he i it may might must not she should they to we who will would ";
    let gerund = is_participle(word.of(text)) && is_among(" by for from in of ", &last);
    !last.is_empty() && !is_capital(word.of(text)) && (gerund || is_among(verb, &last))
}

/// Whether a noun phrase continues after a word: it is an adjective, a participle, or the beginning of a longer name.
fn is_unfinished(text: &str, span: Span) -> bool {
    let word = span.of(text);
    let after = text.get(span.end..).unwrap_or_default();
    if is_capital(word) {
        let next = after.strip_prefix(' ').unwrap_or_default();
        return after.starts_with('-') || (is_capital(next) && !is_cut_at(next));
    }
    let adjective = [
        "ical", "onal", "ual", "ental", "legal", "itimate", "ous", "ful", "able", "ible", "atic",
        "ern", "clear",
    ];
    const BEFORE_A_NOUN: &str =
        " few first last latest many new other own same second several such third ";
    (word.len() > 5 && adjective.iter().any(|end| word.ends_with(end)))
        || is_participle(word)
        || is_among(BEFORE_A_NOUN, word)
}

/// Whether a text begins with a word that is in no noun phrase.
fn is_cut_at(text: &str) -> bool {
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic());
    is_cut(text, Span::new(0, end.unwrap_or(text.len())))
}

fn is_participle(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) && !is_capital(word)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_uppercase())
}

/// The text between two words, if they are separated by space.
fn between(text: &str, one: Span, next: Span) -> Option<&str> {
    let text = text.get(one.end..next.start)?;
    text.starts_with(char::is_whitespace).then_some(text)
}

fn is_blank(text: &str, one: Span, next: Span) -> bool {
    between(text, one, next).is_some_and(|between| between.trim().is_empty())
}

/// Whether these are spaces and at most two words of up to four small letters, none of which begins something new.
fn is_small(between: &str) -> bool {
    const NEW: &str = " are as be but can had has have he if is it may not or said say says she that they to was we were what when who will ";
    let small = |word: &str| {
        let short = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        short && !is_among(NEW, word)
    };
    between.split_whitespace().count() <= 2 && between.split_whitespace().all(small)
}

/// Whether they are names of two people or things, one from the other or after it: "Obama from Nancy Pelosi".
fn is_of_two_names(text: &str, one: Span, next: Span) -> bool {
    let parted = between(text, one, next).is_some_and(|between| between.trim() == "from");
    parted && is_capital(one.of(text)) && is_capital(next.of(text))
}

/// The text with one space for each stretch of white space.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crossread_engine::Span;

    use super::topic;

    const A: &str = "Some 40,000 Russian troops are at the border";
    const B: &str = "At the border 100,000 Russian troops stand";

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).expect(words);
        Span::new(start, start + words.len())
    }

    fn shared(words: &[&str]) -> Vec<(Span, Span)> {
        let both = |word: &&str| (span(A, word), span(B, word));
        words.iter().map(both).collect()
    }

    #[test]
    fn what_both_count_names_it() {
        let words = shared(&["Russian", "troops", "border"]);
        let counted = ["Russian troops", "troops"].map(|word| Some(span(A, word)));
        let in_b = Some(span(B, "Russian troops"));
        assert_eq!(topic([A, B], &words, (counted[0], in_b)), "Russian troops");
        assert_eq!(topic([A, B], &words, (counted[1], in_b)), "troops");
        assert_eq!(topic([A, B], &[], (counted[1], None)), "troops");
        assert_eq!(topic([A, B], &[], (None, in_b)), "Russian troops");
    }

    #[test]
    fn else_the_longest_run_of_shared_words_does() {
        let words = shared(&["Russian", "troops", "border"]);
        // Small words may be between, others may not.
        assert_eq!(topic([A, B], &words, (None, None)), "Russian troops");
        assert_eq!(topic([A, B], &words[2..], (None, None)), "border");
        assert_eq!(topic([A, B], &[], (None, None)), "");
    }

    /// What the words in brackets, which both share, are about.
    fn of(text: &str) -> String {
        let bare: String = text.chars().filter(|one| !"[]".contains(*one)).collect();
        let mut words = Vec::new();
        let mut at = 0;
        for (part, inside) in text
            .split(['[', ']'])
            .zip([false, true].into_iter().cycle())
        {
            let span = Span::new(at, at + part.len());
            at = span.end;
            if inside {
                words.push((span, span));
            }
        }
        topic([&bare, &bare], &words, (None, None))
    }

    #[test]
    fn it_is_a_noun_phrase() {
        for (text, about) in [
            (
                "The [ministers] [said] [NATO's] [political] dialogue",
                "ministers",
            ),
            ("[Russia] [said] it [pulled] [back]", "Russia"),
            (
                "It [deleted] his [Twitter] and [Facebook] accounts",
                "Twitter and Facebook",
            ),
            (
                "He [cannot] [confirm] that [Russia] is [withdrawing] its [troops]",
                "Russia",
            ),
            ("[seen] no [sign] of [withdrawal]", "sign of withdrawal"),
            (
                "used to [settle] a [sexual] [harassment] claim",
                "sexual harassment",
            ),
            ("[permanent] [bases] in [Eastern] Europe", "permanent bases"),
            ("an [abuse] of his [constitutional] powers", "abuse"),
            (
                "[84,000] in [taxpayer] [funds] to [settle]",
                "taxpayer funds",
            ),
            ("[President] [Obama’s] visit", "President Obama"),
            ("[President] [Obama’s] [veto]", "President Obama’s veto"),
            (
                "thanked [Obama] from [House] [Leader] [Nancy] [Pelosi] on",
                "House Leader Nancy Pelosi",
            ),
            ("[declaring] an [emergency]", "emergency"),
            ("an [illegal] and [illegitimate] attempt", ""),
            ("the [first] since [April]", "April"),
            ("the [first] [talks] since", "first talks"),
            (
                "keep [Iran] from [getting] [nuclear] [weapons]",
                "nuclear weapons",
            ),
            ("[Diplomats] say the [ministers] met", "Diplomats"),
            ("they had [claimed]", ""),
            ("the first senior-[level] [NATO] gathering", "NATO"),
            ("He told [reporters] that [troops] left", "troops"),
        ] {
            assert_eq!(of(text), about, "{text}");
        }
    }
}
