//! What workers do for the program with the reader's own texts only: they read files, and give long answers in parts.

use crossread_worker::protocol::{Answer, Ask, Part, Word};

use super::WorkerEvent;

/// Whether a request is for the import program.
pub fn is_import(ask: &Ask) -> bool {
    matches!(ask, Ask::Import(_))
}

/// The parts of an answer so far.
#[derive(Default)]
pub struct Parts(Vec<Part>);

impl Parts {
    /// The answer with its parts.
    pub fn joined(self, answer: Answer) -> Answer {
        answer.joined(self.0)
    }
}

/// What a worker's message says; `None` for a part of an answer, which is added to those before.
pub fn heard(word: Word, parts: Option<&mut Parts>) -> Option<WorkerEvent> {
    match word {
        Word::Progress(progress) => Some(WorkerEvent::Progress(progress)),
        Word::Answer(answer) => Some(WorkerEvent::Answer(answer)),
        Word::Part(part) => {
            if let Some(parts) = parts {
                parts.0.push(*part);
            }
            None
        }
    }
}
