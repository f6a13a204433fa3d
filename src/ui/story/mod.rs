//! The story page: what several articles tell, who tells it, and what only one tells.
//!
//! | what | where |
//! |---|---|
//! | having the articles read | `asking` |
//! | which articles, and how strictly | `cast` |
//! | what was found, and what only one tells | `found` |
//! | all pairs at a glance | `overview` |
//! | the claims as a table of answers | `table` |
//! | what one article leaves out | `left_out` |
//! | each speaker's words across the articles | `quotations` |
//! | one article, with the others in its margin | `reader` |

mod asking;
mod cast;
mod found;
mod left_out;
mod overview;
mod parts;
mod quotations;
mod reader;
mod table;

use self::asking::{Asking, Face};
use super::chrome::waiting;
use super::compare::under_way;
use super::dom::{El, classed, el};
use super::keys;
use super::own::collected;
use super::site::Site;
use crate::state;
use crate::view::{TOO_FEW, story_title};

/// The page.
pub fn story(site: Site) -> Vec<El> {
    keys::listen(site, |_| {});
    let title = el("h1").live_text(move || {
        site.track_library();
        let state = site.state();
        story_title(site.library(|library| state::cast(&state, library).articles.len()))
    });
    let asking = Asking::new(site);
    let inside = classed("div", "inside").live(move || match asking.face() {
        Face::Nothing => Vec::new(),
        Face::Waiting => vec![waiting()],
        Face::TooFew => vec![classed("p", "empty").text(TOO_FEW)],
        Face::Told(telling) => found::found(site, &telling),
    });
    let page = classed("div", "story")
        .child(classed("header", "own-head").child(title))
        .children(collected::back(site))
        .child(cast::cast(site))
        .child(under_way(move || asking.waiting(), move || asking.press()))
        .child(inside);
    vec![page]
}
