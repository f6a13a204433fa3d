//! E-books (EPUB 2 and 3): a package of web pages in order. Each is a chapter, and a table of contents names them.

use super::xml::{self, Step, Xml};
use super::zip::Package;
use crate::bounds;
use crate::error::{self, ImportError};
use crate::field;
use crate::html;
use crate::imported::{Format, Imported, Piece};
use std::collections::BTreeMap;

const WHAT: &str = "e-book";
const PROPERTIES: &str = "the book's properties";

/// The chapters of a book that have words, in their order.
pub(crate) fn chapters(package: &mut Package<'_>) -> Result<Vec<Piece>, ImportError> {
    if package.has("META-INF/rights.xml") || package.has("META-INF/sinf.xml") {
        return Err(error::locked_book());
    }
    let damaged = || error::damaged(WHAT);
    let container = package
        .part("META-INF/container.xml")?
        .ok_or_else(damaged)?;
    let root = attribute_of(&container, "rootfile", "full-path")?.ok_or_else(damaged)?;
    let opf = package.part(&root)?.ok_or_else(damaged)?;
    let opf = without_doctype(&opf);
    let book = Book::read(&opf)?;
    let names = book.contents(package, &root)?;
    let mut pieces = Vec::new();
    let mut words = 0;
    for id in &book.order {
        let Some(item) = book.items.get(id) else {
            continue;
        };
        if !item.kind.contains("html") || item.properties.split(' ').any(|word| word == "nav") {
            continue;
        }
        let path = resolved(&root, &item.href);
        let Some(page) = package.part(&path)? else {
            continue;
        };
        let number = pieces.len() + 1;
        let piece = match html::chapter(&page) {
            None => Err(error::too_deep(WHAT)),
            Some((text, heading)) => {
                let Ok(mut imported) = Imported::of(Format::Epub, &text) else {
                    // A picture, or an empty page.
                    continue;
                };
                words += text.len();
                let named = names.get(&path).filter(|name| !name.is_empty());
                imported.about.title = named
                    .and_then(|name| field::line(name, "the book's table of contents"))
                    .or_else(|| field::line(&heading?, "the first heading"));
                imported.about.publisher = field::line(&book.title, PROPERTIES);
                imported.about.date = field::day(&book.date, PROPERTIES);
                imported.about.language = field::language(&book.language, PROPERTIES);
                Ok(imported)
            }
        };
        let title = piece
            .as_ref()
            .ok()
            .and_then(|read| read.about.title.as_ref());
        let name = title.map_or_else(|| format!("Part {number}"), |title| title.value.clone());
        pieces.push(Piece { name, read: piece });
        if words > bounds::TEXT_OUT {
            return Err(error::bomb(WHAT));
        }
    }
    if pieces.is_empty() {
        return Err(error::blank(Format::Epub));
    }
    Ok(pieces)
}

/// What the package document says about the book.
#[derive(Default)]
struct Book {
    title: String,
    date: String,
    language: String,
    /// The files, by their ids.
    items: BTreeMap<String, Item>,
    /// The ids of the files, in reading order.
    order: Vec<String>,
}

#[derive(Default)]
struct Item {
    href: String,
    kind: String,
    properties: String,
}

impl Book {
    fn read(opf: &str) -> Result<Self, ImportError> {
        let mut book = Self::default();
        let first = |name: &str| xml::first(opf, name).map(Option::unwrap_or_default);
        book.title = first("title")?;
        book.date = first("date")?;
        book.language = first("language")?;
        let mut xml = Xml::new(opf);
        while let Some(step) = xml.next()? {
            let Step::Start(element) = step else { continue };
            let attribute = |name: &str| element.attribute(name).unwrap_or_default();
            match element.name().as_str() {
                "item" => {
                    let item = Item {
                        href: attribute("href"),
                        kind: attribute("media-type"),
                        properties: attribute("properties"),
                    };
                    book.items.insert(attribute("id"), item);
                }
                "itemref" => book.order.push(attribute("idref")),
                _ => {}
            }
        }
        book.order.truncate(bounds::PIECES);
        Ok(book)
    }

    /// The name of each file in the table of contents. The first name of a file counts.
    fn contents(
        &self,
        package: &mut Package<'_>,
        root: &str,
    ) -> Result<BTreeMap<String, String>, ImportError> {
        let is_nav = |item: &&Item| item.properties.split(' ').any(|word| word == "nav");
        let is_ncx = |item: &&Item| item.kind == "application/x-dtbncx+xml";
        let found = self.items.values().find(is_nav);
        let found = found.or_else(|| self.items.values().find(is_ncx));
        let mut names = BTreeMap::new();
        let Some(item) = found else { return Ok(names) };
        let path = resolved(root, &item.href);
        let Some(contents) = package.part(&path)? else {
            return Ok(names);
        };
        let contents = without_doctype(&contents);
        let mut xml = Xml::new(&contents);
        let mut label = String::new();
        // A broken table of contents gives no more names, but the book is still read.
        while let Ok(Some(step)) = xml.next() {
            let Step::Start(element) = step else { continue };
            let (target, name) = match element.name().as_str() {
                "a" => {
                    let target = element.attribute("href");
                    let Ok(name) = xml.skip() else { break };
                    (target, name)
                }
                "text" => {
                    let Ok(name) = xml.skip() else { break };
                    label = name;
                    continue;
                }
                "content" => (element.attribute("src"), std::mem::take(&mut label)),
                _ => continue,
            };
            let Some(target) = target else { continue };
            let name = crate::clean::line(&name);
            names.entry(resolved(&path, &target)).or_insert(name);
        }
        Ok(names)
    }
}

/// An attribute of the first element of that name.
fn attribute_of(text: &str, name: &str, attribute: &str) -> Result<Option<String>, ImportError> {
    let text = without_doctype(text);
    let mut xml = Xml::new(&text);
    while let Some(step) = xml.next()? {
        if let Step::Start(element) = step
            && element.name() == name
        {
            return Ok(element.attribute(attribute));
        }
    }
    Ok(None)
}

/// Tables of contents begin with a document type declaration. One that declares entities is kept, so that it is refused.
fn without_doctype(text: &str) -> String {
    let Some(at) = text.find("<!DOCTYPE") else {
        return text.to_owned();
    };
    match text[at..].find(['>', '[']) {
        Some(end) if text[at + end..].starts_with('>') => {
            [&text[..at], &text[at + end + 1..]].concat()
        }
        _ => text.to_owned(),
    }
}

/// The name of the part to which an address in another part leads.
fn resolved(base: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    unescaped(&path.join("/"))
}

/// An address with codes such as `%20` decoded.
fn unescaped(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let value = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        match value.filter(|_| byte == b'%') {
            Some(value) => {
                bytes.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{resolved, without_doctype};

    #[test]
    fn addresses_lead_from_part_to_part() {
        for (base, address, path) in [
            (
                "OEBPS/content.opf",
                "text/one.xhtml#a",
                "OEBPS/text/one.xhtml",
            ),
            (
                "OEBPS/nav/toc.ncx",
                "../text/one%20two.xhtml",
                "OEBPS/text/one two.xhtml",
            ),
            ("content.opf", "./one.xhtml", "one.xhtml"),
            ("content.opf", "../../one%2.xhtml", "one%2.xhtml"),
        ] {
            assert_eq!(resolved(base, address), path, "{address}");
        }
    }

    #[test]
    fn a_declaration_of_the_kind_goes_and_one_of_entities_stays() {
        assert_eq!(without_doctype("a<!DOCTYPE ncx PUBLIC \"b\">c"), "ac");
        let entities = "<!DOCTYPE a [<!ENTITY b \"c\">]>";
        assert_eq!(without_doctype(entities), entities);
    }
}
