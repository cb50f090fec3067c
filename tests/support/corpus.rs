//! Finds the shared corpus, which stands beside the project and not in it.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the corpus.
pub(crate) struct Text {
    /// Its name.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
}

/// The texts in a folder of the corpus, by name; none, with a word on standard error, where there is no corpus.
///
/// The corpus is `../shared/corpus`, or where `BANTIN_CORPUS` says.
pub(crate) fn texts(folder: &str) -> Vec<Text> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let corpus = std::env::var_os("BANTIN_CORPUS").map_or_else(beside, PathBuf::from);
    let Ok(entries) = fs::read_dir(corpus.join(folder)) else {
        eprintln!("skipped: no shared corpus at {}", corpus.display());
        return Vec::new();
    };
    let mut texts: Vec<Text> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
            Text { name, text }
        })
        .collect();
    texts.sort_by(|a, b| a.name.cmp(&b.name));
    texts
}
