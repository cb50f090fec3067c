//! The one table of exit statuses: what each command returns, and what `--help` says about it.
//!
//! Commands return an [`Exit`]; turning it into a status of the process is left to `main`.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything that was asked for was done. Also a reader that closed the pipe: it had enough.
    Success,
    /// Some inputs failed, the others were converted.
    Partial,
    /// Everything was checked, and something is wrong with it: findings, or files that are not what a manifest says.
    Findings,
    /// Wrong use, nothing was converted, or not everything could be checked.
    Failure,
}

impl Exit {
    /// The status that the process ends with.
    pub const fn status(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Partial | Self::Findings => 1,
            Self::Failure => 2,
        }
    }

    /// How a run ends in which `converted` inputs came through and `failed` did not.
    ///
    /// A run that found no input is a failure: an empty folder must never look like success.
    pub const fn of_run(converted: u64, failed: u64) -> Self {
        match (converted, failed) {
            (0, _) => Self::Failure,
            (_, 0) => Self::Success,
            _ => Self::Partial,
        }
    }

    /// How a check ends that read `checked` inputs, could not read `failed` others, and came upon findings of the
    /// failing level or not.
    ///
    /// What was not read was not checked: then neither "clean" nor "these are the findings" would be true.
    pub const fn of_check(checked: u64, failed: u64, failing: bool) -> Self {
        match (checked, failed, failing) {
            (0, _, _) | (_, 1.., _) => Self::Failure,
            (_, _, true) => Self::Findings,
            _ => Self::Success,
        }
    }
}

impl Exit {
    /// How a verification ends that found `verified` entries as they were, `wrong` ones different, and could not read
    /// `malformed` lines.
    ///
    /// A manifest that proves nothing must never look like one that does.
    pub const fn of_verification(verified: u64, wrong: u64, malformed: u64) -> Self {
        match (verified, wrong, malformed) {
            (_, _, 1..) | (0, 0, _) => Self::Failure,
            (_, 1.., _) => Self::Findings,
            _ => Self::Success,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}

/// The table of the commands that convert, as `--help` prints it.
pub const HELP: &str = "\
Exit status:
  0  every input was converted (also when the reader of a pipe closed it early)
  1  some inputs failed, the others were converted
  2  wrong use, or nothing was converted: no input found, every input failed,
     or the output could not be written";

/// The table of `text`.
pub const TEXT_HELP: &str = "\
Exit status:
  0  every input was printed (also when the reader of a pipe closed it early)
  1  some inputs failed, the others were printed
  2  wrong use, or nothing was printed: no input found, every input failed,
     or the output could not be written";

/// What the program's own help says.
pub const OVERVIEW: &str = "\
Exit status:
  0  every input was converted (also when the reader of a pipe closed it early)
  1  some inputs failed, the others were converted
  2  wrong use, or nothing was converted: no input found, every input failed,
     or the output could not be written

`check`, `text`, `verify` and the commands that read no bulletins have tables of
their own, see their --help.";

/// The table of `check`.
pub const CHECK_HELP: &str = "\
Exit status:
  0  clean: every input was checked, with no finding of the failing level
  1  findings of the failing level (--fail-on)
  2  could not run: wrong use, a configuration with a mistake, no input found,
     an input that could not be read, or the output could not be written";

/// The table of `verify`.
pub const VERIFY_HELP: &str = "\
Exit status:
  0  verified: every input and output is there and has its checksum
  1  something is missing or has changed, or an input had not been converted
  2  could not run: wrong use, a manifest that cannot be read, a line in it that is
     no entry, or nothing to verify";

/// The table of the commands that read no bulletins.
pub const PRINT_HELP: &str = "\
Exit status:
  0  printed (also when the reader of a pipe closed it early)
  2  wrong use, or the output could not be written";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_as_its_inputs_did() {
        let cases = [(0, 0, Exit::Failure), (0, 3, Exit::Failure), (3, 0, Exit::Success), (3, 1, Exit::Partial)];
        for (converted, failed, exit) in cases {
            assert_eq!(Exit::of_run(converted, failed), exit, "{converted} converted, {failed} failed");
        }
    }

    #[test]
    fn a_check_ends_as_its_findings_say() {
        let cases = [
            (0, 0, false, Exit::Failure),
            (0, 0, true, Exit::Failure),
            (3, 0, false, Exit::Success),
            (3, 0, true, Exit::Findings),
            (3, 1, false, Exit::Failure),
            (3, 1, true, Exit::Failure),
        ];
        for (checked, failed, failing, exit) in cases {
            assert_eq!(Exit::of_check(checked, failed, failing), exit, "{checked} checked, {failed} failed, {failing}");
        }
    }

    #[test]
    fn a_verification_ends_as_its_entries_say() {
        let cases = [
            (0, 0, 0, Exit::Failure),
            (3, 0, 0, Exit::Success),
            (3, 1, 0, Exit::Findings),
            (0, 1, 0, Exit::Findings),
            (3, 0, 1, Exit::Failure),
            (3, 1, 1, Exit::Failure),
        ];
        for (verified, wrong, malformed, exit) in cases {
            assert_eq!(Exit::of_verification(verified, wrong, malformed), exit, "{verified} {wrong} {malformed}");
        }
    }

    #[test]
    fn the_help_explains_every_status() {
        let tables = [
            (HELP, &[Exit::Success, Exit::Partial, Exit::Failure][..]),
            (TEXT_HELP, &[Exit::Success, Exit::Partial, Exit::Failure]),
            (OVERVIEW, &[Exit::Success, Exit::Partial, Exit::Failure]),
            (CHECK_HELP, &[Exit::Success, Exit::Findings, Exit::Failure]),
            (VERIFY_HELP, &[Exit::Success, Exit::Findings, Exit::Failure]),
            (PRINT_HELP, &[Exit::Success, Exit::Failure]),
        ];
        for (help, exits) in tables {
            for exit in exits {
                assert!(help.contains(&format!("\n  {}  ", exit.status())), "{exit:?}");
            }
        }
        assert!(OVERVIEW.starts_with(HELP));
    }
}
