//! Words of scripts that write no spaces.

use super::lexicon::{CHINESE, Class, Entry};
use super::tokens::Kind;
use crate::text::is_cjk;

/// Characters of Chinese that are function words by themselves.
const FUNCTION: &str = "的了在是和与及或对为以于从到把被将也就都而等其这那之所但不有个们我你他她它很更最已又还要会能可让给向由使该各每本此某并且则却\
                        只再才刚曾若如因虽即既且吗呢吧啊哦呀嘛着过得地第约近超逾至自当经按据随同跟比较越非未无没别请叫令些么哪谁何几多少两一二三四五六七八九十百千万亿零年月日时分号点元";

/// Cuts runs of an unspaced script into words.
pub(super) struct Segmenter {
    best: Vec<(f32, u8)>,
    chars: Vec<char>,
}

impl Segmenter {
    /// A segmenter.
    pub fn new() -> Self {
        Segmenter { best: Vec::new(), chars: Vec::new() }
    }

    /// The words of `run`: how many UTF-8 bytes each has, and its kind.
    pub fn cut(&mut self, run: &str) -> Vec<(usize, Kind)> {
        if !run.chars().next().is_some_and(is_cjk) {
            return vec![(run.len(), Kind::Content)];
        }
        self.chars.clear();
        self.chars.extend(run.chars());
        self.search();
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.chars.len() {
            let length = usize::from(self.best[at].1);
            let word = &self.chars[at..at + length];
            out.push((word.iter().map(|c| c.len_utf8()).sum(), kind(word)));
            at += length;
        }
        out
    }

    /// The cheapest way to cut from each character to the end (Viterbi over a unigram model).
    fn search(&mut self) {
        let n = self.chars.len();
        self.best.clear();
        self.best.resize(n + 1, (0.0, 0));
        for at in (0..n).rev() {
            let mut best = (single_cost(self.chars[at]) + self.best[at + 1].0, 1);
            for length in 2..=4.min(n - at) {
                if let Some(entry) = CHINESE.get(&self.chars[at..at + length]) {
                    let cost = cost(entry) + self.best[at + length].0;
                    if cost < best.0 {
                        best = (cost, length as u8);
                    }
                }
            }
            self.best[at] = best;
        }
    }
}

/// Minus the logarithm of a word's share in running text, by its band.
fn cost(entry: Entry) -> f32 {
    match entry.band {
        0 => 8.0,
        1 => 9.5,
        _ => 11.0,
    }
}

fn single_cost(c: char) -> f32 {
    if FUNCTION.contains(c) { 6.0 } else { 10.0 }
}

fn kind(word: &[char]) -> Kind {
    if let [c] = word {
        return if FUNCTION.contains(*c) { Kind::Stop } else { Kind::Content };
    }
    match CHINESE.get(word).map(|entry| entry.class) {
        Some(Class::Function | Class::Time | Class::Measure) => Kind::Stop,
        Some(Class::Verb | Class::Quality) => Kind::Weak,
        _ => Kind::Content,
    }
}
