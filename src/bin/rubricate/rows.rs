//! Rows of JSON in, one row each out, in order, on several threads, in memory that does not grow with their number.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use rubricate::keywords::{Context, Keyword};
use rubricate::{Error, Limits, Options, dom, keywords_of};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::args::{Input, Work};

#[derive(Deserialize)]
struct PageRow {
    id: Value,
    #[serde(default)]
    url: Option<String>,
    html: String,
}

#[derive(Deserialize)]
struct TextRow {
    id: Value,
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct Keywords {
    keywords: Vec<Keyword>,
}

#[derive(Serialize)]
struct Answer<T> {
    id: Value,
    #[serde(flatten)]
    result: T,
}

#[derive(Serialize)]
struct Failure {
    error: Reason,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    message: String,
}

/// A row out: what to print, and whether it is an article or keywords, not an error.
struct Done {
    line: String,
    fine: bool,
}

/// A row in, with its number (the first is 1) and where its answer goes.
struct Task {
    number: usize,
    row: Result<Vec<u8>, Error>,
    answer: Sender<Done>,
}

/// Answers each row of `input` on `jobs` threads; false where any row failed.
///
/// # Errors
/// What goes wrong with files and pipes.
pub fn run(input: &Input, jobs: usize, work: &Work) -> io::Result<bool> {
    let reader: Box<dyn BufRead + Send> = match input {
        Input::Stdin => Box::new(BufReader::new(io::stdin())),
        Input::File(path) => {
            let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
            Box::new(BufReader::with_capacity(1 << 20, File::open(path).map_err(named)?))
        }
    };
    // Each row's answer has a channel of its own; the queue of these keeps the order and bounds what is under way.
    let (to_writer, in_order) = sync_channel::<Receiver<Done>>(4 * jobs);
    let (to_workers, tasks) = sync_channel::<Task>(jobs);
    let tasks = Arc::new(Mutex::new(tasks));
    thread::scope(|scope| {
        for _ in 0..jobs {
            let tasks = Arc::clone(&tasks);
            scope.spawn(move || answer_all(&tasks, work));
        }
        drop(tasks);
        let limit = row_limit(work);
        let feeding = scope.spawn(move || feed(reader, limit, &to_workers, &to_writer));
        let fine = write_all(&in_order);
        drop(in_order);
        let fed = feeding.join().unwrap_or_else(|_| Err(io::Error::other("reading rows ended by itself")));
        fine.and_then(|fine| fed.map(|()| fine))
    })
}

/// Bytes of the longest row that can hold a page within the limits: JSON writes a byte with up to six.
fn row_limit(work: &Work) -> usize {
    let limits = match work {
        Work::Extract(options) => options.limits,
        Work::Keywords(_) => Limits::default(),
    };
    limits.bytes.saturating_mul(6).saturating_add(64 << 10)
}

fn feed(
    mut reader: Box<dyn BufRead + Send>,
    limit: usize,
    to_workers: &SyncSender<Task>,
    to_writer: &SyncSender<Receiver<Done>>,
) -> io::Result<()> {
    for number in 1.. {
        let Some(row) = read_row(&mut reader, limit)? else { break };
        if row.as_ref().is_ok_and(|row| row.trim_ascii().is_empty()) {
            continue;
        }
        let (answer, answered) = channel();
        // A writer or workers that are gone have said why; there is nothing left to feed.
        if to_writer.send(answered).is_err() || to_workers.send(Task { number, row, answer }).is_err() {
            break;
        }
    }
    Ok(())
}

/// The next line; a line over `limit` bytes is passed over and reported.
fn read_row(reader: &mut dyn BufRead, limit: usize) -> io::Result<Option<Result<Vec<u8>, Error>>> {
    let mut row = Vec::new();
    let taken = reader.take(limit as u64 + 1).read_until(b'\n', &mut row)?;
    if taken == 0 {
        return Ok(None);
    }
    if taken <= limit || row.ends_with(b"\n") {
        return Ok(Some(Ok(row)));
    }
    let rest = reader.skip_until(b'\n')?;
    Ok(Some(Err(Error::TooLarge { what: "bytes", limit, value: taken + rest })))
}

fn answer_all(tasks: &Mutex<Receiver<Task>>, work: &Work) {
    loop {
        let next = match tasks.lock() {
            Ok(tasks) => tasks.recv(),
            Err(_) => return,
        };
        let Ok(Task { number, row, answer }) = next else { return };
        // Where nobody waits for the answer any more, the output is gone; the feeder will notice.
        let _ = answer.send(answer_row(number, row, work));
    }
}

fn answer_row(number: usize, row: Result<Vec<u8>, Error>, work: &Work) -> Done {
    let row = match row {
        Ok(row) => row,
        Err(error) => return failed(Value::Null, error.code(), format!("line {number}: {error}")),
    };
    let id = || id_of(&row);
    let answered = panic::catch_unwind(AssertUnwindSafe(|| match work {
        Work::Extract(options) => extract(number, &row, options),
        Work::Keywords(options) => keywords(number, &row, options),
    }));
    match answered {
        Ok(Ok(line)) => Done { line, fine: true },
        Ok(Err(error)) => failed(id(), error.code(), error.to_string()),
        Err(_) => failed(id(), "internal", format!("line {number}: this row met a defect of rubricate")),
    }
}

/// The id of a row, if that much of it can be read.
fn id_of(row: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct Id {
        id: Value,
    }
    serde_json::from_slice::<Id>(row).map_or(Value::Null, |row| row.id)
}

fn read<'a, T: Deserialize<'a>>(number: usize, row: &'a [u8]) -> Result<T, Error> {
    serde_json::from_slice(row).map_err(|error| Error::BadInput(format!("line {number}: {error}")))
}

fn extract(number: usize, row: &[u8], options: &Options) -> Result<String, Error> {
    let row: PageRow = read(number, row)?;
    let url = row.url.as_deref().filter(|url| !url.is_empty());
    let page = dom::parse(&row.html, url, &options.limits)?;
    Ok(line(&Answer { id: row.id, result: rubricate::extract(&page, options)? }))
}

fn keywords(number: usize, row: &[u8], options: &Options) -> Result<String, Error> {
    let TextRow { id, text, title, lang } = read(number, row)?;
    let (limit, explain) = (options.keywords, options.explain);
    let context = Context { title: title.as_deref(), lang: lang.as_deref(), limit, explain, ..Context::default() };
    let keywords = keywords_of(&text, &context, &options.limits)?;
    Ok(line(&Answer { id, result: Keywords { keywords } }))
}

fn failed(id: Value, code: &'static str, message: String) -> Done {
    Done { line: line(&Answer { id, result: Failure { error: Reason { code, message } } }), fine: false }
}

fn line<T: Serialize>(row: &T) -> String {
    serde_json::to_string(row).expect("strings and numbers under string keys are always JSON")
}

fn write_all(in_order: &Receiver<Receiver<Done>>) -> io::Result<bool> {
    let mut out = BufWriter::new(io::stdout().lock());
    let progress = io::stderr().is_terminal();
    let (mut rows, mut failures) = (0usize, 0usize);
    for answered in in_order {
        let Ok(done) = answered.recv() else { return Err(io::Error::other("a worker ended by itself")) };
        writeln!(out, "{}", done.line)?;
        rows += 1;
        failures += usize::from(!done.fine);
        if progress && rows.is_multiple_of(100) {
            eprint!("\r{rows} rows, {failures} failed");
        }
    }
    out.flush()?;
    if progress && rows >= 100 {
        eprintln!("\r{rows} rows, {failures} failed");
    }
    Ok(failures == 0)
}
