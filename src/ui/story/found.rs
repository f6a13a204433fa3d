//! What was found in several articles: in words, all pairs at a glance, the table of answers, what one leaves out, and
//! what stands in one alone; or one of them to be read, with the others in its margin.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::parts::{Part, Shown, fill_in_turns, note, part, turned};
use super::{left_out, overview, quotations, reader, table};
use crate::state::{Order, State};
use crate::ui::compare::lang;
use crate::ui::dom::{El, aloud, classed, el};
use crate::ui::link::link;
use crate::ui::site::Site;
use crate::view::{
    ALONE_NOTE, Alone, STORY_CAUTION, StoryFinding, Telling, no_claims, reading_of, story_alone,
    story_finding, story_heads, story_rows,
};

/// Of so many articles all pairs stand beside the finding; of more they come behind the table.
const FEW: usize = 8;

/// All that was found.
pub fn found(site: Site, telling: &Arc<Telling>) -> Vec<El> {
    let by_clashes = State {
        order: Order::Clashes,
        ..site.state_now()
    };
    let shown = Shown {
        site,
        telling: Arc::clone(telling),
        heads: Rc::new(site.library(|library| story_heads(library, telling))),
        rows: Rc::new(story_rows(telling, &by_clashes)),
    };
    let finding = story_finding(telling, &shown.rows);
    // For whoever does not see it change.
    site.say(&finding.lead);
    let reads = turned(site, Part::Reads);
    let either = el("div").live(move || {
        reads.track();
        match site.state_now().reads {
            true => vec![reader::reader(&shown)],
            false => vec![all(&shown, &finding)],
        }
    });
    vec![either]
}

/// Made in turns: what is seen first comes first.
fn all(shown: &Shown, finding: &StoryFinding) -> El {
    let (shown, finding) = (shown.clone(), finding.clone());
    let few = shown.heads.len() <= FEW;
    fill_in_turns(classed("div", "story-whole"), 7, move |at| match at {
        0 => top(&shown, &finding, few),
        1 => match no_claims(&shown.telling) {
            Some(none) => part("claims-name", "Claims").child(note(&none)),
            None => table::table(&shown),
        },
        2 if !few => overview::overview(&shown),
        3 => left_out::left_out(&shown),
        4 => quotations::quotations(&shown).unwrap_or_else(|| el("div")),
        5 => alone(&shown),
        6 => note(&format!("{} {STORY_CAUTION}", finding.detail)),
        _ => el("div"),
    })
}

/// What was found, in words, and all pairs where they are few.
fn top(shown: &Shown, finding: &StoryFinding, few: bool) -> El {
    let found = classed("section", "found")
        .attr("aria-label", "What was found")
        .child(
            classed("p", "finding")
                .attr("dir", "auto")
                .text(&finding.lead),
        )
        .child(classed("p", "aside").text(&finding.headline));
    classed("div", "story-top")
        .child(found)
        .children(few.then(|| overview::overview(shown)))
}

/// What stands in one article alone.
fn alone(shown: &Shown) -> El {
    let row = |(place, row): (usize, &Alone)| {
        let head = shown.head(place);
        let lang = lang(&head.lang);
        let sentence = |text: &String| el("li").attr("dir", "auto").maybe("lang", lang).text(text);
        let list = (!row.sentences.is_empty()).then(|| {
            el("details")
                .child(
                    el("summary")
                        .text("Read them")
                        .child(aloud(&format!(": what {} tells alone", head.name))),
                )
                .child(el("ol").children(row.sentences.iter().map(sentence)))
                .children(row.more.as_ref().map(|more| note(more)))
        });
        let reading = link(shown.site, "", reading_of(&shown.site.state_now(), place));
        el("li")
            .child(el("h3").child(reading.child(shown.named(place))))
            .child(el("p").text(&row.line))
            .children(list)
    };
    let rows = story_alone(&shown.telling);
    part("alone-name", "Told by one alone")
        .child(note(ALONE_NOTE))
        .child(classed("ul", "alone").children(rows.iter().enumerate().map(row)))
}
