//! The reader's own articles on the library page, with the newest pairs of them.

use std::sync::Arc;

use super::face::{Face, faces};
use super::library_page::{ArticleRow, PairRow, article_row, own_pair_row};
use crate::library::{Article, Library, Origin};
use crate::state::State;

/// An article of the reader's in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRow {
    /// The row that every article has.
    pub row: ArticleRow,
    /// The note if it is not kept: "Shared with you, not kept"; otherwise empty.
    pub note: &'static str,
    /// The state in which it is edited; `None` if it came with a link and is not kept.
    pub edit: Option<State>,
}

/// The number of pairs of the reader's own texts that are listed; any two can be chosen.
const MOST_OWN_PAIRS: usize = 6;

/// The reader's own articles, the newest first, the newest pairs of them, and pairs with the site's that were compared.
pub fn own_rows(library: &Library, state: &State) -> (Vec<OwnRow>, Vec<PairRow>) {
    let own: Vec<&Arc<Article>> = library.own_ones().collect();
    let looks = faces(library, &own);
    // The older one is the first.
    let pairs = own
        .iter()
        .enumerate()
        .flat_map(|(index, b)| own.iter().take(index).map(move |a| (*b, *a)));
    let pairs = pairs.take(MOST_OWN_PAIRS);
    // With shipped articles there are many pairs, so only those that were compared are listed.
    let mixed = own
        .iter()
        .flat_map(|a| library.shipped_ones().map(move |b| (*a, b)));
    let mixed = mixed.filter(|(a, b)| library.pair(&a.id, &b.id).is_some());
    let pair = |(a, b): (&Arc<Article>, &Arc<Article>)| {
        let both = faces(library, &[a, b]);
        let [one, other] = [0, 1].map(|at| both.get(at).cloned().unwrap_or_default());
        let (there, back) = (library.pair(&a.id, &b.id), library.pair(&b.id, &a.id));
        own_pair_row([&*a.id, &*b.id], [one, other], there, back, state)
    };
    let rows = own.iter().zip(looks);
    (
        rows.map(|(one, face)| own_row(library, one, face, state))
            .collect(),
        pairs.chain(mixed.take(MOST_OWN_PAIRS)).map(pair).collect(),
    )
}

fn own_row(library: &Library, article: &Article, face: Face, state: &State) -> OwnRow {
    let origin = library.origin(&article.id);
    OwnRow {
        row: article_row(library, article, face),
        note: match origin {
            Origin::Shared => "Shared with you, not kept",
            Origin::Collected => "From a collection, not kept",
            Origin::Visit => "Here for this visit only",
            Origin::Kept | Origin::Shipped => "",
        },
        edit: (!matches!(origin, Origin::Shared | Origin::Collected))
            .then(|| state.edit(&article.id)),
    }
}

#[cfg(test)]
mod tests {
    use super::own_rows;
    use crate::library::{Library, Origin};
    use crate::state::{parse, write};
    use crate::view::testing::article;

    #[test]
    fn the_readers_articles_have_a_list_of_their_own() {
        let mut library = Library::shipped();
        for (id, origin, added) in [
            ("own-a", Origin::Kept, 1),
            ("own-b", Origin::Shared, 2),
            ("own-c", Origin::Visit, 3),
        ] {
            library.put(article(id, "It rained. It poured."), origin, added);
        }
        let (own, pairs) = own_rows(&library, &parse("").state);
        let own: Vec<String> = own
            .iter()
            .map(|own| {
                let edit = own.edit.as_ref().map(write).unwrap_or_default();
                format!("{} {} ({}) {edit}", own.row.id, own.row.words, own.note)
            })
            .collect();
        assert_eq!(
            own,
            [
                "own-c 4 words (Here for this visit only) ?page=add&a=own-c",
                "own-b 4 words (Shared with you, not kept) ",
                "own-a 4 words () ?page=add&a=own-a",
            ]
        );
        let pairs: Vec<String> = pairs
            .iter()
            .map(|pair| {
                let share = pair.found.as_ref().map(|found| &*found.share);
                let share = share.unwrap_or("not compared yet");
                format!("{}: {share}", pair.ids.join(" "))
            })
            .collect();
        assert_eq!(
            pairs,
            [
                "own-b own-c: not compared yet",
                "own-a own-c: not compared yet",
                "own-a own-b: not compared yet",
            ]
        );
    }
}
