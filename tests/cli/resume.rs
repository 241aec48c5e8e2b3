//! `analyze` broken off from outside, and taken up again.

use crate::{Folder, NOTICE, stderr, zhenggai};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Whether the run that fills the folder has come far enough.
type Reached<'a> = &'a dyn Fn(&Path) -> bool;

/// Notices of a run: enough to break it off in the middle.
const NOTICES: usize = 300;

fn folder() -> Folder {
    let folder = Folder::new();
    for at in 0..NOTICES {
        folder.put(&format!("in/{at:03}.txt"), NOTICE.replace("340人次", &format!("{}人次", 340 + at)));
    }
    folder
}

fn run(folder: &Folder, out: &str) -> assert_cmd::Command {
    let mut command = zhenggai();
    command.arg("analyze").arg(folder.path().join("in")).arg("-o").arg(folder.path().join(out));
    command
}

/// Every file of a folder that is not the program's own.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in folder.read_dir().into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            found.insert(path.clone(), std::fs::read(&path).expect("a file that can be read"));
        }
    }
    found
}

fn is_half(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".zhenggai-"))
}

/// Starts a run and ends it by `signal` once `reached` says that it has come far enough.
fn broken_off(folder: &Folder, out: &Path, signal: &str, reached: impl Fn() -> bool) -> Option<i32> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhenggai"));
    command.arg("analyze").arg(folder.path().join("in")).arg("-o").arg(out).stderr(Stdio::null());
    let mut child: Child = command.spawn().expect("the program starts");
    let began = Instant::now();
    while !reached() {
        assert!(child.try_wait().expect("its state").is_none(), "the run ended before it was broken off");
        assert!(began.elapsed() < Duration::from_secs(120), "the run does not come on");
        std::thread::sleep(Duration::from_millis(1));
    }
    let sent = Command::new("kill").arg(signal).arg(child.id().to_string()).status().expect("kill");
    assert!(sent.success());
    child.wait().expect("its end").code()
}

fn count(folder: &Path) -> usize {
    folder.read_dir().map_or(0, |entries| entries.flatten().filter(|entry| !is_half(&entry.path())).count())
}

#[cfg(unix)]
#[test]
fn a_killed_run_leaves_whole_files_and_is_taken_up_again() {
    let folder = folder();
    run(&folder, "whole").assert().code(0);
    let whole = files(&folder.path().join("whole"));
    let stages: [(&str, Reached<'_>); 3] = [
        ("reading", &|out| count(&out.join(".zhenggai/notices")) >= 5),
        ("first result", &|out| out.join("report.html").exists()),
        ("tables", &|out| out.join("metrics.csv").exists()),
    ];
    for (at, (stage, reached)) in stages.into_iter().enumerate() {
        for signal in ["-INT", "-TERM", "-KILL"] {
            let name = format!("out{at}{signal}");
            let out = folder.path().join(&name);
            let code = broken_off(&folder, &out, signal, || reached(&out));
            assert_eq!(code, if signal == "-KILL" { None } else { Some(130) }, "{stage} {signal}");
            for (path, bytes) in files(&out) {
                if is_half(&path) {
                    assert_eq!(signal, "-KILL", "{stage}: {} is left", path.display());
                } else {
                    let same = folder.path().join("whole").join(path.file_name().expect("a name"));
                    assert!(whole[&same] == bytes, "{stage} {signal}: {} is not whole", path.display());
                }
            }
            let said = stderr(run(&folder, &name).arg("--resume"));
            let taken: usize = said
                .split("沿用上次已读的通报 ")
                .nth(1)
                .expect("how many")
                .split(' ')
                .next()
                .expect("a number")
                .parse()
                .expect("a number");
            assert!(taken >= 5, "{stage} {signal}: {said}");
            let again: Vec<_> =
                files(&out).into_iter().map(|(path, bytes)| (path.file_name().map(ToOwned::to_owned), bytes)).collect();
            let want: Vec<_> =
                whole.iter().map(|(path, bytes)| (path.file_name().map(ToOwned::to_owned), bytes.clone())).collect();
            assert!(again == want, "{stage} {signal}: taken up again, the results differ");
        }
    }
}

#[test]
fn only_what_changed_is_read_again() {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    folder.put("in/b.txt", NOTICE.replace("340", "341"));
    run(&folder, "out").assert().code(0);
    folder.put("in/b.txt", NOTICE.replace("340", "342"));
    folder.put("in/c.txt", NOTICE);
    let said = stderr(run(&folder, "out").args(["--resume", "--lang", "en"]));
    assert!(said.contains("2 notices taken from the run before"), "{said}");
    assert_eq!(count(&folder.path().join("out/.zhenggai/notices")), 2);
    let fresh = stderr(run(&folder, "out").args(["--lang", "en"]));
    assert!(!fresh.contains("taken"), "{fresh}");
}

#[test]
fn other_dictionaries_read_anew() {
    let folder = Folder::new();
    folder.put("in/a.txt", NOTICE);
    run(&folder, "out").assert().code(0);
    folder.put("dicts/aliases.tsv", "alias\tcanonical\tdomain\n小学习\t集中学习\tours\n");
    let said =
        stderr(run(&folder, "out").args(["--resume", "--lang", "en", "--dicts"]).arg(folder.path().join("dicts")));
    assert!(said.contains("0 notices taken"), "{said}");
}
