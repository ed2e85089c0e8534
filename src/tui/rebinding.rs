//! Keys that the learner has changed, and what stands in the way of a change.

use std::fmt;

use super::{
    key::Key,
    keymap::{Binding, Keymap, Table},
};

/// One action of one table put on other keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of the table.
    pub table: String,
    /// The name of the action.
    pub action: String,
    /// The keys, in place of those it has.
    pub keys: Vec<Key>,
}

/// Why a change was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such table; these are there.
    Table(Vec<&'static str>),
    /// The table has no such action; it has these.
    Action(Vec<String>),
    /// The key puts a character into a text.
    Character(Key),
    /// The key does something else there.
    Taken {
        /// The key.
        key: Key,
        /// The table in which it does something else.
        table: &'static str,
        /// What it does there.
        action: String,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(_) => formatter.write_str("there are no keys of this name"),
            Self::Action(_) => formatter.write_str("there is nothing of this name to put on a key"),
            Self::Character(key) => write!(
                formatter,
                "`{key}` is a character, and text is typed here; take a key with Ctrl or Alt"
            ),
            Self::Taken { key, table, action } => {
                write!(formatter, "`{key}` is `{action}` in `keys.{table}` already")
            }
        }
    }
}

impl Keymap {
    /// This keymap with as many of `changes` made as can be, and for each of the others its place and why not.
    ///
    /// All are made before any is judged, so that two actions may swap their keys.
    #[must_use]
    pub fn changed(self, changes: &[Change]) -> (Self, Vec<(usize, Refusal)>) {
        let mut refused: Vec<(usize, Refusal)> = vec![];
        loop {
            let left = changes.iter().enumerate();
            let left: Vec<_> = left
                .filter(|(index, _)| refused.iter().all(|(other, _)| other != index))
                .collect();
            let mut keymap = self.clone();
            let first = left
                .iter()
                .find_map(|(index, change)| Some((*index, keymap.make(change)?)))
                .or_else(|| {
                    // The later of two changes that collide is the one to go.
                    let mut newest = left.iter().rev();
                    newest.find_map(|(index, change)| {
                        Some((*index, keymap.collision(change, &self)?))
                    })
                });
            if let Some(refusal) = first {
                refused.push(refusal);
            } else {
                refused.sort_by_key(|(index, _)| *index);
                return (keymap, refused);
            }
        }
    }

    fn make(&mut self, change: &Change) -> Option<Refusal> {
        let named = |table: &&Table| table.name() == change.table;
        let Some(table) = Table::ALL.iter().find(named).copied() else {
            return Some(Refusal::Table(
                Table::ALL.iter().map(|it| it.name()).collect(),
            ));
        };
        if table.is_typing()
            && let Some(key) = change.keys.iter().find(|key| key.is_text())
        {
            return Some(Refusal::Character(*key));
        }
        let rows = self.rows_mut(table);
        let fits = |row: &Binding| row.action.name() == change.action;
        if !rows.iter().any(fits) {
            let known = rows.iter().map(|row| row.action.name());
            return Some(Refusal::Action(known.collect()));
        }
        for row in rows.iter_mut().filter(|row| fits(row)) {
            row.keys.clone_from(&change.keys);
        }
        None
    }

    /// What else a key that `change` adds to those of `before` does where its table holds. The tables overlap on
    /// purpose in places, such as Enter in a field of one line.
    fn collision(&self, change: &Change, before: &Self) -> Option<Refusal> {
        let own = Table::ALL.iter().find(|it| it.name() == change.table)?;
        let had = before.rows(*own).iter();
        let had: Vec<_> = had
            .filter(|row| row.action.name() == change.action)
            .flat_map(|row| &row.keys)
            .collect();
        let tables = Table::ALL.iter().filter(|table| own.holds_with(**table));
        for table in tables {
            for row in self.rows(*table) {
                let is_new = |key: &&Key| change.keys.contains(key) && !had.contains(key);
                let shared = row.keys.iter().find(is_new);
                if let Some(key) = shared.filter(|_| row.action.name() != change.action) {
                    return Some(Refusal::Taken {
                        key: *key,
                        table: table.name(),
                        action: row.action.name(),
                    });
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Key, Keymap, Refusal, Table};
    use crate::tui::action::Action;

    fn change(table: &str, action: &str, keys: &[&str]) -> Change {
        Change {
            table: table.to_owned(),
            action: action.to_owned(),
            keys: keys.iter().filter_map(|key| Key::parse(key)).collect(),
        }
    }

    #[track_caller]
    fn refused(changes: &[Change], expected: &str) {
        let (_, refused) = Keymap::default().changed(changes);
        let said: Vec<_> = refused
            .iter()
            .map(|(index, refusal)| format!("{index}: {refusal}"))
            .collect();
        assert_eq!(said.join("; "), expected);
    }

    #[test]
    fn an_action_moves_to_another_key() {
        let (keymap, refused) = Keymap::default().changed(&[change("writing", "submit", &["F9"])]);
        assert!(refused.is_empty());
        let keys = &keymap.rows(Table::Writing)[0].keys;
        assert_eq!(keys, &[Key::parse("F9").unwrap()]);
        assert_eq!(
            keymap.key_of(&[Table::Writing], Action::Submit),
            Key::parse("F9")
        );
    }

    #[test]
    fn two_actions_may_swap_their_keys() {
        let changes = [
            change("debrief", "model", &["d"]),
            change("debrief", "diff", &["m"]),
        ];
        refused(&changes, "");
    }

    #[test]
    fn a_key_that_does_something_else_is_refused_and_the_rest_is_done() {
        let changes = [
            change("debrief", "model", &["d"]),
            change("debrief", "retry", &["w"]),
        ];
        refused(&changes, "0: `d` is `diff` in `keys.debrief` already");
        let (keymap, _) = Keymap::default().changed(&changes);
        let key = |action| {
            keymap
                .key_of(&[Table::Debrief], action)
                .unwrap()
                .to_string()
        };
        assert_eq!(
            (key(Action::Model), key(Action::Retry)),
            ("m".into(), "w".into())
        );
    }

    #[test]
    fn a_key_of_a_table_that_holds_at_the_same_time_is_refused() {
        refused(
            &[change("writing", "hint", &["Ctrl-A"])],
            "0: `Ctrl-A` is `line-start` in `keys.editing` already",
        );
        refused(
            &[change("writing", "hint", &["Ctrl-C"])],
            "0: `Ctrl-C` is `leave` in `keys.typing` already",
        );
    }

    #[test]
    fn letters_stay_letters_where_text_is_typed() {
        refused(
            &[change("writing", "hint", &["h"])],
            "0: `h` is a character, and text is typed here; take a key with Ctrl or Alt",
        );
    }

    #[test]
    fn unknown_names_come_with_the_known_ones() {
        let changes = [
            change("riting", "hint", &["F9"]),
            change("home", "fly", &["F9"]),
        ];
        let (_, refused) = Keymap::default().changed(&changes);
        assert!(matches!(&refused[0].1, Refusal::Table(known) if known.contains(&"writing")));
        assert!(matches!(&refused[1].1, Refusal::Action(known) if known.contains(&"quit".into())));
    }
}
