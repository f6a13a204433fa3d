//! Writes the texts to measure into a folder, as `<case>-a.txt` and `<case>-b.txt`. So the engine and the other programs
//! get the same bytes, natively and in a browser.

use crate::{hostile, prose as generated};
use std::fs;
use std::path::Path;

/// Writes generated prose, cut to each number of words.
///
/// # Errors
/// If a number is invalid or a file cannot be written.
pub fn prose(folder: &str, sizes: &[&str]) -> Result<(), String> {
    let sizes = numbers(sizes)?;
    let (a, b) = generated::tellings(sizes.iter().copied().max().unwrap_or(0));
    write_cut(&a, &b, folder, &sizes)
}

/// Writes the beginnings of two texts.
///
/// # Errors
/// As above, and if a text cannot be read.
pub fn cut(a: &str, b: &str, folder: &str, sizes: &[&str]) -> Result<(), String> {
    let read = |path: &str| fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    write_cut(&read(a)?, &read(b)?, folder, &numbers(sizes)?)
}

/// Writes the hostile texts and prints their names.
///
/// # Errors
/// Where a file cannot be written.
pub fn hostile(folder: &str) -> Result<(), String> {
    for (name, a, b) in hostile::pairs() {
        write(folder, name, &a, &b)?;
        println!("{name}");
    }
    Ok(())
}

fn numbers(sizes: &[&str]) -> Result<Vec<usize>, String> {
    let number = |size: &&str| {
        let number = size.parse().ok().filter(|&number: &usize| number > 0);
        number.ok_or_else(|| format!("`{size}` is not a number of words"))
    };
    sizes.iter().map(number).collect()
}

fn write_cut(a: &str, b: &str, folder: &str, sizes: &[usize]) -> Result<(), String> {
    for &size in sizes {
        write(folder, &size.to_string(), first(a, size), first(b, size))?;
    }
    Ok(())
}

fn write(folder: &str, name: &str, a: &str, b: &str) -> Result<(), String> {
    for (side, text) in [("a", a), ("b", b)] {
        let path = Path::new(folder).join(format!("{name}-{side}.txt"));
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The text up to the end of its word number `words`, where white space separates words; all of it if it has fewer.
fn first(text: &str, words: usize) -> &str {
    let mut count = 0;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if inside && count == words {
                return &text[..at];
            }
            inside = false;
        } else if !inside {
            inside = true;
            count += 1;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn a_text_is_cut_behind_a_word() {
        assert_eq!(first(" one  two\nthree", 2), " one  two");
        assert_eq!(first(" one  two\nthree ", 3), " one  two\nthree");
        assert_eq!(first("one two", 9), "one two");
    }
}
