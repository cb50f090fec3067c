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
    /// Wrong use, or nothing was converted.
    Failure,
}

impl Exit {
    /// The status that the process ends with.
    pub const fn status(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Partial => 1,
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
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}

/// The table as `--help` prints it.
pub const HELP: &str = "\
Exit status:
  0  every input was converted (also when the reader of a pipe closed it early)
  1  some inputs failed, the others were converted
  2  wrong use, or nothing was converted: no input found, every input failed,
     or the output could not be written";

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
    fn the_help_explains_every_status() {
        for exit in [Exit::Success, Exit::Partial, Exit::Failure] {
            assert!(HELP.contains(&format!("\n  {}  ", exit.status())), "{exit:?}");
        }
    }
}
