//! The packages that the project depends on: crates, as Cargo lists them, and npm packages, as the lock file does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// A package of a registry.
#[derive(Clone, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub struct Package {
    pub registry: Registry,
    pub name: String,
    pub version: String,
    /// An SPDX expression; empty where the package states none.
    pub license: String,
    /// Where it comes from; empty for the registry's default.
    pub source: String,
    /// Its checksum, in the form of the lock file; empty where it has none.
    pub checksum: String,
    /// The folder of its files.
    pub folder: PathBuf,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub enum Registry {
    Crates,
    Npm,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Crate {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

#[derive(Deserialize)]
struct CargoLock {
    package: Vec<LockedCrate>,
}

#[derive(Deserialize)]
struct LockedCrate {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// The checksum of each crate, by its name and version.
type Checksums = BTreeMap<(String, String), String>;

impl Crate {
    fn into_package(self, checksums: &Checksums) -> Package {
        let checksum = checksums.get(&(self.name.clone(), self.version.clone())).cloned().unwrap_or_default();
        Package {
            registry: Registry::Crates,
            checksum,
            // Older manifests separate the choices by a slash.
            license: self.license.unwrap_or_default().replace('/', " OR "),
            source: self.source.unwrap_or_default(),
            folder: self.manifest_path.parent().map(Path::to_owned).unwrap_or_default(),
            name: self.name,
            version: self.version,
        }
    }
}

/// Asks Cargo for the packages of the workspace in `folder`; an error where its lock file is out of date.
fn metadata(folder: &Path, options: &[&str]) -> Result<(Metadata, Checksums)> {
    let mut command = Command::new("cargo");
    command.current_dir(folder).args(["metadata", "--locked", "--format-version", "1"]).args(options);
    let output = command.output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!("{}: {}", folder.display(), String::from_utf8_lossy(&output.stderr).trim());
    }
    let lock: CargoLock = toml::from_str(&std::fs::read_to_string(folder.join("Cargo.lock"))?)?;
    let checksums =
        lock.package.into_iter().filter_map(|locked| Some(((locked.name, locked.version), locked.checksum?)));
    Ok((serde_json::from_slice(&output.stdout)?, checksums.collect()))
}

/// Returns all crates of the workspace in `folder` that are not its own.
pub fn crates(folder: &Path) -> Result<Vec<Package>> {
    let (metadata, checksums) = metadata(folder, &["--all-features"])?;
    let foreign = metadata.packages.into_iter().filter(|package| package.source.is_some());
    Ok(foreign.map(|package| package.into_package(&checksums)).collect())
}

/// Returns the crates that are compiled for the wheels of the workspace in `folder`. Arrow has others for WebAssembly, which
/// `cargo metadata` lists for every platform.
pub fn crates_in_wheels(folder: &Path) -> Result<Vec<Package>> {
    let mut compiled = BTreeSet::new();
    for platform in ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"] {
        let mut command = Command::new("cargo");
        command
            .current_dir(folder)
            .args(["tree", "--locked", "--prefix", "none", "--format", "{p}", "--target", platform]);
        let output = command.output().context("cannot start cargo")?;
        if !output.status.success() {
            bail!("{}: {}", folder.display(), String::from_utf8_lossy(&output.stderr).trim());
        }
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let mut words = line.split(' ');
            if let (Some(name), Some(version)) = (words.next(), words.next()) {
                compiled.insert((name.to_owned(), version.trim_start_matches('v').to_owned()));
            }
        }
    }
    let all = crates(folder)?.into_iter();
    Ok(all.filter(|package| compiled.contains(&(package.name.clone(), package.version.clone()))).collect())
}

/// Returns the crates whose code is in the modules for browsers: those of the core, which all those of the check are among.
pub fn crates_in_core(root: &Path) -> Result<Vec<Package>> {
    let (metadata, checksums) = metadata(root, &["--filter-platform", "wasm32-unknown-unknown"])?;
    let own = metadata.packages.iter().find(|package| package.source.is_none() && package.name == "whosaid");
    let mut todo = vec![own.context("the core is not in the workspace")?.id.clone()];
    let mut found = BTreeSet::new();
    // Macros run while the code is compiled; nothing of them is served.
    let is_macro =
        |package: &Crate| package.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"));
    let macros: BTreeSet<&str> =
        metadata.packages.iter().filter(|package| is_macro(package)).map(|package| package.id.as_str()).collect();
    while let Some(id) = todo.pop() {
        if macros.contains(id.as_str()) || !found.insert(id.clone()) {
            continue;
        }
        let node = metadata.resolve.nodes.iter().find(|node| node.id == id).context("Cargo lists no such crate")?;
        let normal = node.deps.iter().filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()));
        todo.extend(normal.map(|dependency| dependency.pkg.clone()));
    }
    let kept = metadata.packages.into_iter().filter(|package| package.source.is_some() && found.contains(&package.id));
    Ok(kept.map(|package| package.into_package(&checksums)).collect())
}

#[derive(Deserialize)]
struct NpmLock {
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct NpmPackage {
    version: String,
    license: String,
    resolved: String,
    integrity: String,
    dependencies: BTreeMap<String, String>,
    dev_dependencies: BTreeMap<String, String>,
}

fn npm_lock(root: &Path) -> Result<NpmLock> {
    let file = root.join("www/package-lock.json");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is invalid", file.display()))
}

fn npm_package(root: &Path, path: &str, package: &NpmPackage) -> Package {
    Package {
        registry: Registry::Npm,
        name: path.rsplit("node_modules/").next().unwrap_or(path).to_owned(),
        version: package.version.clone(),
        license: package.license.clone(),
        source: package.resolved.clone(),
        checksum: package.integrity.clone(),
        folder: root.join("www").join(path),
    }
}

/// Returns all npm packages of the lock file; an error where it does not fit `package.json`.
pub fn npm(root: &Path) -> Result<Vec<Package>> {
    let lock = npm_lock(root)?;
    let wanted: NpmPackage = serde_json::from_str(&std::fs::read_to_string(root.join("www/package.json"))?)?;
    let locked = lock.packages.get("").context("www/package-lock.json has no root")?;
    if (&wanted.dependencies, &wanted.dev_dependencies) != (&locked.dependencies, &locked.dev_dependencies) {
        bail!("www/package-lock.json does not fit www/package.json: run `npm install` in www");
    }
    let packages = lock.packages.iter().filter(|(path, _)| !path.is_empty());
    Ok(packages.map(|(path, package)| npm_package(root, path, package)).collect())
}

/// Returns the npm packages that are part of what is served, with those that they depend on: some are published as one file
/// that contains its dependencies.
pub fn npm_served(root: &Path) -> Result<Vec<Package>> {
    let folder = root.join("target/xtask/bundled");
    let entries = std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut todo: Vec<String> = Vec::new();
    for entry in entries {
        todo.extend(serde_json::from_slice::<Vec<String>>(&std::fs::read(entry?.path())?)?);
    }
    // Tools of the build, whose helpers it adds to what is served; what they depend on is not.
    let helpers: BTreeSet<String> =
        todo.iter().filter(|name| ["rolldown", "vite"].contains(&name.as_str())).cloned().collect();
    let lock = npm_lock(root)?;
    let mut found = BTreeSet::new();
    while let Some(name) = todo.pop() {
        if !found.insert(name.clone()) || helpers.contains(&name) {
            continue;
        }
        let package = lock.packages.get(&format!("node_modules/{name}"));
        todo.extend(package.with_context(|| format!("{name} is not in the lock file"))?.dependencies.keys().cloned());
    }
    let paths = found.into_iter().map(|name| format!("node_modules/{name}"));
    Ok(paths.map(|path| npm_package(root, &path, &lock.packages[&path])).collect())
}
