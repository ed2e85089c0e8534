//! Any bytes as a scenario file: read, checked, every message printed.
#![no_main]

use firedrill::{
    check::check,
    library::{Library, PackSource, Source},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let source = match Source::from_bytes("a.yaml", bytes.to_vec()) {
        Ok(source) => source,
        Err(problem) => {
            let _ = problem.with_line();
            return;
        }
    };
    let library = Library::load(vec![PackSource::new("local", vec![source])]);
    for problem in check(&library, |_| true).problems {
        let _ = problem.with_line();
    }
});
