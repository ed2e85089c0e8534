//! A disk that refuses, or is full: writes and syncs of the progress file fail while the program runs.
#![cfg(target_os = "linux")]

use std::{fs, path::Path, process::Command};

use crate::{console::Console, play::RETRY};

/// Stands before the system's own calls, and fails those on the progress file while the file named in `FAULT` is there,
/// with the error whose number it holds.
const SHIM: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int broken(int fd) {
  char link[64], name[4096];
  const char *fault = getenv("FAULT");
  if (!fault || access(fault, F_OK) != 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, sizeof name - 1);
  if (length < 0) return 0;
  name[length] = 0;
  if (!strstr(name, "progress.db")) return 0;
  FILE *file = fopen(fault, "r");
  if (!file) return 0;
  int error = EIO;
  if (fscanf(file, "%d", &error) != 1) error = EIO;
  fclose(file);
  return error;
}

#define WRITE(NAME, OFFSET) \
  ssize_t NAME(int fd, const void *data, size_t size, OFFSET at) { \
    static ssize_t (*real)(int, const void *, size_t, OFFSET); \
    if (!real) real = dlsym(RTLD_NEXT, #NAME); \
    int error = broken(fd); \
    if (error) { errno = error; return -1; } \
    return real(fd, data, size, at); \
  }
WRITE(pwrite, off_t)
WRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  int error = broken(fd);
  if (error) { errno = error; return -1; }
  return real(fd, data, size);
}

#define SYNC(NAME) \
  int NAME(int fd) { \
    static int (*real)(int); \
    if (!real) real = dlsym(RTLD_NEXT, #NAME); \
    int error = broken(fd); \
    if (error) { errno = error; return -1; } \
    return real(fd); \
  }
SYNC(fsync)
SYNC(fdatasync)
"#;

/// Builds the shim; `None` where there is no C compiler, so that the tests run without one too.
fn shim(folder: &Path) -> Option<String> {
    let source = folder.join("shim.c");
    let built = folder.join("shim.so");
    fs::write(&source, SHIM).unwrap();
    let status = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .arg(&built)
        .arg(&source)
        .arg("-ldl")
        .status()
        .ok()?;
    assert!(status.success(), "the shim does not build");
    Some(built.display().to_string())
}

#[test]
fn while_the_disk_refuses_the_answer_stays_on_the_screen_and_is_kept_as_soon_as_it_can_be() {
    stays_until_it_can_be_kept("5", "the disk refuses");
}

#[test]
fn while_the_disk_is_full_the_answer_stays_on_the_screen_and_is_kept_as_soon_as_there_is_room() {
    stays_until_it_can_be_kept("28", "the disk is full");
}

/// Works while every write fails with the error `number`, which the screen tells as `told`.
fn stays_until_it_can_be_kept(number: &str, told: &str) {
    let folder = tempfile::tempdir().unwrap();
    let tools = tempfile::tempdir().unwrap();
    let Some(shim) = shim(tools.path()) else {
        return;
    };
    fs::create_dir(folder.path().join("scenarios")).unwrap();
    fs::write(folder.path().join("scenarios/retry.yaml"), RETRY).unwrap();
    let fault = tools.path().join("fault");
    let environment = [
        ("LD_PRELOAD", shim.as_str()),
        ("FAULT", fault.to_str().unwrap()),
    ];
    let mut console = Console::with(folder.path(), &["drill", "local/retry"], &environment);
    console.until_text("Write here");
    console.send("before the fault");
    console.send("\u{1b}[I\u{3}");
    console.until_text("draft kept");
    fs::write(&fault, number).unwrap();
    console.send(", a retry storm");
    console.send("\u{13}");
    console.until_text("debrief");
    console.until_text(told);
    console.until_text("not saved, trying again");
    assert!(
        console.screen().contains("before the fault"),
        "{}",
        console.screen()
    );
    assert_eq!(answers(folder.path()), [""; 0]);
    console.send("\u{3}");
    console.until_text("again leaves without what is not saved");
    fs::remove_file(&fault).unwrap();
    console.until("the answer saved", |screen| {
        let screen = screen.contents();
        screen.contains(" saved") && !screen.contains("not saved")
    });
    assert_eq!(answers(folder.path()), ["before the fault, a retry storm"]);
    console.send("\u{3}");
    assert!(console.until_left().success());
}

/// Every answer in the export.
fn answers(folder: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .arg("export")
        .env("FIREDRILL_DATA_DIR", folder)
        .output()
        .unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let records = lines
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    records
        .filter_map(|record| Some(record.get("answer")?.as_str()?.to_owned()))
        .collect()
}
