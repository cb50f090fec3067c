//! `bantin.toml`: which findings matter, and how much.
//!
//! The module knows the form of the file and how levels from several places make one. Where files are looked for, and
//! what the command line adds, is for the command.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::model::{Code, Severity, UnknownCode};

/// The name of a configuration file.
pub const NAME: &str = "bantin.toml";

/// The word that stands for every rule.
pub const ALL: &str = "all";

/// What a configuration file says; what it leaves out is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The table `check`.
    #[serde(default)]
    pub check: Check,
}

/// The table `check`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Check {
    /// Lowest level of a finding that ends a check with status 1.
    pub fail_on: Option<Severity>,
    /// Limit of the rule `date-too-old` in days, from 1.
    #[serde(default, deserialize_with = "days")]
    pub max_age_days: Option<u32>,
    /// The levels of rules.
    #[serde(default)]
    pub severity: BTreeMap<Rules, Level>,
}

/// Reads a number of days.
fn days<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    let days = i64::deserialize(deserializer).ok().and_then(|days| u32::try_from(days).ok()).filter(|days| *days > 0);
    days.map(Some).ok_or_else(|| D::Error::custom("not a number of days; give a whole number, 1 or more"))
}

/// A rule, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rules {
    /// Every rule that is not named.
    All,
    /// This rule.
    One(Code),
}

impl fmt::Display for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.pad(ALL),
            Self::One(code) => code.fmt(f),
        }
    }
}

impl FromStr for Rules {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        if text == ALL { Ok(Self::All) } else { text.parse().map(Self::One) }
    }
}

impl<'de> Deserialize<'de> for Rules {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// What becomes of the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// They are left out.
    Allow,
    /// They are notes.
    Note,
    /// They are warnings.
    Warning,
    /// They are errors.
    Error,
}

impl Level {
    /// The severity that findings of this level have; none where they are left out.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// Levels out of several places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels {
    /// The places, the one that beats the others first.
    layers: Vec<BTreeMap<Rules, Level>>,
}

impl Levels {
    /// Levels out of `layers`, each of which beats those behind it. Inside one, a rule that is named beats `all`.
    pub fn new(layers: Vec<BTreeMap<Rules, Level>>) -> Self {
        Self { layers }
    }

    /// The severity of a finding that has `severity` of itself; none where it is left out.
    pub fn of(&self, code: Code, severity: Severity) -> Option<Severity> {
        let level =
            self.layers.iter().find_map(|layer| layer.get(&Rules::One(code)).or_else(|| layer.get(&Rules::All)));
        level.map_or(Some(severity), |level| level.severity())
    }
}

/// A mistake in a configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The line that it stands on, from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// Reads the bytes of a configuration file.
///
/// # Errors
/// The first mistake.
pub fn read(bytes: &[u8]) -> Result<Config, Mistake> {
    let line = |at: usize| 1 + bytes.iter().take(at).filter(|&&byte| byte == b'\n').count();
    let text = std::str::from_utf8(bytes).map_err(|error| Mistake {
        line: line(error.valid_up_to()),
        message: "the file is not UTF-8; save it as UTF-8".to_owned(),
    })?;
    toml::from_str(text).map_err(|error| Mistake {
        line: line(error.span().map_or(0, |span| span.start)),
        message: error.message().replace('\n', "; "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_it_says() {
        let text = "[check]\nfail-on = \"warning\"\nmax-age-days = 90\n\n[check.severity]\nall = \"note\"\nweak-article = \"allow\"\n";
        let severity = [(Rules::All, Level::Note), (Rules::One(Code::WeakArticle), Level::Allow)];
        let check = Check { fail_on: Some(Severity::Warning), max_age_days: Some(90), severity: severity.into() };
        assert_eq!(read(text.as_bytes()), Ok(Config { check }));
        for text in ["", "# nothing\n", "[check]\n", "[check.severity]\n", "\u{feff}[check]\r\n"] {
            assert_eq!(read(text.as_bytes()), Ok(Config::default()), "{text:?}");
        }
    }

    #[test]
    fn a_mistake_has_a_line_and_a_remedy() {
        let keys = "expected one of `fail-on`, `max-age-days`, `severity`";
        let days = "not a number of days; give a whole number, 1 or more";
        let cases: [(&[u8], usize, String); 12] = [
            (b"[chek]\n", 1, "unknown field `chek`, expected `check`".to_owned()),
            (b"[check]\n\nfail_on = \"error\"\n", 3, format!("unknown field `fail_on`, {keys}")),
            (
                b"[check]\nfail-on = \"warn\"\n",
                2,
                "unknown variant `warn`, expected one of `note`, `warning`, `error`".to_owned(),
            ),
            (b"[check]\nmax-age-days = 0\n", 2, days.to_owned()),
            (b"[check]\nmax-age-days = -3\n", 2, days.to_owned()),
            (b"[check]\nmax-age-days = \"366\"\n", 2, days.to_owned()),
            (b"[check]\nmax-age-days = 5000000000\n", 2, days.to_owned()),
            (
                b"[check.severity]\nweak-article = \"note\"\nweak = \"note\"\n",
                3,
                "no rule has the code `weak`; `bantin explain` lists them".to_owned(),
            ),
            (
                b"[check.severity]\n\nweak-article = \"off\"\n",
                3,
                "unknown variant `off`, expected one of `allow`, `note`, `warning`, `error`".to_owned(),
            ),
            (b"[check.severity]\nall = \"note\"\nall = \"error\"\n", 3, "duplicate key".to_owned()),
            (b"\n[check\n", 2, "unclosed table, expected `]`".to_owned()),
            (b"[check]\n# \xff\n", 2, "the file is not UTF-8; save it as UTF-8".to_owned()),
        ];
        for (bytes, line, message) in cases {
            assert_eq!(read(bytes), Err(Mistake { line, message }), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn earlier_layers_beat_later_ones_and_names_beat_all() {
        let layer = |levels: &[(Rules, Level)]| levels.iter().copied().collect::<BTreeMap<_, _>>();
        let (weak, date) = (Rules::One(Code::WeakArticle), Rules::One(Code::DateImpossible));
        let of = |layers: &[BTreeMap<Rules, Level>]| {
            let levels = Levels::new(layers.to_vec());
            [Code::WeakArticle, Code::DateImpossible].map(|code| levels.of(code, code.severity()))
        };
        let (warning, error, note) = (Some(Severity::Warning), Some(Severity::Error), Some(Severity::Note));
        let named = layer(&[(weak, Level::Error)]);
        let all = layer(&[(Rules::All, Level::Note)]);
        let both = layer(&[(Rules::All, Level::Allow), (date, Level::Warning)]);
        assert_eq!(of(&[]), [warning, error]);
        assert_eq!(of(std::slice::from_ref(&named)), [error, error]);
        assert_eq!(of(&[named.clone(), all.clone()]), [error, note]);
        assert_eq!(of(&[all.clone(), named]), [note, note]);
        assert_eq!(of(&[both, all]), [None, warning]);
    }
}
