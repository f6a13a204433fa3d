//! The columns of the table: a source each, or a group of sources that tell most of it in one wording, folded into one.

use super::rows::{Cell, Row};
use super::{Telling, sorted};
use crate::sort::distinct;

/// Sources are of one wording where both have so large a share of what the one that tells less tells in one wording.
const ALIKE: u32 = 2;

/// A column: the places of its sources. More than one are folded.
pub type Column = Vec<usize>;

/// A source each.
pub fn single_columns(telling: &Telling) -> Vec<Column> {
    (0..telling.articles.len())
        .map(|place| vec![place])
        .collect()
}

/// The sources in groups: those that have half of their claims or more in one wording with the first of the group. The groups
/// stand in the order of their first ones.
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

/// What the sources of a column say in a row: each answer once, that which most give first, with its sources.
pub fn folded_cells<'r>(row: &'r Row, column: &[usize]) -> Vec<(&'r Cell, Vec<usize>)> {
    let mut cells: Vec<(&Cell, Vec<usize>)> = Vec::new();
    for &place in column {
        let Some(cell) = row.cells.get(place).and_then(Option::as_ref) else {
            continue;
        };
        let same = cells.iter_mut().find(|(one, _)| match cell.group {
            Some(_) => one.group == cell.group,
            // In words alone, those of the first stand for all.
            None => one.group.is_none(),
        });
        match same {
            Some((_, places)) => places.push(place),
            None => cells.push((cell, vec![place])),
        }
    }
    sorted(cells, &|(_, places)| u64::MAX - places.len() as u64)
}
