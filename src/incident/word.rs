//! Whether a typed word means a recorded one: placeholders, stars, pods of a deployment.

/// What a fitting word is worth: more where it is the very word.
pub fn word(wanted: &str, given: &str) -> Option<i32> {
    if wanted == given {
        return Some(10);
    }
    if wanted.eq_ignore_ascii_case(given) {
        return Some(9);
    }
    if wanted.contains(['<', '*']) && glob(&pattern(wanted), given) {
        return Some(8);
    }
    if wanted.trim_end_matches('/') == given.trim_end_matches('/') && !given.is_empty() {
        return Some(9);
    }
    if is_pod_of(wanted, given) {
        return Some(7);
    }
    is_below_another_root(wanted, given).then_some(3)
}

/// Who has not seen the machine guesses where something lies: a path with the name in it that counts will do.
fn is_below_another_root(wanted: &str, given: &str) -> bool {
    const SHORTEST: usize = 5;
    let Some((fixed, _)) = wanted.split_once("/<") else {
        return false;
    };
    let name = fixed.rsplit('/').next().unwrap_or_default();
    let is_deep = fixed.matches('/').count() >= 3;
    is_deep && name.len() >= SHORTEST && given.starts_with('/') && given.contains(name)
}

/// A pod of a deployment stands for the deployment, and the other way round.
fn is_pod_of(wanted: &str, given: &str) -> bool {
    let name = |word: &str| word.rsplit_once('/').map(|(_, name)| name.to_owned());
    match (name(wanted), name(given)) {
        (Some(deployment), None) => {
            given == deployment
                || given
                    .strip_prefix(&deployment)
                    .is_some_and(|rest| rest.starts_with('-') && rest.len() > 3)
        }
        (None, Some(deployment)) if !wanted.starts_with('/') && !given.starts_with('/') => {
            wanted
                .strip_prefix(&deployment)
                .is_some_and(|rest| rest.starts_with('-'))
                || (wanted.starts_with('<') && wanted.ends_with('>'))
        }
        _ => false,
    }
}

/// `/proc/<pid>/maps` as `/proc/*/maps`; a star inside the brackets narrows: `<api-*>`.
fn pattern(word: &str) -> String {
    let mut pattern = String::new();
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('<') {
        pattern.push_str(before);
        let Some((name, after)) = after.split_once('>') else {
            pattern.push('<');
            rest = after;
            break;
        };
        pattern.push_str(if name.contains('*') { name } else { "*" });
        rest = after;
    }
    pattern + rest
}

/// Whether `text` fits `pattern`, in which `*` stands for one character or more.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.len() > part.len() && rest.ends_with(part);
        }
        let Some(at) = rest.get(1..).and_then(|later| later.find(part)) else {
            return false;
        };
        rest = rest.get(at + 1 + part.len()..).unwrap_or_default();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{glob, word};

    #[test]
    fn a_star_stands_for_one_character_or_more() {
        assert!(glob("a*c", "abc"));
        assert!(!glob("a*c", "ac"));
        assert!(!glob("a*", "b"));
    }

    #[test]
    fn a_guessed_root_will_do_where_the_name_is_right() {
        let wanted = "/var/lib/lazypage/<path>";
        assert!(word(wanted, "/opt/io.snapshotter.v1.lazypage/42/fs").is_some());
        assert!(word(wanted, "/var/lib/other/42/fs").is_none());
        assert!(word("/proc/<pid>/uid_map", "/proc/1/gid_map").is_none());
    }

    #[test]
    fn the_very_word_is_worth_more_than_a_placeholder() {
        assert!(word("api", "api") > word("<pod>", "api"));
        assert_eq!(word("<api-*>", "web-1"), None);
        assert!(word("<api-*>", "api-1").is_some());
    }
}
