//! A user's TOML file, read strictly: every key is checked against those known, every fault names file, line and remedy.
//!
//! Comes in: the file's text. Goes out: [`Table`]s whose values are asked for by name and type. It knows no keys of its own.
//! Start with [`TomlFile::root`].

use crate::i18n::{Lang, Text};
use rust_decimal::Decimal;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A TOML file that was read.
pub struct TomlFile<'t> {
    path: &'t Path,
    text: &'t str,
    root: Spanned<DeTable<'t>>,
}

/// A table of the file.
#[derive(Clone, Copy)]
pub struct Table<'f> {
    path: &'f Path,
    text: &'f str,
    table: &'f DeTable<'f>,
    /// First byte of the table.
    at: usize,
}

/// What is wrong in a TOML file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct TomlFault {
    path: PathBuf,
    line: usize,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Syntax(String),
    UnknownKey { key: String, known: &'static [&'static str] },
    Missing(&'static str),
    Type { key: String, want: Text },
    Value { key: String, found: String, want: Text },
    OneOf { key: String, found: String, offer: Offer },
}

/// What is offered for a word that is none of those known.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Offer {
    /// The one that is most like it.
    Like(String),
    /// All of them, few as they are.
    List(String),
    /// There are too many to list.
    Nothing,
}

impl<'t> TomlFile<'t> {
    /// Reads the text of the file at `path`.
    ///
    /// # Errors
    /// Text that is no TOML, with its line.
    pub fn read(path: &'t Path, text: &'t str) -> Result<Self, TomlFault> {
        let root = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            fault(path, text, at, What::Syntax(error.message().to_owned()))
        })?;
        Ok(Self { path, text, root })
    }

    /// The table that all others stand in.
    #[must_use]
    pub fn root(&self) -> Table<'_> {
        Table { path: self.path, text: self.text, table: self.root.get_ref(), at: 0 }
    }
}

impl<'f> Table<'f> {
    /// Checks that the table has no keys but these.
    ///
    /// # Errors
    /// The first unknown key, with the known one that is most like it.
    pub fn only(&self, known: &'static [&'static str]) -> Result<(), TomlFault> {
        let mut odd: Vec<_> = self.table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())).collect();
        odd.sort_by_key(|(key, _)| key.span().start);
        match odd.first() {
            None => Ok(()),
            Some((key, _)) => {
                let what = What::UnknownKey { key: key.get_ref().to_string(), known };
                Err(fault(self.path, self.text, key.span().start, what))
            }
        }
    }

    /// Line of the file in which the table begins, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        line(self.text, self.at)
    }

    /// The keys of the table with their lines, in the order of the file.
    #[must_use]
    pub fn keys(&self) -> Vec<(&'f str, usize)> {
        let mut keys: Vec<_> = self.table.keys().map(|key| (key.get_ref().as_ref(), key.span().start)).collect();
        keys.sort_by_key(|(_, at)| *at);
        keys.into_iter().map(|(key, at)| (key, line(self.text, at))).collect()
    }

    /// Words.
    ///
    /// # Errors
    /// A value of another type.
    pub fn words(&self, key: &str) -> Result<Option<&'f str>, TomlFault> {
        self.value(key, WORDS, |value| match value {
            DeValue::String(words) => Some(words.as_ref()),
            _ => None,
        })
    }

    /// Words that must stand there.
    ///
    /// # Errors
    /// No value, or one of another type.
    pub fn required(&self, key: &'static str) -> Result<&'f str, TomlFault> {
        self.words(key)?.ok_or_else(|| fault(self.path, self.text, self.at, What::Missing(key)))
    }

    /// One of the words of `T`.
    ///
    /// # Errors
    /// A word that is none of them.
    pub fn class<T: crate::Class>(&self, key: &str) -> Result<Option<T>, TomlFault> {
        let Some(word) = self.words(key)? else { return Ok(None) };
        T::named(word).map(Some).ok_or_else(|| {
            let known: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
            self.none_of(key, word, &known)
        })
    }

    /// A whole number from 1 on.
    ///
    /// # Errors
    /// Any other value.
    pub fn count(&self, key: &str) -> Result<Option<usize>, TomlFault> {
        self.value(key, COUNT, |value| match value {
            DeValue::Integer(number) => number.to_string().parse().ok().filter(|count| *count > 0),
            _ => None,
        })
    }

    /// An exact number: bare or in quotes, it keeps its digits.
    ///
    /// # Errors
    /// Any other value.
    pub fn number(&self, key: &str) -> Result<Option<Decimal>, TomlFault> {
        let exact = |digits: &str| Decimal::from_str_exact(&digits.replace('_', "")).ok();
        self.value(key, NUMBER, |value| match value {
            DeValue::Integer(number) => exact(&number.to_string()),
            DeValue::Float(number) => exact(number.as_str()),
            DeValue::String(words) => exact(words),
            _ => None,
        })
    }

    /// `true` or `false`; false where it is not said.
    ///
    /// # Errors
    /// A value of another type.
    pub fn flag(&self, key: &str) -> Result<bool, TomlFault> {
        let flag = self.value(key, FLAG, |value| match value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => None,
        })?;
        Ok(flag.unwrap_or_default())
    }

    /// A list of words; empty where it is not said.
    ///
    /// # Errors
    /// A value of another type.
    pub fn list(&self, key: &str) -> Result<Vec<&'f str>, TomlFault> {
        let word = |value: &'f Spanned<DeValue<'f>>| match value.get_ref() {
            DeValue::String(words) => Some(words.as_ref()),
            _ => None,
        };
        let list = self.value(key, LIST, |value| match value {
            DeValue::Array(values) => values.iter().map(word).collect::<Option<Vec<_>>>(),
            _ => None,
        })?;
        Ok(list.unwrap_or_default())
    }

    /// A table.
    ///
    /// # Errors
    /// A value of another type.
    pub fn table(&self, key: &str) -> Result<Option<Table<'f>>, TomlFault> {
        let Some(at) = self.table.get(key).map(|value| value.span().start) else { return Ok(None) };
        self.value(key, TABLE, |value| match value {
            DeValue::Table(table) => Some(Table { table, at, ..*self }),
            _ => None,
        })
    }

    /// The tables under `[[key]]`; empty where there are none.
    ///
    /// # Errors
    /// A value of another type.
    pub fn tables(&self, key: &str) -> Result<Vec<Table<'f>>, TomlFault> {
        let table = |value: &'f Spanned<DeValue<'f>>| match value.get_ref() {
            DeValue::Table(table) => Some(Table { table, at: value.span().start, ..*self }),
            _ => None,
        };
        let tables = self.value(key, TABLES, |value| match value {
            DeValue::Array(values) => values.iter().map(table).collect::<Option<Vec<_>>>(),
            _ => None,
        })?;
        Ok(tables.unwrap_or_default())
    }

    /// A fault of the value at `key`: it should be `want`.
    #[must_use]
    pub fn wrong(&self, key: &str, found: &str, want: Text) -> TomlFault {
        self.at_value(key, What::Value { key: key.to_owned(), found: found.to_owned(), want })
    }

    /// The word, if it is one of `known`.
    ///
    /// # Errors
    /// Any other word, with those that are known.
    pub fn one_of(&self, key: &str, word: &str, known: &[&str]) -> Result<String, TomlFault> {
        if known.contains(&word) { Ok(word.to_owned()) } else { Err(self.none_of(key, word, known)) }
    }

    /// A fault of the value at `key`: a word that is none of very many, with the one that is most like it.
    #[must_use]
    pub fn unknown_word(&self, key: &str, word: &str, known: &[&str]) -> TomlFault {
        self.no_such(key, word, known, Offer::Nothing)
    }

    fn none_of(&self, key: &str, word: &str, known: &[&str]) -> TomlFault {
        self.no_such(key, word, known, Offer::List(known.join(", ")))
    }

    /// `else_offer` counts where no known word is like it.
    fn no_such(&self, key: &str, word: &str, known: &[&str], else_offer: Offer) -> TomlFault {
        let offer = nearest(word, known).map_or(else_offer, |like| Offer::Like(like.to_owned()));
        self.at_value(key, What::OneOf { key: key.to_owned(), found: word.to_owned(), offer })
    }

    fn value<T>(
        &self,
        key: &str,
        want: Text,
        read: impl FnOnce(&'f DeValue<'f>) -> Option<T>,
    ) -> Result<Option<T>, TomlFault> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let wrong = || self.at_value(key, What::Type { key: key.to_owned(), want });
        read(value.get_ref()).map(Some).ok_or_else(wrong)
    }

    fn at_value(&self, key: &str, what: What) -> TomlFault {
        let at = self.table.get(key).map_or(self.at, |value| value.span().start);
        fault(self.path, self.text, at, what)
    }
}

fn fault(path: &Path, text: &str, at: usize, what: What) -> TomlFault {
    TomlFault { path: path.to_owned(), line: line(text, at), what }
}

fn line(text: &str, at: usize) -> usize {
    1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..at.min(text.len())]).count()
}

impl TomlFault {
    /// What is wrong, in which file and line.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let what = match &self.what {
            What::Syntax(said) => SYNTAX.fill(lang, &[said]),
            What::UnknownKey { key, known } => match nearest(key, known) {
                Some(like) => UNKNOWN_LIKE.fill(lang, &[key, &like]),
                None => UNKNOWN.fill(lang, &[key, &known.join(", ")]),
            },
            What::Missing(key) => MISSING.fill(lang, &[key]),
            What::Type { key, want } => WRONG_TYPE.fill(lang, &[key, &want.get(lang)]),
            What::Value { key, found, want } => WRONG.fill(lang, &[key, found, &want.get(lang)]),
            What::OneOf { key, found, offer } => match offer {
                Offer::Like(like) => WRONG_LIKE.fill(lang, &[key, found, like]),
                Offer::List(known) => ONE_OF.fill(lang, &[key, found, known]),
                Offer::Nothing => NO_SUCH.fill(lang, &[key, found]),
            },
        };
        PLACE.fill(lang, &[&self.path.display(), &self.line, &what])
    }
}

const PLACE: Text = Text::new("{0}:{1}：{2}", "{0}:{1}: {2}");
const SYNTAX: Text = Text::new("不是有效的 TOML（{0}）", "no valid TOML ({0})");
const UNKNOWN: Text = Text::new("不认识的键“{0}”；可用的有 {1}", "unknown key `{0}`; known are {1}");
const UNKNOWN_LIKE: Text = Text::new("不认识的键“{0}”，是否想写“{1}”？", "unknown key `{0}`, did you mean `{1}`?");
const MISSING: Text = Text::new("缺少“{0}”", "`{0}` is missing");
const WRONG_TYPE: Text = Text::new("“{0}”应为{1}", "`{0}` should be {1}");
const WRONG: Text = Text::new("“{0}”的值“{1}”不可用，应为{2}", "`{0}` does not take `{1}`, but {2}");
const ONE_OF: Text = Text::new("“{0}”不接受“{1}”，可取 {2}", "`{0}` does not take `{1}`; it takes {2}");
const WRONG_LIKE: Text =
    Text::new("“{0}”不接受“{1}”，是否想写“{2}”？", "`{0}` does not take `{1}`, did you mean `{2}`?");
const NO_SUCH: Text =
    Text::new("“{0}”不接受“{1}”：没有这样的值", "`{0}` does not take `{1}`: there is none of that name");
const WORDS: Text = Text::new("文字（加引号）", "words in quotes");
const COUNT: Text = Text::new("从 1 起的整数", "a whole number from 1 on");
const NUMBER: Text = Text::new("数字", "a number");
const FLAG: Text = Text::new("true 或 false", "true or false");
const LIST: Text = Text::new("文字的列表", "a list of words");
const TABLE: Text = Text::new("一个表", "a table");
const TABLES: Text = Text::new("以 [[…]] 写的一组表", "tables, each under [[…]]");

/// The known word that is most like `word`, if one is like it enough to be what was meant: at most a third of its letters
/// differ. Of several the first.
#[must_use]
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let most = word.chars().count().div_ceil(3);
    let far = |known: &&&str| distance(word, known);
    known.iter().min_by_key(far).filter(|known| distance(word, known) <= most).copied()
}

/// Letters to put in, take out, change, or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(LONGEST).collect(), b.chars().take(LONGEST).collect());
    let mut rows = [Vec::new(), (0..=b.len()).collect::<Vec<_>>(), vec![0; b.len() + 1]];
    for i in 0..a.len() {
        rows[2] = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            let changed = rows[1][j] + usize::from(a[i] != b[j]);
            rows[2][j + 1] = changed.min(rows[1][j + 1] + 1).min(rows[2][j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                rows[2][j + 1] = rows[2][j + 1].min(rows[0][j - 1] + 1);
            }
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

/// Letters of a word that are looked at.
const LONGEST: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T>(text: &str, read: impl Fn(Table<'_>) -> Result<T, TomlFault>) -> String {
        let result = TomlFile::read(Path::new("a.toml"), text).and_then(|file| read(file.root()).map(drop));
        result.err().map(|fault| fault.message(Lang::En)).unwrap_or_default()
    }

    #[test]
    fn faults_name_line_and_remedy() {
        let only = |table: Table<'_>| table.only(&["name", "value"]);
        assert_eq!(said("name = 1\n\nnmae = 2", only), "a.toml:3: unknown key `nmae`, did you mean `name`?");
        assert_eq!(said("colour = 2", only), "a.toml:1: unknown key `colour`; known are name, value");
        assert!(said("a =\n", only).starts_with("a.toml:1: no valid TOML"));
        assert_eq!(said("a = 1", |t| t.required("name").map(drop)), "a.toml:1: `name` is missing");
        assert_eq!(said("\na = 1", |t| t.words("a").map(drop)), "a.toml:2: `a` should be words in quotes");
        assert_eq!(said("a = 0", |t| t.count("a")), "a.toml:1: `a` should be a whole number from 1 on");
        let role = |table: Table<'_>| table.class::<crate::model::Role>("role");
        assert_eq!(said("role = 'targt'", role), "a.toml:1: `role` does not take `targt`, did you mean `target`?");
        assert_eq!(said("role = 'target'\nname = 'a'", role), "");
    }

    #[test]
    fn numbers_keep_their_digits() {
        let text = "a = 60.95\nb = '0.10000000000000000001'\nc = 1_000\nd = -3";
        let file = TomlFile::read(Path::new(""), text).unwrap();
        let shown: Vec<_> =
            ["a", "b", "c", "d"].iter().map(|key| file.root().number(key).unwrap().unwrap().to_string()).collect();
        assert_eq!(shown, ["60.95", "0.10000000000000000001", "1000", "-3"]);
    }

    #[test]
    fn only_a_like_word_is_offered() {
        let known = ["name", "value", "role"];
        for (word, want) in [("nmae", Some("name")), ("vale", Some("value")), ("quote", None), ("", None)] {
            assert_eq!(nearest(word, &known), want, "{word}");
        }
    }
}
