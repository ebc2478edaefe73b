//! What can go wrong, and the limits that bound the work.

use std::fmt;

/// Bounds on what a page may cost. A value past a bound is an [`Error`], except `depth`, past which the tree is flattened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// UTF-8 bytes of input (HTML or text).
    pub bytes: usize,
    /// Nodes of the tree, elements and texts.
    pub nodes: usize,
    /// Open elements above a node; deeper elements are left out and their children attached higher up.
    pub depth: usize,
    /// Terms of one search.
    pub terms: usize,
    /// UTF-8 bytes of what is given back as HTML, text or Markdown.
    pub output: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 64 << 20, nodes: 2_000_000, depth: 512, terms: 100_000, output: 64 << 20 }
    }
}

impl Limits {
    /// Sets one limit by its name, as the command line and JavaScript write it: `bytes`, `nodes`, `depth`, `terms` or `output`.
    ///
    /// # Errors
    /// [`Error::BadOption`] for another name.
    pub fn set(&mut self, name: &str, value: usize) -> Result<(), Error> {
        let field = match name {
            "bytes" => &mut self.bytes,
            "nodes" => &mut self.nodes,
            "depth" => &mut self.depth,
            "terms" => &mut self.terms,
            "output" => &mut self.output,
            _ => return Err(Error::bad_option("limits", format!("there is no limit called \"{name}\""))),
        };
        *field = value;
        Ok(())
    }
}

/// Why there is no answer. Each says the limit and the value that passed it, or what was wrong with what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// More bytes than a limit allows.
    TooLarge {
        /// What was too large: `bytes` (the input) or `output`.
        what: &'static str,
        /// The limit, in UTF-8 bytes.
        limit: usize,
        /// The size that passed it, in UTF-8 bytes.
        value: usize,
    },
    /// More nodes than the limit allows.
    TooManyNodes {
        /// The limit.
        limit: usize,
        /// The number that passed it (reading stopped there).
        value: usize,
    },
    /// More terms than the limit allows.
    TooManyTerms {
        /// The limit.
        limit: usize,
        /// The number given.
        value: usize,
    },
    /// What was given is no page, no text or no row that can be read.
    BadInput(String),
    /// An option has a value that it cannot have.
    BadOption {
        /// The option's name, as the caller writes it.
        option: String,
        /// What is wrong with its value.
        reason: String,
    },
    /// This build or this host cannot do what was asked.
    Unsupported(String),
}

impl Error {
    /// An [`Error::BadOption`] for the option called `option`.
    pub fn bad_option(option: &str, reason: impl Into<String>) -> Self {
        Error::BadOption { option: option.to_owned(), reason: reason.into() }
    }

    /// The code by which programs tell errors apart, the same in JavaScript and on the command line.
    pub fn code(&self) -> &'static str {
        match self {
            Error::TooLarge { .. } => "tooLarge",
            Error::TooManyNodes { .. } => "tooManyNodes",
            Error::TooManyTerms { .. } => "tooManyTerms",
            Error::BadInput(_) => "badInput",
            Error::BadOption { .. } => "badOption",
            Error::Unsupported(_) => "unsupported",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::TooLarge { what, limit, value } => {
                write!(f, "the {what} limit is {limit} bytes and this has {value}")
            }
            Error::TooManyNodes { limit, value } => {
                write!(f, "the nodes limit is {limit} and this page has at least {value}")
            }
            Error::TooManyTerms { limit, value } => write!(f, "the terms limit is {limit} and {value} were given"),
            Error::BadInput(reason) => f.write_str(reason),
            Error::BadOption { option, reason } => write!(f, "option {option}: {reason}"),
            Error::Unsupported(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_set_by_its_name() {
        let mut limits = Limits::default();
        limits.set("depth", 9).unwrap();
        assert_eq!(limits.depth, 9);
        assert_eq!(limits.set("width", 1).unwrap_err().code(), "badOption");
    }

    #[test]
    fn a_message_says_the_limit_and_the_value() {
        let error = Error::TooLarge { what: "bytes", limit: 10, value: 12 };
        assert_eq!(error.to_string(), "the bytes limit is 10 bytes and this has 12");
    }
}
