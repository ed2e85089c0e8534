//! Compares paths whose variable segments may be written in several ways.

/// Whether two folded paths are the same, where `$NAME`, `*`, `<name>` and `{name}` stand for any one segment.
pub(super) fn is_same_path(wanted: &str, said: &str) -> bool {
    if wanted == said {
        return true;
    }
    if !said.contains('/') {
        return false;
    }
    let (wanted, said) = (wanted.trim_end_matches('/'), said.trim_end_matches('/'));
    let mut pairs = wanted.split('/').zip(said.split('/'));
    let mut literal = false;
    wanted.matches('/').count() == said.matches('/').count()
        && pairs.all(|(wanted, said)| {
            literal |= wanted == said && !wanted.is_empty();
            wanted == said
                || is_open(wanted) && !said.is_empty()
                || is_open(said) && !wanted.is_empty()
        })
        && literal
}

/// Whether a segment stands for any one.
fn is_open(segment: &str) -> bool {
    segment == "*"
        || segment == "..."
        || segment.starts_with('$')
        || segment.starts_with('<') && segment.ends_with('>')
        || segment.starts_with('{') && segment.ends_with('}')
}

#[cfg(test)]
mod tests {
    use super::is_same_path;

    #[track_caller]
    fn case(wanted: &str, said: &str, expected: bool) {
        assert_eq!(is_same_path(wanted, said), expected);
    }

    #[test]
    fn variable_segments_stand_for_one() {
        case("/proc/$pid/uid_map", "/proc/4711/uid_map", true);
        case("/proc/1234/uid_map", "/proc/$pid/uid_map", true);
        case("/proc/*/uid_map", "/proc/<pid>/uid_map", true);
        case("/proc/$pid/uid_map", "/proc/1/2/uid_map", false);
        case("/proc/$pid/uid_map", "/proc/1/gid_map", false);
        case("/var/log", "/var/log/", true);
        case("a/b", "$x/$y", false);
    }
}
