//! Reads article files.
