//! One text: both articles in A's order, what changed in place, and what only B has where B has it.

use super::layout::sections;
use super::paint::marking::marker;
use super::paint::texts::{Text, about, heading};
use super::pair_state::PairState;
use super::side::touchable;
use crate::state::Side;
use crate::ui::dom::{El, classed, el, lang};
use crate::view::{Whole, header, legend};

/// The id of how to read it.
const HOW: &str = "how-one";

/// Both articles as one text.
pub fn one(pair: PairState) -> El {
    let single = classed("div", "single").live(move || {
        let comparing = pair.comparing();
        let text = Text::new(&comparing, Whole::One);
        let article = classed("article", "text")
            .attr("aria-label", "Both articles as one text")
            .attr("aria-describedby", HOW)
            .maybe("lang", lang(&header(&comparing, Side::A).lang))
            .child(sections::build(
                Some(marker(pair)),
                || classed("div", "text"),
                text,
            ));
        // A beginning that only B has comes before all of A, so the text must first say which is which.
        let heads = Side::BOTH.map(|side| el("div").children(heading(&header(&comparing, side))));
        let heads = classed("header", "two").children(heads);
        let known = Side::BOTH
            .into_iter()
            .filter_map(|side| about(&header(&comparing, side)));
        let known = classed("div", "two").children(known);
        // Behind the text, so that it begins early; heard where it begins.
        let how = classed("p", "legend-line")
            .id(HOW)
            .text(&legend(&comparing));
        vec![heads, article, how, known]
    });
    touchable(pair, single)
}
