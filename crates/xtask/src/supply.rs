//! What the project is made from: lock files, licences, sources and bans by `deny.toml`, and what is known to be unsafe.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::packages::{self, Package, Registry};
use crate::say;

/// The part of `deny.toml` that is checked here.
#[derive(Deserialize)]
struct Policy {
    licenses: Licenses,
    sources: Sources,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
}

/// npm packages whose stated licence is no SPDX expression, with the one of their licence file.
const CLARIFIED: &[(&str, &str)] = &[("duck", "BSD-2-Clause")];

/// Returns the licence of a package as an SPDX expression.
pub fn license(package: &Package) -> &str {
    let clarified = CLARIFIED.iter().find(|(name, _)| package.registry == Registry::Npm && *name == package.name);
    clarified.map_or(&package.license, |(_, license)| license)
}

/// Checks all packages; an error lists what is wrong.
pub fn check(root: &Path) -> Result<()> {
    let policy: Policy = toml::from_str(&std::fs::read_to_string(root.join("deny.toml"))?).context("deny.toml")?;
    let mut all = packages::crates(root)?;
    all.extend(packages::crates(&root.join("fuzz"))?);
    all.extend(packages::crates_in_wheels(&root.join("crates/python"))?);
    all.extend(packages::npm(root)?);
    let faults: Vec<String> = all.iter().filter_map(|package| fault(package, &policy)).collect();
    say(&format!("{} packages, {} against deny.toml", all.len(), faults.len()));
    if !faults.is_empty() {
        bail!("{}", faults.join("; "));
    }
    deny(root)?;
    audit(root)
}

/// Says what is wrong with a package, if anything.
fn fault(package: &Package, policy: &Policy) -> Option<String> {
    let named = |what: &str| Some(format!("{} {} {what}", package.name, package.version));
    if package.checksum.is_empty() {
        return named("has no checksum in the lock file");
    }
    let is_known = match package.registry {
        Registry::Crates => policy.sources.allow_registry.iter().any(|url| package.source == format!("registry+{url}")),
        Registry::Npm => package.source.is_empty() || package.source.starts_with("https://registry.npmjs.org/"),
    };
    if !is_known {
        return named(&format!("comes from {}", package.source));
    }
    if policy.bans.deny.iter().any(|banned| banned.name == package.name) {
        return named("is banned");
    }
    let license = license(package);
    let Ok(expression) = spdx::Expression::parse_mode(license, spdx::ParseMode::LAX) else {
        return named(&format!("has the licence “{license}”, which is no SPDX expression"));
    };
    let allowed = expression.evaluate(|wanted| {
        wanted.license.id().is_some_and(|id| policy.licenses.allow.iter().any(|name| name == id.name))
    });
    if allowed { None } else { named(&format!("has the licence {license}, which deny.toml does not allow")) }
}

/// Runs cargo-deny where it is installed: compiling it would take longer than all other checks.
fn deny(root: &Path) -> Result<()> {
    let version = Command::new("cargo-deny").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !version.is_ok_and(|status| status.success()) {
        say("skipped: cargo-deny, which is not installed; advisories for crates are not checked");
        return Ok(());
    }
    crate::run(Command::new("cargo").current_dir(root).args(["deny", "check"]))
}

/// Asks the npm registry for known vulnerabilities; one of high severity is an error, no answer is not.
fn audit(root: &Path) -> Result<()> {
    let mut command = Command::new("npm");
    command.current_dir(root.join("www")).args(["audit", "--json", "--package-lock-only", "--fetch-retries=0"]);
    let output = command.output().context("cannot start npm")?;
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let count = |severity: &str| answer["metadata"]["vulnerabilities"][severity].as_u64();
    let (Some(high), Some(critical)) = (count("high"), count("critical")) else {
        say("skipped: npm audit, since the registry does not answer");
        return Ok(());
    };
    if high + critical > 0 {
        bail!("npm audit knows {} vulnerabilities of high severity: run `npm audit` in www", high + critical);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package() -> Package {
        Package {
            registry: Registry::Crates,
            name: "a".into(),
            version: "1.0.0".into(),
            license: "MIT OR Apache-2.0".into(),
            source: "registry+https://github.com/rust-lang/crates.io-index".into(),
            checksum: "00".into(),
            folder: "/".into(),
        }
    }

    #[test]
    fn each_fault_is_named() {
        let policy: Policy = toml::from_str(include_str!("../../../deny.toml")).unwrap();
        assert_eq!(fault(&package(), &policy), None);
        let faults = [
            (Package { checksum: String::new(), ..package() }, "no checksum"),
            (Package { source: "git+https://example.org/a".into(), ..package() }, "comes from git"),
            (Package { name: "openssl-sys".into(), ..package() }, "banned"),
            (Package { license: "GPL-3.0-only".into(), ..package() }, "does not allow"),
            (Package { license: "MIT AND GPL-3.0-only".into(), ..package() }, "does not allow"),
            (Package { license: String::new(), ..package() }, "no SPDX"),
            (
                Package { registry: Registry::Npm, source: "https://example.org/a.tgz".into(), ..package() },
                "comes from https",
            ),
        ];
        for (package, expected) in faults {
            let message = fault(&package, &policy).unwrap_or_default();
            assert!(message.contains(expected), "{message}");
        }
    }
}
