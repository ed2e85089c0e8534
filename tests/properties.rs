//! What holds whatever happens.

use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use firedrill::tui::{Keymap, Message, Table};

use crate::play::Play;

#[derive(Clone, Debug)]
enum Happening {
    Key(KeyEvent),
    Paste(String),
    Wait(u64),
    Resize(u16, u16),
    DiskFills(bool),
}

fn happening() -> impl Strategy<Value = Happening> {
    let keymap = Keymap::default();
    let rows = Table::ALL
        .iter()
        .flat_map(|table| keymap.rows(*table).to_vec());
    let bound: Vec<KeyEvent> = rows
        .flat_map(|row| row.keys)
        .filter(|key| *key != firedrill::tui::Key::char('q'))
        .map(|key| KeyEvent::new(key.code, key.modifiers))
        .collect();
    prop_oneof![
        8 => prop::sample::select(bound).prop_map(Happening::Key),
        6 => any::<char>().prop_map(|letter| Happening::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))),
        1 => "\\PC{0,40}".prop_map(Happening::Paste),
        2 => (0_u64..3_000).prop_map(Happening::Wait),
        2 => (1_u16..200, 1_u16..60).prop_map(|(width, height)| Happening::Resize(width, height)),
        1 => any::<bool>().prop_map(Happening::DiskFills),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_the_stack_stays_small(happenings in prop::collection::vec(happening(), 0..120)) {
        let mut play = Play::start().keys("/retry<enter>");
        for happening in happenings {
            play = match happening {
                Happening::Key(key) => {
                    let at = play.now;
                    play.messages(vec![Message::Key { key, at }])
                }
                Happening::Paste(text) => play.paste(&text),
                Happening::Wait(milliseconds) => play.wait(milliseconds),
                Happening::Resize(width, height) => play.resize(width, height),
                Happening::DiskFills(is_full) => {
                    play.store.refuses = is_full;
                    play
                }
            };
            prop_assert!(play.app.depth() <= 120);
        }
    }

    #[test]
    fn what_was_typed_is_on_the_disk_after_any_way_out(
        text in "[a-z 重试,.]{1,60}",
        way_out in prop::sample::select(vec!["<esc>", "<C-c>", "<C-z>", "<tab>", "<f1>"]),
    ) {
        let play = Play::start().keys("/retry<enter>").keys(&text).keys(way_out);
        prop_assert_eq!(&play.store.drafts.last().unwrap().text, &text);
    }
}
