//! The positions of things on the compare page, in pixels, and which of them are moved. It uses what is selected (`pair_state`)
//! and the ids of elements (`ids`), but not how a text is painted: `sections` gets the function that adds marks.

pub mod measure;
pub mod reading;
pub mod scroll_sync;
pub mod sections;

/// The position of something in its column, in pixels from the top of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
}
