//! Reads the XML of documents, one event after another: names without prefixes, a limit on the depth, and only the five
//! built-in entities. A document that declares other entities is refused, since they can make a small file grow without
//! limit.

use crate::bounds;
use crate::error::{self, ImportError};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

const WHAT: &str = "document";

/// What comes next in a part.
#[derive(Debug)]
pub(crate) enum Step<'a> {
    /// An element starts.
    Start(Element<'a>),
    /// An element ends: its name without its prefix.
    End(String),
    /// Characters.
    Text(String),
}

/// An element's start.
#[derive(Debug)]
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name, without its prefix.
    pub(crate) fn name(&self) -> String {
        self.0.local_name().as_ref().to_owned()
    }

    /// An attribute, by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let raw = found.value.as_ref();
        Some(
            quick_xml::escape::unescape(raw)
                .map_or_else(|_| raw.to_owned(), |value| value.into_owned()),
        )
    }
}

/// A part of a document, being read.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// An empty element is reported as a start and an end.
    ends: Option<String>,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = true;
        Self {
            reader,
            depth: 0,
            ends: None,
        }
    }

    /// What comes next; `None` at the end.
    ///
    /// # Errors
    /// If the XML is broken, too deep, or declares entities.
    pub(crate) fn next(&mut self) -> Result<Option<Step<'a>>, ImportError> {
        if let Some(name) = self.ends.take() {
            return Ok(Some(Step::End(name)));
        }
        let damaged = || error::damaged(WHAT);
        loop {
            let step = match self.reader.read_event().map_err(|_| damaged())? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > bounds::XML_DEPTH {
                        return Err(error::too_deep(WHAT));
                    }
                    Step::Start(Element(start))
                }
                Event::Empty(start) => {
                    let element = Element(start);
                    self.ends = Some(element.name());
                    Step::Start(element)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::End(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Step::Text(text.to_string()),
                Event::CData(text) => Step::Text(text.to_string()),
                Event::GeneralRef(reference) => {
                    let name = reference.to_string();
                    let character = reference.resolve_char_ref().ok().flatten();
                    Step::Text(match (character, resolve_predefined_entity(&name)) {
                        (Some(character), _) => character.to_string(),
                        (None, Some(text)) => text.to_owned(),
                        (None, None) => format!("&{name};"),
                    })
                }
                Event::DocType(_) => return Err(error::entities(WHAT)),
                Event::Eof if self.depth > 0 => return Err(damaged()),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            return Ok(Some(step));
        }
    }

    /// How many elements are open. An empty one is open until its end was reported.
    pub(crate) fn level(&self) -> usize {
        self.depth + usize::from(self.ends.is_some())
    }

    /// What comes next inside an element; `None` after its end. `level`: the level of the element when it had just started.
    pub(crate) fn next_within(&mut self, level: usize) -> Result<Option<Step<'a>>, ImportError> {
        if self.level() < level {
            return Ok(None);
        }
        self.next()
    }

    /// Skips an element that has just started, and returns its characters, by paragraphs.
    pub(crate) fn skip(&mut self) -> Result<String, ImportError> {
        self.skip_without(&[])
    }

    /// The same, without the characters of elements with these names.
    pub(crate) fn skip_without(&mut self, names: &[&str]) -> Result<String, ImportError> {
        let mut text = String::new();
        let mut inside = 1_usize;
        while inside > 0 {
            match self.next()? {
                Some(Step::Start(element)) if names.contains(&element.name().as_str()) => {
                    drop(self.skip()?);
                }
                Some(Step::Start(_)) => inside += 1,
                Some(Step::End(_)) => {
                    inside -= 1;
                    text.push(' ');
                }
                Some(Step::Text(part)) => text.push_str(&part),
                None => break,
            }
        }
        Ok(text)
    }
}

/// The text of the first element of this name, in a part such as a document's properties.
pub(crate) fn first(text: &str, name: &str) -> Result<Option<String>, ImportError> {
    let mut xml = Xml::new(text);
    while let Some(step) = xml.next()? {
        if let Step::Start(element) = step
            && element.name() == name
        {
            return Ok(Some(xml.skip()?.trim().to_owned()));
        }
    }
    Ok(None)
}

/// How many words the elements of this name have together. Without a name, the words of the whole part.
pub(crate) fn words(text: &str, name: Option<&str>) -> Result<u32, ImportError> {
    let mut xml = Xml::new(text);
    let mut words = 0_u32;
    while let Some(step) = xml.next()? {
        if let Step::Start(element) = step
            && name.is_none_or(|name| element.name() == name)
        {
            words = words.saturating_add(crate::clean::words(&xml.skip()?));
        }
    }
    Ok(words)
}
