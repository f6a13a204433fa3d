//! What holds for all bytes: nothing panics, and every text that is returned keeps what the documentation promises.

mod common;

use common::{docx, escaped, odt, pdf_of, read, zip};
use crossread_import::{ImportError, Imported, paste};
use proptest::prelude::*;

const NAMES: [&str; 9] = [
    "a.txt", "a.md", "a.html", "a.docx", "a.odt", "a.pdf", "a.rtf", "a", "a.png",
];

/// Starts that lead into each of the readers.
const STARTS: [&[u8]; 12] = [
    b"",
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    b"PK\x03\x04",
    b"<!DOCTYPE html><body>",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<?xml version=\"1.0\"?>",
    b"+++\ntitle = \"",
    b"---\n",
    b"%PDF-1.4 stream\n\x78\x9c",
];

fn holds(result: &Result<Imported, ImportError>) -> Result<(), TestCaseError> {
    match result {
        Ok(article) => {
            let text = &article.text;
            prop_assert!(
                !text
                    .chars()
                    .any(|c| c.is_control() && c != '\n' && c != '\t'),
                "{text:?}"
            );
            prop_assert!(
                !text.contains("\n\n\n") && !text.starts_with('\n') && !text.ends_with('\n'),
                "{text:?}"
            );
            prop_assert!(text.chars().any(|c| !c.is_whitespace()));
            let values = [
                &article.about.title,
                &article.about.publisher,
                &article.about.date,
                &article.about.url,
                &article.about.language,
            ];
            for value in values.into_iter().flatten() {
                prop_assert!(!value.value.is_empty() && !value.value.chars().any(char::is_control));
            }
        }
        Err(trouble) => prop_assert!(!trouble.what.is_empty() && !trouble.remedy.is_empty()),
    }
    Ok(())
}

/// Pieces of markup, of XML and of Markdown, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<p>"),
        Just("</p>"),
        Just("<div class='nav ad'>"),
        Just("</div>"),
        Just("<ul><li>"),
        Just("<table><tr><td>"),
        Just("<article>"),
        Just("<h1>"),
        Just("</h1>"),
        Just("<script>"),
        Just("<!--"),
        Just("-->"),
        Just("<br>"),
        Just("<pre>"),
        Just("Rain at last. "),
        Just("Буря, "),
        Just("海湾"),
        Just("عاصفة "),
        Just("👩‍🚒"),
        Just("&amp;"),
        Just("&#0;"),
        Just("\u{0}"),
        Just("# "),
        Just("> "),
        Just("- "),
        Just("\n"),
        Just("\n\n"),
        Just("```\n"),
        Just("[a](b)"),
        Just("![a](b)"),
        Just("[^1]"),
        Just("<w:p><w:r><w:t>"),
        Just("</w:t></w:r></w:p>"),
        Just("<text:p>"),
        Just("</text:p>"),
        Just("<text:list>"),
        Just("<title>"),
        Just("<meta property=og:title content='"),
        Just("'>"),
        Just("\u{200f}"),
        Just("\r"),
        Just("\u{2028}"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Operators of PDF pages, in any order.
fn operators() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("BT "),
        Just("ET "),
        Just("/F1 10 Tf "),
        Just("/F1 -1e30 Tf "),
        Just("(Rain) Tj "),
        Just("[(Ra) -300 (in)] TJ "),
        Just("10 20 Td "),
        Just("T* "),
        Just("1 0 0 1 50 600 Tm "),
        Just("0 1 -1 0 50 600 Tm "),
        Just("0 0 0 0 0 0 Tm "),
        Just("q "),
        Just("Q "),
        Just("1e38 0 0 1e38 0 0 cm "),
        Just("/Span << /ActualText (x) >> BDC "),
        Just("EMC "),
        Just("/Artifact BMC "),
        Just("<41 42> Tj "),
        Just("5 Ts "),
        Just("50 Tz "),
        Just("(a) ' "),
        Just("1 2 (b) \" "),
        Just("/X Do "),
        Just("BI ID EI "),
        Just("( "),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300), start in 0..STARTS.len(), name in 0..NAMES.len()) {
        holds(&read(NAMES[name], &[STARTS[start], &bytes].concat()))?;
    }

    #[test]
    fn pieces_of_markup(soup in soup(), name in 0..NAMES.len()) {
        holds(&read(NAMES[name], soup.as_bytes()))?;
        holds(&read("a.html", format!("<!DOCTYPE html>{soup}").as_bytes()))?;
        holds(&paste(&soup, None))?;
        holds(&paste("", Some(&soup)))?;
        holds(&read("a.docx", &docx(&soup, &soup)))?;
        holds(&read("a.odt", &odt(&soup, &soup)))?;
        holds(&read("a.docx", &docx(&escaped(&soup), &escaped(&soup).replace('\0', ""))))?;
    }

    #[test]
    fn pages_of_any_operators(content in operators(), title in "[ -~]{0,20}") {
        holds(&read("a.pdf", &pdf_of(&title, &content)))?;
    }

    #[test]
    fn real_files_with_some_bytes_changed(file in 0..4_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let name = ["harbour.docx", "harbour.odt", "columns.pdf", "courier.html"][file];
        let path = format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut bytes = std::fs::read(path).expect("a file");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        holds(&read(name, &bytes))?;
    }

    #[test]
    fn archives_of_any_parts(name in "[a-z/.]{0,12}", part in prop::collection::vec(any::<u8>(), 0..60), cut in 0..80_usize) {
        let bytes = zip(&[(&name, &part), ("word/document.xml", &part)]);
        holds(&read("a.docx", &bytes[..bytes.len().saturating_sub(cut)]))?;
    }

    #[test]
    fn a_text_of_paragraphs_comes_back_as_it_was(paragraphs in prop::collection::vec("[^\\p{Cc}\\p{Z}\u{feff}]{1,30}", 1..6)) {
        let text = paragraphs.join("\n\n");
        let is_seen = paragraphs.iter().all(|part| part.chars().any(char::is_alphanumeric) && !part.starts_with(['<', '{', '%']));
        prop_assume!(is_seen);
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), &utf16] {
            if let Ok(article) = read("a.txt", bytes) {
                prop_assert_eq!(&article.text, &text);
            }
        }
        prop_assert_eq!(&paste(&text, None).expect("a paste").text, &text);
        let body: String = paragraphs.iter().map(|part| format!("<p>{}</p>", escaped(part))).collect();
        prop_assert_eq!(&paste("", Some(&body)).expect("a paste").text, &text);
    }
}
