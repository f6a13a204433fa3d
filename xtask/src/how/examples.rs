//! The examples of the page "How it works". The engine finds them in the shipped articles when the page is built, so the
//! page shows what the program really does.

use super::figures;
use crate::markup::escape;
use crossread_engine::word_diff::{Op, reading_diff};
use crossread_engine::{
    Comparison, Kind, Lang, Match, Options, Reading, Source, Span, Standing, compare, lang,
};
use crossread_library::Article;

/// The shipped articles, read, and each pair of them compared.
pub struct Examples<'shelf> {
    articles: &'shelf [Article],
    readings: Vec<Reading>,
    pairs: Vec<Pair>,
}

/// Two articles, by their positions in the list, and what was found.
struct Pair {
    a: usize,
    b: usize,
    found: Comparison,
}

impl Examples<'_> {
    /// Reads and compares.
    pub fn of(articles: &[Article]) -> Examples<'_> {
        let readings: Vec<Reading> = articles.iter().map(read).collect();
        let mut pairs = Vec::new();
        for (a, first) in readings.iter().enumerate() {
            for (b, second) in readings.iter().enumerate().skip(a + 1) {
                let found = compare(first, second, Options::default());
                pairs.push(Pair { a, b, found });
            }
        }
        Examples {
            articles,
            readings,
            pairs,
        }
    }

    /// The HTML for each marker of the page, with the marker's name.
    pub fn all(&self) -> Vec<(&'static str, String)> {
        let shown = |kind| self.example(self.best(|found| found.kind == kind && !found.moved));
        vec![
            ("verbatim", self.verbatim()),
            ("edited", shown(Kind::Edited)),
            ("related", shown(Kind::Related)),
            ("moved", self.example(self.best(|found| found.moved))),
            ("passage", self.passage()),
            ("repeat", self.repeat()),
            ("furniture", self.furniture()),
            ("figures", self.figures()),
            ("nothing", self.nothing()),
        ]
    }

    /// The match with the highest score among those that `fits` accepts.
    fn best(&self, fits: impl Fn(&Match) -> bool) -> Option<(&Pair, &Match)> {
        self.pairs
            .iter()
            .flat_map(|pair| pair.found.matches.iter().map(move |found| (pair, found)))
            .filter(|(_, found)| fits(found))
            .max_by(|(_, one), (_, other)| one.score.total_cmp(&other.score))
    }

    fn verbatim(&self) -> String {
        match self.best(|found| found.kind == Kind::Verbatim) {
            Some(best) => self.example(Some(best)),
            None => {
                "<p>No two of the articles here share a whole sentence to the word. That is common in news: what is \
                 taken over is nearly always touched.</p>"
                    .to_owned()
            }
        }
    }

    /// A match: both sentences with their sources, and what changed.
    fn example(&self, best: Option<(&Pair, &Match)>) -> String {
        let Some((pair, found)) = best else {
            return "<p>No two of the articles here have one at the moment.</p>".to_owned();
        };
        let (a, b) = (self.span(pair.a, found.a), self.span(pair.b, found.b));
        let (body_a, body_b) = (&self.articles[pair.a].text, &self.articles[pair.b].text);
        let class = found.kind.name();
        let name = match found.kind {
            Kind::Verbatim => "Verbatim",
            Kind::Edited => "Edited",
            Kind::Related => "Related",
        };
        let moved = if found.moved { ", moved" } else { "" };
        format!(
            "<figure class=\"example {class}\">\n<figcaption><span class=\"swatch {class}\"></span><b>{name}{moved}</b> \
             <span>score {:.2}</span> <a href=\"./?a={}&amp;b={}&amp;at={}.{}\">See it in the texts</a></figcaption>\n{}{}\
             <p class=\"changed\">What changed:</p>\n<div class=\"diff\">{}</div>\n</figure>",
            found.score,
            self.articles[pair.a].id,
            self.articles[pair.b].id,
            scalars(body_a, a),
            scalars(body_b, b),
            self.quote("A", pair.a, a),
            self.quote("B", pair.b, b),
            changes(a.of(body_a), b.of(body_b)),
        )
    }

    fn quote(&self, letter: &str, article: usize, span: Span) -> String {
        let text = span.of(&self.articles[article].text);
        format!(
            "<blockquote><span class=\"letter\">{letter}</span><p><span class=\"quoted\">{}</span> <small>{}</small></p></blockquote>\n",
            escape(text),
            self.source(article)
        )
    }

    /// "Publisher, “Title”", as far as the article's file states it.
    fn source(&self, article: usize) -> String {
        let article = &self.articles[article];
        let title = format!("“{}”", escape(&article.title.value));
        match &article.publisher {
            Some(publisher) => format!("{}, {title}", escape(&publisher.value)),
            None => title,
        }
    }

    /// The longest passage of all.
    fn passage(&self) -> String {
        let longest = self
            .pairs
            .iter()
            .flat_map(|pair| pair.found.passages.iter().map(move |one| (pair, one)))
            .max_by_key(|(_, one)| one.words);
        let Some((pair, one)) = longest else {
            return "<p>No two of the articles here share a passage.</p>".to_owned();
        };
        let words = &self.readings[pair.a].words;
        let ends = words
            .get(one.a as usize)
            .zip(words.get((one.a + one.words - 1) as usize));
        let text = ends.map_or("", |(first, last)| {
            Span::new(first.span.start, last.span.end).of(&self.articles[pair.a].text)
        });
        format!(
            "<p class=\"specimen-line\"><q>{}</q>: {} words in a row, in {} and in {}.</p>",
            escape(text),
            one.words,
            self.source(pair.a),
            self.source(pair.b)
        )
    }

    /// The first sentence that repeats an earlier one of its article.
    fn repeat(&self) -> String {
        let mut found = None;
        for (place, reading) in self.readings.iter().enumerate() {
            let repeats = reading.sentences.iter().filter_map(|sentence| {
                matches!(sentence.standing, Standing::Repeat(_)).then_some(sentence.span)
            });
            let repeats: Vec<Span> = repeats.collect();
            if found
                .as_ref()
                .is_none_or(|(_, known): &(usize, Vec<Span>)| repeats.len() > known.len())
            {
                found = Some((place, repeats));
            }
        }
        match found {
            Some((place, repeats)) if !repeats.is_empty() => format!(
                "<p class=\"specimen-line\">{} repeats {} of its {} sentences, the first of them <q>{}</q>.</p>",
                self.source(place),
                repeats.len(),
                self.readings[place].sentences.len(),
                escape(repeats[0].of(&self.articles[place].text))
            ),
            _ => "<p>No article here repeats itself.</p>".to_owned(),
        }
    }

    /// A piece of furniture of each article that has one.
    fn furniture(&self) -> String {
        let pieces = self
            .articles
            .iter()
            .enumerate()
            .filter_map(|(place, article)| {
                let piece = article.furniture.first()?;
                let text = article.text.get(piece.range())?;
                Some(format!(
                    "<li>{}, in {}: <q>{}</q></li>",
                    piece.label,
                    self.source(place),
                    escape(&shortened(text))
                ))
            });
        let pieces: Vec<String> = pieces.take(3).collect();
        format!("<ul class=\"specimens\">{}</ul>", pieces.join("\n"))
    }

    /// The figures of the pair that shares most, each with an explanation.
    fn figures(&self) -> String {
        let most = self.pairs.iter().max_by(|one, other| {
            let share = |pair: &Pair| pair.found.a.containment() + pair.found.b.containment();
            share(one).total_cmp(&share(other))
        });
        let Some(pair) = most else {
            return String::new();
        };
        let (a, b) = (&pair.found.a, &pair.found.b);
        let rows = figures::rows(&pair.found);
        format!(
            "<p>Take {} as A and {} as B. <b>Of A’s own text, {} is in B; of B’s, {} is in A</b> \
             (<a href=\"./?a={}&amp;b={}\">see the two</a>):</p>\n<table class=\"tally\"><thead><tr><td></td><th scope=\"col\">A</th>\
             <th scope=\"col\">B</th><th scope=\"col\">What is counted</th></tr></thead>\n<tbody>{rows}</tbody></table>",
            self.source(pair.a),
            self.source(pair.b),
            percent(a.containment()),
            percent(b.containment()),
            self.articles[pair.a].id,
            self.articles[pair.b].id,
        )
    }

    /// How many pairs share nothing.
    fn nothing(&self) -> String {
        let none = |pair: &&Pair| pair.found.matches.is_empty() && pair.found.passages.is_empty();
        format!(
            "{} of the {} pairs that can be made of the {} articles here",
            self.pairs.iter().filter(none).count(),
            self.pairs.len(),
            self.articles.len()
        )
    }

    fn span(&self, article: usize, sentence: u32) -> Span {
        let sentences = &self.readings[article].sentences;
        sentences
            .get(sentence as usize)
            .map_or_else(Span::default, |sentence| sentence.span)
    }
}

/// Reads an article as the site does.
fn read(article: &Article) -> Reading {
    let furniture: Vec<Span> = article
        .furniture
        .iter()
        .map(|piece| piece.range().into())
        .collect();
    let language = article.language.as_ref();
    Reading::new(
        Source::new(
            &article.text,
            language.map_or_else(
                || lang::detect(&article.text),
                |tag| Lang::from_tag(&tag.value),
            ),
        )
        .with_furniture(&furniture),
    )
}

/// Where a span begins, in Unicode scalar values, as in links.
fn scalars(text: &str, span: Span) -> usize {
    Span::new(0, span.start).of(text).chars().count()
}

/// A word diff as the drawer shows it.
fn changes(a: &str, b: &str) -> String {
    let mut out = String::new();
    let mark = |name: &str, heard: &str, text: &str| {
        let words = text.trim();
        let start = text.len() - text.trim_start().len();
        let (before, after) = (&text[..start], &text[start + words.len()..]);
        format!(
            "{before}<{name}><span class=\"aloud\">{heard}</span>{}</{name}>{after}",
            escape(words)
        )
    };
    for hunk in reading_diff(a, b).hunks {
        let (only_a, only_b) = (hunk.a.of(a), hunk.b.of(b));
        if hunk.op == Op::Equal {
            out.push_str(&escape(only_a));
            continue;
        }
        if !only_a.trim().is_empty() {
            out.push_str(&mark("del", "only A: ", only_a));
        }
        if !only_b.trim().is_empty() {
            out.push_str(&mark("ins", "only B: ", only_b));
        }
    }
    out
}

/// The text on one line, cut to the length of a line.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 90;
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let short: String = line.chars().take(LONGEST).collect();
    let whole = short
        .rsplit_once(' ')
        .map_or(short.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_marked_for_eye_and_ear_and_text_stays_text() {
        let html = changes("Tanks <left> today.", "Tanks <stayed> today.");
        assert!(
            html.contains("<del><span class=\"aloud\">only A: </span>left</del>"),
            "{html}"
        );
        assert!(
            html.contains("<ins><span class=\"aloud\">only B: </span>stayed</ins>"),
            "{html}"
        );
        assert!(html.starts_with("Tanks &lt;"), "{html}");
    }

    #[test]
    fn long_text_is_cut_between_words() {
        let short = shortened(&"word ".repeat(40));
        assert!(
            short.ends_with("word …") && short.chars().count() < 95,
            "{short}"
        );
        assert_eq!(shortened(" a\n b "), "a b");
    }

    #[test]
    fn an_empty_shelf_is_no_failure() {
        for (name, html) in Examples::of(&[]).all() {
            assert!(!html.contains("<figure"), "{name}");
        }
    }
}
