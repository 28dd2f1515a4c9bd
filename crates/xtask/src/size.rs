//! The download sizes of the page and the widget after brotli, and their limits.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run;

/// A part of the download: files of one kind, and their limit in bytes.
struct Part {
    name: &'static str,
    files: &'static [&'static str],
    limit: u64,
}

const PARTS: &[Part] = &[
    Part {
        name: "entity weights and word clusters",
        files: &["src/vocabulary/clusters.bin", "src/entities/weights.bin"],
        limit: 350_000,
    },
    Part { name: "quote weights", files: &["src/quotes/weights.bin"], limit: 84_000 },
    Part { name: "coreference weights", files: &["src/coreference/weights.bin"], limit: 23_000 },
    Part { name: "weights of attribution", files: &["src/attribution/weights.bin"], limit: 8_500 },
    Part { name: "the core, including weights", files: &["www/dist/whosaid-*.wasm"], limit: 834_000 },
    Part {
        name: "the check of drafts, which the page loads when it is first used",
        // Rules for numbers, dates, denials, offices and given names, with their words; no other part waits for it.
        files: &["www/dist/check-*.wasm"],
        limit: 125_000,
    },
    Part {
        name: "page script and worker",
        files: &["www/dist/assets/index-*.js", "www/dist/assets/worker-*.js", "www/dist/assets/rolldown-runtime-*.js"],
        limit: 34_500,
    },
    Part {
        name: "the editor for long texts, which the page loads with the first one",
        files: &["www/dist/assets/long-field-*.js"],
        limit: 78_000,
    },
    Part { name: "page and style", files: &["www/dist/index.html", "www/dist/assets/*.css"], limit: 8_000 },
    Part { name: "widget script", files: &["www/dist/who-said.js"], limit: 27_500 },
    Part {
        name: "script of the sidebar for editors",
        files: &["www/dist/who-said-editor.js", "www/dist/who-said-editor/who-said-editor-*.js"],
        limit: 29_000,
    },
    // With the list and the English names and reasons of all rules, which writers need nowhere else.
    Part {
        name: "what that script loads for the check",
        files: &["www/dist/who-said-editor/check-part-*.js"],
        limit: 7_500,
    },
    Part { name: "adapter for ProseMirror", files: &["www/dist/who-said-prosemirror.js"], limit: 900 },
    Part {
        name: "widget script for reviewed reports",
        files: &["www/dist/who-said-reviewed.js", "www/dist/who-said-reviewed/reviewed-*.js"],
        limit: 12_000,
    },
    Part {
        name: "what that script loads when it is needed",
        files: &[
            "www/dist/who-said-reviewed/full-reading-*.js",
            "www/dist/who-said-reviewed/cards-*.js",
            "www/dist/who-said-reviewed/widget-*.js",
        ],
        limit: 9_500,
    },
    Part {
        name: "what that script loads for further articles",
        files: &["www/dist/who-said-reviewed/more-articles-*.js"],
        limit: 500,
    },
];

/// Prints the size of each part after brotli -q 11; an error names the parts that are too large.
pub fn measure(root: &Path) -> Result<()> {
    let mut over = Vec::new();
    for part in PARTS {
        let mut size = 0;
        for pattern in part.files {
            for file in matching(root, pattern)? {
                size += compressed(root, &file)?;
            }
        }
        println!("{:>9} of {:>9} bytes: {}", size, part.limit, part.name);
        if size > part.limit {
            over.push(part.name);
        }
    }
    if !over.is_empty() {
        bail!("too large after brotli: {}", over.join(", "));
    }
    Ok(())
}

/// Returns the files that match `beginning*ending`, or the file with this name.
fn matching(root: &Path, pattern: &str) -> Result<Vec<std::path::PathBuf>> {
    let Some((folder, ending)) = pattern.split_once('*') else { return Ok(vec![root.join(pattern)]) };
    let (folder, beginning) = folder.rsplit_once('/').unwrap_or((".", folder));
    let entries = std::fs::read_dir(root.join(folder))
        .with_context(|| format!("{folder} does not exist: run cargo xtask build"))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(beginning) && name.ends_with(ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn compressed(root: &Path, file: &Path) -> Result<u64> {
    let output = root.join("target/xtask/compressed.br");
    std::fs::create_dir_all(root.join("target/xtask"))?;
    // The page needs Node.js in any case.
    let script = "const z=require('zlib'),f=require('fs'),[,i,o]=process.argv,c=z.constants;\
        f.writeFileSync(o,z.brotliCompressSync(f.readFileSync(i),{params:{[c.BROTLI_PARAM_QUALITY]:11,[c.BROTLI_PARAM_LGWIN]:24}}))";
    run(Command::new("node").arg("-e").arg(script).arg(file).arg(&output))?;
    Ok(std::fs::metadata(&output)?.len())
}
