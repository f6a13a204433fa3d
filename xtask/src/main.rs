//! What a developer runs: `cargo xtask titles` fills the articles' titles into the page that Trunk has staged.

mod titles;

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("titles") => titles::run(),
        _ => Err("usage: cargo xtask titles".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
