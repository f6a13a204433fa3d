//! Makes one stylesheet of the built page's many: one request in place of a dozen, and a smaller download, since what
//! they have in common is packed once.

use crate::workers;
use std::fs;
use std::path::Path;

/// How a stylesheet stands in the page that Trunk has staged.
const OPENING: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins the stylesheets of a staged page, in their order; gives the page.
///
/// # Errors
/// Where one cannot be read or the new one not be written.
pub fn join(staging: &Path, html: &str) -> Result<String, String> {
    let (names, page) = parted(html);
    let mut all = Vec::new();
    for name in &names {
        let file = staging.join(name);
        all.extend(fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?);
        all.push(b'\n');
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    if names.is_empty() {
        return Err("the page has no stylesheet".to_owned());
    }
    let name = workers::put(staging, "style", "css", &all)?;
    Ok(page.replacen(PLACE, &format!("{OPENING}{name}\">"), 1))
}

/// Where the one stylesheet goes.
const PLACE: &str = "<!-- style -->";

/// The files of the page's stylesheets, and the page without them.
fn parted(html: &str) -> (Vec<String>, String) {
    let mut names = Vec::new();
    let mut page = String::new();
    for line in html.split_inclusive('\n') {
        let name = line.trim_start().strip_prefix(OPENING);
        let Some((name, _)) = name.and_then(|rest| rest.split_once('"')) else {
            page.push_str(line);
            continue;
        };
        if names.is_empty() {
            page.push_str(&format!("  {PLACE}\n"));
        }
        names.push(name.to_owned());
    }
    (names, page)
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn stylesheets_are_found_in_their_order_and_leave_one_place() {
        let html = "<head>\n  <link rel=\"stylesheet\" href=\"./b-1.css\" integrity=\"x\"/>\n  \
                    <link rel=\"stylesheet\" href=\"./a-2.css\"/>\n  <link rel=\"icon\" href=\"i.svg\">\n";
        let (names, page) = parted(html);
        assert_eq!(names, ["b-1.css", "a-2.css"]);
        assert_eq!(
            page,
            "<head>\n  <!-- style -->\n  <link rel=\"icon\" href=\"i.svg\">\n"
        );
    }
}
