//! A page that a browser saved as one file (MHTML, RFC 2557): a message whose parts are the page and all that it shows. Of
//! these the page alone is wanted, with the address that the browser notes beside it. A library for mail (`mail-parser`)
//! made the importer 28 KB larger.

use crate::bounds;
use crate::decode;
use crate::html::{article, declared_encoding};
use crate::imported::{Imported, Understood};
use crate::trouble::{self, Trouble};
use encoding_rs::Encoding;

const WHAT: &str = "web page saved as one file";
/// How deep parts may have parts of their own.
const DEEPEST: usize = 3;

/// Reads such a page. `chosen`: the encoding that the reader chose.
pub(crate) fn open(bytes: &[u8], chosen: Option<&str>) -> Result<Imported, Trouble> {
    let damaged = || trouble::damaged(WHAT);
    let message = Part::read(bytes);
    let page = page_in(&message, DEEPEST).ok_or_else(damaged)?;
    let packing = page.header("content-transfer-encoding").unwrap_or_default();
    let html = match packing.trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => from_quoted_printable(page.body),
        "base64" => from_base64(page.body).ok_or_else(damaged)?,
        _ => page.body.to_vec(),
    };
    bounds::text_like(html.len())?;
    let charset = page.parameter("charset");
    let charset = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    let decoded = decode::decode(&html, chosen, charset.or_else(|| declared_encoding(&html)))?;
    let mut imported = article::open(&decoded.text)?;
    let noted = message
        .header("snapshot-content-location")
        .or_else(|| page.header("content-location"));
    imported.url = imported
        .url
        .or_else(|| Understood::address(noted?, "the browser's note in the saved page"));
    imported.remarks.extend(decoded.remark);
    imported.encoding = Some(decoded.guess);
    Ok(imported)
}

/// The first page among a message's parts.
fn page_in<'a>(message: &Part<'a>, depth: usize) -> Option<Part<'a>> {
    let boundary = format!("--{}", message.parameter("boundary")?);
    let mut start = None;
    let mut at = 0;
    while at < message.body.len() {
        let (line, next) = line_at(message.body, at);
        let is_end = next == message.body.len() && !line.starts_with(boundary.as_bytes());
        if line.starts_with(boundary.as_bytes()) || is_end {
            let end = if is_end { next } else { at };
            let bytes = start.and_then(|start| message.body.get(start..end));
            if let Some(part) = bytes.map(Part::read) {
                let kind = part.header("content-type").unwrap_or_default();
                let kind = kind.trim().to_ascii_lowercase();
                if kind.starts_with("text/html") || kind.starts_with("application/xhtml") {
                    return Some(part);
                }
                let inside = kind.starts_with("multipart/").then(|| {
                    let depth = depth.checked_sub(1)?;
                    page_in(&part, depth)
                });
                if let Some(page) = inside.flatten() {
                    return Some(page);
                }
            }
            start = Some(next);
        }
        at = next;
    }
    None
}

/// A message, or a part of one.
struct Part<'a> {
    headers: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    /// Its headers, and behind an empty line its body.
    fn read(bytes: &'a [u8]) -> Part<'a> {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        loop {
            let (line, next) = line_at(bytes, at);
            let is_end = line.is_empty() || headers.len() > 200;
            at = next;
            if is_end {
                let body = bytes.get(at..).unwrap_or_default();
                return Part { headers, body };
            }
            let text = String::from_utf8_lossy(line);
            if text.starts_with([' ', '\t']) {
                if let Some((_, value)) = headers.last_mut() {
                    value.push_str(&text);
                }
            } else if let Some((name, value)) = text.split_once(':') {
                headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
    }

    /// A header by its name in small letters.
    fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What the type of the content says besides.
    fn parameter(&self, name: &str) -> Option<&str> {
        let parameters = self.header("content-type")?.split(';').skip(1);
        let mut parameters = parameters.filter_map(|one| one.split_once('='));
        let found = parameters.find(|(known, _)| known.trim().eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().trim_matches('"'))
    }
}

/// The line that begins there, without its end, and where the next one begins.
fn line_at(bytes: &[u8], at: usize) -> (&[u8], usize) {
    let rest = bytes.get(at..).unwrap_or_default();
    let end = rest.iter().position(|&byte| byte == b'\n');
    let line = end.map_or(rest, |end| &rest[..end]);
    let next = end.map_or(bytes.len(), |end| at + end + 1);
    (line.strip_suffix(b"\r").unwrap_or(line), next)
}

/// Unpacks what is quoted-printable (RFC 2045, section 6.7). What is no code stays as it is, as in browsers.
fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let hex = |byte: u8| char::from(byte).to_digit(16);
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|&byte| byte == b'=') {
        out.extend(&rest[..at]);
        rest = &rest[at + 1..];
        match rest {
            [b'\r', b'\n', more @ ..] | [b'\n', more @ ..] => rest = more,
            [high, low, more @ ..] => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    out.push((high << 4 | low) as u8);
                    rest = more;
                }
                _ => out.push(b'='),
            },
            _ => out.push(b'='),
        }
    }
    out.extend(rest);
    out
}

/// Unpacks base64 (RFC 2045, section 6.8); nothing where a character is of no such text.
fn from_base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for &byte in bytes.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{from_base64, from_quoted_printable};

    #[test]
    fn the_packings_of_rfc_2045() {
        for (packed, plain) in [
            ("a=3D\"b\"=\r\n c=\nd=C3=A9 = =ZZ =", "a=\"b\" cdé = =ZZ ="),
            ("", ""),
        ] {
            assert_eq!(from_quoted_printable(packed.as_bytes()), plain.as_bytes());
        }
        for (packed, plain) in [("Zm9v\r\nYmE=", "fooba"), ("Zg==", "f"), ("Zm9vYg", "foob")] {
            assert_eq!(
                from_base64(packed.as_bytes()).as_deref(),
                Some(plain.as_bytes())
            );
        }
        assert_eq!(from_base64(b"Zm9v!"), None);
    }
}
