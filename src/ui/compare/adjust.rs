//! The settings that are rarely changed: how strict a match is, how long a passage, whose words, and whether repeats
//! and furniture are compared.

use crossread_engine::{Kind, MinWords, Strictness};
use crossread_worker::protocol::{Answer, Ask};
use leptos::prelude::*;

use super::paint::redraw::point_out;
use super::pair_state::PairState;
use super::popover::popover;
use crate::state::{Side, State, Voices};
use crate::ui::dom::{El, classed, el, is_ticked, live, span, value_of};
use crate::ui::icons::SLIDERS;
use crate::ui::watched::Watched;
use crate::view::{CAUTION, StrictnessStep, figures, pair_request, strictness_step};
use crate::worker::{self, Ticket, WorkerEvent};

/// A button, and below it these settings.
pub fn adjust(pair: PairState) -> El {
    // Each step of strictness needs a comparison, which is made when the panel opens. On a wide screen the panel
    // stays open beside what it changes.
    let panel = Box::new(move || panel(pair));
    popover(
        pair.site,
        Some("tool"),
        "drop adjust",
        "How sure is this?",
        SLIDERS,
        true,
        panel,
    )
}

fn panel(pair: PairState) -> Vec<El> {
    vec![
        sure(pair),
        strictness(pair),
        min_words(pair),
        voices(pair),
        everything(pair),
        level(pair),
        classed("p", "note").live_text(move || pair.filters().hidden.clone().unwrap_or_default()),
    ]
}

/// How much is shared, in figures, and what they cannot show.
fn sure(pair: PairState) -> El {
    classed("div", "sure").live(move || {
        let line = figures(&pair.comparing()).line;
        vec![el("p").text(&line), el("p").text(CAUTION)]
    })
}

fn strictness(pair: PairState) -> El {
    // What each step would match, as far as the worker has answered.
    let steps: StoredValue<Steps, LocalStorage> = StoredValue::new_local(Default::default());
    let row = move |place: usize| -> StrictnessStep {
        let comparing = untrack(|| pair.comparing());
        let step = Strictness::ALL[place];
        steps.with_value(|steps| {
            strictness_step(&comparing, step, steps.known[place].get().as_deref())
        })
    };
    // A step that is hovered or focused shows the sentences whose mark it would change.
    let point = move |place: Option<usize>| {
        steps.update_value(|steps| steps.pointed = place);
        preview(place.map(row).as_ref());
    };
    live(move || {
        let comparing = pair.comparing();
        let now = comparing.found.options;
        let ask = |(place, strictness): (usize, Strictness)| {
            let options = now.with_strictness(strictness);
            let ask = Ask::Matches(pair_request(
                &comparing.articles,
                options,
                &comparing.by_hand,
            ));
            worker::ask(ask, move |told| {
                if let WorkerEvent::Answer(Answer::Matches(matches)) = told {
                    let known = |steps: &mut Steps| {
                        steps.known[place].set(Some(matches));
                        steps.pointed == Some(place)
                    };
                    let is_pointed = steps.try_update_value(known);
                    if is_pointed == Some(true) {
                        point(Some(place));
                    }
                }
            })
        };
        let all = Strictness::ALL.into_iter().enumerate();
        let others = all.filter(|(_, strictness)| *strictness != now.strictness);
        let tickets = others.map(ask).collect();
        steps.update_value(|steps| {
            steps.known.iter_mut().for_each(|known| known.set(None));
            steps.asked = tickets;
        });
    });
    let choices = Strictness::ALL
        .into_iter()
        .enumerate()
        .map(|(place, step)| {
            choice(
                "strictness",
                move || step.name().to_owned(),
                move || row(place).effect,
                move || pair.site.with(|state| state.options.strictness == step),
                move || pair.site.go(pair.site.state_now().with_strictness(step)),
            )
            .on("mouseenter", move |_| point(Some(place)))
            .on("focusin", move |_| point(Some(place)))
            .on("mouseleave", move |_| point(None))
            .on("focusout", move |_| point(None))
        });
    fieldset("How strict a match is").children(choices)
}

/// What a step would match: sentence of A, sentence of B and kind, in A's order.
type StepMatches = Vec<(u32, u32, Kind)>;

#[derive(Default)]
struct Steps {
    /// What each step of strictness would match, if known. Each step follows only its own value, since most answers
    /// come one after another.
    known: [Watched<Option<StepMatches>>; 5],
    /// The requests that are not answered yet.
    asked: Vec<Ticket>,
    /// The step that the reader points at.
    pointed: Option<usize>,
}

/// Highlights the sentences whose mark a step would change; `None` highlights nothing.
fn preview(step: Option<&StrictnessStep>) {
    let changes = step.map_or((&[][..], &[][..]), |step| {
        (&step.changes.0, &step.changes.1)
    });
    point_out("would", &[(Side::A, changes.0), (Side::B, changes.1)]);
}

fn voices(pair: PairState) -> El {
    let site = pair.site;
    let choices = Voices::ALL.into_iter().enumerate().map(|(place, voices)| {
        let chip = move || pair.filters().voices.get(place).cloned();
        choice(
            "voices",
            move || chip().map(|chip| chip.label).unwrap_or_default(),
            move || {
                chip()
                    .map(|chip| chip.count.to_string())
                    .unwrap_or_default()
            },
            move || site.with(|state| state.voices == voices),
            move || {
                let state = site.state_now();
                site.go(State { voices, ..state });
            },
        )
    });
    fieldset("Whose words").children(choices)
}

fn fieldset(name: &str) -> El {
    el("fieldset").child(el("legend").text(name))
}

/// One of several choices, with what it would do.
fn choice(
    group: &str,
    label: impl Fn() -> String + 'static,
    effect: impl Fn() -> String + 'static,
    on: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> El {
    let radio = el("input")
        .attr("type", "radio")
        .attr("name", group)
        .live_tick(on)
        .on("change", move |_| choose());
    classed("label", "choice")
        .child(radio)
        .child(span("", "").live_text(label))
        .child(el("small").live_text(effect))
}

fn min_words(pair: PairState) -> El {
    let site = pair.site;
    let name = classed("label", "name")
        .attr("for", "min-words")
        .child(span("", "Shortest passage"))
        .child(span("", "").live_text(move || pair.filters().min_words.clone()));
    let slider = el("input")
        .attr("type", "range")
        .id("min-words")
        .attr("min", &MinWords::RANGE.start().to_string())
        .attr("max", &MinWords::RANGE.end().to_string())
        .live_attr("aria-valuetext", move || {
            Some(pair.filters().min_words.clone())
        })
        .live_value(move || site.with(|state| state.options.min_words.get()).to_string())
        .on("input", move |event| {
            if let Ok(words) = value_of(event).parse() {
                site.go(site.state_now().with_min_words(MinWords::clamped(words)));
            }
        });
    el("div")
        .child(name)
        .child(slider)
        .child(el("small").live_text(move || pair.filters().passages.clone()))
}

fn everything(pair: PairState) -> El {
    let tick = el("input")
        .attr("type", "checkbox")
        .live_tick(move || pair.filters().everything.on)
        .live_switch("disabled", move || {
            let all = pair.filters();
            all.everything_note.is_empty() && !all.everything.on
        })
        .on("change", move |_| {
            pair.site.go(pair.filters().everything.to.clone())
        });
    classed("label", "switch")
        .child(tick)
        .child(span("", "").live_text(move || pair.filters().everything.label.clone()))
        .child(el("small").live_text(move || pair.filters().everything_note.clone()))
}

fn level(pair: PairState) -> El {
    let tick = el("input")
        .attr("type", "checkbox")
        .live_tick(move || pair.site.level.get())
        .on("change", move |event| {
            pair.site.choose_level(is_ticked(event))
        });
    classed("label", "switch level")
        .child(tick)
        .child(span("", "Keep the columns level"))
        .child(
            el("small")
                .text("While you scroll, the second article follows the first by their matches."),
        )
}
