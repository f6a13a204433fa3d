//! The native half of `cargo xtask bench`, and `cargo xtask fuzz`. It prints plain lines; xtask turns them into tables.

#[cfg(not(target_arch = "wasm32"))]
mod cases;
#[cfg(not(target_arch = "wasm32"))]
mod chance;
#[cfg(not(target_arch = "wasm32"))]
mod clock;
#[cfg(not(target_arch = "wasm32"))]
mod fuzz;
#[cfg(not(target_arch = "wasm32"))]
mod hostile;
#[cfg(not(target_arch = "wasm32"))]
mod prose;
#[cfg(not(target_arch = "wasm32"))]
mod story;
#[cfg(not(target_arch = "wasm32"))]
mod times;

/// The message for a wrong or missing command.
#[cfg(not(target_arch = "wasm32"))]
const HELP: &str = "\
crossread-bench prose FOLDER WORDS ...             generated texts, cut to these numbers of words
crossread-bench cut A B FOLDER WORDS ...           two texts, cut
crossread-bench hostile FOLDER                     texts made to be hard, of about a megabyte each
crossread-bench times A B                          the engine's times and memory over two texts
crossread-bench story FOLDER ARTICLES ...          so many of a folder's articles as one story
crossread-bench fuzz [TARGET ...] [--cases N] [--seed N] [--jobs N]
";

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match &words[..] {
        ["prose", folder, sizes @ ..] => cases::prose(folder, sizes),
        ["cut", a, b, folder, sizes @ ..] => cases::cut(a, b, folder, sizes),
        ["hostile", folder] => cases::hostile(folder),
        ["times", a, b] => times::run(a, b),
        ["story", folder, sizes @ ..] => story::run(folder, sizes),
        ["fuzz", options @ ..] => fuzz::run(options),
        _ => Err(HELP.to_owned()),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// The browser runs only the library.
#[cfg(target_arch = "wasm32")]
fn main() {}
