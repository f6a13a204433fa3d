//! The two pickers and the swap: which article is A, which is B. Native lists, because they work with
//! every keyboard, finger and screen reader there is.

use leptos::prelude::*;

use crate::state::Side;
use crate::ui::icons;
use crate::ui::site::Site;
use crate::view::picker;

/// The id of the first picker, which a key leads to.
pub const FIRST: &str = "pick-a";

/// Both pickers and the swap.
pub fn pickers(site: Site) -> AnyView {
    view! {
        <section class="pair" aria-label="The two articles">
            {one(site, Side::A)}
            <button
                type="button"
                class="button icon"
                aria-label="Swap the two articles"
                title="Swap the two articles (s)"
                on:click=move |_| site.go(site.state_now().swapped())
            >
                {icons::swap()}
            </button>
            {one(site, Side::B)}
        </section>
    }
    .into_any()
}

fn one(site: Site, side: Side) -> AnyView {
    let (id, name) = match side {
        Side::A => (FIRST, "First article"),
        Side::B => ("pick-b", "Second article"),
    };
    let offers = Memo::new(move |_| {
        let state = site.state();
        site.library(|library| picker(library, &state, side))
    });
    let options = move || {
        let offers = offers.get();
        let none = !offers.iter().any(|offer| offer.chosen);
        let blank = none.then(|| {
            view! {
                <option value="" prop:selected=true>
                    "Choose an article"
                </option>
            }
            .into_any()
        });
        let list = offers
            .into_iter()
            .map(|offer| {
                view! {
                    <option value=offer.id prop:selected=offer.chosen>
                        {offer.label}
                    </option>
                }
                .into_any()
            })
            .collect::<Vec<_>>();
        view! {
            {blank}
            {list}
        }
        .into_any()
    };
    view! {
        <div class="pick">
            <label for=id>
                {name} ", " <b>{side.letter()}</b>
            </label>
            <select
                id=id
                on:change=move |event| {
                    let chosen = event_target_value(&event);
                    let to = offers
                        .with_untracked(|offers| {
                            offers
                                .iter()
                                .find(|offer| offer.id == chosen)
                                .map(|offer| offer.to.clone())
                        });
                    if let Some(to) = to {
                        site.go(to);
                    }
                }
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}
