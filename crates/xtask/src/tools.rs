//! Installs missing programs that builds and tests need.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{run, say};

/// A program from crates.io, at a pinned version.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    locked: bool,
}

const WASM_PACK: Tool = Tool { package: "wasm-pack", program: "wasm-pack", version: "0.15.1", locked: true };
/// The version must be that of the `wasm-bindgen` dependency.
const WASM_BINDGEN: Tool =
    Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: "0.2.130", locked: false };
const GECKODRIVER: Tool = Tool { package: "geckodriver", program: "geckodriver", version: "0.36.0", locked: true };

/// The installed programs; their folders come before those of `PATH`.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Installs what builds need.
    pub fn for_building() -> Result<Self> {
        ensure_node()?;
        ensure_target()?;
        Self::install(&[WASM_PACK, WASM_BINDGEN])
    }

    /// Installs what tests need, including browsers.
    pub fn for_testing() -> Result<Self> {
        ensure_browsers()?;
        Self::install(&[WASM_PACK, WASM_BINDGEN, GECKODRIVER])
    }

    fn install(tools: &[Tool]) -> Result<Self> {
        let mut folders = Vec::new();
        for tool in tools {
            folders.extend(tool.ensure()?);
        }
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        Ok(Self { path: std::env::join_paths(folders)? })
    }

    /// Creates a command that finds the installed programs first.
    pub fn command(&self, program: &str) -> Command {
        let found = std::env::split_paths(&self.path).map(|folder| folder.join(program)).find(|file| file.is_file());
        let mut command = Command::new(found.unwrap_or_else(|| program.into()));
        command.env("PATH", &self.path);
        command
    }

    /// Returns the path of a program.
    pub fn find(&self, program: &str) -> Result<PathBuf> {
        std::env::split_paths(&self.path)
            .map(|folder| folder.join(program))
            .find(|file| file.is_file())
            .with_context(|| format!("{program} is not installed"))
    }
}

impl Tool {
    /// Installs the program unless `PATH` has the right version; returns the folder to put before `PATH`, if any.
    fn ensure(&self) -> Result<Option<PathBuf>> {
        if version_of(self.program).is_some_and(|found| found.split_whitespace().any(|word| word == self.version)) {
            return Ok(None);
        }
        let folder = cache()?.join(format!("{}-{}", self.package, self.version));
        let bin = folder.join("bin");
        if !bin.join(self.program).is_file() {
            say(&format!("installing {} {} (a few minutes, once)", self.package, self.version));
            let mut command = Command::new("cargo");
            command.args(["install", self.package, "--version", self.version, "--root"]).arg(&folder);
            if self.locked {
                command.arg("--locked");
            }
            run(&mut command)?;
        }
        Ok(Some(bin))
    }
}

fn cache() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    Ok(base.context("no home folder for tools: set XDG_CACHE_HOME")?.join("whosaid/tools"))
}

fn version_of(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").stderr(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn ensure_node() -> Result<()> {
    let version = version_of("node").context("Node.js is missing: install version 20 or later (https://nodejs.org)")?;
    let major: u32 =
        version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
    if major < 20 {
        bail!("Node.js {} is too old: install version 20 or later (https://nodejs.org)", version.trim());
    }
    Ok(())
}

fn ensure_target() -> Result<()> {
    let installed = Command::new("rustup")
        .args(["target", "list", "--installed"])
        .output()
        .context("rustup is missing: install it from https://rustup.rs")?;
    if !String::from_utf8_lossy(&installed.stdout).lines().any(|line| line == "wasm32-unknown-unknown") {
        say("adding the target wasm32-unknown-unknown");
        run(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]))?;
    }
    Ok(())
}

/// The browsers and the driver, each with its Debian package.
const BROWSERS: [(&str, &str); 3] =
    [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("firefox-esr", "firefox-esr")];

fn ensure_browsers() -> Result<()> {
    ensure_packages(|| missing_packages(&BROWSERS))
}

/// Returns the Debian packages of those programs that are not installed.
pub fn missing_packages(programs: &[(&str, &'static str)]) -> Vec<&'static str> {
    let mut packages: Vec<_> =
        programs.iter().filter(|(program, _)| version_of(program).is_none()).map(|(_, package)| *package).collect();
    packages.dedup();
    packages
}

/// Installs the Debian packages that are missing, where that is allowed; an error says what to do where it is not.
pub fn ensure_packages(missing: impl Fn() -> Vec<&'static str>) -> Result<()> {
    let packages = missing();
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(", ");
    if version_of("apt-get").is_some() && is_root() {
        say(&format!("installing Debian packages: {names}"));
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(&packages)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()))?;
    }
    let still = missing();
    if !still.is_empty() {
        bail!(
            "the tests need programs that are missing: {}. Install them, on Debian with `sudo apt-get install {}`",
            still.join(", "),
            still.join(" ")
        );
    }
    Ok(())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}
