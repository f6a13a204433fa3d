//! The importer on files of every format: files made of pieces, and real ones that were damaged. The result has to keep
//! the importer's promises, and to be unchanged after it was stored and read as a reader's own text.

use super::odd::text;
use super::truths::hold;
use super::{Case, Fault, files_of};
use crate::chance::Chance;
use crossread_collection::bounds::{ADDRESS, NAME, TITLE};
use crossread_collection::{json, record};
use crossread_import::{File, ImportError, Imported, open_all, paste};
use crossread_site::own::imported;
use made::{docx, escaped, odt, pdf_of, zip};
use std::sync::LazyLock;

#[path = "../../../import/tests/common/mod.rs"]
mod made;

/// Names for files without one. The format is recognised from the first bytes, and from the name if they say nothing.
const NAMES: [&str; 20] = [
    "a.txt",
    "a.md",
    "a.html",
    "a.docx",
    "a.odt",
    "a.pdf",
    "a.rtf",
    "a.eml",
    "a.mhtml",
    "a.vtt",
    "a.srt",
    "a.epub",
    "a.json",
    "a.zip",
    "a.xml",
    "a.doc",
    "a.webarchive",
    "a",
    "a.png",
    ".",
];

/// Starts that lead into each of the readers.
const STARTS: [&[u8]; 18] = [
    b"",
    b"",
    b"<!DOCTYPE html><body>",
    b"<!DOCTYPE html><html lang=en><head><title>Rain</title></head><body><article>",
    b"<?xml version=\"1.0\"?>",
    b"{\\rtf1\\ansi\\ansicpg1251 ",
    b"From: a@b.example\r\nSubject: Rain\r\nDate: Sat, 14 Mar 2026 08:00:00 +0000\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
    b"MIME-Version: 1.0\r\nSubject: =?utf-8?q?Rain?=\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
    b"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n",
    b"1\n00:00:01,000 --> 00:00:04,000\n",
    b"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"Rain\",\"content_html\":\"",
    b"---\ntitle: ",
    b"+++\ntitle = \"",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    b"bplist00",
];

/// Pieces of markup, of mails, of subtitles, of data, of Rich Text, in any order.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class='nav ad'>",
    "</div>",
    "<ul><li>",
    "</li></ul>",
    "<table><tr><td>",
    "</table>",
    "<article>",
    "</article>",
    "<h1>",
    "</h1>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<br>",
    "<pre>",
    "<figure><figcaption>",
    "<a href='https://a.example/'>",
    "</a>",
    "<template>",
    "<svg>",
    "<math>",
    "<select>",
    "<title>",
    "</title>",
    "<meta property=og:title content='",
    "<meta charset=koi8-u>",
    "<time datetime=2026-03-14>",
    "<link rel=canonical href='https://a.example/",
    "'>",
    "<base href=//a.example/>",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Rain\",\"datePublished\":\"2026-03-14\"}</script>",
    "Rain at last. ",
    "It rained all night over the whole city, officials said on Tuesday. ",
    "Буря, ",
    "海湾",
    "عاصفة ",
    "👩‍🚒",
    "&amp;",
    "&#0;",
    "&#x202e;",
    "\0",
    "# ",
    "> ",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "```\n",
    "    ",
    "\t",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "[^1]: ",
    "| a | b |\n|---|---|\n",
    "***",
    "\u{200f}",
    "\r",
    "\u{2028}",
    "\u{c}",
    "\u{feff}",
    "\u{ad}",
    "--b\r\n",
    "--b--\r\n",
    "Content-Type: text/plain; charset=windows-1251\r\n\r\n",
    "Content-Transfer-Encoding: base64\r\n\r\n",
    "UmFpbiBhdCBsYXN0Lg==\r\n",
    "=D0=94=D0=BE=D1=89",
    "=\r\n",
    "Subject: ",
    "00:00:05.000 --> 00:00:09.000\n",
    "<v Anna>",
    "NOTE\n",
    "\"},{\"title\":\"",
    "\"}]}",
    "\\u0000",
    "\\ud800",
    "\\n",
    "{\\fonttbl{\\f0 Arial;}}",
    "\\par ",
    "\\'d0",
    "\\u1076 ?",
    "{\\*\\generator x}",
    "\\bin9 ",
    "\\uc9 ",
    "{",
    "}",
    "\\",
    "<w:p><w:r><w:t>",
    "</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:footnoteReference w:id='1'/>",
    "<w:del>",
    "</w:del>",
    "<w:br/>",
    "<text:p>",
    "</text:p>",
    "<text:list>",
    "</text:list>",
    "<text:s text:c='9'/>",
    "<text:note>",
    "</text:note>",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "14 March 2026",
    "2026-03-14T08:00:00Z",
    "LONDON (Reuters) - ",
    "By Anna Berg\n",
    "https://a.example/b\n",
    "Advertisement\n",
];

/// Operators of PDF's pages, in any order.
const OPERATORS: &[&str] = &[
    "BT ",
    "ET ",
    "/F1 10 Tf ",
    "/F1 -1e30 Tf ",
    "/F2 9 Tf ",
    "(Rain) Tj ",
    "(It rained all night.) Tj ",
    "[(Ra) -300 (in)] TJ ",
    "10 20 Td ",
    "0 -12 TD ",
    "T* ",
    "12 TL ",
    "1 0 0 1 50 600 Tm ",
    "0 1 -1 0 50 600 Tm ",
    "0 0 0 0 0 0 Tm ",
    "q ",
    "Q ",
    "1e38 0 0 1e38 0 0 cm ",
    "/Span << /ActualText (x) >> BDC ",
    "EMC ",
    "/Artifact BMC ",
    "<41 42> Tj ",
    "<FEFF0041> Tj ",
    "5 Ts ",
    "50 Tz ",
    "3 Tr ",
    "(a) ' ",
    "1 2 (b) \" ",
    "/X Do ",
    "BI ID EI ",
    "( ",
    ") ",
    "<< ",
    ">> ",
    "[ ",
    "] ",
    "999999999999 ",
];

/// Real files, by name: those of the importer's tests and those of the corpus.
static REAL: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let mut files = files_of("import/tests/files");
    files.extend(files_of("bench/corpus/imports"));
    files
});

/// A file under its name.
#[derive(Clone, Debug)]
pub struct Opened {
    name: String,
    bytes: Vec<u8>,
}

impl Case for Opened {
    fn new(seed: u64) -> Opened {
        let mut chance = Chance::new(seed);
        let name = (*chance.one_of(&NAMES)).to_owned();
        let mut file = match chance.below(10) {
            0..5 => Opened {
                name,
                bytes: soup(&mut chance).into_bytes(),
            },
            5 => Opened {
                name,
                bytes: any_bytes(&mut chance),
            },
            6 => packed(&mut chance),
            7 => Opened {
                name: "a.pdf".to_owned(),
                bytes: pdf_of(
                    &pieces(PIECES, 3, &mut chance),
                    &pieces(OPERATORS, 40, &mut chance),
                ),
            },
            _ => real(&mut chance),
        };
        if chance.happens(0.5) {
            damage(&mut file.bytes, &mut chance);
        }
        file
    }

    fn kept() -> Vec<Opened> {
        let real = REAL.iter();
        real.map(|(name, bytes)| Opened {
            name: name.clone(),
            bytes: bytes.clone(),
        })
        .collect()
    }

    fn check(&self) -> Result<(), Fault> {
        let file = File {
            name: &self.name,
            bytes: &self.bytes,
            media_type: None,
            encoding: None,
        };
        match open_all(file) {
            Ok(pieces) => {
                hold(!pieces.is_empty(), "a file was read, and there is nothing")?;
                for piece in pieces {
                    check_read(piece.read)?;
                }
            }
            Err(trouble) => check_read(Err(trouble))?,
        }
        if self.bytes.len() < 4_000
            && let Ok(text) = std::str::from_utf8(&self.bytes)
        {
            check_read(paste(text, None))?;
            check_read(paste("", Some(text)))?;
            kept_whole(&imported::pasted(text))?;
        }
        Ok(())
    }

    fn lengths(&self) -> Vec<usize> {
        vec![self.bytes.len()]
    }

    fn without(&self, _text: usize, from: usize, to: usize) -> Opened {
        let mut less = self.clone();
        less.bytes.drain(from..to);
        less
    }

    fn shown(&self) -> String {
        format!("{:?}, b\"{}\"", self.name, self.bytes.escape_ascii())
    }
}

/// Pieces of a list, in any order.
fn pieces(list: &[&str], most: usize, chance: &mut Chance) -> String {
    (0..chance.below(most + 1))
        .map(|_| *chance.one_of(list))
        .collect()
}

/// A start, and pieces of markup or an odd text.
fn soup(chance: &mut Chance) -> String {
    let start = String::from_utf8_lossy(chance.one_of::<&[u8]>(&STARTS)).into_owned();
    let rest = if chance.happens(0.2) {
        text(chance)
    } else {
        pieces(PIECES, 60, chance)
    };
    start + &rest
}

/// A start, and any bytes at all.
fn any_bytes(chance: &mut Chance) -> Vec<u8> {
    let mut bytes = chance.one_of::<&[u8]>(&STARTS).to_vec();
    if chance.happens(0.3) {
        let text = soup(chance);
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
        bytes.extend(wide);
    } else {
        bytes.extend((0..chance.below(300)).map(|_| chance.next() as u8));
    }
    bytes
}

/// A document or an archive with parts inside.
fn packed(chance: &mut Chance) -> Opened {
    let (title, body) = (pieces(PIECES, 4, chance), pieces(PIECES, 60, chance));
    let (name, bytes) = match chance.below(5) {
        0 => ("a.docx", docx(&escaped(&title), &escaped(&body))),
        1 => ("a.docx", docx(&title, &body)),
        2 => ("a.odt", odt(&title, &body)),
        3 => {
            let container =
                "<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>";
            let package = "<package><metadata><dc:title>Rain</dc:title></metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>";
            let chapter =
                format!("<html><head><title>{title}</title></head><body>{body}</body></html>");
            let parts: [(&str, &[u8]); 4] = [
                ("mimetype", b"application/epub+zip"),
                ("META-INF/container.xml", container.as_bytes()),
                ("a.opf", package.as_bytes()),
                ("a.xhtml", chapter.as_bytes()),
            ];
            ("a.epub", zip(&parts))
        }
        _ => {
            let inner = docx("Rain", &escaped(&body));
            let parts: [(&str, &[u8]); 3] = [
                ("a.html", body.as_bytes()),
                ("b/c.docx", &inner),
                (&title, b"Rain at last."),
            ];
            ("a.zip", zip(&parts))
        }
    };
    Opened {
        name: name.to_owned(),
        bytes,
    }
}

/// One of the real files; small ones more often, since they take less time.
fn real(chance: &mut Chance) -> Opened {
    let one = chance.one_of(&REAL);
    let other = chance.one_of(&REAL);
    let (name, bytes) = if one.1.len() < other.1.len() {
        one
    } else {
        other
    };
    Opened {
        name: name.clone(),
        bytes: bytes.clone(),
    }
}

/// Changes bytes, takes some out, puts pieces in, repeats a part, cuts the end off.
fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..chance.between(1, 8) {
        let at = chance.below(bytes.len() + 1);
        let to = chance.between(at, bytes.len().min(at + 200));
        match chance.below(7) {
            0 => drop(bytes.drain(at..to)),
            1 => {
                let piece = chance.one_of::<&str>(PIECES).bytes();
                bytes.splice(at..at, piece);
            }
            2 => {
                let piece = chance.one_of::<&str>(OPERATORS).bytes();
                bytes.splice(at..at, piece);
            }
            3 => {
                let part = bytes[at..to].to_vec();
                bytes.splice(at..at, part);
            }
            4 if chance.happens(0.2) => bytes.truncate(at),
            5 => {
                let digits =
                    *chance.one_of(&["0", "-1", "65535", "4294967295", "99999999999999999999"]);
                bytes.splice(at..to.min(at + 3), digits.bytes());
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = chance.next() as u8;
                }
            }
        }
    }
}

/// Checks what the importer promises, and that a text is stored as it was read.
fn check_read(read: Result<Imported, ImportError>) -> Result<(), Fault> {
    let article = match read {
        Ok(article) => article,
        Err(trouble) => {
            return hold(
                !trouble.what.is_empty() && !trouble.remedy.is_empty(),
                "a trouble says nothing",
            );
        }
    };
    let text = &article.text;
    hold(
        text.chars().any(|c| !c.is_whitespace()),
        "an article has no text",
    )?;
    let is_control = |c: char| c.is_control() && c != '\n' && c != '\t';
    hold(!text.contains(is_control), "a text has control characters")?;
    hold(
        !text.contains("\n\n\n") && !text.starts_with('\n') && !text.ends_with('\n'),
        "a text has empty lines",
    )?;
    let values = article.about.fields().map(|(_, value)| value);
    for understood in values.into_iter().flatten() {
        let value = &understood.value;
        hold(
            !value.trim().is_empty() && !value.contains(char::is_control),
            "a value is empty or not on one line",
        )?;
        hold(!understood.basis.is_empty(), "a value has no basis")?;
    }
    if let Some(url) = &article.about.url {
        let is_web = ["http://", "https://"].iter().any(|start| {
            url.value
                .get(..start.len())
                .is_some_and(|scheme| scheme.eq_ignore_ascii_case(start))
        });
        hold(is_web, "an address is none of the web")?;
    }
    kept_whole(&imported::draft(article))
}

/// Checks that a text is unchanged after it was written and read, within the bounds.
fn kept_whole(sheet: &crossread_site::own::Draft) -> Result<(), Fault> {
    if !sheet.faults().is_empty() {
        return Ok(());
    }
    let article = sheet.article("own-a");
    let written = record::write(&article, 1).write();
    let json = json::read(&written).ok_or("what was kept cannot be parsed")?;
    let Some(read) = record::read(&json) else {
        return hold(sheet.text.trim().is_empty(), "what was kept cannot be read");
    };
    hold(!read.cut, "what was kept was longer than the bounds")?;
    hold(
        read.article == article,
        "what was kept comes back otherwise",
    )?;
    let most = |value: &str, most: usize| value.chars().count() <= most;
    hold(most(&article.title.value, TITLE), "a title is too long")?;
    for (field, bound) in [
        (&article.publisher, NAME),
        (&article.place, NAME),
        (&article.url, ADDRESS),
    ] {
        let fits = field.as_ref().is_none_or(|field| most(&field.value, bound));
        hold(fits, "a field is too long")?;
    }
    Ok(())
}
