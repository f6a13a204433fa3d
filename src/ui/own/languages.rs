//! The languages that the add page's field offers by name. Any other tag can be typed.

use crate::ui::dom::{El, el};

/// The languages that have a name here, for the field's list.
pub fn languages() -> El {
    const NAMES: [(&str, &str); 24] = [
        ("ar", "Arabic"),
        ("zh", "Chinese"),
        ("cs", "Czech"),
        ("da", "Danish"),
        ("nl", "Dutch"),
        ("en", "English"),
        ("fi", "Finnish"),
        ("fr", "French"),
        ("de", "German"),
        ("el", "Greek"),
        ("he", "Hebrew"),
        ("hi", "Hindi"),
        ("hu", "Hungarian"),
        ("it", "Italian"),
        ("ja", "Japanese"),
        ("no", "Norwegian"),
        ("pl", "Polish"),
        ("pt", "Portuguese"),
        ("ro", "Romanian"),
        ("ru", "Russian"),
        ("es", "Spanish"),
        ("sv", "Swedish"),
        ("tr", "Turkish"),
        ("uk", "Ukrainian"),
    ];
    let options = NAMES.map(|(tag, name)| el("option").attr("value", tag).text(name));
    el("datalist").id("languages").children(options)
}
