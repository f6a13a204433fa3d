//! The page that a press of the button in another tab brings, with the extension or the bookmark (`extension/press.js`): the
//! fragment that carries it, and the messages between tabs that turn two presses into a comparison. The fragment is packed as
//! a link's texts are ([`link_payload`]); `docs/collection.md` describes it.

use crossread_article::is_web_address;
use crossread_collection::json::{self, Json, named, text};
use crossread_collection::record;

use super::draft::{Draft, Name};
use super::imported;
use super::link_payload::{self, LinkPayload};
use crate::library::Article;
use crossread_import::{Format, Imported, NOTED_IN_PAGE};

const KEY: &str = "page=";

/// The function that collects and packs a page, which the extension and the bookmark share.
const SOURCE: &str = include_str!("../../extension/press.js");

/// The page that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its address; empty if it has none on the web.
    pub url: String,
    /// Its document.
    pub html: String,
}

/// The reason why no page came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It was packed and cannot be unpacked.
    Carried(link_payload::Fault),
    /// It is longer than an address may be.
    Long,
    /// The browser in which it was pressed cannot pack.
    NoPacker,
    /// The tab shows a PDF or a picture.
    NoPage,
    /// The browser keeps extensions away from it.
    Closed,
}

impl Fault {
    /// The sentences for the reader.
    pub fn sentence(self) -> &'static str {
        match self {
            Fault::Carried(link_payload::Fault::CutOff(..)) => {
                "Only part of the page arrived. Press the button there again, or save the page and open the file here."
            }
            Fault::Carried(link_payload::Fault::Damaged) => {
                "The page was changed on its way, so it cannot be read. Press the button there again, or save the page and open the file here."
            }
            Fault::Carried(link_payload::Fault::Newer) => {
                "The button sent the page in a form that this version of the site does not know. Load the page again to get the newest one."
            }
            Fault::Carried(link_payload::Fault::TooLarge) | Fault::Long => {
                "That page is too long to be sent in a browser’s address. Save it in its tab (Ctrl+S or ⌘S) and open the file here, or paste the article."
            }
            Fault::Carried(link_payload::Fault::NoUnpacker) | Fault::NoPacker => {
                "This browser cannot pack a page into an address. A newer one can. Until then save the page and open the file here, or paste the article."
            }
            Fault::NoPage => {
                "That tab shows a file, such as a PDF or a picture, and no web page. Save it and open the file here."
            }
            Fault::Closed => {
                "The browser does not let extensions read that page: its own pages and its extension shop are closed to them. Save the page and open the file here, or paste the article."
            }
        }
    }
}

/// The page in a fragment, packed; `None` if there is none.
///
/// # Errors
/// If there is one and it cannot be read, or the button says why there is no page.
pub fn read(fragment: &str) -> Option<Result<LinkPayload, Fault>> {
    let rest = link_payload::behind(KEY, fragment)?;
    Some(match &*rest {
        "long" => Err(Fault::Long),
        "unpacked" => Err(Fault::NoPacker),
        "other" => Err(Fault::NoPage),
        "closed" => Err(Fault::Closed),
        rest => link_payload::payload(rest).map_err(Fault::Carried),
    })
}

/// The fragment, with its `#`, of a packed page; `plain` is its unpacked form.
pub fn write(plain: &[u8], packed: &[u8]) -> String {
    format!("#{KEY}{}", link_payload::written(plain, packed))
}

/// The page in a payload.
///
/// # Errors
/// If these are not the bytes that were packed, or they are no page.
pub fn open(payload: &LinkPayload, plain: &[u8]) -> Result<Page, Fault> {
    let page = payload.json(plain).map_err(Fault::Carried)?;
    let Some(html) = page.text("html") else {
        return Err(Fault::Carried(link_payload::Fault::Damaged));
    };
    let url = page.text("url").filter(|url| is_web_address(url));
    Ok(Page {
        url: url.unwrap_or_default().to_owned(),
        html: html.to_owned(),
    })
}

/// How a browser begins its note of the address in a page that it saves.
const NOTE: &str = "<!-- saved from url=";

impl Page {
    /// The page as a file, with its address as browsers note it in a page that they save.
    pub fn file(&self) -> String {
        let Page { url, html } = self;
        if self.has_note() {
            format!("{NOTE}({:04}){url} -->\n{html}", url.len())
        } else {
            html.clone()
        }
    }

    /// Whether its address is noted. An address from a browser never contains the end of the note.
    fn has_note(&self) -> bool {
        !(self.url.is_empty() || self.url.contains('>') || self.html.contains(NOTE))
    }

    /// The text with what the importer understood of the page.
    pub fn draft(&self, from: Imported) -> Draft {
        let is_page = from.format == Format::Html;
        let mut draft = imported::draft(from);
        // That it was read as a web page is known.
        if is_page && !draft.remarks.is_empty() {
            draft.remarks.remove(0);
        }
        let url = draft.field(Name::Url).cloned().unwrap_or_default();
        if self.has_note() && url.basis == NOTED_IN_PAGE {
            draft.set(Name::Url, &url.value, "the address of the page");
        }
        draft
    }
}

/// The bookmark that does what the extension does, as a script: `site` is the address of this site.
pub fn bookmark(site: &str) -> String {
    let function = SOURCE
        .split_once("export ")
        .map_or("", |(_, function)| function);
    let mut lines: Vec<&str> = Vec::new();
    for line in function.lines().map(str::trim) {
        if !(line.is_empty() || line.starts_with("//")) {
            lines.push(line);
        }
    }
    let site = text(site).write();
    format!(
        "({})({site}).then((to) => {{ const tab = open(to); if (tab) tab.opener = null; else location.assign(to); }})",
        lines.join("\n")
    )
}

/// The messages between tabs of the site about pages that a press brings.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// A tab has a page and asks the others whether one of them waits for a second page.
    Ask {
        /// Which tab.
        from: String,
        /// When it began, in milliseconds since 1970.
        at: u64,
    },
    /// A tab has one.
    Offer {
        /// Who asked.
        to: String,
        /// Which tab has it.
        from: String,
        /// The article.
        article: Box<Article>,
        /// When it came.
        added: u64,
    },
    /// The asker shows it beside its own.
    Took {
        /// The tab whose article it is.
        of: String,
    },
}

/// Tabs have short names.
const LONGEST_NAME: usize = 64;

impl Word {
    /// Writes the message.
    pub fn write(&self) -> String {
        match self {
            Word::Ask { from, at } => {
                named([("ask", Some(text(from))), ("at", Some(Json::Number(*at)))])
            }
            Word::Offer {
                to,
                from,
                article,
                added,
            } => named([
                ("offer", Some(text(to))),
                ("from", Some(text(from))),
                ("article", Some(record::write(article, *added))),
            ]),
            Word::Took { of } => named([("took", Some(text(of)))]),
        }
        .write()
    }

    /// Reads a message; `None` if it is not one of these.
    pub fn read(said: &str) -> Option<Word> {
        let said = json::read(said)?;
        let name = |key: &str| {
            let name = said.text(key).filter(|name| name.len() <= LONGEST_NAME)?;
            Some(name.to_owned())
        };
        if let Some(from) = name("ask") {
            let at = said.number("at")?;
            return Some(Word::Ask { from, at });
        }
        if let Some(of) = name("took") {
            return Some(Word::Took { of });
        }
        let one = record::read(said.get("article")?)?;
        Some(Word::Offer {
            to: name("offer")?,
            from: name("from")?,
            article: Box::new(one.article),
            added: one.added,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Draft, Fault, Format, Imported, NOTED_IN_PAGE, Name, Page, Word, bookmark, link_payload,
        open, read, write,
    };
    use crate::view::testing::article;
    use proptest::prelude::*;

    fn page(json: &str) -> Result<Page, Fault> {
        // The packing is the browser's: here the bytes stand for themselves.
        let fragment = write(json.as_bytes(), json.as_bytes());
        let payload = read(&fragment).expect("a page")?;
        open(&payload, &payload.packed)
    }

    #[test]
    fn a_page_comes_with_its_address() {
        let read = page(r#"{"url":"https://a.example/rain","html":"<p>It rained."}"#);
        let page = read.expect("a page");
        assert_eq!(page.url, "https://a.example/rain");
        assert_eq!(
            page.file(),
            "<!-- saved from url=(0022)https://a.example/rain -->\n<p>It rained."
        );
    }

    #[test]
    fn an_address_that_is_none_of_the_web_is_left_out() {
        for url in [
            "javascript:hit()",
            "file:///home/a",
            "about:blank",
            "https://a b",
        ] {
            let read = page(&format!(r#"{{"url":"{url}","html":"<p>It rained."}}"#));
            let page = read.expect("a page");
            assert_eq!((&*page.url, &*page.file()), ("", "<p>It rained."), "{url}");
        }
        let none = page(r#"{"html":"<p>It rained."}"#).expect("a page");
        assert_eq!(none.url, "");
        // It would end the note.
        let page = page(r#"{"url":"https://a.example/--><p>x","html":"<p>It rained."}"#);
        assert_eq!(page.expect("a page").file(), "<p>It rained.");
    }

    #[test]
    fn what_a_browser_noted_before_stays() {
        let html = "<!-- saved from url=(0018)https://b.example/ -->\n<p>It rained.";
        let page = Page {
            url: "https://a.example/".to_owned(),
            html: html.to_owned(),
        };
        assert_eq!(page.file(), html);
    }

    #[test]
    fn of_how_it_was_read_only_what_is_not_known_is_said() {
        let stated = |value: &str, basis: &str| {
            Some(crossread_import::Stated {
                value: value.to_owned(),
                basis: basis.to_owned(),
            })
        };
        let from = |basis| Imported {
            format: Format::Html,
            about: crossread_article::About {
                title: stated("Rain", "the page's og:title"),
                url: stated("https://a.example/", basis),
                ..Default::default()
            },
            text: "It rained.".to_owned(),
            words: 2,
            encoding: None,
            left_out: Vec::new(),
            remarks: vec!["A remark.".to_owned()],
        };
        let page = Page {
            url: "https://a.example/".to_owned(),
            html: "<p>It rained.".to_owned(),
        };
        let basis = |draft: &Draft| draft.field(Name::Url).map(|field| field.basis.clone());
        let draft = page.draft(from(NOTED_IN_PAGE));
        assert_eq!(draft.remarks, ["A remark."]);
        assert_eq!(basis(&draft).as_deref(), Some("the address of the page"));
        let draft = page.draft(from("the page's canonical address"));
        assert_eq!(
            basis(&draft).as_deref(),
            Some("the page's canonical address")
        );
    }

    #[test]
    fn why_no_page_came_is_said() {
        let carried = |fault| Fault::Carried(fault);
        for (fragment, fault) in [
            ("#page=long", Fault::Long),
            ("#page=unpacked", Fault::NoPacker),
            ("#page=other", Fault::NoPage),
            ("page%3Dclosed", Fault::Closed),
            ("#page=", carried(link_payload::Fault::CutOff(0, 0))),
            (
                "#page=1.9.2.a.AA",
                carried(link_payload::Fault::CutOff(2, 9)),
            ),
            ("#page=2.1.1.a.A", carried(link_payload::Fault::Newer)),
            ("#page=x.1.1.a.A", carried(link_payload::Fault::Damaged)),
            (
                "#page=1.2.99999999.a.AA",
                carried(link_payload::Fault::TooLarge),
            ),
        ] {
            assert_eq!(read(fragment), Some(Err(fault)), "{fragment}");
            let said = fault.sentence();
            assert!(said.ends_with('.') && said.len() > 60, "{said}");
        }
        for json in [
            "",
            "[]",
            "{}",
            r#"{"html":7}"#,
            r#"{"url":"https://a.example"}"#,
        ] {
            assert_eq!(
                page(json),
                Err(carried(link_payload::Fault::Damaged)),
                "{json}"
            );
        }
        for nothing in ["", "#", "#texts=1", "#pages=1", "#page"] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn the_bookmark_is_the_extension_s_function_without_remarks() {
        let code = bookmark("https://a.example/some/where/");
        assert!(
            code.starts_with("(async function press(site) {\n"),
            "{code}"
        );
        assert!(
            code.contains("\n})(\"https://a.example/some/where/\").then("),
            "{code}"
        );
        assert!(code.is_ascii() && !code.contains("\n//") && !code.contains("export"));
        assert!(bookmark("a\"</script>").contains(r#"("a\"</script>")"#));
    }

    #[test]
    fn what_tabs_say_comes_back() {
        for word in [
            Word::Ask {
                from: "17 4".to_owned(),
                at: 5,
            },
            Word::Offer {
                to: "17 4".to_owned(),
                from: "9".to_owned(),
                article: Box::new(article("own-a", "It rained.")),
                added: 7,
            },
            Word::Took { of: "9".to_owned() },
        ] {
            assert_eq!(Word::read(&word.write()), Some(word));
        }
        let long = "9".repeat(65);
        for nothing in [
            "",
            "true",
            "{}",
            r#"{"ask":"9"}"#,
            r#"{"offer":"9","from":"8"}"#,
            r#"{"offer":"9","from":"8","article":{"text":" "}}"#,
            &format!(r#"{{"took":"{long}"}}"#),
        ] {
            assert_eq!(Word::read(nothing), None, "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn any_fragment_is_read_without_a_panic(any in any::<String>()) {
            let _ = read(&any);
            let _ = read(&format!("#page={any}"));
            let _ = Word::read(&any);
        }

        #[test]
        fn any_page_that_is_well_packed_is_one_or_has_a_sentence(any in any::<String>(), bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            let _ = page(&any);
            let fragment = write(&bytes, &bytes);
            let payload = read(&fragment).expect("a page").expect("a whole one");
            prop_assert_eq!(&payload.packed, &bytes);
            let _ = open(&payload, &bytes);
        }

        #[test]
        fn any_page_comes_whole(url in r"https://[a-z]{1,9}/\PC{0,9}", html in any::<String>()) {
            let json = super::named([("url", Some(super::text(&url))), ("html", Some(super::text(&html)))]);
            let page = page(&json.write()).expect("a page");
            prop_assert_eq!(&page.html, &html);
            prop_assert!(page.file().ends_with(&html));
        }

        #[test]
        fn what_looks_like_a_word_is_read_without_a_panic(key in "ask|took|offer|from|article|at", any in any::<String>(), at in any::<u64>()) {
            let json = super::named([(&*key, Some(super::text(&any))), ("at", Some(super::Json::Number(at)))]);
            if let Some(word) = Word::read(&json.write()) {
                prop_assert_eq!(Word::read(&word.write()), Some(word));
            }
        }
    }
}
