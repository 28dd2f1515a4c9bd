//! Builds and serves the static site: npm packages, the core's browser builds, Vite.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::tools::Tools;
use crate::{builds, files, run, say, served};

/// Builds everything into `www/dist`.
pub fn build(root: &Path) -> Result<()> {
    cores(root)?;
    say("building the page");
    npm(root, &["run", "--silent", "build"])?;
    served::write(root)?;
    ensure_same_anywhere(root)
}

/// Checks that no file of the site names the folder that it was built in: it would differ from one made elsewhere.
fn ensure_same_anywhere(root: &Path) -> Result<()> {
    let root = root.canonicalize()?;
    let folder = root.to_string_lossy();
    for path in files::below(&root.join("www/dist"))? {
        if std::fs::read(&path)?.windows(folder.len()).any(|part| part == folder.as_bytes()) {
            bail!("{} names the folder {folder}, and would differ if built elsewhere", path.display());
        }
    }
    Ok(())
}

/// Makes the builds of the core for browsers, and installs the npm packages that they need.
pub fn cores(root: &Path) -> Result<()> {
    let builds = builds::read(root)?;
    let tools = Tools::for_building()?;
    packages(root)?;
    builds.iter().try_for_each(|build| build.make(root, &tools))
}

/// Builds the site and serves it until stopped.
pub fn serve(root: &Path, port: u16) -> Result<()> {
    build(root)?;
    say(&format!("serving http://127.0.0.1:{port}/ — stop with Ctrl+C"));
    let port = port.to_string();
    npm(
        root,
        &[
            "run",
            "--silent",
            "preview",
            "--",
            "--host",
            "127.0.0.1",
            "--port",
            &port,
            "--strictPort",
            "--logLevel",
            "warn",
        ],
    )
}

/// Runs npm in `www`.
pub fn npm(root: &Path, arguments: &[&str]) -> Result<()> {
    run(Command::new("npm").args(arguments).current_dir(root.join("www")))
}

/// Installs the npm packages of the lock file, unless they are up to date.
pub fn packages(root: &Path) -> Result<()> {
    let www = root.join("www");
    let age = |file: &str| std::fs::metadata(www.join(file)).and_then(|data| data.modified()).ok();
    let fresh = matches!((age("node_modules/.package-lock.json"), age("package-lock.json")), (Some(installed), Some(locked)) if installed >= locked);
    if fresh {
        return Ok(());
    }
    say("installing npm packages");
    npm(root, &["ci", "--no-audit", "--no-fund", "--loglevel", "error"])
}
