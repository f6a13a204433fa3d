//! The limits of what is read, and the sentences for input beyond them. They protect against malicious files; no article
//! comes near them.

use crate::error::{self, ImportError};

/// Bytes of any file.
pub(crate) const ANY_FILE: usize = 50_000_000;

/// Bytes of a text, a saved page, a paste.
pub(crate) const TEXT_LIKE: usize = 20_000_000;

/// Bytes that all parts of a packed document may have unpacked, counted while they are unpacked.
pub(crate) const UNPACKED: usize = 100_000_000;

/// Bytes that one stream of a PDF may have unpacked. Pictures in print quality stay below it.
pub(crate) const PDF_STREAM: usize = 100_000_000;

/// Elements inside one another in a document's XML. Word's own documents stay below 60.
pub(crate) const XML_DEPTH: usize = 256;

/// Elements inside one another in a web page. Browsers stop nesting at 512 themselves.
pub(crate) const HTML_DEPTH: usize = 512;

/// Elements of a web page; the largest pages of the web have some ten thousand.
pub(crate) const HTML_ELEMENTS: usize = 300_000;

/// Attributes of one element; the parser compares each with all before it.
pub(crate) const HTML_ATTRIBUTES: usize = 1_000;

/// Pages of a PDF.
pub(crate) const PDF_PAGES: usize = 2_000;

/// Bytes of text that any document may give.
pub(crate) const TEXT_OUT: usize = 20_000_000;

/// Articles of a file that holds several.
pub(crate) const PIECES: usize = 500;

/// Refuses what is empty or too large to be looked at.
pub(crate) fn any_file(bytes: &[u8]) -> Result<(), ImportError> {
    if bytes.is_empty() {
        return Err(error::empty());
    }
    if bytes.len() > ANY_FILE {
        return Err(error::too_large(bytes.len(), ANY_FILE));
    }
    Ok(())
}

/// Refuses a text with more bytes than a book.
pub(crate) fn text_like(bytes: usize) -> Result<(), ImportError> {
    if bytes > TEXT_LIKE {
        return Err(error::too_large(bytes, TEXT_LIKE));
    }
    Ok(())
}
