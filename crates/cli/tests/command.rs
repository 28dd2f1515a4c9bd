//! What the command promises to those who call it from scripts.

mod common;

use std::path::Path;
use std::process::Output;

use common::{folder, whosaid};

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
fn a_file_that_is_too_long_is_named_with_what_to_do() {
    let path = folder("too-long").join("archive.txt");
    // Only its length is stored: it takes no space on the disk.
    std::fs::File::create(&path).unwrap().set_len(500_000_001).unwrap();
    let output = whosaid(&["report", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("archive.txt: it is longer than the 500 MB"), "{}", stderr(&output));
    assert!(stderr(&output).contains("Split it first"), "{}", stderr(&output));
}

#[test]
fn a_text_in_another_language_is_told_and_is_no_error() {
    let text = "Bundeskanzler Olaf Scholz sagte am Dienstag, dass er nicht zurücktreten werde.";
    let output = whosaid(&["report"], text.as_bytes());
    assert!(output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message, "whosaid: the text seems to be in German; only English articles are analyzed\n");
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

fn write(folder: &Path, name: &str, content: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, content).unwrap();
    file.to_str().unwrap().to_owned()
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    std::str::from_utf8(&output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn a_file_alone_is_enough_for_a_readable_report() {
    let folder = folder("command-readable");
    let file = write(&folder, "article.txt", "“Yes,” said Ada Byron in London.");
    let output = whosaid(&[&file], b"");
    assert!(output.status.success());
    let expected = "Ada Byron\n  “Yes,” [direct]\n\nPeople: Ada Byron\nPlaces: London\n";
    assert_eq!(stdout(&output), expected, "no colors, since this is no terminal");
    assert_eq!(stdout(&whosaid(&[], "“Yes,” said Ada Byron in London.".as_bytes())), expected);
    assert_eq!(lines(&whosaid(&["--json", &file], b"")).len(), 1);
}

#[test]
fn colors_are_there_on_request_and_change_no_word() {
    let text = "“Yes,” said mayor Ada Byron in London.".as_bytes();
    let plain = whosaid(&["--color", "never"], text);
    let colored = whosaid(&["--color", "always"], text);
    assert!(!stdout(&plain).contains('\u{1b}') && stdout(&colored).contains("\u{1b}["));
    let words: String = stdout(&colored)
        .split('\u{1b}')
        .map(|part| part.strip_prefix('[').map_or(part, |rest| rest.split_once('m').unwrap().1))
        .collect();
    assert_eq!(words, stdout(&plain));
}

#[test]
fn reports_of_several_files_carry_their_names() {
    let folder = folder("command-several");
    let one = write(&folder, "one.txt", "“Yes,” said Ada Byron.");
    let two = write(&folder, "two.txt", "“No,” said Jane Doe.");
    let missing = folder.join("missing.txt").to_str().unwrap().to_owned();
    let output = whosaid(&["report", &one, &missing, &two], b"");
    assert!(!output.status.success());
    assert!(stderr(&output).starts_with(&format!("whosaid: cannot read {missing}: ")), "{}", stderr(&output));
    assert_eq!(stderr(&output).lines().count(), 1);
    let found = lines(&output);
    assert_eq!(found.len(), 2);
    for (answer, (file, name)) in found.iter().zip([(&one, "Ada Byron"), (&two, "Jane Doe")]) {
        assert_eq!(answer["file"], **file);
        assert_eq!(answer["report"]["entities"][0]["name"], name);
        assert!(answer.get("text").is_none(), "offsets count in the file itself");
    }
    let readable = whosaid(&[&one, &two], b"");
    let text = stdout(&readable);
    let places: Vec<usize> =
        [one.as_str(), "“Yes,”", two.as_str(), "“No,”"].iter().map(|part| text.find(part).unwrap()).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn json_lines_are_read_from_a_file() {
    let folder = folder("command-lines");
    let file =
        write(&folder, "articles.jsonl", "{\"id\": 1, \"text\": \"One.\"}\n{\"id\": \"b\", \"txt\": \"Two.\"}\n");
    let output = whosaid(&["report", "--jsonl", &file], b"");
    assert!(!output.status.success());
    assert_eq!(lines(&output).len(), 1);
    let form = "A line has the form {\"id\": …, \"text\": \"…\"}";
    assert_eq!(stderr(&output), format!("whosaid: line 2, id \"b\": missing field `text`. {form}\n"));
    let output = whosaid(&["report", "--jsonl", "no/such.jsonl"], b"");
    assert!(stderr(&output).starts_with("whosaid: cannot read no/such.jsonl"), "{}", stderr(&output));
}

#[test]
fn the_article_of_a_page_is_reported_with_the_text_that_offsets_count_in() {
    let paragraph = "<p>The harbour has been closed since Monday, when a storm broke its wall and sank four boats.</p>";
    let page = format!(
        "<!doctype html><title>Harbour</title><body><nav>“Menu,” said the footer.</nav><article>{paragraph}\
         <p>“We will open it,” said Jane Doe.</p>{paragraph}{paragraph}</article></body>"
    );
    let folder = folder("command-pages");
    let file = write(&folder, "page.html", &page);
    for arguments in [&["report", "--offsets", "codepoint", &file], &["report", "--offsets", "codepoint", "-"]] {
        let answer = lines(&whosaid(arguments, page.as_bytes())).remove(0);
        assert_eq!(answer["file"], arguments[3]);
        let text: Vec<char> = answer["text"].as_str().unwrap().chars().collect();
        let quotes = answer["report"]["quotes"].as_array().unwrap();
        assert_eq!(quotes.len(), 1);
        let place = |key| quotes[0]["content"][0][key].as_u64().unwrap() as usize;
        assert_eq!(text[place("start")..place("end")].iter().collect::<String>(), "“We will open it,”");
    }
    let output = whosaid(&["-"], b"<html><body></body></html>");
    assert!(!output.status.success() && stderr(&output).contains("no article found"), "{}", stderr(&output));
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = whosaid(&["completions", shell], b"");
        assert!(script.status.success() && stdout(&script).contains("explain"), "{shell}");
    }
    let page = whosaid(&["man"], b"");
    assert!(stdout(&page).contains(".TH whosaid 1"), "{}", stdout(&page));
    let folder = folder("command-manual");
    assert!(whosaid(&["man", folder.to_str().unwrap()], b"").status.success());
    for name in ["whosaid.1", "whosaid-report.1", "whosaid-explain.1"] {
        assert!(folder.join(name).is_file(), "{name}");
    }
    assert!(!whosaid(&["man", "no/such/folder"], b"").status.success());
}
