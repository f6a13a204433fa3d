//! Aligns texts that are too long to weigh every alignment: first by places that are surely the
//! same, then, between two of them, by less sure ones, and at last exactly. Each step bounds the
//! work of the next, so that no input makes it quadratic.

use std::collections::HashMap;
use std::convert::Infallible;

use similar::algorithms::{DiffHook, hunt, patience};

use super::align::{Run, Runs, best, cells, worth};
use super::tokens::Token;

/// Three tokens in a row that stand once in A and once in B are taken for the same place.
const WINDOW: usize = 3;

/// The longest stretch between two such places, in tokens of both texts, that is looked into; a
/// longer one counts as changed throughout.
const LONGEST_GAP: usize = 1 << 15;

/// A run of a patience diff that is worth this much, about five words, is not there by chance.
const ANCHOR: i32 = 80;

/// The largest stretch between two such runs that is aligned exactly, as a product of token counts.
const EXACT_CELLS: usize = 1 << 18;

/// Pushes the kept runs between `a` and `b`, which begin at `at` in their texts.
pub(super) fn align(a: &[Token], b: &[Token], at: (usize, usize), runs: &mut Runs) {
    let mut from = (0, 0);
    for run in unique_windows(a, b).into_iter().chain([end_of(a, b)]) {
        let (gap_a, gap_b) = (&a[from.0..run.a], &b[from.1..run.b]);
        if gap_a.len() + gap_b.len() <= LONGEST_GAP {
            by_patience(gap_a, gap_b, (at.0 + from.0, at.1 + from.1), runs);
        }
        runs.push(at.0 + run.a, at.1 + run.b, run.len);
        from = run.end();
    }
}

/// The empty run after the last tokens, which closes the last gap.
fn end_of(a: &[Token], b: &[Token]) -> Run {
    Run {
        a: a.len(),
        b: b.len(),
        len: 0,
    }
}

/// Runs made of windows that stand once in A and once in B: of these, the most that stand in one
/// order (patience diff's idea, over windows in place of single words, which are often unique by
/// chance, or never in a script without spaces).
fn unique_windows(a: &[Token], b: &[Token]) -> Vec<Run> {
    // For each window, its number, and how often A and B have it: 0, 1 or 2 for more.
    let mut seen: HashMap<[u32; WINDOW], (u32, [u8; 2])> = HashMap::new();
    for (side, tokens) in [a, b].into_iter().enumerate() {
        for window in windows(tokens) {
            let next = seen.len() as u32;
            let (_, times) = seen.entry(window).or_insert((next, [0, 0]));
            times[side] = (times[side] + 1).min(2);
        }
    }
    let places = |tokens: &[Token]| -> (Vec<u32>, Vec<usize>) {
        windows(tokens)
            .enumerate()
            .filter_map(|(place, window)| match seen.get(&window) {
                Some((number, [1, 1])) => Some((*number, place)),
                _ => None,
            })
            .unzip()
    };
    let ((numbers_a, places_a), (numbers_b, places_b)) = (places(a), places(b));
    let mut chain = Kept(Runs::default());
    let Ok(()) = hunt::diff(
        &mut chain,
        &numbers_a[..],
        0..numbers_a.len(),
        &numbers_b[..],
        0..numbers_b.len(),
    );
    let mut runs = Runs::default();
    for run in chain.0.0 {
        for n in 0..run.len {
            let (start_a, start_b) = (places_a[run.a + n], places_b[run.b + n]);
            let last = runs.0.last().map_or((0, 0), |last| last.end());
            // What of the window lies behind the run before it on either side is passed over.
            let passed = last
                .0
                .saturating_sub(start_a)
                .max(last.1.saturating_sub(start_b));
            if passed < WINDOW {
                runs.push(start_a + passed, start_b + passed, WINDOW - passed);
            }
        }
    }
    runs.0
}

fn windows(tokens: &[Token]) -> impl Iterator<Item = [u32; WINDOW]> {
    tokens
        .windows(WINDOW)
        .map(|tokens| std::array::from_fn(|k| tokens[k].id))
}

/// Collects what one of `similar`'s algorithms keeps.
struct Kept(Runs);

impl DiffHook for Kept {
    type Error = Infallible;

    fn equal(&mut self, a: usize, b: usize, len: usize) -> Result<(), Infallible> {
        self.0.push(a, b, len);
        Ok(())
    }
}

/// Pushes the kept runs of a gap: a patience diff finds longer runs, and what lies between two of
/// them is aligned exactly, or, where that is too long still, as the patience diff has it.
fn by_patience(a: &[Token], b: &[Token], at: (usize, usize), runs: &mut Runs) {
    if cells(a.len(), b.len()) <= EXACT_CELLS {
        return best(a, b, at, runs);
    }
    let ids = |tokens: &[Token]| tokens.iter().map(|token| token.id).collect::<Vec<u32>>();
    let mut rough = Kept(Runs::default());
    let Ok(()) = patience::diff(&mut rough, &ids(a)[..], 0..a.len(), &ids(b)[..], 0..b.len());
    let mut from = (0, 0);
    let mut unsure: Vec<Run> = Vec::new();
    let end = end_of(a, b);
    for run in rough.0.0.into_iter().chain([end]) {
        if run != end && a[run.a..run.end().0].iter().map(worth).sum::<i32>() < ANCHOR {
            unsure.push(run);
            continue;
        }
        if cells(run.a - from.0, run.b - from.1) <= EXACT_CELLS {
            let (gap_a, gap_b) = (&a[from.0..run.a], &b[from.1..run.b]);
            best(gap_a, gap_b, (at.0 + from.0, at.1 + from.1), runs);
        } else {
            for run in &unsure {
                runs.push(at.0 + run.a, at.1 + run.b, run.len);
            }
        }
        unsure.clear();
        runs.push(at.0 + run.a, at.1 + run.b, run.len);
        from = run.end();
    }
}
