//! Word between the tabs of this site: that something which is kept has changed.

use gloo::events::EventListener;
use leptos::wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

const NAME: &str = "crossread";

/// Calls `then` when another tab has changed what is kept, for as long as the page lives.
pub fn on_change(then: impl Fn() + 'static) {
    // Absent in some private modes: then the other tab sees the change when it is loaded again.
    if let Ok(channel) = BroadcastChannel::new(NAME) {
        EventListener::new(&channel, "message", move |_| then()).forget();
        // The listener alone does not keep the channel.
        std::mem::forget(channel);
    }
}

/// Tells the other tabs.
pub fn tell() {
    if let Ok(channel) = BroadcastChannel::new(NAME) {
        let _ = channel.post_message(&JsValue::TRUE);
        channel.close();
    }
}
