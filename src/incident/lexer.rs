//! A typed line as the shell cuts it: commands, their pipes, their words without quotes.

/// One command and what its output is piped through.
pub type Pipeline = Vec<Vec<String>>;

/// The pipelines of a line, in order; those behind `||` are left out, as are redirections.
///
/// A quote that is never closed reaches to the end of the line.
pub fn pipelines(line: &str) -> Vec<Pipeline> {
    let mut lexer = Lexer::default();
    let mut rest = line.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\\' => {
                if let Some(next) = rest.next().filter(|next| *next != '\n') {
                    lexer.push(next);
                }
            }
            '\'' | '"' => {
                lexer.has_word = true;
                while let Some(next) = rest.next() {
                    match next {
                        '\\' if character == '"' => lexer.push(rest.next().unwrap_or('\\')),
                        next if next == character => break,
                        next => lexer.push(next),
                    }
                }
            }
            '$' if rest.peek() == Some(&'(') => {
                lexer.push('$');
                let mut depth = 0;
                for next in rest.by_ref() {
                    lexer.push(next);
                    depth += match next {
                        '(' => 1,
                        ')' => -1,
                        _ => 0,
                    };
                    if depth == 0 {
                        break;
                    }
                }
            }
            '|' if rest.peek() == Some(&'|') => {
                // What follows runs only where the first fails, and nothing recorded fails.
                break;
            }
            '|' => {
                rest.next_if_eq(&'&');
                lexer.end_stage();
            }
            ';' => lexer.end_pipeline(),
            '&' if rest.peek() == Some(&'>') => {}
            '&' => {
                rest.next_if_eq(&'&');
                lexer.end_pipeline();
            }
            '<' if is_placeholder(rest.clone()) => {
                lexer.push('<');
                for next in rest.by_ref() {
                    lexer.push(next);
                    if next == '>' {
                        break;
                    }
                }
            }
            '>' | '<' => {
                lexer.redirect();
                while rest
                    .next_if(|next| matches!(next, '>' | '&' | ' '))
                    .is_some()
                {}
                let mut depth = 0;
                while let Some(next) = rest
                    .next_if(|next| depth > 0 || (!next.is_whitespace() && !"|;".contains(*next)))
                {
                    depth += match next {
                        '(' => 1,
                        ')' => -1,
                        _ => 0,
                    };
                }
            }
            space if space.is_whitespace() => lexer.end_word(),
            other => lexer.push(other),
        }
    }
    lexer.end_pipeline();
    lexer.pipelines
}

/// Whether what stands behind `<` makes it a word such as `<pod>`, or `<update events*>`, and no redirection.
fn is_placeholder(rest: impl Iterator<Item = char>) -> bool {
    let mut is_closed = false;
    let name: String = rest
        .take_while(|next| {
            is_closed = *next == '>';
            !is_closed && !matches!(next, '<' | '|' | ';')
        })
        .collect();
    let has_blank = name.contains(char::is_whitespace);
    is_closed && !name.is_empty() && name.trim() == name && (!has_blank || name.contains('*'))
}

#[derive(Default)]
struct Lexer {
    pipelines: Vec<Pipeline>,
    stages: Pipeline,
    words: Vec<String>,
    word: String,
    has_word: bool,
}

impl Lexer {
    fn push(&mut self, character: char) {
        self.word.push(character);
        self.has_word = true;
    }

    /// The number of a stream before `>` is no word.
    fn redirect(&mut self) {
        if matches!(self.word.as_str(), "1" | "2" | "&") {
            self.word.clear();
            self.has_word = false;
        }
        self.end_word();
    }

    fn end_word(&mut self) {
        if self.has_word {
            self.words.push(std::mem::take(&mut self.word));
        }
        self.has_word = false;
    }

    fn end_stage(&mut self) {
        self.end_word();
        if !self.words.is_empty() {
            self.stages.push(std::mem::take(&mut self.words));
        }
    }

    fn end_pipeline(&mut self) {
        self.end_stage();
        if !self.stages.is_empty() {
            self.pipelines.push(std::mem::take(&mut self.stages));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::pipelines;

    #[track_caller]
    fn case(line: &str, expected: &str) {
        let shown: Vec<String> = pipelines(line)
            .iter()
            .map(|pipeline| {
                let stages: Vec<String> = pipeline.iter().map(|words| words.join("·")).collect();
                stages.join(" | ")
            })
            .collect();
        assert_eq!(shown.join(" ; "), expected, "{line}");
    }

    #[test]
    fn words_lose_their_quotes() {
        case("grep 'a b' \"c d\" e\\ f", "grep·a b·c d·e f");
        case("grep '' x", "grep··x");
    }

    #[test]
    fn pipes_and_lists_part_commands() {
        case(
            "dmesg -T|grep -i oom | tail -1",
            "dmesg·-T | grep·-i·oom | tail·-1",
        );
        case("uptime; free -m && df -h", "uptime ; free·-m ; df·-h");
        case("grep 'a|b' x", "grep·a|b·x");
        case("ls /x || echo none", "ls·/x");
    }

    #[test]
    fn redirections_are_dropped() {
        case("find / -name x 2>/dev/null | head", "find·/·-name·x | head");
        case("dmesg 2>&1 | tail", "dmesg | tail");
        case("dmesg > /tmp/out", "dmesg");
        case("dmesg > log-$(date +%H%M | tr -d ' ').txt", "dmesg");
    }

    #[test]
    fn placeholders_and_substitutions_are_words() {
        case("kubectl logs <pod> -c api", "kubectl·logs·<pod>·-c·api");
        case("psql -c <update events*>", "psql·-c·<update events*>");
        case("sort <in >out", "sort");
        case(
            "cat /proc/$(pgrep -f shim | head -1)/uid_map",
            "cat·/proc/$(pgrep -f shim | head -1)/uid_map",
        );
    }

    #[test]
    fn an_open_quote_reaches_to_the_end() {
        case("grep 'a b", "grep·a b");
        case("", "");
        case("| |", "");
    }
}
