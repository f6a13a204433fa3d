//! Shrinks the script that wasm-bindgen writes beside a program. Removes what no page of this site calls, and shortens the
//! names that script and program share (each contains a hash and is in both).
//!
//! Works on text. It looks for the patterns of the wasm-bindgen version in Cargo.lock. If a pattern is not found, that part
//! stays unchanged, or the build fails if that would not work.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How boot.js starts the page's program, under wasm-bindgen's names: from the compiled module.
pub const START: &str = "export default async ({ module_or_path: module }) =>\n  \
    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n";

/// The script without exports and without the unused classes that come with Leptos. `behind` is appended and names what
/// is kept.
pub fn without_exports(script: &str, behind: &str) -> String {
    let mut kept = String::new();
    // The beginning of the line that ends the part to leave out.
    let mut until: Option<&str> = None;
    for line in script.lines() {
        if let Some(end) = until {
            if line.starts_with(end) || (end == ";" && line.ends_with(end)) {
                until = None;
            }
        } else if line.starts_with("export class ") {
            until = Some("if (Symbol.dispose)");
        } else if line.starts_with("const ") && line.contains("Finalization = ") {
            until = (!line.ends_with(';')).then_some(";");
        } else if !line.starts_with("export {") {
            kept.push_str(line.strip_prefix("export ").unwrap_or(line));
            kept.push('\n');
        }
    }
    kept + behind
}

/// The exports of the program that the script calls.
pub fn called(script: &str) -> BTreeSet<&str> {
    let calls = script.split("wasm.").skip(1);
    calls
        .filter_map(|rest| rest.split(|c| !is_part(c)).next())
        .filter(|name| !name.is_empty())
        .collect()
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The graph that makes wasm-metadce keep only these exports of a program.
pub fn graph(called: &BTreeSet<&str>) -> String {
    let mut reached = Vec::new();
    let mut nodes = String::new();
    for name in called {
        reached.push(format!("\"of {name}\""));
        let _ = write!(nodes, ",{{\"name\":\"of {name}\",\"export\":\"{name}\"}}");
    }
    format!(
        "[{{\"name\":\"the script\",\"root\":true,\"reaches\":[{}]}}{nodes}]",
        reached.join(",")
    )
}

/// Short names for long ones, as wasm-opt lists them.
pub struct Names {
    /// The module's name, the import's name, the short name.
    imports: Vec<[String; 3]>,
    /// The export's name, the short name.
    exports: Vec<[String; 2]>,
}

impl Names {
    /// Reads the names from what wasm-opt has printed: JSON, one name per line.
    pub fn read(printed: &str) -> Names {
        let mut names = Names {
            imports: Vec::new(),
            exports: Vec::new(),
        };
        for line in printed.lines() {
            let quoted = line.split('"').skip(1).step_by(2).map(str::to_owned);
            match *quoted.collect::<Vec<String>>() {
                [ref module, ref long, ref short] => {
                    let import = [module, long, short].map(String::clone);
                    names.imports.push(import);
                }
                [ref long, ref short] => names.exports.push([long.clone(), short.clone()]),
                _ => {}
            }
        }
        names
    }

    /// The script with the short names.
    ///
    /// # Errors
    /// If it does not have one of the long names where it is expected.
    pub fn put(&self, script: &str) -> Result<String, String> {
        let mut script = script.to_owned();
        let missing = |name: &str| format!("the script of wasm-bindgen has no `{name}`");
        let mut modules: Vec<&String> = self.imports.iter().map(|[module, ..]| module).collect();
        modules.dedup();
        // The one module that wasm-bindgen's programs import from; wasm-opt calls any `a`.
        if let [module] = *modules {
            let quoted = format!("\"{module}\":");
            if !script.contains(&quoted) {
                return Err(missing(&quoted));
            }
            script = script.replacen(&quoted, "\"a\":", 1);
        } else if !modules.is_empty() {
            return Err(format!(
                "the program imports from more than one module: {modules:?}"
            ));
        }
        let imports = self.imports.iter();
        let imports = imports.map(|[_, long, short]| (format!("{long}:"), format!("{short}:")));
        let exports = self.exports.iter();
        let exports =
            exports.map(|[long, short]| (format!("wasm.{long}"), format!("wasm.{short}")));
        for (long, short) in imports.chain(exports) {
            script = replace_whole(&script, &long, &short).ok_or_else(|| missing(&long))?;
        }
        Ok(script)
    }
}

/// The text with one name replaced by another, except inside longer names; `None` if the name does not occur.
fn replace_whole(text: &str, long: &str, short: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find(long) {
        let (before, after) = (&rest[..at], &rest[at + long.len()..]);
        let whole =
            !before.ends_with(is_part) && (!long.ends_with(is_part) || !after.starts_with(is_part));
        out.push_str(before);
        out.push_str(if whole { short } else { long });
        found |= whole;
        rest = after;
    }
    out.push_str(rest);
    found.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = r#"export class Source {
    free() {
        wasm.source_free(this.ptr);
    }
}
if (Symbol.dispose) Source.prototype[Symbol.dispose] = Source.prototype.free;

export function answer(call) {
    wasm.answer(call);
}
function __wbg_get_imports() {
    const import0 = {
        __wbg_add_1a: function(a, b) {
            wasm.__wbindgen_malloc(a, wasm.__wbindgen_malloc_more);
        },
    };
    return { "./program_bg.js": import0 };
}
const SourceFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.source_free(ptr, 1));

function getMemory() {
    return wasm.memory.buffer;
}
export { initSync, __wbg_init as default };
"#;

    #[test]
    fn what_nobody_calls_is_left_out() {
        let script = without_exports(SCRIPT, "go();\n");
        assert!(!script.contains("Source"), "{script}");
        assert!(!script.contains("export"), "{script}");
        assert!(script.contains("\nfunction answer(call) {\n"), "{script}");
        assert!(script.ends_with("}\ngo();\n"), "{script}");
        let called: Vec<&str> = called(&script).into_iter().collect();
        let expected = [
            "__wbindgen_malloc",
            "__wbindgen_malloc_more",
            "answer",
            "memory",
        ];
        assert_eq!(called, expected);
    }

    #[test]
    fn the_graph_reaches_what_is_called() {
        assert_eq!(
            graph(&BTreeSet::from(["answer"])),
            "[{\"name\":\"the script\",\"root\":true,\"reaches\":[\"of answer\"]},\
             {\"name\":\"of answer\",\"export\":\"answer\"}]"
        );
    }

    #[test]
    fn short_names_stand_where_the_long_ones_stood() {
        let printed = "{\n \"imports\": [\n  [\"./program_bg.js\", \"__wbg_add_1a\", \"a\"]\n ],\n\
                       \"exports\": [\n  [\"__wbindgen_malloc\", \"b\"],\n  [\"memory\", \"c\"]\n ]\n}";
        let script = Names::read(printed).put(SCRIPT).expect("names");
        assert!(script.contains("        a: function(a, b) {"), "{script}");
        assert!(
            script.contains("wasm.b(a, wasm.__wbindgen_malloc_more)"),
            "{script}"
        );
        assert!(script.contains("{ \"a\": import0 }"), "{script}");
        assert!(script.contains("wasm.c.buffer"), "{script}");
    }

    #[test]
    fn a_name_that_the_script_does_not_have_stops_the_build() {
        let printed = "  [\"gone\", \"b\"]";
        let error = Names::read(printed).put(SCRIPT).expect_err("no such name");
        assert!(error.contains("`wasm.gone`"), "{error}");
    }
}
