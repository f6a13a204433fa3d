//! Just enough of ZIP to read the parts of a document (PKWARE's APPNOTE 6.3.10). The sizes in an archive's headers are not
//! trusted: parts are unpacked until they end or the limit is reached.

use crate::bounds;
use crate::error::{self, ImportError};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

const WHAT: &str = "document";

/// A package. Each part is unpacked when it is requested.
pub(crate) struct Package<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// Bytes that may still be unpacked.
    budget: usize,
}

struct Entry {
    name: String,
    method: u16,
    locked: bool,
    checksum: u32,
    packed: usize,
    header: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(
        bytes.get(at..at.checked_add(2)?)?.try_into().ok()?,
    ))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(
        bytes.get(at..at.checked_add(4)?)?.try_into().ok()?,
    ))
}

fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

impl<'a> Package<'a> {
    /// Reads an archive's directory.
    ///
    /// # Errors
    /// If there is none. The directory is at the end of an archive, so it is missing if the end is missing.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let entries = directory(bytes).ok_or_else(|| error::damaged(WHAT))?;
        Ok(Self {
            bytes,
            entries,
            budget: bounds::UNPACKED,
        })
    }

    /// Whether there is a part of this name, or in this folder if the name ends in a slash.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| {
            entry.name == name || (name.ends_with('/') && entry.name.starts_with(name))
        })
    }

    /// The names of parts that start with `start` and end in `.xml`.
    pub(crate) fn parts(&self, start: &str) -> Vec<String> {
        let names = self.entries.iter().map(|entry| &entry.name);
        names
            .filter(|name| name.starts_with(start) && name.ends_with(".xml"))
            .take(100)
            .cloned()
            .collect()
    }

    /// The names of all parts, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        self.entries
            .iter()
            .map(|entry| entry.name.clone())
            .collect()
    }

    /// A part as text, if there is one of this name.
    ///
    /// # Errors
    /// If it is damaged, locked, packed in an unknown way, or unpacks to too much.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(part) = self.bytes(name)? else {
            return Ok(None);
        };
        // Office programs write UTF-8; UTF-16 is allowed and marked.
        let (text, _, _) = encoding_rs::UTF_8.decode(&part);
        Ok(Some(text.into_owned()))
    }

    /// A part's bytes, if there is one of this name.
    ///
    /// # Errors
    /// If it is damaged, locked, packed in an unknown way, or unpacks to too much.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name) else {
            return Ok(None);
        };
        if entry.locked {
            return Err(error::password(WHAT));
        }
        let damaged = || error::damaged(WHAT);
        let packed = data(self.bytes, entry).ok_or_else(damaged)?;
        let part = match entry.method {
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, self.budget).map_err(|error| match error
                .status
            {
                TINFLStatus::HasMoreOutput => error::bomb(WHAT),
                _ => damaged(),
            })?,
            _ => return Err(damaged()),
        };
        if part.len() > self.budget {
            return Err(error::bomb(WHAT));
        }
        if checksum(&part) != entry.checksum {
            return Err(damaged());
        }
        self.budget -= part.len();
        Ok(Some(part))
    }

    /// A short part, such as the one that says what the package is. `None` if it cannot be read.
    pub(crate) fn text_start(&mut self, name: &str) -> Option<String> {
        let part = self.part(name).ok()??;
        Some(part.trim().chars().take(200).collect())
    }
}

/// The archive's directory.
fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    // The record with the directory's place is 22 bytes long and may be followed by a comment of up to 65,535.
    let last = bytes.len().checked_sub(22)?;
    let end = (last.saturating_sub(65_535)..=last)
        .rev()
        .find(|&at| bytes[at..].starts_with(b"PK\x05\x06"))?;
    let count = u16_at(bytes, end + 10)?;
    let mut at = size_at(bytes, end + 16)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        let lengths = [
            u16_at(bytes, at + 28)?,
            u16_at(bytes, at + 30)?,
            u16_at(bytes, at + 32)?,
        ]
        .map(usize::from);
        let name = bytes.get(at + 46..at + 46 + lengths[0])?;
        entries.push(Entry {
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            locked: u16_at(bytes, at + 8)? & 1 == 1,
            method: u16_at(bytes, at + 10)?,
            checksum: u32_at(bytes, at + 16)?,
            packed: size_at(bytes, at + 20)?,
            header: size_at(bytes, at + 42)?,
        });
        at += 46 + lengths.iter().sum::<usize>();
    }
    Some(entries)
}

/// A part's packed bytes.
fn data<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let at = entry.header;
    if !bytes.get(at..)?.starts_with(b"PK\x03\x04") {
        return None;
    }
    let name = usize::from(u16_at(bytes, at + 26)?);
    let extra = usize::from(u16_at(bytes, at + 28)?);
    let start = at + 30 + name + extra;
    bytes.get(start..start.checked_add(entry.packed)?)
}

/// The checksum that ZIP keeps of each part (CRC-32, ISO 3309), by half bytes.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0_u32; 16];
        let mut at = 0;
        while at < 16 {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 4 {
                value = if value & 1 == 1 {
                    0xedb8_8320 ^ (value >> 1)
                } else {
                    value >> 1
                };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    let step = |sum: u32, half: u32| (sum >> 4) ^ TABLE[((sum ^ half) & 15) as usize];
    !bytes.iter().fold(!0, |sum, &byte| {
        let byte = u32::from(byte);
        step(step(sum, byte), byte >> 4)
    })
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn the_checksum_is_the_standards() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }
}
