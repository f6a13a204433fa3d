//! What was found in several articles: in words, as a table of who tells what, claim by claim, and what stands in one
//! article alone.

use std::sync::Arc;

use super::left_out;
use super::parts::{claim_id, lettered, note, part};
use crate::ui::browser;
use crate::ui::compare::{kind_class, lang};
use crate::ui::dom::{El, aloud, classed, el, span};
use crate::ui::link::link;
use crate::ui::site::Site;
use crate::view::{
    ALONE_NOTE, CLAIMS_NOTE, ClaimCard, NEAR_NOTE, OPPOSED_NOTE, STORY_CAUTION, Said, TellerRow,
    Telling, Tells, claim_card, columns, kind_word, no_claims, story_finding, teller_rows,
};

/// All that was found.
pub fn told(site: Site, telling: &Arc<Telling>) -> Vec<El> {
    let rows = teller_rows(telling);
    let finding = story_finding(telling);
    let found = classed("section", "found")
        .attr("aria-label", "What was found")
        .child(classed("p", "finding").text(&finding.headline))
        .child(classed("p", "aside detail").text(&finding.detail))
        .child(classed("p", "aside").text(STORY_CAUTION));
    let claims = match no_claims(telling) {
        Some(none) => part("claims-name", "Claims").child(note(&none)),
        None => part("claims-name", "Claims")
            .child(note(CLAIMS_NOTE))
            .child(claims(site, telling)),
    };
    vec![
        found,
        who(telling, &rows),
        claims,
        left_out::left_out(site, telling),
        alone(&rows),
    ]
}

/// Who tells what: the articles as rows, the claims as columns.
fn who(telling: &Telling, rows: &[TellerRow]) -> El {
    let (columns, more) = columns(telling);
    let head = |number: usize| {
        let id = claim_id(number);
        let to = el("a")
            .attr("href", &format!("#{id}"))
            .child(aloud("Claim "))
            .text(&(number + 1).to_string())
            .on("click", move |event| {
                // Not by the fragment: that would be a new entry of the history.
                event.prevent_default();
                browser::focus(&id);
            });
        el("th")
            .attr("scope", "col")
            .attr("role", "columnheader")
            .child(to)
    };
    let heads = el("tr")
        .attr("role", "row")
        .child(
            el("th")
                .attr("scope", "col")
                .attr("role", "columnheader")
                .class("of")
                .text("Article"),
        )
        .children((0..columns).map(head))
        .child(
            el("th")
                .attr("scope", "col")
                .attr("role", "columnheader")
                .class("in-it")
                .text("In it alone"),
        );
    let row = |row: &TellerRow| {
        let cell = |tells: &Tells| {
            let (class, mark) = match tells {
                Tells::Yes => ("tells yes", "●"),
                Tells::Near => ("tells near", "◐"),
                Tells::No => ("tells no", "○"),
            };
            classed("td", class)
                .attr("role", "cell")
                .child(span("", mark).attr("aria-hidden", "true"))
                .child(aloud(tells.word()))
        };
        let title = span("title", &row.title)
            .attr("dir", "auto")
            .maybe("lang", lang(&row.lang));
        let name = classed("th", "of")
            .attr("scope", "row")
            .attr("role", "rowheader")
            .child(
                span("teller", "")
                    .child(lettered(&row.letter))
                    .child(span("", "").child(title).child(span("from", &row.byline))),
            );
        el("tr")
            .attr("role", "row")
            .child(name)
            .children(row.tells.iter().map(cell))
            .child(classed("td", "in-it").attr("role", "cell").text(&row.alone))
    };
    // Roles in words, since a phone lays the table out in lines and would take them from it.
    let table = classed("table", "who")
        .attr("role", "table")
        .attr("aria-labelledby", "who-name")
        .child(el("thead").attr("role", "rowgroup").child(heads))
        .child(
            el("tbody")
                .attr("role", "rowgroup")
                .children(rows.iter().map(row)),
        );
    let key = (columns > 0).then(|| {
        let near = rows.iter().any(|row| row.tells.contains(&Tells::Near));
        let all = [(Tells::Yes, "●"), (Tells::Near, "◐"), (Tells::No, "○")];
        let all = all
            .into_iter()
            .filter(|(tells, _)| near || *tells != Tells::Near);
        let words = all.map(|(tells, mark)| span("", &format!("{mark} {}", tells.word())));
        classed("p", "note marks-key")
            .attr("aria-hidden", "true")
            .children(words)
    });
    part("who-name", "Who tells what")
        .child(table)
        .children(key)
        .children(more.map(|more| note(&more)))
}

fn claims(site: Site, telling: &Telling) -> El {
    let state = site.state_now();
    let cards = (0..telling.found.claims.len()).filter_map(|number| {
        let card = claim_card(telling, number, &state)?;
        Some(claim(site, number, &card))
    });
    classed("ol", "claims").children(cards)
}

fn claim(site: Site, number: usize, card: &ClaimCard) -> El {
    let id = claim_id(number);
    let title = el("h3")
        .id(&format!("{id}-name"))
        .child(
            classed("span", "number")
                .child(aloud("Claim "))
                .text(&(number + 1).to_string()),
        )
        .child(aloud(": "))
        .text(&card.title);
    let list = |said: &[Said]| classed("ol", "sayings").children(said.iter().map(saying));
    let near =
        (!card.near.is_empty()).then(|| el("div").child(note(NEAR_NOTE)).child(list(&card.near)));
    let links = card.links.iter().map(|(place, kind, to)| {
        let kind_of = span(&format!("swatch {}", kind_class(*kind)), "");
        let words = format!("{place}: {}", kind_word(*kind).to_ascii_lowercase());
        el("li").child(link(site, "", to.clone()).child(kind_of).text(&words))
    });
    let both = classed("div", "both")
        .child(note("See both texts:"))
        .child(el("ul").children(links));
    classed("li", "claim")
        .id(&id)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", &format!("{id}-name"))
        .child(title)
        .children(card.opposed.then(|| note(OPPOSED_NOTE)))
        .child(list(&card.sentences))
        .children(near)
        .child(both)
}

fn saying(said: &Said) -> El {
    let kind = kind_class(said.kind);
    let text = el("p")
        .attr("dir", "auto")
        .maybe("lang", lang(&said.lang))
        .child(span(&format!("s {kind}"), &said.text));
    let from = classed("p", "from")
        .child(span("kind", kind_word(said.kind)))
        .text(" ")
        .child(span("", &said.from).attr("dir", "auto"));
    el("li")
        .child(lettered(&said.letter))
        .child(el("blockquote").child(text).child(from))
}

/// What stands in one article alone.
fn alone(rows: &[TellerRow]) -> El {
    let row = |row: &TellerRow| {
        let lang = lang(&row.lang);
        let sentence = |text: &String| el("li").attr("dir", "auto").maybe("lang", lang).text(text);
        let title = span("title", &row.title)
            .attr("dir", "auto")
            .maybe("lang", lang);
        let name = el("h3").child(lettered(&row.letter)).text(" ").child(title);
        let list = (!row.apart.is_empty()).then(|| {
            el("details")
                .child(
                    el("summary")
                        .text("Read them")
                        .child(aloud(&format!(": what {} tells alone", row.letter))),
                )
                .child(el("ol").children(row.apart.iter().map(sentence)))
                .children(row.more.as_ref().map(|more| note(more)))
        });
        el("li")
            .child(name)
            .child(el("p").text(&row.alone))
            .children(list)
    };
    part("alone-name", "In one article alone")
        .child(note(ALONE_NOTE))
        .child(classed("ul", "alone").children(rows.iter().map(row)))
}
