//! One key of the keyboard, as tables name it and as people read it.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers; Shift counts only where it makes no other character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// What is held with it.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key on its own.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// A character on its own.
    pub const fn char(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    /// A character with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A key with Alt.
    pub const fn alt(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::ALT,
        }
    }

    /// A key with Shift.
    pub const fn shift(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::SHIFT,
        }
    }

    /// Reads a key as it is shown, in any case: `Ctrl-S`, `alt-enter`, `F5`, `Space`, `?`.
    pub fn parse(name: &str) -> Option<Self> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = name.trim();
        while let Some((before, after)) = rest.split_once('-') {
            if after.is_empty() {
                break;
            }
            modifiers |= match before.to_ascii_lowercase().as_str() {
                "ctrl" | "control" | "c" => KeyModifiers::CONTROL,
                "alt" | "meta" | "a" | "m" => KeyModifiers::ALT,
                "shift" | "s" => KeyModifiers::SHIFT,
                _ => return None,
            };
            rest = after;
        }
        let mut letters = rest.chars();
        let code = match (letters.next()?, letters.next()) {
            (letter, None) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(letter.to_ascii_lowercase())
            }
            (letter, None) if !letter.is_control() => KeyCode::Char(letter),
            _ => named(&rest.to_ascii_lowercase())?,
        };
        if code == KeyCode::Tab && modifiers.contains(KeyModifiers::SHIFT) {
            return Some(Self::plain(KeyCode::BackTab));
        }
        if matches!(code, KeyCode::Char(_)) && modifiers.contains(KeyModifiers::SHIFT) {
            // Shift with a character is another character.
            return None;
        }
        Some(Self { code, modifiers })
    }

    /// Whether `event` is this key. Terminals differ on reporting Shift with characters.
    pub fn is(&self, event: KeyEvent) -> bool {
        let relevant = match event.code {
            KeyCode::Char(_) | KeyCode::BackTab => event.modifiers - KeyModifiers::SHIFT,
            _ => event.modifiers,
        };
        self.code == event.code && self.modifiers == relevant
    }

    /// Whether the key would put a character into a text.
    pub fn is_text(&self) -> bool {
        matches!(self.code, KeyCode::Char(_))
            && !self
                .modifiers
                .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    }
}

/// The key with a name of several letters, in lower case.
fn named(name: &str) -> Option<KeyCode> {
    Some(match name {
        "enter" | "return" => KeyCode::Enter,
        "esc" | "escape" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "space" => KeyCode::Char(' '),
        "backspace" => KeyCode::Backspace,
        "delete" | "del" => KeyCode::Delete,
        "insert" => KeyCode::Insert,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" | "pageup" => KeyCode::PageUp,
        "pgdn" | "pagedown" => KeyCode::PageDown,
        name => {
            let number = name.strip_prefix('f')?.parse().ok()?;
            return (1..=24).contains(&number).then_some(KeyCode::F(number));
        }
    })
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            formatter.write_str("Ctrl-")?;
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            formatter.write_str("Alt-")?;
        }
        if self.modifiers.contains(KeyModifiers::SHIFT) {
            formatter.write_str("Shift-")?;
        }
        match self.code {
            KeyCode::Char(' ') => formatter.write_str("Space"),
            KeyCode::Char(letter) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(formatter, "{}", letter.to_ascii_uppercase())
            }
            KeyCode::Char(letter) => write!(formatter, "{letter}"),
            KeyCode::F(number) => write!(formatter, "F{number}"),
            KeyCode::Up => formatter.write_str("Up"),
            KeyCode::Down => formatter.write_str("Down"),
            KeyCode::Left => formatter.write_str("Left"),
            KeyCode::Right => formatter.write_str("Right"),
            KeyCode::Enter => formatter.write_str("Enter"),
            KeyCode::Esc => formatter.write_str("Esc"),
            KeyCode::Tab => formatter.write_str("Tab"),
            KeyCode::BackTab => formatter.write_str("Shift-Tab"),
            KeyCode::Backspace => formatter.write_str("Backspace"),
            KeyCode::Delete => formatter.write_str("Delete"),
            KeyCode::Home => formatter.write_str("Home"),
            KeyCode::End => formatter.write_str("End"),
            KeyCode::PageUp => formatter.write_str("PgUp"),
            KeyCode::PageDown => formatter.write_str("PgDn"),
            code => write!(formatter, "{code:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::Key;

    #[test]
    fn shift_is_overlooked_with_characters_only() {
        let question = KeyEvent::new(KeyCode::Char('?'), KeyModifiers::SHIFT);
        assert!(Key::char('?').is(question));
        let selecting = KeyEvent::new(KeyCode::Left, KeyModifiers::SHIFT);
        assert!(!Key::plain(KeyCode::Left).is(selecting));
        assert!(Key::shift(KeyCode::Left).is(selecting));
    }

    #[test]
    fn a_key_is_read_as_it_is_shown() {
        let names = [
            "Ctrl-S",
            "Alt-Enter",
            "Shift-Left",
            "m",
            "?",
            "-",
            "Ctrl--",
            "Space",
            "F12",
            "PgUp",
            "Shift-Tab",
            "G",
        ];
        for name in names {
            let key = Key::parse(name).unwrap();
            assert_eq!(key.to_string(), name);
        }
        assert_eq!(Key::parse("ctrl-s"), Some(Key::ctrl('s')));
        for nonsense in ["", "Ctrl-", "Hyper-x", "F99", "Shift-a", "enterr"] {
            assert_eq!(Key::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn keys_are_named_as_people_say_them() {
        assert_eq!(Key::ctrl('s').to_string(), "Ctrl-S");
        assert_eq!(Key::alt(KeyCode::Enter).to_string(), "Alt-Enter");
        assert_eq!(Key::shift(KeyCode::Left).to_string(), "Shift-Left");
        assert_eq!(Key::char('m').to_string(), "m");
    }
}
