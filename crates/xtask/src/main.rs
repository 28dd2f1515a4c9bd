//! `cargo xtask`: builds, serves, tests, measures and trains whosaid.

mod bench;
mod builds;
mod checks;
mod files;
mod fuzz;
mod interface;
mod npm_package;
mod packages;
mod python;
mod release;
mod reliability;
mod reproduce;
mod same;
mod served;
mod site;
mod size;
mod supply;
mod tools;
mod training;
mod types;
mod wordpress;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Builds, serves, tests, measures and trains whosaid; installs missing tools")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the static site into www/dist
    Build,
    /// Build the site and serve it on 127.0.0.1
    Serve {
        /// The port
        #[arg(long, default_value_t = 4173)]
        port: u16,
    },
    /// Run all checks, including the tests in browsers
    Test {
        /// Run only the checks that need neither a browser nor a build of the site
        #[arg(long)]
        quick: bool,
    },
    /// Report the download sizes of the page and the widget, compressed with brotli
    Size,
    /// Measure the speed natively and in Chromium, and write docs/speed.md
    Bench {
        /// A file of articles, one `{"text": …}` per line
        #[arg(long)]
        articles: Option<PathBuf>,
    },
    /// Check that the reports on many articles are unchanged
    Same {
        /// Save the hashes of the current reports
        #[arg(long)]
        accept: bool,
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
    },
    /// Fuzz for a while, on one core; needs cargo-fuzz and a nightly toolchain
    Fuzz {
        /// A part of the name of the target; all targets if left out
        #[arg(default_value = "")]
        target: String,
        /// How long each target runs
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Check lock files, licences, sources and known vulnerabilities of all packages
    Supply,
    /// Build the npm package and test it in Node.js, Deno, Bun, bundlers and a browser
    Npm {
        /// Run only the tests in Node.js, and those of the types
        #[arg(long)]
        quick: bool,
    },
    /// Check versions and changelog, build all packages of a release, and list what they contain
    Release {
        /// Publish nothing; so far there is no other way
        #[arg(long, required = true)]
        dry_run: bool,
    },
    /// Build the site twice, in two folders, and compare all files byte by byte
    Reproduce,
    /// Run the tests that count how often a promise was tried, and write docs/reliability.md
    Reliability {
        /// Run nothing and add the counts in this folder, which tests wrote where WHOSAID_RELIABILITY named it
        #[arg(long)]
        collect: Option<PathBuf>,
    },
    /// Make the JSON Schema, the TypeScript types and the README's tables from the report's types
    Types,
    /// Build the Python package and run its tests, those with Spark only where there is Java
    Python {
        /// Run only the example of its documentation, with no packages from elsewhere
        #[arg(long)]
        quick: bool,
    },
    /// Build the plug-in for WordPress and test it in a WordPress of its own, with MariaDB and PHP from Debian
    Wordpress {
        /// Only put the plug-in together and pack it
        #[arg(long)]
        package: bool,
        /// Take the site as it was built last
        #[arg(long)]
        built: bool,
        /// The beginning of the names of the files with tests; all if left out
        #[arg(default_value = "")]
        tests: String,
    },
    /// Check that the library's public interface is unchanged
    Interface {
        /// Save the current list of public items
        #[arg(long)]
        accept: bool,
    },
    /// Retrain models; the same corpora give the same bytes
    Train {
        /// The models to train
        #[arg(value_enum)]
        what: training::Models,
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
    },
}

fn main() -> Result<()> {
    let root = root();
    match Arguments::parse().task {
        Task::Build => {
            site::build(&root)?;
            say(&format!("the site is in {}", root.join("www/dist").display()));
            Ok(())
        }
        Task::Serve { port } => site::serve(&root, port),
        Task::Test { quick: true } => checks::run_quick(&root),
        Task::Test { quick: false } => checks::run(&root),
        Task::Size => {
            site::build(&root)?;
            size::measure(&root)
        }
        Task::Bench { articles } => bench::measure(&root, &bench::articles(articles.as_deref(), &root)?),
        Task::Same { accept, corpora } => same::check(&root, &corpora, accept),
        Task::Fuzz { target, seconds } => fuzz::run(&root, &target, seconds),
        Task::Supply => supply::check(&root),
        Task::Npm { quick } => {
            site::build(&root)?;
            npm_package::check(&root, if quick { npm_package::Tests::Quick } else { npm_package::Tests::All })
        }
        Task::Release { .. } => release::rehearse(&root),
        Task::Reproduce => reproduce::check(&root),
        Task::Reliability { collect: Some(folder) } => reliability::collect(&root, &folder),
        Task::Reliability { collect: None } => reliability::measure(&root),
        Task::Types => types::write(&root),
        Task::Python { quick: true } => python::check_quickly(&root),
        Task::Python { quick: false } => python::check(&root),
        Task::Wordpress { package, built, tests } => {
            if !built {
                site::build(&root)?;
            }
            if package { wordpress::package(&root).map(drop) } else { wordpress::check(&root, &tests) }
        }
        Task::Interface { accept } => interface::check(&root, accept),
        Task::Train { what, corpora } => training::train_models(&root, what, &std::path::absolute(corpora)?),
    }
}

/// Returns the project's folder, in which every command runs.
fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest).to_owned()
}

/// Prints a message about the progress.
fn say(message: &str) {
    eprintln!("xtask: {message}");
}

/// Runs a command and waits for it; an error names it.
fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let words: Vec<String> = command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("`{name} {}` failed ({status})", words.join(" "));
    }
    Ok(())
}
