//! The library page: the articles there are, and how much each pair of them shares.

use crossread_worker::overview::PairFigures;

use super::header::{date_of, lang, length_in_words, publisher};
use super::picker::short_title;
use super::words::{capital, count, count_spelled, list, percent, rounded};
use crate::library::{Article, Library};
use crate::sort;
use crate::state::{Page, State};

/// What the site is for, in a sentence or two.
pub const INTRO: &str = "Paste two texts, or choose two articles below, and see sentence by sentence what both tell, what was \
     reworded, and where they part.";

/// The library page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryPage {
    /// "Five articles".
    pub articles_title: String,
    /// The articles.
    pub articles: Vec<ArticleRow>,
    /// What stands above the pairs: "Ten pairs, those that share most first".
    pub pairs_title: String,
    /// How the shares are counted, in a sentence.
    pub pairs_note: String,
    /// The pairs, those that share most first.
    pub pairs: Vec<PairRow>,
}

/// An article in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The publisher, or "publisher not stated".
    pub publisher: String,
    /// The date in words, or "date not stated".
    pub date: String,
    /// "708 words, half of them repeated".
    pub words: String,
    /// The language of the text, for `lang`.
    pub lang: String,
    /// Whether it is the first article of the pair that is being chosen.
    pub chosen: bool,
    /// The state that choosing it leads to: the compare page where another is chosen already, else
    /// this page with the article as the first of a pair.
    pub to: State,
}

/// A pair in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// The first article's id.
    pub a: String,
    /// The second article's id.
    pub b: String,
    /// The first article's title, shortened.
    pub title_a: String,
    /// The second article's title, shortened.
    pub title_b: String,
    /// "31% of the first is in the second, 12% of the second in the first"; "nothing shared".
    pub share: String,
    /// Whether they were compared beforehand; if not, the figures below mean nothing.
    pub compared: bool,
    /// Containment both ways, 0 to 100, for a bar.
    pub percent: (u32, u32),
    /// "4 sentences reworded, 2 about the same thing"; empty where there is nothing to say.
    pub found: String,
    /// The state that compares them.
    pub to: State,
}

/// The library page.
pub fn library_page(library: &Library, state: &State) -> LibraryPage {
    let articles: Vec<_> = library.shipped_ones().collect();
    let mut pairs: Vec<(Option<PairFigures>, PairRow)> = Vec::new();
    for (index, a) in articles.iter().enumerate() {
        for b in articles.iter().skip(index + 1) {
            let figures = library.pair(&a.id, &b.id);
            pairs.push((figures, pair_row(a, b, figures, state)));
        }
    }
    // The sort is stable: pairs that share as much stay in the order of the articles.
    let order = sort::order(pairs.len(), &|at| {
        let shared = pairs[at]
            .0
            .map(|figures| sort::pack(1 + figures.a.0 + figures.b.0, figures.passages));
        !shared.unwrap_or(0)
    });
    LibraryPage {
        articles_title: capital(&count_spelled(articles.len() as u32, "article", "articles")),
        articles: articles
            .iter()
            .map(|article| article_row(library, article, state))
            .collect(),
        pairs_title: match pairs.len() as u32 {
            0 => "No pair yet".to_owned(),
            1 => "One pair".to_owned(),
            number => format!(
                "{}, those that share most first",
                capital(&count_spelled(number, "pair", "pairs"))
            ),
        },
        pairs_note: "A share is counted in words: those of one article that stand in a sentence \
                     with a counterpart in the other, or in a passage of five or more words that \
                     both have. Repeats and furniture do not count."
            .to_owned(),
        pairs: order.into_iter().map(|at| pairs[at].1.clone()).collect(),
    }
}

pub(super) fn article_row(library: &Library, article: &Article, state: &State) -> ArticleRow {
    let length = library.length(&article.id);
    let chosen = state.a == article.id;
    let to = if chosen {
        state.library()
    } else if library.get(&state.a).is_some() {
        state.compare(&state.a, &article.id)
    } else {
        State {
            page: Page::Library,
            a: article.id.to_string(),
            ..state.library()
        }
    };
    ArticleRow {
        id: article.id.to_string(),
        title: article.title.value.to_string(),
        publisher: publisher(article),
        date: date_of(article),
        words: length.map_or_else(|| about_so_long(&article.text), length_in_words),
        lang: lang(article),
        chosen,
        to,
    }
}

/// The length of an article that has not been read yet, by its white space.
fn about_so_long(text: &str) -> String {
    let words = text.split_whitespace().count() as u32;
    format!("about {}", count(words, "word", "words"))
}

pub(super) fn pair_row(
    a: &Article,
    b: &Article,
    figures: Option<PairFigures>,
    state: &State,
) -> PairRow {
    PairRow {
        a: a.id.to_string(),
        b: b.id.to_string(),
        title_a: short_title(a),
        title_b: short_title(b),
        share: figures.map_or_else(|| "not compared yet".to_owned(), share),
        compared: figures.is_some(),
        percent: figures.map_or((0, 0), |PairFigures { a, b, .. }| {
            (rounded(a.0, a.1), rounded(b.0, b.1))
        }),
        found: figures.map_or_else(String::new, found),
        to: State {
            page: Page::Compare,
            ..state.library().compare(&a.id, &b.id)
        },
    }
}

fn share(figures: PairFigures) -> String {
    let PairFigures { a, b, .. } = figures;
    if a.0 + b.0 == 0 {
        return "nothing shared".to_owned();
    }
    format!(
        "{} of the first is in the second, {} of the second in the first",
        percent(a.0, a.1),
        percent(b.0, b.1)
    )
}

/// What was found, shortly.
fn found(figures: PairFigures) -> String {
    let [verbatim, edited, related] = figures.kinds;
    let mut said = Vec::new();
    let mut say = |number: u32, rest: &str| {
        if number == 0 {
            return;
        }
        let what = if said.is_empty() {
            count(number, "sentence", "sentences")
        } else {
            number.to_string()
        };
        said.push(format!("{what} {rest}"));
    };
    say(verbatim, "word for word");
    say(edited, "reworded");
    say(related, "about the same thing");
    if said.is_empty() && figures.passages > 0 {
        said.push(count(figures.passages, "passage", "passages"));
    }
    list(&said)
}

#[cfg(test)]
mod tests {
    use super::{found, library_page, share};
    use crate::library::Library;
    use crate::state::{parse, write};
    use crate::view::testing::article;
    use crossread_worker::overview::PairFigures;

    fn figures(kinds: [u32; 3], a: (u32, u32), b: (u32, u32), passages: u32) -> PairFigures {
        PairFigures {
            a,
            b,
            kinds,
            passages,
        }
    }

    #[test]
    fn pairs_say_what_they_share_both_ways() {
        let some = figures([0, 4, 2], (112, 354), (40, 320), 3);
        assert_eq!(
            share(some),
            "32% of the first is in the second, 13% of the second in the first"
        );
        assert_eq!(
            found(some),
            "4 sentences reworded and 2 about the same thing"
        );
        assert_eq!(
            found(figures([1, 1, 1], (9, 9), (9, 9), 0)),
            "1 sentence word for word, 1 reworded and 1 about the same thing"
        );
        assert_eq!(found(figures([0, 0, 0], (6, 9), (6, 9), 1)), "1 passage");
        let none = figures([0, 0, 0], (0, 9), (0, 9), 0);
        assert_eq!(
            (share(none), found(none)),
            ("nothing shared".to_owned(), String::new())
        );
    }

    #[test]
    fn the_shipped_library() {
        let page = library_page(&Library::shipped(), &parse("").state);
        assert_eq!(page.articles_title, "Five articles");
        assert_eq!(page.pairs_title, "Ten pairs, those that share most first");
        let first = &page.pairs[0];
        assert_eq!(write(&first.to), format!("?a={}&b={}", first.a, first.b));
        assert!(
            page.pairs
                .iter()
                .all(|pair| pair.share != "not compared yet")
        );
        let words: Vec<&str> = page.articles.iter().map(|row| &*row.words).collect();
        assert!(
            words.contains(&"729 words, half of them repeated"),
            "{words:?}"
        );
    }

    #[test]
    fn an_article_is_chosen_and_then_another() {
        let library = Library::new([
            article("rain", "It rained. It poured."),
            article("storm", "It blew."),
        ]);
        let rows = |query: &str| -> Vec<String> {
            let page = library_page(&library, &parse(query).state);
            page.articles
                .iter()
                .map(|row| {
                    format!(
                        "{}{} {}",
                        if row.chosen { "*" } else { "" },
                        row.id,
                        write(&row.to)
                    )
                })
                .collect()
        };
        assert_eq!(
            rows(""),
            ["rain ?page=library&a=rain", "storm ?page=library&a=storm"]
        );
        assert_eq!(
            rows("page=library&a=rain"),
            ["*rain ", "storm ?a=rain&b=storm"]
        );
        assert_eq!(rows("page=library&a=gone")[0], "rain ?page=library&a=rain");
    }

    #[test]
    fn an_article_that_was_not_read_yet_is_measured_roughly() {
        let library = Library::new([article("rain", "It rained.")]);
        let page = library_page(&library, &parse("").state);
        assert_eq!(page.articles[0].words, "about 2 words");
        assert_eq!(page.articles_title, "One article");
        assert_eq!(page.pairs_title, "No pair yet");
    }
}
