//! Converts offsets. Inside the program they count bytes. In everything written out they count Unicode
//! scalar values, which other languages' strings can use.

use crossread_engine::Span;

/// Converts bytes of one text to scalar values.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Scalar values before each block of [`BLOCK`] bytes.
    before: Vec<usize>,
}

/// Large enough for a small table, and small enough to count quickly inside one block.
const BLOCK: usize = 128;

impl<'t> Offsets<'t> {
    /// Counts the text once.
    pub fn new(text: &'t str) -> Self {
        let mut total = 0;
        let blocks = text.as_bytes().chunks(BLOCK);
        let before = blocks.map(|block| {
            let so_far = total;
            total += count(block);
            so_far
        });
        Offsets {
            text,
            before: before.collect(),
        }
    }

    /// The text that was counted.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// How many scalar values begin before that byte; an offset past the end counts as the end.
    pub fn scalars(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK;
        let bytes = self.text.as_bytes();
        match self.before.get(block) {
            Some(before) => before + count(bytes.get(block * BLOCK..byte).unwrap_or_default()),
            // Only where the text ends with a full block, and at that end.
            None => match self.before.last() {
                Some(before) => {
                    before + count(bytes.get((block - 1) * BLOCK..).unwrap_or_default())
                }
                None => 0,
            },
        }
    }
}

/// Scalar values that begin in these bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

/// Converts scalar values of one text to bytes.
#[derive(Clone, Debug)]
pub struct Scalars<'t> {
    text: &'t str,
    bytes: Vec<usize>,
}

impl<'t> Scalars<'t> {
    /// Counts the text once.
    pub fn new(text: &'t str) -> Self {
        let ends = text.char_indices().map(|(at, _)| at);
        Scalars {
            text,
            bytes: ends.chain([text.len()]).collect(),
        }
    }

    /// The text's length in scalar values.
    pub fn len(&self) -> usize {
        self.bytes.len().saturating_sub(1)
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The range in bytes; an empty one at the end of the text if it does not fit.
    pub fn span(&self, [start, end]: [usize; 2]) -> Span {
        match (self.bytes.get(start), self.bytes.get(end)) {
            (Some(&start), Some(&end)) => Span::new(start, end),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The text in the range, or the empty string if the range does not fit.
    pub fn slice(&self, [start, end]: [usize; 2]) -> &'t str {
        match (self.bytes.get(start), self.bytes.get(end)) {
            (Some(&start), Some(&end)) => self.text.get(start..end).unwrap_or_default(),
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_and_back(text in "(\\PC|\n){0,300}") {
            let offsets = Offsets::new(&text);
            let scalars = Scalars::new(&text);
            let mut scalar = 0;
            for (byte, c) in text.char_indices() {
                prop_assert_eq!(offsets.scalars(byte), scalar);
                let mut buffer = [0; 4];
                prop_assert_eq!(scalars.slice([scalar, scalar + 1]), &*c.encode_utf8(&mut buffer));
                scalar += 1;
            }
            prop_assert_eq!(offsets.scalars(text.len()), scalar);
            prop_assert_eq!(offsets.scalars(usize::MAX), scalar);
            prop_assert_eq!(scalars.len(), scalar);
            prop_assert_eq!(scalars.slice([0, scalar]), &*text);
            prop_assert_eq!(scalars.slice([0, scalar + 1]), "");
        }
    }

    #[test]
    fn a_text_that_fills_its_last_block() {
        let text = "é".repeat(BLOCK);
        let offsets = Offsets::new(&text);
        assert_eq!(offsets.scalars(2 * BLOCK), BLOCK);
        assert_eq!(offsets.scalars(2 * BLOCK - 2), BLOCK - 1);
        assert_eq!(Offsets::new("").scalars(0), 0);
    }
}
