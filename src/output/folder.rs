//! One file for each input below a folder (`--out`), never half written and never outside.
//!
//! Names are given out in the order of the inputs ([`Folder::claim`]), which settles who comes first when two inputs
//! would have the same name; writing ([`Slot::write`]) needs nothing that slots share.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, bail};
use tempfile::NamedTempFile;
use unicode_normalization::UnicodeNormalization;

use super::review;
use crate::model::SCHEMA;
use crate::options::Fixity;

/// What temporary names begin and end with. No input has such a name unless somebody asks for the ending.
const TEMPORARY: (&str, &str) = (".bantin-", ".tmp");

/// The folder that the output goes to. One run at a time may write to it.
pub struct Folder {
    /// What its slots share.
    shared: Arc<Shared>,
    /// The names that are taken: eight bytes for each, so that a million of them fit into some ten megabytes.
    taken: HashSet<Name>,
}

/// Stands for a name: 56 bits for what some file system takes for the same, and eight for the spelling. That two of a
/// million names meet by chance happens once in a hundred thousand archives, and then a clear error is all that comes
/// of it.
#[derive(Debug, Clone, Copy)]
struct Name(u64);

impl Name {
    /// What stands for the name of this path.
    fn new(path: &Path) -> Self {
        let key = match path.to_str() {
            Some(text) if text.is_ascii() => hash(&text.to_ascii_lowercase()),
            Some(text) => hash(&text.nfc().collect::<String>().to_lowercase().nfc().collect::<String>()),
            None => hash(path.as_os_str().as_encoded_bytes()),
        };
        Self(key & !0xff | hash(path) & 0xff)
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.0 >> 8 == other.0 >> 8
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0 >> 8).hash(state);
    }
}

/// What the slots of a folder share.
#[derive(Debug)]
struct Shared {
    /// The folder as typed.
    root: PathBuf,
    /// The same, as the operating system resolves it.
    resolved: PathBuf,
    /// What the temporary names of this run begin with.
    prefix: String,
    /// Hashes of the folders below that are there, lie below indeed, and are clean.
    ready: Mutex<HashSet<u64>>,
}

/// What a file of the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A bulletin as JSON.
    Json,
    /// A page of a review.
    Page,
}

impl Kind {
    /// What is added to the name of the input.
    const fn ending(self) -> &'static str {
        match self {
            Self::Json => ".json",
            Self::Page => ".html",
        }
    }

    /// What a file that bantin wrote begins with.
    fn opening(self) -> String {
        match self {
            Self::Json => {
                let (family, _) = SCHEMA.split_once('/').unwrap_or((SCHEMA, ""));
                format!("{{\n  \"schema\": \"{family}/")
            }
            Self::Page => review::OPENING.to_owned(),
        }
    }
}

/// A file of the output that belongs to one input.
#[derive(Debug)]
pub struct Slot {
    /// Its path, beginning with the folder as typed.
    path: PathBuf,
    /// What it is.
    kind: Kind,
    /// What it shares with the others.
    shared: Arc<Shared>,
}

impl Folder {
    /// Creates the folder where there is none, and makes sure that it can be written to.
    ///
    /// # Errors
    /// When it cannot be created, is something else than a folder, or cannot be written to.
    pub fn create(root: &Path) -> anyhow::Result<Self> {
        let make = || -> io::Result<Self> {
            fs::create_dir_all(root)?;
            let resolved = fs::canonicalize(root)?;
            let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            let prefix = format!("{}{:x}-{:x}-", TEMPORARY.0, process::id(), since.as_nanos());
            // A folder that takes no file is found out before anything is read.
            temporary(root, &prefix)?.close()?;
            let shared = Shared { root: root.to_path_buf(), resolved, prefix, ready: Mutex::default() };
            Ok(Self { shared: Arc::new(shared), taken: HashSet::new() })
        };
        make().with_context(|| format!("{}: choose another folder with --out", root.to_string_lossy()))
    }

    /// The file for the input of this name: the name below the folder, with `.json` added.
    ///
    /// # Errors
    /// When an earlier input has taken the name, or one that some file systems take for the same.
    pub fn claim(&mut self, name: &Path) -> anyhow::Result<Slot> {
        self.claim_as(name, Kind::Json)
    }

    /// The file of this kind for the input of this name: the name below the folder, with the ending of the kind added.
    ///
    /// # Errors
    /// When an earlier input has taken the name, or one that some file systems take for the same.
    pub fn claim_as(&mut self, name: &Path, kind: Kind) -> anyhow::Result<Slot> {
        let below = confined(name, kind)?;
        let name = Name::new(&below);
        let path = self.shared.root.join(below);
        if let Some(earlier) = self.taken.get(&name) {
            let path = path.to_string_lossy();
            let remedy = "rename one of the two, or convert them into different folders";
            if earlier.0 == name.0 {
                bail!("another input has the same output name, {path}: {remedy}");
            }
            bail!("the output name {path} differs from that of another input only in case or Unicode form: {remedy}");
        }
        self.taken.insert(name);
        Ok(Slot { path, kind, shared: Arc::clone(&self.shared) })
    }
}

impl Slot {
    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the file under a temporary name in its own folder and then gives it its name, so that a file is either
    /// whole or not there. It is in the hands of the operating system then, which may put it on the disk later: to wait
    /// for that at each file would cost more than to convert it, and a manifest proves which files arrived.
    ///
    /// # Errors
    /// When it cannot be written, or a file stands there that bantin did not write.
    pub fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        self.write_file(bytes)
            .map_err(|error| match remedy(&error) {
                Some(remedy) => error.context(remedy),
                None => error,
            })
            .with_context(|| format!("cannot write {}", self.path.to_string_lossy()))
    }

    /// What [`Self::write`] does.
    fn write_file(&self, bytes: &[u8]) -> anyhow::Result<()> {
        let parent = self.prepare()?;
        refuse_foreign(&self.path, self.kind)?;
        let mut file = temporary(parent, &self.shared.prefix)?;
        file.write_all(bytes)?;
        file.persist(&self.path).map_err(|failed| failed.error)?;
        Ok(())
    }

    /// Whether the file is there and has this checksum.
    pub fn holds(&self, sha256: &str) -> bool {
        // A link could stand for a file that lies somewhere else.
        let is_file = || fs::symlink_metadata(&self.path).is_ok_and(|metadata| metadata.is_file());
        self.prepare().is_ok()
            && is_file()
            && File::open(&self.path).and_then(Fixity::read).is_ok_and(|fixity| fixity.sha256 == sha256)
    }

    /// Makes the folder of the file ready, once in a run: it is there, it lies below the output folder, and what runs
    /// that were killed left in it is gone.
    fn prepare(&self) -> anyhow::Result<&Path> {
        let parent = self.path.parent().unwrap_or_else(|| Path::new("."));
        let mut ready = self.shared.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.contains(&hash(parent)) {
            return Ok(parent);
        }
        fs::create_dir_all(parent)?;
        if !fs::canonicalize(parent)?.starts_with(&self.shared.resolved) {
            bail!("a link leads out of the output folder");
        }
        for entry in fs::read_dir(parent)?.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let stale = name.starts_with(TEMPORARY.0)
                && name.ends_with(TEMPORARY.1)
                && !name.starts_with(&self.shared.prefix)
                && entry.file_type().is_ok_and(|kind| kind.is_file());
            if stale {
                // What cannot be removed is in nobody's way.
                let _ = fs::remove_file(entry.path());
            }
        }
        ready.insert(hash(parent));
        Ok(parent)
    }
}

/// What a person can do about an error of writing, where the error itself does not say it.
fn remedy(error: &anyhow::Error) -> Option<&'static str> {
    match error.downcast_ref::<io::Error>()?.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some("no room is left; make some and run again"),
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
            Some("nothing may be written there; choose another folder with --out")
        }
        io::ErrorKind::FileTooLarge => Some("the file is larger than the system allows; raise the limit and run again"),
        _ => None,
    }
}

/// A number that stands for a value.
fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A temporary file in `parent`, with the permissions that a new file has.
fn temporary(parent: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix).suffix(TEMPORARY.1);
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are private by default, these are not; the system's mask still applies.
        builder.permissions(fs::Permissions::from_mode(0o666))
    };
    builder.tempfile_in(parent)
}

/// `name` with the ending of its kind added and without anything that could lead out of a folder.
fn confined(name: &Path, kind: Kind) -> anyhow::Result<PathBuf> {
    let mut path: PathBuf = name
        .components()
        .filter_map(|component| match component {
            Component::Normal(part) => Some(part),
            Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
        })
        .collect();
    let Some(file) = path.file_name() else { bail!("the path has no name to write under") };
    let mut file: OsString = file.to_owned();
    file.push(kind.ending());
    path.set_file_name(file);
    Ok(path)
}

/// Refuses to overwrite what is not a file of this kind that bantin wrote earlier: it could be an input.
fn refuse_foreign(path: &Path, kind: Kind) -> anyhow::Result<()> {
    let found = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        found => found?,
    };
    let opening = kind.opening();
    let mut start = Vec::new();
    if found.is_file() {
        File::open(path)?.take(opening.len() as u64).read_to_end(&mut start)?;
    }
    if start != opening.as_bytes() {
        bail!("something stands there already that bantin did not write");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{json, sample};

    #[test]
    fn names_stay_below_the_folder() {
        let cases = [
            ("a.txt", "a.txt.json"),
            ("2020/a.txt", "2020/a.txt.json"),
            ("./2020//a.txt", "2020/a.txt.json"),
            ("../../a.txt", "a.txt.json"),
            ("2020/../../etc/a", "2020/etc/a.json"),
            ("/var/a.md", "var/a.md.json"),
        ];
        for (name, expected) in cases {
            assert_eq!(confined(Path::new(name), Kind::Json).unwrap(), Path::new(expected), "{name}");
        }
        for name in ["", "..", "/", "."] {
            assert!(confined(Path::new(name), Kind::Json).is_err(), "{name}");
        }
    }

    #[test]
    fn a_name_is_given_once() {
        let dir = tempfile::tempdir().unwrap();
        let mut folder = Folder::create(dir.path()).unwrap();
        assert!(folder.claim(Path::new("Số.txt")).is_ok());
        assert!(folder.claim(Path::new("Số.md")).is_ok());
        // In another folder, the same name again, in capitals, and decomposed.
        assert!(folder.claim(Path::new("x/../Số.txt")).is_ok());
        let cases = [
            ("../Số.txt", "another input has the same output name, "),
            ("SỐ.TXT", "the output name "),
            ("So\u{302}\u{301}.txt", "the output name "),
            ("Số.txt", "another input has the same output name, "),
        ];
        for (name, message) in cases {
            let error = folder.claim(Path::new(name)).unwrap_err().to_string();
            assert!(error.starts_with(message) && error.contains(": rename one of the two"), "{error}");
            assert_eq!(error.contains("only in case or Unicode form"), message == "the output name ", "{error}");
        }
    }

    #[test]
    fn only_own_files_are_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let mut folder = Folder::create(dir.path()).unwrap();
        let mut bytes = Vec::new();
        json::indented(&mut bytes, &sample::bulletin()).unwrap();
        let slot = folder.claim(Path::new("a")).unwrap();
        slot.write(&bytes).unwrap();
        slot.write(&bytes).unwrap();
        assert_eq!(fs::read(slot.path()).unwrap(), bytes);

        fs::write(dir.path().join("b.json"), "{\"mine\": true}").unwrap();
        let error = folder.claim(Path::new("b")).unwrap().write(&bytes).unwrap_err();
        assert!(format!("{error:#}").ends_with("something stands there already that bantin did not write"));
        assert_eq!(fs::read(dir.path().join("b.json")).unwrap(), b"{\"mine\": true}");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "a temporary file was left");
    }

    #[test]
    fn what_a_killed_run_left_is_removed_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let names = [".bantin-1-2-abc.tmp", ".bantin-notes", "bantin.tmp", ".bantin-folder.tmp/a"];
        fs::create_dir(dir.path().join(".bantin-folder.tmp")).unwrap();
        names.iter().for_each(|name| fs::write(dir.path().join(name), "half").unwrap());
        let mut folder = Folder::create(dir.path()).unwrap();
        // One that this run has open is not stale.
        let own = temporary(dir.path(), &folder.shared.prefix).unwrap();
        folder.claim(Path::new("a")).unwrap().write(b"{}").unwrap();
        assert_eq!(names.map(|name| dir.path().join(name).exists()), [false, true, true, true]);
        assert!(own.path().exists());
    }

    #[test]
    fn a_file_is_known_by_its_checksum() {
        let dir = tempfile::tempdir().unwrap();
        let mut folder = Folder::create(dir.path()).unwrap();
        let (slot, other) = (folder.claim(Path::new("a")).unwrap(), folder.claim(Path::new("b")).unwrap());
        slot.write(b"{}").unwrap();
        let sha256 = Fixity::of(b"{}").sha256;
        assert!(slot.holds(&sha256) && !other.holds(&sha256));
        fs::write(slot.path(), "{ }").unwrap();
        assert!(!slot.holds(&sha256));
    }

    #[test]
    fn a_person_is_told_what_to_do() {
        let remedy = |kind: io::ErrorKind| remedy(&io::Error::from(kind).into()).unwrap_or_default();
        assert!(remedy(io::ErrorKind::StorageFull).starts_with("no room is left"));
        assert!(remedy(io::ErrorKind::ReadOnlyFilesystem).ends_with("choose another folder with --out"));
        assert!(remedy(io::ErrorKind::FileTooLarge).ends_with("raise the limit and run again"));
        assert_eq!(remedy(io::ErrorKind::NotADirectory), "");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let (dir, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), dir.path().join("sub")).unwrap();
        let mut folder = Folder::create(dir.path()).unwrap();
        let error = folder.claim(Path::new("sub/a.txt")).unwrap().write(b"{}").unwrap_err();
        assert!(format!("{error:#}").ends_with("a link leads out of the output folder"), "{error:#}");
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn files_get_ordinary_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let slot = Folder::create(dir.path()).unwrap().claim(Path::new("a")).unwrap();
        slot.write(b"{}").unwrap();
        fs::write(dir.path().join("plain"), "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(slot.path()), mode(&dir.path().join("plain")));
    }
}
