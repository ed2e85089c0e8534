//! What holds whatever happens.

use crate::play::Play;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_typed_is_on_the_disk_after_any_way_out(
        text in "[a-z 重试,.]{1,60}",
        way_out in prop::sample::select(vec!["<esc>", "<C-c>", "<C-z>", "<tab>", "<f1>"]),
    ) {
        let play = Play::start().keys("/retry<enter>").keys(&text).keys(way_out);
        prop_assert_eq!(&play.store.drafts.last().unwrap().text, &text);
    }
}
