//! One article as a column of paragraphs. Text is cut into sentences and runs, and nothing is left out: joined, the
//! `before` and pieces of every paragraph of every block, and the rest after them, are the article's text.

use std::sync::Arc;

use super::block::{Block, Paragraph, Piece};
use super::comparing::Comparing;
use super::cut::Cutter;
use super::header::Header;
use super::names::sources;
use super::outline::{Item, Outline};
use crate::library::Article;
use crate::state::{Both, Side};

/// The number of characters of a text that are shown before it has been read.
const UNREAD: usize = 12_000;

/// An article that has not been read yet: its header, and its lines as they are; of a long text, only the first ones.
pub fn unread(articles: &Both<Arc<Article>>, side: Side) -> (Header, Vec<Block>) {
    let article = articles.of(side);
    let text: &str = &article.text;
    let end = text
        .char_indices()
        .nth(UNREAD)
        .map_or(text.len(), |(end, _)| end);
    let lines = text.get(..end).unwrap_or("").lines();
    let paragraph = |line: &str| {
        Block::Paragraph(Paragraph {
            side,
            before: String::new(),
            pieces: vec![Piece::Gap(line.to_owned())],
            label: None,
            continues: false,
        })
    };
    let lines = lines.filter(|line| !line.trim().is_empty()).map(paragraph);
    (
        super::header::unread(article, side, &sources(articles)),
        lines.collect(),
    )
}

/// One article as a column.
pub fn column(comparing: &Comparing, side: Side) -> Outline {
    let cutter = Cutter::new(comparing, side);
    let mut outline = Outline::default();
    let mut last: Option<(u32, u32)> = None;
    for (index, sentence) in (0_u32..).zip(comparing.sentences(side)) {
        let gap = cutter.gap(last.map(|(before, _)| before), Some(index));
        let goes_on = last.is_some_and(|(_, paragraph)| paragraph == sentence.paragraph);
        if goes_on {
            outline.push(Item::Gap(side, gap));
        } else {
            outline.open(comparing, side, gap);
        }
        outline.push(Item::Sentence(side, index));
        last = Some((index, sentence.paragraph));
    }
    let gap = cutter.gap(last.map(|(before, _)| before), None);
    let after = outline.tail(comparing, side, gap);
    outline.folded(comparing, after, None)
}

#[cfg(test)]
mod tests;
