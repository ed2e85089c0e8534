//! The report of a mock interview in a real browser, where there is one, and plans by name.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use firedrill::{library::Library, library::PackSource, library::Source};

/// The report of the hostile interview that the golden files know, with markup for an answer.
const ATTACK: &str = "</blockquote><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">";

pub fn browser() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|folder| {
            ["chromium", "chromium-browser", "google-chrome"].map(|it| folder.join(it))
        })
        .find(|program| program.is_file())
}

pub fn browse(program: &Path, profile: &Path, arguments: &[&str], page: &Path) -> String {
    let output = Command::new(program)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(arguments)
        .arg(format!("file://{}", page.display()))
        .stderr(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "a machine without a browser says why nothing was opened"
)]
fn a_browser_shows_the_report_prints_it_and_runs_nothing_in_it() {
    let Some(program) = browser() else {
        eprintln!("skipped: there is no chromium, chromium-browser or google-chrome on the PATH");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let report = crate::mock::report_with(ATTACK);
    let page = folder.path().join("report.html");
    fs::write(&page, report.to_html()).unwrap();
    let profile = folder.path().join("profile");
    let shown = browse(&program, &profile, &["--dump-dom"], &page);
    let title = shown.split("<title>").nth(1).unwrap();
    assert!(title.starts_with("Mock interview, "), "{title}");
    assert_eq!(shown.matches("<svg").count(), 3);
    assert_eq!(
        shown.matches("<script").count() + shown.matches("<img").count(),
        0
    );
    assert!(shown.contains("&lt;script&gt;"));
    let print = folder.path().join("report.pdf");
    let option = format!("--print-to-pdf={}", print.display());
    browse(&program, &profile, &[&option], &page);
    let printed = fs::read(print).unwrap();
    assert!(printed.starts_with(b"%PDF") && printed.len() > 10_000);
}

fn problems(plan: &str) -> String {
    let mut pack = firedrill::library::builtin();
    pack.files.push(Source::new("mocks/wrong.yaml", plan));
    let library = Library::load(vec![PackSource::new("local", pack.files)]);
    let mut told: Vec<String> = library.problems().iter().map(ToString::to_string).collect();
    told.extend(library.mock_problems().iter().map(ToString::to_string));
    told.join("\n")
}

#[test]
fn a_wrong_plan_is_told_of_with_its_place_and_its_cure() {
    let told = problems("id: wrong\ntitle: Wrong\nminutes: 900\n");
    assert!(told.contains("mocks/wrong.yaml:3:10"), "{told}");
    let told = problems("id: wrong\ntitle: Wrong\nlevel: L9\n");
    assert!(told.contains("mocks/wrong.yaml:3:8"), "{told}");
    let told = problems("id: wrong\ntitle: Wrong\nkind: [debug]\n");
    assert!(told.contains("`kinds`"), "{told}");
    let told = problems("id: wrong\ntitle: Wrong\nscenarios: [blob-writer-retri]\n");
    assert!(told.contains("mocks/wrong.yaml:3:13"), "{told}");
    assert!(told.contains("blob-writer-retry"), "{told}");
}

fn mock(arguments: &[&str]) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .arg("mock")
        .args(arguments)
        .arg("--data-dir")
        .arg(folder.path())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[test]
fn plans_that_ship_are_listed_and_drawn_by_name() {
    let (is_fine, said) = mock(&["--list"]);
    assert!(is_fine && said.contains("builtin/first-mock"), "{said}");
    let (is_fine, said) = mock(&["first-mock", "--list-plan"]);
    assert!(
        is_fine && said.contains("of 30 minutes, about L4"),
        "{said}"
    );
    let (is_fine, said) = mock(&["senior-loop", "--list-plan", "--seed", "7"]);
    assert!(is_fine && said.contains("about L5, seed 7"), "{said}");
    let (is_fine, said) = mock(&["first-mok", "--list-plan"]);
    assert!(
        !is_fine && said.contains("did you mean `first-mock`?"),
        "{said}"
    );
}
