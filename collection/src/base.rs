//! Numbers and bytes in the letters of an address (RFC 4648): base32 in lower case, and base64url without padding.

const THIRTY_TWO: &str = "abcdefghijklmnopqrstuvwxyz234567";
const SIXTY_FOUR: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The lowest bits of a number in base32: so many letters, of five bits each, the highest first.
pub fn base32(number: u64, letters: u32) -> String {
    let letter = |place: u32| {
        let place = (number >> (5 * place) & 31) as usize;
        THIRTY_TWO.get(place..=place).unwrap_or("")
    };
    (0..letters).rev().map(letter).collect()
}

/// The number that a text in base32 is; `None` if it has another character. Of more than twelve letters, the first bits are lost.
pub fn from_base32(text: &str) -> Option<u64> {
    text.chars().try_fold(0, |number: u64, letter| {
        Some(number << 5 | THIRTY_TWO.find(letter)? as u64)
    })
}

/// Bytes in base64url, without padding.
pub fn base64url(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let at = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..=group.len() {
            let six = bits >> (18 - 6 * place) & 63;
            out.push(char::from(SIXTY_FOUR[six as usize]));
        }
    }
    out
}

/// The bytes of a text in base64url; `None` if [`base64url`] would not write such characters or such a length.
pub fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            let six = match group.get(place) {
                Some(byte) => six_bits(*byte)?,
                None => 0,
            };
            bits = bits << 6 | six;
        }
        let [_, bytes @ ..] = bits.to_be_bytes();
        out.extend(bytes.get(..group.len().checked_sub(1).filter(|&n| n > 0)?)?);
    }
    Some(out)
}

fn six_bits(byte: u8) -> Option<u32> {
    let (first, base) = match byte {
        b'A'..=b'Z' => (b'A', 0),
        b'a'..=b'z' => (b'a', 26),
        b'0'..=b'9' => (b'0', 52),
        b'-' => return Some(62),
        b'_' => return Some(63),
        _ => return None,
    };
    Some(u32::from(byte - first) + base)
}

#[cfg(test)]
mod tests {
    use super::{base32, base64url, from_base32, from_base64url};
    use proptest::prelude::*;

    #[test]
    fn the_examples_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64url(bytes.as_bytes()), text);
            assert_eq!(from_base64url(text).as_deref(), Some(bytes.as_bytes()));
        }
        for wrong in ["Z", "Zm9vY", "Zm9=", "Zm 9", "é"] {
            assert_eq!(from_base64url(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_in_base32() {
        assert_eq!(base32(0b00001_11111_00000, 3), "b7a");
        assert_eq!(from_base32("b7a"), Some(0b00001_11111_00000));
        assert_eq!(from_base32("B7a"), None);
        assert_eq!(base32(u64::MAX, 13), "p777777777777");
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            prop_assert_eq!(from_base64url(&base64url(&bytes)), Some(bytes));
        }

        #[test]
        fn numbers_come_back(number in 0..1_u64 << 60) {
            prop_assert_eq!(from_base32(&base32(number, 12)), Some(number));
        }
    }
}
