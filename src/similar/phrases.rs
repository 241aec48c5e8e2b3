//! Set phrases that any measure could carry: those of the dictionary, and those that too many notices share to have copied
//! them from each other.

use crate::Lexicon;

/// Longest passage that is a set phrase because many say it, in letters: longer ones are copies however many there are.
const LONGEST_LEARNED: u32 = 30;

/// Notices that must say a passage, at least, for it to be a set phrase.
const LEAST_LEARNED: usize = 7;

/// Share of a passage's letters that the dictionary's phrases must make up, in percent.
const COVERED: usize = 80;

/// Whether a passage of so many letters, said by `notices` of `all` notices, is a set phrase. Copies spread from unit to
/// unit; their number does not grow with that of the notices as a set phrase's does, so twice the square root parts them.
pub(super) fn learned(letters: u32, notices: usize, all: usize) -> bool {
    letters <= LONGEST_LEARNED && notices >= LEAST_LEARNED && notices * notices >= 4 * all
}

/// Whether `words` say nothing but set phrases of the dictionary.
pub(super) fn is_set_phrase(words: &str, lexicon: &Lexicon) -> bool {
    let letters: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
    let covered: usize = lexicon.phrases.set.find_in(&letters).map(|(span, ())| span.len()).sum();
    covered * 100 >= letters.len() * COVERED && covered > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_of_the_dictionary() {
        let lexicon = Lexicon::builtin();
        for (words, want) in [
            ("坚持目标不变、力度不减", true),
            ("坚持当下改与长久立相结合", true),
            ("班子成员认真落实“一岗双责”", true),
            ("建立台账，明确责任股室和完成时限，实行销号管理", false),
            ("班子成员落实“一岗双责”，抓好分管领域整改，听取汇报", false),
            ("真正让教师由“学校人”变为“系统人”", false),
            ("", false),
        ] {
            assert_eq!(is_set_phrase(words, &lexicon), want, "{words}");
        }
    }

    #[test]
    fn phrases_are_letters_only() {
        let lexicon = Lexicon::builtin();
        assert!(lexicon.phrases.set.entries().all(|(phrase, ())| phrase.chars().all(char::is_alphanumeric)));
    }

    #[test]
    fn many_notices_make_a_set_phrase() {
        for (letters, notices, all, want) in
            [(12, 7, 10, true), (12, 6, 10, false), (12, 20, 100, true), (12, 19, 100, false), (40, 90, 100, false)]
        {
            assert_eq!(learned(letters, notices, all), want, "{letters} {notices} of {all}");
        }
    }
}
