//! The command line, run as its users run it.
#![cfg(feature = "cli")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::{Value, json};

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rubricate"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn page(n: usize) -> Value {
    json!({"id": n, "html": format!("<title>Page {n}</title><p>{}", format!("Sentence {n}, which is long enough. ").repeat(9))})
}

#[test]
fn rows_come_back_in_order_with_errors_in_their_place() {
    let mut input = String::new();
    for n in 0..50 {
        input += &format!("{}\n", if n == 20 { json!({"id": 20, "html": 5}) } else { page(n) });
    }
    input += "nonsense\n\n{\"id\":\"last\",\"url\":\"\",\"html\":\"\",\"more\":1}";
    let output = run(&["extract", "--jsonl", "--jobs", "3"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1), "a row failed");
    let rows = rows(&output);
    assert_eq!(rows.len(), 52);
    for (n, row) in rows[..50].iter().enumerate() {
        assert_eq!(row["id"], n);
        assert_eq!(row.get("error").is_some(), n == 20, "{row}");
    }
    assert_eq!(rows[50]["id"], Value::Null);
    assert_eq!(rows[50]["error"]["code"], "badInput");
    assert!(rows[50]["error"]["message"].as_str().unwrap().contains("line 51"));
    assert_eq!((&rows[51]["id"], &rows[51]["content"], &rows[51]["length"]), (&json!("last"), &Value::Null, &json!(0)));
}

#[test]
fn limits_are_told_with_their_value() {
    let output = run(&["extract", "--jsonl", "--limit", "bytes=10"], format!("{}\n", page(1)).as_bytes());
    let row = &rows(&output)[0];
    assert_eq!(row["error"]["code"], "tooLarge");
    assert!(row["error"]["message"].as_str().unwrap().contains("10"), "{row}");
    let output = run(&["extract", "--limit", "nodes=3"], b"<p>a<p>b<p>c");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("tooManyNodes"));
}

/// The most memory that a process has held so far, in kilobytes; none where the system does not tell.
fn peak(process: u32) -> Option<usize> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().trim_end_matches(" kB").parse().ok()
}

#[test]
fn memory_does_not_grow_with_the_number_of_rows() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rubricate"))
        .args(["extract", "--jsonl", "--jobs", "2", "--keywords", "0"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let answers = thread::spawn(|| {
        output.lines().filter(|line| line.as_ref().is_ok_and(|line| line.contains("content"))).count()
    });
    let row = json!({"id": 1, "html": "<p>Sentence, which is long enough to be one of a text. ".repeat(200)});
    let mut peaks = Vec::new();
    for rows in [40, 400] {
        (0..rows).for_each(|_| writeln!(input, "{row}").unwrap());
        peaks.extend(peak(child.id()));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
    assert_eq!(answers.join().unwrap(), 440);
    if let [few, many] = peaks[..] {
        assert!(many < few + few / 2, "{few} kB, then {many} kB");
    }
}

#[test]
fn why_is_told_where_it_is_asked_for() {
    let html = "<title>Rain</title><nav><a href=/>Home</a></nav><p>".to_owned()
        + &"It rained all night, and the river rose. ".repeat(20);
    let told = |args: &[&str]| -> Value { serde_json::from_slice(&run(args, html.as_bytes()).stdout).unwrap() };
    assert_eq!(told(&["extract"]).get("explanation"), None);
    let explained = told(&["extract", "--explain"]);
    let lines = explained["explanation"]["lines"].as_array().unwrap();
    let home = lines.iter().find(|line| line["text"] == "Home").unwrap();
    assert_eq!(
        (&home["kept"], &home["rule"], &home["kind"]),
        (&json!(false), &json!("navigation"), &json!("navigation"))
    );
    assert!(lines.iter().any(|line| line["kept"] == true && line["kind"].is_null()));
}

#[test]
fn a_body_is_printed_in_each_format() {
    let html = "<title>Rain</title><article><h1>Rain</h1><p>".to_owned()
        + &"It rained all <b>night</b>, and the river rose. ".repeat(20)
        + "<table><tr><th>Day<th>Feet<tr><td>1<td>9</table></article>";
    let printed =
        |format: &str| String::from_utf8(run(&["extract", "--format", format], html.as_bytes()).stdout).unwrap();
    assert!(
        printed("markdown").contains("**night**") && printed("markdown").contains("| Day | Feet |"),
        "{}",
        printed("markdown")
    );
    assert!(printed("html").contains("<b>night</b>") && printed("html").contains("<table>"));
    assert!(printed("text").contains("all night, and") && printed("text").contains("Day\tFeet"));
}

#[test]
fn wrong_usage_is_said_with_the_right_one() {
    for args in [
        &["render"][..],
        &["extract", "--what"],
        &["extract", "--format", "pdf"],
        &["extract", "--limit", "width=1"],
        &["extract", "--limit", "bytes=x"],
        &["extract", "--root", "p:hover"],
        &["extract", "--jobs", "2"],
        &["extract", "--jsonl", "--format", "text"],
        &["keywords"],
        &[],
    ] {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("usage:"), "{args:?}");
    }
    assert_eq!(run(&["--help"], b"").status.code(), Some(0));
}

#[test]
fn a_missing_file_is_named() {
    let output = run(&["extract", "/no/such/page.html"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/no/such/page.html"));
}

#[test]
fn bytes_are_decoded() {
    let text = "市委常委会今天下午举行扩大会议，传达学习会议精神。".repeat(8);
    let (gbk, _, _) = encoding_rs::GBK.encode(&text);
    let page = [b"<meta charset=gbk><p>".as_slice(), &gbk].concat();
    let output = run(&["extract", "--format", "text"], &page);
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim_end(), text);
}

#[test]
fn keywords_of_rows_are_given_with_their_counts() {
    let text =
        "Flood warnings were issued along the river. The flood warnings stay in force. Flood warnings reach the sea.";
    let row = json!({"id": "a", "title": "Flood warnings", "lang": "en", "text": text});
    let output = run(&["keywords", "--jsonl", "--keywords", "3"], format!("{row}\n{{\"id\":2}}\n").as_bytes());
    let rows = rows(&output);
    let first = &rows[0]["keywords"][0];
    assert!(first["term"].as_str().unwrap().to_lowercase().starts_with("flood warning"), "{first}");
    assert_eq!(first["count"], 3);
    assert!(rows[0]["keywords"].as_array().unwrap().len() <= 3);
    assert_eq!(rows[1]["error"]["code"], "badInput");
}
