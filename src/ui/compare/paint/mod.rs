//! How the texts of the compare page are painted: paragraphs and sentences as elements (`texts`), their marks (`marking`), and
//! what follows the selection and the window (`redraw`, with the rulers and the ribbon beside the texts).

pub mod marking;
pub mod redraw;
pub mod ribbon;
pub mod ruler;
pub mod texts;
