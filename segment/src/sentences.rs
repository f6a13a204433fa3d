//! Cuts paragraphs into sentences. Every stop is a candidate; the text before and after it decides. This is
//! one pass: no step looks further than a few words, or twice at the same characters.

use super::abbreviations::holds;
use super::chars::{
    after, before, before_letter, find, head, is_bullet, is_closing, is_dot, is_format, is_mark,
    is_opening, is_pause, is_shad, is_small, skip_space, tail,
};
use super::dots::{self, Behind, Place};
use super::lists::{self, Marker};
use super::next::{self, Head, Next, Open};
use super::paragraphs;
use super::speakers;
use super::stops::Stop;
use crate::Span;
use crate::lang::Lang;
use crate::marks::{is_double, is_single};

/// The sentences of `text`: byte ranges, trimmed, in order, without overlap. No sentence crosses a paragraph, and
/// only white space is outside of them.
pub fn sentences(text: &str, lang: Lang) -> Vec<Span> {
    sentences_of(text, &paragraphs(text), lang)
}

/// The same as [`sentences`], for known paragraphs.
pub fn sentences_of(text: &str, paragraphs: &[Span], lang: Lang) -> Vec<Span> {
    let mut out = Vec::new();
    for paragraph in paragraphs {
        let mut scan = Scan::new(paragraph.of(text), lang);
        while let Some(span) = scan.sentence() {
            out.push(Span::new(
                paragraph.start + span.start,
                paragraph.start + span.end,
            ));
        }
    }
    out
}

/// The longest text in wide brackets whose stops count as inner ones, in bytes.
const LONGEST_ASIDE: usize = 600;

struct Scan<'a> {
    text: &'a str,
    lang: Lang,
    /// The start of the sentence, and the current place.
    start: usize,
    at: usize,
    open: Open,
    place: Place,
    list: Option<Marker>,
    /// The last run of characters without white space.
    token: Token,
    /// The start of the open wide bracket.
    aside: Option<usize>,
}

/// A run of characters without white space.
#[derive(Clone, Copy, Default)]
struct Token {
    end: usize,
    /// A mail or web address, whose dots belong to it.
    address: bool,
    /// A web address with its scheme, without a comma after it.
    web: bool,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, lang: Lang) -> Self {
        Scan {
            text,
            lang,
            start: 0,
            at: 0,
            open: Open::default(),
            place: Place {
                first: None,
                lower: false,
            },
            list: None,
            token: Token::default(),
            aside: None,
        }
    }

    /// The next sentence, or `None` at the end of the paragraph.
    fn sentence(&mut self) -> Option<Span> {
        if self.start >= self.text.len() {
            return None;
        }
        while let Some(c) = after(self.text, self.at) {
            // Of several spaces, and of the two characters of a line's end, each has a space before it.
            if next::at_token(self.text, self.at) && !c.is_whitespace() {
                if let Some(end) = self.item() {
                    return Some(self.end(end));
                }
                self.measure_token();
            }
            if self.place.first.is_none() && c.is_alphanumeric() {
                self.begin(c);
            }
            if let Some(stop) = Stop::read(self.text, self.at) {
                self.at = stop.end;
                if let Some(end) = self.decide(&stop) {
                    return Some(self.end(end));
                }
                continue;
            }
            if is_double(c) || is_single(c) {
                self.open.take(self.text, self.at);
            } else if matches!(c, '（' | '《' | '【' | '〔') {
                self.aside = Some(self.at);
            } else if matches!(c, '）' | '》' | '】' | '〕') {
                self.aside = None;
            }
            self.at += c.len_utf8();
            if c.is_ascii_alphanumeric() {
                // The rest of the word does not matter.
                let rest = tail(self.text, self.at).bytes();
                self.at += rest.take_while(u8::is_ascii_alphanumeric).count();
            }
        }
        Some(self.end(self.text.len()))
    }

    /// Closes the sentence at byte `end`.
    fn end(&mut self, end: usize) -> Span {
        let span = Span::new(self.start, end);
        self.start = skip_space(self.text, end);
        self.at = self.start;
        self.place = Place {
            first: None,
            lower: false,
        };
        self.aside = None;
        span
    }

    /// Notes how the sentence begins; `first` is the character at the current place.
    fn begin(&mut self, first: char) {
        self.place.first = Some(self.at);
        self.place.lower = is_small(first);
        let bracket = if before(self.text, self.at) == Some('(') {
            1
        } else {
            0
        };
        if let Some((marker, _)) = lists::marker(self.text, self.at - bracket) {
            let disabled = self.lang == Lang::German && marker.is_ordinal();
            self.list = (!disabled).then_some(marker);
        }
    }

    /// At a bullet, or at the next marker of a list: where the sentence before it ends.
    fn item(&self) -> Option<usize> {
        self.place.first?;
        let bullet =
            after(self.text, self.at).is_some_and(is_bullet) || next::is_credit(self.text, self.at);
        let follows = || {
            let (marker, _) = lists::marker(self.text, self.at)?;
            self.list.filter(|last| last.leads_to(marker))
        };
        // After a web address there is no stop: a capital begins the next sentence.
        let address = self.token.web
            && (after(self.text, self.at).is_some_and(char::is_uppercase) || self.at_address());
        (bullet || address || follows().is_some())
            .then(|| head(self.text, self.at).trim_end().len())
    }

    /// Measures the run of characters that starts here, once for each run.
    fn measure_token(&mut self) {
        if self.at < self.token.end {
            return;
        }
        let mut token = Token {
            end: self.at,
            address: tail(self.text, self.at).starts_with("www."),
            web: false,
        };
        let mut last = ' ';
        while let Some(c) = after(self.text, token.end).filter(|c| !c.is_whitespace()) {
            token.web |= c == ':' && tail(self.text, token.end).starts_with("://");
            token.address |= c == '@' || token.web;
            token.end += c.len_utf8();
            last = c;
        }
        token.web &= !is_pause(last);
        self.token = token;
    }

    /// Whether a web address begins at the current place.
    fn at_address(&self) -> bool {
        let rest = tail(self.text, self.at);
        rest.starts_with("http://") || rest.starts_with("https://")
    }

    /// Where the sentence ends, if it does so at this stop.
    fn decide(&mut self, stop: &Stop) -> Option<usize> {
        let text = self.text;
        let closers = next::closers(text, stop.end, self.open);
        let next = next::next(text, closers.end);
        let prev = before(text, stop.start);
        if next.head == Head::End {
            return None;
        }
        if let Some(end) = self.raised_note(stop) {
            self.open = closers.open;
            return Some(end);
        }
        // "... No answer came", "༄༅། །": the sentence has no word yet.
        let lead = stop.dots >= 2 || after(text, stop.start).is_some_and(is_shad);
        if self.place.first.is_none() && lead {
            return None;
        }
        // "[...]", "(!)", "(?)" stand inside a sentence.
        if prev.is_some_and(is_opening) && after(text, stop.end).is_some_and(is_closing) {
            return None;
        }
        let ends = if stop.full {
            self.full_stop_ends(stop, closers.quote, &next)
        } else if !next.gap {
            self.ends_without_space(stop, closers.quote || closers.bracket, &next)
        } else if stop.shout {
            self.shout_ends(stop, closers.quote || closers.bracket, &next)
        } else if stop.dots >= 2 {
            if let (Some(first), Head::Upper) = (stop.spaced, next.head) {
                return Some(first);
            }
            !stop.omission && (next.head == Head::Upper || (next.quote && next.head != Head::Lower))
        } else {
            let word = dots::word_before(text, self.start, stop.start);
            // In English a comma comes before a speaker, so after a dot the next sentence begins.
            let quoted = closers.quote && next.head == Head::Caseless && self.is_speaker(&next);
            !quoted
                && dots::ends(
                    text,
                    self.lang,
                    &word,
                    self.place,
                    &next,
                    Behind {
                        end: closers.end,
                        closed: closers.quote || closers.bracket,
                    },
                )
        };
        if ends {
            self.open = closers.open;
        }
        ends.then_some(closers.end)
    }

    fn full_stop_ends(&self, stop: &Stop, quoted: bool, next: &Next) -> bool {
        let aside = self
            .aside
            .is_some_and(|start| stop.start - start < LONGEST_ASIDE);
        let quoted = quoted && self.is_speaker(next);
        !aside && !quoted && next.head != Head::Pause && next.head != Head::Lower
    }

    /// Whether the text after a closing mark says who spoke: *“Is it?” Berg asked*, 「…。」と言った.
    fn is_speaker(&self, next: &Next) -> bool {
        match next.head {
            _ if next.quote || next.bracket => false,
            Head::Upper => self.lang == Lang::English && speakers::english(self.text, next.word),
            Head::Caseless => speakers::caseless(self.text, next.word),
            _ => false,
        }
    }

    /// The end of a footnote's number that stands directly behind a dot, in text whose small raised figures
    /// were lost: *The court agreed.12 It was over.*
    fn raised_note(&self, stop: &Stop) -> Option<usize> {
        let text = self.text;
        let (end, space) = find(text, stop.end, 4, |c| !c.is_ascii_digit())?;
        let capital = after(text, skip_space(text, end)).is_some_and(char::is_uppercase);
        if stop.dots != 1 || stop.shout || end == stop.end || !space.is_whitespace() || !capital {
            return None;
        }
        let word = dots::word_before(text, self.start, stop.start);
        let spelled = word.text.chars().all(|c| c.is_lowercase() || is_mark(c));
        let closed = before(text, stop.start).is_some_and(is_closing);
        let plain = word.letters >= 4 && spelled && !dots::is_known(self.lang, &word);
        ((plain || closed) && !self.token.address).then_some(end)
    }

    /// A stop without white space after it, in a script that uses spaces.
    fn ends_without_space(&self, stop: &Stop, closed: bool, next: &Next) -> bool {
        if self.token.address || stop.dots > 1 {
            return false;
        }
        if closed && next.quote {
            return matches!(next.head, Head::Upper | Head::Digit | Head::Caseless);
        }
        let word = dots::word_before(self.text, self.start, stop.start);
        let lead = before_letter(self.text, stop.start);
        let sound = closed
            || lead.is_some_and(|c| c.is_lowercase() || c.is_numeric())
                && !word.folded.contains(is_dot)
                && word.letters > 1;
        if next.head != Head::Upper || !sound || next.dash || next.bracket {
            return false;
        }
        // "Example.Com", "Node.JS" are names; "over.Then", "over.I" and "over.NATO" are not.
        let domain = holds(
            "com org net gov edu js uk co",
            &next::word(self.text, next.word),
        );
        let first = after(self.text, next.word).map_or(0, char::len_utf8);
        let second = find(self.text, next.word + first, 8, |c| {
            !(is_mark(c) || is_format(c))
        });
        let plain = second.is_none_or(|(_, c)| {
            c.is_lowercase() || c.is_whitespace() || (word.letters >= 4 && c.is_uppercase())
        });
        plain
            && !domain
            && dots::ends(
                self.text,
                self.lang,
                &word,
                self.place,
                next,
                Behind {
                    end: stop.end,
                    closed,
                },
            )
    }

    /// A question or exclamation mark followed by white space.
    fn shout_ends(&self, stop: &Stop, closed: bool, next: &Next) -> bool {
        match next.head {
            Head::Pause | Head::End => false,
            Head::Upper | Head::Caseless => !(closed && self.is_speaker(next)),
            Head::Lower => !closed && !next.dash && (stop.question || self.place.lower),
            Head::Digit | Head::Sign => true,
        }
    }
}
