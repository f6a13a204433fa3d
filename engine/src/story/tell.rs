//! From several readings to their story: compares all pairs, and finds the claims and what each article tells.

use super::elsewhere::elsewhere;
use super::questions::{Point, Question, in_order, is_asked, questions};
use super::speech::{Quote, speech};
use super::{Claim, Place, Tie, claims};
use crate::compare::{Clauses, Terms, Weighed, clauses, is_in_a_row, is_one_phrase, matches_by};
use crate::comparison::{Kind, Match, Route};
use crate::facts::{Between, Fact};
use crate::hand::HandLinks;
use crate::options::{Options, Scope};
use crate::reading::Reading;
use crate::sort;

/// From this weight on, the words that two clauses share make a claim, if there are so many of them and not all are names.
const CLAIM: f64 = 2.0;
const CLAIM_WORDS: u32 = 3;
/// The same where they stand in a row: so much less, since a wording is shared and not only words.
const IN_A_ROW: f64 = 1.7;
/// The same for two sentences that the comparison links as related; verbatim and edited ones make a claim with any weight.
const LINKED: f64 = 1.4;
/// From this weight on, a tie is kept.
const LEAST: f64 = 1.0;

/// Several articles as one story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The ties between sentences of all pairs.
    pub ties: Vec<Tie>,
    /// The claims that they make.
    pub claims: Vec<Claim>,
    /// The questions that are answered differently, by claim; in a claim first those that clash.
    pub questions: Vec<Question>,
    /// The quotations: first the speakers that most articles quote, and for each first what most of them have.
    pub quotes: Vec<Quote>,
    /// Whether a comparison was cut short, so that ties can be missing.
    pub cut_short: bool,
}

/// What one article tells of a story: how many of its sentences say a claim, how many come near what another article
/// says, and which have no counterpart in any other article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// Sentences that say a claim.
    pub told: u32,
    /// Sentences that say none, but come near one of another article.
    pub near: u32,
    /// The other compared sentences, as indices.
    pub alone: Vec<u32>,
}

impl Story {
    /// The story that these articles tell. Each comes with its text, by which ties of equal weight are ranked. Before
    /// each comparison, `step` is called with the number of finished comparisons and of all.
    pub fn new(
        articles: &[(&Reading, &str)],
        options: Options,
        step: &mut dyn FnMut(usize, usize),
    ) -> Story {
        Story::with(articles, options, &|_, _| HandLinks::default(), step)
    }

    /// The same with what a reader linked or refused by hand: `links` gives it for two of the articles by their
    /// positions, the lower first.
    pub fn with(
        articles: &[(&Reading, &str)],
        options: Options,
        links: &dyn Fn(usize, usize) -> HandLinks,
        step: &mut dyn FnMut(usize, usize),
    ) -> Story {
        let count = articles.len();
        let all = (0..count).flat_map(|x| (x + 1..count).map(move |y| (x, y)));
        let pairs = count * count.saturating_sub(1) / 2;
        let compared = all.enumerate().map(|(done, (x, y))| {
            step(done, pairs);
            Story::compared(articles, (x, y), options, &links(x, y))
        });
        Story::of(articles, compared)
    }

    /// The matches of two of the articles, by their positions in the list, and whether the comparison was cut short.
    pub fn compared(
        articles: &[(&Reading, &str)],
        (x, y): (usize, usize),
        options: Options,
        links: &HandLinks,
    ) -> (Vec<Tie>, bool) {
        let (Some(&(a, of_a)), Some(&(b, of_b))) = (articles.get(x), articles.get(y)) else {
            return Default::default();
        };
        // In a fixed order, so that the result does not depend on which comes first.
        let turned = of_b < of_a;
        let mut ties = Vec::new();
        let cut_short = match turned {
            true => tie(
                (y, (b, of_b)),
                (x, (a, of_a)),
                options,
                &links.swapped(),
                &mut ties,
            ),
            false => tie((x, (a, of_a)), (y, (b, of_b)), options, links, &mut ties),
        };
        for tie in ties.iter_mut().filter(|_| turned) {
            std::mem::swap(&mut tie.a, &mut tie.b);
            tie.words.swap(0, 1);
            for point in &mut tie.points {
                point.at.swap(0, 1);
                point.counted.swap(0, 1);
            }
        }
        (ties, cut_short)
    }

    /// The story that the matches of some of the pairs make. If pairs are left out, claims have fewer articles.
    pub fn of(
        articles: &[(&Reading, &str)],
        compared: impl IntoIterator<Item = (Vec<Tie>, bool)>,
    ) -> Story {
        let mut story = Story::default();
        for (ties, cut_short) in compared {
            story.ties.extend(ties);
            story.cut_short |= cut_short;
        }
        story.claims = claims(&ranks(articles), &story.ties);
        let mut found = questions(articles, &story.claims, &story.ties);
        elsewhere(articles, &story.ties, &mut found);
        story.questions = in_order(&found);
        // A sentence that answers without a tie comes near the claim.
        for question in &story.questions {
            let Some(claim) = story.claims.get_mut(question.claim as usize) else {
                continue;
            };
            for answer in &question.answers {
                let place = answer.place;
                if !claim.places.contains(&place) && !claim.near.contains(&place) {
                    let at = claim.near.partition_point(|near| *near < place);
                    claim.near.insert(at, place);
                }
            }
        }
        story.quotes = speech(articles);
        story
    }

    /// How many claims are in how many of the articles, by the number of articles.
    pub fn spread(&self, articles: usize) -> Vec<u32> {
        let mut spread = vec![0; articles + 1];
        for claim in &self.claims {
            if let Some(claims) = spread.get_mut(claim.articles as usize) {
                *claims += 1;
            }
        }
        spread
    }

    /// What the article at that position tells.
    pub fn telling(&self, article: usize, reading: &Reading, scope: Scope) -> Telling {
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        enum How {
            Alone,
            Near,
            Told,
        }
        let mut says = vec![How::Alone; reading.sentences.len()];
        let mut mark = |place: &Place, how: How| {
            let of_it = says.get_mut(place.sentence as usize);
            if let Some(says) = of_it.filter(|_| place.article as usize == article) {
                *says = how.max(*says);
            }
        };
        for tie in self.ties.iter().filter(|tie| tie.is_near()) {
            mark(&tie.a, How::Near);
            mark(&tie.b, How::Near);
        }
        for place in self.claims.iter().flat_map(|claim| &claim.places) {
            mark(place, How::Told);
        }
        let mut telling = Telling::default();
        for (index, (sentence, says)) in reading.sentences.iter().zip(says).enumerate() {
            match says {
                How::Told => telling.told += 1,
                How::Near => telling.near += 1,
                How::Alone if sentence.takes_part(scope) => telling.alone.push(index as u32),
                How::Alone => {}
            }
        }
        telling
    }
}

/// Adds the ties between sentences of two articles. Returns whether the comparison was cut short.
fn tie(
    (x, (a, of_a)): (usize, (&Reading, &str)),
    (y, (b, of_b)): (usize, (&Reading, &str)),
    options: Options,
    by_hand: &HandLinks,
    ties: &mut Vec<Tie>,
) -> bool {
    let terms = Terms::new(a, b, options.scope);
    let found = matches_by(a, b, &terms, options.strictness, by_hand);
    let linked: Vec<u64> = found
        .matches
        .iter()
        .map(|one| sort::pack(one.a, one.b))
        .collect();
    let strict = options.strictness.factor();
    let mut between = Between::new((of_a, a), (of_b, b));
    let mut met = vec![false; linked.len()];
    let mut add = |clauses: Clauses, link: Option<&Match>| {
        let told = |least: f64| clauses.weight >= least * strict;
        let tells = told(CLAIM) || told(IN_A_ROW) && is_in_a_row(&terms, &clauses);
        let Clauses {
            a,
            b,
            weight,
            words,
            more_than_names,
            glyphs,
            ..
        } = clauses;
        let same = link.is_some_and(|link| link.kind == Kind::Verbatim);
        let made = clauses.first && link.is_some_and(|link| link.route == Route::Hand);
        let tells = tells && words >= CLAIM_WORDS && more_than_names && !glyphs;
        let firm = tells
            || clauses.first
                && link.is_some_and(|link| {
                    link.kind != Kind::Related || glyphs || weight >= LINKED * strict
                });
        let firm = made || firm && (same || !is_one_phrase(&terms, a, b));
        let facts = match firm && !same {
            true => between.sentences(a, b),
            false => Vec::new(),
        };
        let [of_a, of_b] = [(x, a), (y, b)].map(|(article, sentence)| Place {
            article: article as u32,
            sentence,
        });
        ties.push(Tie {
            a: of_a,
            b: of_b,
            kind: link.map_or(Kind::Related, |link| link.kind),
            // A reader's links come first.
            weight: if made { f64::MAX } else { weight },
            firm,
            linked: link.is_some(),
            opposed: facts.iter().any(Fact::is_denial),
            points: facts.iter().filter_map(point).collect(),
            words: clauses.marks,
        });
    };
    let refused = |one: &Clauses| found.refused.binary_search(&(one.a, one.b)).is_ok();
    for one in clauses(a, b, &terms, &linked, LEAST) {
        if refused(&one) {
            continue;
        }
        let at = linked.binary_search(&sort::pack(one.a, one.b)).ok();
        if let Some(at) = at {
            met[at] = true;
        }
        add(one, at.and_then(|at| found.matches.get(at)));
    }
    // A link that rests only on function words: the whole sentence is the clause.
    for (link, _) in found.matches.iter().zip(met).filter(|(_, met)| !met) {
        add(whole(link, a, b), Some(link));
    }
    found.cut_short
}

/// A fact about both sentences, if a question can be about it.
fn point(fact: &Fact) -> Option<Point> {
    let (a, b) = fact.a.zip(fact.b)?;
    let counted = fact.counted();
    is_asked(fact.slot).then_some(Point {
        slot: fact.slot,
        relation: fact.relation,
        at: [a, b],
        counted: [counted.0, counted.1],
    })
}

/// Two sentences as one clause each.
fn whole(link: &Match, a: &Reading, b: &Reading) -> Clauses {
    let marks = |reading: &Reading, sentence: u32| -> Vec<Weighed> {
        let range = reading
            .sentences
            .get(sentence as usize)
            .map_or((0, 0), |one| one.words);
        (range.0..range.1).map(|word| (word, 1)).collect()
    };
    Clauses {
        a: link.a,
        b: link.b,
        weight: 0.0,
        words: 0,
        first: true,
        more_than_names: false,
        glyphs: false,
        marks: [marks(a, link.a), marks(b, link.b)],
    }
}

/// For each text how many of them come before it: a number that rests on the texts alone.
fn ranks(articles: &[(&Reading, &str)]) -> Vec<u32> {
    let mut ranks = Vec::new();
    for (_, text) in articles {
        let before = articles.iter().filter(|(_, one)| one < text);
        ranks.push(before.count() as u32);
    }
    ranks
}
