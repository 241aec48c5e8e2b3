//! What a rule is: its card, which every listing and the documentation are made from, and its check.

use super::{Draft, Page};
use crate::class::classes;
use crate::i18n::{Lang, Text};
use crate::model::Severity;
use std::borrow::Cow;

/// A rule of the catalogue.
pub trait Rule: Send + Sync {
    /// Code, name, severity and documentation.
    fn card(&self) -> &Card;

    /// Adds what the rule finds on the page.
    fn check(&self, page: &Page<'_>, found: &mut Vec<Draft>);
}

/// What is known of a rule beside its check.
#[derive(Debug, Clone)]
pub struct Card {
    /// Letter of the family and three digits; never used again for another rule.
    pub code: Cow<'static, str>,
    /// Name in kebab case, for the flaw and not for its cure.
    pub name: Cow<'static, str>,
    /// How much its findings matter unless the settings say otherwise.
    pub severity: Severity,
    /// The documentation.
    pub docs: Docs,
}

/// The documentation of a rule in one language after another.
#[derive(Debug, Clone)]
pub struct Docs {
    /// What it finds, in a sentence.
    pub finds: Bilingual,
    /// Why it matters.
    pub why: Bilingual,
    /// A short notice on which it fires.
    pub flagged: Cow<'static, str>,
    /// A short notice, as like the first as may be, on which it stays quiet.
    pub passes: Cow<'static, str>,
    /// How to configure it.
    pub configure: Bilingual,
    /// Where the requirement comes from; empty where it is common sense.
    pub source: Bilingual,
}

/// Words in both languages, built in or the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Bilingual {
    /// Built-in words.
    #[must_use]
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// Words that were read from a dictionary; those in English may be left out.
    #[must_use]
    pub fn read(zh: &str, en: &str) -> Self {
        let other = if en.is_empty() { zh } else { en };
        Self { zh: Cow::Owned(zh.to_owned()), en: Cow::Owned(other.to_owned()) }
    }

    /// The words in that language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

classes! {
    /// What a rule looks at: the first letter of its code.
    Family {
        /// 空泛.
        Vague = "V",
        /// 数字.
        Number = "N",
        /// 结构.
        Structure = "S",
        /// 要素.
        Header = "H",
        /// 重复.
        Duplicate = "D",
        /// 自定: rules of the user's own dictionaries.
        User = "U",
    }
}

impl Family {
    /// What it is called.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Vague => Text::new("空泛表述", "Vague words"),
            Self::Number => Text::new("数字", "Numbers"),
            Self::Structure => Text::new("结构", "Structure"),
            Self::Header => Text::new("要素与日期", "Header facts and dates"),
            Self::Duplicate => Text::new("重复", "Duplicates"),
            Self::User => Text::new("自定规则", "Rules of your own"),
        }
    }
}

impl Card {
    /// The family that the code names.
    #[must_use]
    pub fn family(&self) -> Option<Family> {
        use crate::Class;
        self.code.get(..1).and_then(Family::named)
    }
}

/// Declares a rule: its type, its card, and that its check is the function `check` beside it.
macro_rules! rule {
    (
        $(#[$doc:meta])* $rule:ident $code:literal $name:literal $severity:ident
        finds: $finds:literal, $finds_en:literal;
        why: $why:literal, $why_en:literal;
        flagged: $flagged:literal;
        passes: $passes:literal;
        configure: $configure:literal, $configure_en:literal;
        source: $source:literal, $source_en:literal;
    ) => {
        $(#[$doc])*
        pub struct $rule;

        impl $crate::lint::Rule for $rule {
            fn card(&self) -> &$crate::lint::Card {
                use ::std::borrow::Cow::Borrowed;
                use $crate::lint::{Bilingual, Card, Docs};
                static CARD: Card = Card {
                    code: Borrowed($code),
                    name: Borrowed($name),
                    severity: $crate::model::Severity::$severity,
                    docs: Docs {
                        finds: Bilingual::new($finds, $finds_en),
                        why: Bilingual::new($why, $why_en),
                        flagged: Borrowed($flagged),
                        passes: Borrowed($passes),
                        configure: Bilingual::new($configure, $configure_en),
                        source: Bilingual::new($source, $source_en),
                    },
                };
                &CARD
            }

            fn check(&self, page: &$crate::lint::Page<'_>, found: &mut Vec<$crate::lint::Draft>) {
                check(page, found);
            }
        }
    };
}
pub(super) use rule;
