//! Enums whose values have a word in data: dictionary cells and JSON fields are read and written through one table.

/// An enum whose values each have one word.
pub trait Class: Sized + Copy + PartialEq + 'static {
    /// All values with their words.
    const WORDS: &'static [(&'static str, Self)];

    /// The value of that word.
    fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    /// The word of this value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| *word)
    }

    /// All words, for an error message.
    fn words() -> String {
        Self::WORDS.iter().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>().join(", ")
    }
}

/// Declares an enum together with the words of its values.
macro_rules! classes {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $word:literal,)+ })+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* $value,)+ }
        impl $crate::Class for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $name::$value),)+];
        }
    )+ };
}
pub(crate) use classes;
