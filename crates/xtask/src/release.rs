//! A release: one version for all packages, a changelog that describes it, and every package built, with what it contains.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::{npm_package, run, say, site, wordpress};

/// Builds all packages of a release into `target/release-files`, and writes there what they contain; publishes nothing.
pub fn rehearse(root: &Path) -> Result<()> {
    let version = check_versions(root)?;
    check_changelog(&std::fs::read_to_string(root.join("CHANGELOG.md"))?, &version)?;
    let folder = root.join("target/release-files");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    site::build(root)?;
    crates(root, &version, &folder)?;
    npm(root, &folder)?;
    python(root, &folder)?;
    std::fs::copy(wordpress::package(root)?, folder.join(format!("whosaid-{version}-wordpress.zip")))?;
    run(Command::new("tar")
        .current_dir(root.join("www"))
        .args(["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "-czf"])
        .arg(folder.join(format!("whosaid-{version}-site.tar.gz")))
        .arg("dist"))?;
    std::fs::copy(root.join("www/dist/sbom.cdx.json"), folder.join(format!("whosaid-{version}.cdx.json")))?;
    let list = list(&folder)?;
    print!("{list}");
    std::fs::write(folder.join("CONTENTS.txt"), list)?;
    say(&format!("version {version} is ready in {}; nothing was published", folder.display()));
    Ok(())
}

/// Returns the version, which all packages must have.
fn check_versions(root: &Path) -> Result<String> {
    let read = |file: &str| std::fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"));
    let workspace: toml::Value = toml::from_str(&read("Cargo.toml")?)?;
    let package = &workspace["workspace"]["package"];
    let version = package["version"].as_str().context("Cargo.toml has no version")?.to_owned();
    let mut others = Vec::new();
    for file in ["packages/npm/package.json", "www/package.json"] {
        let manifest: serde_json::Value = serde_json::from_str(&read(file)?)?;
        others.push((file, manifest["version"].as_str().unwrap_or_default().to_owned()));
    }
    for (file, dependency, place) in [
        ("crates/check/Cargo.toml", "whosaid", "crates/check/Cargo.toml, dependency whosaid"),
        ("crates/cli/Cargo.toml", "whosaid", "crates/cli/Cargo.toml, dependency whosaid"),
        ("crates/cli/Cargo.toml", "whosaid-check", "crates/cli/Cargo.toml, dependency whosaid-check"),
    ] {
        let manifest: toml::Value = toml::from_str(&read(file)?)?;
        let required = manifest["dependencies"][dependency]["version"].as_str().unwrap_or_default();
        others.push((place, required.to_owned()));
    }
    for (file, before) in [
        ("integrations/wordpress/whosaid/whosaid.php", " * Version:"),
        ("integrations/wordpress/whosaid/whosaid.php", "const VERSION ="),
        ("integrations/wordpress/whosaid/readme.txt", "Stable tag:"),
    ] {
        others.push((file, value_after(&read(file)?, before)));
    }
    for (place, found) in others {
        ensure!(found == version, "{place} has the version {found}, Cargo.toml {version}");
    }
    let toolchain: toml::Value = toml::from_str(&read("rust-toolchain.toml")?)?;
    let channel = toolchain["toolchain"]["channel"].as_str().unwrap_or_default();
    let minimum = package["rust-version"].as_str().unwrap_or_default();
    ensure!(
        channel == minimum || channel.starts_with(&format!("{minimum}.")),
        "all tests run with Rust {channel}, so that the rust-version {minimum} is not tested"
    );
    Ok(version)
}

/// Returns what stands on the line that begins so, without quotation marks; an empty text where there is no such line.
fn value_after(text: &str, beginning: &str) -> String {
    let rest = text.lines().find_map(|line| line.strip_prefix(beginning)).unwrap_or_default();
    rest.trim().trim_matches(['\'', ';']).to_owned()
}

/// Checks that the changelog has a section of the version, or, before a release, changes that are not released.
fn check_changelog(changelog: &str, version: &str) -> Result<()> {
    let sections = changelog.split("\n## ").skip(1);
    for section in sections {
        let (title, body) = section.split_once('\n').unwrap_or((section, ""));
        if title.trim() == "Unreleased" || title.trim_start_matches('[').starts_with(version) {
            ensure!(body.contains("\n- "), "the section {title} of CHANGELOG.md lists no changes");
            return Ok(());
        }
    }
    bail!("CHANGELOG.md has no section for version {version}")
}

/// Packs the library, the check of drafts and the command line; Cargo checks both as their users will build them.
fn crates(root: &Path, version: &str, folder: &Path) -> Result<()> {
    say("packing the crates");
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["package", "--quiet", "--allow-dirty", "--locked"]);
    run(command.args(["--package", "whosaid", "--package", "whosaid-check", "--package", "whosaid-cli"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    for name in ["whosaid", "whosaid-check", "whosaid-cli"] {
        let file = format!("{name}-{version}.crate");
        std::fs::copy(target.join("package").join(&file), folder.join(&file))
            .with_context(|| format!("cargo package made no {file}"))?;
    }
    Ok(())
}

fn npm(root: &Path, folder: &Path) -> Result<()> {
    npm_package::assemble(root)?;
    let mut command = Command::new("npm");
    command.current_dir(folder).args(["pack", "--silent"]);
    run(command.arg(npm_package::folder(root).join("whosaid")))
}

/// Builds the Python package, where there is one and the program that builds it is installed.
fn python(root: &Path, folder: &Path) -> Result<()> {
    let package = root.join("crates/python");
    if !package.is_dir() {
        say("skipped: the Python package, since there is no crates/python");
        return Ok(());
    }
    if !Command::new("maturin").arg("--version").output().is_ok_and(|output| output.status.success()) {
        say("skipped: the Python package, since maturin is not installed (`pip install maturin`)");
        return Ok(());
    }
    run(Command::new("maturin").current_dir(&package).args(["build", "--release", "--out"]).arg(folder))
}

/// Lists the files of a release with their sizes and hashes, and what each archive contains.
fn list(folder: &Path) -> Result<String> {
    let mut files = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    let mut list = String::new();
    for file in &files {
        let content = std::fs::read(file)?;
        let hash: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(list, "{hash} {:>10} {name}", content.len());
    }
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let (program, options) = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("crate" | "gz" | "tgz") => ("tar", &["-tzvf"][..]),
            Some("zip") => ("unzip", &["-Z", "-l"][..]),
            _ => continue,
        };
        let output = Command::new(program).current_dir(folder).args(options).arg(&*name).output();
        let output = output.with_context(|| format!("listing {name} needs the program {program}"))?;
        ensure!(output.status.success(), "cannot list {name}");
        let _ = write!(list, "\n{name}\n{}", String::from_utf8_lossy(&output.stdout));
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_guide_is_in_its_summary_and_every_link_leads_to_one() {
        let guide = crate::root().join("docs/guide");
        let read = |file: &Path| std::fs::read_to_string(file).unwrap();
        let summary = read(&guide.join("SUMMARY.md"));
        let mut pages: Vec<_> = std::fs::read_dir(&guide).unwrap().map(|entry| entry.unwrap().path()).collect();
        pages.sort();
        for page in pages {
            let name = page.file_name().unwrap().to_str().unwrap();
            assert!(name == "SUMMARY.md" || summary.contains(&format!("({name})")), "{name} is not in the summary");
            for link in read(&page).split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
                assert!(guide.join(link).is_file(), "{name} has a link to {link}, which does not exist");
            }
        }
    }

    #[test]
    fn all_packages_have_the_version_of_the_workspace() {
        check_versions(&crate::root()).unwrap();
    }

    #[test]
    fn a_version_is_read_from_the_line_that_has_it() {
        let plugin = "/**\n * Plugin Name: x\n * Version:           0.1.0\n */\nconst VERSION = '0.2.0';\n";
        assert_eq!(value_after(plugin, " * Version:"), "0.1.0");
        assert_eq!(value_after(plugin, "const VERSION ="), "0.2.0");
        assert_eq!(value_after(plugin, "Stable tag:"), "");
    }

    #[test]
    fn a_changelog_must_describe_the_version() {
        let changelog = "# Changelog\n\n## [0.2.0] - 2026-01-01\n\n### Added\n\n- This.\n\n## 0.1.0\n\nNothing.\n";
        check_changelog(changelog, "0.2.0").unwrap();
        for version in ["0.1.0", "0.3.0"] {
            assert!(check_changelog(changelog, version).is_err(), "{version}");
        }
        check_changelog("# Changelog\n\n## Unreleased\n\n- This.\n", "0.1.0").unwrap();
        assert!(check_changelog("# Changelog\n\n## Unreleased\n", "0.1.0").is_err());
    }
}
