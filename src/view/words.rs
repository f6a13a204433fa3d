//! Numbers, plurals and shares in plain English.
