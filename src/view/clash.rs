//! The example on the library page: one clash of two articles, in the words of both, chosen by rule.

use crossread_engine::Span;
use crossread_engine::facts::Slot;
use crossread_wording::facts::clashes;
use crossread_wording::lead::year;
use crossread_wording::topic::in_one_line;
use crossread_worker::protocol::Fact;

use super::comparing::Comparing;
use super::face::Face;
use super::header::{date_of, lang};
use super::words::count_spelled;
use crate::state::{Side, State};

/// The longest quotation from a sentence, in characters.
const LONGEST: usize = 90;

/// A clash of two articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What each says.
    pub sides: [Quoted; 2],
    /// Whether they are about the same time; if the years differ, both can be right.
    pub at_once: bool,
    /// "opposite", "another number, eight years apart".
    pub relation: String,
    /// The state that shows it in both articles.
    pub to: State,
}

/// What one article says, in its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The name of its source.
    pub face: Face,
    /// The words before those that clash, these words, and the words after.
    pub words: [String; 3],
    /// The date in words, or "date not stated".
    pub date: String,
    /// The language of the text, for `lang`.
    pub lang: String,
}

/// The clash that is easiest to understand. Complete quotations come before shortened ones, a denial before a number
/// before a date, the same time before different years, then the shortest.
pub fn example(pairs: &[Comparing], face: &impl Fn(&str) -> Face) -> Option<Example> {
    let mut best: Option<(Fitness, Example)> = None;
    for pair in pairs {
        for index in 0..pair.found.matches.len() as u32 {
            let facts = pair.detail(index).map_or(&[][..], |detail| &detail.facts);
            for fact in facts {
                let Some(found) = of_fact(pair, index, fact, face) else {
                    continue;
                };
                if best.as_ref().is_none_or(|best| found.0 < best.0) {
                    best = Some(found);
                }
            }
        }
    }
    best.map(|best| best.1)
}

/// How unfit it is: how many sides are shortened, the kind, whether years lie between, and the length.
type Fitness = (usize, usize, bool, usize);

fn of_fact(
    pair: &Comparing,
    index: u32,
    fact: &Fact,
    face: &impl Fn(&str) -> Face,
) -> Option<(Fitness, Example)> {
    let (Some(a), Some(b)) = fact.places else {
        return None;
    };
    if !clashes(fact.slot, fact.relation) {
        return None;
    }
    let at = pair.at_match(index)?;
    let found = pair.found.matches.get(index as usize)?;
    let kind = match fact.slot {
        Slot::Negation => 0,
        Slot::Number => 1,
        _ => 2,
    };
    let mut cut = 0;
    let mut quoted = |side: Side, sentence: u32, place: Span| {
        let article = pair.articles.of(side);
        let whole = pair.sentences(side).get(sentence as usize)?.span;
        let (shown, is_cut) = window(&article.text, quotation(&article.text, whole, place), place);
        cut += usize::from(is_cut);
        let part = |from: usize, to: usize| in_one_line(Span::new(from, to).of(&article.text));
        let spaced = |text: &str, words: String, before: bool| match (words.is_empty(), before) {
            (true, _) => words,
            (_, true) if text.ends_with(char::is_whitespace) => words + " ",
            (_, false) if text.starts_with(char::is_whitespace) => format!(" {words}"),
            _ => words,
        };
        let [before, after] = [(shown.start, place.start), (place.end, shown.end)];
        let raw = |(from, to): (usize, usize)| Span::new(from, to).of(&article.text).to_owned();
        Some(Quoted {
            face: face(&article.id),
            words: [
                spaced(&raw(before), part(before.0, before.1), true),
                part(place.start, place.end),
                spaced(&raw(after), part(after.0, after.1), false),
            ],
            date: date_of(article),
            lang: lang(article),
        })
    };
    let mut sides = [quoted(Side::A, found.a, a)?, quoted(Side::B, found.b, b)?];
    let years = Side::BOTH.map(|side| {
        let date = pair.articles.of(side).date.as_ref();
        date.and_then(|date| year(&date.value))
    });
    let apart = match years {
        [Some(a), Some(b)] => a.abs_diff(b),
        _ => 0,
    };
    // The earlier article comes first.
    if years[0] > years[1] {
        sides.reverse();
    }
    let length = sides.iter().flat_map(|side| &side.words).map(String::len);
    let fitness = (cut, kind, apart > 0, length.sum());
    let relation = match fact.slot {
        Slot::Negation => "opposite",
        Slot::Number => "another number",
        _ => "another date",
    };
    Some((
        fitness,
        Example {
            relation: match apart {
                0 => relation.to_owned(),
                years => format!(
                    "{relation}, {} apart",
                    count_spelled(years, "year", "years")
                ),
            },
            at_once: apart == 0,
            sides,
            to: State::default()
                .compare(&pair.articles.a.id, &pair.articles.b.id)
                .with_at(Some(at)),
        },
    ))
}

/// The inside of the quotation that contains the words; otherwise the sentence.
fn quotation(text: &str, sentence: Span, place: Span) -> Span {
    let before = Span::new(sentence.start, place.start).of(text);
    let after = Span::new(place.end, sentence.end).of(text);
    let opens = before.rfind(['“', '"', '”']);
    let closes = after.find(['”', '"', '“']);
    match (opens, closes) {
        (Some(opens), Some(closes)) => {
            let mark = before.get(opens..).and_then(|rest| rest.chars().next());
            // A straight mark opens a quotation if it is the first, the third, and so on.
            let is_open = match mark {
                Some('"') => before.matches('"').count() % 2 == 1,
                mark => mark == Some('“'),
            };
            let mark = mark.map_or(0, char::len_utf8);
            let ends = after
                .get(closes..)
                .is_some_and(|rest| !rest.starts_with('“'));
            match is_open && ends {
                true => Span::new(sentence.start + opens + mark, place.end + closes),
                false => sentence,
            }
        }
        _ => sentence,
    }
}

/// As many whole words around these words as fit, and whether something was left out.
fn window(text: &str, whole: Span, place: Span) -> (Span, bool) {
    let trimmed = |span: Span| {
        let inside = span.of(text);
        let start = span.start + (inside.len() - inside.trim_start().len());
        let end = span.start + inside.trim_end_matches([' ', '\n', ',', '.']).len();
        Span::new(start.min(place.start), end.max(place.end))
    };
    let whole = trimmed(whole);
    if whole.of(text).chars().count() <= LONGEST {
        return (whole, false);
    }
    let (mut start, mut end) = (place.start, place.end);
    loop {
        let before = Span::new(whole.start, start).of(text);
        let after = Span::new(end, whole.end).of(text);
        let mut letters = before.trim_end().char_indices().rev();
        let one = letters.find(|(_, letter)| letter.is_whitespace());
        let wider = one.map_or(whole.start, |(at, space)| {
            whole.start + at + space.len_utf8()
        });
        let gap = after.len() - after.trim_start().len();
        let next = after.trim_start().find(char::is_whitespace);
        let longer = next.map_or(whole.end, |at| end + gap + at);
        let fits = |from: usize, to: usize| Span::new(from, to).of(text).chars().count() <= LONGEST;
        let (was, had) = (start, end);
        if wider < start && fits(wider, end) {
            start = wider;
        }
        if longer > end && fits(start, longer) {
            end = longer;
        }
        if (start, end) == (was, had) {
            return (Span::new(start, end), true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Example, LONGEST, example};
    use crate::library::Article;
    use crate::view::face::Face;
    use crate::view::testing::{article, compared, stated};

    const SEEN: &str = "“We have seen some signs of a Russian withdrawal from the border,” the secretary general said.";
    const NOT: &str = "The secretary general said: “We have seen no signs of a Russian withdrawal from the border.”";

    fn of(a: &str, b: &str, years: [&str; 2]) -> Option<Example> {
        let dated = |id, text, year| {
            std::sync::Arc::new(Article {
                date: Some(stated(year)),
                ..article(id, text)
            })
        };
        let pair = compared(
            dated("a", a, years[0]),
            dated("b", b, years[1]),
            Default::default(),
        );
        example(&[pair], &|id| Face {
            name: id.to_owned(),
            ..Face::default()
        })
    }

    #[test]
    fn the_words_that_clash_stand_in_what_was_said() {
        let example = of(SEEN, NOT, ["2014", "2014"]).expect("a clash");
        let quoted = example.sides.each_ref().map(|side| side.words.concat());
        assert_eq!(
            quoted,
            [
                "We have seen some signs of a Russian withdrawal from the border",
                "We have seen no signs of a Russian withdrawal from the border"
            ]
        );
        assert_eq!((example.at_once, &*example.relation), (true, "opposite"));
        let apart = of(SEEN, NOT, ["2014", "2022"]).expect("a clash");
        assert_eq!(
            (apart.at_once, &*apart.relation),
            (false, "opposite, eight years apart")
        );
    }

    #[test]
    fn what_does_not_clash_is_no_example() {
        assert_eq!(of(SEEN, SEEN, ["2014", "2014"]), None);
        assert_eq!(
            of(SEEN, "It rained all day long in Rome.", ["2014", "2014"]),
            None
        );
    }

    #[test]
    fn a_long_sentence_is_cut_to_whole_words_around_what_clashes() {
        let long = |number: &str| {
            format!(
                "On the fourth day of the flood that came down from the hills {number} people of the lower \
                 town were brought out of their houses by boats that the army had sent up the river"
            )
        };
        let example = of(&long("40"), &long("70"), ["2014", "2014"]).expect("a clash");
        for (side, number) in example.sides.iter().zip(["40", "70"]) {
            let [before, words, after] = &side.words;
            assert!(words.contains(number), "{words}");
            let quoted = side.words.concat();
            assert!(quoted.chars().count() <= LONGEST + 2, "{quoted}");
            assert!(before.ends_with(' ') && after.starts_with(' '), "{quoted}");
            assert!(long(number).contains(&quoted), "{quoted}");
        }
    }
}
