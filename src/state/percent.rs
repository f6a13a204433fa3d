//! Percent-encoding (RFC 3986, section 2.1), total in both directions.

use std::fmt::Write;

/// The text with every byte encoded outside RFC 3986's unreserved set (`A-Za-z0-9._~-`) and `/`, which a query may have as it is.
pub(super) fn encode(text: &str) -> String {
    escape(text, |byte| {
        byte.is_ascii_alphanumeric() || b"._~-/".contains(&byte)
    })
}

/// A part of a query string, encoded where it must be and left alone where it need not be. Doing it
/// twice changes nothing.
pub(super) fn tidy(part: &str) -> String {
    escape(part, |byte| {
        byte.is_ascii_graphic() && !b"?#&\"'<>\\^`{|}".contains(&byte)
    })
}

/// Decodes percent-encoded text. Invalid escapes stay unchanged, and invalid UTF-8 becomes U+FFFD. A `+` stays
/// a `+`, since no value of the site contains a space.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        match after {
            [high, low, beyond @ ..] if *first == b'%' => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = beyond;
                }
                _ => {
                    bytes.push(*first);
                    rest = after;
                }
            },
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|value| value as u8)
}

fn escape(text: &str, plain: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if plain(byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, tidy};
    use proptest::prelude::*;

    #[test]
    fn what_is_no_encoding_stays() {
        for (written, meant) in [
            ("", ""),
            ("a-b.c_d~e", "a-b.c_d~e"),
            ("caf%C3%A9", "café"),
            ("caf%c3%a9", "café"),
            ("100%", "100%"),
            ("%4", "%4"),
            ("%zz%41", "%zzA"),
            ("%%34", "%4"),
            ("%ff", "\u{fffd}"),
            ("a+b", "a+b"),
        ] {
            assert_eq!(decode(written), meant, "{written}");
        }
        assert_eq!(encode("é &%/"), "%C3%A9%20%26%25/");
        assert_eq!(tidy("utm_source=a%20b é#"), "utm_source=a%20b%20%C3%A9%23");
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(text in any::<String>()) {
            prop_assert_eq!(decode(&encode(&text)), text);
        }

        #[test]
        fn tidying_is_done_once(text in any::<String>()) {
            let tidied = tidy(&text);
            prop_assert_eq!(tidy(&tidied), tidied);
        }
    }
}
