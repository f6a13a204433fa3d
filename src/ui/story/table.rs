//! The table of answers: claims as rows, sources as columns. In a narrow window there is a card for each claim instead.
//! The stylesheet shows one of the two; each is made when it is first shown or printed.

use std::cell::Cell as Flag;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::parts::{
    Part, Shown, fill_at_once, fill_in_turns, fill_rest_in_turns, marked, note, sign, turned,
};
use crate::state::{Order, State};
use crate::ui::browser;
use crate::ui::dom::{El, aloud, button, classed, el, lang, live, span, value_of};
use crate::ui::link::{follow, href, link};
use crate::ui::own;
use crate::view::{
    Cell, Column, Group, NEAR_NOTE, OPPOSED_NOTE, Row, Sentence, Sign, folded_cells,
    folded_columns, naming_of, reading_of, single_columns, story_opened, story_rows,
};

/// The number of rows that are made at first. The others follow after a press, or when the table is scrolled to its end.
const FIRST: usize = 40;

/// The same if there are so many sources that the table scrolls in its own box, where no more rows fit.
const FIRST_OF_MANY: usize = 12;
const VERY_MANY: usize = 20;

/// From this number of sources on, the table scrolls in its own box.
const MANY: usize = 7;

/// At this width there is room only for cards; the stylesheet uses the same width.
const NARROW: &str = "(max-width: 61.2rem)";

/// How much of the table, or of the cards, has been made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    /// Not yet.
    Not,
    /// In turns.
    InTurns,
    /// All of it at once, for paper.
    AtOnce,
}

/// Puts the first rows or cards into a holder, and the rest when they are needed.
fn fill(
    holder: El,
    [first, all]: [usize; 2],
    how: Made,
    more: RwSignal<bool>,
    make: impl Fn(usize) -> El + 'static,
) -> El {
    let make = Rc::new(make);
    let of_first = Rc::clone(&make);
    let holder = match how {
        Made::AtOnce => fill_at_once(holder, first, move |at| of_first(at)),
        _ => fill_in_turns(holder, first, move |at| of_first(at)),
    };
    let (rest, is_made) = (holder.clone(), Flag::new(false));
    live(move || {
        if more.get() && !is_made.replace(true) {
            let make = Rc::clone(&make);
            fill_rest_in_turns(rest.clone(), first, all, move |at| make(at));
        }
    });
    holder
}

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
    // What was made stays, since the window may become wider and narrower again.
    let made = [true, false].map(|narrow| {
        RwSignal::new(match browser::matches(NARROW) == narrow {
            true => Made::InTurns,
            false => Made::Not,
        })
    });
    let [of_cards, of_table] = made;
    let make = move |how: Made, narrow: bool| {
        let made = made[usize::from(!narrow)];
        if made.get_untracked() == Made::Not {
            made.set(how);
        }
    };
    browser::on_window("resize", move |_| {
        make(Made::InTurns, browser::matches(NARROW))
    });
    browser::on_window("beforeprint", move |_| make(Made::AtOnce, true));
    let many = shown.heads.len() > VERY_MANY;
    // The number that is made before all are needed.
    let first = move |all: usize| all.min(if many { FIRST_OF_MANY } else { FIRST });
    let groups = match shown.heads.len() {
        0..MANY => single_columns(&shown.telling),
        _ => folded_columns(&shown.telling),
    };
    let (folded, unfolded) = (RwSignal::new(false), RwSignal::new(Vec::<usize>::new()));
    let columns = {
        let (groups, single) = (groups.clone(), single_columns(&shown.telling));
        move || -> Rc<Vec<Column>> {
            if !folded.get() {
                return Rc::new(single.clone());
            }
            let open = unfolded.get();
            let of_group = |group: &Column| match group.first() {
                Some(first) if open.contains(first) => {
                    group.iter().map(|&place| vec![place]).collect()
                }
                _ => vec![group.clone()],
            };
            Rc::new(groups.iter().flat_map(of_group).collect())
        }
    };
    let wide = {
        let (shown, rows) = (shown.clone(), rows.clone());
        let class = match shown.heads.len() {
            0..MANY => "answers-wide",
            _ => "answers-wide answers-many",
        };
        classed("div", class).live(move || {
            let how = of_table.get();
            if how == Made::Not {
                return Vec::new();
            }
            let (rows, columns) = (rows(), columns());
            let inner = shown.clone();
            let count = [first(rows.len()), rows.len()].map(|count| 2 * count);
            let head = head(&shown, &columns, unfolded);
            let body = fill(el("tbody"), count, how, more, move |at| {
                match rows.get(at / 2) {
                    Some(row) if at % 2 == 0 => line(&inner, row, &columns),
                    Some(row) => below(&inner, row, columns.len() + 1, opens),
                    None => el("tr"),
                }
            });
            vec![
                classed("table", "answers")
                    .attr("aria-labelledby", "claims-name")
                    .child(head)
                    .child(body),
            ]
        })
    };
    let cards = {
        let (shown, rows) = (shown.clone(), rows);
        classed("div", "answers-narrow").live(move || {
            let how = of_cards.get();
            if how == Made::Not {
                return Vec::new();
            }
            let rows = rows();
            let inner = shown.clone();
            let count = [first(rows.len()), rows.len()];
            let list = fill(
                classed("ol", "claims"),
                count,
                how,
                more,
                move |at| match rows.get(at) {
                    Some(row) => card(&inner, row, opens),
                    None => el("li"),
                },
            );
            vec![list]
        })
    };
    let fold = (shown.heads.len() >= MANY && groups.len() < shown.heads.len()).then(|| {
        let text = format!(
            "Merge sources with the same wording: {} columns instead of {}",
            groups.len(),
            shown.heads.len()
        );
        button("turn fold")
            .text(&text)
            .live_flag("aria-pressed", move || folded.get())
            .on("click", move |_| {
                unfolded.set(Vec::new());
                folded.update(|folded| *folded = !*folded);
            })
    });
    let all = shown.rows.len();
    let wide = wide.on("scroll", move |event| {
        let room = browser::target(event);
        let is_end = room.is_some_and(|room| {
            room.scroll_top() + 2 * room.client_height() > room.scroll_height()
        });
        if is_end && !more.get_untracked() {
            more.set(true);
        }
    });
    let rest = (all > first(all)).then(|| {
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
        .children(fold)
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
                .child(choice(Order::Time, "Told first"))
                .child(order_of),
        )
        .child(
            classed("p", "signs")
                .attr("aria-hidden", "true")
                .children(key)
                .child(classed("span", "meaning").text("– says nothing")),
        )
}

fn head(shown: &Shown, columns: &Rc<Vec<Column>>, unfolded: RwSignal<Vec<usize>>) -> El {
    let state = shown.site.state_now();
    let (shown, columns, count) = (shown.clone(), Rc::clone(columns), columns.len());
    let column = move |column: &Column| {
        let place = column.first().copied().unwrap_or(0);
        let head = shown.head(place);
        if column.len() > 1 {
            let others = column.len() as u32 - 1;
            let unfold = button("unfold")
                .child(shown.named(place))
                .child(span("when", &format!("and {others} in its words")))
                .attr("title", "Unfold")
                .on("click", move |_| unfolded.update(|open| open.push(place)));
            return el("th").attr("scope", "col").child(unfold);
        }
        let name = link(shown.site, "", reading_of(&state, place))
            .attr("title", &format!("Read {}", head.title))
            .child(shown.named(place));
        el("th")
            .attr("scope", "col")
            .child(name)
            .child(span("when", &head.when))
    };
    let claim = classed("th", "claim-head")
        .attr("scope", "col")
        .text("Claim");
    let row = fill_in_turns(el("tr").child(claim), count, move |at| {
        match columns.get(at) {
            Some(one) => column(one),
            None => el("th"),
        }
    });
    el("thead").child(row)
}

/// The name of a row, which opens it and closes it.
fn name(shown: &Shown, row: &Row, id: &str) -> El {
    let (site, at) = (shown.site, row.at);
    let to = move |state: &State| state.with_at((state.at != Some(at)).then_some(at));
    let lang_of = shown.head(row.of).lang.clone();
    let [named, called, line] = [0, 1, 2].map(|_| shown.clone());
    let [of_lang, of_name, of_line] = [0, 1, 2].map(|_| row.clone());
    let opener = classed("a", "opener")
        .attr("role", "button")
        .maybe("id", (!id.is_empty()).then_some(id))
        .attr("dir", "auto")
        .live_attr("lang", move || {
            let lang = lang(&lang_of).map(str::to_owned);
            lang.filter(|_| named.given(&of_lang).is_none())
        })
        .live_text(move || {
            called
                .given(&of_name)
                .map_or_else(|| of_name.name.clone(), |one| one.name)
        })
        .live_attr("href", move || Some(site.with(|state| href(&to(state)))))
        .live_flag("aria-expanded", move || {
            site.with(|state| state.at == Some(at))
        })
        .on("click", move |event| {
            follow(site, event, to(&site.state_now()))
        })
        .on("keydown", move |event| {
            // An element with the role of a button must respond to Space too.
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
        .child(span("line", "").live_text(move || {
            let by = line.given(&of_line).map(|one| format!("{} · ", one.by));
            by.unwrap_or_default() + &of_line.line
        }))
}

fn line(shown: &Shown, row: &Row, columns: &[Column]) -> El {
    let id = if row.is_first {
        claim_id(row.claim)
    } else {
        String::new()
    };
    let one = |place: usize, cell: &Cell| {
        let head = shown.head(place);
        let class = match (cell.group, cell.sign) {
            (None, _) => "words",
            (_, None) => "value",
            _ => "value clash",
        };
        let text = classed("span", &format!("{class} {}", head.disc))
            .attr("dir", "auto")
            .maybe("lang", lang(&head.lang))
            .text(&cell.text);
        [cell.sign.map(sign), Some(text)].into_iter().flatten()
    };
    let cell = |column: &Column| {
        let said = folded_cells(row, column);
        if said.is_empty() {
            return classed("td", "silent")
                .child(span("", "–").attr("aria-hidden", "true"))
                .child(aloud("says nothing"));
        }
        let answers = said.iter().map(|(cell, places)| {
            let place = places.first().copied().unwrap_or(0);
            let times = (column.len() > 1)
                .then(|| span("times", &format!(" {} of {}", places.len(), column.len())));
            span("", "").children(one(place, cell)).children(times)
        });
        match column.len() {
            1 => el("td").children(
                said.iter()
                    .flat_map(|(cell, places)| one(places.first().copied().unwrap_or(0), cell)),
            ),
            _ => el("td").children(answers),
        }
    };
    let name = el("th").attr("scope", "row").child(name(shown, row, &id));
    el("tr").child(name).children(columns.iter().map(cell))
}

/// The id of a claim's first row, for links within the page.
pub fn claim_id(claim: usize) -> String {
    format!("claim-{}", claim + 1)
}

/// What is below a row while it is open.
fn below(shown: &Shown, row: &Row, columns: usize, opens: Trigger) -> El {
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
            .child(note(&opened.origins))
            .child(naming(shown, row)),
    )
}

/// The form to name a row, and the automatic name while the row has another.
fn naming(shown: &Shown, row: &Row) -> El {
    let site = shown.site;
    let given = {
        let (shown, row) = (shown.clone(), row.clone());
        move || shown.given(&row)
    };
    let own = given().filter(|one| one.key.is_some());
    let field = el("input")
        .attr("type", "text")
        .attr("maxlength", "200")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("value", &own.map(|one| one.name).unwrap_or_default());
    let (inner, named, typed) = (shown.clone(), row.clone(), field.clone());
    let (by_rule, rule) = (given.clone(), row.name.clone());
    let is_own = move || given().and_then(|one| one.key);
    let key = is_own.clone();
    let cleared = field.clone();
    let back = button("button")
        .text("Remove the name")
        .live_switch("hidden", move || is_own().is_none())
        .on("click", move |_| {
            if let Some(key) = key() {
                own::unname(site, key);
                if let Some(field) = cleared.get::<HtmlInputElement>() {
                    field.set_value("");
                    let _ = field.focus();
                }
            }
        });
    let form = classed("form", "naming")
        .on("submit", move |event| {
            event.prevent_default();
            let name = typed.get::<HtmlInputElement>().map(|field| field.value());
            let name = name.unwrap_or_default();
            if let Some(naming) = naming_of(&inner.telling, &named, &name, own::now()) {
                own::name_claim(site, naming);
            }
        })
        .child(el("label").text("Your name for this row").child(field))
        .child(
            classed("button", "button")
                .attr("type", "submit")
                .text("Name it"),
        )
        .child(back);
    let rule = classed("p", "note")
        .live_switch("hidden", {
            let by_rule = by_rule.clone();
            move || by_rule().is_none()
        })
        .text(&format!("Without it, the row is called “{rule}”."));
    el("div").child(form).child(rule)
}

/// A claim in a narrow window: the sources with the same answer together, those that say nothing last.
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
