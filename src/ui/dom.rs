//! Elements, made by plain functions, with what is live in them: text, attributes and children that follow
//! Leptos' signals.
//!
//! Why not the `view!` macro: it gives each piece of markup a type of its own, with code of its own to
//! build it and to bring it up to date. For this page that was a third of the program, and more than the
//! whole budget of the first load. Here there is one type, and what is live says so.

use leptos::prelude::{RenderEffect, StoredValue};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::browser::document;

/// An element in the making. Where there is no document, nothing is made and nothing goes wrong.
#[derive(Clone)]
pub struct El(Option<Element>);

/// An element of HTML.
pub fn el(tag: &str) -> El {
    El(document().and_then(|document| document.create_element(tag).ok()))
}

/// An element of that class.
pub fn classed(tag: &str, class: &str) -> El {
    el(tag).class(class)
}

/// A button that is no form's.
pub fn button(class: &str) -> El {
    classed("button", class).attr("type", "button")
}

/// An element of SVG.
pub fn svg(tag: &str) -> El {
    let space = Some("http://www.w3.org/2000/svg");
    El(document().and_then(|document| document.create_element_ns(space, tag).ok()))
}

/// Text of that class.
pub fn span(class: &str, text: &str) -> El {
    classed("span", class).text(text)
}

/// Text that is heard, and not seen.
pub fn aloud(text: &str) -> El {
    span("aloud", text)
}

/// Runs `run` now, and again whenever a signal that it asked changes, as long as the caller's owner lives.
pub fn live(run: impl Fn() + 'static) {
    boxed(Box::new(run));
}

fn boxed(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}

impl El {
    /// With that class or those classes.
    pub fn class(self, names: &str) -> El {
        if names.is_empty() {
            self
        } else {
            self.attr("class", names)
        }
    }

    /// With that id.
    pub fn id(self, id: &str) -> El {
        self.attr("id", id)
    }

    /// With that attribute.
    pub fn attr(self, name: &str, value: &str) -> El {
        set(&self, name, Some(value));
        self
    }

    /// With that attribute, where there is a value.
    pub fn maybe(self, name: &str, value: Option<&str>) -> El {
        set(&self, name, value);
        self
    }

    /// With that text after what it holds.
    pub fn text(self, text: &str) -> El {
        if let Some(element) = &self.0 {
            let _ = element.append_with_str_1(text);
        }
        self
    }

    /// With that child after what it holds.
    pub fn child(self, child: El) -> El {
        if let (Some(element), Some(child)) = (&self.0, &child.0) {
            let _ = element.append_with_node_1(child);
        }
        self
    }

    /// With those children after what it holds.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Calls `then` on that event.
    pub fn on(self, event: &str, then: impl Fn(&Event) + 'static) -> El {
        self.listen(event, Box::new(move |event| then(&event)));
        self
    }

    fn listen(&self, event: &str, then: Box<dyn Fn(Event)>) {
        if let Some(element) = &self.0 {
            // Given to the browser, which frees it together with the element.
            let then = Closure::wrap(then).into_js_value();
            let _ = element.add_event_listener_with_callback(event, then.unchecked_ref());
        }
    }

    /// With an attribute that follows signals; none takes it away.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        let element = self.clone();
        live(move || set(&element, name, value().as_deref()));
        self
    }

    /// `true` or `false`, as ARIA has it.
    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> El {
        self.live_attr(name, move || Some(value().to_string()))
    }

    /// With an attribute that is there or not.
    pub fn live_switch(self, name: &'static str, value: impl Fn() -> bool + 'static) -> El {
        self.live_attr(name, move || value().then(String::new))
    }

    /// With a class that comes and goes.
    pub fn live_class(self, name: &'static str, value: impl Fn() -> bool + 'static) -> El {
        let element = self.0.clone();
        live(move || {
            let on = value();
            if let Some(element) = &element {
                let _ = element.class_list().toggle_with_force(name, on);
            }
        });
        self
    }

    /// With a property that follows signals.
    pub fn live_prop(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> El {
        let element = self.0.clone();
        live(move || {
            let value = value();
            if let Some(element) = &element {
                let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
            }
        });
        self
    }

    /// Holding text alone, which follows signals.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> El {
        let element = self.0.clone();
        live(move || {
            let text = text();
            if let Some(element) = &element {
                element.set_text_content(Some(&text));
            }
        });
        self
    }

    /// Holding those children alone, made anew whenever signals that they ask for change.
    pub fn live(self, children: impl Fn() -> Vec<El> + 'static) -> El {
        let element = self.clone();
        live(move || {
            let children = children();
            if let Some(element) = &element.0 {
                element.set_text_content(None);
            }
            element.clone().children(children);
        });
        self
    }

    /// The element itself, as what it is known to be.
    pub fn get<T: JsCast>(&self) -> Option<T> {
        self.0.clone()?.dyn_into().ok()
    }
}

fn set(element: &El, name: &str, value: Option<&str>) {
    if let Some(element) = &element.0 {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// The value of the field that an event came from.
pub fn value_of(event: &Event) -> String {
    property(event, "value").as_string().unwrap_or_default()
}

/// Whether the box that an event came from is ticked.
pub fn is_ticked(event: &Event) -> bool {
    property(event, "checked").is_truthy()
}

fn property(event: &Event, name: &str) -> JsValue {
    event
        .target()
        .and_then(|target| js_sys::Reflect::get(&target, &JsValue::from_str(name)).ok())
        .unwrap_or(JsValue::UNDEFINED)
}
