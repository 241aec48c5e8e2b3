//! Which encoding bytes are in, and their characters.
//!
//! Order: the user's word; byte-order mark; UTF-16 by its zeros; UTF-8; UTF-8 with a few damaged places; UTF-16 without
//! zeros; Big5 by its trail bytes; GB18030; a statistical guess. Damaged UTF-8 is asked for before GB18030, because one bad
//! byte in a UTF-8 file often leaves a sequence that is strictly valid, and meaningless, GB18030.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// An encoding that the user names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForcedEncoding(&'static Encoding);

impl ForcedEncoding {
    /// The encoding of that name (`utf-8`, `gbk`, `gb18030`, `big5`, `utf-16le` …), whatever its case.
    ///
    /// ```
    /// use zhenggai::ingest::ForcedEncoding;
    /// assert_eq!(ForcedEncoding::named("gb2312").unwrap().name(), "GB18030");
    /// assert!(ForcedEncoding::named("klingon").is_none());
    /// ```
    #[must_use]
    pub fn named(label: &str) -> Option<Self> {
        let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
        // GB18030 decodes all of GBK and GB2312, which files so labelled exceed now and then.
        Some(Self(if encoding == encoding_rs::GBK { GB18030 } else { encoding }))
    }

    /// Its standard name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(self.0)
    }
}

/// Characters, and how they were got.
pub(super) struct Decoded {
    pub text: String,
    /// Standard name of the encoding.
    pub encoding: &'static str,
    /// Whether nothing in the bytes proves the encoding.
    pub guessed: bool,
}

/// Decodes `bytes`; what cannot be decoded becomes U+FFFD. The byte-order mark is removed.
pub(super) fn decode(bytes: Vec<u8>, forced: Option<ForcedEncoding>) -> Decoded {
    if let Some(ForcedEncoding(encoding)) = forced {
        return lossy(&bytes, encoding, false);
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return lossy(&bytes, encoding, false);
    }
    // Digits, spaces and line ends leave zeros in UTF-16, and no other text has them.
    let zeros = memchr::memchr(0, &bytes).is_some();
    if let Some(encoding) = zeros.then(|| utf16(&bytes)).flatten() {
        return lossy(&bytes, encoding, false);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, encoding: name(UTF_8), guessed: false },
        Err(error) => error.into_bytes(),
    };
    let (characters, faults) = utf8_census(&bytes);
    if characters >= 10 * faults {
        return lossy(&bytes, UTF_8, false);
    }
    if let Some(encoding) = utf16(&bytes) {
        return lossy(&bytes, encoding, true);
    }
    if looks_like_big5(&bytes) {
        return lossy(&bytes, BIG5, true);
    }
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(&bytes) {
        return Decoded { text: text.into_owned(), encoding: name(GB18030), guessed: false };
    }
    if characters > faults {
        return lossy(&bytes, UTF_8, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    lossy(&bytes, if guess == encoding_rs::GBK { GB18030 } else { guess }, true)
}

fn lossy(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Decoded {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Decoded { text: text.into_owned(), encoding: name(encoding), guessed }
}

/// The name by which users know it: the standard for the web writes `gb18030` small.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == GB18030 { "GB18030" } else { encoding.name() }
}

/// The byte order of UTF-16 without a mark, if the bytes are that.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let ascii = bytes.iter().filter(|byte| (0x20..0x7f).contains(*byte)).count();
    // Pairs of ASCII letters look like hanzi; so many of them are no UTF-16.
    if bytes.is_empty() || bytes.len() % 2 == 1 || ascii * 4 > bytes.len() * 3 {
        return None;
    }
    let (little, big) = (utf16_share(bytes, UTF_16LE), utf16_share(bytes, UTF_16BE));
    let encoding = if little >= big { UTF_16LE } else { UTF_16BE };
    (little.max(big) >= 0.95).then_some(encoding)
}

/// Share of the byte pairs that are characters of Chinese writing in that byte order.
fn utf16_share(bytes: &[u8], encoding: &'static Encoding) -> f64 {
    let unit = |pair: &[u8]| match encoding == UTF_16LE {
        true => u16::from_le_bytes([pair[0], pair[1]]),
        false => u16::from_be_bytes([pair[0], pair[1]]),
    };
    let usual = |unit: &u16| matches!(unit, 0x09..=0x0d | 0x20..=0x7e | 0xa0..=0xff | 0x2010..=0x2460 | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff00..=0xffee);
    let pairs = bytes.len() / 2;
    bytes.chunks_exact(2).map(unit).filter(usual).count() as f64 / pairs as f64
}

/// Characters outside ASCII and faulty places, read as UTF-8.
fn utf8_census(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(characters, faults), chunk| {
        let wide = chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        (characters + wide, faults + usize::from(!chunk.invalid().is_empty()))
    })
}

/// Big5 decodes as GB18030 without a fault. It shows by its trail bytes: four in ten lie below 0x80, which in simplified
/// text is rare, while none of its lead bytes lie below 0xA1, where GBK keeps the traditional characters.
fn looks_like_big5(bytes: &[u8]) -> bool {
    let (mut pairs, mut low) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let [lead, after @ ..] = rest {
        rest = after;
        if *lead < 0x80 {
            continue;
        }
        let Some((trail, after)) = after.split_first() else { break };
        if *lead < 0xa1 {
            return false;
        }
        pairs += 1;
        low += usize::from(*trail < 0x80);
        rest = after;
    }
    low * 5 > pairs && BIG5.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTICE: &str = "一、学习不够深入。整改措施：印发通知2份，开展培训3场次，参训120人次。\n";

    fn check(bytes: Vec<u8>, encoding: &str, text: &str) {
        let decoded = decode(bytes, None);
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn encodings_are_recognised() {
        check(NOTICE.into(), "UTF-8", NOTICE);
        check([b"\xef\xbb\xbf", NOTICE.as_bytes()].concat(), "UTF-8", NOTICE);
        check(utf16(&format!("\u{feff}{NOTICE}"), u16::to_le_bytes), "UTF-16LE", NOTICE);
        check(utf16(&format!("\u{feff}{NOTICE}"), u16::to_be_bytes), "UTF-16BE", NOTICE);
        check(utf16(NOTICE, u16::to_le_bytes), "UTF-16LE", NOTICE);
        check(utf16(NOTICE, u16::to_be_bytes), "UTF-16BE", NOTICE);
        check(utf16("学习不够深入，整改到位。", u16::to_le_bytes), "UTF-16LE", "学习不够深入，整改到位。");
        check(GB18030.encode(NOTICE).0.into_owned(), "GB18030", NOTICE);
        check(GB18030.encode("𬭚䶮𠮷整改").0.into_owned(), "GB18030", "𬭚䶮𠮷整改");
        check(GB18030.encode("整改").0.into_owned(), "GB18030", "整改");
    }

    #[test]
    fn near_misses_keep_their_encoding() {
        let code = "for (i = 0; i < 10; i++) { /* 整改 */ }";
        check(code.into(), "UTF-8", code);
        check(format!("{code}\0{code}").into(), "UTF-8", &format!("{code}\0{code}"));
        check(GB18030.encode(code).0.into_owned(), "GB18030", code);
        let traditional = "關於巡視整改情況的通報，學習貫徹不夠深入，責任落實不到位。";
        check(GB18030.encode(traditional).0.into_owned(), "GB18030", traditional);
        check(BIG5.encode(traditional).0.into_owned(), "Big5", traditional);
        check(Vec::new(), "UTF-8", "");
    }

    #[test]
    fn one_bad_byte_does_not_flip_the_encoding() {
        let mut bytes = NOTICE.as_bytes().to_vec();
        bytes.insert(30, 0xff);
        let decoded = decode(bytes, None);
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.text.replace('\u{fffd}', ""), NOTICE);
        let cut = &NOTICE.as_bytes()[..NOTICE.len() - 2];
        assert_eq!(decode(cut.to_vec(), None).encoding, "UTF-8");
    }

    #[test]
    fn the_user_has_the_last_word() {
        let forced = ForcedEncoding::named("latin1");
        assert_eq!(decode("é".into(), forced).text, "Ã©");
    }
}
