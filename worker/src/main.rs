//! The program that a Web Worker runs: it takes the bytes of a request, works, and sends replies as bytes.
//! `worker.js` starts it and passes the messages. Outside a browser it does nothing.

#[cfg(all(target_arch = "wasm32", not(feature = "import")))]
mod comparing {
    use std::cell::RefCell;

    use crossread_worker::protocol::{self, Answer, Ask, Call, Reply, Word};
    use crossread_worker::work::Work;
    use js_sys::{Function, JsString, Uint8Array};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The most entries of each list in one part, so that the page reads it in a few milliseconds.
    const PART: usize = 500;

    thread_local! {
        static WORK: RefCell<Work> = RefCell::new(Work::new(nfkc));
    }

    /// Normalization form KC, with the browser's tables.
    fn nfkc(word: &str) -> String {
        JsString::from(word).normalize("NFKC").into()
    }

    /// Answers a call; `send` is called with the bytes of each reply. Bytes that are not a call get no reply.
    #[wasm_bindgen]
    pub fn answer(call: &[u8], send: &Function) {
        let Some(Call { id, ask }) = protocol::read(call) else {
            return;
        };
        let say = |word: Word| {
            let bytes = protocol::write(&Reply { id, word });
            // A message that cannot be sent leaves the page waiting, which it notices by itself.
            let _ = send.call1(&JsValue::NULL, &Uint8Array::from(&*bytes));
        };
        let in_parts = matches!(ask, Ask::CompareInParts(_));
        let mut answer = WORK.with_borrow_mut(|work| {
            work.answer(ask, &mut |progress| say(Word::Progress(progress)))
        });
        if let (true, Answer::Found(found)) = (in_parts, &mut answer) {
            while let Some(part) = found.part(PART) {
                say(Word::Part(Box::new(part)));
            }
        }
        say(Word::Answer(answer));
    }
}

#[cfg(all(target_arch = "wasm32", feature = "import"))]
mod importing {
    use crossread_worker::importing;
    use crossread_worker::protocol::{self, Ask, Call, Progress, Reply, Stage, Word};
    use js_sys::{Function, Uint8Array};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Answers a call, as the other programs do; `file` holds the bytes of the file that it is about.
    #[wasm_bindgen]
    pub fn answer(call: &[u8], send: &Function, file: Option<Vec<u8>>) {
        let Some(Call {
            id,
            ask: Ask::Import(bringing),
        }) = protocol::read(call)
        else {
            return;
        };
        let say = |word: Word| {
            let bytes = protocol::write(&Reply { id, word });
            let _ = send.call1(&JsValue::NULL, &Uint8Array::from(&*bytes));
        };
        // Before anything else, so that the page knows that the program ran if this file ends it.
        say(Word::Progress(Progress {
            stage: Stage::ReadingA,
            percent: 0,
        }));
        let answer = importing::answer(&bringing, &file.unwrap_or_default());
        say(Word::Answer(answer));
    }
}

fn main() {}
