//! The library page: the articles, the questions that they answer differently, and how much each pair of them shares. For the
//! shipped articles, the build writes all of it into the page (`front/`); the rows of the reader's own texts are made when they
//! are shown.

use std::sync::Arc;

use crossread_engine::overview::PairFigures;

use super::asked::{Asked, asked};
use super::clash::{Example, example};
use super::comparing::Comparing;
use super::differences::{Counts, differences};
use super::face::{Face, faces};
use super::header::{date_of, lang, length_in_words, publisher};
use super::story::Telling;
use super::words::{capital, count, count_spelled, percent, rounded};
use crate::library::{Article, Library};
use crate::sort;
use crate::state::State;

/// The library page, without what is the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryPage {
    /// A clash of two of the articles, as an example of what the site shows.
    pub example: Option<Example>,
    /// The questions that the articles answer differently.
    pub asked: Vec<Asked>,
    /// "Five articles".
    pub articles_title: String,
    /// The articles.
    pub articles: Vec<ArticleRow>,
    /// The heading of the pairs: "All ten pairs".
    pub pairs_title: String,
    /// The pairs, those that share most first.
    pub pairs: Vec<PairRow>,
}

/// What a bar means, and how a share is counted.
pub const PAIRS_NOTE: &str = "The bars show how much of each is in the other: a full bar is the whole text. They count words in sentences with a counterpart and in shared passages of five or more words, without repeats and furniture.";

/// An article in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its id.
    pub id: String,
    /// The name of its source.
    pub face: Face,
    /// Its title.
    pub title: String,
    /// The publisher if that is not its name, or "publisher not stated".
    pub publisher: Option<String>,
    /// The date in words, or "date not stated".
    pub date: String,
    /// "708 words, half of them repeated".
    pub words: String,
    /// The language of the text, for `lang`.
    pub lang: String,
}

/// A pair in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// The ids of both.
    pub ids: [String; 2],
    /// The names of the two sources.
    pub faces: [Face; 2],
    /// What was found; `None` for two that were not compared yet.
    pub found: Option<PairFound>,
    /// The state that compares them.
    pub to: State,
}

/// What was found in a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairFound {
    /// How many sentences both tell.
    pub told: u32,
    /// How many values clash, if known.
    pub clashes: Option<u32>,
    /// How much of each is in the other, 0 to 100, for a bar that stands for the whole text.
    pub percent: [u32; 2],
    /// The same in words: "32% of The Mail is in The Post, 13% the other way".
    pub share: String,
    /// What the two share, in a sentence: "Both tell four things; two of nine differences clash."
    pub said: String,
}

/// The library page. `pairs`: the comparisons of all pairs of shipped articles.
pub fn library_page(library: &Library, pairs: &[Comparing], telling: &Telling) -> LibraryPage {
    let articles: Vec<&Arc<Article>> = library.shipped_ones().collect();
    let faces = faces(library, &articles);
    let face = |id: &str| {
        let place = articles.iter().position(|one| *one.id == *id);
        place
            .and_then(|at| faces.get(at))
            .cloned()
            .unwrap_or_default()
    };
    let mut rows: Vec<(u32, PairRow)> = Vec::new();
    for pair in pairs {
        let [a, b] = [&pair.articles.a.id, &pair.articles.b.id];
        let counts = differences(pair).counts;
        let figures = PairFigures::of(&pair.found);
        let faces = [face(a), face(b)];
        let found = PairFound {
            clashes: Some(counts.clash),
            said: said(&counts),
            ..found(figures, counts.told, &faces)
        };
        let row = PairRow {
            ids: [a.to_string(), b.to_string()],
            faces,
            found: Some(found),
            to: State::default().compare(a, b),
        };
        rows.push((figures.a.0 + figures.b.0, row));
    }
    // The sort is stable: pairs that share the same stay in the order of the articles.
    let order = sort::order(rows.len(), &|at| u64::from(u32::MAX - rows[at].0));
    LibraryPage {
        example: example(pairs, &face),
        asked: asked(telling, &faces),
        articles_title: capital(&count_spelled(articles.len() as u32, "article", "articles")),
        articles: articles
            .iter()
            .zip(&faces)
            .map(|(article, face)| article_row(library, article, face.clone()))
            .collect(),
        pairs_title: match rows.len() as u32 {
            0 => "No pair yet".to_owned(),
            1 => "One pair".to_owned(),
            number => format!("All {}", count_spelled(number, "pair", "pairs")),
        },
        pairs: order.into_iter().map(|at| rows[at].1.clone()).collect(),
    }
}

pub(super) fn article_row(library: &Library, article: &Article, face: Face) -> ArticleRow {
    let length = library.length(&article.id);
    let publisher = publisher(article);
    ArticleRow {
        id: article.id.to_string(),
        title: article.title.value.to_string(),
        publisher: (publisher != face.name).then_some(publisher),
        face,
        date: date_of(article),
        words: length.map_or_else(|| about_so_long(&article.text), length_in_words),
        lang: lang(article),
    }
}

/// The approximate length of an article that has not been read yet, by its white space.
fn about_so_long(text: &str) -> String {
    let words = text.split_whitespace().count() as u32;
    format!("about {}", count(words, "word", "words"))
}

/// A pair with a text of the reader's. `there` and `back`: the figures in both directions, if the two were compared.
pub(super) fn own_pair_row(
    ids: [&str; 2],
    faces: [Face; 2],
    there: Option<PairFigures>,
    back: Option<PairFigures>,
    state: &State,
) -> PairRow {
    PairRow {
        ids: ids.map(str::to_owned),
        to: state.library().compare(ids[0], ids[1]),
        found: there.map(|figures| {
            let matched = |of: PairFigures| of.kinds.iter().sum::<u32>();
            let told = matched(figures).min(back.map_or(u32::MAX, matched));
            found(figures, told, &faces)
        }),
        faces,
    }
}

fn found(figures: PairFigures, told: u32, faces: &[Face; 2]) -> PairFound {
    let PairFigures { a, b, .. } = figures;
    let [one, other] = faces.each_ref().map(|face| &face.name);
    PairFound {
        told,
        clashes: None,
        percent: [a, b].map(|(some, all)| rounded(some, all)),
        share: match a.0 + b.0 {
            0 => "nothing shared".to_owned(),
            _ => format!(
                "{} of {one} is in {other}, {} the other way",
                percent(a.0, a.1),
                percent(b.0, b.1)
            ),
        },
        said: match told {
            0 => "No sentence of one has a counterpart in the other.".to_owned(),
            told => format!("Both tell {}.", count_spelled(told, "thing", "things")),
        },
    }
}

/// What two share, in a sentence.
fn said(counts: &Counts) -> String {
    if counts.told == 0 {
        return "No sentence of one has a counterpart in the other.".to_owned();
    }
    let told = count_spelled(counts.told, "thing", "things");
    let differ = count_spelled(counts.differ, "difference", "differences");
    match (counts.differ, counts.clash) {
        (0, _) => format!("Both tell {told}, and nothing differs."),
        (_, 0) => format!("Both tell {told}, with {differ}."),
        (1, _) => format!("Both tell {told}, with one difference, a clash."),
        (_, 1) => format!("Both tell {told}, with {differ}, one of them a clash."),
        (all, clash) if all == clash => format!("Both tell {told}, with {differ}, all clashes."),
        (_, clash) => format!(
            "Both tell {told}, with {differ}, {} of them clashes.",
            super::words::spelled(clash)
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crossread_engine::fold::nfkc;
    use crossread_engine::overview::PairFigures;
    use crossread_worker::protocol::Answer;
    use crossread_worker::work::Work;

    use super::{Counts, LibraryPage, article_row, faces, library_page, own_pair_row, said};
    use crate::library::{Article, Library};
    use crate::state::{parse, write};
    use crate::view::testing::{article, compared};
    use crate::view::{Telling, story_ask};

    fn page_of(library: &Library) -> LibraryPage {
        let articles: Vec<Arc<Article>> = library.shipped_ones().cloned().collect();
        let mut pairs = Vec::new();
        for (index, a) in articles.iter().enumerate() {
            for b in articles.iter().skip(index + 1) {
                pairs.push(compared(a.clone(), b.clone(), Default::default()));
            }
        }
        let ask = story_ask(&articles, Default::default(), &Default::default());
        let Answer::Story(story) = Work::new(nfkc).answer(ask, &mut |_| ()) else {
            panic!("no story");
        };
        library_page(library, &pairs, &Telling::new(articles, *story))
    }

    #[test]
    fn the_shipped_library() {
        let page = page_of(&Library::shipped());
        assert_eq!(page.articles_title, "Five articles");
        assert_eq!(page.pairs_title, "All ten pairs");
        let first = &page.pairs[0];
        let [a, b] = &first.ids;
        assert_eq!(write(&first.to), format!("?a={a}&b={b}"));
        assert!(page.pairs.iter().all(|pair| pair.found.is_some()));
        let words: Vec<&str> = page.articles.iter().map(|row| &*row.words).collect();
        assert!(
            words.contains(&"729 words, half of them repeated"),
            "{words:?}"
        );
        let example = page.example.expect("an example");
        assert!((2..=3).contains(&page.asked.len()), "{:?}", page.asked);
        for asked in &page.asked {
            assert!(asked.answers.len() > 1, "{}", asked.question);
            let of_all = asked
                .answers
                .iter()
                .map(|one| one.faces.len())
                .sum::<usize>();
            assert_eq!(of_all + asked.silent.len(), 5, "{}", asked.question);
        }
        assert_ne!(example.sides[0].words[1], example.sides[1].words[1]);
        assert!(write(&example.to).contains("&at="));
    }

    #[test]
    fn one_article_has_no_pair_and_no_example() {
        let page = page_of(&Library::new([article("rain", "It rained.")]));
        assert_eq!(page.articles_title, "One article");
        assert_eq!(page.pairs_title, "No pair yet");
        assert_eq!((page.pairs, page.example), (Vec::new(), None));
        assert_eq!(page.articles[0].words, "about 2 words");
    }

    #[test]
    fn a_source_without_a_publisher_says_so_beside_its_name() {
        let library = Library::shipped();
        let all: Vec<&Arc<Article>> = library.shipped_ones().collect();
        let rows = all.iter().zip(faces(&library, &all));
        let rows: Vec<String> = rows
            .map(|(one, face)| article_row(&library, one, face))
            .map(|row| format!("{}: {}", row.face.name, row.publisher.unwrap_or_default()))
            .collect();
        assert!(rows.contains(&"EmbassyPages: ".to_owned()), "{rows:?}");
        let stated = rows
            .iter()
            .filter(|row| !row.ends_with("publisher not stated"));
        assert_eq!(stated.count(), 1, "{rows:?}");
    }

    #[test]
    fn a_pair_says_what_it_shares_both_ways_and_by_the_whole_text() {
        let figures = |kinds, a, b| PairFigures {
            a,
            b,
            kinds,
            passages: 3,
        };
        let row = |there, back| {
            own_pair_row(
                ["own-a", "own-b"],
                Default::default(),
                there,
                back,
                &parse("").state,
            )
        };
        let there = figures([0, 4, 2], (112, 354), (40, 320));
        let back = figures([0, 3, 2], (40, 320), (112, 354));
        let found = row(Some(there), Some(back)).found.expect("figures");
        assert_eq!(
            (found.told, found.percent, found.clashes),
            (5, [32, 13], None)
        );
        assert_eq!(found.share, "32% of  is in , 13% the other way");
        assert_eq!(found.said, "Both tell five things.");
        let none = row(Some(figures([0; 3], (0, 9), (0, 9))), None).found;
        assert_eq!(none.expect("figures").share, "nothing shared");
        assert_eq!(row(None, None).found, None);
    }

    #[test]
    fn what_two_share_in_a_sentence() {
        let line = |told, differ, clash| {
            said(&Counts {
                told,
                differ,
                clash,
                alone: [0, 0],
            })
        };
        let all = [
            line(0, 0, 0),
            line(1, 0, 0),
            line(4, 5, 0),
            line(4, 1, 1),
            line(4, 5, 1),
            line(4, 5, 2),
            line(4, 2, 2),
        ];
        assert_eq!(
            all,
            [
                "No sentence of one has a counterpart in the other.",
                "Both tell one thing, and nothing differs.",
                "Both tell four things, with five differences.",
                "Both tell four things, with one difference, a clash.",
                "Both tell four things, with five differences, one of them a clash.",
                "Both tell four things, with five differences, two of them clashes.",
                "Both tell four things, with two differences, all clashes.",
            ]
        );
    }
}
