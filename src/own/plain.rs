//! The bytes of a plain text file, made text: UTF-8, with or without its mark, and UTF-16 with one.

use super::sheet::{Brought, Sheet, Trouble};

/// Larger files are not opened: the longest book has a tenth of it.
pub const MOST_BYTES: f64 = 50_000_000.0;

/// What came of a file of plain text.
pub fn open(bytes: &[u8]) -> Brought {
    if bytes.is_empty() {
        return Err(trouble(
            "The file is empty.",
            "Look whether it was saved, or choose another.",
        ));
    }
    let text = match decode(bytes) {
        Some(text) if !text.contains('\0') => text,
        _ => {
            return Err(trouble(
                "The file is no plain text that could be read.",
                "Open it in the program it comes from, copy the text and paste it here, or save it as plain text (UTF-8).",
            ));
        }
    };
    if text.trim().is_empty() {
        return Err(trouble(
            "The file has no text in it, only spaces or empty lines.",
            "Choose another.",
        ));
    }
    Ok(Sheet {
        text: lines(&text),
        ..Sheet::default()
    })
}

/// What a file that is larger than [`MOST_BYTES`] is told.
pub fn too_large() -> Trouble {
    trouble(
        "The file is larger than 50 MB, more than this page opens.",
        "Take the article out of it and paste it here.",
    )
}

/// What a file is told that the browser could not read.
pub fn unreadable() -> Trouble {
    trouble(
        "The browser could not read the file.",
        "It may have been moved or be a folder: choose it again.",
    )
}

/// The text with its lines ended as they are everywhere here.
fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                out.push('\n');
            }
            c => out.push(c),
        }
    }
    out
}

fn trouble(what: &str, remedy: &str) -> Trouble {
    Trouble {
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    }
}

fn decode(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units = pairs.iter().map(|pair| unit(*pair));
        let text: Result<String, _> = char::decode_utf16(units).collect();
        text.ok().filter(|_| rest.is_empty())
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        plain => std::str::from_utf8(plain).ok().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn unicode_is_read_in_its_three_forms() {
        let said = "Дощ.\r\n雨 👍";
        let wide = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let units = said.encode_utf16().flat_map(unit);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        for bytes in [
            said.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", said.as_bytes()].concat(),
            wide(u16::to_le_bytes, [0xff, 0xfe]),
            wide(u16::to_be_bytes, [0xfe, 0xff]),
        ] {
            assert_eq!(
                open(&bytes).map(|sheet| sheet.text),
                Ok("Дощ.\n雨 👍".to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_text_is_told_in_words() {
        for (bytes, what) in [
            (&b""[..], "The file is empty."),
            (
                b" \n\n",
                "The file has no text in it, only spaces or empty lines.",
            ),
            (
                b"PK\x03\x04\0\0",
                "The file is no plain text that could be read.",
            ),
            (b"caf\xe9", "The file is no plain text that could be read."),
            (
                b"\xff\xfea",
                "The file is no plain text that could be read.",
            ),
        ] {
            assert_eq!(
                open(bytes).map_err(|trouble| trouble.what),
                Err(what.to_owned())
            );
        }
    }
}
