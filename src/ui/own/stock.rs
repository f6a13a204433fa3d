//! Takes in texts that others sent, without keeping them.

use super::keep::chance;
use crate::library::{Article, Origin};
use crate::own::merge::free_id;
use crate::ui::site::Site;
use crossread_collection::record;

/// How the id of an article in a static collection begins.
pub const COLLECTED: &str = "set-";

/// The ids under which texts were taken in.
#[derive(Default)]
pub struct Stocked {
    /// All of them, in order.
    pub ids: Vec<String>,
    /// Those that are not kept.
    pub shared: Vec<String>,
    /// Those that got another id, since another text here has theirs: from, to.
    pub renamed: Vec<(String, String)>,
}

/// Takes them in.
pub fn stock(site: Site, articles: Vec<(Article, u64)>) -> Stocked {
    let mut stocked = Stocked::default();
    site.change_library(|library| {
        for (mut article, added) in articles {
            let is_here = match library.get(&article.id) {
                // The same text is here already.
                Some(one) if record::same(one, &article) => true,
                // The reader has changed their version; this is the sender's.
                Some(one) if library.origin(&one.id) != Origin::Shared => {
                    let id = free_id(library, &article, &chance());
                    stocked.renamed.push((article.id.to_string(), id.clone()));
                    article.id = id.into();
                    false
                }
                _ => false,
            };
            let id = article.id.to_string();
            stocked.ids.push(id.clone());
            if !is_here {
                stocked.shared.push(id);
                let is_collected = article.id.starts_with(COLLECTED);
                let origin = if is_collected {
                    Origin::Collected
                } else {
                    Origin::Shared
                };
                library.put(article, origin, added);
            }
        }
    });
    stocked
}
