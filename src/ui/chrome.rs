//! What frames every page: the way past it, brand, pages, theme, notices, what is said aloud, the foot.

use leptos::prelude::*;

use super::link::{follow, href};
use super::site::{Site, Theme};
use super::{browser, icons};
use crate::state::{Page, State};

/// The head of the page.
pub fn head(site: Site) -> AnyView {
    view! {
        <a
            class="skip button"
            href="#main"
            on:click=move |event| {
                // Not by the fragment: that would be a new entry of the history.
                event.prevent_default();
                browser::focus("main");
            }
        >
            "Skip to the content"
        </a>
        <header class="top">
            {page_link(site, "brand", Page::Library, "Crossread")}
            <nav class="nav" aria-label="Pages">
                {page_link(site, "", Page::Library, "Library")}
                {page_link(site, "", Page::Compare, "Compare")}
            </nav>
            <div class="end">
                {theme_switch(site)}
                <button
                    type="button"
                    class="button icon"
                    aria-label="Keys and help"
                    aria-haspopup="dialog"
                    title="Keys and help (?)"
                    on:click=move |_| site.keys_open.set(true)
                >
                    "?"
                </button>
            </div>
        </header>
    }
    .into_any()
}

/// A link to a page. That of Compare keeps the pair at hand.
fn page_link(site: Site, class: &'static str, page: Page, name: &'static str) -> AnyView {
    let to = move |state: &State| match page {
        Page::Library => state.library(),
        Page::Compare if state.page == Page::Compare => state.clone(),
        Page::Compare => state.compare(&state.a, &state.b),
    };
    let is_brand = class == "brand";
    view! {
        <a
            class=class
            href=move || site.with(|state| href(&to(state)))
            aria-current=move || (!is_brand && site.is_on(page)).then_some("page")
            on:click=move |event| follow(site, &event, to(&site.state_now()))
        >
            {name}
        </a>
    }
    .into_any()
}

fn theme_switch(site: Site) -> AnyView {
    let name = move || match site.theme.get() {
        Theme::System => "Theme: as the system has it",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    view! {
        <button
            type="button"
            class="button icon"
            aria-label=name
            title=name
            on:click=move |_| {
                site.choose_theme(site.theme.get_untracked().next());
                site.say(name());
            }
        >
            {move || match site.theme.get() {
                Theme::System => icons::half(),
                Theme::Light => icons::sun(),
                Theme::Dark => icons::moon(),
            }}
        </button>
    }
    .into_any()
}

/// What of a link could not be followed; each notice can be put away.
pub fn notices(site: Site) -> AnyView {
    let list = move || {
        site.notices
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, notice)| {
                view! {
                    <div class="notice">
                        <p>{notice.sentence()}</p>
                        <button
                            type="button"
                            class="button bare icon"
                            aria-label="Put this notice away"
                            on:click=move |_| {
                                site.notices
                                    .update(|notices| {
                                        if place < notices.len() {
                                            notices.remove(place);
                                        }
                                    });
                                browser::focus("main");
                            }
                        >
                            {icons::cross()}
                        </button>
                    </div>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="notices" role="status">
            {list}
        </div>
    }
    .into_any()
}

/// What is said aloud, what was done just now, and what is to be copied by hand.
pub fn voice(site: Site) -> AnyView {
    let toast = move || {
        let text = site.toast.get();
        (!text.is_empty()).then(|| {
            // Said by the live region beside it: hearing it twice helps nobody.
            view! {
                <div class="toast" aria-hidden="true">
                    {text}
                </div>
            }
            .into_any()
        })
    };
    view! {
        <div class="aloud" id="said" role="status" aria-live="polite">
            {move || site.said.get()}
        </div>
        {toast}
        {by_hand(site)}
    }
    .into_any()
}

/// A field to copy from, where the browser does not let the page copy.
fn by_hand(site: Site) -> AnyView {
    let close = move || site.by_hand.set(None);
    (move || {
        site.by_hand.get().map(|text| {
            let field = NodeRef::<leptos::html::Textarea>::new();
            field.on_load(move |field| {
                request_animation_frame(move || {
                    let _ = field.focus();
                    field.select();
                });
            });
            view! {
                <div class="by-hand" role="dialog" aria-labelledby="by-hand-name">
                    <label id="by-hand-name" for="by-hand">
                        "The browser did not let the page copy this. Copy it from here:"
                    </label>
                    <textarea
                        id="by-hand"
                        readonly
                        rows="3"
                        node_ref=field
                        prop:value=text
                        on:keydown=move |event| {
                            if event.key() == "Escape" {
                                event.stop_propagation();
                                close();
                            }
                        }
                    ></textarea>
                    <button type="button" class="button" on:click=move |_| close()>
                        "Done"
                    </button>
                </div>
            }
            .into_any()
        })
    })
    .into_any()
}

/// The foot of the page.
pub fn foot() -> AnyView {
    view! {
        <footer class="foot">
            <p>
                "Everything is compared here, in your browser: no text leaves it, and nothing is counted or stored elsewhere."
            </p>
            <p>"The articles belong to their publishers."</p>
        </footer>
    }
    .into_any()
}
