//! What is said to a key that does nothing.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{
    action::Action,
    desk::Desk,
    key::Key,
    keymap::{Keymap, Table},
    phrases::Phrase,
};

/// Whether no screen on which `tables` hold can use `key`, which is in none of them: a letter where nothing is typed, a
/// function key or a letter with Ctrl anywhere.
pub fn means_nothing(tables: &[Table], key: KeyEvent) -> bool {
    let is_typing = tables.iter().any(|table| table.is_typing());
    match key.code {
        KeyCode::F(_) => true,
        KeyCode::Char(_) => !is_typing || key.modifiers == KeyModifiers::CONTROL,
        _ => false,
    }
}

/// That `key` does nothing here; where it does something elsewhere, what and where; and what shows the keys that work.
pub fn why_nothing_happens(tables: &[Table], key: KeyEvent, desk: &Desk) -> String {
    let name = Key {
        code: key.code,
        modifiers: key.modifiers - KeyModifiers::SHIFT,
    };
    let help = desk.keymap.key_of(tables, Action::Help);
    let help = help.map(|help| help.to_string()).unwrap_or_default();
    match elsewhere(&desk.keymap, key) {
        Some(meaning) => desk.fill(
            Phrase::KeyWorksElsewhere,
            &[&name.to_string(), desk.say(meaning), &help],
        ),
        None => desk.fill(Phrase::KeyDoesNothing, &[&name.to_string(), &help]),
    }
}

/// What `key` does on some other screen.
fn elsewhere(keymap: &Keymap, key: KeyEvent) -> Option<Phrase> {
    let mut rows = Table::ALL.iter().flat_map(|table| keymap.rows(*table));
    let row = rows.find(|row| row.keys.iter().any(|known| known.is(key)))?;
    Some(row.help)
}
