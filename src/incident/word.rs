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
    let folder = given
        .trim_end_matches('/')
        .trim_end_matches('*')
        .trim_end_matches('/');
    if given.contains("/*") && folder.starts_with('/') && folder.len() + 1 < given.len() {
        return word(wanted, folder).map(|worth| worth.min(6));
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

/// A star that may stand for nothing.
const ANY: char = '\u{1}';

/// `/proc/<pid>/maps` as `/proc/*/maps`; a star inside the brackets narrows, and may be nothing: `<api-*>`.
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
        if name.contains('*') {
            pattern.push_str(&name.replace('*', &ANY.to_string()));
        } else {
            pattern.push('*');
        }
        rest = after;
    }
    pattern + rest
}

/// Whether `text` fits `pattern`, in which `*` stands for one character or more, and [`ANY`] for none too.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split_inclusive(['*', ANY]);
    let Some(first) = parts.next() else {
        return text.is_empty();
    };
    let mut star = first.chars().next_back().filter(|it| is_star(*it));
    let Some(mut rest) = text.strip_prefix(first.trim_end_matches(is_star)) else {
        return false;
    };
    for part in parts {
        let least = usize::from(star == Some('*'));
        let literal = part.trim_end_matches(is_star);
        let next = part.chars().next_back().filter(|it| is_star(*it));
        if next.is_none() {
            return rest.len() >= literal.len() + least && rest.ends_with(literal);
        }
        let Some(at) = rest.get(least..).and_then(|later| later.find(literal)) else {
            return false;
        };
        rest = rest.get(at + least + literal.len()..).unwrap_or_default();
        star = next;
    }
    match star {
        Some('*') => !rest.is_empty(),
        Some(_) => true,
        None => rest.is_empty(),
    }
}

const fn is_star(character: char) -> bool {
    character == '*' || character == ANY
}

#[cfg(test)]
mod tests {
    use super::{glob, word};

    #[test]
    fn a_star_stands_for_one_character_or_more() {
        assert!(glob("a*c", "abc"));
        assert!(!glob("a*c", "ac"));
        assert!(!glob("a*", "b"));
        assert!(glob("a*b*", "axbx"));
        assert!(!glob("a*b*", "axb"));
        assert!(!glob("ab", "abc"));
        assert!(glob("*", "a"));
    }

    #[test]
    fn a_star_in_brackets_may_be_nothing() {
        assert!(word("<*pg_locks*>", "select * from pg_locks").is_some());
        assert!(word("<*a*b*>", "ab").is_some());
        assert!(word("<*a*b*>", "ba").is_none());
        assert!(word("<pod>", "").is_none());
    }

    #[test]
    fn a_star_for_all_that_is_in_a_folder_means_the_folder() {
        assert!(word("/var/spool", "/var/spool/*").is_some());
        assert!(word("/var", "/var/*/").is_some());
        assert!(word("/var", "/var/spool/*").is_none());
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
