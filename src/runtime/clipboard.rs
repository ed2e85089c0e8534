//! The clipboard of the learner's own terminal, over ssh too (OSC 52).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The most bytes that common terminals take at once: xterm and tmux stop at 100,000 characters of the encoded text.
const MOST_BYTES: usize = 74_994;

/// What asks a terminal to put `text` into its clipboard; `None` for more than terminals take. A terminal that does not
/// know it, or does not allow it, passes it over.
pub fn copying(text: &str) -> Option<String> {
    let fits = text.len() <= MOST_BYTES;
    fits.then(|| format!("\u{1b}]52;c;{}\u{1b}\\", base64(text.as_bytes())))
}

/// `bytes` in base 64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let whole = (0..3).fold(0_u32, |whole, index| {
            whole << 8 | three.get(index).copied().map_or(0, u32::from)
        });
        for index in 0..4 {
            let sixth = (whole >> (18 - 6 * index)) & 63;
            let letter = LETTERS.get(sixth as usize).copied().unwrap_or(b'=');
            let is_filled = index <= three.len();
            text.push(if is_filled { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, copying};

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(base64(text.as_bytes()), expected, "{text}");
    }

    #[test]
    fn the_examples_of_the_standard_come_out() {
        case("", "");
        case("f", "Zg==");
        case("fo", "Zm8=");
        case("foo", "Zm9v");
        case("foob", "Zm9vYg==");
        case("fooba", "Zm9vYmE=");
        case("foobar", "Zm9vYmFy");
        case("抖动", "5oqW5Yqo");
    }

    #[test]
    fn nothing_in_a_text_can_end_the_order_early() {
        let order = copying("a\u{1b}\\b\u{7}").unwrap();
        assert_eq!(order, "\u{1b}]52;c;YRtcYgc=\u{1b}\\");
        assert_eq!(copying(&"x".repeat(80_000)), None);
    }
}
