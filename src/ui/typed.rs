//! The text in the two boxes where a comparison begins, and the message below them. All pages with the boxes share it, and
//! it is kept as long as the tab is open.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::storage::begun;
use crate::view::box_fault;

/// What stands in the boxes, and what is said beneath them.
pub struct Typed {
    texts: RefCell<[String; 2]>,
    /// Told when the program wrote into a box, not when the reader does.
    filled: Trigger,
    faults: RefCell<[String; 2]>,
    faulted: Trigger,
}

impl Typed {
    /// As the tab remembers it.
    pub fn new() -> Typed {
        Typed {
            texts: RefCell::new(begun::recall()),
            filled: Trigger::new(),
            faults: RefCell::default(),
            faulted: Trigger::new(),
        }
    }

    /// What stands in both boxes.
    pub fn texts(&self) -> [String; 2] {
        self.texts.borrow().clone()
    }

    /// The same; whoever asks is told when the program wrote into one.
    pub fn filled(&self) -> [String; 2] {
        self.filled.track();
        self.texts()
    }

    /// Whether nothing stands in a box.
    #[cfg(feature = "own")]
    pub fn is_blank(&self, side: usize) -> bool {
        let texts = self.texts.borrow();
        texts.get(side).is_none_or(|text| text.trim().is_empty())
    }

    /// Puts a text into a box.
    #[cfg(feature = "own")]
    pub fn fill(&self, side: usize, text: &str) {
        self.take(side, text);
        self.filled.notify();
    }

    /// Says what is wrong with what stands in a box; empty for nothing.
    pub fn fault(&self, side: usize, sentence: &str) {
        if let Some(fault) = self.faults.borrow_mut().get_mut(side) {
            sentence.clone_into(fault);
        }
        self.faulted.notify();
    }

    /// The reader wrote into a box.
    pub fn take(&self, side: usize, text: &str) {
        if let Some(held) = self.texts.borrow_mut().get_mut(side) {
            text.clone_into(held);
        }
        begun::keep(side, text);
        self.fault(side, box_fault(text));
    }

    /// What is said beneath a box; whoever asks is told when it is something else.
    pub fn said(&self, side: usize) -> String {
        self.faulted.track();
        self.faults.borrow().get(side).cloned().unwrap_or_default()
    }
}
