//! The row of controls: the view, the kinds with their counts, from match to match, what is adjusted
//! seldom, and the link to what is shown.

use crossread_engine::MinWords;
use leptos::html::Details;
use leptos::prelude::*;

use super::desk::Desk;
use super::texts::kind_class;
use crate::state::{State, View};
use crate::ui::{browser, icons};
use crate::view::{Chip, filters, strictness_steps, view_word};

/// The row of controls.
pub fn bar(desk: Desk) -> AnyView {
    let site = desk.site;
    view! {
        <div class="bar" role="group" aria-label="Controls">
            {views(desk)}
            {legend(desk)}
            {stepper(desk)}
            {adjust(desk)}
            <button
                type="button"
                class="button"
                title="Copy the link to what you see (c)"
                on:click=move |_| copy_link(desk)
            >
                {icons::chain()}
                <span>"Copy link"</span>
            </button>
            <span class="aloud">
                {move || site.single_keys.get().then_some("Press question mark for keys.")}
            </span>
        </div>
    }
    .into_any()
}

/// Copies the link to what is shown.
pub fn copy_link(desk: Desk) {
    let link = desk.link(desk.site.state_now().at);
    browser::copy(desk.site, link, "Link copied");
}

fn views(desk: Desk) -> AnyView {
    let buttons = View::ALL
        .into_iter()
        .map(|view| {
            view! {
                <button
                    type="button"
                    aria-pressed=move || (desk.view.get() == view).to_string()
                    on:click=move |_| show(desk, view)
                >
                    {view_word(view)}
                </button>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <div class="segments" role="group" aria-label="View">
            {buttons}
        </div>
    }
    .into_any()
}

/// Shows the pair in another way; what is in hand is brought before the eyes there too.
pub fn show(desk: Desk, view: View) {
    let mut to = desk.site.state_now();
    if to.at.is_some() {
        desk.reveal.set_value(super::desk::Reveal::AtOnce);
    }
    to.view = view;
    desk.site.go(to);
}

fn legend(desk: Desk) -> AnyView {
    let site = desk.site;
    let all = Memo::new(move |_| {
        let state = site.state();
        desk.comparing.with(|comparing| filters(comparing, &state))
    });
    let kinds = move || {
        all.with(|all| all.kinds.clone())
            .into_iter()
            .map(|chip| kind_button(desk, chip))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="legend" role="group" aria-label="Kinds of match shown">
            {kinds}
            <span class="plain">
                <span aria-hidden="true">{move || all.with(|all| all.unique.clone())}</span>
                <span class="aloud">{move || all.with(|all| all.unique_spoken.clone())}</span>
            </span>
        </div>
    }
    .into_any()
}

fn kind_button(desk: Desk, chip: Chip) -> AnyView {
    let class = chip.kind.map_or("", kind_class);
    let title = if chip.on {
        "Shown: hide"
    } else {
        "Hidden: show"
    };
    view! {
        <button
            type="button"
            class=class
            title=title
            aria-pressed=chip.on.to_string()
            disabled=chip.count == 0
            on:click=move |_| desk.site.go(chip.to.clone())
        >
            <i>{chip.label}</i>
            " "
            {chip.count}
        </button>
    }
    .into_any()
}

fn stepper(desk: Desk) -> AnyView {
    let none = move || desk.marks.with(|marks| marks.order().is_empty());
    let position = move || desk.marks.with(|marks| marks.position(desk.hand.get()));
    view! {
        <div class="step" role="group" aria-label="From match to match">
            <button
                type="button"
                aria-label="The match before"
                title="The match before (k)"
                disabled=none
                on:click=move |_| desk.step(false)
            >
                {icons::back()}
            </button>
            <span class="where">{position}</span>
            <button
                type="button"
                aria-label="The next match"
                title="The next match (j)"
                disabled=none
                on:click=move |_| desk.step(true)
            >
                {icons::forth()}
            </button>
        </div>
    }
    .into_any()
}

/// What is turned seldom.
fn adjust(desk: Desk) -> AnyView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    view! {
        <details
            class="adjust"
            node_ref=details
            on:toggle=move |_| {
                open.set(details.get_untracked().is_some_and(|details| details.open()));
            }
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.prevent_default();
                    event.stop_propagation();
                    close();
                    if let Some(summary) = details
                        .get_untracked()
                        .and_then(|details| details.query_selector("summary").ok().flatten())
                    {
                        super::focus_element(&summary);
                    }
                }
            }
        >
            <summary class="button">{icons::sliders()} <span>"Adjust"</span></summary>
            {move || open.get().then(|| panel(desk))}
        </details>
    }
    .into_any()
}

/// Built when it is opened: the steps of strictness are each a comparison of their own.
fn panel(desk: Desk) -> AnyView {
    let site = desk.site;
    let all = Memo::new(move |_| {
        let state = site.state();
        desk.comparing.with(|comparing| filters(comparing, &state))
    });
    let steps = Memo::new(move |_| {
        let state = site.state();
        desk.comparing
            .with(|comparing| strictness_steps(comparing, &state))
    });
    let strict = move || {
        steps
            .get()
            .into_iter()
            .map(|step| {
                choice(
                    "strictness",
                    step.label,
                    step.effect,
                    step.on,
                    desk,
                    step.to,
                )
            })
            .collect::<Vec<_>>()
    };
    let voices = move || {
        all.with(|all| all.voices.clone())
            .into_iter()
            .map(|chip| {
                choice(
                    "voices",
                    chip.label,
                    chip.count.to_string(),
                    chip.on,
                    desk,
                    chip.to,
                )
            })
            .collect::<Vec<_>>()
    };
    let words = move || site.with(|state| state.options.min_words.get());
    view! {
        <div class="pop">
            <fieldset>
                <legend>"How strict a match is"</legend>
                {strict}
            </fieldset>
            <div>
                <label class="name" for="min-words">
                    <span>"Shortest passage"</span>
                    <span>{move || all.with(|all| all.min_words.clone())}</span>
                </label>
                <input
                    type="range"
                    id="min-words"
                    min=MinWords::RANGE.start().to_string()
                    max=MinWords::RANGE.end().to_string()
                    prop:value=move || words().to_string()
                    aria-valuetext=move || all.with(|all| all.min_words.clone())
                    on:input=move |event| {
                        if let Ok(words) = event_target_value(&event).parse() {
                            site.go(site.state_now().with_min_words(MinWords::clamped(words)));
                        }
                    }
                />
                <small>{move || all.with(|all| all.passages.clone())}</small>
            </div>
            <fieldset>
                <legend>"Whose words"</legend>
                {voices}
            </fieldset>
            {move || {
                let (chip, note) = all
                    .with(|all| (all.everything.clone(), all.everything_note.clone()));
                everything(desk, chip, note)
            }}
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=move || site.level.get()
                    on:change=move |event| site.choose_level(event_target_checked(&event))
                />
                <span>"Keep the columns level"</span>
                <small>"While you scroll, the second article follows the first by their matches."</small>
            </label>
            {move || {
                all.with(|all| all.hidden.clone())
                    .map(|text| view! { <p class="note">{text}</p> }.into_any())
            }}
        </div>
    }
    .into_any()
}

/// One of several choices, with what it would do.
fn choice(
    group: &'static str,
    label: String,
    effect: String,
    on: bool,
    desk: Desk,
    to: State,
) -> AnyView {
    view! {
        <label class="choice">
            <input
                type="radio"
                name=group
                prop:checked=on
                on:change=move |_| desk.site.go(to.clone())
            />
            <span>{label}</span>
            <small>{effect}</small>
        </label>
    }
    .into_any()
}

fn everything(desk: Desk, chip: Chip, note: String) -> AnyView {
    view! {
        <label class="switch">
            <input
                type="checkbox"
                prop:checked=chip.on
                disabled=note.is_empty() && !chip.on
                on:change=move |_| desk.site.go(chip.to.clone())
            />
            <span>{chip.label}</span>
            <small>{note}</small>
        </label>
    }
    .into_any()
}
