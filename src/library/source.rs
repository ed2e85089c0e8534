//! A named text to read, so that loading needs no disk.

use super::{
    fault::Fault,
    problem::{Place, Problem},
};

/// A file's name for messages, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name in messages; usually the path as the person gave it.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The most bytes a file may have; longer ones are refused before they are parsed.
    pub const MOST_BYTES: usize = 1 << 20;

    /// A text under a name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
        }
    }

    /// Takes the bytes of a file; the problem says where they stop being UTF-8.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Box<Problem>> {
        let name = name.into();
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Ok(Self { name, text }),
            Err(error) => error,
        };
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(valid).copied().unwrap_or_default();
        let fault = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            Fault::Utf16
        } else {
            Fault::NotUtf8 { byte }
        };
        let text = String::from_utf8_lossy(bytes);
        let source = Self::new(name, text.as_ref());
        let place = Place::of_offset(&source, valid.min(text.len()));
        Err(Box::new(Problem::error(place, &fault)))
    }

    /// The line counted from 1, without its break; empty past the end.
    pub fn line(&self, number: u32) -> &str {
        let index = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        self.text.lines().nth(index).unwrap_or_default()
    }
}

/// A folder of scenarios with what belongs to them, as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackSource {
    /// The pack's name, the first half of its scenarios' ids.
    pub pack: String,
    /// Every `.yaml` file of the pack.
    pub files: Vec<Source>,
    /// What could not even be read as text.
    pub problems: Vec<Problem>,
}

impl PackSource {
    /// A pack of these files.
    pub fn new(pack: impl Into<String>, files: Vec<Source>) -> Self {
        Self {
            pack: pack.into(),
            files,
            problems: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[track_caller]
    fn case(bytes: &[u8], expected: &str) {
        let problem = Source::from_bytes("a.yaml", bytes.to_vec()).unwrap_err();
        assert_eq!(problem.to_string(), expected);
    }

    #[test]
    fn a_byte_that_is_no_utf_8_is_reported_where_it_stands() {
        case(
            b"id: a\ntitle: caf\xe9\n",
            "a.yaml:2:11: error: the byte 0xe9 is not UTF-8\n  help: save the file as UTF-8 in the editor",
        );
    }

    #[test]
    fn a_file_saved_as_utf_16_is_told_so() {
        case(
            b"\xff\xfei\0d\0",
            "a.yaml:1:1: error: the file is UTF-16\n  help: save the file as UTF-8 in the editor",
        );
    }
}
