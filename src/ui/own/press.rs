//! A page that a press of the button in another tab brings: it is read like a file, and shown but not kept. Any site can open
//! such an address, so nothing is stored until the reader presses Keep. If another tab shows one that waits for a second, the
//! two are compared here.

use crossread_worker::protocol::Bringing;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keep::{chance, now};
use super::stock::stock;
use super::texts::Offer;
use super::{entries, importer};
use crate::address;
use crate::library::{Article, Origin};
use crate::own::link_payload::{self, LinkPayload};
use crate::own::merge::id_for;
use crate::own::press::{Fault, Page, Word, open};
use crate::own::{Draft, Problem, imported};
use crate::packing;
use crate::state::{Page as Room, State};
use crate::storage::tabs;
use crate::ui::dom::{El, classed, el};
use crate::ui::site::Site;

/// Browsers accept no longer addresses.
const LONGEST: usize = 2_000_000;

/// Answers the other tabs, as long as the page lives.
pub fn listen(site: Site) {
    site.own.hold().press.name = chance();
    tabs::on_word(move |said| {
        if let Some(word) = Word::read(&said) {
            hear(site, word);
        }
    });
}

/// Called before a page is read: asks the other tabs whether one waits for it.
pub fn begin(site: Site) {
    let from = {
        let press = &mut site.own.hold().press;
        press.reading = true;
        press.at = now();
        press.is_taken = false;
        press.came = None;
        press.offer = None;
        press.name.clone()
    };
    let at = site.own.held().press.at;
    tabs::say(&Word::Ask { from, at }.write());
}

/// What is shown meanwhile.
pub fn reading(site: Site) -> Vec<El> {
    let head = classed("header", "own-head").child(el("h1").text("Reading the page you came from"));
    vec![head, importer::progress(site)]
}

/// Reads the page and goes to it, or to the page where texts are added if there is no article in it. Returns what to say about
/// it.
pub async fn take(site: Site, pressed: Result<LinkPayload, Fault>) -> Vec<String> {
    let page = match pressed {
        Ok(payload) => unpack(&payload).await,
        Err(fault) => Err(fault),
    };
    let read = match page {
        Ok(page) => read(site, page).await,
        Err(fault) => {
            stay(site, None);
            return vec![fault.sentence().to_owned()];
        }
    };
    match read {
        // The reader stopped it.
        None => {
            stay(site, None);
            Vec::new()
        }
        Some((name, Err(problem))) => {
            stay(site, Some((name, problem)));
            Vec::new()
        }
        Some((_, Ok(draft))) => {
            come(site, &draft).await;
            draft.remarks
        }
    }
}

async fn unpack(payload: &LinkPayload) -> Result<Page, Fault> {
    if !packing::is_there() {
        return Err(Fault::Carried(link_payload::Fault::NoUnpacker));
    }
    let plain = packing::unpack(&payload.packed, payload.bytes).await;
    open(
        payload,
        &plain.map_err(|_| Fault::Carried(link_payload::Fault::Damaged))?,
    )
}

/// What the importer makes of a page, with the name of the page.
async fn read(site: Site, page: Page) -> Option<(String, Result<Draft, Problem>)> {
    let name = match &*page.url {
        "" => "The page".to_owned(),
        url => url.to_owned(),
    };
    let bringing = Bringing::File {
        name: "page.html".to_owned(),
        media_type: "text/html".to_owned(),
        encoding: Some("utf-8".to_owned()),
    };
    let bytes = Uint8Array::from(page.file().as_bytes()).buffer();
    let read = importer::import(site, "the page".to_owned(), bringing, Some(bytes)).await?;
    // A page is one article.
    let read = read.and_then(|pieces| match pieces.into_iter().next() {
        Some(piece) => piece.read.map_err(imported::refused),
        None => Err(imported::stopped()),
    });
    Some((name, read.map(|read| page.draft(read))))
}

/// Called if there is no article: shows the page where texts are added, with what is wrong.
fn stay(site: Site, problem: Option<(String, Problem)>) {
    if let Some((name, problem)) = problem {
        entries::put(site, &name, None, Err(problem));
        entries::put(site, "", None, Ok(Draft::default()));
        entries::keep_draft(site);
    }
    finish(site);
    if site.state_now().page == Room::Add {
        site.turn(site.state_now().turned_to(Room::Add));
    }
}

/// Called with an article: shows it alone, or beside the one that waits in another tab.
async fn come(site: Site, draft: &Draft) {
    let mut article = draft.article("");
    let id = site.library(|library| id_for(library, &article, &chance()));
    article.id = id.into();
    let stocked = stock(site, vec![(article, now())]);
    let Some(id) = stocked.ids.into_iter().next() else {
        return;
    };
    site.own.hold().press.came = Some(id.clone());
    let offer = site.own.hold().press.offer.take();
    let to = State::default().compare(&id, "");
    match offer {
        Some(offer) => beside(site, offer, &id).await,
        None => show(site, to).await,
    }
    for to in finish(site) {
        offer_to(site, to);
    }
}

/// Called when nothing is being read any more. Returns the tabs that asked meanwhile.
fn finish(site: Site) -> Vec<String> {
    let waiting = {
        let press = &mut site.own.hold().press;
        press.reading = false;
        std::mem::take(&mut press.waiting)
    };
    site.own.changed.notify();
    waiting
}

/// Shows the article of another tab beside the one that came here, if it is another one.
async fn beside(site: Site, offer: Offer, id: &str) {
    let (article, added) = offer.article;
    let is_same = site.library(|library| {
        let mine = library.get(id);
        mine.is_some_and(|mine| mine.text == article.text)
    });
    let mut to = State::default().compare(id, "");
    if !is_same {
        let first = stock(site, vec![(article, added)]).ids.into_iter().next();
        to = State::default().compare(&first.unwrap_or_default(), id);
        tabs::say(&Word::Took { of: offer.from }.write());
    }
    show(site, to).await;
}

/// Goes to a comparison. Its address carries the texts that are not kept, like a link for sharing, so that a reload loses
/// nothing.
async fn show(site: Site, to: State) {
    let articles: Vec<(Article, u64)> = site.library(|library| {
        let of = |id: &&String| library.origin(id) == Origin::Shared;
        let shared = [&to.a, &to.b].into_iter().filter(of);
        shared
            .filter_map(|id| Some(((**library.get(id)?).clone(), library.added(id))))
            .collect()
    });
    let plain = link_payload::plain(&articles);
    let packed = packing::pack(&plain).await;
    let fragment = packed.map(|packed| link_payload::write(&plain, &packed));
    let ids = articles.iter().map(|(article, _)| article.id.to_string());
    match fragment {
        Ok(fragment) if plain.len() <= link_payload::MOST_BYTES && fragment.len() < LONGEST => {
            address::carry(fragment, ids.collect());
        }
        _ => address::carry(String::new(), Vec::new()),
    }
    // If the reader has gone on meanwhile, the way back stays.
    if site.state_now().page == Room::Add || site.state_now().page == Room::Compare {
        site.turn(to);
    } else {
        site.go(to);
    }
    site.say("The page you came from is here, and is not kept");
}

/// The article that is shown here alone and waits for another: one that a press brought, or, after a reload, one that
/// the address carries.
fn waiting(site: Site) -> Option<(Article, u64)> {
    let state = site.state_now();
    let is_alone = state.page == Room::Compare && state.b.is_empty();
    let came = {
        let press = &site.own.held().press;
        if press.is_taken || press.reading {
            return None;
        }
        press.came.as_deref() == Some(&*state.a)
    };
    site.library(|library| {
        let one = library.get(&state.a).filter(|_| is_alone)?;
        let is_it = came || library.origin(&one.id) == Origin::Shared;
        is_it.then(|| ((**one).clone(), library.added(&one.id)))
    })
}

fn offer_to(site: Site, to: String) {
    if let Some((article, added)) = waiting(site) {
        let from = site.own.held().press.name.clone();
        let word = Word::Offer {
            to,
            from,
            article: Box::new(article),
            added,
        };
        tabs::say(&word.write());
    }
}

/// Handles a message from another tab.
fn hear(site: Site, word: Word) {
    match word {
        Word::Ask { from, at } => {
            {
                let press = &mut site.own.hold().press;
                // If two tabs read at once, the later one shows both.
                if press.reading && (press.at, &press.name) < (at, &from) {
                    press.waiting.push(from.clone());
                }
            }
            offer_to(site, from);
        }
        Word::Offer {
            to,
            from,
            article,
            added,
        } => {
            let offer = Offer {
                from,
                article: (*article, added),
            };
            {
                let press = &mut site.own.hold().press;
                if to != press.name || press.at == 0 {
                    return;
                }
                if press.reading {
                    press.offer.get_or_insert(offer);
                    return;
                }
            }
            // The offer came late, since the other tab was still reading.
            if let Some((mine, _)) = waiting(site) {
                spawn_local(async move { beside(site, offer, &mine.id).await });
            }
        }
        Word::Took { of } => {
            let is_mine = of == site.own.held().press.name;
            if is_mine && waiting(site).is_some() {
                site.own.hold().press.is_taken = true;
                site.note(
                    "The next report that you brought is beside this one in its own tab."
                        .to_owned(),
                );
            }
        }
    }
}
