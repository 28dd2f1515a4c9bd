//! Every check, one after the other; all run, also after one has failed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::tools::Tools;
use crate::{say, site, size};

/// Runs all checks and prints how many passed and failed.
pub fn run(root: &Path) -> Result<()> {
    let mut tally = Tally::default();
    let cargo = |arguments: &[&str]| run_in(root, Command::new("cargo").args(arguments));
    tally.check("formatting of the Rust code", || cargo(&["fmt", "--all", "--check"]));
    tally.check("clippy", || cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]));
    tally.check("unit, property and article tests", || cargo(&["test", "--quiet", "--workspace", "--all-targets"]));
    tally.check("examples in the documentation", || cargo(&["test", "--quiet", "--workspace", "--doc"]));
    tally.check("documentation", || {
        run_in(
            root,
            Command::new("cargo")
                .args(["doc", "--quiet", "--workspace", "--no-deps"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    });
    tally.check("the site's build", || site::build(root));
    tally.check("sizes", || size::measure(root));
    tally.check("types and lint of the page", || site::npm(root, &["run", "--silent", "check"]));
    tally.check("clippy for the browser", || {
        cargo(&[
            "clippy",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--lib",
            "--test",
            "browser",
            "--",
            "-D",
            "warnings",
        ])
    });
    match Tools::for_testing() {
        Ok(tools) => {
            tally.check("the bindings in Chromium", || {
                in_browser(root, &tools, "--chrome", "--chromedriver", "chromedriver")
            });
            tally.check("the bindings in Firefox", || {
                in_browser(root, &tools, "--firefox", "--geckodriver", "geckodriver")
            });
            tally.check("the page and the widget in Chromium and Firefox", || {
                let mut command = Command::new("npm");
                command.current_dir(root.join("www")).args(["run", "--silent", "test"]);
                run_in(&root.join("www"), command.env("GECKODRIVER", tools.find("geckodriver")?))
            });
        }
        Err(error) => tally.check("the browsers", || Err(error)),
    }
    if !articles(root).is_dir() {
        say(&format!(
            "left out: longer articles, since {} is not there (set WHOSAID_ARTICLES to their folder)",
            articles(root).display()
        ));
    }
    tally.close()
}

/// Where longer articles with their right answers are, for those who have them.
fn articles(root: &Path) -> PathBuf {
    std::env::var_os("WHOSAID_ARTICLES").map_or_else(|| root.join("../shared/articles"), PathBuf::from)
}

fn run_in(root: &Path, command: &mut Command) -> Result<()> {
    crate::run(command.current_dir(root))
}

fn in_browser(root: &Path, tools: &Tools, browser: &str, option: &str, driver: &str) -> Result<()> {
    let driver = tools.find(driver)?;
    let mut command = tools.command("wasm-pack");
    command.args(["test", "--headless", browser, option]).arg(driver);
    command.args(["--mode", "no-install", ".", "--test", "browser"]);
    run_in(root, &mut command)
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: Vec<&'static str>,
}

impl Tally {
    fn check(&mut self, name: &'static str, check: impl FnOnce() -> Result<()>) {
        say(&format!("checking: {name}"));
        let start = Instant::now();
        match check() {
            Ok(()) => {
                self.passed += 1;
                say(&format!("passed: {name} ({:.0} s)", start.elapsed().as_secs_f32()));
            }
            Err(error) => {
                self.failed.push(name);
                say(&format!("FAILED: {name}: {error:#}"));
            }
        }
    }

    fn close(self) -> Result<()> {
        println!("{} passed, {} failed", self.passed, self.failed.len());
        if !self.failed.is_empty() {
            bail!("failed: {}", self.failed.join(", "));
        }
        Ok(())
    }
}
