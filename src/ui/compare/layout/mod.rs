//! Where things lie on the compare page, in pixels, and which of them are moved. It knows what is selected (`pair_state`) and the
//! ids of elements (`ids`), and nothing of how a text is painted: `sections` is given the function that puts marks on.

pub mod measure;
pub mod reading;
pub mod scroll_sync;
pub mod sections;

/// Where something stands in its column, in pixels from the top of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
}
