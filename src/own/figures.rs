//! The figures of compared pairs, kept for the list of pairs. They are valid only for the texts that were compared. Each
//! text has a mark of its words and its language, so the page notices when an edit makes the figures stale.

use crossread_engine::overview::PairFigures;

use crate::library::{Article, Library};
use crossread_collection::bounds::NAME;
use crossread_collection::json::{Json, named, text};
use crossread_collection::record::mark;

/// The figures of two articles, with the default options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The ids of both.
    pub ids: [String; 2],
    marks: [String; 2],
    /// What they share.
    pub figures: PairFigures,
}

impl Noted {
    /// The figures of two articles in their present form.
    pub fn of(articles: [&Article; 2], figures: PairFigures) -> Noted {
        Noted {
            ids: articles.map(|one| one.id.to_string()),
            marks: articles.map(mark_of),
            figures,
        }
    }

    /// The key under which they are kept.
    pub fn key(&self) -> String {
        self.ids.join(" ")
    }

    /// Whether both articles exist and are unchanged.
    pub fn holds(&self, library: &Library) -> bool {
        let mut all = self.ids.iter().zip(&self.marks);
        all.all(|(id, mark)| library.get(id).is_some_and(|one| mark_of(one) == *mark))
    }

    /// Writes it down.
    pub fn write(&self) -> Json {
        let texts = |texts: &[String; 2]| Json::List(texts.iter().map(|one| text(one)).collect());
        let PairFigures {
            a,
            b,
            kinds,
            passages,
        } = self.figures;
        let [verbatim, edited, related] = kinds;
        let figures = [a.0, a.1, b.0, b.1, verbatim, edited, related, passages];
        let figures = figures.map(|one| Json::Number(u64::from(one)));
        named([
            ("ids", Some(texts(&self.ids))),
            ("marks", Some(texts(&self.marks))),
            ("figures", Some(Json::List(figures.to_vec()))),
        ])
    }

    /// Reads what was written down; nothing where it is something else.
    pub fn read(from: &Json) -> Option<Noted> {
        let texts = |name| match from.list(name) {
            [Json::Text(a), Json::Text(b)] if a.len().max(b.len()) <= NAME => {
                Some([a.clone(), b.clone()])
            }
            _ => None,
        };
        let number = |one: &Json| match one {
            Json::Number(number) => u32::try_from(*number).ok(),
            _ => None,
        };
        let figures: Option<Vec<u32>> = from.list("figures").iter().map(number).collect();
        let [a, all_a, b, all_b, verbatim, edited, related, passages] = figures?[..] else {
            return None;
        };
        Some(Noted {
            ids: texts("ids")?,
            marks: texts("marks")?,
            figures: PairFigures {
                a: (a, all_a),
                b: (b, all_b),
                kinds: [verbatim, edited, related],
                passages,
            },
        })
    }
}

/// A mark (a hash) of what a comparison reads of an article.
fn mark_of(article: &Article) -> String {
    let language = article.language.as_ref().map_or("", |tag| &tag.value);
    mark([language, &article.text].join("\u{ffff}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::Noted;
    use crate::library::{Library, Origin};
    use crate::view::testing::{article, stated};
    use crossread_collection::json;
    use crossread_engine::overview::PairFigures;

    const FIGURES: PairFigures = PairFigures {
        a: (3, 9),
        b: (4, 8),
        kinds: [1, 0, 2],
        passages: 5,
    };

    #[test]
    fn figures_come_back_and_hold_until_a_text_is_another() {
        let mut library = Library::new([article("rain", "It rained.")]);
        library.put(article("own-a", "It blew."), Origin::Kept, 1);
        let [rain, own] = ["rain", "own-a"].map(|id| library.get(id).cloned().expect("there"));
        let noted = Noted::of([&rain, &own], FIGURES);
        let again = json::read(&noted.write().write())
            .as_ref()
            .and_then(Noted::read);
        assert_eq!(again.as_ref(), Some(&noted));
        assert_eq!(noted.key(), "rain own-a");
        assert!(noted.holds(&library));
        // A title is not compared; a text is, and so is its language, which says what its words are.
        let mut other = article("own-a", "It blew.");
        other.title = stated("Wind");
        library.put(other.clone(), Origin::Kept, 1);
        assert!(noted.holds(&library));
        other.language = Some(stated("de"));
        library.put(other, Origin::Kept, 1);
        assert!(!noted.holds(&library));
        library.remove("own-a");
        assert!(!noted.holds(&library));
    }

    #[test]
    fn what_is_something_else_gives_nothing() {
        for nothing in [
            "{}",
            "[]",
            r#"{"ids":["a","b"],"marks":["a","b"],"figures":[1,2,3,4,5,6,7]}"#,
            r#"{"ids":["a","b"],"marks":["a","b"],"figures":[1,2,3,4,5,6,7,99999999999]}"#,
            r#"{"ids":["a"],"marks":["a","b"],"figures":[1,2,3,4,5,6,7,8]}"#,
        ] {
            assert_eq!(
                json::read(nothing).as_ref().and_then(Noted::read),
                None,
                "{nothing}"
            );
        }
    }
}
