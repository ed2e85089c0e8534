//! The loop of the linear mode: a line in, what it asks done, then what it says printed.

use std::{
    collections::VecDeque,
    io::{self, BufRead, Write},
};

use super::{clock::Clock, outside::Outside, run::perform, store::Store};
use crate::{library::Library, tui::Linear};

/// Runs until nothing more comes or nothing more is wanted. Nothing is printed before it is on the disk.
pub fn run_line_by_line(
    linear: &mut Linear,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    store: &mut dyn Store,
    clock: &dyn Clock,
) -> io::Result<()> {
    let mut effects = VecDeque::from(linear.start());
    loop {
        while let Some(effect) = effects.pop_front() {
            for message in perform(effect, store, &mut Nowhere, clock) {
                effects.extend(linear.update(message));
            }
        }
        output.write_all(linear.said().as_bytes())?;
        output.flush()?;
        if linear.is_over() {
            return Ok(());
        }
        let mut line = vec![];
        if input.read_until(b'\n', &mut line)? == 0 {
            effects.extend(linear.end(clock.now()));
            continue;
        }
        let line = String::from_utf8_lossy(&line);
        effects.extend(linear.line(line.trim_end_matches(['\r', '\n']), clock.now()));
    }
}

/// Line by line, the shell is the learner's editor and the place for files.
struct Nowhere;

impl Outside for Nowhere {
    fn speak(&mut self, _text: &str) -> io::Result<bool> {
        Ok(false)
    }

    fn edit(&mut self, _text: &str) -> io::Result<Option<String>> {
        Ok(None)
    }

    fn export(&mut self, _name: &str, _text: &str) -> io::Result<String> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn library(&mut self) -> Result<Library, String> {
        Err("leave and come again to read scenario files anew".to_owned())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}
