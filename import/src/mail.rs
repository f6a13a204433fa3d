//! Reads an e-mail as mail programs save it (`.eml`): its subject is the title, its text the article. It uses the plain
//! text if there is one, otherwise the HTML.

use crate::bounds;
use crate::clean;
use crate::decode;
use crate::error::{self, ImportError};
use crate::field;
use crate::html;
use crate::imported::{Format, Imported, LeftOut};
use crate::message::{self, Part};
use crate::plain;

/// The fewest words of a plain text that is more than a hint to read the other part.
const FEWEST_WORDS: u32 = 12;

/// Whether bytes begin with the headers of a mail, sent or not yet sent.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(65_536)];
    let first = start
        .split(|&byte| byte == b'\n')
        .next()
        .unwrap_or_default();
    let name = first.split(|&byte| byte == b':').next().unwrap_or_default();
    let is_header = name.len() < first.len()
        && name
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    if !is_header || name.is_empty() {
        return false;
    }
    let head = Part::read(start);
    let has = |names: &[&str]| names.iter().any(|name| head.header(name).is_some());
    has(&["from", "sender"])
        && has(&["subject", "date", "to"])
        && has(&["mime-version", "message-id", "received", "return-path"])
        && has(&["to", "received", "message-id", "delivered-to", "cc", "bcc"])
        && !has(&["snapshot-content-location"])
}

/// Reads a mail. `chosen`: the encoding that the reader chose.
pub(crate) fn open(bytes: &[u8], chosen: Option<&str>) -> Result<Imported, ImportError> {
    bounds::text_like(bytes.len())?;
    let mail = Part::read(bytes);
    let leaves = mail.leaves();
    let is_attached = |part: &Part<'_>| {
        let how = part.header("content-disposition").unwrap_or_default();
        how.trim().to_ascii_lowercase().starts_with("attachment")
    };
    let of_kind = |kind: &str| {
        leaves
            .iter()
            .find(|part| part.kind().starts_with(kind) && !is_attached(part))
    };
    let plain = of_kind("text/plain")
        .map(|part| text(part, chosen))
        .transpose()?;
    let plain = plain.filter(|read| clean::words(&read.text) > 0);
    let is_enough = plain
        .as_ref()
        .is_some_and(|read| clean::words(&read.text) >= FEWEST_WORDS);
    let page = if is_enough {
        None
    } else {
        of_kind("text/html")
            .map(|part| text(part, chosen))
            .transpose()?
    };
    let page = page.and_then(|read| Some((html::inner_text(&read.text)?, read)));
    let (read, mut imported) = match (plain, page) {
        (_, Some((text, read))) => (read, Imported::of(Format::Mail, &text)?),
        (Some(read), None) => {
            let imported = plain::of(Format::Mail, &flowed(&read.text))?;
            (read, imported)
        }
        (None, None) => return Err(error::blank(Format::Mail)),
    };
    let header = |name: &str| mail.header(name).map(message::in_words);
    imported.about.title =
        header("subject").and_then(|subject| field::line(&subject, "the mail's subject"));
    imported.about.publisher =
        header("from").and_then(|from| field::line(sender(&from), "the mail's sender"));
    imported.about.date = header("date").and_then(|date| field::day(&date, "the mail's date"));
    let attached = leaves.iter().filter(|part| is_attached(part)).count();
    let attached = u32::try_from(attached).unwrap_or(u32::MAX);
    imported
        .left_out
        .extend(LeftOut::count(attached, "attachment", "attachments"));
    imported.remarks.extend(read.remark);
    imported.encoding = Some(read.guess);
    Ok(imported)
}

/// A part's characters.
fn text(part: &Part<'_>, chosen: Option<&str>) -> Result<decode::Decoded, ImportError> {
    let bytes = part.unpacked().ok_or_else(|| error::damaged("e-mail"))?;
    let declared = part.charset().or_else(|| html::declared_encoding(&bytes));
    decode::decode(&bytes, chosen, declared)
}

/// Joins lines that end in a space with the next line (RFC 3676), except the line before a signature.
fn flowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.trim_end_matches('\r');
        out.push_str(line);
        if !line.ends_with(' ') || line == "-- " || line.trim().is_empty() {
            out.push('\n');
        }
    }
    out
}

/// The name of a sender, or the address if there is no name.
fn sender(from: &str) -> &str {
    let name = from
        .split('<')
        .next()
        .unwrap_or_default()
        .trim()
        .trim_matches('"')
        .trim();
    if name.is_empty() {
        from.trim().trim_matches(['<', '>'])
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{is_mail, open};

    const MAIL: &str = "From: =?utf-8?q?Ahlfurter_Bote?= <brief@bote.example>\r\nTo: leser@post.example\r\nSubject: =?utf-8?q?Br=C3=BCcke?=\r\n \
        =?utf-8?q?_zu?=\r\nDate: Tue, 10 Mar 2026 19:30:00 +0100\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn a_mail_is_read_as_its_text() {
        let body = "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nThe board voted on Tuesday to close the bridge for \r\n\
            fourteen months, and nobody was against it.\r\n\r\nThe works begin in May.\r\n";
        let mail = format!("{MAIL}{body}");
        assert!(is_mail(mail.as_bytes()));
        let read = open(mail.as_bytes(), None).expect("a mail");
        assert_eq!(
            read.text,
            "The board voted on Tuesday to close the bridge for fourteen months, and nobody was against it.\n\nThe works begin in May."
        );
        let value =
            |field: Option<crate::Stated>| field.map(|field| field.value).unwrap_or_default();
        assert_eq!(
            [
                value(read.about.title),
                value(read.about.publisher),
                value(read.about.date)
            ],
            ["Brücke zu", "Ahlfurter Bote", "2026-03-10"]
        );
    }

    #[test]
    fn a_mail_that_is_a_page_is_read_as_its_words() {
        let mail = format!(
            "{MAIL}Content-Type: text/html\r\n\r\n<h1>Bridge</h1><p>It is <b>shut</b>.</p>"
        );
        assert_eq!(
            open(mail.as_bytes(), None).expect("a mail").text,
            "Bridge\n\nIt is shut."
        );
    }

    #[test]
    fn a_text_about_mails_is_none() {
        for text in [
            "From: the harbour\nTo: the sea\n\nA poem.",
            "Subject: rain\n\nIt rained.",
            "",
            "\n\nFrom: a",
        ] {
            assert!(!is_mail(text.as_bytes()), "{text}");
        }
    }
}
