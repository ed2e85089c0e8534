//! Every fault a pattern can have, with its column.

use firedrill::scoring::Pattern;

#[track_caller]
fn fault(pattern: &str, column: usize, message: &str) {
    match Pattern::parse(pattern) {
        Ok(_) => panic!("`{pattern}` parses"),
        Err(error) => {
            assert_eq!(
                (error.column, error.to_string().as_str()),
                (column, message)
            );
            assert!(!error.cure().is_empty());
        }
    }
}

#[test]
fn every_fault_has_its_column() {
    fault("", 1, "the pattern is empty");
    fault("   ", 1, "the pattern is empty");
    fault("disk ()", 7, "an alternative is empty");
    fault("(a1|)", 5, "an alternative is empty");
    fault("(|a1)", 2, "an alternative is empty");
    fault("disk (full", 6, "this `(` has no `)`");
    fault("disk (full|", 6, "this `(` has no `)`");
    fault("disk (", 6, "this `(` has no `)`");
    fault("=(disk", 2, "this `(` has no `)`");
    fault("disk) full", 5, "this `)` belongs to no `(`");
    fault("disk | full", 6, "this `|` belongs to no `(`");
    fault("| full", 1, "this `|` belongs to no `(`");
    fault("a \"b", 3, "this `\"` has no second one");
    fault("timeout <5 s", 9, "this `<` has no `>`");
    fault("~ full", 1, "the operator `~` needs a word on both sides");
    fault("disk ~5", 6, "the operator `~5` needs a word on both sides");
    fault(
        "disk ~ > full",
        8,
        "the operator `>` needs a word on both sides",
    );
    fault(
        "(disk >|full)",
        7,
        "the operator `>` needs a word on both sides",
    );
    fault("磁盘 *", 4, "a lone `*` would match anything");
    fault(
        "re*try",
        1,
        "`*` stands only at the end of a word, or for one part of a path",
    );
    fault("disk re*", 6, "a prefix needs three letters before its `*`");
    fault(
        "re-connect*",
        1,
        "a prefix begins with three letters, and `-` is none",
    );
    fault(
        "view pg_stat_*",
        6,
        "a prefix begins with three letters, and `_` is none",
    );
    fault("disk =", 6, "`=` needs a word");
    fault("disk =()", 6, "`=` needs a word");
    fault("timeout <fast>", 9, "`<fast>` is not a quantity");
    fault("timeout <5 parsecs>", 9, "unknown unit `parsecs`");
    fault(
        "timeout <.. s>",
        9,
        "`..` needs a number on at least one side",
    );
    fault("timeout <10% s>", 9, "a tolerance needs a number before it");
    fault("timeout <x2 s>", 9, "a tolerance needs a number before it");
    fault(
        "of the",
        1,
        "the pattern has only words that stand in every sentence",
    );
    fault(
        "a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 m1",
        1,
        "a pattern has at most 12 elements, this has 13",
    );
}

#[test]
fn too_many_alternatives_and_too_deep_nesting_are_faults() {
    let many = format!("({})", vec!["word"; 65].join("|"));
    fault(
        &many,
        1,
        "a pattern has at most 64 alternatives, this has 65",
    );
    let deep = format!("{}word{}", "(".repeat(9), ")".repeat(9));
    fault(&deep, 9, "groups are nested more than 8 deep");
}

#[test]
fn equal_alternatives_are_a_warning() {
    let warnings = Pattern::parse("(full|Full|empty)").map(|pattern| pattern.warnings().to_vec());
    let columns: Vec<_> = warnings.into_iter().flatten().map(|w| w.column).collect();
    assert_eq!(columns, [7]);
}
