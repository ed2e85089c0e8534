//! The command that speaks a text aloud, while it speaks.

use std::{
    io,
    process::{Child, Command, Stdio},
};

/// A voice; it falls silent when it is dropped.
#[derive(Debug, Default)]
pub struct Voice {
    command: Option<String>,
    speaking: Option<Child>,
}

impl Voice {
    /// The voice of `command`, such as `espeak-ng -s 150`: its words are parted by blanks, the text is one more
    /// argument, and no shell sees any of them.
    pub const fn new(command: Option<String>) -> Self {
        Self {
            command,
            speaking: None,
        }
    }

    /// Speaks `text` in place of what is being said; `false` without a command.
    pub fn speak(&mut self, text: &str) -> io::Result<bool> {
        let command = self.command.clone().unwrap_or_default();
        let mut words = command.split_whitespace();
        let Some(program) = words.next() else {
            return Ok(false);
        };
        self.stop();
        // A text that began with a dash would be taken for an option.
        let text = text.trim_start_matches(|letter: char| letter == '-' || letter.is_whitespace());
        let child = Command::new(program)
            .args(words)
            .arg(text)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        self.speaking = Some(child);
        Ok(true)
    }

    fn stop(&mut self) {
        if let Some(mut child) = self.speaking.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.stop();
    }
}
