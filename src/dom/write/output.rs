//! Text that is written up to a limit.

use crate::Error;

#[derive(Debug)]
pub(super) struct Output {
    pub text: String,
    limit: usize,
}

impl Output {
    /// Empty text with room for so many UTF-8 bytes, to which at most `limit` may be written.
    pub fn new(limit: usize, room: usize) -> Self {
        Output { text: String::with_capacity(room.min(limit)), limit }
    }

    /// Whether the limit holds.
    pub fn check(&self) -> Result<(), Error> {
        let value = self.text.len();
        if value > self.limit {
            return Err(Error::TooLarge { what: "output", limit: self.limit, value });
        }
        Ok(())
    }

    /// The text, if the limit holds.
    pub fn finish(self) -> Result<String, Error> {
        self.check()?;
        Ok(self.text)
    }
}
