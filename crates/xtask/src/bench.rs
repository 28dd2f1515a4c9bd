//! Measures speed natively by stage, and in Chromium in comparison with two other analyzers; writes the results to `docs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{run, say, site};

/// The ratio to the previous run from which the speed, relative to the other analyzer, counts as worse.
const WORSE: f64 = 1.15;

/// The results of one run.
#[derive(Serialize, Deserialize)]
struct Results {
    machine: String,
    /// Rates in megabytes per second, and slopes of growth.
    native: Value,
    browser: Value,
}

/// Runs all benchmarks, compares with the previous run, and writes the table, the chart and the figures.
pub fn measure(root: &Path, articles: &Path) -> Result<()> {
    site::build(root)?;
    let folder = root.join("target/bench");
    std::fs::create_dir_all(&folder)?;
    say("measuring natively");
    let bench = |name: &str| {
        let mut command = Command::new("cargo");
        command.current_dir(root).env("WHOSAID_ARTICLES_JSONL", articles).args([
            "bench",
            "--quiet",
            "--features",
            "training",
            "--bench",
            name,
        ]);
        command
    };
    run(&mut bench("stages"))?;
    let growth = bench("growth").output().context("cannot start cargo")?;
    let slopes: Value = serde_json::from_slice(&growth.stdout).context("the bench of growth gave no figures")?;
    let native = json!({ "rates": rates(&root.join("target/criterion"))?, "slopes": slopes });
    say("measuring in Chromium");
    let browser = folder.join("browser.json");
    site::npm(root, &["run", "--silent", "build:bench"])?;
    run(Command::new("node").current_dir(root.join("www")).arg("bench/run.mjs").arg(articles).arg(&browser))?;
    let browser = serde_json::from_str(&std::fs::read_to_string(browser)?)?;
    let results = Results { machine: machine(), native, browser };
    let docs = root.join("docs");
    std::fs::create_dir_all(&docs)?;
    let kept = docs.join("speed.json");
    let before = std::fs::read_to_string(&kept).ok().and_then(|text| serde_json::from_str::<Results>(&text).ok());
    if let Some(before) = before {
        compare(&before, &results);
    }
    std::fs::write(&kept, serde_json::to_string_pretty(&results)? + "\n")?;
    std::fs::write(docs.join("speed.md"), table(&results))?;
    std::fs::write(docs.join("speed.svg"), picture(&results))?;
    say("the figures are in docs/speed.md");
    Ok(())
}

/// Returns megabytes per second for each native benchmark, from the medians in Criterion's folder.
fn rates(folder: &Path) -> Result<BTreeMap<String, f64>> {
    let mut rates = BTreeMap::new();
    for group in ["whole", "stage"] {
        for entry in std::fs::read_dir(folder.join(group))?.flatten() {
            let read = |file: &str| -> Option<Value> {
                serde_json::from_str(&std::fs::read_to_string(entry.path().join("new").join(file)).ok()?).ok()
            };
            let (Some(estimates), Some(benchmark)) = (read("estimates.json"), read("benchmark.json")) else { continue };
            let nanoseconds = number(&estimates, "/median/point_estimate");
            let bytes = number(&benchmark, "/throughput/Bytes");
            let name = benchmark["function_id"].as_str().unwrap_or_default();
            rates.insert(format!("{group}: {name}"), bytes / 1e6 / (nanoseconds / 1e9));
        }
    }
    Ok(rates)
}

/// Describes the machine, on which absolute times depend.
fn machine() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{} ({cores} cores)", model.map_or("an unnamed processor", |(_, name)| name.trim()))
}

fn number(value: &Value, path: &str) -> f64 {
    value.pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

/// Returns our time for a thousand words, relative to compromise in the same run.
fn share(results: &Results) -> f64 {
    number(&results.browser, "/figures/whosaid/median") / number(&results.browser, "/figures/compromise/median")
}

fn compare(before: &Results, now: &Results) {
    let (old, new) = (share(before), share(now));
    let verdict = if new > WORSE * old { "WORSE than" } else { "no worse than" };
    say(&format!("a thousand words take {new:.3} of compromise's time: {verdict} the {old:.3} of the run before"));
}

fn table(results: &Results) -> String {
    let mut text = String::from(
        "# Speed\n\nMade by `cargo xtask bench`; absolute times belong to the machine, ratios travel.\n\n",
    );
    let _ = writeln!(text, "Machine: {}.\n\n![Time for a thousand words](speed.svg)\n", results.machine);
    text.push_str("## In Chromium, the same articles, in one run and by turns\n\n");
    text.push_str("compromise 14 finds people, places, organisations, pronouns and quotations; wink-nlp, with its model, entities of time and money, \
                   parts of speech and sentences, but neither names nor quotes.\n\n");
    text.push_str("| | cold start to first report (ms) | 1,000 words, median (ms) | 95th percentile (ms) | 100 kB (MB/s) | 1 MB (MB/s) | memory at rest (MB) | after 1 MB (MB) |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for name in ["whosaid", "compromise", "wink"] {
        let figure = |key: &str| number(&results.browser, &format!("/figures/{name}/{key}"));
        let _ = writeln!(
            text,
            "| {name} | {:.0} | {:.1} | {:.1} | {:.2} | {:.2} | {:.1} | {:.1} |",
            figure("cold"),
            figure("median"),
            figure("p95"),
            figure("kilobytes"),
            figure("megabyte"),
            figure("rest") / 1e6,
            figure("memory") / 1e6,
        );
    }
    let _ = writeln!(
        text,
        "\nA word changed in the middle of 100 kB: {:.1} ms to the new report (median).",
        number(&results.browser, "/edit")
    );
    text.push_str("\n## Loading the page, processor slowed to a quarter\n\n| network | first content (s) | ready to analyse (s) |\n|---|--:|--:|\n");
    for load in results.browser["loads"].as_array().into_iter().flatten() {
        let _ = writeln!(
            text,
            "| {} Mbit/s, {} ms | {:.2} | {:.2} |",
            load["megabits"],
            load["latency"],
            number(load, "/first") / 1e3,
            number(load, "/ready") / 1e3
        );
    }
    text.push_str("\n## Natively, one core\n\n| what | MB/s |\n|---|--:|\n");
    for (name, rate) in results.native["rates"].as_object().into_iter().flatten() {
        let _ = writeln!(text, "| {name} | {:.2} |", rate.as_f64().unwrap_or(f64::NAN));
    }
    text.push_str("\nHow time grows with length, as the slope of a log–log fit from 0.3 to 10 MB (1 is linear), and the rate at 10 MB:\n\n| text | slope | MB/s |\n|---|--:|--:|\n");
    for (name, slope) in results.native["slopes"].as_object().into_iter().flatten() {
        let _ = writeln!(text, "| {name} | {:.3} | {:.2} |", number(slope, "/slope"), number(slope, "/rate"));
    }
    text
}

/// Draws bars of the time for a thousand words.
fn picture(results: &Results) -> String {
    let names = ["whosaid", "compromise", "wink"];
    let times = names.map(|name| number(&results.browser, &format!("/figures/{name}/median")));
    let most = times.iter().copied().fold(0.0, f64::max);
    let mut bars = String::new();
    for (at, (name, time)) in names.iter().zip(times).enumerate() {
        let (top, width) = (14 + 34 * at, 360.0 * time / most);
        let _ = write!(
            bars,
            "<text x=\"96\" y=\"{}\" text-anchor=\"end\">{name}</text><rect x=\"104\" y=\"{top}\" width=\"{width:.1}\" height=\"22\" rx=\"3\" fill=\"{}\"/><text x=\"{:.1}\" y=\"{}\">{time:.1} ms</text>",
            top + 16,
            if at == 0 { "#0b5d6b" } else { "#9aa5a9" },
            112.0 + width,
            top + 16,
        );
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 120\" font-family=\"system-ui, sans-serif\" font-size=\"14\"><title>Time for a thousand words in Chromium</title><rect width=\"560\" height=\"120\" fill=\"#fff\"/>{bars}</svg>\n"
    )
}

/// Returns the file of articles for the benchmarks.
pub fn articles(given: Option<&Path>, root: &Path) -> Result<std::path::PathBuf> {
    let file = given.map_or_else(|| root.join("../shared/corpora/polnear/dev.jsonl"), Path::to_path_buf);
    file.canonicalize().with_context(|| format!("{} does not exist: give a file with --articles", file.display()))
}
