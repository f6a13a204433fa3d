//! Pages that a browser saved as one file (MHTML), made here so that each is unusual in one way. Those of real
//! browsers are in `real_files.rs`.

mod common;

use common::{read, trouble};
use crossread_import::ImportErrorKind;

const PAGE: &str = "<!DOCTYPE html><html><head><title>Rain</title></head><body><h1>Rain at last</h1>\
    <p>It rained all night on the island of Holm.</p></body></html>";

/// A message with these parts, each with its headers and its body.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/rain\r\nSubject: Rain\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n\r\n"
        .to_vec();
    for (headers, body) in parts {
        out.extend(format!("----b--\r\n{headers}\r\n\r\n").as_bytes());
        out.extend(*body);
        out.extend(b"\r\n");
    }
    out.extend(b"----b----\r\n");
    out
}

/// Packed as quoted-printable (RFC 2045): everything that is not a plain letter becomes a code.
fn quoted(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        if at % 20 == 19 {
            out.extend(b"=\r\n");
        }
        match byte {
            b'=' | 0x80.. => out.extend(format!("={byte:02X}").as_bytes()),
            plain => out.push(*plain),
        }
    }
    out
}

#[test]
fn the_page_is_read_in_its_own_encoding_and_the_rest_is_not() {
    // «Дощ» in windows-1251, as the part's header and as the page itself declare it.
    let declared = PAGE.replace("<head>", "<head><meta charset=windows-1251>");
    let rain = |page: &str| -> Vec<u8> {
        let (before, after) = page.split_once("Rain at last").expect("a headline");
        [before.as_bytes(), b"\xc4\xee\xf9", after.as_bytes()].concat()
    };
    let packed = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable";
    let style: (&str, &[u8]) = ("Content-Type: text/css", b"p { color: red }");
    let picture: (&str, &[u8]) = (
        "Content-Type: image/png\r\nContent-Transfer-Encoding: binary",
        b"\x89PNG\0\0\0\x01",
    );
    for (headers, body, title) in [
        (
            "Content-Type: text/html",
            PAGE.as_bytes().to_vec(),
            "Rain at last",
        ),
        (packed, quoted(PAGE.as_bytes()), "Rain at last"),
        (packed, quoted(&rain(&declared)), "Дощ"),
        (
            "Content-Type: text/html; charset=\"windows-1251\"",
            rain(PAGE),
            "Дощ",
        ),
    ] {
        let bytes = archive(&[style, (headers, &body), picture]);
        for name in ["rain.mhtml", "rain.mht", "rain.txt"] {
            let article = read(name, &bytes).expect(title);
            assert_eq!(
                article.text,
                format!("{title}\n\nIt rained all night on the island of Holm."),
                "{headers}"
            );
            assert_eq!(
                article.about.url.expect("an address").value,
                "https://example.org/rain"
            );
            assert_eq!(article.remarks.is_empty(), name != "rain.txt");
        }
    }
}

#[test]
fn one_without_a_page_or_without_its_end_says_so() {
    let no_page = archive(&[("Content-Type: text/css", b"p { color: red }")]);
    assert_eq!(trouble(read("a.mhtml", &no_page)), ImportErrorKind::Damaged);
    let whole = archive(&[("Content-Type: text/html", PAGE.as_bytes())]);
    for end in (0..whole.len()).step_by(7) {
        // However short the rest is, the result is an article or an error in words.
        let _ = read("a.mhtml", &whole[..end]);
    }
    let script = archive(&[("Content-Type: text/html", PAGE.as_bytes())]);
    let script = String::from_utf8(script).expect("text").replace(
        "Snapshot-Content-Location: https://example.org/rain",
        "Snapshot-Content-Location: javascript:alert(1)",
    );
    let article = read("a.mhtml", script.as_bytes()).expect("a page");
    assert_eq!(article.about.url, None);
}

#[test]
fn parts_in_parts_without_end_are_read_in_time() {
    let nested = |depth: usize| -> Vec<u8> {
        let mut out =
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n".to_vec();
        for at in 0..depth {
            let part = format!(
                "--b{at}\r\nContent-Type: multipart/related; boundary=b{}\r\n\r\n",
                at + 1
            );
            out.extend(part.as_bytes());
        }
        out
    };
    assert_eq!(
        trouble(read("a.mhtml", &nested(20_000))),
        ImportErrorKind::Damaged
    );
}
