//! A value that notifies its readers of every change. This is how one part of the page learns about another: there is no
//! separate trigger that somebody could forget.
//!
//! For a value that is shared on its own, Leptos' `RwSignal` does the same. A [`Watched`] is part of something larger (the
//! fields behind a `StoredValue` or a `RefCell`). It costs one trigger and almost no code.

use leptos::prelude::*;

/// A value that can be followed, or read once.
pub struct Watched<T> {
    value: T,
    changed: Trigger,
}

impl<T> Watched<T> {
    /// With that value to begin with.
    pub fn new(value: T) -> Watched<T> {
        Watched {
            value,
            changed: Trigger::new(),
        }
    }

    /// The value. Whatever runs when this is called (`live`, an element's `live_…`) runs again when it changes.
    pub fn get(&self) -> &T {
        self.changed.track();
        &self.value
    }

    /// The value as it is now, without following it.
    pub fn now(&self) -> &T {
        &self.value
    }

    /// Replaces the value, and notifies its followers.
    pub fn set(&mut self, value: T) {
        self.value = value;
        self.changed.notify();
    }

    /// Changes the value in place, and notifies its followers.
    pub fn change(&mut self, change: impl FnOnce(&mut T)) {
        change(&mut self.value);
        self.changed.notify();
    }

    /// The value, for a change that readers need not notice: nobody is notified.
    pub fn quietly(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: Default> Default for Watched<T> {
    fn default() -> Self {
        Watched::new(T::default())
    }
}
