//! Messages between the tabs of this site: kept data has changed; a page that a press brought asks for another (`own/press.rs`).

use gloo::events::EventListener;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::JsValue;
use web_sys::{BroadcastChannel, MessageEvent};

const NAME: &str = "crossread";

/// The channel for messages about pages that a press brings. A message on the other channel makes a tab read all kept data again.
const PRESSED: &str = "crossread.pressed";

thread_local! {
    // One channel for sending and receiving: a channel does not receive its own messages.
    // `None` in some private modes: then the other tab sees the change when it is reloaded.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(NAME).ok();
    static WORDS: Option<BroadcastChannel> = BroadcastChannel::new(PRESSED).ok();
}

/// Calls `then` whenever another tab has changed kept data, as long as the page lives.
pub fn on_change(then: impl Fn() + 'static) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            EventListener::new(channel, "message", move |_| then()).forget();
        }
    });
}

/// Tells the other tabs.
pub fn tell() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&JsValue::TRUE);
        }
    });
}

/// Calls `then` with every message of another tab about a page that a press brings, as long as the page lives.
pub fn on_word(then: impl Fn(String) + 'static) {
    WORDS.with(|channel| {
        if let Some(channel) = channel {
            EventListener::new(channel, "message", move |event| {
                let said = event.dyn_ref::<MessageEvent>();
                if let Some(said) = said.and_then(|said| said.data().as_string()) {
                    then(said);
                }
            })
            .forget();
        }
    });
}

/// Sends such a message to the other tabs.
pub fn say(word: &str) {
    WORDS.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&JsValue::from_str(word));
        }
    });
}
