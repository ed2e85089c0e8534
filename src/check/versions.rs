//! The readings of a sentence with choices: `[a|b]` is one of, `[a|]` is optional.

/// At most so many readings are tried.
const MOST: usize = 24;

/// The reading with every first choice, and for each other choice the reading that differs in it.
pub fn versions(text: &str) -> Vec<String> {
    let parts = parts(text);
    let mut picks: Vec<Vec<usize>> = vec![vec![0; parts.len()]];
    for (index, part) in parts.iter().enumerate() {
        for choice in 1..part.len() {
            let mut pick = vec![0; parts.len()];
            if let Some(place) = pick.get_mut(index) {
                *place = choice;
            }
            picks.push(pick);
        }
    }
    picks.truncate(MOST);
    picks.iter().map(|pick| reading(&parts, pick)).collect()
}

fn reading(parts: &[Vec<&str>], pick: &[usize]) -> String {
    let chosen = parts
        .iter()
        .zip(pick)
        .filter_map(|(part, &choice)| part.get(choice));
    let text: String = chosen.copied().collect();
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").replace(" .", ".").replace(" ,", ",")
}

/// Plain text as a part of one choice, brackets with a bar as a part of several.
fn parts(text: &str) -> Vec<Vec<&str>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((inside, behind)) = after
            .split_once(']')
            .filter(|(inside, _)| inside.contains('|'))
        else {
            let (plain, tail) = rest.split_at(before.len() + 1);
            parts.push(vec![plain]);
            rest = tail;
            continue;
        };
        parts.push(vec![before]);
        parts.push(inside.split('|').collect());
        rest = behind;
    }
    parts.push(vec![rest]);
    parts
}

#[cfg(test)]
mod tests {
    use super::versions;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        assert_eq!(versions(text), expected);
    }

    #[test]
    fn each_choice_is_read_once_beside_the_first_of_the_others() {
        case(
            "We [have not|haven't] seen [any |]loss.",
            &[
                "We have not seen any loss.",
                "We haven't seen any loss.",
                "We have not seen loss.",
            ],
        );
    }

    #[test]
    fn brackets_without_a_bar_are_words() {
        case("see [1] and list[0]", &["see [1] and list[0]"]);
        case("an open [a|b", &["an open [a|b"]);
    }
}
