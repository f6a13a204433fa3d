//! Makes elements with plain functions. Their text, attributes and children can follow Leptos' signals.
//!
//! Why not the `view!` macro: it gives each piece of markup a type of its own, with its own code to build
//! and update it. For this page that was a third of the program, and more than the whole budget of the
//! first load. Here [`El`] is one concrete type; its `live_*` methods follow signals.
//!
//! In the build there is no browser, and the same functions write down what they would show (`written`).

#[cfg(target_arch = "wasm32")]
mod on_page;
#[cfg(not(target_arch = "wasm32"))]
pub mod written;

#[cfg(target_arch = "wasm32")]
use on_page as place;
#[cfg(not(target_arch = "wasm32"))]
use written as place;

use js_sys::{Array, JsString, RegExp};
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// An element: the browser's, or one that is written down.
pub use place::Element;

use super::plain::{Held, Plain};

/// The value for `lang`, if there is a tag: an empty one would mean "unknown".
pub fn lang(tag: &str) -> Option<&str> {
    (!tag.is_empty()).then_some(tag)
}

/// A text of fewer bytes is laid out quickly, whatever it contains.
const LONG: usize = 1_000;

/// An element that is being built. It is only a handle, so passing it costs nothing. The functions that take one are
/// not inlined, because a page consists of many calls to them.
#[derive(Clone)]
pub struct El(Element);

/// An HTML element.
#[inline(never)]
pub fn el(tag: &str) -> El {
    El(place::html(tag))
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
#[inline(never)]
pub fn svg(tag: &str) -> El {
    El(place::svg(tag))
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
    // The closure is boxed, so that the code around it is compiled once and not for each closure.
    place::run(Box::new(run));
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
    pub fn style(self, name: &str, value: &str) -> El {
        place::style(&self.0, name, value);
        self
    }

    /// With that text after its content.
    #[inline(never)]
    pub fn text(self, text: &str) -> El {
        if text.len() < LONG || text.is_ascii() || !crate::IN_BROWSER {
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
    pub fn before_all(&self, child: El) {
        let _ = self.0.prepend_with_node_1(&child.0);
    }

    /// With those children after its content.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Calls `then` on that event.
    pub fn on(self, event: &str, then: impl Fn(&Event) + 'static) -> El {
        place::listen(&self.0, event, Box::new(then));
        self
    }

    /// With an attribute that follows signals; `None` removes it.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        self.follow(name, Box::new(value));
        self
    }

    #[inline(never)]
    fn follow(&self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let element = self.clone();
        place::run(Box::new(move || {
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
            place::property(&element.0, name, on);
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
        place::run(Box::new(move || then(&element, name, value())));
        self
    }

    /// A field with that value.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> El {
        self.write(Box::new(value), |element, value| {
            place::property(&element.0, "value", &*value);
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
        place::run(Box::new(move || then(&element, text())));
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
        place::run(Box::new(move || {
            let children = children();
            element.set_text_content(None);
            for child in children {
                let _ = element.append_with_node_1(&child.0);
            }
        }));
    }

    /// An element that is already in the page.
    pub fn of(element: web_sys::Element) -> El {
        El(place::there(element))
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// The first element inside it that a selector finds.
    #[inline(never)]
    pub fn find(&self, selector: &str) -> Option<El> {
        self.0.query_selector(selector).ok().flatten().map(El)
    }

    /// An element made from markup that is data.
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

    /// The element as that type of the browser's.
    pub fn get<T: JsCast>(&self) -> Option<T> {
        place::get(&self.0)
    }
}

#[inline(never)]
fn set(element: &El, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.0.set_attribute(name, value),
        None => element.0.remove_attribute(name),
    };
}

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
