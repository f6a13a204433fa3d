//! Reads the names of glyphs from an embedded font. Typesetters such as pdfTeX write them only into the font, not into the
//! PDF (ISO 32000-1, 9.6.6.2). Type 1 fonts have them in words (Adobe Type 1 Font Format, 2.2), compact fonts (CFF, Adobe
//! Technical Note 5176) in a table.

use hayro_syntax::object::{Dict, Stream};
use std::collections::BTreeMap;

/// The glyphs' names by their codes, if the font has an encoding of its own.
pub(crate) fn names(descriptor: &Dict<'_>) -> Option<BTreeMap<u8, String>> {
    let unpacked = |key: &str| {
        let stream = descriptor.get::<Stream<'_>>(key)?;
        stream.decoded_data().ok()
    };
    if let Some(data) = unpacked("FontFile3") {
        return compact(&data);
    }
    in_words(&unpacked("FontFile")?)
}

fn compact(data: &[u8]) -> Option<BTreeMap<u8, String>> {
    let table = ttf_parser::cff::Table::parse(data)?;
    let name = |code: u8| {
        let glyph = table.glyph_index(code).filter(|glyph| glyph.0 != 0)?;
        Some((code, table.glyph_name(glyph)?.to_owned()))
    };
    let names: BTreeMap<u8, String> = (0..=255).filter_map(name).collect();
    (!names.is_empty()).then_some(names)
}

/// Entries such as `dup 12 /fi put`, before the encrypted part of the font. A font with `StandardEncoding def` has none.
fn in_words(data: &[u8]) -> Option<BTreeMap<u8, String>> {
    let start = data.get(..data.len().min(65_536)).unwrap_or_default();
    let text: String = start.iter().map(|&byte| char::from(byte)).collect();
    let text = text.split("eexec").next()?.split_once("/Encoding")?.1;
    // A name may follow its number without a space.
    let spaced = text.replace('/', " /");
    let words: Vec<&str> = spaced.split_whitespace().take(4000).collect();
    let mut names = BTreeMap::new();
    for window in words.windows(4) {
        let [first, code, name, last] = window else {
            continue;
        };
        if *first == "dup"
            && *last == "put"
            && let (Ok(code), Some(name)) = (code.parse(), name.strip_prefix('/'))
        {
            names.insert(code, name.to_owned());
        }
        if *first == "readonly" || *first == "currentdict" {
            break;
        }
    }
    (!names.is_empty()).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_type_1_font_says_its_encoding_in_words() {
        let font = b"%!PS-AdobeFont-1.1: CMR10\n/FontName /CMR10 def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n\
            dup 12 /fi put\ndup 34/quotedblright put\nreadonly def\ncurrentdict end\ncurrentfile eexec dup 1 /x put";
        let names = in_words(font).expect("an encoding");
        let names: Vec<(u8, &str)> = names
            .iter()
            .map(|(code, name)| (*code, name.as_str()))
            .collect();
        assert_eq!(names, [(12, "fi"), (34, "quotedblright")]);
        assert_eq!(
            in_words(b"/Encoding StandardEncoding def\ncurrentfile eexec"),
            None
        );
        assert_eq!(in_words(b""), None);
    }
}
