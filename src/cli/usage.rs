//! Wrong arguments, said in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io::Write;
use std::process::ExitCode;
use zhenggai::i18n::{Lang, Text};

/// Writes the help that was asked for, or what is wrong with the arguments.
pub fn report(error: &clap::Error, lang: Lang) -> ExitCode {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if asked || lang == Lang::En || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        // A reader that went away does not need the help any more.
        let _ = error.print();
    } else {
        let _ = writeln!(std::io::stderr().lock(), "错误：{}\n用法见 zhenggai --help", chinese(error));
    }
    if asked { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// The English of clap stands for itself; this is the Chinese.
fn chinese(error: &clap::Error) -> String {
    let part = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = part(ContextKind::InvalidArg);
    let value = part(ContextKind::InvalidValue);
    let hint = |kind, said: Text| match part(kind) {
        words if words.is_empty() => words,
        words => said.fill(Lang::Zh, &[&words]),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            format!("不认识的参数 {argument}{}", hint(ContextKind::SuggestedArg, LIKE))
        }
        ErrorKind::InvalidSubcommand => format!(
            "没有“{}”这个命令{}",
            part(ContextKind::InvalidSubcommand),
            hint(ContextKind::SuggestedSubcommand, LIKE)
        ),
        ErrorKind::MissingRequiredArgument => format!("缺少参数 {argument}"),
        ErrorKind::MissingSubcommand => "缺少命令".into(),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 缺少取值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{argument} 不接受“{value}”{}", hint(ContextKind::ValidValue, ONE_OF))
        }
        ErrorKind::ArgumentConflict => format!("{argument} 重复，或与其他参数冲突"),
        ErrorKind::TooManyValues => format!("{argument} 的取值过多"),
        ErrorKind::InvalidUtf8 => "参数不是有效的 UTF-8".into(),
        _ => error.to_string(),
    }
}

const LIKE: Text = Text::new("，是否想写 {0}？", "");
const ONE_OF: Text = Text::new("，可取：{0}", "");

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(words) => words.clone(),
        ContextValue::Strings(list) => list.join("、"),
        other => other.to_string(),
    }
}
