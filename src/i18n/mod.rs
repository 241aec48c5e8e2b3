//! The two languages of messages.
//!
//! Comes in: nothing. Goes out: [`Lang`], and [`Text`], a message that exists in both languages or does not compile. It
//! never reads files. Start with [`Text`]; the messages themselves stand beside the code that says them.

use crate::class::classes;
use std::fmt::Display;

classes! {
    /// Language of messages to the user.
    #[derive(Default)]
    Lang {
        /// Chinese.
        #[default]
        Zh = "zh",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// The language that a locale such as `en_GB.UTF-8` asks for: English for English ones, else Chinese, the language of
    /// the notices.
    ///
    /// ```
    /// use zhenggai::i18n::Lang;
    /// assert_eq!(Lang::of_locale("en_GB.UTF-8"), Lang::En);
    /// assert_eq!(Lang::of_locale("C.UTF-8"), Lang::Zh);
    /// ```
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("en") { Self::En } else { Self::Zh }
    }
}

/// A message in both languages; `{0}`, `{1}` … stand for its arguments.
///
/// ```
/// use zhenggai::i18n::{Lang, Text};
/// const FAILED: Text = Text::new("{0} 个文件失败", "{0} files failed");
/// assert_eq!(FAILED.fill(Lang::Zh, &[&3]), "3 个文件失败");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    zh: &'static str,
    en: &'static str,
}

impl Text {
    /// A message in Chinese and in English.
    #[must_use]
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The message in that language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// The message in that language with its arguments put in. An argument's own braces are left alone.
    #[must_use]
    pub fn fill(self, lang: Lang, args: &[&dyn Display]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(lang);
        while let Some(at) = rest.find('{') {
            let (before, slot) = rest.split_at(at);
            filled.push_str(before);
            let end = slot.find('}').map_or(slot.len(), |end| end + 1);
            let arg = slot[..end].trim_matches(['{', '}']).parse().ok().and_then(|at: usize| args.get(at));
            match arg {
                Some(arg) => filled.push_str(&arg.to_string()),
                None => filled.push_str(&slot[..end]),
            }
            rest = &slot[end..];
        }
        filled + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_put_in_once() {
        let text = Text::new("{1}：{0}{2}", "{0} in {1}, {x}");
        assert_eq!(text.fill(Lang::Zh, &[&"{1}", &"文件"]), "文件：{1}{2}");
        assert_eq!(text.fill(Lang::En, &[&1, &2]), "1 in 2, {x}");
        assert_eq!(Text::new("{", "{}").fill(Lang::Zh, &[]), "{");
    }
}
