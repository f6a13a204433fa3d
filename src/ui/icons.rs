//! The few pictures of the controls, drawn as lines. All are decoration: the control has its own name.

use super::dom::{El, svg};

/// The lines of an icon, in a square of 20.
#[derive(Clone, Copy)]
pub struct Icon(&'static str);

/// Two arrows: swap.
pub const SWAP: Icon = Icon("M3 7h13l-3.5-3.5M17 13H4l3.5 3.5");
/// A circle, half full: the system's theme.
pub const HALF: Icon =
    Icon("M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM10 3.5v13M12.5 4.2v11.6M15 6v8");
/// A sun: the light theme.
pub const SUN: Icon = Icon(
    "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4",
);
/// A moon: the dark theme.
pub const MOON: Icon = Icon("M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z");
/// A cross: close, deselect.
pub const CROSS: Icon = Icon("M5 5l10 10M15 5L5 15");
/// To the left: the previous match.
pub const BACK: Icon = Icon("M12.5 4L6.5 10l6 6");
/// To the right: the next match.
pub const FORTH: Icon = Icon("M7.5 4l6 6-6 6");
/// Two sliders: adjust.
pub const SLIDERS: Icon = Icon(
    "M3 6.5h7M15 6.5h2M3 13.5h2M10 13.5h7M10 6.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M5 13.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
);
/// Down into a tray: save as a file.
pub const DOWN: Icon = Icon("M10 3v9M6 8.5l4 4 4-4M3.5 14v3h13v-3");
/// Two links of a chain: the link to what is shown.
pub const CHAIN: Icon = Icon(
    "M8.5 11.5a3.5 3.5 0 0 0 5 0l2.5-2.5a3.5 3.5 0 0 0-5-5L10 5M11.5 8.5a3.5 3.5 0 0 0-5 0L4 11a3.5 3.5 0 0 0 5 5l1-1",
);

/// Three dots: everything else.
pub const DOTS: Icon = Icon("M4 10h.01M10 10h.01M16 10h.01");
/// Two lines, struck through: the site's own mark.
pub const MARK: Icon = Icon("M2.5 6.7h15M2.5 13.3h15M13.3 3.3L6.7 16.7");

/// The icon, drawn.
pub fn draw(icon: Icon) -> El {
    svg("svg")
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", icon.0))
}
