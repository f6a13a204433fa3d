//! In the place of `parts` in the program without the reader's own texts: no file is read, and every answer comes whole.

use crossread_worker::protocol::{Answer, Ask, Word};

use super::WorkerEvent;

/// Whether a request is for the import program: none is.
pub fn is_import(_: &Ask) -> bool {
    false
}

/// The parts of an answer so far: none.
#[derive(Default)]
pub struct Parts {}

impl Parts {
    /// The answer, as it came.
    pub fn joined(self, answer: Answer) -> Answer {
        answer
    }
}

/// What a worker's message says.
pub fn heard(word: Word, _: Option<&mut Parts>) -> Option<WorkerEvent> {
    Some(match word {
        Word::Progress(progress) => WorkerEvent::Progress(progress),
        Word::Answer(answer) => WorkerEvent::Answer(answer),
    })
}
