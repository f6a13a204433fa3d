//! Turns elements into paragraphs: what browsers show as a block becomes a paragraph, and a line becomes a line. The walk
//! needs no stack, so deep pages are no problem.

use crate::paragraphs::{Kind, Paragraphs};
use dom_query::NodeRef;

/// Elements that never have an article's words.
const SKIPPED: [&str; 28] = [
    "script", "style", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
    "video", "select", "button", "input", "textarea", "head", "title", "noscript", "map", "dialog",
    "progress", "meter", "datalist", "link", "meta", "nav", "rt", "rp",
];

/// Elements that are paragraphs of their own.
const BLOCKS: [&str; 32] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figure",
    "figcaption",
    "pre",
    "address",
    "hr",
    "form",
    "fieldset",
    "details",
    "summary",
    "center",
    "body",
    "html",
    "hgroup",
    "caption",
    "ul",
    "ol",
    "dl",
];

/// Elements that are lines of their own.
const LINES: [&str; 3] = ["li", "dt", "dd"];

/// Whether an element and everything in it is skipped.
pub(crate) fn is_skipped(node: &NodeRef<'_>, name: &str) -> bool {
    if SKIPPED.contains(&name) || node.has_attr("hidden") {
        return true;
    }
    node.attr("style").is_some_and(|style| {
        let style = style.to_ascii_lowercase().replace(' ', "");
        style.contains("display:none") || style.contains("visibility:hidden")
    })
}

/// Whether white space counts in an element.
fn is_preformatted(node: &NodeRef<'_>, name: &str) -> bool {
    name == "pre"
        || node.attr("style").is_some_and(|style| {
            style
                .to_ascii_lowercase()
                .replace(' ', "")
                .contains("white-space:pre")
        })
}

/// A paragraph, a list item or a table cell of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) text: String,
    pub(crate) kind: Kind,
    /// How many of its letters, without spaces, are in links.
    pub(crate) linked: usize,
    pub(crate) is_heading: bool,
    /// Whether a list or a table begins with it.
    begins: bool,
}

impl Block {
    /// The number of its letters, without spaces.
    pub(crate) fn letters(&self) -> usize {
        letters(&self.text)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The text of everything under a node.
pub(crate) fn text(root: &NodeRef<'_>) -> String {
    walked(root).paragraphs.finish()
}

/// The same, block by block.
pub(crate) fn blocks(root: &NodeRef<'_>) -> Vec<Block> {
    let mut walk = walked(root);
    walk.end();
    walk.blocks
}

/// The text of these blocks.
pub(crate) fn joined(blocks: &[Block]) -> String {
    let mut paragraphs = Paragraphs::default();
    for block in blocks {
        if block.begins {
            paragraphs.gap();
        }
        paragraphs.push_raw(&block.text);
        paragraphs.end(block.kind);
    }
    paragraphs.finish()
}

fn walked(root: &NodeRef<'_>) -> Walk {
    let mut walk = Walk::default();
    let mut next = Some(*root);
    while let Some(node) = next {
        let inside = walk.enter(&node).then(|| node.first_child()).flatten();
        next = inside.or_else(|| walk.onwards(node, root));
    }
    walk
}

#[derive(Default)]
struct Walk {
    paragraphs: Paragraphs,
    blocks: Vec<Block>,
    items: usize,
    cells: usize,
    preformatted: usize,
    /// How many links are open, and how many letters of the open paragraph are in links.
    links: usize,
    linked: usize,
    headings: usize,
    begins: bool,
}

impl Walk {
    /// Enters a node. Returns whether its content is to be read.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            let text = node.text();
            if self.links > 0 {
                self.linked += letters(&text);
            }
            if self.preformatted > 0 {
                self.paragraphs.push_raw(&text);
            } else {
                self.paragraphs.push(&text);
            }
            return false;
        }
        let Some(name) = node.node_name() else {
            return !node.is_comment() && !node.is_doctype();
        };
        if is_skipped(node, &name) {
            return false;
        }
        match &*name {
            "br" => self.paragraphs.line_break(),
            "td" | "th" => {
                self.end();
                self.cells += 1;
            }
            "table" => {
                self.end();
                self.gap();
            }
            "a" => self.links += usize::from(node.has_attr("href")),
            block if is_block(block) => {
                self.end();
                let lists = ["ul", "ol", "dl"].contains(&block);
                if lists && self.items == 0 {
                    self.gap();
                }
                self.items += usize::from(LINES.contains(&block));
                self.headings += usize::from(is_heading(block));
            }
            _ => {}
        }
        self.preformatted += usize::from(is_preformatted(node, &name));
        true
    }

    /// The next node after this one and everything inside it. Leaves the elements on the way there.
    fn onwards<'a>(&mut self, from: NodeRef<'a>, root: &NodeRef<'a>) -> Option<NodeRef<'a>> {
        let mut node = from;
        loop {
            if node.id == root.id {
                return None;
            }
            self.leave(&node);
            if let Some(next) = node.next_sibling() {
                return Some(next);
            }
            node = node.parent()?;
        }
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        if is_skipped(node, &name) {
            return;
        }
        let (cell, item) = (matches!(&*name, "td" | "th"), LINES.contains(&&*name));
        if cell || item || is_block(&name) || matches!(&*name, "tr" | "table") {
            self.end();
        }
        self.links -= usize::from(&*name == "a" && node.has_attr("href") && self.links > 0);
        self.headings -= usize::from(is_heading(&name) && self.headings > 0);
        self.cells -= usize::from(cell && self.cells > 0);
        self.items -= usize::from(item && self.items > 0);
        let preformatted = is_preformatted(node, &name) && self.preformatted > 0;
        self.preformatted -= usize::from(preformatted);
    }

    fn end(&mut self) {
        let kind = if self.cells > 0 {
            Kind::Cell
        } else if self.items > 0 {
            Kind::Item
        } else {
            Kind::Body
        };
        let is_heading = self.headings > 0;
        let linked = std::mem::take(&mut self.linked);
        if let Some(text) = self.paragraphs.end(kind) {
            self.blocks.push(Block {
                text: text.to_owned(),
                kind,
                linked,
                is_heading,
                begins: std::mem::take(&mut self.begins),
            });
        }
    }

    fn gap(&mut self) {
        self.paragraphs.gap();
        self.begins = true;
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || LINES.contains(&name)
}

/// A text as one line.
pub(crate) fn one_line(text: &str) -> String {
    crate::clean::line(text)
}

#[cfg(test)]
mod tests {
    use crate::html::inner_text;

    #[test]
    fn blocks_become_paragraphs_and_items_lines() {
        let cases = [
            (
                "<p>One\n two <b>thr</b>ee</p><p>Four</p>",
                "One two three\n\nFour",
            ),
            ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
            (
                "<ul><li>One<li><p>Two</p><ul><li>Three</ul></ul><p>x",
                "One\nTwo\nThree\n\nx",
            ),
            ("<ol><li>a</ol><ol><li>b</ol>", "a\n\nb"),
            ("One<br>two<br><br>three", "One\ntwo\n\nthree"),
            (
                "<table><tr><td>a<td>b<tr><td><p>c</p><td>d</table>e",
                "a\nb\nc\nd\n\ne",
            ),
            ("<pre>a  b\n  c</pre>", "a  b\n  c"),
            (
                "a<script>x</script><style>y</style><span hidden>z</span><span style='display: none'>z</span>b",
                "ab",
            ),
            ("<p>a&nbsp;b &amp;lt;i&gt;</p>", "a\u{a0}b &lt;i>"),
            ("<!-- a -->b", "b"),
            (
                "<p><ruby>虐待<rp>(</rp><rt>ぎゃくたい</rt><rp>)</rp></ruby>の",
                "虐待の",
            ),
        ];
        for (html, text) in cases {
            assert_eq!(
                crate::clean::text(&inner_text(html).expect("shallow")),
                text,
                "{html}"
            );
            let blocks = super::blocks(&dom_query::Document::fragment(html).root());
            assert_eq!(crate::clean::text(&super::joined(&blocks)), text, "{html}");
        }
    }
}
