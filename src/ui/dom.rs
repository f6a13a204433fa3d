//! Makes elements with plain functions. Their text, attributes and children can follow Leptos' signals.
//!
//! Why not the `view!` macro: it gives each piece of markup a type of its own, with its own code to build
//! and update it. For this page that was a third of the program, and more than the whole budget of the
//! first load. Here [`El`] is one concrete type; its `live_*` methods follow signals.
//!
//! In the build there is no browser, and the same functions write down what they would show (`written`).

#[cfg(not(target_arch = "wasm32"))]
pub mod written;

use js_sys::{Array, JsString, RegExp};
#[cfg(target_arch = "wasm32")]
use leptos::prelude::{RenderEffect, StoredValue};
#[cfg(target_arch = "wasm32")]
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// An element: the browser's, or one that is written down.
#[cfg(target_arch = "wasm32")]
pub use web_sys::Element;
#[cfg(not(target_arch = "wasm32"))]
pub use written::Element;

#[cfg(target_arch = "wasm32")]
use super::browser::{document, quiet};
#[cfg(feature = "own")]
use super::plain::{Held, Plain};

/// A text of fewer bytes is laid out quickly, whatever it contains.
const LONG: usize = 1_000;

/// An element that is being built. It is only a handle, so passing it costs nothing. The functions that take one are
/// not inlined, because a page consists of many calls to them.
#[derive(Clone)]
pub struct El(Element);

/// An HTML element. There is always a document here, since `run` starts the page only with one.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
pub fn el(tag: &str) -> El {
    made(document().and_then(|document| document.create_element(tag).ok()))
}

/// An element that is written down.
#[cfg(not(target_arch = "wasm32"))]
pub fn el(tag: &str) -> El {
    El(Element::new(tag))
}

#[cfg(target_arch = "wasm32")]
fn made(element: Option<Element>) -> El {
    El(element.unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into()))
}

/// An element of that class.
#[inline(never)]
pub fn classed(tag: &str, class: &str) -> El {
    el(tag).class(class)
}

/// A button that submits no form.
#[inline(never)]
pub fn button(class: &str) -> El {
    classed("button", class).attr("type", "button")
}

/// An element of SVG.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
pub fn svg(tag: &str) -> El {
    let space = Some("http://www.w3.org/2000/svg");
    made(document().and_then(|document| document.create_element_ns(space, tag).ok()))
}

/// An element of SVG, which is known by its name.
#[cfg(not(target_arch = "wasm32"))]
pub fn svg(tag: &str) -> El {
    el(tag)
}

/// Text of that class.
#[inline(never)]
pub fn span(class: &str, text: &str) -> El {
    classed("span", class).text(text)
}

/// Text for screen readers only. It must not affect the direction of an article's text: `dir="auto"` skips such
/// elements.
#[inline(never)]
pub fn aloud(text: &str) -> El {
    classed("bdi", "aloud").text(text)
}

/// Runs `run` now, and again whenever a signal that it read changes, as long as the caller's owner lives.
pub fn live(run: impl Fn() + 'static) {
    boxed(Box::new(run));
}

// The closure is boxed, so that the code around it is compiled once and not for each closure.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn boxed(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}

/// What is written down changes no more.
#[cfg(not(target_arch = "wasm32"))]
fn boxed(run: Box<dyn Fn()>) {
    run();
}

impl El {
    /// With that class or those classes.
    #[inline(never)]
    pub fn class(self, names: &str) -> El {
        if names.is_empty() {
            self
        } else {
            self.attr("class", names)
        }
    }

    /// With that id.
    #[inline(never)]
    pub fn id(self, id: &str) -> El {
        self.attr("id", id)
    }

    /// With that attribute.
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> El {
        set(&self, name, Some(value));
        self
    }

    /// With that attribute, if there is a value.
    #[inline(never)]
    pub fn maybe(self, name: &str, value: Option<&str>) -> El {
        set(&self, name, value);
        self
    }

    /// With that property of its own style.
    #[cfg(target_arch = "wasm32")]
    pub fn style(self, name: &str, value: &str) -> El {
        if let Some(element) = self.get::<web_sys::HtmlElement>() {
            let _ = element.style().set_property(name, value);
        }
        self
    }

    /// The same, written down beside the attributes.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn style(self, name: &str, value: &str) -> El {
        self.attr(name, value)
    }

    /// With that text after its content.
    #[inline(never)]
    pub fn text(self, text: &str) -> El {
        if text.len() < LONG || text.is_ascii() || cfg!(not(target_arch = "wasm32")) {
            let _ = self.0.append_with_str_1(text);
            return self;
        }
        // A browser takes a minute to lay out a letter with 100,000 combining marks, but no time for 64 at a time.
        let pieces = RegExp::new(r"[\s\S]*?\p{M}{64}|[\s\S]+", "gu");
        let pieces = JsString::from(text).match_(&pieces);
        let pieces = pieces.map_or_else(Array::new, |pieces| Array::from(&pieces));
        for at in 0..pieces.length() {
            if at > 0 {
                let _ = self.0.append_with_node_1(&el("wbr").0);
            }
            let _ = self
                .0
                .append_with_str_1(&pieces.get(at).as_string().unwrap_or_default());
        }
        self
    }

    /// With that child after its content.
    #[inline(never)]
    pub fn child(self, child: El) -> El {
        let _ = self.0.append_with_node_1(&child.0);
        self
    }

    /// Puts a child before its content.
    #[cfg(feature = "own")]
    pub fn before_all(&self, child: El) {
        let _ = self.0.prepend_with_node_1(&child.0);
    }

    /// With those children after its content.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Calls `then` on that event.
    pub fn on(self, event: &str, then: impl Fn(&Event) + 'static) -> El {
        self.listen(event, Box::new(then));
        self
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn listen(&self, _: &str, _: Box<dyn Fn(&Event)>) {}

    #[cfg(target_arch = "wasm32")]
    #[inline(never)]
    fn listen(&self, event: &str, then: Box<dyn Fn(&Event)>) {
        // The browser owns it now, and frees it with the element.
        let then = Closure::wrap(quiet(then)).into_js_value();
        let _ = self
            .0
            .add_event_listener_with_callback(event, then.unchecked_ref());
    }

    /// With an attribute that follows signals; `None` removes it.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        self.follow(name, Box::new(value));
        self
    }

    #[inline(never)]
    fn follow(&self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let element = self.clone();
        boxed(Box::new(move || {
            let value = value();
            // Writing the same value again would make the browser process it again.
            if element.0.get_attribute(name) != value {
                set(&element, name, value.as_deref());
            }
        }));
    }

    /// `true` or `false`, as ARIA has it.
    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> El {
        self.when(name, Box::new(value), |element, name, on| {
            set(element, name, Some(if on { "true" } else { "false" }));
        })
    }

    /// With an attribute that is present or absent.
    pub fn live_switch(self, name: &'static str, value: impl Fn() -> bool + 'static) -> El {
        self.when(name, Box::new(value), |element, name, on| {
            set(element, name, on.then_some(""));
        })
    }

    /// With a class that comes and goes.
    pub fn live_class(self, name: &'static str, value: impl Fn() -> bool + 'static) -> El {
        self.when(name, Box::new(value), |element, name, on| {
            let _ = element.0.class_list().toggle_with_force(name, on);
        })
    }

    /// A box that is ticked or not.
    pub fn live_tick(self, value: impl Fn() -> bool + 'static) -> El {
        self.when("checked", Box::new(value), |element, name, on| {
            property(&element.0, name, on);
        })
    }

    #[inline(never)]
    fn when(
        self,
        name: &'static str,
        value: Box<dyn Fn() -> bool>,
        then: fn(&El, &str, bool),
    ) -> El {
        let element = self.clone();
        boxed(Box::new(move || then(&element, name, value())));
        self
    }

    /// A field with that value.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> El {
        self.write(Box::new(value), |element, value| {
            property(&element.0, "value", &*value);
        })
    }

    /// With only text, which follows signals.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> El {
        self.write(Box::new(text), |element, text| {
            if element.0.text_content().as_ref() != Some(&text) {
                element.0.set_text_content(Some(&text));
            }
        })
    }

    #[inline(never)]
    fn write(self, text: Box<dyn Fn() -> String>, then: fn(&El, String)) -> El {
        let element = self.clone();
        boxed(Box::new(move || then(&element, text())));
        self
    }

    /// With only those children, which are rebuilt whenever signals that they read change.
    pub fn live(self, children: impl Fn() -> Vec<El> + 'static) -> El {
        self.fill(Box::new(children));
        self
    }

    #[inline(never)]
    fn fill(&self, children: Box<dyn Fn() -> Vec<El>>) {
        let element = self.0.clone();
        boxed(Box::new(move || {
            let children = children();
            element.set_text_content(None);
            for child in children {
                let _ = element.append_with_node_1(&child.0);
            }
        }));
    }

    /// An element that is already in the page.
    #[cfg(target_arch = "wasm32")]
    pub fn of(element: Element) -> El {
        El(element)
    }

    /// Nothing stands in a page that is being written.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of(element: web_sys::Element) -> El {
        el(&element.tag_name())
    }

    /// What is written down.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn written(self) -> Element {
        self.0
    }

    /// The first element inside it that a selector finds.
    #[inline(never)]
    pub fn find(&self, selector: &str) -> Option<El> {
        self.0.query_selector(selector).ok().flatten().map(El)
    }

    /// An element made from markup that is data.
    #[cfg(feature = "own")]
    pub fn plain(plain: &Plain) -> El {
        let made = match plain.tag {
            "svg" | "rect" => svg(plain.tag),
            tag => el(tag),
        };
        let attrs = plain.attrs.iter();
        let made = attrs.fold(made, |made, (name, value)| made.attr(name, value));
        let children = plain.children.iter();
        children.fold(made, |made, child| match child {
            Held::Text(text) => made.text(text),
            Held::Element(child) => made.child(El::plain(child)),
        })
    }

    /// The element itself, as that type.
    #[cfg(target_arch = "wasm32")]
    pub fn get<T: JsCast>(&self) -> Option<T> {
        self.0.clone().dyn_into().ok()
    }

    /// What is written down is no browser's.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn get<T: JsCast>(&self) -> Option<T> {
        None
    }
}

#[inline(never)]
fn set(element: &El, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.0.set_attribute(name, value),
        None => element.0.remove_attribute(name),
    };
}

#[cfg(target_arch = "wasm32")]
fn property(element: &Element, name: &str, value: impl Into<JsValue>) {
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value.into());
}

/// What a field holds is not written down.
#[cfg(not(target_arch = "wasm32"))]
fn property<T>(_: &Element, _: &str, _: T) {}

/// The value of the field that an event came from.
pub fn value_of(event: &Event) -> String {
    asked(event, "value").as_string().unwrap_or_default()
}

/// Whether the box that an event came from is ticked.
pub fn is_ticked(event: &Event) -> bool {
    asked(event, "checked").is_truthy()
}

fn asked(event: &Event, name: &str) -> JsValue {
    event
        .target()
        .and_then(|target| js_sys::Reflect::get(&target, &JsValue::from_str(name)).ok())
        .unwrap_or(JsValue::UNDEFINED)
}
