//! What two sources are called: by their publisher where one is stated, else by a short form of their title.

use std::sync::Arc;

use super::words::shortened;
use crate::library::Article;
use crate::state::{Both, Side};

/// So much of a title is a name, in characters.
const LONGEST: usize = 30;

/// What the two are called: "EmbassyPages", "“Russia Warns Kiev Against…”". Two of one publisher go by their titles; where
/// these are the same too, their letters tell them apart.
pub fn names(articles: &Both<Arc<Article>>) -> Both<String> {
    let publishers = Both::each(|side| publisher(articles.of(side)));
    let by_publisher = publishers.a != publishers.b;
    let names = Both::each(|side| {
        let publisher = publishers.of(side).clone().filter(|_| by_publisher);
        publisher.unwrap_or_else(|| title(articles.of(side)))
    });
    if names.a != names.b {
        return names;
    }
    Both::each(|side: Side| format!("{} ({})", names.of(side), side.letter()))
}

/// The publisher, where it is stated and short enough to be a name.
fn publisher(article: &Article) -> Option<String> {
    let stated = article.publisher.as_ref()?;
    let name = stated.value.trim();
    let fits = !name.is_empty() && name.chars().count() <= LONGEST;
    (fits && !stated.basis.starts_with("inferred")).then(|| name.to_owned())
}

fn title(article: &Article) -> String {
    let line: Vec<&str> = article.title.value.split_whitespace().collect();
    let line = line.join(" ");
    format!("“{}”", shortened(line.trim_end_matches('.'), LONGEST))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::names;
    use crate::library::Article;
    use crate::state::Both;
    use crate::view::testing::{article, stated};

    fn of(title: &str, publisher: &str) -> Arc<Article> {
        Arc::new(Article {
            title: stated(title),
            publisher: (!publisher.is_empty()).then(|| stated(publisher)),
            ..article("a", "")
        })
    }

    fn said(a: Arc<Article>, b: Arc<Article>) -> (String, String) {
        let names = names(&Both { a, b });
        (names.a, names.b)
    }

    #[test]
    fn a_source_goes_by_its_publisher_or_by_a_short_title() {
        let (a, b) = said(
            of("Rain", "The Mail"),
            of("Heavy rain fell on the\nvalley all day long", ""),
        );
        assert_eq!(a, "The Mail");
        assert_eq!(b, "“Heavy rain fell on the valley…”");
    }

    #[test]
    fn two_of_one_publisher_are_told_apart() {
        let (a, b) = said(of("Rain", "The Mail"), of("Sun", "The Mail"));
        assert_eq!((&*a, &*b), ("“Rain”", "“Sun”"));
        let (a, b) = said(of("Rain.", "The Mail"), of("Rain", "The Mail"));
        assert_eq!((&*a, &*b), ("“Rain” (A)", "“Rain” (B)"));
    }

    #[test]
    fn a_publisher_that_was_concluded_is_no_name() {
        let mut one = article("a", "");
        one.publisher = Some(crate::library::Stated {
            value: "The Mail".into(),
            basis: "inferred from the banner".into(),
        });
        let (a, _) = said(Arc::new(one), of("Sun", ""));
        assert_eq!(a, "“The a”");
    }
}
