//! Joins the staged stylesheets into one file. In the sources each file is about one thing. A reader should not have to
//! wait for many requests.

use crossread_engine::hash::fnv1a;
use std::fs;
use std::path::Path;

/// How a staged page names a stylesheet.
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// Joins the staged page's stylesheets in their order, and names that one file in the page instead. `small` makes its
/// text smaller. Returns the page and the file's address relative to it.
///
/// # Errors
/// Returns a message for people if the page names none, or one cannot be read or written.
pub fn join(
    staging: &Path,
    html: &str,
    small: fn(&str) -> Result<String, String>,
) -> Result<(String, String), String> {
    let mut css = String::new();
    let mut rest = html;
    let mut page = String::new();
    let mut names = Vec::new();
    while let Some((before, after)) = rest.split_once(LINK) {
        let (name, after) = after
            .split_once('"')
            .ok_or("a stylesheet's address has no end")?;
        let (_, after) = after
            .split_once('>')
            .ok_or("a stylesheet's link has no end")?;
        let file = staging.join(name.trim_start_matches("./"));
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        css.push_str(&text);
        // The removed link leaves no empty line.
        page.push_str(if names.is_empty() {
            before
        } else {
            before.trim_end()
        });
        if names.is_empty() {
            page.push_str(MARKER);
        }
        names.push(file);
        rest = after;
    }
    page.push_str(rest);
    if names.is_empty() {
        return Err("the page names no stylesheet".to_owned());
    }
    let css = small(&css)?;
    let address = format!("./style-{:016x}.css", hash(css.as_bytes()));
    let joined = staging.join(address.trim_start_matches("./"));
    fs::write(&joined, &css).map_err(|error| format!("{}: {error}", joined.display()))?;
    for file in names {
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let page = page.replacen(MARKER, &format!("{LINK}{address}\">"), 1);
    Ok((page, address))
}

/// Stands for the one link until the file's name is known.
const MARKER: &str = "<!-- the joined stylesheet -->";

/// A stylesheet without comments, indentation and empty lines.
pub fn squeeze(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some(place) = rest.find(['"', '/']) {
        let (before, after) = rest.split_at(place);
        bare.push_str(before);
        // A string stays as it is, whatever it contains.
        let taken = if let Some(inside) = after.strip_prefix('"') {
            let length = inside.find('"').map_or(after.len(), |end| end + 2);
            bare.push_str(&after[..length]);
            length
        } else if after.starts_with("/*") {
            after.find("*/").map_or(after.len(), |end| end + 2)
        } else {
            bare.push('/');
            1
        };
        rest = &after[taken..];
    }
    bare.push_str(rest);
    bare.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// A hash, so that different content has a different name.
pub fn hash(bytes: &[u8]) -> u64 {
    fnv1a(bytes.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_writers_read_goes_and_strings_stay() {
        let css = "/* Why\n   it is. */\n.a,\n.b {\n  content: \" /* kept */ \";\n  font: 400 1rem/1.5 x; /* and */\n}\n\n";
        assert_eq!(
            squeeze(css),
            ".a,\n.b {\ncontent: \" /* kept */ \";\nfont: 400 1rem/1.5 x;\n}\n"
        );
        for odd in ["/* without end", "\"without end", "/", ""] {
            let _ = squeeze(odd);
        }
    }

    #[test]
    fn links_become_one_in_their_order() {
        let folder = std::env::temp_dir().join(format!("crossread-styles-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("z-1.css"), "a { b: c }\n").unwrap();
        fs::write(folder.join("a-2.css"), "d { e: f }\n").unwrap();
        let html = "<head>\n  <link rel=\"stylesheet\" href=\"./z-1.css\" integrity=\"x\"/>\n  <link rel=\"stylesheet\" href=\"./a-2.css\"/>\n</head>";
        let (page, address) = join(&folder, html, |css| Ok(css.to_owned())).unwrap();
        let joined = fs::read_to_string(folder.join(&address)).unwrap();
        let left = fs::read_dir(&folder).unwrap().count();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(joined, "a { b: c }\nd { e: f }\n");
        assert_eq!(
            page,
            format!("<head>\n  <link rel=\"stylesheet\" href=\"{address}\">\n</head>")
        );
        assert_eq!(left, 1, "the parts are gone");
        assert!(join(Path::new("."), "<head></head>", |css| Ok(css.to_owned())).is_err());
    }
}
