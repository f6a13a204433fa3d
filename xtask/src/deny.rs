//! Checks what the project depends on: the terms of every package, where it comes from, what must not be used, and known
//! faults (advisories). `deny.toml` has the rules, cargo-deny applies them, and npm answers for its own packages.
//!
//! It is not a step of `cargo xtask test`, which has to work without a network and must not wait until cargo-deny is compiled.
//! The test below checks the terms by the same rules in every run.

use crate::host::{self, say};
use crate::tools;
use serde_json::Value;
use xshell::cmd;

/// Checks all dependencies.
///
/// # Errors
/// What breaks a rule.
pub fn run() -> Result<(), String> {
    let program = tools::cargo_deny()?;
    let sh = host::shell();
    let deny = |words: &[&str]| {
        cmd!(
            sh,
            "{program} --workspace --all-features --locked {words...}"
        )
    };
    host::run(deny(&["check", "licenses", "bans", "sources"]))?;
    if host::output(deny(&["fetch", "db"])).is_some() {
        host::run(deny(&["check", "--disable-fetch", "advisories"]))?;
    } else {
        say(
            "The database of advisories cannot be reached, so known faults of crates were not looked up.",
        );
    }
    audit()
}

/// Asks npm for known faults of its packages.
fn audit() -> Result<(), String> {
    tools::node()?;
    // npm exits with a failure if it finds something.
    let told = host::read(tools::npm().args(["audit", "--json"]).ignore_status())?;
    let report: Value = serde_json::from_str(&told).unwrap_or_default();
    match faults(&report) {
        None => {
            say(
                "npm's registry does not answer, so known faults of its packages were not looked up.",
            );
            Ok(())
        }
        Some(faults) if faults.is_empty() => Ok(()),
        Some(faults) => Err(format!(
            "packages of npm with known faults\n{}\n`npm audit` says more",
            faults.join("\n")
        )),
    }
}

/// The packages with a known fault of high or critical severity, one per line; `None` if the registry did not answer.
fn faults(report: &Value) -> Option<Vec<String>> {
    report.get("auditReportVersion")?;
    let packages = report["vulnerabilities"].as_object()?;
    let bad = packages.iter().filter_map(|(name, fault)| {
        let severity = fault["severity"].as_str()?;
        ["high", "critical"]
            .contains(&severity)
            .then(|| format!("{name}: {severity}"))
    });
    Some(bad.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries of a list in `deny.toml`.
    fn listed(name: &str) -> Vec<String> {
        let rules = include_str!("../../deny.toml");
        let begin = format!("{name} = [");
        let lines = rules.lines().skip_while(|line| *line != begin).skip(1);
        lines
            .take_while(|line| *line != "]")
            .filter_map(|line| Some(line.split('"').nth(1)?.to_owned()))
            .collect()
    }

    /// Whether these terms (an SPDX expression) can be met with terms of the list.
    fn allows(allowed: &[String], terms: &str) -> bool {
        let alone = |term: &str| {
            let term = term.trim().trim_matches(['(', ')']).trim();
            allowed.iter().any(|known| known == term)
        };
        let either = |terms: &str| terms.replace('/', " OR ").split(" OR ").any(alone);
        terms.split(" AND ").all(either)
    }

    #[test]
    fn terms_are_read_as_spdx_has_them() {
        let allowed = ["MIT", "Unicode-3.0"].map(str::to_owned);
        for (terms, is) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("Apache-2.0 OR MIT", true),
            ("Apache-2.0/MIT", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND GPL-3.0", false),
            ("", false),
        ] {
            assert_eq!(allows(&allowed, terms), is, "{terms}");
        }
    }

    #[test]
    fn every_package_has_terms_that_the_rules_allow() {
        let cargo = host::cargo();
        let told = host::read(cmd!(
            host::shell(),
            "{cargo} metadata --format-version=1 --locked --offline"
        ));
        let metadata: Value =
            serde_json::from_str(&told.expect("cargo says what there is")).expect("JSON");
        let allowed = listed("allow");
        assert!(allowed.len() > 3, "{allowed:?}");
        let packages = metadata["packages"].as_array().expect("packages");
        assert!(packages.len() > 100, "{}", packages.len());
        let others: Vec<String> = packages
            .iter()
            .filter(|package| !package["source"].is_null())
            .map(|package| {
                let of = |key: &str| package[key].as_str().unwrap_or_default();
                (of("name").to_owned(), of("license").to_owned())
            })
            .filter(|(_, terms)| !allows(&allowed, terms))
            .map(|(name, terms)| format!("{name}: {terms}"))
            .collect();
        assert_eq!(
            others,
            Vec::<String>::new(),
            "deny.toml allows none of these"
        );
    }

    #[test]
    fn only_grave_faults_of_npm_s_packages_count() {
        let report = serde_json::json!({
            "auditReportVersion": 2,
            "vulnerabilities": { "a": { "severity": "high" }, "b": { "severity": "moderate" } },
        });
        assert_eq!(faults(&report), Some(vec!["a: high".to_owned()]));
        assert_eq!(faults(&serde_json::json!({ "message": "405" })), None);
        assert_eq!(faults(&Value::Null), None);
    }
}
