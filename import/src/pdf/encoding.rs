//! The encodings that PDF itself defines (ISO 32000-1, Annex D): of single-byte fonts, and of strings such as a title.

use encoding_rs::{MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Standard Latin from A1 to FB; `\0` if a code has no character.
const STANDARD: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß";

/// PDFDocEncoding from 80 to A0, where it differs from Latin 1.
const DOCUMENT: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\0€";

/// A font's base encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    Standard,
    WinAnsi,
    MacRoman,
}

impl Base {
    pub(crate) fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            b"StandardEncoding" => Some(Self::Standard),
            _ => None,
        }
    }

    /// The character of a code.
    pub(crate) fn character(self, code: u8) -> Option<char> {
        let single = |encoding: &'static encoding_rs::Encoding| {
            encoding
                .decode_without_bom_handling(&[code])
                .0
                .chars()
                .next()
                .filter(|c| !c.is_control())
        };
        match self {
            Self::WinAnsi => single(WINDOWS_1252),
            Self::MacRoman => single(MACINTOSH),
            Self::Standard => match code {
                b'\'' => Some('’'),
                b'`' => Some('‘'),
                0x20..=0x7e => Some(char::from(code)),
                0xa1.. => STANDARD
                    .chars()
                    .nth(usize::from(code - 0xa1))
                    .filter(|&c| c != '\0'),
                _ => None,
            },
        }
    }
}

/// A string of the document, such as its title: UTF-16 or UTF-8 with a mark, or PDFDocEncoding.
pub(crate) fn document_text(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        debug_assert!([UTF_16BE, UTF_16LE, encoding_rs::UTF_8].contains(&encoding));
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    let character = |&byte: &u8| match byte {
        0x80..=0xa0 => DOCUMENT
            .chars()
            .nth(usize::from(byte - 0x80))
            .filter(|&c| c != '\0'),
        _ => Some(char::from(byte)),
    };
    bytes.iter().filter_map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::{Base, document_text};

    #[test]
    fn the_tables_stand_where_the_standard_has_them() {
        for (code, c) in [
            (0xa1, '¡'),
            (0xae, 'ﬁ'),
            (0xb7, '•'),
            (0xd0, '—'),
            (0xe1, 'Æ'),
            (0xf5, 'ı'),
            (0xfb, 'ß'),
            (0x27, '’'),
        ] {
            assert_eq!(Base::Standard.character(code), Some(c), "{code:x}");
        }
        assert_eq!(Base::Standard.character(0xff), None);
        assert_eq!(Base::WinAnsi.character(0x93), Some('“'));
        assert_eq!(document_text(b"\x80\x9e\xa0\xe9"), "•ž€é");
        assert_eq!(document_text(b"\xfe\xff\x04\x11"), "Б");
        assert_eq!(document_text("\u{feff}Б".as_bytes()), "Б");
    }
}
