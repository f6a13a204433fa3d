//! Takes screenshots of the built site, for review and for the README, and draws the icons of the installed site.
//! `e2e/shots.mjs` lists the addresses and widths.

use crate::browser;
use crate::site;
use crate::tools::Toolbox;

/// The options of `shots`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Renews the pictures that the README and link previews show
    #[arg(long)]
    readme: bool,
    /// Draws assets/icons from assets/favicon.svg
    #[arg(long, conflicts_with = "readme")]
    icons: bool,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Takes the screenshots.
///
/// # Errors
/// If the site does not build, or a page does not load.
pub fn run(options: &Options) -> Result<(), String> {
    if !options.no_build {
        site::build(&Toolbox::for_release()?)?;
    }
    let words: &[&str] = match options {
        Options { readme: true, .. } => &["--readme"],
        Options { icons: true, .. } => &["--icons"],
        _ => &[],
    };
    browser::script("shots.mjs", words)
}
