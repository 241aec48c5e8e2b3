//! Plain text: bytes to characters, and out with what is no text.

use super::Options;
use super::decode::{self, Decoded};

/// The text of a plain text file; `None` if it is none. Where the user names the encoding, it is text because he says so.
pub(super) fn extract(bytes: Vec<u8>, options: &Options) -> Option<Decoded> {
    let decoded = decode::decode(bytes, options.encoding);
    (options.encoding.is_some() || !is_junk(&decoded.text)).then_some(decoded)
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
    use crate::ingest::ForcedEncoding;

    #[test]
    fn a_named_encoding_is_believed() {
        let gbk = || encoding_rs::GB18030.encode("整改到位").0.into_owned();
        let forced = Options { encoding: ForcedEncoding::named("utf-8") };
        assert!(extract(gbk(), &forced).is_some_and(|read| read.text.contains('\u{fffd}')));
        assert!(extract(vec![0, 1, 2, 3], &Options::default()).is_none());
    }

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
