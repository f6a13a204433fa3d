//! The figures, each with how it is counted. They are given both ways, never only as one symmetric number.

use crossread_engine::{Comparison, Figures as Counted, Scope};
use crossread_wording::finding::shares;

use super::Comparing;
use super::finding::{found as counted, longest};
use super::words::{count, digits, percent, plural, rounded};
use crate::state::{Both, Side};

/// The figures of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The line under the finding: "Of A’s own text, 31% is in B; of B’s, 12% is in A."
    pub line: String,
    /// All figures.
    pub list: Vec<Figure>,
}

/// One figure, for both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is: "Shared in total", "Edited".
    pub label: String,
    /// Its value on each side: "31%", "112 words".
    pub value: Both<String>,
    /// How it is counted, with the numbers of this pair, on each side.
    pub how: Both<String>,
}

/// The figures of a comparison.
pub fn figures(comparing: &Comparing) -> Figures {
    let found = &comparing.found;
    let list = vec![
        figure(found, "Shared in total", shared),
        figure(found, "Verbatim", verbatim),
        figure(found, "Edited", edited),
        figure(found, "Related", related),
        figure(found, "Only in a passage", passage),
        figure(found, "Without a counterpart", unmatched),
        passages(found),
        figure(found, "Left out", left_out),
    ];
    let with_names = |figure: Figure| Figure {
        how: Both::each(|side| comparing.said(figure.how.of(side))),
        ..figure
    };
    Figures {
        line: comparing.said(&shares(&counted(found))),
        list: list.into_iter().map(with_names).collect(),
    }
}

/// From this percentage on, so much of an article is shared that marking it would hide the differences.
const MUCH: u32 = 30;

/// Whether much of one of the two is in the other.
pub fn shares_much(comparing: &Comparing) -> bool {
    let found = &comparing.found;
    [&found.a, &found.b]
        .iter()
        .any(|counted| rounded(counted.shared(), counted.words) > MUCH)
}

/// One side's figures, with what is needed to word them.
struct Of<'f> {
    counted: &'f Counted,
    scope: Scope,
    letter: &'static str,
    other: &'static str,
}

impl Of<'_> {
    /// "354 words of A that are neither repeat nor furniture".
    fn base(&self) -> String {
        let Of {
            counted, letter, ..
        } = self;
        let all = digits(counted.words);
        match self.scope {
            Scope::Own => format!(
                "{all} {} of {letter} that {} neither repeat nor furniture",
                plural(counted.words, "word", "words"),
                plural(counted.words, "is", "are")
            ),
            Scope::Full => format!(
                "{all} {} of {letter}, repeats and furniture included,",
                plural(counted.words, "word", "words")
            ),
        }
    }

    /// "112 of the 354 words of A that are neither repeat nor furniture are …".
    fn part(&self, part: u32, rest: &str) -> (String, String) {
        (
            percent(part, self.counted.words),
            format!(
                "{} of the {} {} {rest}",
                digits(part),
                self.base(),
                plural(part, "is", "are")
            ),
        )
    }
}

fn figure(found: &Comparison, label: &str, say: fn(&Of<'_>) -> (String, String)) -> Figure {
    let of = |side: Side| Of {
        counted: match side {
            Side::A => &found.a,
            Side::B => &found.b,
        },
        scope: found.options.scope,
        letter: side.letter(),
        other: side.other().letter(),
    };
    let ((value_a, how_a), (value_b, how_b)) = (say(&of(Side::A)), say(&of(Side::B)));
    Figure {
        label: label.to_owned(),
        value: Both {
            a: value_a,
            b: value_b,
        },
        how: Both { a: how_a, b: how_b },
    }
}

fn shared(of: &Of<'_>) -> (String, String) {
    let rest = format!(
        "in a sentence with a counterpart in {}, or in a passage that both share.",
        of.other
    );
    of.part(of.counted.shared(), &rest)
}

fn verbatim(of: &Of<'_>) -> (String, String) {
    let rest = format!("in a sentence that {} has word for word.", of.other);
    of.part(of.counted.verbatim, &rest)
}

fn edited(of: &Of<'_>) -> (String, String) {
    let rest = format!(
        "in a sentence that {} has reworded, but in none that it has word for word.",
        of.other
    );
    of.part(of.counted.edited, &rest)
}

fn related(of: &Of<'_>) -> (String, String) {
    let rest = format!(
        "in a sentence whose claim {} makes in other words, but in none that is closer.",
        of.other
    );
    of.part(of.counted.related, &rest)
}

fn passage(of: &Of<'_>) -> (String, String) {
    of.part(
        of.counted.passage,
        "in a passage that both share, but in no sentence with a counterpart.",
    )
}

fn unmatched(of: &Of<'_>) -> (String, String) {
    let (unmatched, all) = (of.counted.unmatched_sentences(), of.counted.sentences);
    (
        count(unmatched, "sentence", "sentences"),
        format!(
            "{} of the {} of {} that {} {} no counterpart in {}.",
            digits(unmatched),
            count(all, "sentence", "sentences"),
            of.letter,
            plural(all, "counts", "count"),
            plural(unmatched, "has", "have"),
            of.other
        ),
    )
}

fn left_out(of: &Of<'_>) -> (String, String) {
    let Counted {
        repeat_words,
        furniture_words,
        ..
    } = *of.counted;
    let value = count(repeat_words + furniture_words, "word", "words");
    let how = match (of.scope, repeat_words + furniture_words) {
        (Scope::Full, _) => {
            "You have put repeats and furniture back, so nothing is left out.".to_owned()
        }
        (Scope::Own, 0) => format!("{} has neither repeats nor furniture.", of.letter),
        (Scope::Own, _) => format!(
            "Of {}, {} {} in repeats (sentences that it has said before) and {} in furniture \
             (captions, banners and the like). They are greyed and not counted.",
            of.letter,
            count(repeat_words, "word", "words"),
            plural(repeat_words, "is", "are"),
            count(furniture_words, "word", "words"),
        ),
    };
    (value, how)
}

/// How many passages there are: one number, since a passage is in both.
fn passages(found: &Comparison) -> Figure {
    let number = found.passages.len() as u32;
    let least = found.options.min_words.get();
    let what = format!(
        "Passages are runs of {least} or more of the same words in both articles, whatever their \
         case, punctuation and typography."
    );
    let how = match longest(found) {
        0 => format!("{what} There is none."),
        longest => format!(
            "{what} The longest has {}.",
            count(longest, "word", "words")
        ),
    };
    Figure {
        label: "Passages".to_owned(),
        value: Both {
            a: digits(number),
            b: digits(number),
        },
        how: Both {
            a: how.clone(),
            b: how,
        },
    }
}

#[cfg(test)]
mod tests {
    use crossread_engine::{Figures as Counted, Passage};

    use super::{figures, shares_much};
    use crate::view::testing::comparing;

    fn said(a: Counted, b: Counted, query: &str) -> Vec<String> {
        let mut comparing = crate::view::testing::comparing_with("", "", query);
        comparing.found.a = a;
        comparing.found.b = b;
        let figures = figures(&comparing);
        let list = figures.list.iter().map(|figure| {
            format!(
                "{}: {} · {}\n{}",
                figure.label, figure.value.a, figure.value.b, figure.how.a
            )
        });
        [figures.line.clone()].into_iter().chain(list).collect()
    }

    fn counted() -> Counted {
        Counted {
            words: 354,
            repeat_words: 340,
            furniture_words: 14,
            verbatim: 0,
            edited: 100,
            related: 11,
            passage: 1,
            sentences: 17,
            verbatim_sentences: 0,
            edited_sentences: 4,
            related_sentences: 2,
        }
    }

    #[test]
    fn each_figure_says_how_it_is_counted() {
        let other = Counted {
            words: 1,
            related: 1,
            sentences: 1,
            related_sentences: 1,
            ..Counted::default()
        };
        let said = said(counted(), other, "");
        assert_eq!(
            said,
            [
                "Of “The a”’s own text, 32% is in “The b”; of “The b”’s, 100% is in “The a”.",
                "Shared in total: 32% · 100%\n112 of the 354 words of “The a” that are neither repeat nor furniture are in a sentence with a counterpart in “The b”, or in a passage that both share.",
                "Verbatim: 0% · 0%\n0 of the 354 words of “The a” that are neither repeat nor furniture are in a sentence that “The b” has word for word.",
                "Edited: 28% · 0%\n100 of the 354 words of “The a” that are neither repeat nor furniture are in a sentence that “The b” has reworded, but in none that it has word for word.",
                "Related: 3% · 100%\n11 of the 354 words of “The a” that are neither repeat nor furniture are in a sentence whose claim “The b” makes in other words, but in none that is closer.",
                "Only in a passage: less than 1% · 0%\n1 of the 354 words of “The a” that are neither repeat nor furniture is in a passage that both share, but in no sentence with a counterpart.",
                "Without a counterpart: 11 sentences · 0 sentences\n11 of the 17 sentences of “The a” that count have no counterpart in “The b”.",
                "Passages: 0 · 0\nPassages are runs of 5 or more of the same words in both articles, whatever their case, punctuation and typography. There is none.",
                "Left out: 354 words · 0 words\nOf “The a”, 340 words are in repeats (sentences that it has said before) and 14 words in furniture (captions, banners and the like). They are greyed and not counted.",
            ]
        );
    }

    #[test]
    fn with_everything_put_back_the_words_change() {
        let said = said(counted(), counted(), "text=all");
        assert_eq!(
            said[0],
            "Of “The a”’s text, 32% is in “The b”; of “The b”’s, 32% is in “The a”."
        );
        assert!(
            said[1].contains(
                "112 of the 354 words of “The a”, repeats and furniture included, are in"
            )
        );
        assert!(
            said[8].ends_with("You have put repeats and furniture back, so nothing is left out.")
        );
    }

    #[test]
    fn much_is_shared_where_it_is_more_than_thirty_percent_of_either() {
        let mut comparing = comparing("", "");
        for (shared, much) in [(0, false), (30, false), (31, true)] {
            comparing.found.a = Counted {
                words: 100,
                edited: shared,
                ..Counted::default()
            };
            assert_eq!(shares_much(&comparing), much, "{shared}");
        }
    }

    #[test]
    fn the_longest_passage_is_named() {
        let mut comparing = comparing("", "");
        comparing.found.passages = vec![Passage {
            a: 0,
            b: 0,
            words: 8,
        }];
        let list = figures(&comparing).list;
        assert!(list[6].how.a.ends_with("The longest has 8 words."));
        assert!(
            list[7]
                .how
                .b
                .ends_with("“The b” has neither repeats nor furniture.")
        );
    }
}
