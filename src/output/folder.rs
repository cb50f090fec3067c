//! One file for each input below a folder (`--out`), never half written and never outside.
//!
//! Names are given out in the order of the inputs ([`Folder::claim`]), which settles who comes first when two inputs
//! would have the same name; writing ([`Slot::write`]) needs nothing that slots share.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, bail};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;
use unicode_normalization::UnicodeNormalization;

use super::review;
use crate::model::SCHEMA;

/// What temporary names begin and end with. No input has such a name unless somebody asks for the ending.
const TEMPORARY: (&str, &str) = (".bantin-", ".tmp");

/// The folder that the output goes to.
pub struct Folder {
    /// The folder as typed.
    root: PathBuf,
    /// The same, as the operating system resolves it.
    resolved: PathBuf,
    /// The names that are taken. Half a checksum stands for each, so that a million names fit into some ten megabytes.
    taken: HashSet<[u8; 16]>,
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
    /// The output folder, as the operating system resolves it.
    resolved: PathBuf,
}

impl Folder {
    /// Creates the folder where there is none.
    ///
    /// # Errors
    /// When it cannot be created, or is something else than a folder.
    pub fn create(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        Ok(Self { root: root.to_path_buf(), resolved: fs::canonicalize(root)?, taken: HashSet::new() })
    }

    /// The file for the input of this name: the name below the folder, with `.json` added.
    ///
    /// # Errors
    /// When an earlier input has taken the name.
    pub fn claim(&mut self, name: &Path) -> anyhow::Result<Slot> {
        self.claim_as(name, Kind::Json)
    }

    /// The file of this kind for the input of this name: the name below the folder, with the ending of the kind added.
    ///
    /// # Errors
    /// When an earlier input has taken the name.
    pub fn claim_as(&mut self, name: &Path, kind: Kind) -> anyhow::Result<Slot> {
        let path = self.root.join(confined(name, kind)?);
        if !self.taken.insert(key(&path)) {
            bail!("another input has the same output name: {}", path.to_string_lossy());
        }
        Ok(Slot { path, kind, resolved: self.resolved.clone() })
    }
}

impl Slot {
    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the file under a temporary name in its own folder and then gives it its name, so that a file is either
    /// whole or not there.
    ///
    /// # Errors
    /// When it cannot be written, or a file stands there that bantin did not write.
    pub fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        self.write_file(bytes).with_context(|| format!("cannot write {}", self.path.to_string_lossy()))
    }

    /// What [`Self::write`] does.
    fn write_file(&self, bytes: &[u8]) -> anyhow::Result<()> {
        let parent = self.path.parent().unwrap_or_else(|| Path::new("."));
        fs::create_dir_all(parent)?;
        if !fs::canonicalize(parent)?.starts_with(&self.resolved) {
            bail!("a link leads out of the output folder");
        }
        refuse_foreign(&self.path, self.kind)?;
        let mut file = temporary(parent)?;
        file.write_all(bytes)?;
        file.persist(&self.path).map_err(|failed| failed.error)?;
        Ok(())
    }
}

/// A temporary file in `parent`, with the permissions that a new file has.
fn temporary(parent: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
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

/// What two names share that some file system takes for the same: case and normal form are left aside.
fn key(path: &Path) -> [u8; 16] {
    let bytes = match path.to_str() {
        Some(text) => text.nfc().collect::<String>().to_lowercase().nfc().collect::<String>().into_bytes(),
        None => path.as_os_str().as_encoded_bytes().to_vec(),
    };
    let digest = Sha256::digest(bytes);
    let mut half = [0; 16];
    half.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
    half
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
        fs::File::open(path)?.take(opening.len() as u64).read_to_end(&mut start)?;
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
        // The same name again, in capitals, and decomposed.
        for name in ["x/../Số.txt", "../Số.txt", "SỐ.TXT", "So\u{302}\u{301}.txt"] {
            let claim = folder.claim(Path::new(name));
            assert_eq!(claim.is_err(), name != "x/../Số.txt", "{name}");
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
