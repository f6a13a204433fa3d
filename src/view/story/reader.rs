//! One article of a story, with the others in its margin: at each sentence, which ones have it too, and where they say
//! something else.

use crossread_engine::Span;
use crossread_worker::protocol::story::Saying;

use super::super::words::{count, digits};
use super::opened::pieces;
use super::rows::{Row, Sign};
use super::{Telling, offset, sorted};
use crate::sort::distinct;
use crate::state::{At, Only, State};

/// An article with the others in its margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Its position in the story.
    pub article: usize,
    /// "9 of 18 sentences are told elsewhere, 2 of them differently; 9 are only here".
    pub line: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<Passage>>,
}

/// A stretch of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub text: String,
    /// What the others have of it.
    pub held: Held,
}

/// What the others have of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// There is no note: a repeat, furniture, white space.
    Unsaid,
    /// None of them has it.
    Alone,
    /// They come near it.
    Near,
    /// Some have it.
    Told(Note),
}

/// A note in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The articles that have it too.
    pub articles: Vec<usize>,
    /// "in 3 of 5".
    pub line: String,
    /// Whether all have it.
    pub in_all: bool,
    /// What others say instead, with the article: only clashes.
    pub values: Vec<(usize, String, Sign)>,
    /// Its place, for the address.
    pub at: At,
    /// What the others say, if it is open.
    pub opened: Option<Vec<Theirs>>,
}

/// What another article has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theirs {
    /// The article.
    pub article: usize,
    /// The sentence, in pieces: what answers something is marked.
    pub pieces: Vec<(String, bool)>,
    /// The state that compares the two there.
    pub to: State,
}

/// The article that the state names; the first if it names none.
pub fn story_read(telling: &Telling, rows: &[Row], state: &State) -> Option<Read> {
    let place = match state.at {
        Some(At::Pair(place, _) | At::A(place)) => place,
        _ => 0,
    };
    let (article, place) = match telling.articles.get(place as usize) {
        Some(article) => (article, place),
        None => (telling.articles.first()?, 0),
    };
    let teller = telling.found.articles.get(place as usize)?;
    let mut sentences: Vec<(Span, Held)> = Vec::new();
    for span in &teller.apart {
        sentences.push((*span, Held::Alone));
    }
    let mut said: Vec<(Span, bool)> = Vec::new();
    for one in telling
        .found
        .claims
        .iter()
        .flat_map(|claim| &claim.sentences)
    {
        if one.article == place {
            said.push((one.span, one.near));
        }
    }
    let key = |(span, near): &(Span, bool)| (span.start as u64) << 1 | u64::from(*near);
    let mut said = sorted(said, &key);
    said.dedup_by_key(|(span, _)| span.start);
    for (span, near) in said {
        let held = match near {
            true => Held::Near,
            false => Held::Told(note(telling, rows, place, span, state)),
        };
        sentences.push((span, held));
    }
    let sentences = sorted(sentences, &|(span, _)| span.start as u64);
    let differing = |held: &Held| matches!(held, Held::Told(note) if !note.values.is_empty());
    let differ = sentences.iter().filter(|one| differing(&one.1)).count() as u32;
    let all = teller.told + teller.near + teller.alone;
    let mut line = format!(
        "{} of {} told elsewhere",
        digits(teller.told),
        count(all, "sentence is", "sentences are")
    );
    if differ > 0 {
        line.push_str(&format!(", {} of them differently", digits(differ)));
    }
    line.push_str(&format!("; {} only here.", digits(teller.alone)));
    Some(Read {
        article: place as usize,
        line,
        paragraphs: paragraphs(&article.text, &sentences),
    })
}

/// The text in paragraphs, at its line ends, and these in sentences.
fn paragraphs(text: &str, sentences: &[(Span, Held)]) -> Vec<Vec<Passage>> {
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let mut paragraph = Vec::new();
        let mut at = start;
        let mut put = |span: Span, held: Held| {
            let text = span.of(text);
            if !text.is_empty() {
                let text = text.to_owned();
                paragraph.push(Passage { text, held });
            }
        };
        for (span, held) in sentences {
            let (from, to) = (span.start.max(at), span.end.min(end));
            if from >= to {
                continue;
            }
            put(Span::new(at, from), Held::Unsaid);
            // Its margin note is at its beginning, also if it continues on the next line.
            let again = matches!(held, Held::Told(_)) && from > span.start;
            put(
                Span::new(from, to),
                if again { Held::Near } else { held.clone() },
            );
            at = to;
        }
        put(Span::new(at, end), Held::Unsaid);
        if !line.trim().is_empty() {
            all.push(paragraph);
        }
        start = end + 1;
    }
    all
}

fn note(telling: &Telling, rows: &[Row], place: u32, span: Span, state: &State) -> Note {
    let article = telling.articles.get(place as usize);
    let at = At::Pair(
        place,
        article.map_or(0, |article| offset(article, span.start)),
    );
    let is_it = |one: &&Saying| !one.near && one.article == place && one.span == span;
    let claims = telling.found.claims.iter().enumerate();
    let claims: Vec<usize> = claims
        .filter(|(_, claim)| claim.sentences.iter().any(|one| is_it(&one)))
        .map(|(number, _)| number)
        .collect();
    let told = |number: &usize| {
        let sentences = telling
            .found
            .claims
            .get(*number)
            .map(|claim| &claim.sentences);
        let told = sentences.into_iter().flatten().filter(|one| !one.near);
        told.filter(|one| one.article != place)
    };
    let mut articles: Vec<u32> = claims
        .iter()
        .flat_map(told)
        .map(|one| one.article)
        .collect();
    distinct(&mut articles);
    let mut values: Vec<(usize, String, Sign)> = Vec::new();
    for row in rows {
        let mine = row.cells.get(place as usize).and_then(Option::as_ref);
        let Some(mine) = mine.filter(|_| claims.contains(&row.claim) && row.sign <= Sign::Years)
        else {
            continue;
        };
        for (other, cell) in row.cells.iter().enumerate() {
            let group = cell.as_ref().and_then(|cell| cell.group);
            if let Some(cell) = cell
                .as_ref()
                .filter(|_| group != mine.group && group.is_some())
            {
                values.push((other, cell.text.clone(), row.sign));
            }
        }
    }
    let opened = (state.at == Some(at)).then(|| {
        let mut theirs: Vec<Theirs> = Vec::new();
        for number in &claims {
            for one in told(number) {
                let (a, b) = (article, telling.articles.get(one.article as usize));
                let Some((a, b)) = a.zip(b) else { continue };
                let offsets = At::Pair(offset(a, span.start), offset(b, one.span.start));
                let to = state.compare(&a.id, &b.id).with_at(Some(offsets));
                if theirs.iter().all(|before| before.to != to) {
                    theirs.push(Theirs {
                        article: one.article as usize,
                        pieces: pieces(telling, *number, one),
                        to,
                    });
                }
            }
        }
        sorted(theirs, &|one| one.article as u64)
    });
    let all = telling.articles.len();
    Note {
        line: format!("in {} of {all}", articles.len() + 1),
        in_all: articles.len() + 1 == all,
        articles: articles.into_iter().map(|at| at as usize).collect(),
        values,
        at,
        opened,
    }
}

/// The state that shows the article at that position.
pub fn reading_of(state: &State, place: usize) -> State {
    State {
        reads: true,
        only: Only::Any,
        at: Some(At::A(place as u32)),
        ..state.clone()
    }
}
