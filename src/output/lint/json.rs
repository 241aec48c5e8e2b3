//! The JSON contract: one object, or a finding a line.

use super::{Format, json, nothing};

pub const WHOLE: Format = Format {
    name: "json",
    opening: |_| br#"{"findings":["#.to_vec(),
    finding: |shown, _| json(shown.wire),
    between: ",",
    closing: |_, counts| [br#"],"summary":"#.to_vec(), json(counts), b"}\n".to_vec()].concat(),
};

pub const LINES: Format = Format {
    name: "jsonl",
    opening: nothing,
    finding: |shown, _| [json(shown.wire), b"\n".to_vec()].concat(),
    between: "",
    closing: |_, _| Vec::new(),
};
