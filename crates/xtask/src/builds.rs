//! The browser builds that `wasm-pack.toml` lists, and how each is made.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::tools::Tools;
use crate::{run, say};

/// The whole of `wasm-pack.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Builds {
    build: Vec<Build>,
}

/// One browser build.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Build {
    /// The name in messages.
    name: String,
    /// The folder of the crate, relative to the project's folder.
    #[serde(rename = "crate")]
    folder: PathBuf,
    /// What the package's files are called.
    module: String,
    /// The files and folders that the module is made from, besides those that all builds share.
    sources: Vec<PathBuf>,
    target: Target,
    profile: Profile,
    #[serde(default)]
    features: Vec<String>,
    /// The required features of the target, as rustc names them.
    #[serde(default)]
    target_features: Vec<String>,
    /// The folder of the package, relative to the project's folder.
    output: PathBuf,
    /// Further flags for rustc.
    #[serde(default)]
    rustc_flags: Vec<String>,
    /// Options for Binaryen's wasm-opt, which runs only if there are any.
    #[serde(default)]
    wasm_opt: Vec<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Target {
    Web,
    Bundler,
    NoModules,
    Nodejs,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Profile {
    Release,
    Profiling,
    Dev,
}

/// Reads `wasm-pack.toml`; errors name the line.
pub fn read(root: &Path) -> Result<Vec<Build>> {
    let file = root.join("wasm-pack.toml");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    parse(&text).with_context(|| format!("{} is invalid", file.display()))
}

fn parse(text: &str) -> Result<Vec<Build>> {
    Ok(toml::from_str::<Builds>(text)?.build)
}

impl Build {
    /// Makes the build, unless its inputs are unchanged.
    pub fn make(&self, root: &Path, tools: &Tools) -> Result<()> {
        let stamp = root.join(format!("target/xtask/{}.stamp", self.name));
        let wanted = self.fingerprint(root)?;
        let module = root.join(&self.output).join(format!("{}_bg.wasm", self.module));
        if module.exists() && std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
            say(&format!("the {} build is up to date", self.name));
            return Ok(());
        }
        say(&format!("building the module for the browser ({})", self.name));
        let mut command = tools.command("wasm-pack");
        command.current_dir(root).args(["build", "--mode", "no-install", "--no-pack", "--out-name", &self.module]);
        command.arg("--target").arg(match self.target {
            Target::Web => "web",
            Target::Bundler => "bundler",
            Target::NoModules => "no-modules",
            Target::Nodejs => "nodejs",
        });
        command.arg(match self.profile {
            Profile::Release => "--release",
            Profile::Profiling => "--profiling",
            Profile::Dev => "--dev",
        });
        // wasm-pack takes relative folders as those of the crate.
        command.arg("--out-dir").arg(root.join(&self.output)).arg(&self.folder);
        if !self.features.is_empty() {
            command.arg("--features").arg(self.features.join(","));
        }
        let mut flags = self.rustc_flags.clone();
        if !self.target_features.is_empty() {
            let features: Vec<String> = self.target_features.iter().map(|feature| format!("+{feature}")).collect();
            flags.push(format!("-C target-feature={}", features.join(",")));
        }
        if !flags.is_empty() {
            command.env("RUSTFLAGS", flags.join(" "));
        }
        run(&mut command)?;
        if !self.wasm_opt.is_empty() {
            say("making the module smaller with wasm-opt");
            let script = root.join("www/node_modules/binaryen/bin/wasm-opt");
            run(Command::new("node").arg(script).args(&self.wasm_opt).arg(&module).arg("-o").arg(&module))?;
        }
        std::fs::create_dir_all(root.join("target/xtask"))?;
        std::fs::write(stamp, wanted)?;
        Ok(())
    }

    /// A number for all that the build is made from.
    fn fingerprint(&self, root: &Path) -> Result<String> {
        let mut files: Vec<PathBuf> =
            ["Cargo.toml", "Cargo.lock", "wasm-pack.toml", "rust-toolchain.toml", "www/package-lock.json"]
                .iter()
                .map(|name| root.join(name))
                .collect();
        let mut todo: Vec<PathBuf> = self.sources.iter().map(|source| root.join(source)).collect();
        while let Some(path) = todo.pop() {
            if !path.is_dir() {
                files.push(path);
                continue;
            }
            for entry in std::fs::read_dir(path)? {
                todo.push(entry?.path());
            }
        }
        files.sort();
        let mut hasher = DefaultHasher::new();
        for file in files {
            file.hash(&mut hasher);
            std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?.hash(&mut hasher);
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_own_list_is_read() {
        let builds = read(&crate::root()).unwrap();
        assert!(!builds.is_empty());
    }

    #[test]
    fn a_wrong_key_is_named_with_its_line() {
        let text =
            "[[build]]\nname = \"web\"\ntarget = \"web\"\nprofile = \"release\"\noutput = \"x\"\nwasm_opt = []\n";
        let message = parse(text).unwrap_err().to_string();
        assert!(message.contains("line 6") && message.contains("wasm_opt"), "{message}");
    }

    #[test]
    fn a_wrong_target_is_named_with_its_line() {
        let text = "[[build]]\nname = \"web\"\ntarget = \"wbe\"\nprofile = \"release\"\noutput = \"x\"\n";
        let message = parse(text).unwrap_err().to_string();
        assert!(message.contains("line 3") && message.contains("wbe"), "{message}");
    }
}
