//! A picture reaches the terminal in one piece.

use std::io::{self, Write};

/// Tells the terminal to show nothing until the end of the picture; terminals that do not know it pass it over.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Gathers what is written until it is flushed, then hands it on as one synchronised picture.
#[derive(Debug)]
pub struct WholeFrames<W> {
    inner: W,
    gathered: Vec<u8>,
}

impl<W: Write> WholeFrames<W> {
    /// Pictures for `inner`.
    pub const fn new(inner: W) -> Self {
        Self {
            inner,
            gathered: vec![],
        }
    }
}

impl<W: Write> Write for WholeFrames<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.gathered.is_empty() {
            self.gathered.extend_from_slice(BEGIN);
        }
        self.gathered.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.gathered.is_empty() {
            self.gathered.extend_from_slice(END);
            let written = self.inner.write_all(&self.gathered);
            self.gathered.clear();
            written?;
        }
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::WholeFrames;

    #[test]
    fn what_lies_between_two_flushes_is_one_picture() {
        let mut frames = WholeFrames::new(vec![]);
        frames.write_all(b"one ").unwrap();
        frames.write_all(b"picture").unwrap();
        assert!(frames.inner.is_empty());
        frames.flush().unwrap();
        frames.flush().unwrap();
        assert_eq!(frames.inner, b"\x1b[?2026hone picture\x1b[?2026l");
    }
}
