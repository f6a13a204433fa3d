//! Reads Rich Text (RTF 1.9.1): groups in braces, control words after backslashes, and letters in the code page of their
//! font. No library is used, because the existing ones do not know code pages, which most such files use.

use super::draft::{Draft, Heading};
use super::{Document, Properties};
use crate::bounds;
use crate::clean;
use crate::error::{self, ImportError};
use crate::imported::{Format, Imported};
use crate::paragraphs::Kind;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::BTreeMap;

const WHAT: &str = "Rich Text document";

/// Reads a document.
pub(crate) fn open(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut reader = Reader {
        bytes,
        at: 0,
        groups: Vec::new(),
        group: Group::default(),
        starred: false,
        body: Body::default(),
    };
    reader.read()?;
    let is_whole = reader.groups.is_empty();
    let mut imported = reader.body.article()?;
    if !is_whole {
        imported.remarks.push(
            "The file stops in the middle: it may not have been saved or downloaded to its end."
                .to_owned(),
        );
    }
    Ok(imported)
}

/// Where the characters of a group go to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum To {
    #[default]
    Text,
    Nowhere,
    Fonts,
    Styles,
    Title,
    Made,
    FieldCode,
    Contents,
    Footnotes,
    Headers,
    Comments,
    /// Nowhere, except the text of a box in it.
    Shape,
}

/// The state inside a pair of braces. Most of it also applies to the groups inside.
#[derive(Debug, Default, Clone)]
struct Group {
    to: To,
    hidden: bool,
    deleted: bool,
    in_table: bool,
    font: i32,
    style: i32,
    /// How many characters follow each Unicode character as a replacement for programs that do not know it. 1 if nothing is
    /// stated.
    instead: Option<usize>,
    /// Whether it is a box of text.
    is_box: bool,
    /// Whether the result of this field is a table of contents.
    is_contents: bool,
}

/// The document, as far as it was read.
#[derive(Debug, Default)]
struct Body {
    draft: Draft,
    /// The drafts around the box that is being read, outermost first.
    around: Vec<Draft>,
    /// The code page of the document, and those of its fonts.
    page: Option<&'static Encoding>,
    pages: BTreeMap<i32, &'static Encoding>,
    styles: BTreeMap<i32, String>,
    /// The font or the style that its table describes next.
    described: i32,
    /// Bytes that are not decoded yet, and the first half of a surrogate pair.
    pending: Vec<u8>,
    half: Option<u16>,
    /// How many replacement characters are still to be skipped.
    skip: usize,
    listed: bool,
    stated_title: String,
    field_code: String,
    style_name: String,
    made: [i32; 3],
    contents: String,
    footnotes: String,
    headers: String,
    comments: String,
    hidden: String,
    deleted: String,
}

impl Body {
    fn article(mut self) -> Result<Imported, ImportError> {
        while !self.around.is_empty() {
            self.end_box();
        }
        let (title, text, mut aside) = self.draft.finish();
        aside.footnotes = clean::words(&self.footnotes);
        aside.headers = clean::words(&self.headers);
        aside.comments = clean::words(&self.comments);
        aside.deleted = clean::words(&self.deleted);
        aside.hidden = clean::words(&self.hidden);
        aside.contents = clean::words(&self.contents);
        let made = match self.made {
            [0, ..] => String::new(),
            [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
        };
        let properties = Properties {
            title: self.stated_title,
            made,
            language: String::new(),
        };
        let document = Document {
            format: Format::Rtf,
            text,
            title,
            aside,
        };
        document.article(properties, || None)
    }

    /// Adds characters to where they go.
    fn put(&mut self, group: &Group, text: &str) {
        match group.to {
            To::Text if group.hidden => self.hidden.push_str(text),
            To::Text if group.deleted => self.deleted.push_str(text),
            To::Text => self.draft.paragraphs.push_raw(text),
            To::Nowhere | To::Fonts | To::Made | To::Shape => {}
            To::Styles => self.style_name.push_str(text),
            To::Title => self.stated_title.push_str(text),
            To::FieldCode => self.field_code.push_str(text),
            To::Contents => self.contents.push_str(text),
            To::Footnotes => self.footnotes.push_str(text),
            To::Headers => self.headers.push_str(text),
            To::Comments => self.comments.push_str(text),
        }
    }

    /// Decodes the pending bytes.
    fn flush(&mut self, group: &Group) {
        self.half = None;
        if self.pending.is_empty() {
            return;
        }
        let page = self.pages.get(&group.font).copied().or(self.page);
        let bytes = std::mem::take(&mut self.pending);
        let (text, _) = page
            .unwrap_or(WINDOWS_1252)
            .decode_without_bom_handling(&bytes);
        self.put(group, &text);
    }

    /// Adds a character given by its number in Unicode. Those beyond the first 65,536 come as two halves.
    fn unicode(&mut self, group: &Group, unit: u16) {
        let half = self.half.take();
        self.flush(group);
        let units = match half {
            Some(half) => vec![half, unit],
            None if (0xd800..0xdc00).contains(&unit) => {
                self.half = Some(unit);
                return;
            }
            None => vec![unit],
        };
        let text: String = char::decode_utf16(units).flatten().collect();
        self.put(group, &text);
    }

    fn end_paragraph(&mut self, group: &Group, is_cell: bool) {
        self.flush(group);
        if group.to != To::Text {
            return self.put(group, "\n");
        }
        let style = self.styles.get(&group.style).map_or("", String::as_str);
        let listed = std::mem::take(&mut self.listed) && !style.starts_with("heading");
        let kind = match (is_cell || group.in_table, listed) {
            (true, _) => Kind::Cell,
            (false, true) => Kind::Item,
            (false, false) => Kind::Body,
        };
        self.draft.end_paragraph(kind, Heading::of_style(style));
    }

    /// What follows is in a box.
    fn begin_box(&mut self) {
        self.around.push(std::mem::take(&mut self.draft));
        self.listed = false;
    }

    /// The box ends, and what follows is in the draft around it.
    fn end_box(&mut self) {
        if let Some(around) = self.around.pop() {
            let inside = std::mem::replace(&mut self.draft, around);
            self.draft.add_box(inside);
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    groups: Vec<Group>,
    group: Group,
    /// Whether a program that does not know the next word may skip its whole group.
    starred: bool,
    body: Body,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn read(&mut self) -> Result<(), ImportError> {
        while let Some(byte) = self.next() {
            match byte {
                b'{' => {
                    self.body.flush(&self.group);
                    self.body.skip = 0;
                    if self.groups.len() >= bounds::XML_DEPTH {
                        return Err(error::too_deep(WHAT));
                    }
                    self.groups.push(self.group.clone());
                    self.group.is_box = false;
                }
                b'}' => {
                    self.end_group();
                    match self.groups.pop() {
                        Some(group) if !self.groups.is_empty() => self.group = group,
                        // The document has nothing after the last brace.
                        _ => return Ok(()),
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                _ => self.letter(byte),
            }
            if self.body.draft.paragraphs.is_too_long() {
                return Err(error::bomb(WHAT));
            }
        }
        self.body.flush(&self.group);
        Ok(())
    }

    fn letter(&mut self, byte: u8) {
        if self.body.skip > 0 {
            self.body.skip -= 1;
        } else {
            self.body.half = None;
            self.body.pending.push(byte);
        }
    }

    fn end_group(&mut self) {
        self.body.flush(&self.group);
        self.body.skip = 0;
        if self.group.is_box {
            self.body.end_box();
        }
        match self.group.to {
            To::Styles => {
                let name = std::mem::take(&mut self.body.style_name);
                let name = name.trim().trim_end_matches(';').to_lowercase();
                if !name.is_empty() {
                    self.body.styles.insert(self.body.described, name);
                }
                self.body.described = 0;
            }
            To::FieldCode => {
                let code = std::mem::take(&mut self.body.field_code);
                let is_contents = code.trim_start().starts_with("TOC");
                if let Some(field) = self.groups.last_mut() {
                    field.is_contents |= is_contents;
                }
            }
            To::Footnotes => self.body.footnotes.push('\n'),
            To::Headers => self.body.headers.push('\n'),
            To::Comments => self.body.comments.push('\n'),
            _ => {}
        }
    }

    /// Reads what follows a backslash.
    fn control(&mut self) {
        let Some(byte) = self.next() else { return };
        if byte.is_ascii_alphabetic() {
            self.at -= 1;
            return self.word();
        }
        let put = |this: &mut Self, text: &str| {
            if this.body.skip > 0 {
                this.body.skip -= 1;
            } else {
                this.body.flush(&this.group);
                this.body.put(&this.group, text);
            }
        };
        match byte {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2);
                let value = digits
                    .and_then(|digits| std::str::from_utf8(digits).ok())
                    .and_then(|digits| u8::from_str_radix(digits, 16).ok());
                if let Some(value) = value {
                    self.at += 2;
                    self.letter(value);
                }
            }
            b'*' => self.starred = true,
            b'~' => put(self, "\u{a0}"),
            b'-' => put(self, "\u{ad}"),
            b'_' => put(self, "\u{2011}"),
            b'\r' | b'\n' => self.body.end_paragraph(&self.group, false),
            b'{' | b'}' | b'\\' => self.letter(byte),
            _ => {}
        }
    }

    /// A control word with its number.
    fn word(&mut self) {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        let name = &self.bytes[start..self.at];
        let from = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        let number = std::str::from_utf8(&self.bytes[from..self.at]).unwrap_or_default();
        let number: Option<i32> = number.parse().ok();
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        let name = std::str::from_utf8(name).unwrap_or_default();
        if name == "bin" {
            let bytes = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.at = self.at.saturating_add(bytes).min(self.bytes.len());
            return;
        }
        if name != "u" && self.body.skip > 0 {
            self.body.skip -= 1;
            return;
        }
        self.does(name, number);
    }

    fn does(&mut self, name: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        let starred = std::mem::take(&mut self.starred);
        if matches!(name, "shptxt" | "dptxbxtext") && self.group.to == To::Shape {
            self.body.flush(&self.group);
            self.body.begin_box();
            self.group = Group {
                to: To::Text,
                is_box: true,
                hidden: self.group.hidden,
                deleted: self.group.deleted,
                font: self.group.font,
                instead: self.group.instead,
                ..Group::default()
            };
            return;
        }
        if let Some(to) = destination(name, self.group.to) {
            self.body.flush(&self.group);
            self.group.to = match to {
                To::Text if self.group.is_contents => To::Contents,
                to => to,
            };
            return;
        }
        if starred && name != "shppict" {
            self.body.flush(&self.group);
            self.group.to = To::Nowhere;
            return;
        }
        let group = &mut self.group;
        let character = match name {
            "u" => {
                // Written as a signed number of 16 bits.
                let unit = number.unwrap_or(0).rem_euclid(65_536);
                let unit = u16::try_from(unit).unwrap_or_default();
                self.body.unicode(&self.group, unit);
                self.body.skip = self.group.instead.unwrap_or(1);
                return;
            }
            "uc" => {
                let instead = number.and_then(|number| usize::try_from(number).ok());
                group.instead = instead.map(|instead| instead.min(16));
                return;
            }
            "par" | "sect" | "page" | "column" => {
                return self.body.end_paragraph(&self.group, false);
            }
            "cell" | "nestcell" => return self.body.end_paragraph(&self.group, true),
            "line" => {
                self.body.flush(&self.group);
                if self.group.to == To::Text {
                    self.body.draft.paragraphs.line_break();
                }
                return;
            }
            "pict" => {
                self.body.flush(&self.group);
                self.body.draft.aside.images += u32::from(self.group.to != To::Nowhere);
                self.group.to = To::Nowhere;
                return;
            }
            // This is the form of a picture for new programs, if there are two.
            "shppict" => return,
            "listtext" | "pntext" => {
                self.body.flush(&self.group);
                self.body.listed |= self.group.to == To::Text;
                self.group.to = To::Nowhere;
                return;
            }
            "f" | "deff" => {
                self.body.flush(&self.group);
                let font = number.unwrap_or(0);
                if self.group.to == To::Fonts {
                    self.body.described = font;
                } else {
                    self.group.font = font;
                }
                return;
            }
            "fcharset" if group.to == To::Fonts => {
                if let Some(page) = number.and_then(page_of_charset) {
                    self.body.pages.insert(self.body.described, page);
                }
                return;
            }
            "ansicpg" => {
                self.body.page = number.and_then(page_by_number);
                return;
            }
            "mac" => {
                self.body.page = page("macintosh");
                return;
            }
            "s" => {
                let style = number.unwrap_or(0);
                if group.to == To::Styles {
                    self.body.described = style;
                } else {
                    group.style = style;
                }
                return;
            }
            "yr" | "mo" | "dy" if group.to == To::Made => {
                let at = ["yr", "mo", "dy"].iter().position(|part| *part == name);
                if let Some(part) = at.and_then(|at| self.body.made.get_mut(at)) {
                    *part = number.unwrap_or(0).clamp(0, 9999);
                }
                return;
            }
            "pard" => {
                group.in_table = false;
                group.style = 0;
                return;
            }
            "intbl" => {
                group.in_table = is_on;
                return;
            }
            "plain" | "v" | "deleted" => {
                self.body.flush(&self.group);
                match name {
                    "v" => self.group.hidden = is_on,
                    "deleted" => self.group.deleted = is_on,
                    _ => (self.group.hidden, self.group.deleted) = (false, false),
                }
                return;
            }
            "tab" => "\t",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "emspace" | "enspace" | "qmspace" => " ",
            "zwj" => "\u{200d}",
            "zwnj" => "\u{200c}",
            "ltrmark" => "\u{200e}",
            "rtlmark" => "\u{200f}",
            _ => return,
        };
        self.body.flush(&self.group);
        self.body.put(&self.group, character);
    }
}

/// Where the characters of a group that begins with this word go to. `None` if the word begins no such group. What is in a
/// skipped part goes nowhere.
fn destination(name: &str, now: To) -> Option<To> {
    let to = match name {
        // A shape, or a drawing of older programs, also inside a group of shapes.
        "shpinst" | "do" if matches!(now, To::Text | To::Shape) => return Some(To::Shape),
        "fldinst" => return Some(To::FieldCode),
        "fldrslt" => To::Text,
        "fonttbl" => To::Fonts,
        "stylesheet" => To::Styles,
        "title" => To::Title,
        "creatim" => To::Made,
        "footnote" => To::Footnotes,
        "annotation" => To::Comments,
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
        | "footerf" => To::Headers,
        "colortbl" | "info" | "nonshppict" | "shprslt" | "sp" | "object" | "xe" | "tc"
        | "author" | "operator" | "subject" | "keywords" | "doccomm" | "company" | "revtim"
        | "printim" | "buptim" | "atnid" | "atnauthor" | "bkmkstart" | "bkmkend" | "filetbl"
        | "listtable" | "revtbl" | "rsidtbl" | "themedata" => To::Nowhere,
        _ => return None,
    };
    // A document's information group has its title and its day. Elsewhere, nothing inside a skipped part is read.
    let inside = matches!(to, To::Title | To::Made);
    match now {
        To::Nowhere if !inside => Some(To::Nowhere),
        To::Nowhere | To::Text => Some(to),
        now if matches!(to, To::Text) => Some(now),
        _ => Some(To::Nowhere),
    }
}

fn page(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.as_bytes())
}

/// A code page by its number on Windows.
fn page_by_number(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        1250..=1258 => return page(&format!("windows-{number}")),
        866 => "ibm866",
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        10_000 => "macintosh",
        10_007 => "x-mac-cyrillic",
        65_001 => "utf-8",
        _ => return None,
    };
    page(label)
}

/// The code page of a font, by its character set. `None` if the character set says no more than the document.
fn page_of_charset(set: i32) -> Option<&'static Encoding> {
    page_by_number(match set {
        0 => 1252,
        77 => 10_000,
        128 => 932,
        129 | 130 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::open;
    use crate::imported::Imported;

    fn read(body: &str) -> Imported {
        open(format!("{{\\rtf1\\ansi\\ansicpg1252 {body}}}").as_bytes()).expect("a document")
    }

    #[test]
    fn letters_are_of_their_fonts_page_or_of_unicode() {
        let fonts = r"{\fonttbl{\f0\fswiss Arial;}{\f1\froman\fcharset204 Times;}{\f2\fcharset128 MS Mincho;}}";
        let text = |body: &str| read(&format!("{fonts}{body}")).text;
        assert_eq!(text(r"\f0 caf\'e9 \f1\'ec\'ee\'f1\'f2\f0 !"), "café мост!");
        // The second byte of a letter can be a letter of ASCII.
        assert_eq!(text(r"\f2\'83e\'83X\'83g"), "テスト");
        assert_eq!(text(r"\uc1\u1084?\u1086?\uc0\u1089\u1090 !"), "мост!");
        assert_eq!(text(r"\uc1\u-10179?\u-8704?"), "😀");
        assert_eq!(text(r"\uc2\u8364\'80\'80 5"), "€ 5");
        assert_eq!(
            text(r"a\~b\_c\emdash d \{e\}\\"),
            "a\u{a0}b\u{2011}c—d {e}\\"
        );
    }

    #[test]
    fn paragraphs_lists_and_tables_are_what_they_are() {
        let text = read(concat!(
            r"\pard One\line two\par ",
            r"\pard{\listtext\bullet\tab}First\par {\listtext\bullet\tab}Second\par ",
            r"\pard\intbl Year\cell Feet\cell\row\intbl 1961\cell 4.2\cell\row\pard Last\par",
        ))
        .text;
        assert_eq!(
            text,
            "One\ntwo\n\nFirst\nSecond\n\nYear\nFeet\n1961\n4.2\n\nLast"
        );
    }

    #[test]
    fn titles_are_by_style_and_days_by_the_information() {
        let article = read(concat!(
            r"{\stylesheet{\s0 Normal;}{\s15\b heading 1;}{\*\cs10 Default;}{\s16 Title;}}",
            r"{\info{\title Draft 3}{\author N. N.}{\creatim\yr2014\mo5\dy30\hr9\min1}}",
            r"\pard\s15 A heading\par\pard\s16 The bridge stays shut\par\pard It rained.\par",
        ));
        let title = article.about.title.expect("a title");
        assert_eq!(title.value, "The bridge stays shut");
        assert_eq!(title.basis, "the paragraph in the style “Title”");
        assert_eq!(article.about.date.expect("a date").value, "2014-05-30");
        assert_eq!(
            article.text,
            "A heading\n\nThe bridge stays shut\n\nIt rained."
        );
    }

    #[test]
    fn what_is_no_text_is_left_out_and_counted() {
        let article = read(concat!(
            r"{\header The Quay Gazette\par}{\*\generator Writer;}",
            r"It{\footnote Not for long.} rained{\v  in secret}{\deleted  hard}.",
            r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict 010203}}\par ",
            r"{\field{\*\fldinst TOC \\o}{\fldrslt The vote 3\par The works 4\par}}",
            r"See {\field{\*\fldinst HYPERLINK \'22https://a.example\'22}{\fldrslt the plan}}.",
            r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt In a box\par}}{\shprslt In a box}}",
        ));
        assert_eq!(article.text, "It rained.\n\nSee the plan.");
        let left: Vec<String> = article
            .left_out
            .iter()
            .map(|left| format!("{} {}", left.what, left.words))
            .collect();
        assert_eq!(
            left,
            [
                "table of contents 6",
                "footnotes 3",
                "page headers and footers 3",
                "deleted text of tracked changes 1",
                "hidden text 2",
                "text boxes 3",
                "1 image 0"
            ]
        );
    }

    #[test]
    fn running_text_in_a_box_stands_behind_its_paragraph() {
        const SIDEBAR: &str = "The bridge was built in 1906 and has been closed twice since.";
        let own = "The board voted";
        let rest = " on Tuesday to close the bridge for good.";
        let new = format!(
            r"{{\shp{{\*\shpinst\shpleft1{{\sp{{\sn shapeType}}{{\sv 202}}}}{{\shptxt\pard {SIDEBAR}\par}}}}{{\shprslt{{\*\do\dptxbx{{\dptxbxtext\pard {SIDEBAR}\par}}}}}}}}"
        );
        let old = format!(r"{{\*\do\dobxcolumn\dptxbx{{\dptxbxtext\pard {SIDEBAR}\par}}}}");
        let group = format!(r"{{\shpgrp{{\*\shpinst{{\sp{{\sn a}}{{\sv 1}}}}{new}}}}}");
        let mark = r"{\shp{\*\shpinst{\shptxt Draft\par}}}";
        for shape in [new, old, group] {
            let article = read(&format!(
                r"\pard {own}{shape}{mark}{rest}\par The works begin in May.\par"
            ));
            assert_eq!(
                article.text,
                format!("{own}{rest}\n\n{SIDEBAR}\n\nThe works begin in May."),
                "{shape}"
            );
            let left: Vec<u32> = article.left_out.iter().map(|left| left.words).collect();
            assert_eq!(left, [1], "{shape}");
        }
        // In the page's header, it is not part of the text.
        let header =
            format!(r"{{\header{{\shp{{\*\shpinst{{\shptxt {SIDEBAR}\par}}}}}}}}It rained.");
        assert_eq!(read(&header).text, "It rained.");
        // A file that ends inside a box.
        let cut = format!(r"{{\rtf1 It rained.\par{{\shp{{\*\shpinst{{\shptxt {SIDEBAR}");
        let cut = open(cut.as_bytes()).expect("a document").text;
        assert_eq!(cut, format!("It rained.\n\n{SIDEBAR}"));
    }

    #[test]
    fn a_file_that_stops_in_the_middle_is_read_and_said() {
        let whole = br"{\rtf1 One.\par Two}";
        assert!(open(whole).expect("a document").remarks.is_empty());
        let cut = open(&whole[..whole.len() - 1]).expect("a document");
        assert_eq!((cut.text.as_str(), cut.remarks.len()), ("One.\n\nTwo", 1));
        for end in 6..whole.len() {
            let _ = open(&whole[..end]);
        }
    }
}
