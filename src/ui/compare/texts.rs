//! Paragraphs and sentences, placed. The text is laid out once for a comparison; how a sentence is marked
//! and whether it is in hand is put on it afterwards (`stage`), so that choosing one touches only few.

use crossread_engine::Kind;
use leptos::prelude::*;

use crate::state::Side;
use crate::view::{
    Block, Column, Diffed, Fold, Header, Op, Paragraph, Part, Piece, Run, SentencePiece,
};

/// The class that gives a kind of match its tint and its line.
pub fn kind_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "verbatim",
        Kind::Edited => "edited",
        Kind::Related => "related",
    }
}

/// The id of a sentence's element.
pub fn sentence_id(side: Side, index: u32) -> String {
    let letter = match side {
        Side::A => 'a',
        Side::B => 'b',
    };
    format!("{letter}{index}")
}

/// The sentence of an element's id.
pub fn sentence_of(id: &str) -> Option<(Side, u32)> {
    let side = match id.get(..1)? {
        "a" => Side::A,
        "b" => Side::B,
        _ => return None,
    };
    Some((side, id.get(1..)?.parse().ok()?))
}

/// An article: what stands above it, and its text.
pub fn column(column: Column) -> AnyView {
    let lang = lang(&column.header.lang);
    let name = match column.side {
        Side::A => "a-title",
        Side::B => "b-title",
    };
    view! {
        <article class="column" aria-labelledby=name>
            <div class="flow" id=format!("flow-{}", column.side.letter())>
                {heading(column.header, name)}
                <div class="text" lang=lang>
                    {blocks(column.blocks)}
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// Only what is a language tag: an empty `lang` would mean "unknown", which is the document's to say.
pub fn lang(tag: &str) -> Option<String> {
    (!tag.is_empty()).then(|| tag.to_owned())
}

/// What stands above an article. `id` is its title's.
pub fn heading(header: Header, id: &'static str) -> AnyView {
    let lang = lang(&header.lang);
    let details = header
        .details
        .into_iter()
        .map(|detail| {
            view! {
                <dt>{detail.label}</dt>
                <dd>
                    {detail.value}
                    {(!detail.basis.is_empty()).then(|| view! { <small>{detail.basis}</small> }.into_any())}
                </dd>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    let source = header.url.map(|url| {
        view! {
            <a href=url rel="noreferrer">
                "Where it was taken from"
            </a>
        }
        .into_any()
    });
    view! {
        <h2 class="headline" id=id lang=lang>
            <span class="aloud">{header.side.letter()} ": "</span>
            {header.title}
        </h2>
        <details class="by">
            <summary>
                <span class="letter" aria-hidden="true">
                    {header.side.letter()}
                </span>
                <span>{header.publisher}</span>
                <span>{header.date}</span>
                <span>{header.words}</span>
            </summary>
            <dl>{details}</dl>
            {source}
        </details>
    }
    .into_any()
}

/// Paragraphs and folds.
pub fn blocks(blocks: Vec<Block>) -> AnyView {
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Paragraph(one) => paragraph(one),
            Block::Fold(one) => fold(one),
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn fold(fold: Fold) -> AnyView {
    let inside = fold
        .paragraphs
        .into_iter()
        .map(paragraph)
        .collect::<Vec<_>>();
    view! {
        <details class="fold">
            <summary>
                <span class="teaser">{fold.teaser}</span>
                <span class="tag">{fold.label}</span>
            </summary>
            {inside}
        </details>
    }
    .into_any()
}

fn paragraph(paragraph: Paragraph) -> AnyView {
    let mut class = String::from("para");
    if paragraph.label.is_some() {
        class.push_str(" greyed");
    }
    if paragraph.continues {
        class.push_str(" continues");
    }
    let whole = paragraph.label.is_some();
    let pieces = paragraph
        .pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Gap(text) => text.into_any(),
            Piece::Sentence(one) => sentence(one, !whole),
            Piece::Diffed(one) => diffed(one),
        })
        .collect::<Vec<_>>();
    let letter = paragraph.side.letter();
    view! {
        <p class=class data-side=letter>
            {pieces}
            {paragraph.label.map(tag)}
        </p>
    }
    .into_any()
}

fn tag(label: String) -> AnyView {
    view! {
        " "
        <span class="tag">{label}</span>
    }
    .into_any()
}

/// A sentence. `tagged`: whether it says itself what it is, where it is a repeat or furniture.
fn sentence(sentence: SentencePiece, tagged: bool) -> AnyView {
    let class = if sentence.aside.is_some() {
        "s greyed"
    } else {
        "s"
    };
    view! {
        <span class=class id=sentence_id(sentence.side, sentence.index)>
            <span class="aloud"></span>
            {runs(sentence.runs)}
        </span>
        {sentence.aside.filter(|_| tagged).map(tag)}
        {sentence.note.map(tag)}
    }
    .into_any()
}

/// Runs of a sentence: passages underlined, furniture greyed.
pub fn runs(runs: Vec<Run>) -> AnyView {
    runs.into_iter()
        .map(|run| {
            let class = match (run.passage, run.aside) {
                (false, false) => return run.text.into_any(),
                (true, false) => "passage",
                (false, true) => "greyed",
                (true, true) => "passage greyed",
            };
            view! { <span class=class>{run.text}</span> }.into_any()
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// A sentence of A with what changed in it, in one text.
fn diffed(diffed: Diffed) -> AnyView {
    let also = diffed
        .also
        .into_iter()
        .map(|(label, piece)| {
            view! {
                {tag(label)}
                " "
                {sentence(piece, false)}
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <span class="s diff" id=sentence_id(Side::A, diffed.a)>
            <span class="aloud"></span>
            {parts(diffed.diff)}
        </span>
        {also}
    }
    .into_any()
}

/// A word diff: what only A has struck through, what only B has underlined; both also by sign and, for
/// those who hear it, by word.
pub fn parts(parts: Vec<Part>) -> AnyView {
    parts
        .into_iter()
        .map(|part| match part.op {
            Op::Equal => part.a.into_any(),
            Op::Delete => removed(part.a),
            Op::Insert => added(part.b),
            Op::Replace => view! {
                {removed(part.a)}
                {added(part.b)}
            }
            .into_any(),
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn removed(text: String) -> AnyView {
    let (before, words, after) = trimmed(&text);
    view! {
        {before}
        <del>
            <span class="aloud">"only A: "</span>
            {words}
        </del>
        {after}
    }
    .into_any()
}

fn added(text: String) -> AnyView {
    let (before, words, after) = trimmed(&text);
    view! {
        {before}
        <ins>
            <span class="aloud">"only B: "</span>
            {words}
        </ins>
        {after}
    }
    .into_any()
}

/// White space at the ends stands outside of a mark: a struck space looks like a dash.
fn trimmed(text: &str) -> (String, String, String) {
    let start = text.len() - text.trim_start().len();
    let words = text.trim();
    let end = (start + words.len()).min(text.len());
    (
        text.get(..start).unwrap_or("").to_owned(),
        words.to_owned(),
        text.get(end..).unwrap_or("").to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_name_sentences() {
        for (side, index) in [(Side::A, 0), (Side::B, 12)] {
            assert_eq!(sentence_of(&sentence_id(side, index)), Some((side, index)));
        }
        for id in ["", "a", "c1", "main", "aé", "é1"] {
            assert_eq!(sentence_of(id), None, "{id}");
        }
    }

    #[test]
    fn white_space_stands_outside_of_a_mark() {
        let parts = |text| {
            let (before, words, after) = trimmed(text);
            format!("{before}[{words}]{after}")
        };
        assert_eq!(parts(" the\u{a0}ministers "), " [the\u{a0}ministers] ");
        assert_eq!(parts("word"), "[word]");
        assert_eq!(parts("  "), "  []");
    }
}
