//! Decodes bytes to characters. The reader's choice of an encoding counts first, then a byte order mark, then evidence in
//! the bytes, then the file's own declaration. Otherwise the encoding is guessed, and the result says so.

use crate::error::{self, ImportError};
use crate::imported::EncodingGuess;
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text, and whether its encoding is known or guessed.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) guess: EncodingGuess,
    pub(crate) remark: Option<String>,
}

/// Decodes a text. `chosen` is the label that the reader chose, `declared` the encoding that the file declares.
///
/// # Errors
/// If no encoding has the chosen label.
pub(crate) fn decode(
    bytes: &[u8],
    chosen: Option<&str>,
    declared: Option<&'static Encoding>,
) -> Result<Decoded, ImportError> {
    if let Some(label) = chosen {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(error::unknown_encoding)?;
        return Ok(read(bytes, encoding, true));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(read(&bytes[mark..], encoding, true));
    }
    if let Some(encoding) = utf16(bytes) {
        return Ok(read(bytes, encoding, true));
    }
    // ISO-2022-JP uses seven bits only, so its bytes are also valid UTF-8, but of another text.
    if bytes.contains(&0x1b)
        && declared.is_none_or(|encoding| encoding == ISO_2022_JP)
        && is_iso_2022_jp(bytes)
    {
        return Ok(read(bytes, ISO_2022_JP, declared.is_some()));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(read(bytes, UTF_8, true));
    }
    if let Some(encoding) = declared.filter(|&encoding| encoding != UTF_8) {
        return Ok(read(bytes, encoding, true));
    }
    if nearly_utf8(bytes) {
        return Ok(read(bytes, UTF_8, false));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    let sample = &bytes[..bytes.len().min(1_000_000)];
    detector.feed(sample, sample.len() == bytes.len());
    let encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
    Ok(read(bytes, encoding, false))
}

/// Whether a text switches to Japanese letters with an escape sequence (RFC 1468) and is valid in that encoding.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    let changes = |start: &[u8]| {
        [b"\x1b$B", b"\x1b$@"]
            .iter()
            .any(|sign| start.starts_with(*sign))
    };
    bytes.is_ascii()
        && bytes.windows(3).any(changes)
        && ISO_2022_JP
            .decode_without_bom_handling_and_without_replacement(bytes)
            .is_some()
}

fn read(bytes: &[u8], encoding: &'static Encoding, sure: bool) -> Decoded {
    let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
    let lost = text
        .chars()
        .filter(|&c| c == char::REPLACEMENT_CHARACTER)
        .count();
    let remark = if lost > 0 {
        let characters = if lost == 1 {
            "1 character"
        } else {
            &format!("{lost} characters")
        };
        Some(format!(
            "{characters} could not be read as {} and became �. If that looks wrong, choose another encoding.",
            encoding.name()
        ))
    } else if sure {
        None
    } else {
        Some(format!(
            "The file does not say how its letters are encoded; {} was guessed. If letters look wrong, choose another encoding.",
            encoding.name()
        ))
    };
    Decoded {
        text,
        guess: EncodingGuess {
            label: encoding.name().to_owned(),
            sure,
        },
        remark,
    }
}

/// Detects UTF-16, with or without a byte order mark. Without one, zero bytes show it, since text in single bytes has none.
/// The byte order is found from spaces and line ends, and from the two halves of each unit: the high bytes of a text come
/// from few rows of Unicode, the low bytes from many.
pub(crate) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(UTF_16BE);
    }
    let sample = &bytes[..bytes.len().min(65_536) & !1];
    // A few zeroes that are in other text by mistake do not make it UTF-16. In UTF-16, every space, line end and digit has
    // one. In scripts without these, the bytes are not valid UTF-8, or are control characters.
    let zeroes = sample.iter().filter(|&&byte| byte == 0).count();
    let is_control =
        |byte: &u8| *byte != 0 && *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    if bytes.len() % 2 == 1
        || sample.len() < 4
        || zeroes == 0
        || (is_utf8(sample)
            && (zeroes * 50 < sample.len()
                || (zeroes * 4 < sample.len() && !sample.iter().any(is_control))))
    {
        return None;
    }
    let judge = |high: usize| {
        let mut rows = [false; 256];
        let (mut known, mut control) = (0_usize, 0_usize);
        for pair in sample.chunks_exact(2) {
            let unit = u16::from(pair[high]) << 8 | u16::from(pair[1 - high]);
            rows[usize::from(pair[high])] = true;
            known += match unit {
                // Spaces, line ends, and the stops and commas of East Asia.
                0x0a | 0x20 | 0x3001 | 0x3002 | 0xff0c => 4,
                0x09 | 0x0d | 0x21..=0x7e => 1,
                _ => 0,
            };
            control +=
                usize::from(unit < 0x20 && !matches!(unit, 0x09 | 0x0a | 0x0d) || unit >= 0xfff0);
        }
        (control, rows.iter().filter(|&&seen| seen).count(), known)
    };
    let (little, big) = (judge(1), judge(0));
    let is_text =
        |(control, _, known): (usize, usize, usize)| control * 100 <= sample.len() && known > 0;
    let whole = |encoding: &'static Encoding| {
        encoding
            .decode_without_bom_handling_and_without_replacement(sample)
            .is_some()
    };
    // The end of the sample may cut a surrogate pair, so only short files must be valid to the end.
    let sound = |encoding| sample.len() < bytes.len() || whole(encoding);
    match (
        is_text(little) && sound(UTF_16LE),
        is_text(big) && sound(UTF_16BE),
    ) {
        (true, true) => Some(if (big.2, little.1) <= (little.2, big.1) {
            UTF_16LE
        } else {
            UTF_16BE
        }),
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        (false, false) => None,
    }
}

/// Whether a sample is UTF-8, apart from a letter that its end may cut.
fn is_utf8(sample: &[u8]) -> bool {
    match std::str::from_utf8(sample) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// UTF-8 with a few broken bytes: many valid sequences, hardly any invalid ones.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken > 0 && sound >= broken * 20
}

#[cfg(test)]
mod tests {
    use super::decode;
    use proptest::prelude::*;

    fn read(bytes: &[u8], chosen: Option<&str>) -> (String, String, bool) {
        let decoded = decode(bytes, chosen, None).expect("a known encoding");
        (decoded.text, decoded.guess.label, decoded.guess.sure)
    }

    fn le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn be(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_be_bytes).collect()
    }

    #[test]
    fn utf16_is_known_without_its_mark() {
        for text in [
            "Rain at last.\n\nIt rained all night.",
            "Буря над затокою.\nМіст перекрито, пором у порту.",
            "海湾上空的风暴。\n夜间风速达到每小时一百公里。",
            "عاصفة فوق الخليج.\nبلغت سرعة الرياح مئة كيلومتر.",
            "🌊 high water 🌊",
        ] {
            assert_eq!(
                read(&le(text), None),
                (text.to_owned(), "UTF-16LE".to_owned(), true)
            );
            assert_eq!(
                read(&be(text), None),
                (text.to_owned(), "UTF-16BE".to_owned(), true)
            );
        }
    }

    #[test]
    fn a_zero_by_mistake_makes_no_text_utf16() {
        for text in [
            "a\0b It rained.",
            "Es regnete überall\0.",
            "Rain\0 fell.\0\n",
        ] {
            for text in [text.to_owned(), format!("{text} "), text.repeat(40)] {
                let read = read(text.as_bytes(), None);
                assert_eq!(read, (text, "UTF-8".to_owned(), true));
            }
        }
    }

    #[test]
    fn older_encodings_are_guessed_and_called_a_guess() {
        let cases = [
            (
                "windows-1251",
                "Уночі вітер досягав ста кілометрів на годину. Міст перекрито, пором залишився в порту.",
            ),
            (
                "windows-1252",
                "Die Straße über die Brücke wurde gesperrt, die Fähre blieb im Hafen. Größere Schäden gab es nicht.",
            ),
            (
                "GBK",
                "夜间风速达到每小时一百公里。救援部门表示，大桥已经关闭，渡轮留在港口，没有人受伤。",
            ),
            (
                "Shift_JIS",
                "夜のあいだに風は時速百キロに達した。橋は閉鎖され、フェリーは港にとどまった。けが人はいない。",
            ),
            (
                "windows-1256",
                "بلغت سرعة الرياح مئة كيلومتر في الساعة خلال الليل. وقالت فرق الإنقاذ إن الجسر مغلق.",
            ),
        ];
        for (label, text) in cases {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label");
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy, "{label}");
            assert_eq!(
                read(&bytes, None),
                (text.to_owned(), label.to_owned(), false)
            );
            assert_eq!(
                read(&bytes, Some(label)),
                (text.to_owned(), label.to_owned(), true)
            );
        }
    }

    #[test]
    fn what_is_lost_is_said() {
        let mut bytes = "Größere Schäden gab es nicht, sagte die Feuerwehr für die Küste. Über die Brücke fährt vorläufig niemand, \
            erklärte der Bürgermeister; die Fähre läuft früh aus. Für Fußgänger öffnet die Brücke später."
            .as_bytes()
            .to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes, None, None).expect("decoded");
        assert_eq!(decoded.guess.label, "UTF-8");
        assert!(
            decoded
                .remark
                .expect("a remark")
                .starts_with("1 character could not be read as UTF-8")
        );
    }

    #[test]
    fn one_zero_makes_no_utf16() {
        let text =
            "It rained\0 all night over the whole city, officials said on Tuesday; nobody slept.";
        assert_eq!(text.len() % 2, 0);
        assert_eq!(read(text.as_bytes(), None).1, "UTF-8");
    }

    #[test]
    fn iso_2022_jp_is_known_by_its_escapes() {
        let text = "大橋は閉鎖され、フェリーは港にとどまった。";
        let bytes = encoding_rs::ISO_2022_JP.encode(text).0.into_owned();
        assert_eq!(
            read(&bytes, None),
            (text.to_owned(), "ISO-2022-JP".to_owned(), false)
        );
        let declared = decode(&bytes, None, Some(encoding_rs::ISO_2022_JP)).expect("decoded");
        assert_eq!((declared.text.as_str(), declared.guess.sure), (text, true));
    }

    #[test]
    fn an_unknown_label_is_refused() {
        assert!(decode(b"a", Some("klingon"), None).is_err());
    }

    proptest! {
        #[test]
        fn utf8_and_utf16_come_back(text in "[^\u{0}\u{feff}\u{fffe}\u{ffff}]{0,60}") {
            prop_assert_eq!(&read(text.as_bytes(), Some("utf-8")).0, &text);
            let marked = [b"\xff\xfe".to_vec(), le(&text)].concat();
            prop_assert_eq!(&read(&marked, None).0, &text);
            let marked = [b"\xfe\xff".to_vec(), be(&text)].concat();
            prop_assert_eq!(&read(&marked, None).0, &text);
            let marked = [b"\xef\xbb\xbf".to_vec(), text.as_bytes().to_vec()].concat();
            prop_assert_eq!(&read(&marked, None).0, &text);
        }
    }
}
