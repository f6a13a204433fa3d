//! Finds quotations. News is full of quoted speech. A sentence must keep its closing mark, and a reader
//! wants to see who was quoted with which words.

use crate::chars::{after, before, is_dash, is_opening};
use crate::marks::{Role, is_double, is_single, role};
use crate::{Lang, Span, speech};

/// The quotations in `text`, in order, as byte ranges: text in quotation marks, marks included, or after
/// a dash that opens speech. If quotations are nested, only the outermost is listed. A quotation that
/// continues in the next paragraph has one range for each paragraph. If the closing mark is missing, the
/// quotation ends with its sentence.
pub fn quotations(text: &str, paragraphs: &[Span], lang: Lang) -> Vec<Span> {
    let mut out = Vec::new();
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let body = paragraph.of(text);
        let may_quote =
            |byte: u8| !byte.is_ascii() || matches!(byte, b'"' | b'\'' | b'`' | b'<' | b'-');
        if !body.bytes().any(may_quote) {
            continue;
        }
        let next = paragraphs.get(index + 1).map_or("", |next| next.of(text));
        let found = [
            doubles(body, next, lang),
            typed(body),
            corners(body),
            singles(body),
            speech::behind_dashes(body, lang),
        ];
        // The quotation that begins first is kept; if two begin together, the longer one. Those inside or
        // across it are dropped. Both lists are in order, so only their heads are compared.
        let mut heads = [0; 5];
        let mut end = 0;
        loop {
            let mut first: Option<Span> = None;
            for (list, head) in found.iter().zip(&mut heads) {
                while list.get(*head).is_some_and(|span| span.start < end) {
                    *head += 1;
                }
                if let Some(&span) = list.get(*head) {
                    let sooner =
                        first.is_none_or(|first| (span.start, first.end) < (first.start, span.end));
                    first = if sooner { Some(span) } else { first };
                }
            }
            let Some(span) = first else {
                break;
            };
            end = span.end;
            out.push(Span::new(
                paragraph.start + span.start,
                paragraph.start + span.end,
            ));
        }
    }
    out
}

/// Quotations in double marks; `next` is the following paragraph.
fn doubles(body: &str, next: &str, lang: Lang) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in body.char_indices().filter(|&(_, c)| is_double(c)) {
        match (open, role(body, at, open.is_some())) {
            (None, Some(Role::Open)) => open = Some(at),
            (Some(start), Some(Role::Close)) => {
                out.push(Span::new(start, at + c.len_utf8()));
                open = None;
            }
            _ => {}
        }
    }
    out.extend(open.map(|start| {
        let end = if goes_on(next) {
            body.len()
        } else {
            speech::forgotten(body, start, lang)
        };
        Span::new(start, end)
    }));
    out
}

/// Whether a paragraph continues a quotation that the one before left open: it opens it again, or its first mark
/// closes.
fn goes_on(next: &str) -> bool {
    let mark = next.char_indices().find(|&(_, c)| is_double(c));
    mark.is_some_and(|(at, _)| at == 0 || role(next, at, false) == Some(Role::Close))
}

/// Quotations in marks put together from others, as LaTeX and old mail have them: ``…'', ,,…'', <<…>>.
/// Only closed ones count.
fn typed(body: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<(usize, u8)> = None;
    let bytes = body.as_bytes();
    for (at, pair) in bytes.windows(2).enumerate() {
        let free =
            || before(body, at).is_none_or(|c| c.is_whitespace() || is_opening(c) || is_dash(c));
        let touches = || after(body, at + 2).is_some_and(|c| !c.is_whitespace());
        match (open, pair) {
            (None, b"``" | b",," | b"<<" | b"''") if free() && touches() => {
                open = Some((at, if pair == b"<<" { b'>' } else { b'\'' }));
            }
            (Some((start, close)), &[one, two])
                if one == close && two == close && at > start + 1 =>
            {
                out.push(Span::new(start, at + 2));
                open = None;
            }
            _ => {}
        }
    }
    out
}

/// Quotations in corner brackets, the outermost ones.
fn corners(body: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, c) in body.char_indices() {
        match c {
            '「' | '『' | '｢' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            '」' | '』' | '｣' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    out.push(Span::new(start, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    if depth > 0 {
        out.push(Span::new(start, body.len()));
    }
    out
}

/// Quotations in single marks. Only closed ones count, since an opening mark alone may be an
/// apostrophe (*’tis*); and a mark after *s* may be a plural's (*the ministers’ plan*), so the last
/// closing mark before the next opening one wins.
fn singles(body: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    let mut close: Option<(usize, bool)> = None; // where it ended, and whether it may be a plural
    for (at, c) in body.char_indices().filter(|&(_, c)| is_single(c)) {
        let end = at + c.len_utf8();
        // Two in a row are one double mark.
        if c == '\'' && (before(body, at) == Some(c) || after(body, end) == Some(c)) {
            continue;
        }
        match role(body, at, open.is_some()) {
            Some(Role::Open) => {
                if let (Some(start), Some((end, _))) = (open, close) {
                    out.push(Span::new(start, end));
                }
                let decade = after(body, end).is_some_and(|c| c.is_ascii_digit());
                if close.is_some() || open.is_none() {
                    open = (!decade).then_some(at);
                }
                close = None;
            }
            Some(Role::Close) if open.is_some() => {
                let plural = before(body, at).is_some_and(|c| matches!(c, 's' | 'S'))
                    && after(body, end).is_some_and(char::is_whitespace);
                match close {
                    Some((_, false)) => {}
                    _ => close = Some((end, plural)),
                }
            }
            _ => {}
        }
        if let (Some(start), Some((end, false))) = (open, close) {
            out.push(Span::new(start, end));
            (open, close) = (None, None);
        }
    }
    if let (Some(start), Some((end, _))) = (open, close) {
        out.push(Span::new(start, end));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::quotations;
    use crate::{Lang, paragraphs};

    /// Checks that the quotations of an English text are what stands between the pipes.
    fn quotes(marked: &str) {
        quotes_in(Lang::English, marked);
    }

    fn quotes_in(lang: Lang, marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> = quotations(&text, &paragraphs(&text), lang)
            .iter()
            .map(|span| span.of(&text))
            .collect();
        let wanted: Vec<&str> = marked.split('|').skip(1).step_by(2).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn double_marks_of_every_shape() {
        quotes("He said |“no”| and |\"maybe\"|, then |«oui»| or |« si »|, |»ja«|, |„doch“|.");
        quotes("|“One.”||“Two.”|");
        quotes("彼は|「行く『今』だ」|と|『言った』|。");
    }

    #[test]
    fn single_marks_where_they_quote() {
        quotes("NATO sees |‘some signs’| of it, |'a start'|, it's said.");
        quotes("The ministers' plan and the '90s didn't last; 'tis so.");
        quotes("|‘The ministers’ plan failed,’| he said.");
        quotes("|“They told me ‘go home’ twice,”| she said.");
    }

    #[test]
    fn inches_and_strays_do_not_quote() {
        quotes("A 6\" plate and a 5'10\" man. They left” early.");
    }

    #[test]
    fn an_open_mark_ends_with_its_paragraph() {
        quotes("|“It was late.|\n\n|“We went home,”| she said.\n\nNobody |“spoke.|");
        quotes("|“It was late. It rained.|\n\nWe went home,” she said.");
    }

    #[test]
    fn a_forgotten_mark_quotes_its_sentence_alone() {
        quotes(
            "|“The ferry will not sail today,| the captain told them. They left. Some took the bus.",
        );
        quotes(
            "|“The ferry will not sail. |They left the ship, and it rained."
                .replace(". |", ".| ")
                .as_str(),
        );
        quotes("|“It is late!| he said. They left.\n\nIt rained.");
    }

    #[test]
    fn marks_put_together_from_others() {
        quotes("He said |``we sail''| and |''go''|, or |,,ja''| and |<<oui>>|.");
        quotes("A 5'10'' man, a << b and c,,d.");
    }

    #[test]
    fn speech_behind_dashes() {
        quotes_in(
            Lang::Spanish,
            "|—Salimos al alba |—dijo el capitán.\n|—Tarde |—respondió ella—|. Y llueve.|",
        );
        quotes_in(
            Lang::Russian,
            "|— Москва — столица, |— сказал он. |— Идём.|",
        );
        quotes_in(Lang::French, "|— Nous partons, |dit le capitaine. |Venez.|");
        quotes_in(
            Lang::Portuguese,
            "|— Partimos cedo |— disse o capitão. |— Vamos.|",
        );
        quotes_in(Lang::Russian, "— первое;\n— второе.");
        quotes("— The budget will rise.\n\n—Reuters");
    }
}
