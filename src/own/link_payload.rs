//! The articles in a link's fragment, packed: those that do not ship with the site. A browser never sends a
//! fragment to any server.
//!
//! ```text
//! #texts=1.1663.4821.k3jq…(13).Zm9v…
//!        | |    |    |         '- the packed bytes, in base64url without padding (RFC 4648, section 5)
//!        | |    |    '- a mark of the unpacked bytes: FNV-1a, 64 bits, in base32
//!        | |    '- how many unpacked bytes there are
//!        | '- how many characters the packed ones have here
//!        '- the version
//! ```
//!
//! The browser unpacks it (raw deflate, RFC 1951). The result is JSON: a list of articles as
//! [`record`](super::record) writes them. The lengths show that a link was cut off, the mark that it was
//! damaged. The unpacker itself only says that it failed.

use std::borrow::Cow;

use crate::library::Article;
use crate::state::decode_percent;
use crossread_collection::base::{base64url, from_base64url};
use crossread_collection::bounds::{IN_LINK, Over};
use crossread_collection::json::{self, Json};
use crossread_collection::record;

const KEY: &str = "texts=";
const VERSION: &str = "1";

/// The most bytes that are unpacked, whatever a link says. Two texts of 100,000 words need a quarter
/// of it.
pub const MOST_BYTES: usize = 8_000_000;

/// The packed articles of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkPayload {
    /// Packed.
    pub packed: Vec<u8>,
    /// How many bytes they are unpacked: at most [`MOST_BYTES`].
    pub bytes: usize,
    mark: String,
}

/// What a link carried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// The articles, with the times at which they were added.
    pub articles: Vec<(Article, u64)>,
    /// What was cut or left out.
    pub over: Over,
}

/// The reason why a link's articles could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A part of the link is missing: how many characters are there, of how many.
    CutOff(usize, usize),
    /// It was changed on the way.
    Damaged,
    /// A later version of the site made it.
    Newer,
    /// Its stated size is larger than the limit.
    TooLarge,
    /// The browser cannot unpack it.
    NoUnpacker,
}

impl Fault {
    /// The sentence for the reader.
    pub fn sentence(self) -> String {
        let what = match self {
            Fault::CutOff(0, 0) => {
                "This link was cut off on its way, so the texts it carries are missing."
            }
            Fault::CutOff(there, of) => {
                return format!(
                    "This link was cut off on its way: {there} of the {of} characters that carry its texts \
                     arrived. Nothing of yours is lost. Ask for the link again, or for the texts as a file."
                );
            }
            Fault::Damaged => {
                "This link was changed on its way, so the texts it carries cannot be read."
            }
            Fault::Newer => {
                return "This link carries texts in a form that this version of the site does not know. \
                        Load the page again to get the newest one."
                    .to_owned();
            }
            Fault::TooLarge => "This link says that it carries more text than this page unpacks.",
            Fault::NoUnpacker => {
                return "This browser cannot unpack the texts that this link carries. A newer one can."
                    .to_owned();
            }
        };
        format!(
            "{what} Nothing of yours is lost. Ask for the link again, or for the texts as a file."
        )
    }
}

/// The articles as bytes, to be packed.
pub fn plain(articles: &[(Article, u64)]) -> Vec<u8> {
    let articles = articles.iter();
    let articles = articles.map(|(article, added)| record::write(article, *added));
    Json::List(articles.collect()).write().into_bytes()
}

/// The fragment, with its `#`, of packed articles; `plain` is their unpacked form.
pub fn write(plain: &[u8], packed: &[u8]) -> String {
    format!("#{KEY}{}", written(plain, packed))
}

/// The same without its key.
pub(super) fn written(plain: &[u8], packed: &[u8]) -> String {
    let written = base64url(packed);
    let (length, mark) = (plain.len(), record::mark(plain));
    format!("{VERSION}.{}.{length}.{mark}.{written}", written.len())
}

/// Whether a fragment begins as one that carries texts.
pub fn is_payload(fragment: &str) -> bool {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    fragment.starts_with("texts=") || fragment.starts_with("texts%3")
}

/// The payload in a fragment, with or without its `#`; `None` if there is none.
///
/// # Errors
/// If there is one and it cannot be read.
pub fn read(fragment: &str) -> Option<Result<LinkPayload, Fault>> {
    behind(KEY, fragment).map(|rest| payload(&rest))
}

/// What stands behind a key in a fragment, with or without its `#`.
pub(super) fn behind<'t>(key: &str, fragment: &'t str) -> Option<Cow<'t, str>> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if !fragment.contains('%') {
        return fragment.strip_prefix(key).map(Cow::Borrowed);
    }
    // Some programs escape what needs no escape.
    let decoded = decode_percent(fragment);
    let rest = decoded.strip_prefix(key)?;
    Some(Cow::Owned(rest.to_owned()))
}

/// The payload that is written so.
pub(super) fn payload(rest: &str) -> Result<LinkPayload, Fault> {
    const CUT: Fault = Fault::CutOff(0, 0);
    let (version, rest) = rest.split_once('.').ok_or(CUT)?;
    if version != VERSION {
        let newer = version.parse::<u32>().is_ok_and(|version| version > 1);
        return Err(if newer { Fault::Newer } else { Fault::Damaged });
    }
    let number = |text: &str| text.parse::<usize>().map_err(|_| Fault::Damaged);
    let (chars, rest) = rest.split_once('.').ok_or(CUT)?;
    let (bytes, rest) = rest.split_once('.').ok_or(CUT)?;
    let (mark, rest) = rest.split_once('.').ok_or(CUT)?;
    let (chars, bytes) = (number(chars)?, number(bytes)?);
    if bytes > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    // What a program put behind the link, such as a stop, is not of it.
    let Some(written) = rest.get(..chars) else {
        return Err(if rest.is_ascii() {
            Fault::CutOff(rest.len(), chars)
        } else {
            Fault::Damaged
        });
    };
    Ok(LinkPayload {
        packed: from_base64url(written).ok_or(Fault::Damaged)?,
        bytes,
        mark: mark.to_owned(),
    })
}

impl LinkPayload {
    /// The unpacked bytes as data.
    ///
    /// # Errors
    /// If these are not the bytes that were packed, or none of ours.
    pub(super) fn json(&self, plain: &[u8]) -> Result<Json, Fault> {
        if plain.len() != self.bytes || record::mark(plain) != self.mark {
            return Err(Fault::Damaged);
        }
        let text = std::str::from_utf8(plain).map_err(|_| Fault::Damaged)?;
        json::read(text).ok_or(Fault::Damaged)
    }

    /// Reads the unpacked bytes.
    ///
    /// # Errors
    /// If these are not the bytes that were packed.
    pub fn open(&self, plain: &[u8]) -> Result<Unpacked, Fault> {
        match self.json(plain)? {
            Json::List(items) => Ok(unpacked(&items)),
            _ => Err(Fault::Damaged),
        }
    }
}

/// What a list of articles has, as it stands in a link or comes from a collection.
pub fn unpacked(items: &[Json]) -> Unpacked {
    let mut unpacked = Unpacked::default();
    for one in items.iter().take(IN_LINK).filter_map(record::read) {
        unpacked.over.cut |= one.cut;
        unpacked.articles.push((one.article, one.added));
    }
    unpacked.over.entries = items.len().saturating_sub(IN_LINK);
    unpacked
}

#[cfg(test)]
mod tests {
    use super::{Fault, IN_LINK, MOST_BYTES, Over, plain, read, write};
    use crate::view::testing::article;
    use proptest::prelude::*;

    #[test]
    fn a_link_that_was_cut_off_is_told_from_a_damaged_one() {
        let texts = [(article("own-a", "It rained."), 7)];
        let plain = plain(&texts);
        // The packing is the browser's: here the bytes stand for themselves.
        let link = write(&plain, &plain);
        let whole = read(&link).expect("a payload").expect("a whole one");
        let unpacked = whole.open(&whole.packed).expect("articles");
        assert_eq!(unpacked.articles, texts);
        assert_eq!(unpacked.over, Over::default());
        for end in "#texts=".len()..link.len() {
            let cut = read(&link[..end]).expect("a payload");
            assert!(matches!(cut, Err(Fault::CutOff(..))), "{end}: {cut:?}");
        }
        let more = read(&format!("{link}.)")).expect("a payload");
        assert_eq!(more, Ok(whole.clone()), "a stop behind a link is not of it");
        let mut bytes = whole.packed.clone();
        bytes[9] ^= 1;
        assert_eq!(whole.open(&bytes), Err(Fault::Damaged));
        for (fragment, fault) in [
            ("#texts=2.1.1.a.A", Fault::Newer),
            ("texts=x.1.1.a.A", Fault::Damaged),
            ("#texts=1.-1.1.a.AA", Fault::Damaged),
            ("#texts=1.2.1.a.é", Fault::Damaged),
            ("#texts=1.3.1.a.éé", Fault::Damaged),
            ("#texts%3D1.2.99999999.a.AA", Fault::TooLarge),
            ("#texts=", Fault::CutOff(0, 0)),
        ] {
            assert_eq!(read(fragment), Some(Err(fault)), "{fragment}");
        }
        for nothing in ["", "#", "#main", "#text=1"] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn of_very_many_articles_the_first_are_taken() {
        let texts = vec![(article("own-a", "It rained."), 7); IN_LINK + 2];
        let plain = plain(&texts);
        let link = read(&write(&plain, &plain)).expect("a payload");
        let unpacked = link.expect("a whole one").open(&plain).expect("articles");
        assert_eq!(unpacked.articles.len(), IN_LINK);
        assert_eq!(unpacked.over.entries, 2);
    }

    proptest! {
        #[test]
        fn any_fragment_is_read_without_a_panic(any in any::<String>()) {
            let _ = read(&any);
            let _ = read(&format!("#texts={any}"));
        }

        #[test]
        fn what_looks_like_one_is_read_without_a_panic_and_within_bounds(
            any in r"1\.[0-9]{1,12}\.[0-9]{1,12}\.[a-z]{0,13}\.[A-Za-zé_-]{0,40}"
        ) {
            if let Some(Ok(payload)) = read(&format!("#texts={any}")) {
                prop_assert!(payload.bytes <= MOST_BYTES);
                prop_assert_eq!(payload.open(&payload.packed), Err(Fault::Damaged));
            }
        }
    }
}
