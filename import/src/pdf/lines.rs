//! Joins letters into lines. Letters come in drawing order. In files of word processors, browsers and typesetters that is the
//! reading order, columns included. A line ends if the next letter is at another height or further to the left. Spaces are
//! often not drawn, so a gap between two letters is a space.

use super::content::Glyph;
use super::glyph_names;
use super::order;
use crate::clean;
use hayro_syntax::object::Rect;

/// A line of a page.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) page: usize,
    /// Its ends, from left to right, and its height above the page's foot, all in points.
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) base: f64,
    pub(crate) size: f64,
    /// Whether the PDF itself marks it as not part of the text.
    pub(crate) artifact: bool,
    /// Whether it is written from right to left.
    pub(crate) rtl: bool,
    /// The height of its page.
    pub(crate) height: f64,
}

/// A letter, placed in the direction of its line.
pub(crate) struct Placed {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
}

/// The lines of a page, and how many words have another direction than most of the page. `area`: what a reader sees of the
/// page. What stands outside it is not read: marks for printers, or the rest of a page that was cut into several.
pub(crate) fn of_page(glyphs: Vec<Glyph>, page: usize, area: Rect) -> (Vec<Line>, u32) {
    let is_seen = |glyph: &Glyph| {
        let (x, y) = glyph.from;
        let reach = glyph.size;
        (area.x0 - reach..area.x1 + reach).contains(&x)
            && (area.y0 - reach..area.y1 + reach).contains(&y)
    };
    let glyphs: Vec<Glyph> = glyphs
        .into_iter()
        .filter(|glyph| is_sound(glyph) && is_seen(glyph))
        .collect();
    let mut turns = [0_usize; 4];
    for glyph in &glyphs {
        turns[turn(glyph)] += 1;
    }
    let most = (0..4).max_by_key(|&at| (turns[at], 4 - at)).unwrap_or(0);
    let corners = [(area.x0, area.y0), (area.x1, area.y1)].map(|corner| upright(corner, most).1);
    let foot = corners[0].min(corners[1]);
    let height = (corners[0] - corners[1]).abs();
    let mut lines: Vec<Open> = Vec::new();
    let mut turned = String::new();
    for glyph in glyphs {
        if turn(&glyph) != most {
            turned.push_str(&glyph.text);
            continue;
        }
        let (from, to) = (upright(glyph.from, most), upright(glyph.to, most));
        let base = from.1 - foot;
        let mut before = lines.iter().rev().take(BEFORE);
        if from.0 < to.0 && before.any(|line| line.has(&glyph, from.0, base)) {
            continue;
        }
        if !lines
            .last()
            .is_some_and(|line| line.takes(&glyph, from.0, base))
        {
            lines.push(Open::new(&glyph, base));
        }
        let Some(line) = lines.last_mut() else {
            continue;
        };
        let glyph = line.raised(glyph, base);
        line.push(glyph, from.0.min(to.0), from.0.max(to.0));
    }
    let lines = gathered(lines)
        .into_iter()
        .map(|line| line.close(page, height));
    (
        lines.filter(|line| !line.text.is_empty()).collect(),
        clean::words(&turned),
    )
}

/// Joins the pieces of a line whose signs were drawn before or after its letters. Word processors do so when the
/// signs are in another typeface: full stops between Arabic words, emoji. Also joins the runs of a line from right to left,
/// each of which is drawn from its left end.
fn gathered(lines: Vec<Open>) -> Vec<Open> {
    let mut out: Vec<Open> = Vec::with_capacity(lines.len());
    for mut line in lines {
        while let Some(mut before) = out.pop_if(|before| {
            before.is_piece_of(&line) || line.is_piece_of(before) || line.goes_on(before)
        }) {
            if line.goes_on(&before) {
                before.pass_space_on();
            }
            line.base = if line.placed.len() < before.placed.len() {
                before.base
            } else {
                line.base
            };
            line.left = line.left.min(before.left);
            line.right = line.right.max(before.right);
            line.placed.splice(0..0, before.placed);
            line.mixed = true;
        }
        out.push(line);
    }
    out
}

/// Whether the numbers are possible on a page. Others come from damaged files.
fn is_sound(glyph: &Glyph) -> bool {
    let numbers = [
        glyph.from.0,
        glyph.from.1,
        glyph.to.0,
        glyph.to.1,
        glyph.size,
    ];
    numbers
        .iter()
        .all(|number| number.is_finite() && number.abs() < 1e6)
        && glyph.size > 0.1
}

/// By how many quarter turns a letter is rotated.
fn turn(glyph: &Glyph) -> usize {
    let (x, y) = (glyph.to.0 - glyph.from.0, glyph.to.1 - glyph.from.1);
    if x.abs() >= y.abs() {
        if x < 0.0 { 2 } else { 0 }
    } else if y > 0.0 {
        1
    } else {
        3
    }
}

/// A position, rotated back by so many quarter turns.
fn upright((x, y): (f64, f64), turn: usize) -> (f64, f64) {
    match turn {
        1 => (y, -x),
        2 => (-x, -y),
        3 => (-y, x),
        _ => (x, y),
    }
}

/// In how many lines, and among how many letters of each, a letter is looked for that may have been drawn before. Bold type is
/// sometimes made by drawing a letter, a word or a line several times.
const BEFORE: usize = 8;
const LETTERS_BEFORE: usize = 200;

/// A gap that is wider than this share of a line's size is a space.
const SPACE: f64 = 0.15;

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A line that is being written.
struct Open {
    placed: Vec<Placed>,
    base: f64,
    size: f64,
    artifact: bool,
    /// Whether it was joined from pieces.
    mixed: bool,
    left: f64,
    right: f64,
}

impl Open {
    fn new(glyph: &Glyph, base: f64) -> Self {
        Self {
            placed: Vec::new(),
            base,
            size: glyph.size,
            artifact: glyph.artifact,
            mixed: false,
            left: f64::MAX,
            right: f64::MIN,
        }
    }

    /// Whether a letter continues this line: it is at the same height or nearly (raised digits), and not further back.
    /// Only lines from right to left may be drawn in any order: their digits and full stops come before or after the
    /// rest.
    fn takes(&self, glyph: &Glyph, x: f64, base: f64) -> bool {
        let size = self.size.max(glyph.size);
        let beside = (base - self.base).abs() < size * 0.45;
        // The gap between the cells of a table is wider than any space.
        let onwards = x > self.right - size * 0.6 && x < self.right + size * 3.0;
        let rtl = self.has_rtl() || glyph.text.chars().any(order::is_rtl);
        let near = x > self.left - size * 12.0 && x < self.right + size * 12.0;
        beside && self.artifact == glyph.artifact && (onwards || (rtl && near))
    }

    /// Whether this is only signs that are inside another line.
    fn is_piece_of(&self, line: &Self) -> bool {
        let size = line.size;
        let signs = !self
            .placed
            .iter()
            .any(|placed| placed.text.chars().any(char::is_alphanumeric));
        let within = self.left > line.left - size && self.right < line.right + size;
        signs && within && (self.base - line.base).abs() < size * 0.3
    }

    /// Whether this is the next run of a line from right to left: it ends where that begins.
    fn goes_on(&self, line: &Self) -> bool {
        let size = line.size;
        let gap = line.left - self.right;
        let is_rtl = |one: &Self| {
            let mut letters = one.placed.iter().flat_map(|placed| placed.text.chars());
            letters.any(order::is_rtl)
        };
        (self.base - line.base).abs() < size * 0.2
            && self.artifact == line.artifact
            && (-size * 0.3..size * 0.8).contains(&gap)
            && (is_rtl(self) || is_rtl(line))
    }

    /// A space that was drawn behind letters from left to right, at the end of their run, parts them from the next run, which
    /// stands on their left.
    fn pass_space_on(&mut self) {
        let [.., letter, space] = self.placed.as_mut_slice() else {
            return;
        };
        let ltr = letter
            .text
            .chars()
            .all(|c| c.is_alphanumeric() && !order::is_rtl(c));
        if ltr && space.text.trim().is_empty() {
            (space.left, space.right) = (self.left - 0.01, self.left);
        }
    }

    fn has_rtl(&self) -> bool {
        self.placed
            .iter()
            .rev()
            .take(8)
            .any(|placed| placed.text.chars().any(order::is_rtl))
    }

    /// A small digit above the line, as a superscript character. Otherwise the mark of a footnote would run into its word.
    fn raised(&self, mut glyph: Glyph, base: f64) -> Glyph {
        let up = base - self.base > self.size * 0.15 && glyph.size < self.size * 0.8;
        if up && !self.placed.is_empty() {
            let raise = |c: char| {
                let digit = c.to_digit(10).and_then(|digit| RAISED.get(digit as usize));
                digit.copied().unwrap_or(c)
            };
            glyph.text = glyph.text.chars().map(raise).collect();
        }
        glyph
    }

    /// Whether this letter was drawn at this place before.
    fn has(&self, glyph: &Glyph, left: f64, base: f64) -> bool {
        let mut letters = self.placed.iter().rev().take(LETTERS_BEFORE);
        (base - self.base).abs() < glyph.size * 0.2
            && letters.any(|placed| {
                (placed.left - left).abs() < glyph.size * 0.08 && placed.text == glyph.text
            })
    }

    fn push(&mut self, glyph: Glyph, left: f64, right: f64) {
        if self.placed.len() < 4 && glyph.size > self.size {
            self.size = glyph.size;
        }
        self.left = self.left.min(left);
        self.right = self.right.max(right);
        if let Some(accent) = self.placed.last_mut()
            && (left..right).contains(&((accent.left + accent.right) / 2.0))
            && let Some(both) = glyph_names::with_accent(&glyph.text, &accent.text)
        {
            *accent = Placed {
                text: both.to_string(),
                left,
                right,
            };
            return;
        }
        self.placed.push(Placed {
            text: glyph.text,
            left,
            right,
        });
    }

    fn close(mut self, page: usize, height: f64) -> Line {
        let rtl = self
            .placed
            .iter()
            .any(|placed| placed.text.chars().any(order::is_rtl));
        if rtl || self.mixed {
            // In visual order, from left to right. Accents without width stay after their letter.
            self.placed.sort_by(|a, b| a.left.total_cmp(&b.left));
        }
        let spaced = self.spaced();
        let (text, rtl) = if rtl {
            order::logical(spaced)
        } else {
            (spaced.concat(), false)
        };
        let text: String = text.chars().filter(|&c| c != '\u{ad}').collect();
        Line {
            text: clean::line_of_any_length(&unligated(&text)),
            page,
            left: self.left,
            right: self.right,
            base: self.base,
            size: self.size,
            artifact: self.artifact,
            rtl,
            height,
        }
    }

    /// The letters with a space in every gap.
    fn spaced(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::with_capacity(self.placed.len());
        let mut end = f64::MAX;
        for placed in &self.placed {
            let gap = placed.left - end > self.size * SPACE;
            let drawn = placed.text.starts_with(char::is_whitespace)
                || out
                    .last()
                    .is_some_and(|last| last.ends_with(char::is_whitespace));
            if gap && !drawn {
                out.push(" ".to_owned());
            }
            out.push(placed.text.clone());
            end = placed.right;
        }
        out
    }
}

/// A text with its ligatures split into letters.
fn unligated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Glyph, Rect, of_page};

    const PAGE: Rect = Rect {
        x0: 0.0,
        y0: 0.0,
        x1: 600.0,
        y1: 800.0,
    };

    fn texts(glyphs: Vec<Glyph>, area: Rect) -> Vec<String> {
        let (lines, _) = of_page(glyphs, 0, area);
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn bold_type_made_by_drawing_again_is_read_once() {
        let mut glyphs = Vec::new();
        for shift in [0.0, 0.2, 0.0, 0.2] {
            glyphs.extend(run("2026", 100.0 + shift));
        }
        for shift in [0.0, 0.2] {
            glyphs.extend(run(" annual report", 120.0 + shift));
        }
        assert_eq!(texts(glyphs, PAGE), ["2026 annual report"]);
        let letters = "bold".chars().enumerate();
        let twice = letters.flat_map(|(at, c)| {
            let x = 100.0 + at as f64 * 5.0;
            [run(&c.to_string(), x), run(&c.to_string(), x + 0.3)].concat()
        });
        assert_eq!(texts(twice.collect(), PAGE), ["bold"]);
        assert_eq!(texts(run("aaaa", 100.0), PAGE), ["aaaa"]);
    }

    #[test]
    fn accents_of_their_own_join_their_letters() {
        let name = [run("L", 100.0), run("´", 104.8), run("opez", 105.0)].concat();
        assert_eq!(texts(name, PAGE), ["López"]);
        assert_eq!(texts(run("a´o", 100.0), PAGE), ["a´o"]);
    }

    #[test]
    fn numbers_along_an_axis_stand_apart() {
        let mut glyphs = run("12", 100.0);
        glyphs.extend(run("13", 111.6));
        assert_eq!(texts(glyphs, PAGE), ["12 13"]);
        let word = [run("so", 100.0), run("ft", 111.0)].concat();
        assert_eq!(texts(word, PAGE), ["soft"]);
    }

    #[test]
    fn heights_are_those_above_the_foot_of_what_is_seen() {
        let area = Rect {
            x0: 90.0,
            y0: 650.0,
            x1: 300.0,
            y1: 750.0,
        };
        let mut glyphs = run("seen", 100.0);
        glyphs.extend(run("cut off", 400.0));
        let (lines, _) = of_page(glyphs, 0, area);
        let lines: Vec<(&str, f64, f64)> = lines
            .iter()
            .map(|line| (line.text.as_str(), line.base, line.height))
            .collect();
        assert_eq!(lines, [("seen", 50.0, 100.0)]);
    }

    /// Letters from a place to the right, each five points wide.
    fn run(text: &str, left: f64) -> Vec<Glyph> {
        let letters = text.chars().enumerate();
        let each = letters.map(|(at, c)| {
            let x = left + at as f64 * 5.0;
            Glyph {
                text: c.to_string(),
                from: (x, 700.0),
                to: (x + 5.0, 700.0),
                size: 10.0,
                artifact: false,
            }
        });
        each.collect()
    }

    #[test]
    fn runs_of_a_line_from_right_to_left_are_one_line() {
        // As it looks, from left to right: the first words are farthest right, and each run is drawn from its left end.
        let first: String = "البرمجة بلغة".chars().rev().collect();
        let last: String = "من الأدوات القوية التي يمكن أن تعزز الإنتاجية وتساعد"
            .chars()
            .rev()
            .collect();
        let width = |text: &str| text.chars().count() as f64 * 5.0;
        let mut glyphs = run(&first, 500.0);
        glyphs.extend(run("Python ", 500.0 - 35.0));
        glyphs.extend(run(&last, 500.0 - 35.0 - width(&last)));
        assert_eq!(
            texts(glyphs, PAGE),
            ["البرمجة بلغة Python من الأدوات القوية التي يمكن أن تعزز الإنتاجية وتساعد"]
        );
        // Cells of a table stand apart.
        let mut cells = run(&first, 500.0);
        cells.extend(run(&first, 300.0));
        assert_eq!(texts(cells, PAGE).len(), 2);
    }
}
