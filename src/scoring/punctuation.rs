//! Punctuation around words: what belongs to one, what does not, and what ends a clause.

/// Whether a clause ends at this sign.
pub(super) fn ends_clause(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '—' | '、')
}

/// Whether a run is a dash or an arrow, which ends a clause as a colon does.
pub(super) fn is_break(run: &str) -> bool {
    let shaft = run.strip_suffix('>').unwrap_or(run);
    !shaft.is_empty() && shaft.bytes().all(|byte| byte == b'-') || run == "=>"
}

/// Punctuation around a word that is no part of it.
pub(super) fn is_outer(character: char) -> bool {
    matches!(
        character,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '`'
            | '*'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '<'
            | '>'
            | '|'
            | '&'
            | '。'
            | '、'
            | '—'
            | '^'
            | '…'
            | '《'
            | '》'
            | '\\'
    )
}

/// Takes away leading signs that begin no word: keeps `./x`, `~/x`, `.env`, `-n`, `$PID`.
pub(super) fn trim_lead(body: &str) -> &str {
    let mut characters = body.chars();
    match (characters.next(), characters.next()) {
        (Some('.'), Some(next)) if next == '/' || next == '.' || next.is_alphanumeric() => body,
        (Some('~'), Some('/')) => body,
        (Some('.' | '~' | ')' | ']' | '}'), Some(_)) => trim_lead(&body[1..]),
        _ => body,
    }
}

/// Takes away closing punctuation; a closing bracket stays where its opening one is inside.
pub(super) fn trim_tail(body: &str) -> &str {
    let mut body = body;
    while let Some(last) = body.chars().next_back() {
        let opening = match last {
            ')' => Some('('),
            ']' => Some('['),
            '}' => Some('{'),
            _ => None,
        };
        let outer = match opening {
            Some(opening) => !body.contains(opening),
            None => is_outer(last) || last == '.',
        };
        if !outer {
            break;
        }
        body = &body[..body.len() - last.len_utf8()];
    }
    body
}
