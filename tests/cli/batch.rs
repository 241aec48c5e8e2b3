//! Several files: order, threads, standard input.

use crate::{Folder, NOTICE, json, stdout, zhenggai};
use std::process::{Command, Stdio};

fn paths(lines: &str) -> Vec<String> {
    lines.lines().map(|line| json(line)["source"]["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn notices_come_in_the_order_of_the_arguments() {
    let folder = Folder::new();
    let last = folder.put("z.txt", NOTICE);
    for name in ["dir/b/1.txt", "dir/a.txt", "dir/c.TXT", "dir/.hidden.txt", "dir/d.json"] {
        folder.put(name, NOTICE);
    }
    let mut command = zhenggai();
    command.current_dir(folder.path()).arg("parse").arg(&last).args(["-", "dir"]).write_stdin(NOTICE);
    let want = [last.to_str().unwrap(), "-", "dir/a.txt", "dir/b/1.txt", "dir/c.TXT"];
    assert_eq!(paths(&stdout(&mut command)), want);
}

#[test]
fn one_thread_equals_eight() {
    for arguments in [&["parse", "corpus", "--rejected"][..], &["metrics", "corpus", "--format", "csv"]] {
        let run = |jobs| {
            let mut command = zhenggai();
            command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).args(["--jobs", jobs]);
            command.output().unwrap().stdout
        };
        let one = run("1");
        assert!(one.len() > 10_000);
        assert!(one == run("8"), "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_is_silent_and_no_failure() {
    let folder = Folder::new();
    for at in 0..200 {
        folder.put(&format!("{at}.txt"), NOTICE);
    }
    for arguments in [&["parse"][..], &["metrics", "--format", "json"], &["metrics", "--format", "csv"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_zhenggai"))
            .args(arguments)
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    }
}
