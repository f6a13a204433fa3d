//! Messages between the tabs of this site: kept data has changed.

use gloo::events::EventListener;
use leptos::wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

const NAME: &str = "crossread";

thread_local! {
    // One channel for sending and receiving: a channel does not receive its own messages.
    // `None` in some private modes: then the other tab sees the change when it is reloaded.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(NAME).ok();
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
