//! A batch that is killed goes on where it was, and ends as if it had not been killed.

mod common;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Starts the command on JSON lines, with an output file and further options.
fn start(output: &Path, options: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(["report", "--jsonl", "--output"])
        .arg(output)
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn finish(child: Child, input: &str) -> Output {
    common::finish(child, input.as_bytes())
}

fn articles() -> String {
    let line = |id: usize| {
        let text = format!("Mayor Jane Doe spoke. “We count {id} ships,” she said.\n\n").repeat(1 + id % 5);
        serde_json::json!({ "id": format!("a{id}"), "text": text }).to_string() + "\n"
    };
    (1..=40).map(line).collect()
}

fn file(name: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&file);
    file
}

#[test]
fn a_killed_batch_goes_on_after_the_last_whole_line() {
    let (whole, killed) = (file("whole.jsonl"), file("killed.jsonl"));
    let input = articles();
    assert!(finish(start(&whole, &[]), &input).status.success());
    let whole = std::fs::read_to_string(&whole).unwrap();
    assert_eq!(whole.lines().count(), 40);

    // A missing file is begun, so that the same command serves for all runs.
    let mut child = start(&killed, &["--resume"]);
    let half = input.match_indices('\n').nth(17).unwrap().0 + 1;
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(&input.as_bytes()[..half]).unwrap();
    let begun = Instant::now();
    while std::fs::read(&killed).unwrap_or_default().iter().filter(|&&byte| byte == b'\n').count() < 10 {
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing is written");
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let written = std::fs::read_to_string(&killed).unwrap();
    assert!(written.len() < whole.len() && whole.starts_with(&written));

    let output = finish(start(&killed, &["--resume"]), &input);
    assert!(output.status.success() && output.stderr.is_empty() && output.stdout.is_empty());
    assert!(std::fs::read_to_string(&killed).unwrap() == whole);
}

#[test]
fn a_half_line_is_cut_off_wherever_it_ends() {
    let (whole, cut) = (file("uncut.jsonl"), file("cut.jsonl"));
    let input = articles();
    finish(start(&whole, &[]), &input);
    let whole = std::fs::read(&whole).unwrap();
    for end in [0, 1, 500, whole.len() / 2, whole.len() - 1, whole.len()] {
        std::fs::write(&cut, &whole[..end]).unwrap();
        assert!(finish(start(&cut, &["--resume"]), &input).status.success());
        assert!(std::fs::read(&cut).unwrap() == whole, "cut at {end}");
    }
}

#[test]
fn without_resume_the_output_is_written_anew_and_resume_needs_an_output() {
    let output = file("anew.jsonl");
    std::fs::write(&output, "something else\n").unwrap();
    assert!(!finish(start(&output, &["--resume"]), &articles()).status.success());
    assert_eq!(std::fs::read_to_string(&output).unwrap(), "something else\n");
    assert!(finish(start(&output, &[]), &articles()).status.success());
    assert_eq!(std::fs::read_to_string(&output).unwrap().lines().count(), 40);
    let command = Command::new(env!("CARGO_BIN_EXE_whosaid")).args(["report", "--jsonl", "--resume"]).output();
    assert_eq!(command.unwrap().status.code(), Some(2));
}
