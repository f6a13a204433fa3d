//! The text in the two boxes where a comparison begins, and the message below them. All pages with the boxes share it, and
//! it is kept as long as the tab is open.

use std::cell::RefCell;

use super::watched::Watched;
use crate::own::draft::address_fault;
use crate::storage::begun;

/// The texts in the boxes, and the messages below them.
pub struct Typed {
    /// Notifies only when the program writes into a box, not when the reader does.
    texts: RefCell<Watched<[String; 2]>>,
    faults: RefCell<Watched<[String; 2]>>,
}

impl Typed {
    /// As the tab remembers it.
    pub fn new() -> Typed {
        Typed {
            texts: RefCell::new(Watched::new(begun::recall())),
            faults: RefCell::default(),
        }
    }

    /// The texts in both boxes.
    pub fn texts(&self) -> [String; 2] {
        self.texts.borrow().now().clone()
    }

    /// The same (tracked).
    pub fn filled(&self) -> [String; 2] {
        self.texts.borrow().get().clone()
    }

    /// Whether a box is empty.
    pub fn is_blank(&self, side: usize) -> bool {
        let texts = self.texts.borrow();
        texts
            .now()
            .get(side)
            .is_none_or(|text| text.trim().is_empty())
    }

    /// Puts a text into a box.
    pub fn fill(&self, side: usize, text: &str) {
        self.take(side, text);
        // Sets the same text again, so that the box is notified.
        let texts = self.texts();
        self.texts.borrow_mut().set(texts);
    }

    /// Shows what is wrong with the text in a box; empty for nothing.
    pub fn fault(&self, side: usize, sentence: &str) {
        self.faults.borrow_mut().change(|faults| {
            if let Some(fault) = faults.get_mut(side) {
                sentence.clone_into(fault);
            }
        });
    }

    /// Called when the reader wrote into a box.
    pub fn take(&self, side: usize, text: &str) {
        if let Some(held) = self.texts.borrow_mut().quietly().get_mut(side) {
            text.clone_into(held);
        }
        begun::keep(side, text);
        self.fault(side, address_fault(text));
    }

    /// The message below a box (tracked).
    pub fn said(&self, side: usize) -> String {
        let faults = self.faults.borrow();
        faults.get().get(side).cloned().unwrap_or_default()
    }
}
