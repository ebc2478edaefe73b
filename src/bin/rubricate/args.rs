//! What was asked for.

use std::path::PathBuf;

use lexopt::prelude::*;
use rubricate::dom::Selector;
use rubricate::{Error, Options};

/// What to do.
pub enum Command {
    /// Print how to use it.
    Help,
    /// Print the version.
    Version,
    /// Extract one page.
    Extract {
        /// The page.
        page: Page,
        /// How.
        options: Options,
        /// What to print of it.
        format: Format,
    },
    /// Work through rows of JSON.
    Rows {
        /// Where the rows are.
        file: Input,
        /// How many threads to use.
        jobs: usize,
        /// What to do with each row.
        work: Work,
    },
}

/// What to do with each row.
pub enum Work {
    /// Extract its page.
    Extract(Box<Options>),
    /// Find the keywords of its text.
    Keywords(Box<Options>),
}

/// Where bytes come from.
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// One page and what is known about it from outside.
pub struct Page {
    /// Where its bytes are.
    pub file: Input,
    /// Its address.
    pub url: Option<String>,
    /// The encoding that HTTP stated.
    pub charset: Option<String>,
}

/// What to print of an article.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// All of it.
    Json,
    /// The body as Markdown.
    Markdown,
    /// The body as HTML.
    Html,
    /// The body's text.
    Text,
}

/// The words of the command line, read but not yet put together.
struct Words {
    file: Option<PathBuf>,
    jsonl: bool,
    jobs: Option<usize>,
    url: Option<String>,
    charset: Option<String>,
    format: Option<Format>,
    options: Options,
}

/// Reads the command line.
///
/// # Errors
/// Says what is wrong with it.
pub fn parse(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let verb = match parser.next()? {
        Some(Value(verb)) => verb.string()?,
        Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Short('V') | Long("version")) => return Ok(Command::Version),
        Some(other) => return Err(other.unexpected()),
        None => return Err("what is to be done? extract or keywords".into()),
    };
    let mut words = Words {
        file: None,
        jsonl: false,
        jobs: None,
        url: None,
        charset: None,
        format: None,
        options: Options::default(),
    };
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(file) if words.file.is_none() => words.file = Some(file.into()),
            Long("jsonl") => words.jsonl = true,
            Long("jobs") => words.jobs = Some(parser.value()?.parse()?),
            Long("keywords") => words.options.keywords = parser.value()?.parse()?,
            Long("explain") => words.options.explain = true,
            Long(name) if verb == "extract" => {
                let name = name.to_owned();
                extract_option(&mut words, &name, &mut parser)?;
            }
            other => return Err(other.unexpected()),
        }
    }
    put_together(&verb, words)
}

fn extract_option(words: &mut Words, name: &str, parser: &mut lexopt::Parser) -> Result<(), lexopt::Error> {
    let options = &mut words.options;
    match name {
        "url" => words.url = Some(parser.value()?.string()?),
        "charset" => words.charset = Some(parser.value()?.string()?),
        "format" => words.format = Some(parser.value()?.parse_with(format)?),
        "now" => options.now = Some(parser.value()?.string()?),
        "limit" => limit(options, &parser.value()?.string()?)?,
        "root" => options.corrections.root = Some(selector(name, parser)?),
        "include" => options.corrections.include.push(selector(name, parser)?),
        "exclude" => options.corrections.exclude.push(selector(name, parser)?),
        "set-aside" => options.set_aside = true,
        _ => return Err(format!("there is no option --{name}").into()),
    }
    Ok(())
}

fn selector(option: &str, parser: &mut lexopt::Parser) -> Result<Selector, lexopt::Error> {
    Selector::parse(&parser.value()?.string()?, option).map_err(message)
}

fn message(error: Error) -> lexopt::Error {
    error.to_string().into()
}

fn format(name: &str) -> Result<Format, String> {
    match name {
        "json" => Ok(Format::Json),
        "markdown" => Ok(Format::Markdown),
        "html" => Ok(Format::Html),
        "text" => Ok(Format::Text),
        _ => Err(format!("there is no format {name:?}: json, markdown, html or text")),
    }
}

fn limit(options: &mut Options, text: &str) -> Result<(), lexopt::Error> {
    let (name, value) = text.split_once('=').ok_or("--limit takes NAME=N, as in --limit bytes=1000000")?;
    let value = value.parse().map_err(|_| format!("--limit {name}: {value:?} is no whole number"))?;
    options.limits.set(name, value).map_err(message)
}

fn put_together(verb: &str, words: Words) -> Result<Command, lexopt::Error> {
    let Words { file, jsonl, jobs, url, charset, format, options } = words;
    let file = match file {
        Some(file) if file.as_os_str() != "-" => Input::File(file),
        _ => Input::Stdin,
    };
    let rows_only = url.is_none() && charset.is_none() && format.unwrap_or(Format::Json) == Format::Json;
    match (verb, jsonl) {
        ("extract", false) if jobs.is_none() => {
            let format = format.unwrap_or(Format::Json);
            Ok(Command::Extract { page: Page { file, url, charset }, options, format })
        }
        ("extract", false) => Err("--jobs goes with --jsonl".into()),
        ("extract", true) if !rows_only => Err("--url, --charset and --format do not go with --jsonl".into()),
        ("keywords", false) => Err("keywords takes --jsonl".into()),
        ("extract" | "keywords", true) => {
            let work = match verb {
                "extract" => Work::Extract(Box::new(options)),
                _ => Work::Keywords(Box::new(options)),
            };
            let jobs = jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, |cores| cores.get()));
            Ok(Command::Rows { file, jobs: jobs.clamp(1, 256), work })
        }
        (other, _) => Err(format!("there is no command {other:?}: extract or keywords").into()),
    }
}
