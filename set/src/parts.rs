//! A table of lines, cut into parts of at most 100 KB. A longer line is cut and continues in the next part. So a reader
//! of a line needs the part that its key leads to, and further parts only until one ends with a line end.

use crossread_collection::record::mark;

use crate::LARGEST;

/// A table of lines with keys in ascending order.
#[derive(Debug)]
pub struct Table<K> {
    parts: Vec<(K, Vec<u8>)>,
    /// How many lines the last part has.
    lines: u32,
    /// Whether nothing more can be added to it.
    is_closed: bool,
}

impl<K: Clone> Default for Table<K> {
    fn default() -> Self {
        Table::new()
    }
}

impl<K: Clone> Table<K> {
    /// An empty table.
    pub fn new() -> Table<K> {
        Table {
            parts: Vec::new(),
            lines: 0,
            is_closed: true,
        }
    }

    /// Adds a line without a line end. Returns its part, and its line there.
    pub fn add(&mut self, key: &K, line: &str) -> (u32, u32) {
        let length = line.len() + 1;
        let filled = self.parts.last().map_or(0, |(_, part)| part.len());
        if self.is_closed || filled + length > LARGEST {
            self.open(key);
        }
        let at = (self.parts.len() as u32 - 1, self.lines);
        self.lines += 1;
        let mut rest = line;
        while rest.len() + 1 > LARGEST {
            let (now, later) = rest.split_at(rest.floor_char_boundary(LARGEST));
            self.put(now.as_bytes());
            self.open(key);
            rest = later;
        }
        self.put(rest.as_bytes());
        self.put(b"\n");
        // The end of a cut line is a part of its own, so that no other line begins after it.
        self.is_closed = length > LARGEST;
        at
    }

    fn open(&mut self, key: &K) {
        self.parts.push((key.clone(), Vec::new()));
        (self.lines, self.is_closed) = (0, false);
    }

    fn put(&mut self, bytes: &[u8]) {
        if let Some((_, part)) = self.parts.last_mut() {
            part.extend(bytes);
        }
    }

    /// The parts, each with its name, the first key in it, and its bytes.
    pub fn finish(self) -> impl Iterator<Item = (String, K, Vec<u8>)> {
        let parts = self.parts.into_iter();
        parts.map(|(key, bytes)| (mark(&bytes), key, bytes))
    }
}

/// The part in which the line of that key begins, from the first keys of all parts. Several parts have the same first key
/// if a line is longer than a part.
pub fn place<K: PartialOrd>(firsts: &[(String, K)], key: &K) -> usize {
    let before = firsts.partition_point(|(_, first)| first < key);
    let is_there = firsts.get(before).is_some_and(|(_, first)| first == key);
    if is_there {
        before
    } else {
        before.saturating_sub(1)
    }
}

/// Whether a part can have that name, which is a mark.
pub fn is_name(name: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte);
    name.len() == 13 && name.bytes().all(is_digit)
}

/// The file of a part.
pub fn file(name: &str) -> String {
    format!("{}/{name}.txt", crate::PARTS)
}
