//! Screenshots of the built site, to look at and for the README, and the icons of the installed site. What is shown, and how wide: `e2e/shots.mjs`.

use crate::browser;
use crate::site;
use crate::tools::Toolbox;

/// Takes them.
///
/// # Errors
/// Where an option is unknown, the site does not build, or a page does not show.
pub fn run(options: &[&str]) -> Result<(), String> {
    if let Some(unknown) = options
        .iter()
        .find(|word| !matches!(**word, "--readme" | "--icons" | "--no-build"))
    {
        return Err(format!(
            "shots does not know `{unknown}`; see `cargo xtask --help`"
        ));
    }
    if !options.contains(&"--no-build") {
        site::build(&Toolbox::for_release()?)?;
    }
    let words: Vec<&str> = options
        .iter()
        .copied()
        .filter(|word| *word != "--no-build")
        .collect();
    browser::script("shots.mjs", &words)
}
