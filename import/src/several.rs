//! Files that hold several articles: an archive, an e-book, a feed. Each article in them is read like a single file.

use crate::bounds;
use crate::feed;
use crate::held::Held;
use crate::imported::{File, ImportError};
use crate::office;
use crate::sniff::{self, Real};

/// The articles of a file that can have several. `None` for any other file.
pub(crate) fn held(file: File<'_>) -> Result<Option<Held>, ImportError> {
    match sniff::real(file.bytes) {
        Real::Zip => office::held(file.bytes),
        Real::Text if file.bytes.len() <= bounds::TEXT_LIKE && may_be_json(file.bytes) => {
            let decoded = crate::decode::decode(file.bytes, file.encoding, None)?;
            let articles = feed::articles(&decoded.text).transpose()?;
            Ok(articles.map(Held::feed))
        }
        _ => Ok(None),
    }
}

fn may_be_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{") || bytes.trim_ascii_start().starts_with(b"[")
}
