//! A shell on another machine or in a container: the words that then stand before every command.

use super::command::Command;

/// What `words` opens a shell in, as words to be put before a command; `None` where they open none.
pub fn opened_by(words: &[String]) -> Option<Vec<String>> {
    let command = Command::parse(words)?;
    if command.program == "ssh" {
        let [host] = &command.words[..] else {
            return None;
        };
        return Some(vec!["ssh".to_owned(), host.clone()]);
    }
    let inner = command.inner.as_deref()?;
    let is_shell = matches!(inner.program.as_str(), "sh" | "bash" | "zsh" | "ash");
    let is_bare = inner.words.is_empty() && inner.flag("c").is_none();
    if !is_shell || !is_bare {
        return None;
    }
    let is_of_shell = |word: &&String| {
        let name = word.rsplit('/').next().unwrap_or(word);
        matches!(name, "sh" | "bash" | "zsh" | "ash")
    };
    let at = words.iter().rposition(|word| is_of_shell(&word))?;
    words.get(..at).map(<[String]>::to_vec)
}

/// Whether `words` leave a shell.
pub fn is_exit(words: &[String]) -> bool {
    matches!(words, [word] if matches!(word.as_str(), "exit" | "logout"))
}

#[cfg(test)]
mod tests {
    use super::opened_by;

    #[track_caller]
    fn case(line: &str, expected: Option<&str>) {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let shell = opened_by(&words).map(|it| it.join(" "));
        assert_eq!(shell.as_deref(), expected, "{line}");
    }

    #[test]
    fn a_host_alone_and_a_bare_shell_are_gone_into() {
        case("ssh oak-3", Some("ssh oak-3"));
        case("ssh -i key root@oak-3", Some("ssh root@oak-3"));
        case(
            "kubectl exec -it api-1 -n shop -- /bin/bash",
            Some("kubectl exec -it api-1 -n shop --"),
        );
        case("docker exec -it web sh", Some("docker exec -it web"));
    }

    #[test]
    fn a_command_is_not_gone_into() {
        case("ssh oak-3 uname -r", None);
        case("kubectl exec api-1 -- cat /etc/hosts", None);
        case("bash", None);
    }
}
