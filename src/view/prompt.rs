//! What the compare page says if there is no pair to compare: the reason, what to do, and other pairs to
//! go to.

use std::sync::Arc;

use super::picker::short_title;
use super::words::shortened;
use crate::library::{Article, Library, Origin};
use crate::own;
use crate::sort;
use crate::state::{State, Subject};

/// A helpful empty state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// "Choose two articles to compare".
    pub headline: String,
    /// What is missing and what to do.
    pub detail: String,
    /// Where to go instead: label and state.
    pub offers: Vec<(String, State)>,
}

/// At most this many pairs are offered.
const MOST_OFFERS: usize = 4;

/// What the compare page says; `None` if there is a pair, or on another page.
pub fn prompt(subject: &Subject, state: &State, library: &Library) -> Option<Prompt> {
    let quoted = |article: &Article| format!("‘{}’", shortened(&article.title.value, 64));
    let (headline, detail, chosen) = match subject {
        Subject::Library | Subject::Pair(..) => return None,
        Subject::Choose { a: None, b: None } => (
            "Choose two articles to compare",
            "Paste two texts here, pick a first and a second article above, or begin with one of the \
             pairs below."
                .to_owned(),
            None,
        ),
        Subject::Choose { a: Some(one), .. } => (
            "Choose a second article",
            format!("The first is {}. {}", quoted(one), way(library, one)),
            Some((one, true)),
        ),
        Subject::Choose { b: Some(one), .. } => (
            "Choose a first article",
            format!(
                "The second is {}. Pick what to compare with it, or paste a text.",
                quoted(one)
            ),
            Some((one, false)),
        ),
        Subject::Same(one) => (
            "The same article is on both sides",
            format!(
                "{} shares every word with itself, so this comparison says nothing. Pick another article on either side.",
                quoted(one)
            ),
            Some((one, true)),
        ),
    };
    Some(Prompt {
        headline: headline.to_owned(),
        detail,
        offers: offers(
            library,
            state,
            chosen.map(|(one, first): (&Arc<Article>, bool)| (&**one, first)),
        ),
    })
}

/// How to get a second article. For one that came from another tab, the second may come from there too.
fn way(library: &Library, one: &Article) -> &'static str {
    // Only this program has such articles.
    if own::HERE && library.origin(&one.id) == Origin::Shared {
        "Open the other report and press the button there too, or pick or paste one here."
    } else {
        "Pick what to compare it with, or paste a text."
    }
}

/// Pairs with the article that is chosen, on the side on which it is; those that share most first.
fn offers(
    library: &Library,
    state: &State,
    chosen: Option<(&Article, bool)>,
) -> Vec<(String, State)> {
    let articles = library.articles();
    let mut pairs: Vec<(u32, &Article, &Article)> = Vec::new();
    for (index, one) in articles.iter().enumerate() {
        for other in articles.iter().skip(index + 1) {
            let shared = library
                .pair(&one.id, &other.id)
                .map_or(0, |figures| figures.a.0 + figures.b.0);
            let (a, b) = match chosen {
                None => (one, other),
                Some((chosen, first)) if (one.id == chosen.id) == first => (one, other),
                Some(_) => (other, one),
            };
            let wanted =
                chosen.is_none_or(|(chosen, first)| (if first { a } else { b }).id == chosen.id);
            if wanted {
                pairs.push((shared, a, b));
            }
        }
    }
    sort::order(pairs.len(), &|at| !u64::from(pairs[at].0))
        .into_iter()
        .take(MOST_OFFERS)
        .map(|at| {
            let (_, a, b) = pairs[at];
            let label = format!("{} / {}", short_title(a), short_title(b));
            (label, state.compare(&a.id, &b.id))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::prompt;
    use crate::library::{Library, Origin};
    use crate::state::{parse, resolve, write};
    use crate::view::testing::article;

    fn drawn(library: &Library, query: &str) -> String {
        let state = parse(query).state;
        let subject = resolve(&state, library).subject;
        let Some(prompt) = prompt(&subject, &state, library) else {
            return "none".to_owned();
        };
        let offers: Vec<String> = prompt.offers.iter().map(|(_, to)| write(to)).collect();
        format!(
            "{}\n{}\n{}",
            prompt.headline,
            prompt.detail,
            offers.join(" ")
        )
    }

    #[test]
    fn each_empty_state_says_what_to_do() {
        let library = Library::new(["rain", "storm", "snow"].map(|id| article(id, "Text.")));
        assert_eq!(drawn(&library, ""), "none");
        assert_eq!(drawn(&library, "a=rain&b=snow"), "none");
        assert_eq!(
            drawn(&library, "page=compare"),
            "Choose two articles to compare\n\
             Paste two texts here, pick a first and a second article above, or begin with one of the pairs below.\n\
             ?a=rain&b=storm ?a=rain&b=snow ?a=storm&b=snow"
        );
        assert_eq!(
            drawn(&library, "a=storm&view=one"),
            "Choose a second article\n\
             The first is ‘The storm’. Pick what to compare it with, or paste a text.\n\
             ?a=storm&b=rain&view=one ?a=storm&b=snow&view=one"
        );
        assert_eq!(
            drawn(&library, "b=storm"),
            "Choose a first article\n\
             The second is ‘The storm’. Pick what to compare with it, or paste a text.\n\
             ?a=rain&b=storm ?a=snow&b=storm"
        );
        assert_eq!(
            drawn(&library, "a=snow&b=snow"),
            "The same article is on both sides\n\
             ‘The snow’ shares every word with itself, so this comparison says nothing. Pick another article on either side.\n\
             ?a=snow&b=rain ?a=snow&b=storm"
        );
    }

    #[test]
    fn for_a_report_from_another_tab_the_way_to_a_second_is_there_too() {
        let mut library = Library::new(["storm", "snow"].map(|id| article(id, "Text.")));
        library.put(article("own-rain", "Text."), Origin::Shared, 7);
        let said = drawn(&library, "a=own-rain");
        assert!(
            said.contains("‘The own-rain’. Open the other report and press the button there too"),
            "{said}"
        );
        library.put(article("own-rain", "Text."), Origin::Kept, 7);
        assert!(drawn(&library, "a=own-rain").contains("Pick what to compare it with"));
    }

    #[test]
    fn shipped_pairs_that_share_most_come_first() {
        let offers = drawn(&Library::shipped(), "page=compare");
        let last = offers.lines().last().unwrap_or_default();
        assert_eq!(last.split(' ').count(), 4);
    }
}
