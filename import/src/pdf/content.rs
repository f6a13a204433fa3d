//! Runs a page's operators only for their text (ISO 32000-1, 9.4): letters with their positions, in drawing order.

use super::font::Font;
use crate::bounds;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{
    Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString,
};
use hayro_syntax::page::{Page, Resources};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The most operators that are run in one document: a page has some thousands.
const OPERATORS: usize = 20_000_000;

/// How many operators a piece of a page counts for, besides its own, each time it is drawn: it is unpacked again each time.
const FORM: usize = 400;

/// The most letters of one document.
const LETTERS: usize = bounds::TEXT_OUT;

/// A letter, or several that are drawn as one, at its place in the page's space.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub(crate) text: String,
    /// The start and the end of its baseline.
    pub(crate) from: (f64, f64),
    pub(crate) to: (f64, f64),
    /// The font's size, as drawn.
    pub(crate) size: f64,
    /// Whether it is marked as an artifact: a page number, a running header.
    pub(crate) artifact: bool,
}

/// Reads page after page, and keeps what the pages share.
#[derive(Default)]
pub(crate) struct Reader {
    fonts: BTreeMap<(i32, i32), Rc<Font>>,
    /// How many letters were drawn, and how many of them have no known character.
    pub(crate) letters: usize,
    pub(crate) unknown: usize,
    pub(crate) images: u32,
    operators: usize,
}

type Matrix = [f64; 6];

const UNMOVED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The product: first `a`, then `b`.
fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// The mark of a part of a page.
enum Mark {
    Plain,
    Artifact,
    /// Drawn content with a replacement text, after that text was returned.
    Replaced,
}

struct Run<'r> {
    reader: &'r mut Reader,
    glyphs: Vec<Glyph>,
    marks: Vec<Mark>,
    replacement: Option<String>,
}

impl Reader {
    /// The letters of a page.
    pub(crate) fn page(&mut self, page: &Page<'_>) -> Vec<Glyph> {
        let mut run = Run {
            reader: self,
            glyphs: Vec::new(),
            marks: Vec::new(),
            replacement: None,
        };
        run.content(page.typed_operations(), page.resources(), UNMOVED, 0);
        run.glyphs
    }

    /// Whether a limit was reached.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.operators >= OPERATORS || self.letters >= LETTERS
    }

    fn font(&mut self, dict: &Dict<'_>) -> Rc<Font> {
        let key = dict
            .obj_id()
            .map(|id: ObjectIdentifier| (id.obj_number as i32, id.gen_number));
        if let Some(known) = key.and_then(|key| self.fonts.get(&key)) {
            return Rc::clone(known);
        }
        let font = Rc::new(Font::new(dict));
        if let Some(key) = key {
            self.fonts.insert(key, Rc::clone(&font));
        }
        font
    }
}

impl Run<'_> {
    fn content(
        &mut self,
        mut operators: TypedIter<'_>,
        resources: &Resources<'_>,
        page: Matrix,
        depth: usize,
    ) {
        let mut state = State {
            page,
            font: None,
            size: 1.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut saved: Vec<State> = Vec::new();
        let (mut text, mut line) = (UNMOVED, UNMOVED);
        let marks = self.marks.len();
        while let Some(operator) = operators.next() {
            self.reader.operators += 1;
            if self.reader.is_exhausted() {
                break;
            }
            let mut next_line = |text: &mut Matrix, x: f64, y: f64| {
                line = times([1.0, 0.0, 0.0, 1.0, x, y], line);
                *text = line;
            };
            match operator {
                Op::SaveState(_) if saved.len() < 512 => saved.push(state.clone()),
                Op::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Op::Transform(m) => {
                    let matrix = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(|number| number.as_f64());
                    state.page = times(matrix, state.page);
                }
                Op::BeginText(_) => (text, line) = (UNMOVED, UNMOVED),
                Op::TextFont(f) => {
                    state.font = resources.get_font(f.0).map(|dict| self.reader.font(&dict));
                    state.size = f.1.as_f64();
                }
                Op::CharacterSpacing(n) => state.spacing = n.0.as_f64(),
                Op::WordSpacing(n) => state.word_spacing = n.0.as_f64(),
                Op::HorizontalScaling(n) => state.stretch = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => state.leading = n.0.as_f64(),
                Op::TextRise(n) => state.rise = n.0.as_f64(),
                Op::NextLine(n) => next_line(&mut text, n.0.as_f64(), n.1.as_f64()),
                Op::NextLineAndSetLeading(n) => {
                    state.leading = -n.1.as_f64();
                    next_line(&mut text, n.0.as_f64(), n.1.as_f64());
                }
                Op::SetTextMatrix(m) => {
                    line = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(|number| number.as_f64());
                    text = line;
                }
                Op::NextLineUsingLeading(_) => next_line(&mut text, 0.0, -state.leading),
                Op::ShowText(s) => self.show(&state, &mut text, s.0.as_bytes()),
                Op::NextLineAndShowText(s) => {
                    next_line(&mut text, 0.0, -state.leading);
                    self.show(&state, &mut text, s.0.as_bytes());
                }
                Op::ShowTextWithParameters(s) => {
                    (state.word_spacing, state.spacing) = (s.0.as_f64(), s.1.as_f64());
                    next_line(&mut text, 0.0, -state.leading);
                    self.show(&state, &mut text, s.2.as_bytes());
                }
                Op::ShowTexts(array) => {
                    for item in array.0.iter::<Object<'_>>() {
                        if let Object::String(string) = &item {
                            self.show(&state, &mut text, string.as_bytes());
                        } else if let Some(moved) = item.into_f32() {
                            let x = -f64::from(moved) / 1000.0 * state.size * state.stretch;
                            text = times([1.0, 0.0, 0.0, 1.0, x, 0.0], text);
                        }
                    }
                }
                Op::BeginMarkedContent(mark) => self.mark(mark.0.as_ref(), None),
                Op::BeginMarkedContentWithProperties(mark) => {
                    let properties = match mark.1 {
                        Object::Dict(dict) => Some(dict.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name.as_ref()),
                        _ => None,
                    };
                    self.mark(mark.0.as_ref(), properties.as_ref());
                }
                Op::EndMarkedContent(_) if self.marks.len() > marks => drop(self.marks.pop()),
                Op::InlineImage(_) => self.reader.images = self.reader.images.saturating_add(1),
                Op::XObject(name) => {
                    if let Some(object) = resources.get_x_object(name.0) {
                        self.object(&object, resources, state.page, depth);
                    }
                }
                _ => {}
            }
        }
        self.marks.truncate(marks);
    }

    /// An image, which is counted, or a piece of a page that can be drawn in several places.
    fn object(
        &mut self,
        object: &Stream<'_>,
        resources: &Resources<'_>,
        page: Matrix,
        depth: usize,
    ) {
        let kind = object.dict().get::<Name<'_>>("Subtype");
        if kind.is_some_and(|kind| kind.as_ref() == b"Image") {
            self.reader.images = self.reader.images.saturating_add(1);
            return;
        }
        if depth >= 8 || self.reader.is_exhausted() {
            return;
        }
        let Ok(data) = object.decoded_data() else {
            return;
        };
        self.reader.operators += FORM + data.len() / 100;
        let own = object
            .dict()
            .get::<Dict<'_>>("Resources")
            .map(Resources::new);
        let matrix = object.dict().get::<Array<'_>>("Matrix").and_then(|array| {
            let numbers: Vec<f64> = array.iter::<f64>().take(6).collect();
            Matrix::try_from(numbers).ok()
        });
        let page = times(matrix.unwrap_or(UNMOVED), page);
        self.content(
            TypedIter::new(&data),
            own.as_ref().unwrap_or(resources),
            page,
            depth + 1,
        );
    }

    fn mark(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let actual =
            properties.and_then(|properties| properties.get::<PdfString<'_>>("ActualText"));
        let mark = if tag == b"Artifact" {
            Mark::Artifact
        } else if let Some(actual) = actual {
            self.replacement = Some(super::encoding::document_text(actual.as_bytes()));
            Mark::Replaced
        } else {
            Mark::Plain
        };
        // The number of open marks is limited, or a malicious page could fill the memory.
        if self.marks.len() < 10_000 {
            self.marks.push(mark);
        }
    }

    fn show(&mut self, state: &State, text: &mut Matrix, string: &[u8]) {
        let Some(font) = &state.font else { return };
        let artifact = self.marks.iter().any(|mark| matches!(mark, Mark::Artifact));
        let replaced = self.marks.iter().any(|mark| matches!(mark, Mark::Replaced));
        for code in font.codes(string) {
            let at = times(
                [
                    state.size * state.stretch,
                    0.0,
                    0.0,
                    state.size,
                    0.0,
                    state.rise,
                ],
                times(*text, state.page),
            );
            let drawn = times([1.0, 0.0, 0.0, 1.0, code.width, 0.0], at);
            self.reader.letters += 1;
            let letters = if replaced {
                self.replacement.take().or(Some(String::new()))
            } else {
                code.text
            };
            match letters {
                Some(letters) => self.glyphs.push(Glyph {
                    text: letters,
                    from: (at[4], at[5]),
                    to: (drawn[4], drawn[5]),
                    size: (at[2] * at[2] + at[3] * at[3]).sqrt(),
                    artifact,
                }),
                None => self.reader.unknown += 1,
            }
            let extra = state.spacing
                + if code.is_space {
                    state.word_spacing
                } else {
                    0.0
                };
            let x = (code.width * state.size + extra) * state.stretch;
            *text = times([1.0, 0.0, 0.0, 1.0, x, 0.0], *text);
        }
    }
}
