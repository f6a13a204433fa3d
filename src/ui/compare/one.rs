//! One text: both articles in A's order, what changed in place, and what only B has where B has it.

use super::desk::Desk;
use super::side::touchable;
use super::texts::{blocks, lang};
use crate::state::Side;
use crate::ui::dom::{El, classed};
use crate::view::{header, one_text};

/// Both articles as one text.
pub fn one(desk: Desk) -> El {
    let single = classed("div", "single").live(move || {
        let comparing = desk.comparing();
        let text = one_text(&comparing);
        let article = classed("article", "text")
            .attr("aria-label", "Both articles as one text")
            .maybe("lang", lang(&header(&comparing, Side::A).lang));
        let article = blocks(Some(desk), article, text.blocks);
        vec![classed("p", "legend-line").text(&text.legend), article]
    });
    touchable(desk, single)
}
