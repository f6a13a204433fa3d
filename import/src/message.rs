//! Reads messages (RFC 5322) and their parts (MIME, RFC 2045 to 2047): e-mails, and web pages that a browser saved as one
//! file. A library for this (`mail-parser`) would make the importer 28 KB larger.

use encoding_rs::Encoding;

/// How deep parts may be nested, and how many are read at most.
const DEEPEST: usize = 8;
const PARTS: usize = 1000;

/// A message, or a part of one.
pub(crate) struct Part<'a> {
    headers: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    /// Reads its headers and, after an empty line, its body.
    pub(crate) fn read(bytes: &'a [u8]) -> Part<'a> {
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

    /// A header, by its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// A parameter of the content type.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        let parameters = self.header("content-type")?.split(';').skip(1);
        let mut parameters = parameters.filter_map(|one| one.split_once('='));
        let found = parameters.find(|(known, _)| known.trim().eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().trim_matches('"'))
    }
}

impl<'a> Part<'a> {
    /// Its content type, in lower case. Plain text if none is stated.
    pub(crate) fn kind(&self) -> String {
        let kind = self.header("content-type").unwrap_or("text/plain");
        kind.trim().to_ascii_lowercase()
    }

    /// The encoding that it declares for its text.
    pub(crate) fn charset(&self) -> Option<&'static Encoding> {
        Encoding::for_label(self.parameter("charset")?.as_bytes())
    }

    /// Its content, unpacked. `None` if it is damaged.
    pub(crate) fn unpacked(&self) -> Option<Vec<u8>> {
        let packing = self.header("content-transfer-encoding").unwrap_or_default();
        match packing.trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => Some(from_quoted_printable(self.body)),
            "base64" => from_base64(self.body),
            _ => Some(self.body.to_vec()),
        }
    }

    /// The first part that fits and has no parts of its own, in the order of the message.
    pub(crate) fn first(&self, fits: &dyn Fn(&Part<'a>) -> bool) -> Option<Part<'a>> {
        self.leaves().into_iter().find(|part| fits(part))
    }

    /// The parts that have no parts of their own. A message without parts is itself such a part.
    pub(crate) fn leaves(&self) -> Vec<Part<'a>> {
        let mut leaves = Vec::new();
        self.gather(DEEPEST, &mut leaves);
        leaves
    }

    fn gather(&self, depth: usize, into: &mut Vec<Part<'a>>) {
        for part in self.parts() {
            if into.len() >= PARTS {
                return;
            }
            if part.parameter("boundary").is_some() && depth > 0 {
                part.gather(depth - 1, into);
            } else {
                into.push(part);
            }
        }
    }

    /// Its parts, between the boundary lines.
    fn parts(&self) -> Vec<Part<'a>> {
        let Some(boundary) = self.parameter("boundary") else {
            return vec![Part {
                headers: self.headers.clone(),
                body: self.body,
            }];
        };
        let boundary = format!("--{boundary}");
        let (mut start, mut at) = (None, 0);
        let mut parts = Vec::new();
        while at < self.body.len() && parts.len() < PARTS {
            let (line, next) = line_at(self.body, at);
            let is_end = next == self.body.len() && !line.starts_with(boundary.as_bytes());
            if line.starts_with(boundary.as_bytes()) || is_end {
                let end = if is_end { next } else { at };
                let bytes = start.and_then(|start| self.body.get(start..end));
                parts.extend(bytes.map(Part::read));
                start = Some(next);
            }
            at = next;
        }
        parts
    }
}

/// A header's text, with its encoded words decoded (RFC 2047): `=?utf-8?q?Br=C3=BCcke?=`.
pub(crate) fn in_words(header: &str) -> String {
    let mut out = String::with_capacity(header.len());
    let mut rest = header;
    let mut after_word = false;
    while let Some(at) = rest.find("=?") {
        let (before, word) = rest.split_at(at);
        // White space between two encoded words does not count.
        if !(after_word && before.trim().is_empty()) {
            out.push_str(before);
        }
        let decoded = encoded_word(word);
        after_word = decoded.is_some();
        match decoded {
            Some((text, length)) => {
                out.push_str(&text);
                rest = word.get(length..).unwrap_or_default();
            }
            None => {
                out.push_str("=?");
                rest = word.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The text of an encoded word that begins here, and how many bytes it takes.
fn encoded_word(word: &str) -> Option<(String, usize)> {
    let mut parts = word.get(2..)?.splitn(3, '?');
    let (charset, packing, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let end = rest.find("?=")?;
    let text = rest.get(..end)?;
    let bytes = match packing {
        "q" | "Q" => from_quoted_printable(text.replace('_', "=20").as_bytes()),
        "b" | "B" => from_base64(text.as_bytes())?,
        _ => return None,
    };
    let label = charset.split('*').next().unwrap_or_default();
    let encoding = Encoding::for_label(label.as_bytes())?;
    let text = encoding.decode_without_bom_handling(&bytes).0.into_owned();
    Some((text, 2 + charset.len() + 1 + packing.len() + 1 + end + 2))
}

/// The line that begins there, without its end, and where the next one begins.
fn line_at(bytes: &[u8], at: usize) -> (&[u8], usize) {
    let rest = bytes.get(at..).unwrap_or_default();
    let end = rest.iter().position(|&byte| byte == b'\n');
    let line = end.map_or(rest, |end| &rest[..end]);
    let next = end.map_or(bytes.len(), |end| at + end + 1);
    (line.strip_suffix(b"\r").unwrap_or(line), next)
}

/// Decodes quoted-printable text (RFC 2045, section 6.7). Invalid codes stay as they are, as in browsers.
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

/// Decodes base64 (RFC 2045, section 6.8). `None` if it has an invalid character.
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
    use super::{Part, from_base64, from_quoted_printable, in_words};

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

    #[test]
    fn encoded_words_are_read() {
        for (header, text) in [
            (
                "=?utf-8?q?Drehbr=C3=BCcke_bleibt_zu?=",
                "Drehbrücke bleibt zu",
            ),
            (
                "Re: =?UTF-8?B?QnLDvGNrZQ==?= =?utf-8?q?_zu?=",
                "Re: Brücke zu",
            ),
            ("=?iso-8859-1?Q?Caf=E9?= at four", "Café at four"),
            ("plain =? text ?= it is", "plain =? text ?= it is"),
            ("", ""),
        ] {
            assert_eq!(in_words(header), text, "{header}");
        }
    }

    #[test]
    fn parts_of_parts_are_found() {
        let mail = b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n\
            --b\r\n\r\nOne\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Two\r\n--b--\r\n--a\r\nContent-Type: image/png\r\n\r\nx\r\n--a--\r\n";
        let message = Part::read(mail);
        let kinds: Vec<String> = message.leaves().iter().map(Part::kind).collect();
        assert_eq!(
            kinds,
            ["text/plain", "text/html", "image/png"].map(str::to_owned)
        );
    }
}
