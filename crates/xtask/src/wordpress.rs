//! The plug-in for WordPress: put together from `integrations/wordpress` and the site, and tested in a WordPress of its own.

mod server;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};

use crate::tools::{ensure_packages, missing_packages};
use crate::{files, run, say};
use server::Server;

/// What the plug-in has of the site: files and folders of `www/dist` by how their names begin.
const ASSETS: [&str; 6] = ["who-said-reviewed", "who-said-editor", "whosaid-", "check-", "LICENSE", "THIRD-PARTY.txt"];

/// The schemas that the plug-in checks reports by, in `docs`.
const SCHEMAS: [&str; 2] = ["reviewed-report.schema.json", "report.schema.json"];

/// Programs that the tests need, each with its Debian package. These packages start no service.
const PROGRAMS: [(&str, &str); 5] = [
    ("php", "php-cli"),
    ("phpcs", "php-codesniffer"),
    ("mariadb-install-db", "mariadb-server-core"),
    ("mariadb", "mariadb-client-core"),
    ("chromium", "chromium"),
];

/// PHP's modules that the tests need, each with its Debian package.
const MODULES: [(&str, &str); 3] = [("mysqli", "php-mysql"), ("SimpleXML", "php-xml"), ("mbstring", "php-mbstring")];

/// The time of all files in the package, the first that zip files can have: 1 January 1980, in seconds since 1970.
const PACKED_AT: u64 = 315_532_800;

/// Puts the plug-in together, checks its code and runs those of its tests whose files' names begin so.
pub fn check(root: &Path, names: &str) -> Result<()> {
    ensure_packages(missing)?;
    let plugin = assemble(root)?;
    lint(root)?;
    let server = Server::start(root, &folder(root), &plugin)?;
    say(&format!("testing the plug-in in WordPress {} on {}", server.version()?, server.address));
    let mut tests = Command::new("node");
    tests.current_dir(root.join("www")).args(["--test", "--test-timeout=240000", "--test-concurrency=1"]);
    tests.args(files::below(&root.join("www/tests/wordpress"))?.into_iter().filter(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(names) && name.ends_with(".test.mjs")
    }));
    run(server.describe(&mut tests))
}

/// Puts the plug-in together and packs it as WordPress installs it; returns the file, which is the same for the same site.
pub fn package(root: &Path) -> Result<PathBuf> {
    let plugin = assemble(root)?;
    let file = folder(root).join("whosaid-wordpress.zip");
    if file.exists() {
        std::fs::remove_file(&file)?;
    }
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(PACKED_AT);
    let mut zip = Command::new("zip");
    zip.current_dir(folder(root)).env("TZ", "UTC").args(["-q", "-X"]).arg(&file);
    for path in files::below(&plugin)? {
        std::fs::File::options().append(true).open(&path)?.set_modified(time)?;
        zip.arg(path.strip_prefix(folder(root))?);
    }
    run(&mut zip).context("the package needs the program zip, on Debian `sudo apt-get install zip`")?;
    say(&format!("the plug-in is {}", file.display()));
    Ok(file)
}

/// Returns where the plug-in is put together.
fn folder(root: &Path) -> PathBuf {
    root.join("target/wordpress")
}

/// Copies the plug-in and what it has of the site into one folder, and returns that.
fn assemble(root: &Path) -> Result<PathBuf> {
    let plugin = folder(root).join("whosaid");
    if plugin.exists() {
        std::fs::remove_dir_all(&plugin)?;
    }
    copy(&root.join("integrations/wordpress/whosaid"), &plugin)?;
    let assets = plugin.join("assets");
    std::fs::create_dir_all(&assets)?;
    let site = root.join("www/dist");
    for entry in std::fs::read_dir(&site).context("there is no www/dist: run `cargo xtask build`")? {
        let entry = entry?;
        let name = entry.file_name();
        let text = name.to_string_lossy();
        if ASSETS.iter().any(|start| text.starts_with(start)) && !text.ends_with(".d.ts") {
            copy(&entry.path(), &assets.join(name))?;
        }
    }
    for name in SCHEMAS {
        copy(&root.join("docs").join(name), &assets.join(name))?;
    }
    copy(&root.join("LICENSE"), &plugin.join("LICENSE"))?;
    ensure!(
        assets.join("who-said-reviewed.js").is_file(),
        "www/dist has no who-said-reviewed.js: run `cargo xtask build`"
    );
    Ok(plugin)
}

/// Copies a file, or a folder with all that it contains except links that lead nowhere.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        std::fs::create_dir_all(to)?;
        for entry in std::fs::read_dir(from)? {
            let entry = entry?;
            if entry.path().exists() {
                copy(&entry.path(), &to.join(entry.file_name()))?;
            }
        }
        return Ok(());
    }
    std::fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// Checks the syntax and the style of the plug-in's own code.
fn lint(root: &Path) -> Result<()> {
    let code = root.join("integrations/wordpress");
    say("checking the plug-in's PHP and scripts");
    for file in files::below(&code)?.into_iter().filter(|file| file.extension().is_some_and(|end| end == "php")) {
        run(Command::new("php").arg("-l").arg(&file).stdout(Stdio::null()))?;
    }
    run(Command::new("phpcs").current_dir(&code).arg("--standard=phpcs.xml.dist"))?;
    let mut biome = Command::new("node_modules/.bin/biome");
    biome.current_dir(root.join("www")).args(["check", "--error-on-warnings", "--config-path=."]);
    run(biome.arg("../integrations/wordpress/whosaid"))
}

/// Returns the Debian packages that the tests need and that are not installed.
fn missing() -> Vec<&'static str> {
    let mut packages = missing_packages(&PROGRAMS);
    let modules = Command::new("php").arg("-m").output().map(|output| output.stdout).unwrap_or_default();
    let modules = String::from_utf8_lossy(&modules);
    packages.extend(
        MODULES.iter().filter(|(module, _)| !modules.lines().any(|line| line == *module)).map(|(_, package)| *package),
    );
    packages
}
