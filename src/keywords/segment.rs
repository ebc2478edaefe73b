//! Words of scripts that write no spaces.

use super::language::Language;
use super::lexicon::{CHINESE, Entry, Lexicon};
use super::repeats::Repeats;
use super::tokens::{Cut, Kind, Role, Sense};
use crate::text::is_cjk;

/// The cheapest way to cut from a character to the end of its run.
#[derive(Debug, Clone, Copy)]
struct Step {
    cost: u32,
    /// The word that it begins with, and how many characters it has; none at the end.
    word: Entry,
    length: u8,
}

/// Cuts runs of an unspaced script into words.
pub(super) struct Segmenter<'t> {
    japanese: bool,
    /// Words of scripts without a word list.
    repeats: Repeats<'t>,
    language: &'static Language,
    best: Vec<Step>,
    chars: Vec<char>,
}

impl<'t> Segmenter<'t> {
    /// A segmenter for `text` and what belongs to it, in `language`.
    pub fn new(language: &'static Language, text: &'t str) -> Self {
        let repeats = Repeats::of(text, language);
        Segmenter { japanese: language.code == "ja", repeats, language, best: Vec::new(), chars: Vec::new() }
    }

    /// Appends the words of `run`, in order, to `out`, which is empty; their lengths sum up to its.
    pub fn cut(&mut self, run: &str, out: &mut Vec<Cut>) {
        if !run.starts_with(is_cjk) {
            return self.cut_at_repeats(run, out);
        }
        self.chars.clear();
        self.chars.extend(run.chars());
        if self.japanese || self.chars.iter().any(|c| is_kana(*c)) {
            return cut_at_kana(run, out);
        }
        let lexicon = &*CHINESE;
        self.search(lexicon);
        let mut at = 0;
        while at < self.chars.len() {
            let (word, length) = self.word_at(lexicon, at);
            let bytes = self.chars[at..at + length].iter().map(|c| c.len_utf8()).sum();
            out.push(Cut { length: bytes, kind: word.kind, sense: word.sense() });
            at += length;
        }
    }

    /// The word at `at`, with the character that makes a noun of it, and how many characters it has.
    fn word_at(&self, lexicon: &Lexicon, at: usize) -> (Entry, usize) {
        let Step { word, length, .. } = self.best[at];
        let length = usize::from(length);
        let next = at + length;
        let derives = length > 1 && self.best[next].length == 1 && self.chars.get(next).is_some_and(|c| makes_noun(*c));
        if derives { (lexicon.word(&self.chars[at..=next]), length + 1) } else { (word, length) }
    }

    /// Finds the cheapest way to cut from each character to the end (Viterbi over a unigram model).
    fn search(&mut self, lexicon: &Lexicon) {
        let end = Step { cost: 0, word: lexicon.word(&[]), length: 0 };
        self.best.clear();
        self.best.resize(self.chars.len() + 1, end);
        for at in (0..self.chars.len()).rev() {
            let mut best = Step { cost: u32::MAX, ..end };
            lexicon.words_at(&self.chars[at..], |length, word| {
                let cost = u32::from(word.cost) + self.best[at + length].cost;
                if cost < best.cost {
                    best = Step { cost, word, length: length as u8 };
                }
            });
            self.best[at] = best;
        }
    }

    /// Thai and its neighbours: words that recur, and between them what parts words.
    fn cut_at_repeats(&self, run: &str, out: &mut Vec<Cut>) {
        let mut rest = run;
        while let Some(c) = rest.chars().next() {
            let word = self.repeats.at(rest);
            let length = word.unwrap_or(c.len_utf8());
            let kind = match word {
                Some(length) if !self.language.is_stop(&rest[..length]) => Kind::Content,
                _ => Kind::Stop,
            };
            let rarity = (length as f32 / 30.0).clamp(0.3, 1.0);
            match out.last_mut().filter(|last| kind == Kind::Stop && last.kind == kind) {
                Some(last) => last.length += length,
                None => out.push(Cut { length, kind, sense: Sense { rarity, role: Role::Repeat } }),
            }
            rest = &rest[length..];
        }
    }
}

/// Whether `c` makes a noun of the word before it: 外部性, 产业化, 渗透率.
fn makes_noun(c: char) -> bool {
    matches!(c, '性' | '化' | '率')
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}')
}

/// Japanese: runs of ideographs and of katakana are words, runs of hiragana part them.
fn cut_at_kana(run: &str, out: &mut Vec<Cut>) {
    let class = |c: char| match c {
        '\u{3041}'..='\u{309f}' => 0,
        '\u{30a0}'..='\u{30ff}' => 1,
        _ => 2,
    };
    let mut last = None;
    for c in run.chars() {
        let class = class(c);
        match out.last_mut().filter(|_| last == Some(class)) {
            Some(cut) => cut.length += c.len_utf8(),
            None => {
                let kind = if class == 0 { Kind::Stop } else { Kind::Content };
                out.push(Cut { length: c.len_utf8(), kind, sense: Sense { rarity: 1.0, role: Role::None } });
            }
        }
        last = Some(class);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::language::LANGUAGES;

    fn cut(run: &str) -> Vec<&str> {
        let mut at = 0;
        let mut cuts = Vec::new();
        let language = LANGUAGES.iter().find(|language| language.code == "zh").unwrap();
        Segmenter::new(language, run).cut(run, &mut cuts);
        let words = cuts.into_iter().map(|cut| {
            at += cut.length;
            &run[at - cut.length..at]
        });
        words.collect()
    }

    #[test]
    fn a_run_is_cut_into_its_likeliest_words() {
        assert_eq!(cut("我们认为经济发展很重要"), ["我们", "认为", "经济", "发展", "很", "重要"]);
    }

    #[test]
    fn an_ending_belongs_to_the_word_that_it_makes_a_noun() {
        assert_eq!(cut("生产性贷款"), ["生产性", "贷款"]);
        assert_eq!(cut("外部性质"), ["外部", "性质"]);
    }

    #[test]
    fn japanese_is_cut_where_the_script_changes() {
        assert_eq!(cut("東京でオリンピックを開催"), ["東京", "で", "オリンピック", "を", "開催"]);
    }
}
