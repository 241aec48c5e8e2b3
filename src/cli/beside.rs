//! Files of the user's that stand beside the notices and speak of them: corrections, suppressions.

use super::args;
use clap::ArgMatches;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use zhenggai::batch::Input;

/// The files of that name in the folders that `paths` name and in those of `inputs`, which they stand for, in order.
pub fn files<'i>(paths: &[PathBuf], inputs: impl Iterator<Item = &'i Input>, name: &str) -> BTreeSet<PathBuf> {
    let folders = paths.iter().filter(|path| path.is_dir()).map(PathBuf::as_path);
    let of_files = inputs.filter_map(|input| match input {
        Input::File(path) => path.parent(),
        Input::Stdin => None,
    });
    folders.chain(of_files).map(|folder| folder.join(name)).filter(|file| file.is_file()).collect()
}

/// The paths that the arguments name.
pub fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(args::PATHS).into_iter().flatten().cloned().collect()
}

/// Whether a whole folder is read: only then are entries that meant nothing worth a word.
pub fn is_whole(paths: &[PathBuf]) -> bool {
    paths.iter().any(|path: &PathBuf| Path::is_dir(path))
}
