//! What the tests share: files made by real programs, and small files made here, each broken in one way.
#![allow(dead_code)]

use crossread_import::{File, ImportError, ImportErrorKind, Imported, open};

/// Opens bytes under a name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    open(File {
        name,
        bytes,
        media_type: None,
        encoding: None,
    })
}

/// Opens one of the real files.
pub fn real(name: &str) -> Result<Imported, ImportError> {
    let path = format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"));
    read(name, &std::fs::read(path).expect("a file of the tests"))
}

/// The kind of the error.
pub fn trouble(result: Result<Imported, ImportError>) -> ImportErrorKind {
    result.expect_err("trouble").kind
}

/// What was left out, as `what: words`.
pub fn left_out(article: &Imported) -> Vec<String> {
    let each = article.left_out.iter();
    each.map(|left| format!("{}: {}", left.what, left.words))
        .collect()
}

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |mut sum, &byte| {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                0xedb8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            };
        }
        sum
    })
}

/// An archive of these parts, deflated.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, 1);
        let header = out.len() as u32;
        let mut fields = Vec::new();
        for half in [20_u16, 0, 8, 0, 0] {
            fields.extend(half.to_le_bytes());
        }
        // Nobody gets as far as the checksum of a bomb.
        let sum = if bytes.len() < 1_000_000 {
            checksum(bytes)
        } else {
            0
        };
        for whole in [sum, packed.len() as u32, bytes.len() as u32] {
            fields.extend(whole.to_le_bytes());
        }
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(header.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, length) = (out.len() as u32, directory.len() as u32);
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend((parts.len() as u16).to_le_bytes());
    out.extend((parts.len() as u16).to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// Text, escaped for XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A DOCX of one paragraph, with a title.
pub fn docx(title: &str, body: &str) -> Vec<u8> {
    let document = format!(
        "<w:document><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>"
    );
    let core = format!("<cp:coreProperties><dc:title>{title}</dc:title></cp:coreProperties>");
    zip(&[
        ("word/document.xml", document.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ])
}

/// An ODT of one paragraph, with a title.
pub fn odt(title: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:text><text:p>{body}</text:p></office:text></office:body></office:document-content>"
    );
    let meta = format!(
        "<office:document-meta><office:meta><dc:title>{title}</dc:title></office:meta></office:document-meta>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("meta.xml", meta.as_bytes()),
    ])
}

/// A PDF of one page with these lines in Courier, and a title. ASCII only.
pub fn pdf(title: &str, lines: &[&str]) -> Vec<u8> {
    let quoted = |text: &str| {
        text.replace('\\', "\\\\")
            .replace('(', "\\(")
            .replace(')', "\\)")
    };
    let shown: Vec<String> = lines
        .iter()
        .map(|line| format!("({}) Tj T*", quoted(line)))
        .collect();
    pdf_of(
        title,
        &format!("BT /F1 10 Tf 12 TL 40 700 Td {} ET", shown.join(" ")),
    )
}

/// A PDF of one page with this content.
pub fn pdf_of(title: &str, content: &str) -> Vec<u8> {
    let title = title
        .replace('\\', "\\\\")
        .replace('(', "\\(")
        .replace(')', "\\)");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len() + 1),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
        format!("<< /Title ({title}) >>"),
    ];
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let end = format!(
        "trailer\n<< /Size {} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    out.extend(end.into_bytes());
    out
}
