//! Several texts that were brought together: their order, and which of them are there twice.

use crate::sort;
use crossread_engine::hash::fnv1a;

/// The positions of texts by their dates (`2014-05-30`, `2014-05`, `2014`), the oldest first. Those without one come last, in
/// the order in which they came.
pub fn by_date(dates: &[&str]) -> Vec<usize> {
    let key = |at: usize| dates.get(at).map_or(u64::MAX, |date| day(date));
    sort::order(dates.len(), &key)
}

/// A number that is larger for a later day; a month or a year comes before all its days.
pub fn day(date: &str) -> u64 {
    let mut parts = date.split('-').map(|part| part.parse::<u64>().ok());
    let Some(Some(year)) = parts.next() else {
        return u64::MAX;
    };
    let [month, day] = [parts.next(), parts.next()].map(|part| part.flatten().unwrap_or(0));
    year * 10_000 + month * 100 + day
}

/// A mark of a text's letters only, since the same text from two files may have different line ends.
pub fn mark(text: &str) -> u64 {
    fnv1a(text.bytes().filter(|byte| !byte.is_ascii_whitespace()))
}

/// For each mark, the position of the first equal one, if there is one before it.
pub fn twins(marks: &[u64]) -> Vec<Option<usize>> {
    let first = |(at, mark): (usize, &u64)| {
        let before = marks.iter().take(at);
        before.clone().position(|other| other == mark)
    };
    marks.iter().enumerate().map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::{by_date, mark, twins};

    #[test]
    fn the_oldest_stands_first_and_what_has_no_date_last() {
        let dates = [
            "2014-05-30",
            "",
            "2014-05",
            "2013",
            "last May",
            "2014-05-02",
        ];
        assert_eq!(by_date(&dates), [3, 2, 5, 0, 1, 4]);
        assert_eq!(by_date(&[]), Vec::<usize>::new());
    }

    #[test]
    fn a_text_is_there_twice_whatever_its_line_ends() {
        let texts = ["It rained.", "It\r\nrained. ", "It rained!", "It rained."];
        let marks = texts.map(mark);
        assert_eq!(twins(&marks), [None, Some(0), None, Some(0)]);
    }
}
