//! What `whosaid check` promises to those who call it from scripts.

mod common;

use common::{folder, whosaid};

const UNCLOSED: &str =
    "The bridge will close, the council said.\n\n“We are sorry, said Jane Doe, the mayor. “We will rebuild it all.”\n";

#[test]
fn a_check_has_three_exit_statuses() {
    let clean = whosaid(&["check"], "“Yes, at last,” said Ada Byron, the engineer.".as_bytes());
    assert_eq!(
        (clean.status.code(), String::from_utf8(clean.stdout).unwrap().as_str()),
        (Some(0), "0 findings in 1 file\n")
    );
    let found = whosaid(&["check"], UNCLOSED.as_bytes());
    assert_eq!(found.status.code(), Some(1));
    let text = String::from_utf8(found.stdout).unwrap();
    assert!(text.contains("3:1") && text.contains("error") && text.contains("quotation-marks"), "{text}");
    for (arguments, input) in [
        (&["check", "no/such/file"][..], ""),
        (&["check", "--settings", "no/such/file"], ""),
        (&["check"], "Bundeskanzler Olaf Scholz sagte am Dienstag, dass er nicht zurücktreten werde."),
    ] {
        let failed = whosaid(arguments, input.as_bytes());
        assert_eq!(failed.status.code(), Some(2), "{arguments:?}");
        assert!(!failed.stderr.is_empty());
    }
}

#[test]
fn a_check_writes_json_and_sarif() {
    let output = whosaid(&["check", "--format", "json", "--offsets", "byte"], UNCLOSED.as_bytes());
    let files: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &files[0]["findings"][0];
    let start = UNCLOSED.find('“').unwrap();
    assert_eq!((&finding["rule"], &finding["start"]), (&"quotation-marks".into(), &start.into()));
    assert_eq!((&finding["line"], &finding["column"], &finding["words"]), (&3.into(), &1.into(), &"“".into()));
    assert_eq!(finding["fix"]["replacement"], "”");
    let output = whosaid(&["check", "--format", "sarif"], UNCLOSED.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["level"], "error");
}

#[test]
fn settings_are_found_beside_a_file_or_above_it() {
    let folder = folder("check-settings");
    let inner = folder.join("drafts");
    std::fs::create_dir_all(&inner).unwrap();
    let draft = inner.join("draft.txt");
    std::fs::write(&draft, UNCLOSED).unwrap();
    let check = |more: &[&str]| {
        let arguments: Vec<&str> = ["check", draft.to_str().unwrap()].into_iter().chain(more.iter().copied()).collect();
        whosaid(&arguments, b"")
    };
    assert_eq!(check(&[]).status.code(), Some(1));
    let settings = folder.join("whosaid-check.toml");
    std::fs::write(&settings, "[rules]\nquotation-marks = \"suggestion\"\n").unwrap();
    assert!(String::from_utf8(check(&[]).stdout).unwrap().contains("suggestion"));
    assert_eq!(check(&["--least", "warning"]).status.code(), Some(0));
    std::fs::write(inner.join("whosaid-check.toml"), "[rules]\nquotation-marks = \"off\"\n").unwrap();
    assert_eq!(check(&[]).status.code(), Some(0));
    assert_eq!(check(&["--settings", settings.to_str().unwrap()]).status.code(), Some(1));
    std::fs::write(inner.join("whosaid-check.toml"), "[rules]\nquotes = \"off\"\n").unwrap();
    let failed = check(&[]);
    assert_eq!(failed.status.code(), Some(2));
    assert!(String::from_utf8(failed.stderr).unwrap().contains("there is no rule “quotes”"));
}
