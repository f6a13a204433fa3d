//! Why a command could not run to its end, with the exit code that scripts go by.

use std::fmt;
use std::io;

use crossread_library::Problem;

/// What stopped a command.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for something that makes no sense together: exit code 2, as for what
    /// the command line's own parser refuses.
    Usage(String),
    /// An input cannot be read or is at fault: exit code 3.
    Input(Vec<Problem>),
    /// An input cannot be read or is at fault, as the output says already: exit code 3.
    Told,
    /// The output cannot be written: exit code 3, except where its reader just went away.
    Output(io::Error),
}

impl Failure {
    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Failure::Input(_) | Failure::Told | Failure::Output(_) => 3,
        }
    }

    /// What to tell the person; nothing where a pipe's reader had read enough.
    pub(crate) fn message(&self) -> Option<String> {
        (self.code() != 0 && !matches!(self, Failure::Told)).then(|| self.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(what) => f.write_str(what),
            Failure::Input(problems) => {
                for (i, problem) in problems.iter().enumerate() {
                    if i > 0 {
                        writeln!(f)?;
                    }
                    write!(f, "{problem}")?;
                }
                Ok(())
            }
            Failure::Told => Ok(()),
            Failure::Output(error) => write!(
                f,
                "the output could not be written: {error}\n  to mend it: check that there is room where it goes"
            ),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}
