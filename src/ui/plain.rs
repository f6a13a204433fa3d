//! Markup as data. The build writes the first page with it into `index.html` (`front/`), and the program with the reader's own
//! texts uses the same rows for them (`El::plain`). So both look alike. All text in it is escaped.

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes.
    pub attrs: Vec<(&'static str, String)>,
    /// What it holds.
    pub children: Vec<Held>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Text.
    Text(String),
    /// An element.
    Element(Plain),
}

/// An element of that class or those classes; an empty name gives none.
pub fn plain(tag: &'static str, class: &str) -> Plain {
    let bare = Plain {
        tag,
        attrs: Vec::new(),
        children: Vec::new(),
    };
    match class {
        "" => bare,
        class => bare.attr("class", class),
    }
}

/// Text for screen readers only (as [`aloud`](super::dom::aloud)).
pub fn heard(text: &str) -> Plain {
    plain("bdi", "aloud").text(text)
}

impl Plain {
    /// With that attribute.
    pub fn attr(mut self, name: &'static str, value: &str) -> Plain {
        self.attrs.push((name, value.to_owned()));
        self
    }

    /// With that text after its content.
    pub fn text(mut self, text: &str) -> Plain {
        self.children.push(Held::Text(text.to_owned()));
        self
    }

    /// With that child after its content.
    pub fn child(mut self, child: Plain) -> Plain {
        self.children.push(Held::Element(child));
        self
    }

    /// With those children after its content.
    pub fn children(self, children: impl IntoIterator<Item = Plain>) -> Plain {
        children.into_iter().fold(self, Plain::child)
    }

    /// The element as HTML.
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attrs {
            out.push(' ');
            out.push_str(name);
            if !value.is_empty() {
                out.push_str("=\"");
                escape(value, out);
                out.push('"');
            }
        }
        out.push('>');
        for child in &self.children {
            match child {
                Held::Text(text) => escape(text, out),
                Held::Element(element) => element.write(out),
            }
        }
        // Void elements have no end tag.
        if !matches!(self.tag, "input" | "br") {
            out.push_str("</");
            out.push_str(self.tag);
            out.push('>');
        }
    }
}

/// Text as HTML shows it, in and outside quoted attributes.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{heard, plain};

    #[test]
    fn text_and_attributes_are_no_markup() {
        let link = plain("a", "more").attr("href", "?a=\"x\"&b=<y>");
        let link = link.text("Tanks & <b>talks</b>").child(heard(" and "));
        assert_eq!(
            link.html(),
            "<a class=\"more\" href=\"?a=&quot;x&quot;&amp;b=&lt;y&gt;\">Tanks &amp; &lt;b&gt;talks&lt;/b&gt;\
             <bdi class=\"aloud\"> and </bdi></a>"
        );
        let input = plain("input", "")
            .attr("type", "checkbox")
            .attr("hidden", "");
        assert_eq!(input.html(), "<input type=\"checkbox\" hidden>");
    }
}
