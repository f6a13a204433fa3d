//! A value that tells who reads it of every change. This is how one part of the page hears of another: there is no trigger
//! beside the value that somebody could forget to press.
//!
//! Where a whole value is shared by itself, Leptos' `RwSignal` does the same. A [`Watched`] lies inside something larger (the
//! fields behind a `StoredValue` or a `RefCell`), costs a trigger, and is compiled into next to nothing.

use leptos::prelude::*;

/// A value that is read and followed, or read once.
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

    /// Replaces the value, and tells who follows it.
    pub fn set(&mut self, value: T) {
        self.value = value;
        self.changed.notify();
    }

    /// Changes the value in its place, and tells who follows it.
    pub fn change(&mut self, change: impl FnOnce(&mut T)) {
        change(&mut self.value);
        self.changed.notify();
    }

    /// The value, to be changed where it still shows the same: nobody is told.
    pub fn quietly(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: Default> Default for Watched<T> {
    fn default() -> Self {
        Watched::new(T::default())
    }
}
