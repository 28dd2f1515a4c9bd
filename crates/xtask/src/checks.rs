//! Runs the checks, all of them even if one fails.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::tools::Tools;
use crate::{interface, npm_package, python, say, site, size, supply};

/// The options that select every crate of the workspace, with the feature that the benches need.
const WORKSPACE: [&str; 3] = ["--workspace", "--features", "training"];

/// Runs the checks that need neither a browser nor a build of the site, and prints how many passed and failed.
pub fn run_quick(root: &Path) -> Result<()> {
    let mut tally = Tally::default();
    check_rust(root, &mut tally);
    check_scripts(root, &mut tally)?;
    tally.close()
}

/// Checks the Rust code: formatting, lints, tests and documentation tests.
fn check_rust(root: &Path, tally: &mut Tally) {
    let cargo = |command: &[&str], options: &[&str]| {
        run_in(root, Command::new("cargo").args(command).args(WORKSPACE).args(options))
    };
    // First, since later commands would bring a lock file up to date.
    tally.check("lock files, licences and sources of all packages", || supply::check(root));
    tally
        .check("formatting of the Rust code", || run_in(root, Command::new("cargo").args(["fmt", "--all", "--check"])));
    tally.check("clippy", || cargo(&["clippy", "--quiet"], &["--all-targets", "--", "-D", "warnings"]));
    tally.check("unit, property and article tests, and whether the benches run", || {
        cargo(&["test", "--quiet"], &["--all-targets"])
    });
    let articles = articles(root);
    if articles.join("nato.gold.json").is_file() {
        tally.check("longer articles", || {
            let mut command = Command::new("cargo");
            command.args(["test", "--quiet"]).args(WORKSPACE).args(["--test", "samples", "--", "--ignored"]);
            run_in(root, command.env("WHOSAID_ARTICLES", &articles))
        });
    } else {
        say(&format!(
            "skipped: longer articles, since {} has no nato.gold.json (set WHOSAID_ARTICLES to its folder)",
            articles.display()
        ));
    }
    tally.check("the public interface", || interface::check(root, false));
    tally.check("documentation tests", || cargo(&["test", "--quiet"], &["--doc"]));
}

/// Runs the front end's scripts that need no browser, where its packages are installed.
fn check_scripts(root: &Path, tally: &mut Tally) -> Result<()> {
    let www = root.join("www");
    if !www.join("node_modules").is_dir() {
        say("skipped: the front end's checks, since www/node_modules is missing (run `npm ci` in www)");
        return Ok(());
    }
    if !www.join("src/core/wasm/whosaid.d.ts").is_file() {
        say("skipped: the front end's checks, since they import the core's bindings (run `cargo xtask build`)");
        return Ok(());
    }
    let package: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(www.join("package.json"))?)?;
    for (script, name) in [("check", "types and lint of the front end"), ("test:unit", "unit tests of the front end")] {
        if package["scripts"][script].is_string() {
            tally.check(name, || site::npm(root, &["run", "--silent", script]));
        }
    }
    Ok(())
}

/// Runs all checks and prints how many passed and failed.
pub fn run(root: &Path) -> Result<()> {
    let mut tally = Tally::default();
    let cargo = |arguments: &[&str]| run_in(root, Command::new("cargo").args(arguments));
    check_rust(root, &mut tally);
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
    check_scripts(root, &mut tally)?;
    tally.check("the npm package", || npm_package::check(root, npm_package::Tests::Quick));
    tally.check("the Python package", || python::check_quickly(root));
    tally.check("clippy for the browser", || {
        cargo(&[
            "clippy",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            "whosaid",
            "--package",
            "whosaid-check-bindings",
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
    tally.close()
}

/// Returns the folder of longer annotated articles, which are not part of the repository.
fn articles(root: &Path) -> PathBuf {
    let folder = std::env::var_os("WHOSAID_ARTICLES").map_or_else(|| root.join("../shared/articles"), PathBuf::from);
    std::path::absolute(&folder).unwrap_or(folder)
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
