//! A review typed by keys through the real program: comments on lines, a summary, a decision, a debrief.

use serde_json::Value;
use std::process::Command;

use crate::console::Console;

const SUBMIT: &str = "\u{13}";
const ESCAPE: &str = "\u{1b}";
const CONTROL_C: &str = "\u{3}";

/// Looks for `code`, comments on it with the label that so many turns of the key come to.
fn comment(console: &mut Console, code: &str, turns: usize, text: &str) {
    console.send("/");
    console.until_text("Find in the diff");
    console.send(code);
    console.send("\r");
    console.until("the diff again", |screen| {
        !screen.contents().contains("Find in the diff")
    });
    console.send("c");
    console.until_text("What worries you here");
    console.send(text);
    console.send(&"\t".repeat(turns));
    console.until_text(text.split_whitespace().last().unwrap());
    console.send(ESCAPE);
    console.until_text("Ctrl-S submit");
}

#[test]
fn a_review_is_typed_submitted_and_told_comment_by_comment() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::open(folder.path(), &["drill", "blob-writer-retry"]);
    console.until_text("Pull request");
    console.send("\t");
    console.until_text("Enter comment");
    let drained = "The first attempt drains the reader; could we reopen the body?";
    comment(&mut console, "err = b.upload(ctx", 1, drained);
    comment(
        &mut console,
        "errors.new",
        2,
        "The cause is lost; please wrap it with %w.",
    );
    comment(&mut console, "64<<10", 4, "Name this constant.");
    console.send("s");
    console.until_text("What is good");
    console.send("Thanks for the patch!");
    console.send("\t\t\t");
    console.until_text("request changes");
    console.send(ESCAPE);
    console.until_text("Enter comment");
    console.send(SUBMIT);
    console.until_text("debrief");
    console.send(CONTROL_C);
    assert!(console.until_left().success());

    let export = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("FIREDRILL_DATA_DIR", folder.path())
        .arg("export")
        .output()
        .unwrap();
    let export = String::from_utf8(export.stdout).unwrap();
    let attempt = export
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .find(|record| record["record"] == "attempt")
        .unwrap();
    let expected = format!(
        "registry/upload/writer.go \"err = b.upload(ctx, digest, body)\" [blocker] {drained}\n\
         registry/upload/writer.go \"return errors.New(\"upload failed\")\" [major] The cause is lost; please wrap it with %w.\n\
         registry/upload/writer.go \"defer io.Copy(io.Discard, io.LimitReader(response.Body, 64<<\" [nit] Name this constant.\n\
         summary: Thanks for the patch!\n\
         decision: request-changes"
    );
    assert_eq!(attempt["answer"], expected);
}
