//! The ribbon: one band between the columns for the selected match, and fainter ones for other counterparts of its
//! sentences.

use super::super::ids::{RIBBON, kind_class};
use super::super::layout::{Place, measure};
use super::super::pair_state::PairState;
use crate::state::{Both, Side};
use crate::ui::browser::by_id;
use crate::ui::dom::{El, svg};

/// The picture that holds the bands.
pub fn ribbon() -> El {
    svg("svg")
        .class("ribbon")
        .id(RIBBON)
        .attr("aria-hidden", "true")
}

/// Draws the bands between columns with these shifts; none if there is only one column.
pub fn draw(pair: PairState, shifts: Option<Both<f64>>) {
    let Some(picture) = by_id(RIBBON) else { return };
    let gutter = measure::gutter().zip(shifts);
    let mut old = picture.first_element_child();
    for ribbon in pair.ribbons() {
        let Some(((left, right, top), shifts)) = gutter else {
            break;
        };
        let stand = |side: Side, index: u32| -> Option<Place> {
            let place = measure::place(side, index)?;
            let down = top + shifts.of(side);
            Some(Place {
                top: place.top + down,
                bottom: place.bottom + down,
            })
        };
        let Some((a, b)) = stand(Side::A, ribbon.a).zip(stand(Side::B, ribbon.b)) else {
            continue;
        };
        let front = if ribbon.front { " front" } else { "" };
        let class = format!("{}{front}", kind_class(ribbon.kind));
        let path = measure::band(left, right, a, b);
        // A band that is there already glides to its new place.
        match old.take() {
            Some(band) => {
                let _ = band.set_attribute("class", &class);
                let _ = band.set_attribute("d", &path);
                old = band.next_element_sibling();
            }
            None => {
                let band = svg("path").class(&class).attr("d", &path);
                if let Some(band) = band.get::<web_sys::Element>() {
                    let _ = picture.append_with_node_1(&band);
                }
            }
        }
    }
    while let Some(band) = old {
        old = band.next_element_sibling();
        band.remove();
    }
}
