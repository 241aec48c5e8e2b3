//! Reading the word of an enum value from JSON.

use crate::Class;
use serde::de::{Deserialize, Deserializer, Error};
use std::borrow::Cow;

/// An enum value that stands in JSON as its word; another word is an error that lists the known ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word<C>(pub C);

impl<'de, C: Class> Deserialize<'de> for Word<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Cow::<str>::deserialize(deserializer)?;
        C::named(&word)
            .map(Self)
            .ok_or_else(|| Error::custom(format_args!("unknown word `{word}`, expected one of {}", C::words())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Approx;

    #[test]
    fn words_of_an_enum() {
        assert_eq!(serde_json::from_str::<Word<Approx>>("\"over\"").unwrap(), Word(Approx::Over));
        assert_eq!(serde_json::from_str::<Option<Word<Approx>>>("null").unwrap(), None);
        let error = serde_json::from_str::<Word<Approx>>("\"nearly\"").unwrap_err().to_string();
        assert!(error.contains("`nearly`") && error.contains("`about`"), "{error}");
    }
}
