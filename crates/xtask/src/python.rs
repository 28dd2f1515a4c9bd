//! The Python package: builds its wheel and runs its tests in an environment under `target/python`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{run, say};

/// The oldest version of Python that the package is for.
const OLDEST: (u32, u32) = (3, 11);

/// Builds the wheel, type-checks the package and runs all its tests; those with Spark only where there is Java.
pub fn check(root: &Path) -> Result<()> {
    let python = interpreter()?;
    if !succeeds(Command::new(&python).args(["-c", "import ensurepip, venv"])) {
        bail!("Python has no venv: install python3-venv (`apt-get install python3-venv`) or a Python that has it");
    }
    let folder = folder(root);
    let environment = folder.join("environment");
    let bin = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    if !bin.join("pip").exists() {
        say(&format!("making {}", environment.display()));
        run(Command::new(&python).args(["-m", "venv"]).arg(&environment))?;
    }
    let package = root.join("crates/python");
    install(&package, &bin, &environment)?;
    say("building the wheel");
    let wheels = folder.join("wheels");
    // An older wheel must not be what is tested.
    std::fs::remove_dir_all(&wheels).or_else(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    let mut maturin = Command::new(bin.join("maturin"));
    maturin.current_dir(&package).args(["build", "--release", "--locked", "--quiet", "--out"]).arg(&wheels);
    run(maturin.env("CARGO_TARGET_DIR", &folder).env("VIRTUAL_ENV", &environment))?;
    let entries = std::fs::read_dir(&wheels)?.collect::<Result<Vec<_>, _>>()?;
    let wheel = entries.first().context("maturin has built no wheel")?.path();
    let mut pip = Command::new(bin.join("pip"));
    run(pip.args(["install", "--quiet", "--force-reinstall", "--no-deps"]).arg(&wheel))?;
    run(Command::new(bin.join("mypy")).current_dir(package.join("python")).args([
        "--config-file",
        "../pyproject.toml",
        "--package",
        "whosaid",
    ]))?;
    run(Command::new(bin.join("stubtest")).current_dir(&folder).arg("whosaid._native"))?;
    let mut tests = Command::new(bin.join("python"));
    tests.current_dir(&package).args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider"]);
    if std::env::var_os("JAVA_HOME").is_none() && !succeeds(Command::new("java").arg("-version")) {
        say("skipped: the tests with Spark, since there is no Java (`apt-get install openjdk-17-jre-headless`)");
    }
    run(tests.env("PYTHONDONTWRITEBYTECODE", "1"))?;
    say(&format!("the wheel is {}", wheel.display()));
    Ok(())
}

/// Builds the package for the Python at hand, without packages from elsewhere, and runs the example of its documentation.
pub fn check_quickly(root: &Path) -> Result<()> {
    let python = match interpreter() {
        Ok(python) => python,
        Err(error) => {
            say(&format!("skipped: the Python package: {error}"));
            return Ok(());
        }
    };
    let folder = folder(root);
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root.join("crates/python")).args(["clippy", "--quiet", "--locked", "--", "-D", "warnings"]);
    run(cargo.env("CARGO_TARGET_DIR", &folder).env("PYO3_BUILD_EXTENSION_MODULE", "1"))?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root.join("crates/python")).args(["build", "--quiet", "--locked"]);
    run(cargo.env("CARGO_TARGET_DIR", &folder).env("PYO3_BUILD_EXTENSION_MODULE", "1"))?;
    let package = folder.join("package/whosaid");
    std::fs::create_dir_all(&package)?;
    for entry in std::fs::read_dir(root.join("crates/python/python/whosaid"))? {
        let file = entry?.path();
        if file.is_file() {
            std::fs::copy(&file, package.join(file.file_name().unwrap_or_default()))?;
        }
    }
    let (built, module) = if cfg!(windows) {
        ("_native.dll", "_native.pyd")
    } else if cfg!(target_os = "macos") {
        ("lib_native.dylib", "_native.abi3.so")
    } else {
        ("lib_native.so", "_native.abi3.so")
    };
    std::fs::copy(folder.join("debug").join(built), package.join(module))?;
    let script =
        "import doctest, whosaid; found = doctest.testmod(whosaid); assert found.attempted and not found.failed";
    run(Command::new(python).args(["-c", script]).env("PYTHONPATH", folder.join("package")))
}

/// Installs what the tests need, unless it is there.
fn install(package: &Path, bin: &Path, environment: &Path) -> Result<()> {
    let requirements = package.join("tests/requirements.txt");
    let wanted = std::fs::read(&requirements)?;
    let stamp = environment.join("requirements.txt");
    if std::fs::read(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say("installing the engines that the tests use");
    let mut pip = Command::new(bin.join("pip"));
    run(pip.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&requirements))?;
    Ok(std::fs::write(stamp, wanted)?)
}

/// Returns where the package is built.
fn folder(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from).join("python")
}

/// Returns the Python of the variable `PYTHON`, or `python3`; an error says what is missing.
fn interpreter() -> Result<PathBuf> {
    let python = std::env::var_os("PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let oldest = format!("import sys; sys.exit(sys.version_info < ({}, {}))", OLDEST.0, OLDEST.1);
    if !succeeds(Command::new(&python).args(["-c", &oldest])) {
        let (major, minor) = OLDEST;
        bail!("`{}` is not Python {major}.{minor} or later: set PYTHON to one that is", python.display());
    }
    Ok(python)
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
