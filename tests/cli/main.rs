//! The whole program, as a user runs it.

mod analyze;
mod batch;
mod compare;
mod corrections;
mod diff;
mod duplicates;
mod encodings;
mod failures;
mod flat_table;
mod languages;
mod lint;
mod looks;
mod parse;
mod resume;

use assert_cmd::Command;
use std::path::{Path, PathBuf};

/// A notice that has one of everything.
const NOTICE: &str = "关于巡察整改情况的通报
2024年6月26日，县委第二巡察组向县水利局党组反馈了巡察意见。
一、学习贯彻不够深入
（一）理论学习不够经常。
一是健全学习制度。印发学习通知2份，组织集中学习12次，参学人员达到340人次，同比增长6.5%。
二是加强督促检查。对落实不到位的3个股室进行通报。
二、工程管理不够严格
一是规范招标投标。已完成1500万元以上项目招标4个。
";

/// The program with a fixed environment: Chinese, whatever the system speaks.
fn zhenggai() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhenggai"));
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "zh_CN.UTF-8").env_remove("NO_COLOR");
    command
}

/// A folder for one test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder for temporary files"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Puts a file there, with the folders above it.
    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("folders can be made");
        std::fs::write(&path, bytes).expect("files can be written");
        path
    }
}

fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

fn stderr(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    String::from_utf8(output.stderr).expect("messages are UTF-8")
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("output is JSON")
}
