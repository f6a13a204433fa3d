//! Answers requests to import a file or a paste. Only this module calls the importer.

use crate::protocol::{Answer, Bringing};

/// The answer. `file`: the bytes of the file, if it is one.
pub fn answer(bringing: &Bringing, file: &[u8]) -> Answer {
    let given = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
    let read = match bringing {
        Bringing::File {
            name,
            media_type,
            encoding,
        } => crossread_import::open_all(crossread_import::File {
            name,
            bytes: file,
            media_type: given(media_type).as_deref(),
            encoding: encoding.as_deref(),
        }),
        Bringing::Paste { plain, html } => {
            let read = crossread_import::paste(plain, given(html).as_deref());
            read.map(|read| {
                vec![crossread_import::Piece {
                    name: String::new(),
                    read: Ok(read),
                }]
            })
        }
    };
    Answer::Imported(read)
}
