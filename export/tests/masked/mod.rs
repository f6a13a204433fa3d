//! Snapshots of documents whose scores are tuned now and then; the command line's tests use it too.

/// The document with every number that has decimals as `0.##`, so that a snapshot shows what is
/// said and does not move with each tuning of scores and thresholds.
pub fn masked(document: &str) -> String {
    let mut out = String::new();
    let mut rest = document;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(from.len());
        let decimals = from[end..].strip_prefix('.').map_or(0, |after| {
            after
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(after.len())
        });
        out.push_str(before);
        out.push_str(if decimals > 0 { "0.##" } else { &from[..end] });
        rest = &from[end + if decimals > 0 { decimals + 1 } else { 0 }..];
    }
    out + rest
}
