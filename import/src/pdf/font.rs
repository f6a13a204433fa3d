//! Reads what text needs from a PDF's font: the characters and the width of each code.

use super::encoding::Base;
use super::glyph_names;
use super::program;
use super::standard;
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS, UTF_16BE};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::BTreeMap;

/// One drawn code.
pub(crate) struct Code {
    /// Its characters. `None` if the font does not say.
    pub(crate) text: Option<String>,
    /// Its width, as a fraction of the font size.
    pub(crate) width: f64,
    /// Whether it is the single byte 32, to which a text's word spacing applies.
    pub(crate) is_space: bool,
}

/// How a string is split into codes.
enum Codes {
    /// One byte each.
    Single,
    /// By the font's own map; two bytes if the map does not say.
    Map(Box<CMap>),
    /// In an older East Asian encoding or in UTF-16: the codes are characters themselves.
    Encoded(&'static Encoding),
}

/// A font.
pub(crate) struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    /// Whether the codes are Unicode.
    is_unicode: bool,
    characters: BTreeMap<u8, String>,
    widths: BTreeMap<u32, f64>,
    default_width: Option<f64>,
    name: String,
    /// The scale from glyph space to text space: a thousandth, except for fonts that are drawn by the page's own operators.
    unit: f64,
}

impl Font {
    pub(crate) fn new(dict: &Dict<'_>) -> Self {
        let kind = dict.get::<Name<'_>>("Subtype");
        let kind = kind.as_ref().map_or(&b""[..], |name| name.as_ref());
        let to_unicode = dict
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|stream| cmap(&stream));
        let name = dict.get::<Name<'_>>("BaseFont");
        let is_unicode = dict
            .get::<Name<'_>>("ToUnicode")
            .is_some_and(|name| name.as_ref().starts_with(b"Identity"));
        let mut font = Self {
            codes: Codes::Single,
            to_unicode,
            is_unicode,
            characters: BTreeMap::new(),
            widths: BTreeMap::new(),
            default_width: None,
            name: name
                .map(|name| String::from_utf8_lossy(name.as_ref()).into_owned())
                .unwrap_or_default(),
            unit: 0.001,
        };
        if kind == b"Type0" {
            font.composite(dict);
        } else {
            font.simple(dict, kind);
        }
        font
    }

    fn composite(&mut self, dict: &Dict<'_>) {
        self.codes = if let Some(stream) = dict.get::<Stream<'_>>("Encoding") {
            Codes::Map(Box::new(cmap(&stream).unwrap_or_else(CMap::identity_h)))
        } else {
            let name = dict.get::<Name<'_>>("Encoding");
            let name = name
                .as_ref()
                .map(|name| String::from_utf8_lossy(name.as_ref()).into_owned());
            match named_encoding(name.as_deref().unwrap_or_default()) {
                Some(encoding) => Codes::Encoded(encoding),
                None => Codes::Map(Box::new(CMap::identity_h())),
            }
        };
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let Some(descendant) = descendant else { return };
        self.default_width = Some(descendant.get::<f64>("DW").unwrap_or(1000.0));
        let Some(widths) = descendant.get::<Array<'_>>("W") else {
            return;
        };
        let items: Vec<Object<'_>> = widths.iter::<Object<'_>>().take(200_000).collect();
        let number = |at: usize| items.get(at).and_then(|item| item.clone().into_f32());
        let mut at = 0;
        while let Some(first) = number(at) {
            let first = first.max(0.0) as u32;
            if let Some(list) = items.get(at + 1).and_then(|item| item.clone().into_array()) {
                for (code, width) in (first..).zip(list.iter::<f64>().take(65_536)) {
                    self.widths.insert(code, width);
                }
                at += 2;
            } else if let (Some(last), Some(width)) = (number(at + 1), number(at + 2)) {
                let last = (last.max(0.0) as u32).min(first.saturating_add(65_535));
                for code in first..=last {
                    self.widths.insert(code, f64::from(width));
                }
                at += 3;
            } else {
                break;
            }
        }
    }

    fn simple(&mut self, dict: &Dict<'_>, kind: &[u8]) {
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        if let Some(widths) = dict.get::<Array<'_>>("Widths") {
            self.widths = (first..).zip(widths.iter::<f64>().take(256)).collect();
            let descriptor = dict.get::<Dict<'_>>("FontDescriptor");
            self.default_width = Some(
                descriptor
                    .and_then(|d| d.get::<f64>("MissingWidth"))
                    .unwrap_or(0.0),
            );
        }
        if kind == b"Type3" {
            let matrix = dict.get::<Array<'_>>("FontMatrix");
            self.unit = matrix
                .and_then(|matrix| matrix.iter::<f64>().next())
                .unwrap_or(0.001)
                .abs();
        }
        let encoding = dict.get::<Dict<'_>>("Encoding");
        let named = dict
            .get::<Name<'_>>("Encoding")
            .and_then(|name| Base::named(name.as_ref()));
        let base = encoding
            .as_ref()
            .and_then(|encoding| encoding.get::<Name<'_>>("BaseEncoding"))
            .and_then(|name| Base::named(name.as_ref()))
            .or(named);
        let default = if kind == b"TrueType" {
            Base::WinAnsi
        } else {
            Base::Standard
        };
        // A font drawn by operators has only the letters that are named.
        if kind != b"Type3" || base.is_some() {
            let base_of = base.unwrap_or(default);
            self.characters = (0..=255)
                .filter_map(|code| Some((code, base_of.character(code)?.to_string())))
                .collect();
        }
        // If the PDF names no encoding, the font's own is used.
        let own = dict
            .get::<Dict<'_>>("FontDescriptor")
            .filter(|_| base.is_none() && kind != b"TrueType" && kind != b"Type3")
            .and_then(|descriptor| program::names(&descriptor));
        for (code, name) in own.into_iter().flatten() {
            match glyph_names::characters(&name) {
                Some(text) => self.characters.insert(code, text),
                None => self.characters.remove(&code),
            };
        }
        let Some(differences) =
            encoding.and_then(|encoding| encoding.get::<Array<'_>>("Differences"))
        else {
            return;
        };
        let mut code = 0_u32;
        for item in differences.iter::<Object<'_>>().take(2000) {
            if let Some(name) = item.clone().into_name() {
                if let Ok(single) = u8::try_from(code) {
                    match glyph_names::characters(&String::from_utf8_lossy(name.as_ref())) {
                        Some(text) => self.characters.insert(single, text),
                        None => self.characters.remove(&single),
                    };
                }
                code = code.saturating_add(1);
            } else if let Some(number) = item.into_f32() {
                code = number.max(0.0) as u32;
            }
        }
    }

    /// Splits a string into its codes.
    pub(crate) fn codes(&self, mut bytes: &[u8]) -> Vec<Code> {
        let mut codes = Vec::with_capacity(bytes.len());
        while let Some((&first, rest)) = bytes.split_first() {
            let (code, length) = match (&self.codes, rest.first()) {
                (Codes::Single, _) | (_, None) => (u32::from(first), 1),
                (Codes::Map(map), Some(&second)) => {
                    match map.lookup_cid_code(u32::from(first), 1) {
                        Some(_) => (u32::from(first), 1),
                        None => (u32::from(first) << 8 | u32::from(second), 2),
                    }
                }
                (Codes::Encoded(encoding), Some(&second)) => {
                    let double = *encoding == UTF_16BE || first > 0x80;
                    // Halfwidth kana, only in Shift_JIS.
                    let single =
                        !double || (*encoding == SHIFT_JIS && (0xa1..=0xdf).contains(&first));
                    if single {
                        (u32::from(first), 1)
                    } else {
                        (u32::from(first) << 8 | u32::from(second), 2)
                    }
                }
            };
            let code = self.unbroken(code, length);
            codes.push(Code {
                text: self
                    .text(code, &bytes[..length])
                    .filter(|text| is_letter(text)),
                width: self.width(code, length),
                is_space: length == 1 && first == b' ',
            });
            bytes = &bytes[length..];
        }
        codes
    }

    /// The PDF reader returns an unescaped carriage return in a string as a line feed (ISO 32000-1, 7.3.4.2), but some programs
    /// mean the letter with the code of the carriage return. If the font has a letter for that code and none for a line feed,
    /// that letter is meant.
    fn unbroken(&self, code: u32, length: usize) -> u32 {
        let known = |code: u8| {
            let mapped = self.to_unicode.as_ref();
            self.characters.contains_key(&code)
                || mapped.is_some_and(|map| map.lookup_bf_string(u32::from(code)).is_some())
        };
        let single = matches!(self.codes, Codes::Single) && length == 1;
        if single && code == 10 && !known(b'\n') && known(b'\r') {
            13
        } else {
            code
        }
    }

    fn text(&self, code: u32, bytes: &[u8]) -> Option<String> {
        if let Some(mapped) = self
            .to_unicode
            .as_ref()
            .and_then(|map| map.lookup_bf_string(code))
        {
            return Some(match mapped {
                BfString::Char(c) => c.to_string(),
                BfString::String(text) => text,
            });
        }
        if self.is_unicode {
            return char::from_u32(code).map(String::from);
        }
        match &self.codes {
            Codes::Single => self.characters.get(&u8::try_from(code).ok()?).cloned(),
            Codes::Encoded(encoding) => encoding
                .decode_without_bom_handling_and_without_replacement(bytes)
                .map(|text| text.into_owned()),
            Codes::Map(_) => None,
        }
    }

    fn width(&self, code: u32, length: usize) -> f64 {
        let id = match &self.codes {
            Codes::Map(map) => map.lookup_cid_code(code, length as u8).unwrap_or(code),
            Codes::Single | Codes::Encoded(_) => code,
        };
        let stated = self.widths.get(&id).copied().or(self.default_width);
        match (stated, &self.codes) {
            (Some(_), Codes::Encoded(_)) if length == 1 => 0.5,
            (Some(width), _) => width * self.unit,
            (None, _) => {
                let letter = u8::try_from(code).ok();
                let letter = letter.and_then(|code| self.characters.get(&code));
                standard::width(&self.name, letter.and_then(|text| text.chars().next()))
            }
        }
    }
}

/// A map embedded in a PDF.
fn cmap(stream: &Stream<'_>) -> Option<CMap> {
    let data = stream.decoded_data().ok()?;
    CMap::parse(&data, |_| None)
}

/// The East Asian encodings among the names that PDF defines (ISO 32000-1, table 118).
fn named_encoding(name: &str) -> Option<&'static Encoding> {
    let has = |part: &str| name.contains(part);
    if has("UCS2") || has("UTF16") {
        Some(UTF_16BE)
    } else if has("GBK") || has("GB-EUC") || has("GBpc") {
        Some(GBK)
    } else if has("B5") {
        Some(BIG5)
    } else if has("RKSJ") {
        Some(SHIFT_JIS)
    } else if has("KSC") {
        Some(EUC_KR)
    } else if name.starts_with("EUC-") {
        Some(EUC_JP)
    } else {
        None
    }
}

/// Whether a map's result is a real character: private characters and zeroes are not.
fn is_letter(text: &str) -> bool {
    !text.is_empty()
        && !text.chars().any(|c| {
            c == '\u{fffd}'
                || (c.is_control() && !c.is_whitespace())
                || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
        })
}
