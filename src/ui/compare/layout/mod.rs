//! Where things lie on the compare page, in pixels, and what is moved so that they lie well. Knows what is selected (`desk`) and
//! the names of elements (`ids`), and nothing of how a text is painted: what places a text in sections is handed the function that
//! puts its marks on.

pub mod level;
pub mod measure;
#[cfg_attr(not(feature = "own"), path = "pour_at_once.rs")]
pub mod pour;
pub mod reading;

/// Where something stands in its column, in pixels from the top of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
}
