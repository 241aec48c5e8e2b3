//! What each warning says, in both languages.

use crate::i18n::{Lang, Text};
use crate::model::{Warning, WarningCode};

/// The sentence of a warning. What it is made from stands in `args`, for programs.
#[must_use]
pub fn message(warning: &Warning, lang: Lang) -> String {
    let args: Vec<&dyn std::fmt::Display> = warning.args.iter().map(|arg| arg as _).collect();
    sentence(warning.code, args.len()).fill(lang, &args)
}

/// The sentence of that code with so many arguments: what is not known of the case is left out.
fn sentence(code: WarningCode, args: usize) -> Text {
    match (code, args) {
        (WarningCode::NumberingGap, 2) => Text::new("编号不连续：{0}之后是{1}", "numbering gap: {1} follows {0}"),
        (WarningCode::NumberingGap, 1) => Text::new("编号不连续：{0}", "numbering gap: {0}"),
        (WarningCode::NumberingGap, _) => Text::new("编号不连续", "numbering gap"),
        (WarningCode::NumberingRepeat, 1..) => Text::new("编号重复：{0}", "numbering repeats {0}"),
        (WarningCode::NumberingRepeat, 0) => Text::new("编号重复", "numbering repeats"),
        (WarningCode::ProblemWithoutMeasure, 1..) => {
            Text::new("问题之下没有整改措施：{0}", "no measure stands under the problem {0}")
        }
        (WarningCode::ProblemWithoutMeasure, 0) => {
            Text::new("问题之下没有整改措施", "no measure stands under the problem")
        }
        (WarningCode::NoOutline, _) => Text::new(
            "没有找到通报的条目结构，可能不是整改通报",
            "no outline found: perhaps this is no rectification notice",
        ),
        (WarningCode::EmptyText, _) => Text::new("文件没有文字", "the file holds no words"),
        (WarningCode::DamagedNumber, 2..) => Text::new("数字可能缺损：{0}", "digits seem to be missing: {0}"),
        (WarningCode::DamagedNumber, 1) => {
            Text::new("另有{0}处数字可能缺损", "digits seem to be missing in {0} more places")
        }
        (WarningCode::DamagedNumber, 0) => Text::new("此处数字可能缺损", "digits seem to be missing here"),
        (WarningCode::UndecodableBytes, 2..) => Text::new(
            "第{0}行有{1}处字节无法解码，已用 U+FFFD 代替",
            "line {0}: bytes that cannot be decoded, replaced by U+FFFD ({1})",
        ),
        (WarningCode::UndecodableBytes, 1) => Text::new("另有{0}处字节无法解码", "{0} more places cannot be decoded"),
        (WarningCode::UndecodableBytes, 0) => Text::new("有字节无法解码", "bytes cannot be decoded"),
        (WarningCode::EncodingGuessed, 1..) => Text::new(
            "编码按 {0} 推测；如有乱码，请用 --encoding 指明",
            "encoding guessed to be {0}; name it with --encoding if the text looks garbled",
        ),
        (WarningCode::EncodingGuessed, 0) => Text::new("编码为推测", "encoding guessed"),
        (WarningCode::NumberTooLong, 2..) => {
            Text::new("数字过长，未作计算：{0}", "a number too long to compute with: {0}")
        }
        (WarningCode::NumberTooLong, 1) => {
            Text::new("另有{0}个数字过长，未作计算", "{0} more numbers too long to compute with")
        }
        (WarningCode::NumberTooLong, 0) => Text::new("数字过长，未作计算", "a number too long to compute with"),
        (WarningCode::UnbalancedMark, 2..) => Text::new("括号或引号不成对：{0}", "{0} has no mate"),
        (WarningCode::UnbalancedMark, 1) => Text::new("另有{0}处括号或引号不成对", "{0} more marks have no mate"),
        (WarningCode::UnbalancedMark, 0) => Text::new("括号或引号不成对", "a bracket or quotation mark has no mate"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Class;

    fn warning(code: WarningCode, args: &[&str]) -> Warning {
        Warning { code, span: None, args: args.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn messages_hold_their_arguments() {
        let gap = warning(WarningCode::NumberingGap, &["一是", "三是"]);
        assert_eq!(message(&gap, Lang::Zh), "编号不连续：一是之后是三是");
        assert_eq!(message(&gap, Lang::En), "numbering gap: 三是 follows 一是");
    }

    #[test]
    fn no_slot_stays_open() {
        for (word, code) in WarningCode::WORDS {
            for args in [&[][..], &["甲"], &["甲", "乙"]] {
                for lang in [Lang::Zh, Lang::En] {
                    let message = message(&warning(*code, args), lang);
                    assert!(!message.is_empty() && !message.contains('{'), "{word}: {message}");
                }
            }
        }
    }
}
