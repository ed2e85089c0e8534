//! The bytes of a file as text.

use super::{
    fault::Fault,
    problem::{Place, Problem},
    source::Source,
};

impl Source {
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
