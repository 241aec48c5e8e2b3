//! `run.json`: what the run was made from and by.

use super::{Artefact, put};
use crate::i18n::Text;
use crate::output::run;

pub const ARTEFACT: Artefact = Artefact {
    file: "run.json",
    about: Text::new(
        "本次运行的版本、选项、词典和输入的校验和、失败的文件",
        "version, options, checksums of dictionaries and inputs, failures",
    ),
    write: |results, options, store| {
        let analysis = results.analysis;
        put(store, "run.json", |out| {
            serde_json::to_writer_pretty(&mut *out, &run::run(analysis, &options.chosen))?;
            out.write_all(b"\n")
        })
    },
};
