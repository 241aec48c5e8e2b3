//! The command with its help in the user's language.

use super::{SUBCOMMANDS, args};
use clap::{Arg, ArgAction, Command};
use zhenggai::i18n::{Lang, Text};

/// The whole command line.
pub fn root(lang: Lang) -> Command {
    let command = Command::new("zhenggai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT.get(lang))
        .after_help(EXAMPLES.get(lang))
        .override_usage(USAGE.get(lang))
        .help_template(ROOT.get(lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(args::global(lang))
        .arg(help_flag(lang).global(true).display_order(901))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .display_order(902)
                .help(Text::new("显示版本", "show the version").get(lang)),
        );
    SUBCOMMANDS.iter().fold(command, |command, subcommand| command.subcommand((subcommand.command)(lang)))
}

/// A subcommand with its place in the help: `usage` is what follows the program's name.
pub fn subcommand(name: &'static str, about: Text, usage: Text, examples: Text, lang: Lang) -> Command {
    Command::new(name)
        .about(about.get(lang))
        .override_usage(format!("zhenggai {name} {}", usage.get(lang)))
        .after_help(examples.get(lang))
        .help_template(SUBCOMMAND.get(lang))
        .disable_help_flag(true)
}

fn help_flag(lang: Lang) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(Text::new("显示帮助", "show this help").get(lang))
}

const ABOUT: Text = Text::new(
    "zhenggai：把整改通报读成“问题 → 措施 → 指标”树，数字精确到原文",
    "zhenggai reads Chinese rectification notices into trees problem → measure → metric, with exact figures",
);
const USAGE: Text = Text::new("zhenggai <命令> [选项]", "zhenggai <COMMAND> [OPTIONS]");
const EXAMPLES: Text = Text::new(
    "示例：
  zhenggai tree 通报.txt                      在终端看问题、措施和指标
  zhenggai metrics 通报/ -o 指标.csv          整个文件夹的指标汇成一张表
  zhenggai parse 通报.txt --pretty            完整的 JSON
各命令的说明：zhenggai <命令> --help
退出码：0 正常；1 lint 有 --fail-on 以上的提示；2 参数有误或有文件失败",
    "Examples:
  zhenggai tree notice.txt                    problems, measures and metrics in the terminal
  zhenggai metrics notices/ -o metrics.csv    one table of the metrics of a whole folder
  zhenggai parse notice.txt --pretty          everything, as JSON
More on a command: zhenggai <COMMAND> --help
Exit code: 0 fine; 1 lint found something at --fail-on or above; 2 wrong arguments, or a file failed",
);
pub const ROOT: Text = Text::new(
    "{about}\n\n用法：{usage}\n\n命令：\n{subcommands}\n\n选项：\n{options}{after-help}",
    "{about}\n\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nOptions:\n{options}{after-help}",
);
const SUBCOMMAND: Text = Text::new(
    "{about}\n\n用法：{usage}\n\n参数：\n{positionals}\n\n选项：\n{options}{after-help}",
    "{about}\n\nUsage: {usage}\n\nArguments:\n{positionals}\n\nOptions:\n{options}{after-help}",
);
