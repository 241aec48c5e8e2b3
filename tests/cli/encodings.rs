//! Text files as they come: encodings, marks, damage.

use crate::{Folder, NOTICE, json, stdout, zhenggai};
use encoding_rs::GB18030;

fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to).collect()
}

#[test]
fn every_encoding_gives_the_same_metrics() {
    let folder = Folder::new();
    let marked = format!("\u{feff}{NOTICE}");
    let plain = json(&stdout(zhenggai().args(["parse", "-"]).write_stdin(NOTICE)));
    for (encoding, bytes) in [
        ("UTF-8", NOTICE.as_bytes().to_vec()),
        ("UTF-8", marked.as_bytes().to_vec()),
        ("UTF-16LE", utf16(&marked, u16::to_le_bytes)),
        ("UTF-16BE", utf16(&marked, u16::to_be_bytes)),
        ("UTF-16LE", utf16(NOTICE, u16::to_le_bytes)),
        ("GB18030", GB18030.encode(NOTICE).0.into_owned()),
    ] {
        let path = folder.put("a.txt", bytes);
        let notice = json(&stdout(zhenggai().arg("parse").arg(path)));
        assert_eq!(notice["source"]["encoding"], encoding);
        assert_eq!(notice["metrics"], plain["metrics"], "{encoding}");
        assert_eq!(notice["warnings"], plain["warnings"], "{encoding}");
    }
}

#[test]
fn the_user_names_the_encoding() {
    let folder = Folder::new();
    let path = folder.put("a.txt", GB18030.encode("整改").0);
    let text = |encoding| stdout(zhenggai().arg("text").arg(&path).args(["--encoding", encoding]));
    assert_eq!(text("gbk"), "整改");
    assert_eq!(text("GB2312"), "整改");
    assert_ne!(text("big5"), "整改");
}

#[test]
fn undecodable_bytes_are_told_with_their_places() {
    let folder = Folder::new();
    let mut bytes = NOTICE.as_bytes().to_vec();
    let at = NOTICE.find("学习贯彻").unwrap();
    bytes.splice(at..at, [0xff, 0xfe]);
    let path = folder.put("a.txt", &bytes);
    let notice = json(&stdout(zhenggai().arg("parse").arg(&path)));
    let warning = &notice["warnings"][0];
    let start = NOTICE[..at].chars().count();
    assert_eq!(notice["source"]["encoding"], "UTF-8");
    assert_eq!(warning["code"], "undecodable-bytes");
    assert_eq!(warning["span"], serde_json::json!({"start": start, "end": start + 2}));
    assert_eq!(warning["args"], serde_json::json!(["3", "2"]));
    assert!(warning["message"].as_str().unwrap().contains("第3行"));
}
