//! Plain text: bytes to characters, and out with what is no text.

use super::Options;
use super::decode::{self, Decoded};

/// The text of a plain text file; `None` if it is none.
pub(super) fn extract(bytes: Vec<u8>, options: &Options) -> Option<Decoded> {
    let decoded = decode::decode(bytes, options.encoding);
    (!is_junk(&decoded.text)).then_some(decoded)
}

/// Whether more than a twentieth of the characters are control characters or undecodable: a picture, a program, noise.
fn is_junk(text: &str) -> bool {
    let strange = |c: &char| (c.is_control() && !c.is_ascii_whitespace() && *c != '\u{b}') || *c == '\u{fffd}';
    let all = text.chars().count();
    text.chars().filter(strange).count() * 20 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn junk_is_told_from_damaged_text() {
        for (text, want) in [
            ("", false),
            ("整改\r\n\t完成", false),
            ("\0\u{1}\u{2}PNG", true),
            ("完成\u{fffd}整改，共计投入资金一千二百万元，全部到位。", false),
        ] {
            assert_eq!(is_junk(text), want, "{text:?}");
        }
    }
}
