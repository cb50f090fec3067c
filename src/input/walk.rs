//! From paths as typed to inputs: files, folders, lists and standard input, one after another and in a fixed order.
//!
//! Nothing is read here but folders and lists. What cannot be reached is one [`Found`] among the others, so that a
//! caller reports it at its place and goes on. Memory does not grow with the number of files, only with the number of
//! names in the folders that are open.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::vec;

use anyhow::{Context, anyhow};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use walkdir::{DirEntry, WalkDir};

use super::Stdin;
use super::list::List;
use crate::cli::InputArgs;

/// Extensions that are looked for in folders unless others are named.
const EXTENSIONS: [&str; 2] = ["txt", "md"];

/// Where the bytes of an input are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// The file at this path.
    File(PathBuf),
}

impl Source {
    /// The path as walked, `-` for standard input; what is no Unicode in it becomes U+FFFD.
    pub fn path(&self) -> Cow<'_, str> {
        match self {
            Self::Stdin => Cow::Borrowed("-"),
            Self::File(path) => path.to_string_lossy(),
        }
    }
}

/// An input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where its bytes are.
    pub source: Source,
    /// Its name when folders are mirrored. It may still be absolute or hold `..`: whoever writes has to deal with that.
    pub name: PathBuf,
}

/// What a walk comes upon.
#[derive(Debug)]
pub enum Found {
    /// An input.
    Input(Input),
    /// Something that was asked for and cannot be had.
    Failed {
        /// The path, as shown to people.
        path: String,
        /// Why.
        error: anyhow::Error,
    },
    /// Something that was left out on purpose and that a person should know of.
    Skipped {
        /// The path, as shown to people.
        path: String,
        /// Why.
        reason: String,
    },
}

impl Found {
    /// A failure at `path`.
    fn failed(path: &Path, error: impl Into<anyhow::Error>) -> Self {
        Self::Failed { path: path.to_string_lossy().into_owned(), error: error.into() }
    }
}

/// The inputs that the arguments name, in their order; folders sorted by the bytes of the paths.
pub struct Inputs<'a> {
    /// Paths still to come from the command line.
    paths: vec::IntoIter<PathBuf>,
    /// The list of further paths with its own path, as long as it lasts.
    list: Option<(PathBuf, List<'a>)>,
    /// Whether the list has named a path.
    list_used: bool,
    /// Whether names begin below the path (a single PATH) or repeat it (several, or a list).
    single: bool,
    /// The folder that is being searched.
    walk: Option<Walk>,
    /// What counts as an input in folders.
    filter: Filter,
    /// A folder that no search enters: where the output goes.
    avoid: Option<PathBuf>,
}

impl<'a> Inputs<'a> {
    /// Prepares a walk over what `args` name.
    ///
    /// # Errors
    /// When a glob has no meaning or the list of paths cannot be opened.
    pub fn new(args: &InputArgs, stdin: &mut Stdin<'a>) -> anyhow::Result<Self> {
        let list = match &args.files_from {
            None => None,
            Some(path) => {
                let list = List::open(path, args.null, stdin).with_context(|| path.to_string_lossy().into_owned())?;
                Some((path.clone(), list))
            }
        };
        Ok(Self {
            single: args.paths.len() == 1 && list.is_none(),
            paths: args.paths.clone().into_iter(),
            list,
            list_used: false,
            walk: None,
            filter: Filter::new(args)?,
            avoid: None,
        })
    }

    /// Keeps out of the folder `path`, so that a run does not read what it writes.
    #[must_use]
    pub fn avoiding(self, path: &Path) -> Self {
        Self { avoid: fs::canonicalize(path).ok(), ..self }
    }

    /// The next path that was typed or listed.
    fn next_path(&mut self) -> Option<Result<PathBuf, Found>> {
        if let Some(path) = self.paths.next() {
            return Some(Ok(path));
        }
        let (name, list) = self.list.as_mut()?;
        match list.next() {
            Some(Ok(path)) => {
                self.list_used = true;
                Some(Ok(path))
            }
            Some(Err(error)) => {
                let failed = Found::failed(name, error);
                self.list = None;
                Some(Err(failed))
            }
            None => {
                let empty = (!self.list_used).then(|| Err(Found::failed(name, anyhow!("the list names no path"))));
                self.list = None;
                empty
            }
        }
    }

    /// Begins with a path that was typed or listed; a folder is left to [`Walk`].
    fn begin(&mut self, path: PathBuf) -> Option<Found> {
        if path == Path::new("-") {
            return Some(Found::Input(Input { source: Source::Stdin, name: "stdin".into() }));
        }
        match fs::metadata(&path) {
            Err(error) => Some(Found::failed(&path, error)),
            Ok(metadata) if metadata.is_dir() => {
                self.walk = Some(Walk::new(path, self.single, &self.filter));
                None
            }
            // Whatever else was named is read: a pipe or a device can be meant.
            Ok(_) => {
                let name = match path.file_name() {
                    Some(name) if self.single => name.into(),
                    _ => path.clone(),
                };
                Some(Found::Input(Input { source: Source::File(path), name }))
            }
        }
    }
}

impl Iterator for Inputs<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(walk) = &mut self.walk {
                if let Some(found) = walk.next(&self.filter, self.avoid.as_deref()) {
                    return Some(found);
                }
                self.walk = None;
            }
            let found = match self.next_path()? {
                Ok(path) => self.begin(path),
                Err(failed) => Some(failed),
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

/// The search of one folder.
struct Walk {
    /// The folder as typed.
    root: PathBuf,
    /// Whether names begin below the root.
    below_root: bool,
    /// The entries still to come.
    entries: walkdir::IntoIter,
    /// Whether anything came of it, be it an error.
    fruitful: bool,
    /// Whether the search has come to its end.
    done: bool,
}

impl Walk {
    /// Begins to search the folder `root`.
    fn new(root: PathBuf, below_root: bool, filter: &Filter) -> Self {
        let entries = WalkDir::new(&root).follow_links(filter.follow).sort_by(by_path).into_iter();
        Self { root, below_root, entries, fruitful: false, done: false }
    }

    /// The next thing in the folder; a folder without any input is a failure.
    fn next(&mut self, filter: &Filter, avoid: Option<&Path>) -> Option<Found> {
        while let Some(entry) = self.entries.next() {
            let found = match entry {
                Ok(entry) if entry.depth() == 0 => None,
                Ok(entry) if entry.file_type().is_dir() => {
                    let path = entry.path();
                    let enters = !filter.excludes(self.below(path))
                        && avoid.is_none_or(|avoid| fs::canonicalize(path).ok().as_deref() != Some(avoid));
                    if !enters {
                        self.entries.skip_current_dir();
                    }
                    None
                }
                Ok(entry) => self.file(&entry, filter),
                Err(error) if error.path().is_some_and(|path| filter.excludes(self.below(path))) => None,
                Err(error) => Some(trouble(error)),
            };
            if found.is_some() {
                self.fruitful |= !matches!(found, Some(Found::Skipped { .. }));
                return found;
            }
        }
        if self.done || self.fruitful {
            return None;
        }
        self.done = true;
        Some(Found::failed(&self.root, anyhow!("no input found in this folder ({})", filter.wanted())))
    }

    /// What an entry comes to that is no folder.
    fn file(&self, entry: &DirEntry, filter: &Filter) -> Option<Found> {
        let path = entry.path();
        let below = self.below(path);
        if !filter.wants(entry.file_name()) || filter.excludes(below) || entry.path_is_symlink() && !filter.follow {
            return None;
        }
        if !entry.file_type().is_file() {
            // Opening a pipe that nobody writes to would wait for ever.
            return Some(Found::failed(path, anyhow!("not a regular file")));
        }
        let name = if self.below_root { below } else { path }.to_path_buf();
        Some(Found::Input(Input { source: Source::File(path.to_path_buf()), name }))
    }

    /// The part of `path` below the folder that is searched.
    fn below<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}

/// What an error of a walk means to the person who asked for it.
fn trouble(error: walkdir::Error) -> Found {
    let path = error.path().unwrap_or_else(|| Path::new("")).to_path_buf();
    if let Some(ancestor) = error.loop_ancestor() {
        // Nothing is lost: all that is behind the link is found above it.
        let reason = format!("the link leads back to {}", ancestor.to_string_lossy());
        return Found::Skipped { path: path.to_string_lossy().into_owned(), reason };
    }
    let error = error.into_io_error().unwrap_or_else(|| io::Error::other("cannot be reached"));
    Found::failed(&path, error)
}

/// Orders the entries of a folder as their full paths compare, byte by byte.
///
/// To the bytes of a path, a folder's name goes on with `/`: `a.txt` stands before what is in `a`.
fn by_path(a: &DirEntry, b: &DirEntry) -> Ordering {
    fn bytes(entry: &DirEntry) -> impl Iterator<Item = u8> {
        let is_dir = if entry.path_is_symlink() { entry.path().is_dir() } else { entry.file_type().is_dir() };
        entry.file_name().as_encoded_bytes().iter().copied().chain(is_dir.then_some(b'/'))
    }
    bytes(a).cmp(bytes(b))
}

/// What counts as an input in folders.
struct Filter {
    /// Endings of names, with their dot.
    endings: Vec<String>,
    /// Globs that are compared with names.
    names: GlobSet,
    /// Globs that are compared with paths below the folder that is searched.
    paths: GlobSet,
    /// Whether links are followed.
    follow: bool,
}

impl Filter {
    /// The filter that the arguments describe.
    fn new(args: &InputArgs) -> anyhow::Result<Self> {
        let mut endings: Vec<String> = args.ext.iter().map(|ext| format!(".{}", ext.trim_start_matches('.'))).collect();
        if endings.is_empty() {
            endings = EXTENSIONS.iter().map(|ext| format!(".{ext}")).collect();
        }
        let (mut names, mut paths) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        for glob in &args.exclude {
            let trimmed = glob.trim_end_matches('/');
            let compiled = GlobBuilder::new(trimmed.strip_prefix("./").unwrap_or(trimmed))
                .literal_separator(true)
                .build()
                .with_context(|| format!("--exclude {glob}"))?;
            if trimmed.contains('/') { &mut paths } else { &mut names }.add(compiled);
        }
        Ok(Self { endings, names: names.build()?, paths: paths.build()?, follow: args.follow })
    }

    /// Whether a file of this name is looked for.
    fn wants(&self, name: &OsStr) -> bool {
        let name = name.as_encoded_bytes();
        self.endings.iter().any(|ending| {
            // A name that is nothing but the ending has no extension.
            name.len() > ending.len()
                && name.get(name.len() - ending.len()..).is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
        })
    }

    /// Whether a path below the searched folder was excluded.
    fn excludes(&self, below: &Path) -> bool {
        self.paths.is_match(below) || below.file_name().is_some_and(|name| self.names.is_match(name))
    }

    /// The endings in words.
    fn wanted(&self) -> String {
        format!("looked for {}", self.endings.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The filter of these extensions and globs.
    fn filter(ext: &[&str], exclude: &[&str]) -> Filter {
        let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        Filter::new(&InputArgs { ext: own(ext), exclude: own(exclude), ..InputArgs::default() }).unwrap()
    }

    #[test]
    fn extensions_are_compared_in_any_case() {
        let cases: [(&[&str], &str, bool); 9] = [
            (&[], "a.txt", true),
            (&[], "A.TXT", true),
            (&[], "a.md", true),
            (&[], "a.html", false),
            (&[], ".txt", false),
            (&[], "txt", false),
            (&["html", ".OCR.txt"], "a.ocr.txt", true),
            (&["html", ".OCR.txt"], "a.txt", false),
            (&["html"], "a.html", true),
        ];
        for (ext, name, wanted) in cases {
            assert_eq!(filter(ext, &[]).wants(OsStr::new(name)), wanted, "{ext:?} {name}");
        }
    }

    #[test]
    fn globs_without_a_slash_are_compared_with_names() {
        let cases = [
            ("draft*", "2020/draft-1.txt", true),
            ("draft*", "draft/a.txt", false),
            ("draft", "2020/draft", true),
            ("draft/", "2020/draft", true),
            ("2020/*", "2020/a.txt", true),
            ("2020/*", "2020/b/a.txt", false),
            ("2020/*", "old/2020/a.txt", false),
            ("**/2020/**", "old/2020/b/a.txt", true),
            ("./a.txt", "a.txt", true),
            ("[ab].txt", "c/b.txt", true),
        ];
        for (glob, path, excluded) in cases {
            assert_eq!(filter(&[], &[glob]).excludes(Path::new(path)), excluded, "{glob} {path}");
        }
    }
}
