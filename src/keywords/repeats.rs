//! Words of scripts that write no spaces and for which no word list is kept (Thai, Lao, Khmer, Burmese): the text is its own
//! dictionary, and what recurs in it with changing neighbours is a word.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use memchr::memchr2;

use super::language::Language;
use crate::text::{is_cjk, is_combining_mark, is_unspaced};

/// Clusters (a consonant with its vowels and tones) of a word at least and at most.
const LENGTHS: (usize, usize) = (3, 24);

/// Clusters that the occurrences of a word have together, at least.
const TOLD: usize = 8;

/// Clusters from which words are learnt, at most.
const LEARN: usize = 1 << 18;

/// Words kept at most.
const WORDS: usize = 1 << 13;

/// The first bytes of these scripts in UTF-8.
const LEADS: (u8, u8) = (0xE0, 0xE1);

/// UTF-8 bytes of a word by which it is looked up: two letters.
const HEAD: usize = 6;

/// Words by their first letters, longest first.
#[derive(Debug, Default)]
pub(super) struct Repeats<'t> {
    words: HashMap<&'t [u8], Vec<&'t str>, FixedState>,
}

impl<'t> Repeats<'t> {
    /// Learns the words of `text`; no word begins or ends with a function word of `language` where the rest is a word too.
    pub fn of(text: &'t str, language: &Language) -> Self {
        if memchr2(LEADS.0, LEADS.1, text.as_bytes()).is_none() {
            return Repeats::default();
        }
        let found = recurring(text, &clusters(text));
        let known: HashSet<&str, FixedState> = found.iter().copied().collect();
        let splits_off = |head: &str, tail: &str| {
            (language.is_stop(head) && known.contains(tail)) || (language.is_stop(tail) && known.contains(head))
        };
        let is_whole = |word: &str| {
            let mut cuts = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
            !cuts.any(|(head, tail)| splits_off(head, tail))
        };
        let mut words = HashMap::<&[u8], Vec<&str>, FixedState>::default();
        for word in found.into_iter().filter(|word| is_whole(word)) {
            words.entry(&word.as_bytes()[..HEAD]).or_default().push(word);
        }
        words.values_mut().for_each(|words| words.sort_unstable_by_key(|word| Reverse(word.len())));
        Repeats { words }
    }

    /// The length of the longest word at the start of `run`, UTF-8 bytes.
    pub fn at(&self, run: &str) -> Option<usize> {
        let words = self.words.get(run.as_bytes().get(..HEAD)?)?;
        words.iter().find(|word| run.starts_with(**word)).map(|word| word.len())
    }
}

/// Where a cluster begins and ends in the text, UTF-8 bytes; an empty one parts runs.
type Cluster = (u32, u32);

/// The clusters of a text, of the scripts that are meant alone.
fn clusters(text: &str) -> Vec<Cluster> {
    let mut out: Vec<Cluster> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let (start, end) = (at as u32, (at + c.len_utf8()) as u32);
        let inside = is_unspaced(c) && !is_cjk(c);
        match out.last_mut() {
            Some(last) if inside && last.0 < last.1 && joins(before, c) => last.1 = end,
            _ if inside => out.push((start, end)),
            Some(last) if last.0 < last.1 => out.push((start, start)),
            _ => {}
        }
        if out.len() >= LEARN {
            break;
        }
        before = c;
    }
    out
}

/// Whether `c` is one cluster with the character `before` it: marks, vowels written after, consonants after a vowel that is
/// written before them or after a sign that stacks them.
fn joins(before: char, c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{e30}' | '\u{e32}' | '\u{e33}' | '\u{e45}' | '\u{e46}' | '\u{eb0}' | '\u{eb2}' | '\u{eb3}')
        || matches!(before, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}' | '\u{17d2}' | '\u{1039}')
}

/// A run of clusters, by number, and how often it occurs; 0 for none.
#[derive(Clone, Copy, Default)]
struct Run {
    id: u32,
    count: u32,
}

/// The runs of clusters that occur at least twice and not always before or after the same cluster; those that explain the most
/// of the text first.
fn recurring<'t>(text: &'t str, clusters: &[Cluster]) -> Vec<&'t str> {
    let mut found: HashMap<&str, u64, FixedState> = HashMap::default();
    let mut runs = singles(text, clusters);
    for length in 1..=LENGTHS.1 {
        let longer = lengthened(clusters, &runs, length + 1);
        let goes_on = |at: usize, run: &Run| longer.get(at).is_some_and(|longer| longer.count == run.count);
        for (at, run) in runs.iter().enumerate().filter(|(_, run)| length >= LENGTHS.0 && run.count > 1) {
            let told = run.count as usize * length >= TOLD;
            if told && !goes_on(at, run) && !(at > 0 && goes_on(at - 1, run)) {
                let word = &text[clusters[at].0 as usize..clusters[at + length - 1].1 as usize];
                found.insert(word, u64::from(run.count) * length as u64);
            }
        }
        if longer.iter().all(|run| run.count < 2) {
            break;
        }
        runs = longer;
    }
    let mut found: Vec<(&str, u64)> = found.into_iter().collect();
    found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    found.truncate(WORDS);
    found.into_iter().map(|(word, _)| word).collect()
}

/// The run of one cluster at each place.
fn singles(text: &str, clusters: &[Cluster]) -> Vec<Run> {
    let keys = clusters.iter().map(|&(start, end)| (start < end).then(|| &text[start as usize..end as usize]));
    counted(keys)
}

/// The run of `length` clusters at each place where the two runs of one less both recur.
fn lengthened(clusters: &[Cluster], runs: &[Run], length: usize) -> Vec<Run> {
    let keys = (0..runs.len()).map(|at| {
        let (head, tail) = (runs[at], runs.get(at + 1)?);
        let last = clusters.get(at + length - 1)?;
        (head.count > 1 && tail.count > 1 && last.0 < last.1).then_some((head.id, tail.id))
    });
    counted(keys)
}

/// Numbers equal keys, and counts them.
fn counted<K: std::hash::Hash + Eq + Copy>(keys: impl Iterator<Item = Option<K>>) -> Vec<Run> {
    let keys: Vec<Option<K>> = keys.collect();
    let mut runs: HashMap<K, Run, FixedState> = HashMap::default();
    for key in keys.iter().flatten() {
        let id = runs.len() as u32 + 1;
        runs.entry(*key).or_insert(Run { id, count: 0 }).count += 1;
    }
    keys.iter().map(|key| key.and_then(|key| runs.get(&key).copied()).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::language::LANGUAGES;

    #[test]
    fn what_recurs_with_changing_neighbours_is_a_word() {
        let text = "ประกาศเตือนพายุฤดูร้อนในภาคเหนือ ระวังพายุฤดูร้อนและลมแรง เพราะพายุฤดูร้อนมา";
        let words = Repeats::of(text, &LANGUAGES[0]);
        assert_eq!(words.at("พายุฤดูร้อนมา"), Some("พายุฤดูร้อน".len()));
        assert_eq!(words.at("ยุฤดูร้อน"), None);
    }

    #[test]
    fn a_cluster_is_a_consonant_with_its_vowels_and_tones() {
        let text = "เมืองน้ำ ก";
        let all = clusters(text).into_iter().map(|(start, end)| &text[start as usize..end as usize]);
        assert_eq!(all.collect::<Vec<_>>(), ["เมื", "อ", "ง", "น้ำ", "", "ก"]);
    }
}
