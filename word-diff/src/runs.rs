//! Runs of kept tokens: the parts of an alignment.

/// `len` tokens of A, from `a` on, equal those of B from `b` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub a: usize,
    pub b: usize,
    pub len: usize,
}

impl Run {
    /// Where it ends in A and in B.
    pub fn end(self) -> (usize, usize) {
        (self.a + self.len, self.b + self.len)
    }
}

/// Runs being collected; neighbours that touch on both sides become one.
#[derive(Default)]
pub(super) struct Runs(pub Vec<Run>);

impl Runs {
    pub fn push(&mut self, a: usize, b: usize, len: usize) {
        match self.0.last_mut() {
            _ if len == 0 => {}
            Some(last) if last.a + last.len == a && last.b + last.len == b => last.len += len,
            _ => self.0.push(Run { a, b, len }),
        }
    }
}
