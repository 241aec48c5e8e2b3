//! Something in a notice that a reader should check: the place, the words it rests on, and what to ask.

use super::{NodeId, PartialDate};
use crate::Span;
use crate::class::classes;
use crate::i18n::Lang;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

classes! {
    /// How much a finding matters; later values matter more.
    Severity {
        /// Worth a look.
        Info = "info",
        /// Should be checked.
        Warning = "warning",
        /// Does not hold together as it stands.
        Error = "error",
    }
}

/// A finding (线索): a hint with its evidence, never a verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Code of the rule: `V001`.
    pub rule: Cow<'static, str>,
    /// Name of the rule in kebab case: `vague-measure`.
    pub name: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// Path of the notice, as given.
    pub notice: Arc<str>,
    /// The innermost node concerned.
    pub node: Option<NodeId>,
    /// The words concerned.
    pub span: Span,
    /// Everything else that it rests on, in the order in which it is spoken of.
    pub related: Vec<Related>,
    /// What it says.
    pub message: Message,
    /// Why it is not reported, where the user excused it.
    pub suppressed: Option<String>,
}

/// Other words that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Path of the notice that they stand in.
    pub notice: Arc<str>,
    /// Where they stand.
    pub span: Span,
}

/// A sentence in both languages with the values that it is made from. `{name}` stands for the value of that name.
///
/// ```
/// use zhenggai::i18n::Lang;
/// use zhenggai::model::{Message, Value};
/// let message = Message::new("缺少{what}", "{what} is missing").with("what", Value::from("联系电话"));
/// assert_eq!(message.text(Lang::Zh), "缺少联系电话");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
    args: Vec<(&'static str, Value)>,
}

impl Message {
    /// A sentence in Chinese and in English.
    #[must_use]
    pub fn new(zh: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { zh: zh.into(), en: en.into(), args: Vec::new() }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The values by name, in the order in which they were given.
    #[must_use]
    pub fn args(&self) -> &[(&'static str, Value)] {
        &self.args
    }

    /// The sentence in that language, its values put in.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut rest: &str = match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        };
        let mut filled = String::new();
        while let Some((before, slot)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = slot.split_once('}') else { return filled + "{" + slot };
            match self.args.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => filled.push_str(&value.text(lang)),
                None => filled.extend(["{", name, "}"]),
            }
            rest = after;
        }
        filled + rest
    }
}

/// A value that a message is made from.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words, as printed in the notice or composed.
    Text(String),
    /// An exact number.
    Number(Decimal),
    /// How many.
    Count(usize),
    /// A date.
    Date(PartialDate),
    /// Several.
    List(Vec<Value>),
}

impl Value {
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.normalize().to_string(),
            Self::Count(count) => count.to_string(),
            Self::Date(date) => date.to_string(),
            Self::List(values) => {
                let words: Vec<String> = values.iter().map(|value| value.text(lang)).collect();
                words.join(if lang == Lang::Zh { "、" } else { ", " })
            }
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Zh))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<PartialDate> for Value {
    fn from(date: PartialDate) -> Self {
        Self::Date(date)
    }
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(values: Vec<V>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_by_name() {
        let message = Message::new("{a}、{b}：{c}{", "{b} {missing}")
            .with("a", "{b}")
            .with("b", 2_usize)
            .with("c", vec!["甲", "乙"]);
        assert_eq!(message.text(Lang::Zh), "{b}、2：甲、乙{");
        assert_eq!(message.text(Lang::En), "2 {missing}");
    }
}
