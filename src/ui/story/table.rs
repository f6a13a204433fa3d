//! The table of answers: claims as rows, sources as columns. Where there is less room, a card for each claim instead. Both
//! are on the page; the stylesheet shows one.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::parts::{Part, Shown, fill_in_turns, marked, note, sign, turned};
use crate::state::{Order, State};
use crate::ui::compare::lang;
use crate::ui::dom::{El, aloud, button, classed, el, span, value_of};
use crate::ui::link::{follow, href, link};
use crate::view::{
    Cell, Group, NEAR_NOTE, OPPOSED_NOTE, Row, Sentence, Sign, reading_of, story_opened, story_rows,
};

/// So many rows are there from the start; the others come with a press.
const FIRST: usize = 40;

/// From so many sources on the table scrolls in a room of its own.
const MANY: usize = 7;

/// The controls, the table and the cards.
pub fn table(shown: &Shown) -> El {
    let site = shown.site;
    let order = turned(site, Part::Order);
    let more = RwSignal::new(false);
    let rows = {
        let shown = shown.clone();
        move || -> Rc<Vec<Row>> {
            order.track();
            let state = site.state_now();
            match state.order {
                Order::Clashes => Rc::clone(&shown.rows),
                _ => Rc::new(story_rows(&shown.telling, &state)),
            }
        }
    };
    let opens = turned(site, Part::At);
    let count = move |all: usize| {
        if more.get() { all } else { all.min(FIRST) }
    };
    let wide = {
        let (shown, rows) = (shown.clone(), rows.clone());
        let class = match shown.heads.len() {
            0..MANY => "answers-wide",
            _ => "answers-wide answers-many",
        };
        classed("div", class).live(move || {
            let rows = rows();
            let (inner, count) = (shown.clone(), count(rows.len()));
            let body = fill_in_turns(el("tbody"), 2 * count, move |at| match rows.get(at / 2) {
                Some(row) if at % 2 == 0 => line(&inner, row, at / 2),
                Some(row) => below(&inner, row, opens),
                None => el("tr"),
            });
            vec![
                classed("table", "answers")
                    .attr("aria-labelledby", "claims-name")
                    .child(head(&shown))
                    .child(body),
            ]
        })
    };
    let cards = {
        let (shown, rows) = (shown.clone(), rows);
        classed("div", "answers-narrow").live(move || {
            let rows = rows();
            let (inner, count) = (shown.clone(), count(rows.len()));
            let list = fill_in_turns(classed("ol", "claims"), count, move |at| {
                match rows.get(at) {
                    Some(row) => card(&inner, row, opens),
                    None => el("li"),
                }
            });
            vec![list]
        })
    };
    let all = shown.rows.len();
    let rest = (all > FIRST).then(|| {
        button("button")
            .text(&format!("Show all {all} rows"))
            .live_switch("hidden", move || more.get())
            .on("click", move |_| more.set(true))
    });
    el("section")
        .attr("class", "answering")
        .attr("aria-labelledby", "claims-name")
        .child(
            classed("h2", "aloud")
                .id("claims-name")
                .text("What they tell"),
        )
        .child(controls(shown))
        .child(wide)
        .child(cards)
        .children(rest)
}

/// The choice of an order, and what the signs mean.
fn controls(shown: &Shown) -> El {
    let site = shown.site;
    let to = |order: Order| {
        move |state: &State| State {
            order: order.clone(),
            ..state.clone()
        }
    };
    let choice = |order: Order, name: &str| {
        let (now, goes, is_it) = (to(order.clone()), to(order.clone()), order);
        classed("a", "turn")
            .text(name)
            .live_attr("href", move || Some(site.with(|state| href(&now(state)))))
            .live_attr("aria-current", move || {
                let here = site.with(|state| state.order == is_it);
                here.then(|| "true".to_owned())
            })
            .on("click", move |event| {
                follow(site, event, goes(&site.state_now()));
            })
    };
    let option = |id: &str, name: &str| {
        el("option")
            .attr("value", id)
            .attr("dir", "auto")
            .text(name)
    };
    let articles = shown.heads.iter().map(|head| option(&head.id, &head.name));
    let order_of = el("select")
        .attr("aria-label", "In the order of an article")
        .child(option("", "In the order of …"))
        .children(articles)
        .live_value(move || {
            site.with(|state| match &state.order {
                Order::Of(id) => id.clone(),
                _ => String::new(),
            })
        })
        .on("change", move |event| {
            let order = match value_of(event) {
                id if id.is_empty() => Order::Clashes,
                id => Order::Of(id),
            };
            site.go(State {
                order,
                ..site.state_now()
            });
        });
    let key = [Sign::Clash, Sign::Years, Sign::Differ, Sign::Same].map(|one| {
        classed("span", "meaning")
            .child(classed("span", one.class()).text(one.mark()))
            .text(one.word())
    });
    classed("div", "story-controls")
        .child(
            classed("div", "orders")
                .attr("role", "group")
                .attr("aria-label", "Sort by")
                .child(choice(Order::Clashes, "Disagreement"))
                .child(choice(Order::Told, "Most told"))
                .child(order_of),
        )
        .child(
            classed("p", "signs")
                .attr("aria-hidden", "true")
                .children(key)
                .child(classed("span", "meaning").text("– says nothing")),
        )
}

fn head(shown: &Shown) -> El {
    let state = shown.site.state_now();
    let column = |(place, head): (usize, &crate::view::Head)| {
        let name = link(shown.site, "", reading_of(&state, place))
            .attr("title", &format!("Read {}", head.title))
            .child(shown.named(place));
        el("th")
            .attr("scope", "col")
            .child(name)
            .child(span("when", &head.when))
    };
    let columns = shown.heads.iter().enumerate().map(column);
    el("thead").child(
        el("tr")
            .child(
                classed("th", "claim-head")
                    .attr("scope", "col")
                    .text("Claim"),
            )
            .children(columns),
    )
}

/// The name of a row, which opens it and closes it.
fn name(shown: &Shown, row: &Row, id: &str) -> El {
    let (site, at) = (shown.site, row.at);
    let to = move |state: &State| state.with_at((state.at != Some(at)).then_some(at));
    let lang_of = shown.head(row.of).lang;
    let opener = classed("a", "opener")
        .attr("role", "button")
        .maybe("id", (!id.is_empty()).then_some(id))
        .attr("dir", "auto")
        .maybe("lang", lang(&lang_of))
        .text(&row.name)
        .live_attr("href", move || Some(site.with(|state| href(&to(state)))))
        .live_flag("aria-expanded", move || {
            site.with(|state| state.at == Some(at))
        })
        .on("click", move |event| {
            follow(site, event, to(&site.state_now()))
        })
        .on("keydown", move |event| {
            // What is said to be a button is pressed by Space too.
            let space = event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|event| event.key() == " ");
            if space {
                event.prevent_default();
                site.go(to(&site.state_now()));
            }
        });
    span("row-name", "")
        .child(sign(row.sign))
        .child(opener)
        .child(span("line", &row.line))
}

fn line(shown: &Shown, row: &Row, number: usize) -> El {
    let first = shown.rows.iter().position(|one| one.claim == row.claim) == Some(number);
    let id = if first {
        claim_id(row.claim)
    } else {
        String::new()
    };
    let cell = |(place, cell): (usize, &Option<Cell>)| match cell {
        Some(cell) => {
            let lang = shown.head(place).lang;
            let class = match (cell.group, cell.sign) {
                (None, _) => "words",
                (_, None) => "value",
                _ => "value clash",
            };
            let text = classed("span", &format!("{class} {}", shown.head(place).disc))
                .attr("dir", "auto")
                .maybe("lang", crate::ui::compare::lang(&lang))
                .text(&cell.text);
            el("td").children(cell.sign.map(sign)).child(text)
        }
        None => classed("td", "silent")
            .child(span("", "–").attr("aria-hidden", "true"))
            .child(aloud("says nothing")),
    };
    let name = el("th").attr("scope", "row").child(name(shown, row, &id));
    el("tr")
        .child(name)
        .children(row.cells.iter().enumerate().map(cell))
}

/// What a claim's first row is called in links within the page.
pub fn claim_id(claim: usize) -> String {
    format!("claim-{}", claim + 1)
}

/// What stands below a row while it is open.
fn below(shown: &Shown, row: &Row, opens: Trigger) -> El {
    let columns = shown.heads.len() + 1;
    let (site, at) = (shown.site, row.at);
    let (shown, row) = (shown.clone(), row.clone());
    classed("tr", "below")
        .live_switch("hidden", move || site.with(|state| state.at != Some(at)))
        .live(move || {
            let inner = opened(&shown, &row, opens);
            inner
                .into_iter()
                .map(|inner| el("td").attr("colspan", &columns.to_string()).child(inner))
                .collect()
        })
}

fn opened(shown: &Shown, row: &Row, opens: Trigger) -> Option<El> {
    opens.track();
    let state = shown.site.state_now();
    if state.at != Some(row.at) {
        return None;
    }
    let letters: Vec<String> = shown.heads.iter().map(|head| head.name.clone()).collect();
    let opened = story_opened(&shown.telling, row, &letters, &state)?;
    let one = |one: &Sentence| {
        let head = shown.head(one.article);
        let others = one.others.iter().map(|(place, to)| {
            link(shown.site, "", to.clone())
                .attr(
                    "title",
                    &format!("Compare with {}", shown.head(*place).name),
                )
                .child(aloud("Compare with "))
                .child(shown.disc(*place))
        });
        let ways = (!one.others.is_empty()).then(|| {
            classed("p", "to-pairs")
                .child(span("", "Compare with ").attr("aria-hidden", "true"))
                .children(others)
        });
        el("li")
            .child(
                classed("p", "from")
                    .child(shown.named(one.article))
                    .child(span("when", &head.when)),
            )
            .child(
                el("div")
                    .attr("class", &head.disc)
                    .child(marked(&one.pieces, &head.lang))
                    .children(ways),
            )
    };
    let near = (!opened.near.is_empty()).then(|| {
        el("div")
            .child(note(NEAR_NOTE))
            .child(classed("ol", "sayings").children(opened.near.iter().map(one)))
    });
    Some(
        classed("div", "opened")
            .children(opened.opposed.then(|| note(OPPOSED_NOTE)))
            .child(classed("ol", "sayings").children(opened.sentences.iter().map(one)))
            .children(near)
            .child(note(&opened.origins)),
    )
}

/// A claim where there is no room for columns: those of one answer together, who says nothing last.
fn card(shown: &Shown, row: &Row, opens: Trigger) -> El {
    let (groups, silent) = row.grouped();
    let answer = |group: &Group| {
        let first = group.articles.first().copied().unwrap_or(0);
        el("li")
            .child(
                span("", "").children(group.sign.map(sign)).child(
                    span("value", &group.text)
                        .attr("dir", "auto")
                        .maybe("lang", lang(&shown.head(first).lang)),
                ),
            )
            .child(shown.discs(&group.articles))
    };
    let nothing = (!silent.is_empty()).then(|| {
        classed("li", "silent")
            .child(span("", "says nothing"))
            .child(shown.discs(&silent))
    });
    let class = match row.sign {
        Sign::Clash | Sign::Years => "claim clash",
        _ => "claim",
    };
    let inner = (shown.clone(), row.clone());
    classed("li", class)
        .child(el("h3").child(name(shown, row, "")))
        .child(
            classed("ul", "groups")
                .children(groups.iter().map(answer))
                .children(nothing),
        )
        .child(el("div").live(move || opened(&inner.0, &inner.1, opens).into_iter().collect()))
}
