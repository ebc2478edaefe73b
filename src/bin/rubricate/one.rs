//! One page.

use std::io::{self, Read, Write};

use rubricate::{Article, Error, Options, dom};

use crate::Format;
use crate::args::{Input, Page};

/// Prints the article of a page; false where there is an error to tell instead.
///
/// # Errors
/// What goes wrong with files and pipes.
pub fn extract(page: &Page, mut options: Options, format: Format) -> io::Result<bool> {
    options.markdown |= format == Format::Markdown;
    let bytes = read(&page.file)?;
    match article(page, &bytes, &options) {
        Ok(article) => print(&article, format).map(|()| true),
        Err(error) => {
            eprintln!("rubricate: {error} ({})", error.code());
            Ok(false)
        }
    }
}

fn read(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::File(path) => {
            std::fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
        }
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}

fn article(page: &Page, bytes: &[u8], options: &Options) -> Result<Article, Error> {
    let html = dom::decode(bytes, page.charset.as_deref());
    let url = page.url.as_deref().filter(|url| !url.is_empty());
    rubricate::extract(&dom::parse(&html, url, &options.limits)?, options)
}

fn print(article: &Article, format: Format) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, article)?;
            writeln!(out)?;
        }
        Format::Markdown => write!(out, "{}", article.markdown.as_deref().unwrap_or_default())?,
        Format::Html => writeln!(out, "{}", article.content.as_deref().unwrap_or_default())?,
        Format::Text => writeln!(out, "{}", article.text_content)?,
    }
    out.flush()
}
