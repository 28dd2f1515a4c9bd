//! What the command promises to those who call it from scripts.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn whosaid(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_pipe_gets_json() {
    let output = whosaid(&["report", "--offsets", "byte"], "“Yes,” said Ada Byron.".as_bytes());
    assert!(output.status.success());
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["offsets"], "byte");
    assert_eq!(report["quotes"][0]["content"][0]["end"], 10);
    assert_eq!(report["quotes"][0]["within"], serde_json::Value::Null);
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered() {
    let input = b"{\"id\": 1, \"text\": \"One.\"}\nnonsense\n{\"id\": \"x\", \"text\": \"Two.\"}\n";
    let output = whosaid(&["report", "--jsonl", "--offsets", "codepoint"], input);
    assert!(!output.status.success());
    let answers: Vec<serde_json::Value> = output
        .stdout
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 2);
    assert_eq!((&answers[0]["id"], &answers[1]["id"]), (&1.into(), &"x".into()));
    assert!(String::from_utf8(output.stderr).unwrap().contains("line 2"));
}

#[test]
fn files_that_cannot_be_read_are_told_with_what_to_do() {
    let output = whosaid(&["report", "-"], b"caf\xe9");
    assert!(!output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("UTF-8") && message.contains("byte 3"), "{message}");
    assert!(!whosaid(&["report", "no/such/file"], b"").status.success());
}

#[test]
fn a_text_in_another_language_is_told_and_is_no_error() {
    let text = "Bundeskanzler Olaf Scholz sagte am Dienstag, dass er nicht zurücktreten werde.";
    let output = whosaid(&["report"], text.as_bytes());
    assert!(output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message, "the text seems to be in German; whosaid reads English only\n");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["language"], "de");
    assert_eq!(report["entities"], serde_json::json!([]));

    let line = serde_json::json!({ "id": 1, "text": text }).to_string();
    let output = whosaid(&["report", "--jsonl"], line.as_bytes());
    assert!(output.status.success() && output.stderr.is_empty());
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["report"]["language"], "de");
}

#[test]
fn a_reviewed_report_is_checked_by_nobody_unless_told() {
    let text = "“Yes, at last,” said Ada Byron </script>.".as_bytes();
    for (flag, extent) in [("--reviewed", "none"), ("--reviewed=all", "all"), ("--reviewed=some", "some")] {
        let output = whosaid(&["report", flag], text);
        assert!(output.status.success());
        assert!(!output.stdout.contains(&b'<'), "it can stand inside a page");
        let file: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(file["review"]["extent"], extent);
        assert_eq!(file["review"]["at"].is_null(), extent == "none");
        assert_eq!(file["report"]["quotes"][0]["content"][0]["selector"]["exact"], "“Yes, at last,”");
    }
    assert!(!whosaid(&["report", "--reviewed=most"], text).status.success());
    assert!(!whosaid(&["report", "--reviewed", "--json-ld"], text).status.success());
    let output = whosaid(&["report", "--json-ld"], text);
    let data: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!(data["@graph"][0]["text"], "Yes, at last");
}
