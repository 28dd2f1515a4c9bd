//! Runs the command as scripts do.
#![allow(dead_code, reason = "no test uses all of it")]

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// Runs the command with this standard input until it ends.
pub fn whosaid(arguments: &[&str], input: &[u8]) -> Output {
    let child = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    finish(child, input)
}

/// Writes the standard input of a command and waits until it ends.
pub fn finish(mut child: Child, input: &[u8]) -> Output {
    // A command that refuses its arguments ends before it has read its input.
    match child.stdin.take().unwrap().write_all(input) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("cannot write the input: {error}"),
        _ => {}
    }
    child.wait_with_output().unwrap()
}

/// A folder for the files of one test, empty at first.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
