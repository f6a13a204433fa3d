//! Why a command failed, with the exit code for scripts.

use std::fmt;
use std::io;

use crossread_library::Problem;

/// What stopped a command.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The arguments do not fit together: exit code 2, as when the parser rejects them.
    Usage(String),
    /// An input cannot be read or is faulty: exit code 3.
    Input(Vec<Problem>),
    /// The same, if the output has already said so: exit code 3.
    Told,
    /// The output cannot be written: exit code 3, except if the pipe was closed.
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

    /// The message for the person; `None` if the pipe was closed.
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
                "the output could not be written: {error}\n  to fix it: check that there is space for it"
            ),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}
