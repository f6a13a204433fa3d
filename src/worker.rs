//! Talks to the workers; no other file of the site touches them. Requests and answers are bytes. If the
//! build has computed an answer, it is read from its file, and no worker is started.
//!
//! There are three programs (`worker/`): a light one, a heavy one that knows more languages and writes documents, and one that
//! reads what the reader opens or pastes. Each runs in its own worker, which is started on first use, and again after it has died
//! or was stopped. A worker gets one request at a time. The others wait here, where they can be forgotten. `boot.js` fetches and
//! compiles the programs, since it may begin before this one has started.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use crossread_worker::protocol::{self, Answer, Ask, Call, Progress, Reply};
use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use self::parts::{Parts, heard, is_import};
use crate::boot;

#[cfg(feature = "own")]
mod parts;
#[cfg(not(feature = "own"))]
mod whole;

#[cfg(not(feature = "own"))]
use whole as parts;

/// An event of a request: progress, any number of times, and then one of the others once.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkerEvent {
    /// How far it has come.
    Progress(Progress),
    /// The answer.
    Answer(Answer),
    /// There will be no answer.
    Failed(WorkerError),
}

/// Why there is no answer. Asking again starts from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerError {
    /// The program could not be downloaded or started.
    NotThere,
    /// It stopped while working.
    Stopped,
}

/// A handle to a request. Dropping it forgets the request: there are no further events.
#[derive(Debug)]
pub struct Ticket(u32);

impl Ticket {
    /// Stops the work at once, if it has begun.
    pub fn cancel(self) {
        for program in Program::ALL {
            let at_work = line(program, |line| {
                line.at_work.as_ref().is_some_and(|job| job.id == self.0)
            });
            if at_work {
                line(program, Line::end);
                next(program);
            }
        }
        // Dropped here, so a waiting request, or one being fetched, is forgotten.
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        drop(fetched(self.0));
        for program in Program::ALL {
            let id = self.0;
            let forgotten = line(program, |line| {
                line.waiting.retain(|job| job.id != id);
                // What it holds is dropped after the borrow ends, since it may hold tickets itself.
                let job = line.at_work.as_mut().filter(|job| job.id == id);
                job.and_then(|job| job.told.take())
            });
            drop(forgotten);
        }
    }
}

/// Sends a request; `told` gets its events, never before this returns.
pub fn ask(ask: Ask, told: impl Fn(WorkerEvent) + 'static) -> Ticket {
    ask_with(ask, None, told)
}

/// The same with the bytes of a file, which are transferred: the caller no longer has them.
pub fn ask_with(
    ask: Ask,
    file: Option<js_sys::ArrayBuffer>,
    told: impl Fn(WorkerEvent) + 'static,
) -> Ticket {
    let (program, job) = job(ask, file, told);
    let ticket = Ticket(job.id);
    put(program, job);
    ticket
}

/// The same, if a file may hold the answer: `file` is the promise of its bytes, `read` reads them. If it does not
/// arrive or is damaged, a worker is asked.
pub fn ask_unless(
    file: js_sys::Promise,
    read: impl Fn(&[u8]) -> Option<Answer> + 'static,
    ask: Ask,
    told: impl Fn(WorkerEvent) + 'static,
) -> Ticket {
    let (program, job) = job(ask, None, told);
    let id = job.id;
    FETCHING.with_borrow_mut(|all| all.push(job));
    let settled: Box<dyn FnMut(JsValue)> = Box::new(move |bytes| {
        let Some(job) = fetched(id) else { return };
        // If the promise is rejected, the value is an error and not bytes.
        let bytes = bytes.dyn_ref::<js_sys::ArrayBuffer>();
        let bytes = bytes.map(|bytes| js_sys::Uint8Array::new(bytes).to_vec());
        match bytes.and_then(|bytes| read(&bytes)) {
            Some(answer) => tell(job.told, WorkerEvent::Answer(answer)),
            None => put(program, job),
        }
    });
    let settled = Closure::wrap(settled);
    let _ = file.then2(&settled, &settled);
    // The browser owns it now, and frees it with the promise.
    settled.into_js_value();
    Ticket(id)
}

/// The request of that number whose answer is being fetched, if it still exists.
fn fetched(id: u32) -> Option<Job> {
    FETCHING.with_borrow_mut(|all| {
        let place = all.iter().position(|job| job.id == id)?;
        Some(all.swap_remove(place))
    })
}

fn job(
    ask: Ask,
    file: Option<js_sys::ArrayBuffer>,
    told: impl Fn(WorkerEvent) + 'static,
) -> (Program, Job) {
    let id = LAST.with_borrow_mut(|last| {
        *last += 1;
        *last
    });
    let program = match &ask {
        ask if is_import(ask) => Program::Import,
        ask if ask.is_heavy() => Program::Heavy,
        _ => Program::Light,
    };
    let job = Job {
        id,
        // Previews come after real requests.
        patient: matches!(ask, Ask::Matches(_)),
        call: protocol::write(&Call { id, ask }),
        file,
        told: Some(Rc::new(told)),
        lost: false,
        parts: Parts::default(),
    };
    (program, job)
}

/// Starts the light program in advance, so that the first request need not wait for it.
pub fn warm() {
    next(Program::Light);
}

/// One of the programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Program {
    Light,
    Heavy,
    Import,
}

impl Program {
    const ALL: [Program; 3] = [Program::Light, Program::Heavy, Program::Import];

    /// Its name in `boot.js`.
    fn name(self) -> &'static str {
        match self {
            Program::Light => "light",
            Program::Heavy => "heavy",
            Program::Import => "import",
        }
    }
}

/// A pending request.
struct Job {
    id: u32,
    patient: bool,
    call: Vec<u8>,
    /// The file that the call is about, if any.
    file: Option<js_sys::ArrayBuffer>,
    /// `None` if it was forgotten.
    told: Option<Rc<dyn Fn(WorkerEvent)>>,
    /// Whether a worker has ended without an error while working on this.
    lost: bool,
    /// The parts of its answer so far.
    parts: Parts,
}

/// One program: its worker, and its requests.
#[derive(Default)]
struct Line {
    worker: Option<Worker>,
    /// The number of the current worker.
    number: u32,
    /// Whether it is being started.
    starting: bool,
    /// Whether it has sent a message; if not, it never ran.
    spoke: bool,
    at_work: Option<Job>,
    waiting: VecDeque<Job>,
}

thread_local! {
    static LINES: [RefCell<Line>; Program::ALL.len()] = Default::default();
    /// Requests whose answers are being fetched.
    static FETCHING: RefCell<Vec<Job>> = const { RefCell::new(Vec::new()) };
    static LAST: RefCell<u32> = const { RefCell::new(0) };
}

fn line<T>(program: Program, then: impl FnOnce(&mut Line) -> T) -> T {
    LINES.with(|lines| then(&mut lines[program as usize].borrow_mut()))
}

impl Line {
    /// Ends the worker; returns its current job.
    fn end(&mut self) -> Option<Job> {
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
        self.spoke = false;
        self.at_work.take()
    }

    /// Gives the worker the next job.
    fn send(&mut self) {
        let Some(worker) = self.worker.as_ref().filter(|_| self.at_work.is_none()) else {
            return;
        };
        if let Some(job) = self.waiting.pop_front() {
            // If this is refused, the worker is dead, which will be noticed.
            let call = js_sys::Uint8Array::from(&*job.call);
            let _ = match &job.file {
                None => worker.post_message(&call),
                Some(file) => worker.post_message_with_transfer(
                    &js_sys::Array::of2(&call, &js_sys::Uint8Array::new(file)),
                    &js_sys::Array::of1(file),
                ),
            };
            self.at_work = Some(job);
        }
    }
}

fn put(program: Program, job: Job) {
    line(program, |line| {
        let places = line.waiting.iter();
        let first_patient = places.take_while(|waiting| !waiting.patient).count();
        let place = if job.patient {
            line.waiting.len()
        } else {
            first_patient
        };
        line.waiting.insert(place, job);
    });
    next(program);
}

/// Continues with the next request; starts the program if it does not run.
fn next(program: Program) {
    let missing = line(program, |line| {
        line.send();
        line.worker.is_none() && !std::mem::replace(&mut line.starting, line.worker.is_none())
    });
    if missing {
        start(program);
    }
}

fn start(program: Program) {
    let here: Box<dyn FnMut(JsValue)> = Box::new(move |files| {
        let worker = worker(program, &files);
        let runs = line(program, |line| {
            line.starting = false;
            line.worker = worker;
            line.send();
            line.worker.is_some()
        });
        if !runs {
            trouble(program);
        }
    });
    let gone: Box<dyn FnMut(JsValue)> = Box::new(move |_| trouble(program));
    let Some(files) = boot::program(program.name()) else {
        trouble(program);
        return;
    };
    let (here, gone) = (Closure::wrap(here), Closure::wrap(gone));
    let _ = files.then2(&here, &gone);
    // The browser owns them now, and frees them with the promise.
    here.into_js_value();
    gone.into_js_value();
}

/// A worker that runs these files.
fn worker(program: Program, files: &JsValue) -> Option<Worker> {
    let part = |name: &str| js_sys::Reflect::get(files, &JsValue::from_str(name)).ok();
    let number = line(program, |line| {
        line.number += 1;
        line.number
    });
    let gone: Box<dyn Fn()> = Box::new(move || lost(program, number));
    let gone = Closure::wrap(gone).into_js_value();
    let worker = boot::worker(&part("script")?.as_string()?, &gone)?;
    let heard: Box<dyn Fn(MessageEvent)> = Box::new(move |event| hear(program, &event.data()));
    let died: Box<dyn Fn(Event)> = Box::new(move |_| trouble(program));
    let heard = Closure::wrap(heard).into_js_value();
    let died = Closure::wrap(died).into_js_value();
    worker.set_onmessage(Some(heard.unchecked_ref()));
    worker.set_onerror(Some(died.unchecked_ref()));
    worker.post_message(&part("module")?).ok()?;
    Some(worker)
}

/// A message from a worker.
fn hear(program: Program, data: &JsValue) {
    let bytes = js_sys::Uint8Array::new(data).to_vec();
    let Some(Reply { id, word }) = protocol::read(&bytes) else {
        trouble(program);
        return;
    };
    let (told, heard, job) = line(program, |line| {
        line.spoke = true;
        let job = line.at_work.as_mut().filter(|job| job.id == id);
        let told = job.as_ref().and_then(|job| job.told.clone());
        let heard = heard(word, job.map(|job| &mut job.parts));
        let done = matches!(heard, Some(WorkerEvent::Answer(_)));
        let job = line.at_work.take_if(|job| done && job.id == id);
        (told, heard, job)
    });
    match (heard, job, program) {
        (Some(WorkerEvent::Answer(Answer::Heavy)), Some(job), Program::Light) => {
            if told.is_some() {
                put(Program::Heavy, job);
            }
        }
        (Some(WorkerEvent::Answer(answer)), Some(job), _) => {
            tell(told, WorkerEvent::Answer(job.parts.joined(answer)));
        }
        (Some(event), ..) => tell(told, event),
        // A part of an answer, which waits for the rest.
        (None, ..) => {}
    }
    next_if_asked(program);
}

/// The worker of that number has ended. If it was not ended here, it has died without an error. A browser does that
/// if memory is short, which need not be the request's fault, so another worker gets the request, once. A file cannot
/// be sent a second time.
fn lost(program: Program, number: u32) {
    let died = line(program, |line| {
        let died = line.worker.is_some() && line.number == number;
        // It has run, whether it has answered anything or not.
        line.spoke |= died;
        let again = |job: &mut Job| !job.lost && job.file.is_none();
        if died && let Some(mut job) = line.at_work.take_if(again) {
            job.lost = true;
            job.parts = Parts::default();
            line.waiting.push_front(job);
        }
        died
    });
    if died {
        trouble(program);
    }
}

/// The worker has died or never started: its current request fails. The waiting ones are tried again, unless the
/// program cannot be loaded.
fn trouble(program: Program) {
    let (trouble, jobs) = line(program, |line| {
        line.starting = false;
        let spoke = line.spoke;
        let mut jobs: Vec<Job> = line.end().into_iter().collect();
        if spoke {
            return (WorkerError::Stopped, jobs);
        }
        jobs.extend(line.waiting.drain(..));
        (WorkerError::NotThere, jobs)
    });
    for job in jobs {
        tell(job.told, WorkerEvent::Failed(trouble));
    }
    next_if_asked(program);
}

fn tell(told: Option<Rc<dyn Fn(WorkerEvent)>>, what: WorkerEvent) {
    if let Some(told) = told {
        let _zone = SpecialNonReactiveZone::enter();
        told(what);
    }
}

fn next_if_asked(program: Program) {
    if line(program, |line| !line.waiting.is_empty()) {
        next(program);
    }
}
