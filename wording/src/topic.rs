//! What two sentences speak of where they differ, in words that both have.

use crossread_engine::Span;

use crate::words::shortened;

/// So long is it at most, in characters.
const LONGEST: usize = 60;

/// What it is about: what is counted, else the longest run of words that both sentences have; where one side alone has a
/// number, what it counts. Empty where there is nothing of this. `shared`: these words, in A's text and in B's, in A's order;
/// `counted`: where each names what it counts.
pub fn topic(
    texts: [&str; 2],
    shared: &[(Span, Span)],
    counted: (Option<Span>, Option<Span>),
) -> String {
    let [in_a, in_b] = texts;
    let counted = match counted {
        (Some(a), Some(b)) => {
            let both = |words: &(Span, Span)| within(words.0, a) && within(words.1, b);
            let words: Vec<(Span, Span)> = shared.iter().copied().filter(both).collect();
            longest_run(texts, &words, true).map(|span| span.of(in_a))
        }
        (Some(a), None) => Some(a.of(in_a)),
        (None, Some(b)) => Some(b.of(in_b)),
        (None, None) => None,
    };
    let run = || longest_run(texts, shared, false).map(|span| span.of(in_a));
    let words = counted.or_else(run).unwrap_or_default();
    shortened(&in_one_line(words), LONGEST)
}

fn within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The run with the most of these words, in A's text and order: nothing but spaces and small words between any two;
/// `close`: on both sides nothing but spaces.
fn longest_run([in_a, in_b]: [&str; 2], words: &[(Span, Span)], close: bool) -> Option<Span> {
    let between = |text: &str, one: Span, next: Span| -> Option<bool> {
        let text = text.get(one.end..next.start)?;
        let spaces = text.starts_with(char::is_whitespace);
        spaces.then(|| text.trim().is_empty() || (!close && is_small(text)))
    };
    let goes_on = |one: (Span, Span), next: (Span, Span)| {
        let a = between(in_a, one.0, next.0) == Some(true);
        a && (!close || between(in_b, one.1, next.1) == Some(true))
    };
    let mut best: Option<(usize, Span)> = None;
    let mut run: Option<(usize, Span)> = None;
    let before = [None].into_iter().chain(words.iter().copied().map(Some));
    for (before, &word) in before.zip(words) {
        run = Some(
            match run.filter(|_| before.is_some_and(|before| goes_on(before, word))) {
                Some((count, span)) => (count + 1, Span::new(span.start, word.0.end)),
                None => (1, word.0),
            },
        );
        let size =
            |run: Option<(usize, Span)>| run.map_or((0, 0), |(count, span)| (count, span.len()));
        if size(run) > size(best) {
            best = run;
        }
    }
    best.map(|(_, span)| span)
}

/// Whether these are spaces and at most two words of up to four small letters.
fn is_small(between: &str) -> bool {
    let small = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    between.split_whitespace().count() <= 2 && between.split_whitespace().all(small)
}

/// The text with one space for each stretch of white space.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crossread_engine::Span;

    use super::topic;

    const A: &str = "Some 40,000 Russian troops are at the border";
    const B: &str = "At the border 100,000 Russian troops stand";

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).expect(words);
        Span::new(start, start + words.len())
    }

    fn shared(words: &[&str]) -> Vec<(Span, Span)> {
        let both = |word: &&str| (span(A, word), span(B, word));
        words.iter().map(both).collect()
    }

    #[test]
    fn what_both_count_names_it() {
        let words = shared(&["Russian", "troops", "border"]);
        let counted = ["Russian troops", "troops"].map(|word| Some(span(A, word)));
        let in_b = Some(span(B, "Russian troops"));
        assert_eq!(topic([A, B], &words, (counted[0], in_b)), "Russian troops");
        assert_eq!(topic([A, B], &words, (counted[1], in_b)), "troops");
        assert_eq!(topic([A, B], &[], (counted[1], None)), "troops");
        assert_eq!(topic([A, B], &[], (None, in_b)), "Russian troops");
    }

    #[test]
    fn else_the_longest_run_of_shared_words_does() {
        let words = shared(&["Russian", "troops", "border"]);
        // Small words stand between, others do not.
        assert_eq!(topic([A, B], &words, (None, None)), "Russian troops");
        assert_eq!(topic([A, B], &words[2..], (None, None)), "border");
        assert_eq!(topic([A, B], &[], (None, None)), "");
    }
}
