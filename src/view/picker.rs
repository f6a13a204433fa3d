//! The choices of the pickers and the title of the window.

use super::header::{date_of, publisher};
use super::words::shortened;
use crate::library::{Article, Library, Origin};
use crate::own::is_own;
use crate::state::{Page, Side, State};

/// An article in a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickerOption {
    /// Its id, the option's value.
    pub id: String,
    /// Its title, shortened to fit.
    pub title: String,
    /// "publisher not stated · 30 May 2014".
    pub byline: String,
    /// Title and byline in one line, for a plain list.
    pub label: String,
    /// Whether the reader brought it.
    pub own: bool,
    /// Whether it is the one chosen.
    pub chosen: bool,
    /// Whether the other side holds it.
    pub on_other_side: bool,
    /// The state that choosing it leads to. Choosing what the other side holds swaps the two.
    pub to: State,
}

/// The longest title in a list of choices, and in the window's title, in characters.
const IN_A_LIST: usize = 64;
const IN_THE_WINDOW: usize = 36;

/// What that side's picker offers.
pub fn picker(library: &Library, state: &State, side: Side) -> Vec<PickerOption> {
    let (here, there) = match side {
        Side::A => (&state.a, &state.b),
        Side::B => (&state.b, &state.a),
    };
    let to = |id: &str| {
        if id == here {
            return state.clone();
        }
        let there = if id == there { here } else { there };
        match side {
            Side::A => state.compare(id, there),
            Side::B => state.compare(there, id),
        }
    };
    library
        .articles()
        .iter()
        .map(|article| {
            let title = short_title(article);
            let byline = byline(article);
            PickerOption {
                label: format!("{title} · {byline}"),
                id: article.id.to_string(),
                own: !matches!(
                    library.origin(&article.id),
                    Origin::Shipped | Origin::Collected
                ),
                chosen: article.id == *here,
                on_other_side: article.id == *there,
                to: to(&article.id),
                title,
                byline,
            }
        })
        .collect()
}

/// Its title, shortened to fit a list.
pub(super) fn short_title(article: &Article) -> String {
    shortened(&article.title.value, IN_A_LIST)
}

/// "publisher not stated · 30 May 2014".
pub(super) fn byline(article: &Article) -> String {
    format!("{} · {}", publisher(article), date_of(article))
}

/// The title of the window: "A’s title / B’s title — Crossread", "Library — Crossread". A text of the reader's is not
/// named there, since browsers keep window titles in the history and may copy it to other devices.
pub fn document_title(library: &Library, state: &State) -> String {
    let about = page_title(library, state, "A text of yours", IN_THE_WINDOW);
    format!("{about} — Crossread")
}

/// The same with every text named, for the reader's own list.
pub fn named_title(library: &Library, state: &State) -> String {
    let about = page_title(library, state, "", IN_THE_WINDOW);
    format!("{about} — Crossread")
}

/// The heading of the page on paper and for screen readers: every text with its full title, without the site's name.
pub fn heading(library: &Library, state: &State) -> String {
    page_title(library, state, "", usize::MAX)
}

fn page_title(library: &Library, state: &State, own: &str, longest: usize) -> String {
    let title = |id: &str| {
        let article = library.get(id)?;
        Some(match own {
            own if !own.is_empty() && is_own(id) => own.to_owned(),
            _ => shortened(&article.title.value, longest),
        })
    };
    match (state.page, title(&state.a), title(&state.b)) {
        (Page::Library, _, _) => "Library".to_owned(),
        (Page::Add, Some(one), _) => format!("Edit {one}"),
        (Page::Add, None, _) => "Add a text".to_owned(),
        (Page::Privacy, _, _) => "What stays here".to_owned(),
        (Page::Story, _, _) => "Story".to_owned(),
        (Page::Compare, Some(a), Some(b)) => format!("{a} / {b}"),
        (Page::Compare, Some(one), None) | (Page::Compare, None, Some(one)) => {
            format!("{one} / …")
        }
        (Page::Compare, None, None) => "Compare".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{document_title, heading, named_title, picker};
    use crate::library::Library;
    use crate::state::{Side, parse, write};
    use crate::view::testing::article;

    fn library() -> Library {
        Library::new(["rain", "storm", "snow"].map(|id| article(id, "Text.")))
    }

    fn drawn(query: &str, side: Side) -> String {
        let options = picker(&library(), &parse(query).state, side);
        let said: Vec<String> = options
            .iter()
            .map(|option| {
                format!(
                    "{}{} → {}",
                    match (option.chosen, option.on_other_side) {
                        (true, _) => "*",
                        (_, true) => "/",
                        _ => "",
                    },
                    option.title,
                    write(&option.to)
                )
            })
            .collect();
        said.join("\n")
    }

    #[test]
    fn choosing_leads_to_another_pair_and_what_the_other_side_holds_is_swapped() {
        assert_eq!(
            drawn("a=rain&b=storm&view=one&at=1.2", Side::A),
            "*The rain → ?a=rain&b=storm&view=one&at=1.2\n\
             /The storm → ?a=storm&b=rain&view=one\n\
             The snow → ?a=snow&b=storm&view=one"
        );
        assert_eq!(
            drawn("a=rain", Side::B),
            "/The rain → ?b=rain\nThe storm → ?a=rain&b=storm\nThe snow → ?a=rain&b=snow"
        );
    }

    #[test]
    fn a_picker_says_what_is_not_stated() {
        let options = picker(&library(), &parse("").state, Side::A);
        assert_eq!(
            options[0].label,
            "The rain · publisher not stated · date not stated"
        );
    }

    #[test]
    fn the_window_is_called_by_what_it_shows() {
        let title = |query: &str| document_title(&library(), &parse(query).state);
        assert_eq!(title(""), "Library — Crossread");
        assert_eq!(title("a=rain&b=storm"), "The rain / The storm — Crossread");
        assert_eq!(title("b=storm"), "The storm / … — Crossread");
        assert_eq!(title("page=compare"), "Compare — Crossread");
        assert_eq!(title("page=story&of=rain.storm"), "Story — Crossread");
        let own = Library::new(["rain", "own-a"].map(|id| article(id, "Text.")));
        let state = parse("a=own-a&b=rain").state;
        assert_eq!(
            document_title(&own, &state),
            "A text of yours / The rain — Crossread"
        );
        assert_eq!(
            named_title(&own, &state),
            "The own-a / The rain — Crossread"
        );
        let state = parse("a=nato-suspends-cooperation&b=some-signs-of-withdrawal").state;
        let whole = heading(&Library::shipped(), &state);
        assert!(
            whole.starts_with(
                "NATO foreign ministers say they are suspending civilian and military cooperation "
            ) && !whole.contains('…')
                && !whole.contains("Crossread"),
            "what is printed has both titles in full: {whole}"
        );
        let shipped = document_title(&Library::shipped(), &state);
        assert_eq!(
            shipped,
            "NATO foreign ministers say they are… / NATO sees ‘some signs’ Russia… — Crossread"
        );
    }
}
