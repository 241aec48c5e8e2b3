//! JSON inside a page or a script: nothing in it can end the script or begin markup.

use std::io::{self, Write};

/// A part of the report's data.
pub struct Part {
    /// Its name: `notice-0`.
    pub name: String,
    /// Its JSON.
    pub json: String,
}

impl Part {
    /// The file of this part where the data stands beside the page.
    pub fn file(&self) -> String {
        format!("report/{}.js", self.name)
    }

    /// The part as a script element that a browser does not run.
    pub fn element(&self) -> String {
        format!("<script type=\"application/json\" id=\"data-{}\">{}</script>\n", self.name, harmless(&self.json))
    }

    /// The part as a script that hands its data to the page.
    pub fn write_script(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "zhenggaiTake(\"{}\",{});", self.name, harmless(&self.json))
    }
}

/// JSON with the characters escaped that mean something to HTML or to older readers of JavaScript. They stand in strings
/// only, where the escape says the same.
fn harmless(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        safe.push_str(&rest[..at]);
        let strange = rest[at..].chars().next().unwrap_or_default();
        safe.push_str(&format!("\\u{:04x}", strange as u32));
        rest = &rest[at + strange.len_utf8()..];
    }
    safe + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_the_script() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} \"\\ \u{1} 整改";
        let part = Part { name: "x".into(), json: serde_json::to_string(hostile).unwrap() };
        let element = part.element();
        let inner = element.strip_prefix("<script type=\"application/json\" id=\"data-x\">").unwrap();
        let inner = inner.strip_suffix("</script>\n").unwrap();
        assert!(!inner.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\u{1}']), "{inner}");
        assert_eq!(serde_json::from_str::<String>(inner).unwrap(), hostile);
    }
}
