//! Joins lines into paragraphs. A PDF does not say where a paragraph ends. The signs are those that a reader sees: a gap,
//! an indentation, another size, or a line that ends although the next word would still have fitted.

use super::lines::Line;
use crate::paragraphs::{Kind, Paragraphs};
use crate::plain::is_cjk;
use std::collections::BTreeSet;

/// How many lines before and after a line are used to find the edge of its column: about a page.
const AROUND: usize = 80;

/// The text of a document's lines.
pub(crate) fn text(lines: &[Line]) -> String {
    let pitch = pitch(lines);
    let compounds = compounds(lines);
    let mut paragraphs = Paragraphs::default();
    let mut open = String::new();
    let mut kind = Kind::Body;
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        let (bullet, text) = item(&line.text);
        let around = &lines[at.saturating_sub(AROUND)..lines.len().min(at + AROUND)];
        let goes_on = !bullet && before.is_some_and(|before| goes_on(before, line, around, pitch));
        if !goes_on {
            paragraphs.push_raw(&std::mem::take(&mut open));
            paragraphs.end(kind);
            kind = if bullet { Kind::Item } else { Kind::Body };
            open.push_str(text);
        } else {
            join(&mut open, text, &compounds);
        }
    }
    paragraphs.push_raw(&open);
    paragraphs.end(kind);
    paragraphs.finish()
}

/// Whether a line starts a list item. Its bullet is removed, as in all formats here; a number stays.
fn item(text: &str) -> (bool, &str) {
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if after.len() < text.len()
        && text.len() - after.len() <= 2
        && (after.starts_with(". ") || after.starts_with(") "))
    {
        return (true, text);
    }
    let rest = text.strip_prefix(['•', '◦', '▪', '‣', '●', '○', '■', '∙']);
    match rest {
        Some(rest) if !rest.trim().is_empty() => (true, rest.trim_start()),
        _ => (false, text),
    }
}

/// The usual distance between lines, as a fraction of their size.
fn pitch(lines: &[Line]) -> f64 {
    let mut gaps: Vec<f64> = lines
        .windows(2)
        .filter(|pair| pair[0].page == pair[1].page && is_alike(&pair[0], &pair[1]))
        .map(|pair| (pair[0].base - pair[1].base) / pair[0].size)
        .filter(|gap| (0.8..3.0).contains(gap))
        .collect();
    gaps.sort_by(f64::total_cmp);
    // The lower third: between paragraphs the gaps are larger, never smaller.
    gaps.get(gaps.len() / 3).copied().unwrap_or(1.2)
}

fn is_alike(a: &Line, b: &Line) -> bool {
    (a.size - b.size).abs() < a.size.max(b.size) * 0.08
}

/// Whether a line continues the paragraph of the line before it.
fn goes_on(before: &Line, line: &Line, lines: &[Line], pitch: f64) -> bool {
    if !is_alike(before, line) || before.rtl != line.rtl && before.text.chars().count() > 12 {
        return false;
    }
    let gap = (before.base - line.base) / line.size;
    if is_divided(&before.text, &line.text)
        && (before.page != line.page || gap < 0.0 || (0.3..pitch * 1.6).contains(&gap))
    {
        return true;
    }
    let full = !would_have_fitted(before, line, lines);
    if before.page == line.page && gap.abs() < 0.3 {
        // Next to it: a table's next cell.
        return false;
    }
    if before.page != line.page || gap < 0.0 {
        // After the end of a page or a column, a paragraph continues if its sentence does.
        return full && !ends_sentence(&before.text);
    }
    let indented = if line.rtl {
        before.right - line.right
    } else {
        line.left - before.left
    };
    let center = |line: &Line| (line.left + line.right) / 2.0;
    let far_back = indented < line.size * -5.0 && (center(before) - center(line)).abs() > line.size;
    // A line that is indented more than the one before it starts a paragraph, but not in centred text.
    let starts = indented > line.size * 0.9
        && indented < line.size * 5.0
        && full
        && ends_sentence(&before.text);
    gap < pitch * 1.25 + 0.12 && full && !starts && !far_back
}

/// Whether the first word of the next line would have fitted at the end of this line. If so, the line was ended on purpose.
fn would_have_fitted(before: &Line, line: &Line, lines: &[Line]) -> bool {
    let letters = line.text.chars().count().max(1) as f64;
    let word = line.text.split(' ').next().unwrap_or_default();
    // Scripts without spaces break between any two letters.
    let first = if word.chars().any(is_cjk) {
        1.0
    } else {
        word.chars().count() as f64
    };
    let needed = (line.right - line.left) * (first + 0.5) / letters;
    let same_column = |other: &&Line| {
        let edge = if before.rtl {
            other.right - before.right
        } else {
            other.left - before.left
        };
        other.page == before.page && edge.abs() < before.size * 2.5 && is_alike(other, before)
    };
    let column = lines.iter().filter(same_column);
    // How far each line reaches, in its direction of writing.
    let far = |other: &Line| if before.rtl { -other.left } else { other.right };
    let ends: Vec<f64> = column.map(far).collect();
    let room = edge(&ends, far(before), before.size) - far(before);
    room > needed + before.size * 0.3
}

/// Where a column ends, judged by the ends of its lines. In justified text, many lines end at the edge, and a longer line
/// belongs to something wider, such as a caption over two columns. Otherwise the longest line reaches the edge.
fn edge(ends: &[f64], own: f64, size: f64) -> f64 {
    let near = |end: f64| {
        ends.iter()
            .filter(|&&other| (other - end).abs() < size * 0.12)
            .count()
    };
    let most = ends
        .iter()
        .map(|&end| (near(end), end))
        .max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    match most {
        Some((count, end)) if count >= 4 && count * 3 >= ends.len() && own <= end + size => end,
        _ => ends.iter().copied().fold(f64::MIN, f64::max),
    }
}

/// Whether a word is divided between two lines.
fn is_divided(before: &str, line: &str) -> bool {
    before.strip_suffix(['-', '\u{2010}']).is_some_and(|rest| {
        rest.ends_with(char::is_lowercase) && line.starts_with(char::is_lowercase)
    })
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '“', '"', '»', '’', ')', ']', '」', '』', '\u{200f}']);
    text.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔'])
}

/// Words that are written with a hyphen inside a line. In these words, a hyphen at a line's end is kept.
fn compounds(lines: &[Line]) -> BTreeSet<String> {
    let words = lines.iter().flat_map(|line| line.text.split(' '));
    let trimmed = words.map(|word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    });
    trimmed
        .filter(|word| word.contains(['-', '\u{2010}']))
        .map(|word| word.replace('\u{2010}', "-"))
        .collect()
}

/// Appends a line. A word that was divided at the line's end is joined.
fn join(open: &mut String, line: &str, compounds: &BTreeSet<String>) {
    let divided = open
        .strip_suffix(['-', '\u{2010}'])
        .filter(|rest| rest.ends_with(char::is_alphabetic) && line.starts_with(char::is_lowercase));
    if let Some(rest) = divided {
        let letter = |c: char| c.is_alphanumeric();
        let first = rest.rsplit(|c: char| !letter(c)).next().unwrap_or_default();
        let second = line.split(|c: char| !letter(c)).next().unwrap_or_default();
        let compound = compounds.contains(&format!("{first}-{second}").to_lowercase());
        if !compound {
            open.truncate(rest.len());
        }
    } else if !open.ends_with('-') || !open.trim_end_matches('-').ends_with(char::is_alphanumeric) {
        let unspaced = open.ends_with(is_cjk) && line.starts_with(is_cjk);
        if !unspaced && !open.is_empty() {
            open.push(' ');
        }
    }
    open.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::{edge, is_divided};

    #[test]
    fn a_column_ends_where_its_lines_do() {
        // Two lines of a caption span both columns; the others are justified, and the last is short.
        let justified = [540.0, 538.5, 280.0, 280.0, 280.1, 279.9, 280.0, 150.0];
        assert!((edge(&justified, 280.0, 10.0) - 280.0).abs() < 0.2);
        // The caption's own lines are measured by the caption.
        assert!((edge(&justified, 538.5, 10.0) - 540.0).abs() < 0.2);
        let ragged = [271.0, 280.0, 266.0, 277.0, 259.0, 273.0];
        assert!((edge(&ragged, 266.0, 10.0) - 280.0).abs() < 0.2);
    }

    #[test]
    fn a_divided_word_is_one() {
        assert!(is_divided("for four-", "teen months"));
        assert!(!is_divided("for four-", "Teen months"));
        assert!(!is_divided("1914-", "teen months"));
        assert!(!is_divided("for four", "teen months"));
    }
}
