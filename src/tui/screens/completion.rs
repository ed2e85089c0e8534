//! Completes the word in hand from words that were seen on the screen.

/// `line` with its last word completed as far as every word in `seen` agrees; `None` where none begins so.
pub fn completed<'s>(line: &str, seen: impl Iterator<Item = &'s str>) -> Option<String> {
    let word = line
        .rsplit([' ', '|', '='])
        .next()
        .filter(|word| !word.is_empty())?;
    let mut common: Option<&str> = None;
    for candidate in
        seen.flat_map(|text| text.split(|c: char| c.is_whitespace() || "\"'(){},;|".contains(c)))
    {
        let candidate = candidate.trim_end_matches([':', '.']);
        if candidate.len() <= word.len() || !candidate.starts_with(word) {
            continue;
        }
        common = Some(common.map_or(candidate, |known| shared(known, candidate)));
    }
    let rest = common?.get(word.len()..)?;
    (!rest.is_empty()).then(|| format!("{line}{rest}"))
}

/// The beginning that both have.
fn shared<'s>(one: &'s str, two: &str) -> &'s str {
    let end = one
        .char_indices()
        .zip(two.chars())
        .find(|((_, first), second)| first != second)
        .map_or(one.len().min(two.len()), |((at, _), _)| at);
    one.get(..end).unwrap_or(one)
}

#[cfg(test)]
mod tests {
    use super::completed;

    #[track_caller]
    fn case(line: &str, seen: &[&str], expected: Option<&str>) {
        assert_eq!(
            completed(line, seen.iter().copied()).as_deref(),
            expected,
            "{line}"
        );
    }

    #[test]
    fn the_last_word_grows_as_far_as_all_that_was_seen_agrees() {
        let seen = [
            "scan-batch-6c9d-2tq9w Running",
            "scan-batch-6c9d-x2k8m Failed",
        ];
        case(
            "kubectl logs scan",
            &seen,
            Some("kubectl logs scan-batch-6c9d-"),
        );
        case(
            "kubectl logs scan-batch-6c9d-x",
            &seen,
            Some("kubectl logs scan-batch-6c9d-x2k8m"),
        );
        case("kubectl logs foo", &seen, None);
        case("kubectl ", &seen, None);
    }
}
