//! `cargo xtask`: builds, serves and tests whosaid on a fresh machine.

mod bench;
mod builds;
mod checks;
mod interface;
mod same;
mod site;
mod size;
mod tools;
mod training;
mod types;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Builds, serves and tests whosaid; installs what is missing")]
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
        /// The port to serve on
        #[arg(long, default_value_t = 4173)]
        port: u16,
    },
    /// Run every check, including the tests in browsers
    Test {
        /// Run only the checks that need neither a browser nor a build of the site
        #[arg(long)]
        quick: bool,
    },
    /// Tell how much the page and the widget load, after brotli
    Size,
    /// Measure speed natively and in Chromium, and write docs/speed.md
    Bench {
        /// Articles, one `{"text": …}` a line
        #[arg(long)]
        articles: Option<PathBuf>,
    },
    /// Check that the reports on many articles have not changed
    Same {
        /// Keep the hashes of the reports as they are now
        #[arg(long)]
        accept: bool,
        /// The folder of the annotated corpora
        #[arg(long, default_value = "../shared/corpora")]
        corpora: PathBuf,
    },
    /// Make the JSON Schema, the TypeScript types and the README's tables from the report's types
    Types,
    /// Check that the library's public interface has not changed
    Interface {
        /// Keep the public items as they are now
        #[arg(long)]
        accept: bool,
    },
    /// Learn weights anew: the same corpora give the same bytes
    Train {
        /// What to learn
        #[arg(value_enum)]
        what: training::Learning,
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
        Task::Types => types::write(&root),
        Task::Interface { accept } => interface::check(&root, accept),
        Task::Train { what, corpora } => training::learn(&root, what, &std::path::absolute(corpora)?),
    }
}

/// The project's folder, in which every command runs.
fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest).to_owned()
}

/// Tells the user what is going on.
fn say(message: &str) {
    eprintln!("xtask: {message}");
}

/// Runs a command to its end; an error says which one failed.
fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let words: Vec<String> = command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("`{name} {}` failed ({status})", words.join(" "));
    }
    Ok(())
}
