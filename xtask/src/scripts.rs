//! Removes comments and empty lines from the scripts beside the program.

use std::fs;
use std::path::Path;

/// The scripts that a page loads by name, and whether they are modules.
const NAMES: [(&str, bool); 7] = [
    ("align.js", true),
    ("boot.js", true),
    ("early.js", false),
    ("offline.js", true),
    ("pair.js", true),
    ("qr.js", true),
    ("set.js", true),
];

/// Rewrites the staged scripts. `small` makes one smaller; its flag says whether the script is a module.
///
/// # Errors
/// Returns a message for people if one cannot be read, written or made smaller.
pub fn squeeze_all(
    staging: &Path,
    small: fn(&str, bool) -> Result<String, String>,
) -> Result<(), String> {
    for (name, module) in NAMES {
        let file = staging.join(name);
        let problem = |error: std::io::Error| format!("{}: {error}", file.display());
        let script = fs::read_to_string(&file).map_err(problem)?;
        fs::write(&file, small(&script, module)?).map_err(problem)?;
    }
    Ok(())
}

/// A script without empty lines and without comments on their own lines. Our scripts have no other comments.
pub fn squeeze(script: &str) -> String {
    script
        .lines()
        .filter(|line| {
            let line = line.trim();
            let is_comment =
                line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/");
            !line.is_empty() && !is_comment
        })
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn comments_go_and_addresses_stay() {
        let script =
            "// Why.\n\n/** What. */\nconst a = \"https://b\"; // and\n  // More.\n  go();\n";
        assert_eq!(
            squeeze(script),
            "const a = \"https://b\"; // and\n  go();\n"
        );
    }
}
