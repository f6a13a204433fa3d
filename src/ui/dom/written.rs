//! In the place of the browser's elements where there is no browser: the build writes down what a page would show (`before`). It
//! has those methods of `web_sys::Element` that [`El`](super::El) and the marks need.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use web_sys::Event;

use super::El;

/// An HTML element.
pub fn html(tag: &str) -> Element {
    Element::new(tag)
}

/// An element of SVG, which is known by its name.
pub fn svg(tag: &str) -> Element {
    Element::new(tag)
}

/// Runs `run` once: what is written down changes no more.
pub fn run(run: Box<dyn Fn()>) {
    run();
}

/// A property of the element's own style is written down beside the attributes.
pub fn style(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// No event happens here.
pub fn listen(_: &Element, _: &str, _: Box<dyn Fn(&Event)>) {}

/// Nothing stands in a page that is being written.
pub fn there(element: web_sys::Element) -> Element {
    Element::new(&element.tag_name())
}

/// What is written down is no browser's.
pub fn get<T: JsCast>(_: &Element) -> Option<T> {
    None
}

/// What a field holds is not written down.
pub fn property<T>(_: &Element, _: &str, _: T) {}

impl El {
    /// What is written down.
    pub fn written(self) -> Element {
        self.0
    }
}

/// What the browser would refuse: nothing is.
type Done<T = ()> = Result<T, ()>;

/// An element that is written down. As in the browser, a copy is the same element.
#[derive(Clone, Debug)]
pub struct Element(Rc<Written>);

#[derive(Debug)]
struct Written {
    tag: String,
    attributes: RefCell<Vec<(String, String)>>,
    nodes: RefCell<Vec<Node>>,
}

/// What an element holds.
#[derive(Clone, Debug)]
pub enum Node {
    /// Text.
    Text(String),
    /// An element.
    Element(Element),
}

/// The classes of an element.
#[derive(Debug)]
pub struct Classes(Element);

impl Element {
    /// An element of that name.
    pub fn new(tag: &str) -> Element {
        Element(Rc::new(Written {
            tag: tag.to_owned(),
            attributes: RefCell::default(),
            nodes: RefCell::default(),
        }))
    }

    /// Its name.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// Its attributes, in the order in which they were set.
    pub fn attributes(&self) -> Vec<(String, String)> {
        self.0.attributes.borrow().clone()
    }

    /// What it holds.
    pub fn nodes(&self) -> Vec<Node> {
        self.0.nodes.borrow().clone()
    }

    /// Every element inside it, an outer one before those that it holds.
    pub fn all(&self) -> Vec<Element> {
        let mut all = Vec::new();
        for node in self.nodes() {
            if let Node::Element(element) = node {
                all.push(element.clone());
                all.extend(element.all());
            }
        }
        all
    }

    pub fn append_with_str_1(&self, text: &str) -> Done {
        self.0.nodes.borrow_mut().push(Node::Text(text.to_owned()));
        Ok(())
    }

    pub fn append_with_node_1(&self, element: &Element) -> Done {
        self.0
            .nodes
            .borrow_mut()
            .push(Node::Element(element.clone()));
        Ok(())
    }

    pub fn prepend_with_node_1(&self, element: &Element) -> Done {
        self.0
            .nodes
            .borrow_mut()
            .insert(0, Node::Element(element.clone()));
        Ok(())
    }

    pub fn set_attribute(&self, name: &str, value: &str) -> Done {
        let mut attributes = self.0.attributes.borrow_mut();
        match attributes.iter_mut().find(|(one, _)| one == name) {
            Some((_, now)) => value.clone_into(now),
            None => attributes.push((name.to_owned(), value.to_owned())),
        }
        Ok(())
    }

    pub fn remove_attribute(&self, name: &str) -> Done {
        self.0
            .attributes
            .borrow_mut()
            .retain(|(one, _)| one != name);
        Ok(())
    }

    pub fn get_attribute(&self, name: &str) -> Option<String> {
        let attributes = self.0.attributes.borrow();
        let found = attributes.iter().find(|(one, _)| one == name);
        found.map(|(_, value)| value.clone())
    }

    pub fn id(&self) -> String {
        self.get_attribute("id").unwrap_or_default()
    }

    pub fn class_list(&self) -> Classes {
        Classes(self.clone())
    }

    pub fn first_element_child(&self) -> Option<Element> {
        let nodes = self.0.nodes.borrow();
        nodes.iter().find_map(|node| match node {
            Node::Element(element) => Some(element.clone()),
            Node::Text(_) => None,
        })
    }

    pub fn text_content(&self) -> Option<String> {
        let text = |node| match node {
            Node::Text(text) => text,
            Node::Element(element) => element.text_content().unwrap_or_default(),
        };
        Some(self.nodes().into_iter().map(text).collect())
    }

    pub fn set_text_content(&self, text: Option<&str>) {
        self.0.nodes.borrow_mut().clear();
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let _ = self.append_with_str_1(text);
        }
    }

    /// Nothing is looked for in what is being written.
    pub fn query_selector(&self, _: &str) -> Done<Option<Element>> {
        Ok(None)
    }
}

impl Classes {
    /// Gives the element a class, or takes it away.
    pub fn toggle_with_force(&self, name: &str, on: bool) -> Done<bool> {
        let classes = self.0.get_attribute("class").unwrap_or_default();
        let mut names: Vec<&str> = classes.split_whitespace().collect();
        names.retain(|one| *one != name);
        if on {
            names.push(name);
        }
        match &*names.join(" ") {
            "" => self.0.remove_attribute("class")?,
            names => self.0.set_attribute("class", names)?,
        }
        Ok(on)
    }

    pub fn add_1(&self, name: &str) -> Done<bool> {
        self.toggle_with_force(name, true)
    }

    pub fn remove_1(&self, name: &str) -> Done<bool> {
        self.toggle_with_force(name, false)
    }
}
