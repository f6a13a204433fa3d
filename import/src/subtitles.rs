//! Reads subtitles (WebVTT, SubRip): the spoken words, without times and marks. A sentence over several subtitles is
//! joined. A pause after the end of a sentence starts a paragraph.

use crate::error::ImportError;
use crate::imported::{Format, Imported};

/// Milliseconds without words that start a paragraph.
const PAUSE: u64 = 2000;

/// Letters of a paragraph after which the next sentence starts another.
const LONG: usize = 600;

/// Whether a text is subtitles: it says so, or its first lines are a number and two times.
pub(crate) fn are(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().trim();
    first == "WEBVTT"
        || first.starts_with("WEBVTT ")
        || times(first).is_some()
        || (first.bytes().all(|byte| byte.is_ascii_digit())
            && !first.is_empty()
            && lines.next().and_then(times).is_some())
}

/// Reads subtitles.
pub(crate) fn open(text: &str) -> Result<Imported, ImportError> {
    let mut out = String::new();
    let (mut ended, mut paragraph) = (0, 0);
    let mut spoken: Option<(u64, u64)> = None;
    let mut before = String::new();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some(found) = times(line) {
            spoken = Some(found);
            continue;
        }
        if line.is_empty() {
            spoken = None;
            continue;
        }
        // Outside of any subtitle: a number, a note, a style.
        let Some((from, to)) = spoken else { continue };
        let is_number = line.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && lines.get(at + 1).is_some_and(|next| times(next).is_some()) {
            continue;
        }
        let words = without_tags(line);
        // Rolling subtitles repeat each line.
        if words.is_empty() || words == before {
            ended = to;
            continue;
        }
        let sentence = out.ends_with(['.', '!', '?', '…', '"', '”', '。', '！', '？']);
        let pause = from.saturating_sub(ended) >= PAUSE || out.len() - paragraph > LONG;
        if sentence && pause {
            out.push_str("\n\n");
            paragraph = out.len();
        } else if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&words);
        before = words;
        ended = to;
    }
    Imported::of(Format::Subtitles, &out)
}

/// When a subtitle appears and disappears, in milliseconds: `00:01:02,500 --> 00:01:04.000 align:start`.
fn times(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split_once("-->")?;
    Some((time(from.trim())?, time(to.split_whitespace().next()?)?))
}

fn time(text: &str) -> Option<u64> {
    let (whole, parts) = text.split_once(['.', ','])?;
    let mut seconds = 0_u64;
    for part in whole.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    seconds.checked_mul(1000)?.checked_add(parts.parse().ok()?)
}

/// A line without its marks: `<i>`, `<00:00:01.000>`, `{\\an8}`.
fn without_tags(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['<', '{']) {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let close = if tag.starts_with('<') { '>' } else { '}' };
        let is_tag = tag.starts_with("{\\")
            || tag[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
        match tag.find(close).filter(|_| is_tag) {
            Some(end) => rest = &tag[end + 1..],
            None => {
                out.push_str(&tag[..1]);
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    let plain = out
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ");
    crate::clean::line_of_any_length(&plain)
}

#[cfg(test)]
mod tests {
    use super::{are, open};

    #[test]
    fn what_is_spoken_is_read() {
        let srt = "1\n00:00:01,000 --> 00:00:03,000\nThe <i>board</i> voted\n\n2\n00:00:03,000 --> 00:00:05,000\n{\\an8}on Tuesday.\n\n\
            3\n00:00:09,000 --> 00:00:11,000\nNobody was against it: 3 < 4.\n";
        assert!(are(srt));
        assert_eq!(
            open(srt).expect("subtitles").text,
            "The board voted on Tuesday.\n\nNobody was against it: 3 < 4."
        );
        let vtt = "WEBVTT - a talk\nKind: captions\n\nNOTE by hand\n\n00:01.000 --> 00:03.000 align:start\nThe board<00:02.000><c> voted</c>\n\n\
            00:03.000 --> 00:05.000\nThe board voted\non Tuesday.\n";
        assert!(are(vtt));
        assert_eq!(
            open(vtt).expect("subtitles").text,
            "The board voted on Tuesday."
        );
    }

    #[test]
    fn a_text_is_none() {
        for text in ["", "1\nOne", "WEBVTTS are files", "12 --> 13", "a --> b"] {
            assert!(!are(text), "{text}");
        }
    }
}
