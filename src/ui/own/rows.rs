//! Many texts on the add page: a line or two for each, in the order of their dates, and one button that keeps all of them.
//! Each can be viewed and edited in its place.

use leptos::prelude::Notify;
use leptos::task::spawn_local;

use super::{entries, form, keep};
use crate::own::draft::{Name, Problem};
use crate::own::merge::id_for;
use crate::own::{Collection, Draft, several};
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::site::Site;
use crate::view::{brought, facts, twice};

/// From this number of texts on, they are listed in lines.
const MANY: usize = 5;

/// Whether this number of texts is listed in lines.
pub fn are_many(count: usize) -> bool {
    count >= MANY
}

/// One of them.
struct Row {
    key: u32,
    file: String,
    is_open: bool,
    words: u32,
    mark: u64,
    read: Result<Draft, Problem>,
}

/// A text that can be kept, and where it exists already.
struct Ready {
    row: Row,
    draft: Draft,
    twin: Option<String>,
}

/// Everything on the page except texts that are edited: texts in the order of their dates, and what could not be read.
fn ready(site: Site) -> (Vec<Ready>, Vec<Row>) {
    let mut good = Vec::new();
    let mut bad = Vec::new();
    for row in gather(site) {
        match &row.read {
            Ok(draft) => good.push((draft.clone(), row)),
            Err(_) => bad.push(row),
        }
    }
    let dates: Vec<&str> = good
        .iter()
        .map(|(draft, _)| draft.value(Name::Date))
        .collect();
    let order = several::by_date(&dates);
    let mut places: Vec<Option<(Draft, Row)>> = good.into_iter().map(Some).collect();
    let mut sorted: Vec<(Draft, Row)> = Vec::new();
    for at in order {
        sorted.extend(places.get_mut(at).and_then(Option::take));
    }
    let marks: Vec<u64> = sorted.iter().map(|(_, row)| row.mark).collect();
    let titles: Vec<String> = sorted
        .iter()
        .map(|(draft, _)| draft.title().value.to_string())
        .collect();
    let kept: Vec<(u64, String)> = site.library(|library| {
        let own = library.own_ones();
        own.map(|one| (several::mark(&one.text), one.title.value.to_string()))
            .collect()
    });
    let twins = several::twins(&marks);
    let mut out = Vec::new();
    for ((draft, row), twin) in sorted.into_iter().zip(twins) {
        let kept = kept.iter().find(|(mark, _)| *mark == row.mark);
        let among = twin.and_then(|at| titles.get(at));
        let twin = kept.map(|(_, title)| twice(title, true));
        let twin = twin.or_else(|| among.map(|title| twice(title, false)));
        out.push(Ready { row, draft, twin });
    }
    (out, bad)
}

fn gather(site: Site) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in &mut site.own.hold().entries {
        if one.edits.is_some() || one.is_blank() {
            continue;
        }
        let (words, mark) = one.measured();
        rows.push(Row {
            key: one.key,
            file: one.file.clone(),
            is_open: one.is_open,
            words,
            mark,
            read: one.brought.clone(),
        });
    }
    rows
}

/// The lines.
pub fn rows(site: Site) -> Vec<El> {
    let (good, bad) = ready(site);
    let twice = good.iter().filter(|one| one.twin.is_some()).count();
    let fresh = good.len() - twice;
    let said = brought(fresh as u32, twice as u32, bad.len() as u32);
    let keep = button("button strong")
        .id("keep-all")
        .text("Keep all")
        .on("click", move |_| keep_all(site));
    let clear = button("button").text("Remove all").on("click", move |_| {
        entries::take_off_all(site);
        browser::focus("main");
    });
    let head = classed("div", "many")
        .child(el("p").id("many-said").text(&said))
        .child(
            classed("p", "acts")
                .children((!good.is_empty()).then_some(keep))
                .child(clear),
        );
    let many = good.len() + bad.len();
    let lines = good.into_iter().enumerate().map(|(place, one)| {
        let line = el("li");
        if one.row.is_open {
            let key = one.row.key;
            let fold = button("button").text("Collapse").on("click", move |_| {
                open(site, key, false, &format!("sheet-{key}-look"));
            });
            line.child(form::form(site, key, place + 1, many))
                .child(classed("p", "acts").child(fold))
        } else {
            line.child(brief(site, &one))
        }
    });
    let lines = classed("ol", "briefs").attr("role", "list").children(lines);
    let unread = bad
        .iter()
        .map(|row| form::form(site, row.key, 0, many))
        .collect::<Vec<_>>();
    let mut all = vec![head, lines];
    all.extend(unread);
    all
}

/// A text in a few words.
fn brief(site: Site, one: &Ready) -> El {
    let key = one.row.key;
    let name = format!("sheet-{key}");
    let look = button("button")
        .id(&format!("sheet-{key}-look"))
        .text("View and edit")
        .attr("aria-describedby", &name)
        .on("click", move |_| {
            open(site, key, true, &format!("sheet-{key}-text"));
        });
    let remove = button("button")
        .text("Remove")
        .attr("aria-describedby", &name)
        .on("click", move |_| {
            entries::take_off(site, key);
            browser::focus("many-said");
        });
    let twin = one.twin.as_ref();
    let twin = twin.map(|said| classed("p", "twin").attr("dir", "auto").text(said));
    // Its title is a heading, not a landmark, since two can have the same name.
    classed("div", "brief")
        .child(
            el("h2")
                .id(&name)
                .attr("dir", "auto")
                .text(&one.draft.title().value),
        )
        .child(classed("p", "facts").attr("dir", "auto").text(&facts(
            &one.draft,
            one.row.words,
            &one.row.file,
        )))
        .children(twin)
        .child(classed("p", "acts").child(look).child(remove))
}

/// Opens a line, or collapses it, and moves the focus there.
fn open(site: Site, key: u32, is_open: bool, to: &str) {
    entries::set_open(site, key, is_open);
    site.own.listed.notify();
    let to = to.to_owned();
    browser::next_frame(move || browser::focus(&to));
}

/// Keeps every text that can be kept, each once; what cannot be kept stays, with the reason.
fn keep_all(site: Site) {
    let (good, _) = ready(site);
    let mut new = Collection::default();
    let mut done = Vec::new();
    for one in good {
        if one.twin.is_some() {
            done.push(one.row.key);
            continue;
        }
        if !one.draft.faults().is_empty() {
            entries::try_it(site, one.row.key);
            continue;
        }
        let mut article = one.draft.article("");
        let taken = |id: &str| new.articles.iter().any(|(one, _)| *one.id == *id);
        let mut id = site.library(|library| id_for(library, &article, &keep::chance()));
        while taken(&id) {
            id = site.library(|library| id_for(library, &article, &keep::chance()));
        }
        article.id = id.into();
        // Each gets a later time than the one before, since the library lists the newest first.
        let added = keep::now() + new.articles.len() as u64;
        new.articles.push((article, added));
        done.push(one.row.key);
    }
    let ids: Vec<String> = new
        .articles
        .iter()
        .map(|(one, _)| one.id.to_string())
        .collect();
    let count = ids.len();
    spawn_local(async move {
        let kept = keep::keep(site, new).await;
        {
            let recent = &mut site.own.hold().recent;
            for id in ids {
                let id = kept.id_of(&id);
                recent.retain(|one| *one != id);
                recent.push(id);
            }
        }
        for key in done {
            entries::drop_off(site, key);
        }
        entries::keep_draft(site);
        site.own.listed.notify();
        site.tell(match (count, kept.is_kept) {
            (0, _) => "Nothing new to keep",
            (_, true) => "Kept in this browser",
            (_, false) => "Here for this visit only: the browser does not keep it",
        });
        browser::next_frame(|| browser::focus("kept-now"));
        keep::say_copied(site);
    });
}
