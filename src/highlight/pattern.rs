//! The folded terms, searched for together.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use memchr::memmem;

use crate::Error;

/// States below which a DFA is built: it is searched several times as fast, and up to here built as fast, as the NFA.
const DFA_BYTES: usize = 4_000;

/// The distinct folded terms.
#[derive(Debug)]
pub(super) enum Patterns {
    None,
    One(Box<memmem::Finder<'static>>),
    Many(AhoCorasick),
}

impl Patterns {
    pub(super) fn new(folded: &[Vec<u8>]) -> Result<Self, Error> {
        Ok(match folded {
            [] => Patterns::None,
            [one] => Patterns::One(Box::new(memmem::Finder::new(one).into_owned())),
            many => Patterns::Many(automaton(many)?),
        })
    }

    /// Calls `found` with start, end and number of each occurrence of each pattern in `text`, by rising end, until it
    /// answers with an error.
    pub(super) fn each<E>(
        &self,
        text: &[u8],
        mut found: impl FnMut(usize, usize, usize) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Patterns::None => Ok(()),
            Patterns::One(one) => {
                let mut from = 0;
                while let Some(at) = text.get(from..).and_then(|rest| one.find(rest)) {
                    from += at + 1;
                    found(from - 1, from - 1 + one.needle().len(), 0)?;
                }
                Ok(())
            }
            Patterns::Many(automaton) => automaton
                .find_overlapping_iter(text)
                .try_for_each(|m| found(m.start(), m.end(), m.pattern().as_usize())),
        }
    }
}

fn automaton(patterns: &[Vec<u8>]) -> Result<AhoCorasick, Error> {
    let bytes: usize = patterns.iter().map(Vec::len).sum();
    let kind = if bytes <= DFA_BYTES { AhoCorasickKind::DFA } else { AhoCorasickKind::ContiguousNFA };
    AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .kind(Some(kind))
        .prefilter(false)
        .build(patterns)
        .map_err(|_| Error::TooLarge { what: "bytes", limit: i32::MAX as usize, value: bytes })
}
