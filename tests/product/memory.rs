//! `analyze` streams: five times the input needs no more memory than once. Where the system tells how much a process used at most.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::common::{mujaz, repository};

/// The most memory that a process of one thread used, in KiB, while the sample was written to it `times` times.
fn peak(times: usize) -> Option<u64> {
    let sample = fs::read(repository().join("examples/astana/articles/2017-02-almithal.jsonl")).ok()?;
    let mut command: Command = mujaz();
    command.arg("analyze").env("RAYON_NUM_THREADS", "1").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let mut input = child.stdin.take()?;
    for _ in 0..times {
        input.write_all(&sample).ok()?;
    }
    // What is written last has been read before its answer is asked for; the process waits for more.
    input.flush().ok()?;
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    drop(input);
    child.wait().ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn five_times_the_input_needs_no_more_memory() {
    // Each time more than a batch of input.
    let (Some(once), Some(often)) = (peak(250), peak(1250)) else { return };
    assert!(often * 10 <= once * 11, "{once} KiB once, {often} KiB five times over");
}
