//! Reads a page that a browser saved as one file (MHTML, RFC 2557): a message whose parts are the page and everything it
//! shows. Only the page and the address noted beside it are used.

use crate::bounds;
use crate::decode;
use crate::error::{self, ImportError};
use crate::field;
use crate::html::{article, declared_encoding};
use crate::imported::{Imported, NOTED_IN_PAGE};
use crate::message::Part;

const WHAT: &str = "web page saved as one file";

/// Reads such a page. `chosen`: the encoding that the reader chose.
pub(crate) fn open(bytes: &[u8], chosen: Option<&str>) -> Result<Imported, ImportError> {
    let damaged = || error::damaged(WHAT);
    let message = Part::read(bytes);
    let is_page = |part: &Part<'_>| {
        let kind = part.kind();
        kind.starts_with("text/html") || kind.starts_with("application/xhtml")
    };
    let page = message.first(&is_page).ok_or_else(damaged)?;
    let html = page.unpacked().ok_or_else(damaged)?;
    bounds::text_like(html.len())?;
    let declared = page.charset().or_else(|| declared_encoding(&html));
    let decoded = decode::decode(&html, chosen, declared)?;
    let mut imported = article::open(&decoded.text)?;
    let noted = message
        .header("snapshot-content-location")
        .or_else(|| page.header("content-location"));
    imported.about.url = imported
        .about
        .url
        .or_else(|| field::address(noted?, NOTED_IN_PAGE));
    imported.remarks.extend(decoded.remark);
    imported.encoding = Some(decoded.guess);
    Ok(imported)
}
