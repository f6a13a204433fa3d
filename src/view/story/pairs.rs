//! All pairs of a story's articles at a glance: how much of each is in each other one, and how often two of them clash.
//!
//! Similar articles are beside each other: the articles are ordered by the Fiedler vector of how much they share, after
//! Atkins, Boman and Hendrickson, *A spectral algorithm for seriation and the consecutive ones problem* (SIAM Journal on
//! Computing 28, 1998).

use super::Telling;
use crate::sort;
use crate::state::State;

/// How much of one article is in another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many of its sentences the other tells too.
    pub told: u32,
    /// Of how many.
    pub of: u32,
    /// How many answers of the two clash.
    pub clashes: u32,
}

impl Share {
    /// How dark it is drawn, from 0 up to 4.
    pub fn shade(self) -> u32 {
        match self.told {
            0 => 0,
            told => (1 + told * 4 / self.of.max(1)).min(4),
        }
    }
}

/// All pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The order of the articles, in which those that share much are beside each other.
    pub order: Vec<usize>,
    /// For each article and each other one, how much of the first is in the second, by their positions in the story.
    pub shares: Vec<Vec<Share>>,
}

/// All pairs of a story.
pub fn story_overview(telling: &Telling) -> Overview {
    let count = telling.articles.len();
    let mut shares = vec![vec![Share::default(); count]; count];
    for (of, teller) in shares.iter_mut().zip(&telling.found.articles) {
        for share in of {
            share.of = teller.told + teller.near + teller.alone;
        }
    }
    // For each article its sentences that say a claim, with a bit for each article that tells one of their claims.
    let mut told: Vec<Vec<(usize, u64)>> = vec![Vec::new(); count];
    for claim in &telling.found.claims {
        let said = || claim.sentences.iter().filter(|said| !said.near);
        let tellers = said().fold(0, |all, said| all | bit(said.article));
        for said in said() {
            let Some(of_it) = told.get_mut(said.article as usize) else {
                continue;
            };
            match of_it.iter_mut().find(|one| one.0 == said.span.start) {
                Some(one) => one.1 |= tellers,
                None => of_it.push((said.span.start, tellers)),
            }
        }
    }
    for (one, of) in shares.iter_mut().enumerate() {
        for (other, share) in of.iter_mut().enumerate() {
            let both = told[one]
                .iter()
                .filter(|said| said.1 & bit(other as u32) != 0);
            share.told = if one == other { 0 } else { both.count() as u32 };
        }
    }
    for question in &telling.found.questions {
        // What each article answers, and which answers that contradicts, a bit for each.
        let mut said = vec![(0_u64, 0_u64); count];
        for answer in &question.answers {
            if let Some(said) = said.get_mut(answer.article as usize) {
                said.0 |= bit(answer.group);
                said.1 |= answer.against;
            }
        }
        for (one, of) in said.iter().zip(&mut shares) {
            for (other, share) in said.iter().zip(of) {
                share.clashes += u32::from(one.1 & other.0 != 0);
            }
        }
    }
    Overview {
        order: seriation(&shares),
        shares,
    }
}

/// The bit of an article or an answer: a story has fewer articles than there are bits.
fn bit(number: u32) -> u64 {
    1_u64.checked_shl(number).unwrap_or(0)
}

/// The state that compares two of the articles.
pub fn pair_of(telling: &Telling, one: usize, other: usize, state: &State) -> Option<State> {
    let of = |at: usize| telling.articles.get(at).map(|article| &article.id);
    let (one, other) = of(one).zip(of(other))?;
    (one != other).then(|| state.compare(one, other))
}

/// The number of iterations. The remaining error does not change the order of two that are far apart.
const TURNS: usize = 240;

/// The positions in an order in which those that share much are beside each other; the first article is in the first half.
fn seriation(shares: &[Vec<Share>]) -> Vec<usize> {
    let count = shares.len();
    // How similar two are: the larger share of either. A small constant keeps the graph connected.
    let alike = |x: usize, y: usize| -> f64 {
        let share = |one: Share| f64::from(one.told) / f64::from(one.of.max(1));
        0.001 + share(shares[x][y]).max(share(shares[y][x]))
    };
    let row = |x: usize| -> Vec<f64> {
        let one = |y: usize| if y == x { 0.0 } else { alike(x, y) };
        (0..count).map(one).collect()
    };
    let alike: Vec<Vec<f64>> = (0..count).map(row).collect();
    let degree: Vec<f64> = alike.iter().map(|row| row.iter().sum()).collect();
    // All eigenvalues of the Laplacian are below this bound, so its smallest are the largest of (bound - Laplacian).
    let bound = 2.0 * degree.iter().copied().fold(0.0, f64::max) + 1.0;
    // The power method, from a vector that favours no order but the given one, and without the constant part.
    let mut vector: Vec<f64> = (0..count)
        .map(|x| x as f64 + 0.25 * (x % 3) as f64)
        .collect();
    for _ in 0..TURNS {
        let mean = vector.iter().sum::<f64>() / count.max(1) as f64;
        for value in &mut vector {
            *value -= mean;
        }
        let length = vector.iter().map(|value| value * value).sum::<f64>().sqrt();
        if length <= f64::EPSILON {
            break;
        }
        let before: Vec<f64> = vector.iter().map(|value| value / length).collect();
        for (x, value) in vector.iter_mut().enumerate() {
            let both = alike[x].iter().zip(&before);
            let pull: f64 = both.map(|(alike, before)| alike * before).sum();
            *value = (bound - degree[x]) * before[x] + pull;
        }
    }
    // From -1 to 1, as whole numbers.
    let rank = |at: usize| ((vector[at] / bound + 2.0) * 1e12) as u64;
    let mut order = sort::order(count, &rank);
    if order.iter().position(|&at| at == 0) > Some(count / 2) {
        order.reverse();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{Share, seriation};

    /// How much each pair shares, in per cent, if anything: "0-3 80".
    fn ordered(count: usize, pairs: &str) -> String {
        let mut shares = vec![
            vec![
                Share {
                    of: 100,
                    ..Share::default()
                };
                count
            ];
            count
        ];
        for pair in pairs.split(", ").filter(|pair| !pair.is_empty()) {
            let (ends, told) = pair.split_once(' ').expect("a share");
            let (one, other) = ends.split_once('-').expect("two ends");
            let [one, other]: [usize; 2] = [one, other].map(|end| end.parse().expect("a number"));
            let told = told.parse().expect("a number");
            shares[one][other].told = told;
            shares[other][one].told = told;
        }
        let order = seriation(&shares).into_iter().map(|at| at.to_string());
        order.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_shares_much_stands_together() {
        assert_eq!(ordered(0, ""), "");
        assert_eq!(ordered(1, ""), "0");
        assert_eq!(ordered(4, "0-2 80, 1-3 80, 2-3 10"), "0 2 3 1");
        // A chain that was shuffled.
        assert_eq!(
            ordered(6, "0-3 60, 3-1 60, 1-5 60, 5-2 60, 2-4 60"),
            "0 3 1 5 2 4"
        );
    }

    #[test]
    fn a_share_is_drawn_the_darker_the_more_it_is() {
        let shades = [0, 1, 26, 51, 76, 100].map(|told| {
            Share {
                told,
                of: 100,
                clashes: 0,
            }
            .shade()
        });
        assert_eq!(shades, [0, 1, 2, 3, 4, 4]);
    }
}
