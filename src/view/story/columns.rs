//! The columns of the table: one for each source, or one for a group of sources that tell most of it in the same wording.

use super::rows::{Cell, Row};
use super::{Telling, sorted};
use crate::sort::distinct;

/// Sources have the same wording if this share (one in so many) of what the shorter one tells is in the same wording in both.
const ALIKE: u32 = 2;

/// A column: the positions of its sources. More than one are merged.
pub type Column = Vec<usize>;

/// One column for each source.
pub fn single_columns(telling: &Telling) -> Vec<Column> {
    (0..telling.articles.len())
        .map(|place| vec![place])
        .collect()
}

/// The sources in groups: those that tell at least half of their claims in the wording of the first of the group. The groups
/// are in the order of their first sources.
pub fn folded_columns(telling: &Telling) -> Vec<Column> {
    let count = telling.articles.len();
    let mut told = vec![0_u32; count];
    let mut shared = vec![0_u32; count * count];
    for claim in &telling.found.claims {
        let mut said: Vec<(u32, u32)> = claim
            .sentences
            .iter()
            .filter(|one| !one.near && (one.article as usize) < count)
            .map(|one| (one.article, one.wording))
            .collect();
        said.dedup();
        let mut articles: Vec<u32> = said.iter().map(|one| one.0).collect();
        distinct(&mut articles);
        for &article in &articles {
            told[article as usize] += 1;
        }
        for (at, &one) in articles.iter().enumerate() {
            for &other in &articles[at + 1..] {
                let has = |article: u32, wording: u32| said.contains(&(article, wording));
                let mut of_one = said.iter().filter(|said| said.0 == one);
                if of_one.any(|said| has(other, said.1)) {
                    shared[one as usize * count + other as usize] += 1;
                }
            }
        }
    }
    let mut columns: Vec<Column> = Vec::new();
    for place in 0..count {
        let is_its = |column: &&mut Column| {
            let first = column.first().copied().unwrap_or(place);
            let least = told[first].min(told[place]);
            least > 0 && shared[first * count + place] * ALIKE >= least
        };
        match columns.iter_mut().find(is_its) {
            Some(column) => column.push(place),
            None => columns.push(vec![place]),
        }
    }
    columns
}

/// What the sources of a column say in a row: each answer once with its sources, the most frequent first.
pub fn folded_cells<'r>(row: &'r Row, column: &[usize]) -> Vec<(&'r Cell, Vec<usize>)> {
    let mut cells: Vec<(&Cell, Vec<usize>)> = Vec::new();
    for &place in column {
        let Some(cell) = row.cells.get(place).and_then(Option::as_ref) else {
            continue;
        };
        let same = cells.iter_mut().find(|(one, _)| match cell.group {
            Some(_) => one.group == cell.group,
            // Without an answer, the words of the first stand for all.
            None => one.group.is_none(),
        });
        match same {
            Some((_, places)) => places.push(place),
            None => cells.push((cell, vec![place])),
        }
    }
    sorted(cells, &|(_, places)| u64::MAX - places.len() as u64)
}
