//! Words that no list knows, told by their pieces recurring together.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::candidates::extend;
use super::tokens::{Gap, Kind, Role, Sense, Token};

/// UTF-8 bytes of a joined word at most: four ideographs.
const LONGEST: u32 = 12;

/// Pieces of a joined word at most.
const PIECES: usize = 4;

/// Distinct spans counted at most; in a text that has more, those met later are not joined.
const TABLE: usize = 1 << 18;

/// The share of a character's occurrences as a word of its own that must lie inside the joined word.
const LOYALTY: f64 = 0.8;

/// Times that a familiar name is met, at least: 小 stands before many a word.
const NICKNAME: u32 = 3;

/// For each token, how many tokens from it on are one word (1 where nothing is to be joined), so that the words found explain
/// the most characters; `None` where the text has no unknown words. A word is unknown pieces that recur together, or a family
/// name and one or two characters beside a title or a verb of saying, wherever they occur then. What recurs is told by the
/// first `own` tokens: what comes after them says again what stands in them.
pub(super) fn spans(tokens: &[Token], own: usize, senses: &[Sense]) -> Option<Vec<u8>> {
    let pieces = Pieces::of(&tokens[..own], senses);
    if pieces.counts.is_empty() {
        return None;
    }
    let mut spans = Vec::with_capacity(tokens.len());
    let mut best = Vec::new();
    for run in runs(tokens) {
        if may_join(run, senses) {
            pieces.cut(run, senses, &mut best);
            spans.extend(best[..run.len()].iter().map(|&(_, len)| len));
        } else {
            spans.resize(spans.len() + run.len(), 1);
        }
    }
    Some(spans)
}

/// Tokens with nothing between them: no word is longer.
fn runs(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.chunk_by(|_, next| next.gap == Gap::None)
}

/// Whether a run has a character that could be a piece of an unknown word.
fn may_join(run: &[Token], senses: &[Sense]) -> bool {
    let may = |token: &Token| token.kind == Kind::Content || senses[token.stem as usize].role == Role::Familiar;
    run.len() > 1 && run.iter().any(|token| token.is_single() && may(token))
}

/// What a text tells of spans that could be unknown words.
struct Pieces {
    /// Occurrences of each stem.
    words: Vec<u32>,
    /// Occurrences of each span.
    counts: HashMap<u64, u32, FixedState>,
    /// The spans that are names of people, by what stands beside them.
    people: HashSet<u64, FixedState>,
}

impl Pieces {
    fn of(tokens: &[Token], senses: &[Sense]) -> Pieces {
        let mut words = vec![0u32; senses.len()];
        tokens.iter().for_each(|token| words[token.stem as usize] += 1);
        let (mut counts, mut people) = (HashMap::default(), HashSet::default());
        for run in runs(tokens).filter(|run| may_join(run, senses)) {
            for at in 0..run.len() {
                for_spans(recurring(run, at, &words, senses), senses, at, |len, key| {
                    if is_person(run, senses, at, len) {
                        people.insert(key);
                    } else if !recurs(&run[at..at + len], &words) {
                        return;
                    }
                    if counts.len() < TABLE || counts.contains_key(&key) {
                        *counts.entry(key).or_insert(0) += 1;
                    }
                });
            }
        }
        Pieces { words, counts, people }
    }

    /// How a run is best cut: from each token on, what the words found explain, and how many tokens the first word has.
    fn cut(&self, run: &[Token], senses: &[Sense], best: &mut Vec<(u64, u8)>) {
        best.clear();
        best.resize(run.len() + 1, (0, 1));
        for at in (0..run.len()).rev() {
            let mut choice = (best[at + 1].0, 1);
            for_spans(recurring(run, at, &self.words, senses), senses, at, |len, key| {
                let span = &run[at..at + len];
                if !recurs(span, &self.words) && !self.people.contains(&key) {
                    return;
                }
                let count = self.counts.get(&key).copied().unwrap_or(0);
                if self.is_word(span, count, senses) || self.people.contains(&key) {
                    let chars = u64::from((span[len - 1].end - span[0].start) / 3);
                    let gain = best[at + len].0 + u64::from(count) * (chars - 1);
                    if gain > choice.0 {
                        choice = (gain, len as u8);
                    }
                }
            });
            best[at] = choice;
        }
    }

    /// Whether the pieces of `span`, which occurs `count` times, recur together.
    fn is_word(&self, span: &[Token], count: u32, senses: &[Sense]) -> bool {
        count >= 2
            && match is_nickname(span, senses) {
                true => count >= NICKNAME && is_loyal(&span[1..], count, &self.words),
                false => is_loyal(span, count, &self.words),
            }
    }
}

/// What of a run could be in words that begin at `at`: up to the first piece that does not recur, unless a name may begin there.
fn recurring<'t>(run: &'t [Token], at: usize, words: &[u32], senses: &[Sense]) -> &'t [Token] {
    if senses[run[at].stem as usize].role == Role::Surname {
        return run;
    }
    let count = run[at..].iter().take_while(|token| words[token.stem as usize] > 1).take(PIECES).count();
    &run[..at + count]
}

/// Whether each piece of `span` recurs, without which it does not.
fn recurs(span: &[Token], words: &[u32]) -> bool {
    span.iter().all(|token| words[token.stem as usize] > 1)
}

/// Whether `span` is 小 or its like before one character, whatever that is by itself: 小刚.
fn is_nickname(span: &[Token], senses: &[Sense]) -> bool {
    matches!(span, [first, name] if senses[first.stem as usize].role == Role::Familiar && name.is_single())
}

/// Whether some single character of `span`, which occurs `count` times, mostly occurs inside it.
fn is_loyal(span: &[Token], count: u32, words: &[u32]) -> bool {
    span.iter().filter(|token| token.is_single()).any(|token| {
        let inside = count * span.iter().filter(|other| other.stem == token.stem).count() as u32;
        f64::from(inside) >= LOYALTY * f64::from(words[token.stem as usize])
    })
}

/// Whether the `len` tokens at `at` are a person's name, by what stands beside it.
fn is_person(tokens: &[Token], senses: &[Sense], at: usize, len: usize) -> bool {
    let role = |token: &Token| senses[token.stem as usize].role;
    let span = &tokens[at..at + len];
    let shape = len <= 3 && role(&span[0]) == Role::Surname && span.iter().all(Token::is_single);
    let before = || at > 0 && span[0].gap == Gap::None && role(&tokens[at - 1]) == Role::Title;
    let after = || {
        let next = tokens.get(at + len).filter(|next| next.gap == Gap::None);
        next.is_some_and(|next| matches!(role(next), Role::Title | Role::Saying))
    };
    shape && (before() || after())
}

/// Calls `with` for each span of at least two tokens from `at` on that could be one unknown word: a single character in it, no particle at its ends.
fn for_spans(tokens: &[Token], senses: &[Sense], at: usize, mut with: impl FnMut(usize, u64)) {
    let Some(first) = tokens.get(at) else { return };
    if !first.unspaced || matches!(first.kind, Kind::Stop | Kind::Link) {
        return;
    }
    let mut key = 0;
    let mut single = false;
    for (len, token) in (1..).zip(&tokens[at..]) {
        if (len > 1 && token.gap != Gap::None) || !token.unspaced || token.end - first.start > LONGEST {
            return;
        }
        single |= token.is_single() && token.kind == Kind::Content;
        key = extend(key, token.stem);
        let particle = token.is_single()
            && (matches!(token.kind, Kind::Stop | Kind::Link) || senses[token.stem as usize].role == Role::Place);
        if len > 1 && ((single && !particle) || is_nickname(&tokens[at..at + len], senses)) {
            with(len, key);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::keywords::{Context, keywords};

    #[test]
    fn an_unknown_word_that_recurs_is_one() {
        let text = "近日拼多多发布公告。记者登录拼多多发现，拼多多已经上线。";
        assert_eq!(keywords(text, &Context::default())[0].term, "拼多多");
    }

    #[test]
    fn a_familiar_name_is_one_word_even_of_a_function_word() {
        let text = "小刚走进教室。同学们说，小刚没有来。小刚家的门关着。";
        assert_eq!(keywords(text, &Context::default())[0].term, "小刚");
    }

    #[test]
    fn what_the_page_shows_again_does_not_recur() {
        let headings = ["储层渗透率"];
        let context = Context { headings: &headings, ..Context::default() };
        let text = "储层渗透率\n它的变化与渗透率的预测。";
        assert_eq!(keywords(text, &context)[0].term, keywords(text, &Context::default())[0].term);
    }

    #[test]
    fn a_name_is_told_by_what_stands_beside_it() {
        let text = "市委书记李强主持会议。会后，李强代表市委走访社区。";
        assert!(keywords(text, &Context::default()).iter().any(|keyword| keyword.term == "李强" && keyword.count == 2));
    }
}
