//! The screens of a review: the diff with its comments in several sizes, and diffs that are hard to show.

use std::rc::Rc;

use firedrill::{
    library::{Library, PackSource, Source},
    tui::Language,
};

use crate::play::Play;

/// A small review with a word changed, a line moved in, and a file of its own.
const DIFF: &str = "--- a/store/retry.go
+++ b/store/retry.go
@@ -8,9 +8,10 @@ func Put(ctx context.Context, key string) error
 	var last error
-	for try := range 3 {
-		last = put(ctx, key)
-		log.Printf(\"put failed\")
+	for try := range 10 {
+		last = put(ctx, key)
+		time.Sleep(time.Second)
+		log.Printf(\"put %s failed, try %d\", key, try)
 	}
-	return last
+	return errors.New(\"gave up\")
 }
--- a/config/store.yaml
+++ b/config/store.yaml
@@ -1,2 +1,3 @@
 bucket: drills
+tries: 10
 region: eu-west-1
";

/// Everything that makes a diff hard to show.
const HARD: &str = "diff --git a/old/name.go b/new/name.go
similarity index 90%
rename from old/name.go
rename to new/name.go
--- a/old/name.go
+++ b/new/name.go
@@ -1,3 +1,3 @@
 	if ok {
-		return	fail(\"数据库超时\")
+		return	fail(\"数据库切换，请稍后再试\")
 	}
diff --git a/logo.png b/logo.png
index 1f7..2f8 100644
Binary files a/logo.png and b/logo.png differ
diff --git a/gone.sql b/gone.sql
deleted file mode 100644
--- a/gone.sql
+++ /dev/null
@@ -1,2 +0,0 @@
--- nothing left
-SELECT 1;
diff --git a/fresh.txt b/fresh.txt
new file mode 100644
--- /dev/null
+++ b/fresh.txt
@@ -0,0 +1,2 @@
+LONG
+the end
\\ No newline at end of file
";

fn library(diff: &str) -> Rc<Library> {
    let indented: Vec<String> = diff
        .lines()
        .map(|line| format!("        {line}\n"))
        .collect();
    let indented = indented.concat();
    let text = format!(
        "id: patch\nkind: review\ntitle: {{en: A patch that retries, zh: 一个重试补丁}}\nbrief: Uploads fail at night.\nsteps:\n  - \
         id: review\n    ask: Review the change.\n    review:\n      title: Retry more\n      text: It failed last night.\n      \
         diff: |\n{indented}      findings:\n        - {{id: one, severity: nit, point: One, any: [one thing]}}\n    \
         rubric:\n      - {{id: thanks, point: Thanks, any: [thank*]}}\n    models: [Thanks. One thing.]\n"
    );
    let source = Source::new("patch.yaml", text);
    let library = Library::load(vec![PackSource::new("local", vec![source])]);
    assert!(library.problems().is_empty(), "{:?}", library.problems());
    Rc::new(library)
}

fn play(diff: &str, size: (u16, u16)) -> Play {
    Play::with(library(diff), Language::English, size).keys("/patch<enter><tab>")
}

fn check(screen: &str, diff: &str, keys: &str) {
    for (width, height) in [(80, 24), (140, 45)] {
        let play = play(diff, (width, height)).keys(keys);
        let name = format!("{screen}_{width}x{height}");
        insta::assert_snapshot!(name, play.screen());
    }
}

#[test]
fn a_diff_with_comments_on_it() {
    check(
        "review_comments",
        DIFF,
        "/sleep<enter>cEverybody waits the same second.<tab><esc>}<down><down>cWhy ten?<tab><tab><tab><esc>",
    );
}

#[test]
fn a_comment_being_typed() {
    check("review_typing", DIFF, "/sleep<enter>cEverybody waits");
}

#[test]
fn what_is_looked_for_is_marked_and_found_again() {
    check("review_search", DIFF, "/put<enter>nn");
}

#[test]
fn a_folded_hunk_says_how_much_it_hides() {
    check("review_folded", DIFF, "z");
}

#[test]
fn renames_binary_files_tabs_long_lines_and_chinese_are_shown() {
    let long = HARD.replace("LONG", &"a line that nobody wraps by hand; ".repeat(12));
    check("review_hard", &long, "");
    check("review_hard_wrapped", &long, "<end>w<up><up>");
    check(
        "review_hard_aside",
        &long,
        "<end><up><up><right><right><right>",
    );
}

#[test]
fn windows_line_ends_look_like_any_other() {
    let unix = play(DIFF, (80, 24)).screen();
    let windows = play(&DIFF.replace('\n', "\r\n"), (80, 24)).screen();
    assert_eq!(unix, windows);
}
