//! What is served besides our own code: its licences (`THIRD-PARTY.txt`) and a software bill of materials (`sbom.cdx.json`).

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::packages::{self, Package, Registry};
use crate::supply;

const RULE: &str = "--------------------------------------------------------------------------------";

/// The licence of Rust's standard library, which is part of the module; toolchains do not always contain its text.
const STANDARD_LIBRARY: &str = "The Rust standard library\nMIT OR Apache-2.0\nhttps://github.com/rust-lang/rust

Copyright (c) The Rust Project Contributors; by permission of the MIT License, whose text stands below with others.\n";

/// Writes both files beside the site.
pub fn write(root: &Path) -> Result<()> {
    let mut served = packages::crates_in_core(root)?;
    served.extend(packages::npm_served(root)?);
    served.sort();
    served.dedup();
    let dist = root.join("www/dist");
    std::fs::write(dist.join("THIRD-PARTY.txt"), licenses(&served)?)?;
    let mut bill = serde_json::to_string_pretty(&bill(root, &served)?)?;
    bill.push('\n');
    Ok(std::fs::write(dist.join("sbom.cdx.json"), bill)?)
}

/// Returns the licence of each package with its text.
fn licenses(served: &[Package]) -> Result<String> {
    let mut all =
        format!("What is served besides whosaid's own code, and by what licence.\n\n{RULE}\n{STANDARD_LIBRARY}");
    for package in served {
        let _ = write!(all, "\n{RULE}\n{} {}\n{}\n", package.name, package.version, supply::license(package));
        for text in license_texts(package)? {
            let _ = write!(all, "\n{}\n", text.trim_end());
        }
    }
    Ok(all)
}

/// Returns the texts of the licence files of a package, in the order of their names.
fn license_texts(package: &Package) -> Result<Vec<String>> {
    const NAMES: [&str; 5] = ["license", "licence", "copying", "notice", "unlicense"];
    let entries = std::fs::read_dir(&package.folder)
        .with_context(|| format!("{} {} is not installed", package.name, package.version))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        file.is_file() && NAMES.iter().any(|start| name.starts_with(start))
    });
    files.sort();
    let texts = files.iter().map(|file| Ok(String::from_utf8_lossy(&std::fs::read(file)?).replace("\r\n", "\n")));
    let texts = texts.collect::<Result<Vec<_>>>()?;
    if !texts.is_empty() {
        return Ok(texts);
    }
    // Some packages have the text in their description alone.
    for name in ["README.md", "Readme.md", "readme.md", "README"] {
        let Ok(text) = std::fs::read_to_string(package.folder.join(name)) else { continue };
        if let Some(at) = text.to_lowercase().rfind("licen") {
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            return Ok(vec![text[start..].to_owned()]);
        }
    }
    bail!("{} {} contains no text of its licence", package.name, package.version)
}

/// Returns the bill of materials in the format of CycloneDX 1.6; the same packages give the same bytes.
fn bill(root: &Path, served: &[Package]) -> Result<Value> {
    let output = Command::new("rustc").arg("--version").current_dir(root).output().context("cannot start rustc")?;
    let rust = String::from_utf8_lossy(&output.stdout).split(' ').nth(1).unwrap_or_default().to_owned();
    let standard_library = json!({
        "type": "library", "name": "rust-std", "version": rust, "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let components: Vec<Value> =
        std::iter::once(Ok(standard_library)).chain(served.iter().map(component)).collect::<Result<_>>()?;
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": { "type": "application", "name": "whosaid", "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{ "license": { "id": "MIT" } }] },
        },
        "components": components,
    }))
}

fn component(package: &Package) -> Result<Value> {
    let Package { name, version, checksum, .. } = package;
    let (purl, algorithm, hash) = match package.registry {
        Registry::Crates => (format!("pkg:cargo/{name}@{version}"), "SHA-256", checksum.clone()),
        Registry::Npm => {
            let coded = checksum.strip_prefix("sha512-").with_context(|| format!("{name} has no SHA-512 checksum"))?;
            (format!("pkg:npm/{}@{version}", name.replace('@', "%40")), "SHA-512", to_hex(coded)?)
        }
    };
    Ok(json!({
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "licenses": [{ "expression": supply::license(package).trim_matches(['(', ')']) }],
        "hashes": [{ "alg": algorithm, "content": hash }],
    }))
}

/// Returns bytes in base64 (RFC 4648) as hexadecimal digits.
fn to_hex(base64: &str) -> Result<String> {
    let mut hex = String::new();
    let (mut rest, mut held) = (0u32, 0);
    for byte in base64.trim_end_matches('=').bytes() {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => bail!("{base64} is not base64"),
        };
        rest = (rest << 6 | u32::from(digit)) & 0xffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            let _ = write!(hex, "{:02x}", rest >> held & 0xff);
        }
    }
    Ok(hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_becomes_hexadecimal() {
        assert_eq!(to_hex("AAEC/f7/").unwrap(), "000102fdfeff");
        assert_eq!(to_hex("/w==").unwrap(), "ff");
        assert!(to_hex("?").is_err());
    }
}
