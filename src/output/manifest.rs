//! The manifest of a run: a line for each input, with what proves that input and output are still the same.
//!
//! A manifest is never half written. While the run goes on, its lines are added to a journal beside it, each as soon as its
//! input is done; in the end the journal takes the manifest's name. A run that is killed leaves the journal, from which a
//! later one can go on: it adds its own lines, so that even a second kill loses nothing.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::facts::{Facts, Findings};
use crate::model::{Encoding, LayoutKind, SCHEMA};
use crate::options::Fixity;

/// The version of the manifest's format.
pub const MANIFEST: &str = "bantin-manifest/1";
/// What the name of a journal has more than that of its manifest.
const PARTIAL: &str = ".partial";

/// What a manifest says of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Version of the manifest's format.
    pub schema: String,
    /// Version of the program.
    pub version: String,
    /// Version of the format of the output.
    pub format: String,
    /// Options that decide what is written.
    pub options: Vec<String>,
    /// Path of the input as walked; `-` for standard input.
    pub path: String,
    /// Its size in bytes.
    pub bytes: Option<u64>,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: Option<String>,
    /// Encoding that it was read in.
    pub encoding: Option<Encoding>,
    /// Ill-formed byte sequences in it that became U+FFFD.
    pub replaced: Option<u64>,
    /// Kind of bulletin.
    pub layout: Option<LayoutKind>,
    /// Articles.
    pub articles: Option<u64>,
    /// Articles with a citation.
    pub citations: Option<u64>,
    /// Articles that rest on their looks alone.
    pub weak_articles: Option<u64>,
    /// Articles without a citation although the others have one.
    pub missing_citations: Option<u64>,
    /// Pieces of text, mostly lines, that found no place.
    pub unrecognised: Option<u64>,
    /// Findings by severity.
    pub findings: Option<Findings>,
    /// What came of the input.
    pub status: Status,
    /// Why it failed.
    pub error: Option<String>,
    /// Path of the file of its output; null where the output went to standard output.
    pub output: Option<String>,
    /// SHA-256 of that file, lower-case hexadecimal.
    pub output_sha256: Option<String>,
    /// Microseconds from opening the input to the end of the work on it.
    pub duration_us: Option<u64>,
}

/// What came of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It was converted.
    Converted,
    /// It failed.
    Failed,
}

impl Entry {
    /// The entry of an input that was converted with these options. Output and duration are filled in by who knows them.
    pub fn converted(path: String, fixity: &Fixity, facts: &Facts, options: &[String]) -> Self {
        Self {
            bytes: Some(fixity.bytes),
            sha256: Some(fixity.sha256.clone()),
            encoding: Some(facts.encoding),
            replaced: Some(facts.replaced),
            layout: Some(facts.layout),
            articles: Some(facts.articles),
            citations: Some(facts.citations),
            weak_articles: Some(facts.weak_articles),
            missing_citations: Some(facts.missing_citations),
            unrecognised: Some(facts.unrecognised),
            findings: Some(facts.findings),
            status: Status::Converted,
            error: None,
            ..Self::failed(path, String::new(), options)
        }
    }

    /// The entry of an input that failed.
    pub fn failed(path: String, error: String, options: &[String]) -> Self {
        Self {
            schema: MANIFEST.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            format: SCHEMA.to_owned(),
            options: options.to_vec(),
            path,
            bytes: None,
            sha256: None,
            encoding: None,
            replaced: None,
            layout: None,
            articles: None,
            citations: None,
            weak_articles: None,
            missing_citations: None,
            unrecognised: None,
            findings: None,
            status: Status::Failed,
            error: Some(error),
            output: None,
            output_sha256: None,
            duration_us: None,
        }
    }

    /// Whether a run of this program with these options would give the same output for an input of this fixity.
    pub fn holds_for(&self, fixity: &Fixity, options: &[String]) -> bool {
        self.status == Status::Converted
            && self.version == env!("CARGO_PKG_VERSION")
            && self.format == SCHEMA
            && self.options == options
            && self.bytes == Some(fixity.bytes)
            && self.sha256.as_deref() == Some(&fixity.sha256)
    }

    /// The facts that it records, if it records them all.
    pub fn facts(&self) -> Option<Facts> {
        Some(Facts {
            bytes: self.bytes?,
            encoding: self.encoding?,
            replaced: self.replaced?,
            layout: self.layout?,
            articles: self.articles?,
            citations: self.citations?,
            weak_articles: self.weak_articles?,
            missing_citations: self.missing_citations?,
            unrecognised: self.unrecognised?,
            findings: self.findings?,
        })
    }

    /// Reads an entry from a line of a manifest.
    ///
    /// # Errors
    /// When the line is no entry of a version that this program knows.
    pub fn read(line: &[u8]) -> anyhow::Result<Self> {
        let entry: Self = serde_json::from_slice(line)?;
        if entry.schema != MANIFEST {
            bail!("this is an entry of `{}`, not of `{MANIFEST}`", entry.schema);
        }
        Ok(entry)
    }
}

/// A manifest that is being written.
pub struct Manifest {
    /// Where it will be.
    path: PathBuf,
    /// Where its journal is.
    journal: PathBuf,
    /// The journal.
    file: File,
    /// Where the lines of this run begin in the journal.
    start: u64,
}

impl Manifest {
    /// Begins the manifest at `path`: anew, or behind the lines that a journal holds already.
    ///
    /// # Errors
    /// When the journal cannot be written, or something stands in the way that is no manifest.
    pub fn begin(path: &Path, goes_on: bool) -> anyhow::Result<Self> {
        let journal = journal(path);
        for path in [path, &journal] {
            refuse_foreign(path)?;
        }
        let mut file = File::options().create(true).read(true).write(true).truncate(!goes_on).open(&journal)?;
        let start = if goes_on { drop_cut_line(&mut file)? } else { 0 };
        file.seek(SeekFrom::Start(start))?;
        Ok(Self { path: path.to_path_buf(), journal, file, start })
    }

    /// Adds an entry, as [`json::line`](super::json::line) writes it. It is in the hands of the operating system then.
    ///
    /// # Errors
    /// When the journal takes no more bytes.
    pub fn add(&mut self, line: &[u8]) -> anyhow::Result<()> {
        self.file.write_all(line).with_context(|| format!("cannot write {}", self.journal.to_string_lossy()))
    }

    /// Ends the manifest: the lines of this run, and none else, take its name.
    ///
    /// # Errors
    /// When it cannot be written. The journal stays then.
    pub fn finish(self) -> anyhow::Result<()> {
        let path = self.path.clone();
        self.put_in_place().with_context(|| format!("cannot write {}", path.to_string_lossy()))
    }

    /// What [`Self::finish`] does.
    fn put_in_place(mut self) -> io::Result<()> {
        if self.start == 0 {
            self.file.sync_all()?;
            return fs::rename(&self.journal, &self.path);
        }
        let folder = self.path.parent().filter(|folder| *folder != Path::new("")).unwrap_or_else(|| Path::new("."));
        let mut whole = NamedTempFile::new_in(folder)?;
        self.file.seek(SeekFrom::Start(self.start))?;
        io::copy(&mut self.file, &mut whole)?;
        // The journal has the permissions that a new file gets here; a temporary file is private.
        whole.as_file().set_permissions(self.file.metadata()?.permissions())?;
        whole.as_file().sync_all()?;
        whole.persist(&self.path).map_err(|failed| failed.error)?;
        fs::remove_file(&self.journal)
    }
}

/// The path of the journal of the manifest at `path`.
pub fn journal(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(PARTIAL);
    name.into()
}

/// Cuts off what follows the last line end of a file, and gives the length of the rest.
fn drop_cut_line(file: &mut File) -> io::Result<u64> {
    let mut whole = 0;
    let mut lines = BufReader::new(&*file);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 && line.last() == Some(&b'\n') {
        whole += line.len() as u64;
        line.clear();
    }
    file.set_len(whole)?;
    Ok(whole)
}

/// Refuses to overwrite what is no manifest: it could be an input.
fn refuse_foreign(path: &Path) -> anyhow::Result<()> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        file => file?,
    };
    let opening = format!("{{\"schema\":\"{MANIFEST}\"");
    let mut start = Vec::new();
    if file.metadata()?.is_file() {
        file.take(opening.len() as u64).read_to_end(&mut start)?;
    } else {
        bail!("{}: this is no file; name another one with --manifest", path.to_string_lossy());
    }
    // The line of a run that was killed at once may be cut anywhere.
    if !opening.as_bytes().starts_with(&start) {
        let path = path.to_string_lossy();
        bail!("{path}: something stands there already that is no manifest; name another file with --manifest");
    }
    Ok(())
}

/// What earlier runs recorded: a manifest and the journal of a run that was killed. Entries are looked up in the files, so
/// that little memory is needed for each.
pub struct Earlier {
    /// The files, the later one last.
    files: Vec<BufReader<File>>,
    /// The file and the place of the last entry for each path, by a hash of the path.
    places: HashMap<u64, (usize, u64)>,
    /// The hash.
    hash: RandomState,
}

impl Earlier {
    /// Opens what there is beside `path`; neither file need exist. A last line without its end was cut by a kill and does
    /// not count.
    ///
    /// # Errors
    /// When a file cannot be read, or a line in it is no entry.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let mut earlier = Self { files: Vec::new(), places: HashMap::new(), hash: RandomState::new() };
        for path in [path.to_path_buf(), journal(path)] {
            match File::open(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                file => {
                    let shown = path.to_string_lossy();
                    earlier.index(file.with_context(|| shown.clone().into_owned())?).with_context(|| {
                        format!("{shown}: an entry cannot be read; run without --resume to begin anew")
                    })?;
                }
            }
        }
        Ok(earlier)
    }

    /// Notes where the entries of a file stand.
    fn index(&mut self, file: File) -> anyhow::Result<()> {
        let mut lines = BufReader::new(file);
        let (mut line, mut at, mut number) = (Vec::new(), 0, 1);
        while lines.read_until(b'\n', &mut line)? > 0 && line.last() == Some(&b'\n') {
            let entry = Entry::read(&line).with_context(|| format!("line {number}"))?;
            self.places.insert(self.key(&entry.path), (self.files.len(), at));
            at += line.len() as u64;
            number += 1;
            line.clear();
        }
        self.files.push(lines);
        Ok(())
    }

    /// What stands for a path.
    fn key(&self, path: &str) -> u64 {
        let mut hasher = self.hash.build_hasher();
        hasher.write(path.as_bytes());
        hasher.finish()
    }

    /// The last entry for a path.
    ///
    /// # Errors
    /// When the file that holds it cannot be read.
    pub fn find(&mut self, path: &str) -> io::Result<Option<Entry>> {
        let Some(&(file, at)) = self.places.get(&self.key(path)) else { return Ok(None) };
        let Some(lines) = self.files.get_mut(file) else { return Ok(None) };
        // Entries mostly stand in the order of the inputs, so what is buffered already serves many of them.
        let here = lines.stream_position()?;
        lines.seek_relative(at.cast_signed() - here.cast_signed())?;
        let mut line = Vec::new();
        lines.read_until(b'\n', &mut line)?;
        Ok(Entry::read(&line).ok().filter(|entry| entry.path == path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::json;

    /// The line of an entry for `path`.
    fn line(path: &str, bytes: u64) -> Vec<u8> {
        let mut line = Vec::new();
        let entry = Entry { bytes: Some(bytes), ..Entry::failed(path.to_owned(), "gone".to_owned(), &[]) };
        json::line(&mut line, &entry).unwrap();
        line
    }

    #[test]
    fn a_manifest_stands_there_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("m.jsonl");
        let mut manifest = Manifest::begin(&path, false).unwrap();
        manifest.add(&line("a", 1)).unwrap();
        assert!(!path.exists() && journal(&path).exists());
        manifest.add(&line("b", 1)).unwrap();
        manifest.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), [line("a", 1), line("b", 1)].concat());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_was_recorded_before_is_found_and_outlives_a_kill() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("m.jsonl");
        fs::write(&path, [line("a", 1), line("b", 1), line("c", 1)].concat()).unwrap();
        // Killed in the middle of a line, twice.
        let cut = line("d", 2);
        fs::write(journal(&path), [&line("b", 2)[..], &cut[..cut.len() - 9]].concat()).unwrap();
        let mut manifest = Manifest::begin(&path, true).unwrap();
        manifest.add(&line("c", 3)).unwrap();
        manifest.add(&cut[..20]).unwrap();
        drop(manifest);
        let mut earlier = Earlier::open(&path).unwrap();
        let bytes = |earlier: &mut Earlier, path| earlier.find(path).unwrap().and_then(|entry| entry.bytes);
        let found = ["c", "a", "d", "b", "a"].map(|path| bytes(&mut earlier, path));
        assert_eq!(found, [Some(3), Some(1), None, Some(2), Some(1)]);
        // The run that comes to its end leaves its own lines alone.
        let mut manifest = Manifest::begin(&path, true).unwrap();
        manifest.add(&line("a", 4)).unwrap();
        manifest.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), line("a", 4));
        assert!(!journal(&path).exists());
    }

    #[test]
    fn a_line_that_is_no_entry_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("m.jsonl");
        fs::write(&path, [&line("a", 1)[..], b"{}\n"].concat()).unwrap();
        let error = format!("{:#}", Earlier::open(&path).err().unwrap());
        assert!(error.contains("m.jsonl: an entry cannot be read") && error.contains(": line 2: "), "{error}");
        let other = String::from_utf8(line("a", 1)).unwrap().replace("manifest/1", "manifest/2");
        let error = Entry::read(other.as_bytes()).unwrap_err().to_string();
        assert_eq!(error, "this is an entry of `bantin-manifest/2`, not of `bantin-manifest/1`");
    }

    #[test]
    fn nothing_but_a_manifest_is_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("so-7.txt");
        fs::write(&path, "Chợ mới").unwrap();
        let error = Manifest::begin(&path, false).err().unwrap().to_string();
        assert!(error.ends_with("that is no manifest; name another file with --manifest"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "Chợ mới");
        assert!(Manifest::begin(dir.path(), false).is_err());
        fs::write(&path, "").unwrap();
        assert!(Manifest::begin(&path, false).is_ok());
    }
}
