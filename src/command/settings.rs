//! What holds for each input of a check: the command line over the nearest `bantin.toml`.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};

use crate::cli::CheckArgs;
use crate::config::{self, Check, Config, Level, Levels, NAME, Rules};
use crate::input::Source;
use crate::model::{Diagnostic, Severity};
use crate::options::MAX_AGE_DAYS;

/// What holds for an input.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Settings {
    /// The levels of the rules.
    levels: Levels,
    /// Lowest level of a finding that ends the check with status 1.
    pub(super) fail_on: Severity,
    /// Limit of the rule `date-too-old` in days, from 1.
    pub(super) max_age_days: u32,
}

impl Settings {
    /// The finding with the level that it has here; none where it is left out.
    pub(super) fn judge(&self, diagnostic: &Diagnostic) -> Option<Diagnostic> {
        let severity = self.levels.of(diagnostic.code, diagnostic.severity)?;
        Some(Diagnostic { severity, ..diagnostic.clone() })
    }
}

/// Finds the settings of each input. A configuration is read once, and a folder is searched once.
pub(super) struct Lookup {
    /// What the command line says.
    typed: Check,
    /// Settings of inputs that have no configuration, or of all of them where the search is off.
    base: Arc<Settings>,
    /// Whether configurations are searched for.
    search: bool,
    /// Settings by the folder of the input, as it was walked.
    walked: HashMap<PathBuf, Arc<Settings>>,
    /// Settings by folder, as the operating system resolves it.
    resolved: HashMap<PathBuf, Arc<Settings>>,
}

impl Lookup {
    /// Settles what the arguments say.
    ///
    /// # Errors
    /// When a rule is given two levels, or the file that was named cannot be read or has a mistake.
    pub(super) fn new(args: &CheckArgs) -> anyhow::Result<Self> {
        let typed = Check {
            fail_on: args.fail_on.map(Severity::from),
            max_age_days: args.max_age_days,
            severity: levels(args)?,
        };
        let file = match &args.config {
            None => Check::default(),
            Some(path) => {
                let bytes = fs::read(path).with_context(|| path.to_string_lossy().into_owned())?;
                understand(path, &bytes)?
            }
        };
        let base = Arc::new(settle(&typed, file));
        let search = args.config.is_none() && !args.no_config;
        Ok(Self { typed, base, search, walked: HashMap::new(), resolved: HashMap::new() })
    }

    /// The settings of an input.
    ///
    /// # Errors
    /// When its configuration cannot be read or has a mistake.
    pub(super) fn of(&mut self, source: &Source) -> anyhow::Result<Arc<Settings>> {
        if !self.search {
            return Ok(Arc::clone(&self.base));
        }
        let folder = match source {
            Source::Stdin => Path::new(""),
            Source::File(path) => path.parent().unwrap_or(path),
        };
        if let Some(settings) = self.walked.get(folder) {
            return Ok(Arc::clone(settings));
        }
        let here = if folder == Path::new("") { Path::new(".") } else { folder };
        let settings = match fs::canonicalize(here) {
            Ok(resolved) => self.of_folder(&resolved)?,
            // Then the input cannot be read either, and will be reported.
            Err(_) => Arc::clone(&self.base),
        };
        self.walked.insert(folder.to_path_buf(), Arc::clone(&settings));
        Ok(settings)
    }

    /// The settings of what lies in a folder: its own configuration, or that of the nearest folder above.
    fn of_folder(&mut self, folder: &Path) -> anyhow::Result<Arc<Settings>> {
        let mut searched = Vec::new();
        let mut settings = Arc::clone(&self.base);
        for above in folder.ancestors() {
            if let Some(known) = self.resolved.get(above) {
                settings = Arc::clone(known);
                break;
            }
            searched.push(above.to_path_buf());
            if let Some(file) = open(&above.join(NAME))? {
                settings = Arc::new(settle(&self.typed, file));
                break;
            }
        }
        for above in searched {
            self.resolved.insert(above, Arc::clone(&settings));
        }
        Ok(settings)
    }
}

/// What a file says, if there is one. A folder of that name is none.
fn open(path: &Path) -> anyhow::Result<Option<Check>> {
    match fs::metadata(path) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Ok(metadata) if metadata.is_dir() => Ok(None),
        _ => {
            let bytes = fs::read(path).with_context(|| path.to_string_lossy().into_owned())?;
            understand(path, &bytes).map(Some)
        }
    }
}

/// Reads the bytes of a configuration.
fn understand(path: &Path, bytes: &[u8]) -> anyhow::Result<Check> {
    match config::read(bytes) {
        Ok(Config { check }) => Ok(check),
        Err(mistake) => bail!("{}:{}: {}", path.to_string_lossy(), mistake.line, mistake.message),
    }
}

/// The command line over a file over what holds otherwise.
fn settle(typed: &Check, file: Check) -> Settings {
    Settings {
        levels: Levels::new(vec![typed.severity.clone(), file.severity]),
        fail_on: typed.fail_on.or(file.fail_on).unwrap_or(Severity::Error),
        max_age_days: typed.max_age_days.or(file.max_age_days).unwrap_or(MAX_AGE_DAYS),
    }
}

/// The levels that the command line gives.
fn levels(args: &CheckArgs) -> anyhow::Result<BTreeMap<Rules, Level>> {
    let options = [
        ("--error", Level::Error, &args.error),
        ("--warn", Level::Warning, &args.warn),
        ("--note", Level::Note, &args.note),
        ("--allow", Level::Allow, &args.allow),
    ];
    let mut levels = BTreeMap::new();
    for (option, level, rules) in options {
        for rule in rules {
            if let Some((first, _)) = levels.insert(*rule, (option, level)).filter(|(_, other)| *other != level) {
                bail!("`{rule}` is given two levels, by {first} and by {option}; leave one of them out");
            }
        }
    }
    Ok(levels.into_iter().map(|(rule, (_, level))| (rule, level)).collect())
}
