//! How well each candidate says what the text is about.

use std::cell::Cell;

use super::candidates::{Candidate, Shown, Tokens};
use super::features::Features;
use super::tokens::{Case, Gap};
use super::{spaced, unspaced};

/// Names, and quotation marks twice, per word of a text: the share below which it speaks wholly in phrases, and above which
/// wholly in words, if it is long enough.
const NAMES: (f64, f64) = (0.04, 0.16);

/// Words of a text with spaces from which on its length is no reason to prefer phrases.
const SHORT: f64 = 100.0;

/// Words of a text without spaces up to which it speaks wholly in phrases, and from which on wholly in words.
const SHORT_UNSPACED: (f64, f64) = (40.0, 400.0);

/// Words of a text with spaces up to which it has no room to repeat its phrases, and from which on it has.
const ROOM: (f64, f64) = (110.0, 300.0);

/// Words of a text from which on it counts as long.
const LONG: f64 = 300.0;

/// What a text is like, and so what its keywords are like: 0 where they are single words and names, as of news, which repeats
/// them, names people and quotes them; 1 where they are phrases, as of an abstract, whose words occur once or twice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    phrases: f64,
    /// What a phrase that occurs once is worth where phrases lead: less where a text had room to repeat it.
    pub once: f64,
    /// How much longer the text is than [`LONG`], in powers of ten; 0 where it is not.
    pub longer: f64,
}

impl Manner {
    /// The manner of the text of `tokens`.
    pub fn of(tokens: &Tokens) -> Manner {
        let (mut spaced, mut unspaced, mut inside, mut names, mut cased) = (0u32, 0u32, 0.0, 0.0, false);
        for token in tokens.all[tokens.text.clone()].iter().filter(|token| token.tells()) {
            if token.unspaced {
                unspaced += 1;
                continue;
            }
            spaced += 1;
            let capital = token.case != Case::Lower;
            cased |= capital;
            if token.gap == Gap::Space {
                inside += 1.0;
                names += f64::from(u8::from(capital));
            }
        }
        let phrases = if unspaced > spaced {
            falling(f64::from(unspaced), SHORT_UNSPACED)
        } else if inside == 0.0 {
            0.5
        } else {
            // Many scripts have no capitals.
            let told = if cased { falling((names + 2.0 * tokens.quotes as f64) / inside, NAMES) } else { 0.3 };
            told + (1.0 - told) * falling(inside, (0.0, SHORT))
        };
        let words = f64::from(spaced.max(unspaced));
        let room = if unspaced > spaced { 0.0 } else { 1.0 - falling(words, ROOM) };
        let longer = libm::log10(words / LONG).max(0.0);
        Manner { phrases: phrases * (1.0 - 0.5 * room), once: 1.0 - 0.7 * room, longer }
    }

    /// The value between what holds for words and what holds for phrases.
    pub fn mix(self, words: f64, phrases: f64) -> f64 {
        words * (1.0 - self.phrases) + phrases * self.phrases
    }
}

/// 1 at `from` and below, 0 at `to` and above, a line between.
fn falling(value: f64, (from, to): (f64, f64)) -> f64 {
    ((to - value) / (to - from)).clamp(0.0, 1.0)
}

/// A power of what a whole number stands for, kept where numbers are small: powers are dear.
#[derive(Debug)]
pub(super) struct Power {
    /// Not a number where it was not asked for.
    first: [Cell<f64>; 16],
    base: fn(f64) -> f64,
    exponent: f64,
}

impl Power {
    /// The function that takes `n` to `base(n)` to the power of `exponent`.
    pub fn new(base: fn(f64) -> f64, exponent: f64) -> Self {
        Power { first: [const { Cell::new(f64::NAN) }; 16], base, exponent }
    }

    /// Its value at `n`.
    pub fn at(&self, n: usize) -> f64 {
        let Some(kept) = self.first.get(n) else { return self.of(n) };
        if kept.get().is_nan() {
            kept.set(self.of(n));
        }
        kept.get()
    }

    fn of(&self, n: usize) -> f64 {
        libm::pow((self.base)(n as f64), self.exponent)
    }
}

/// How counts and lengths weigh in one way of writing.
#[derive(Debug)]
pub(super) struct Weights {
    /// By occurrences.
    pub count: Power,
    /// By words (spaced) or tokens (unspaced) of a candidate.
    pub length: Power,
}

/// What is known of a stem in this text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// Occurrences, in title and text.
    pub count: u32,
    /// Occurrences with a capital inside a sentence.
    pub names: u32,
    /// What it tells where words are parted by spaces.
    pub telling: f64,
}

/// The measures of a text by which its candidates are scored.
pub(super) struct Measures<'t> {
    /// The tokens.
    pub tokens: &'t Tokens,
    /// What is known of each stem.
    pub words: Vec<Word>,
    /// What the text is like.
    pub manner: Manner,
    /// Weights of candidates in scripts with spaces.
    pub spaced: Weights,
    /// Weights of candidates in scripts without.
    pub unspaced: Weights,
}

impl<'t> Measures<'t> {
    /// Measures a text.
    pub fn of(tokens: &'t Tokens) -> Measures<'t> {
        let mut words = vec![Word::default(); tokens.senses.len()];
        for token in &tokens.all[..tokens.text.end] {
            let word = &mut words[token.stem as usize];
            word.count += 1;
            word.names += u32::from(token.case != Case::Lower && token.gap != Gap::Sentence);
        }
        let damped = spaced::damped();
        for (word, sense) in words.iter_mut().zip(&tokens.senses).filter(|(word, _)| word.count > 0) {
            word.telling = spaced::telling(*word, sense.rarity, &damped);
        }
        let manner = Manner::of(tokens);
        Measures { tokens, words, manner, spaced: spaced::weights(manner), unspaced: unspaced::weights(manner) }
    }

    /// The features of a candidate; `None` for what is no term.
    pub fn features(&self, candidate: &Candidate) -> Option<Features> {
        let parts = candidate.parts(&self.tokens.all);
        if parts[0].unspaced { unspaced::features(self, candidate) } else { spaced::features(self, candidate) }
    }

    /// How many tokens of the text stand before the first occurrence of a candidate; none before one in the title.
    pub fn before(&self, candidate: &Candidate) -> f64 {
        (candidate.at as usize).saturating_sub(self.tokens.text.start) as f64
    }
}

/// What it is worth that the page shows a candidate apart from its text: among other words, and alone. The page's own keywords are
/// those of its text that were chosen by people.
pub(super) fn shown(candidate: &Candidate) -> f64 {
    if candidate.alone | candidate.among == 0 {
        return 1.0;
    }
    let weights = [
        (Shown::Heading, 1.5, 1.5),
        (Shown::Emphasis, 1.3, 1.3),
        (Shown::Link, 1.3, 1.6),
        (Shown::Caption, 1.15, 1.15),
        (Shown::Tag, 1.2, 8.0),
    ];
    let worth = |(shown, among, alone)| {
        let is_in = |places: u8| places & shown as u8 != 0;
        if is_in(candidate.alone) {
            alone
        } else if is_in(candidate.among) {
            among
        } else {
            1.0
        }
    };
    weights.into_iter().map(worth).product()
}
