//! Words that no list knows, told by their pieces recurring together.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

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
    if !tokens.iter().any(|token| token.unspaced) {
        return None;
    }
    let text = Text { tokens, senses, words: counts(&tokens[..own], senses.len()) };
    let (met, known) = text.spans(own);
    if met.is_empty() {
        return None;
    }
    let mut lengths = vec![1; tokens.len()];
    // What the words found explain from each of the next tokens on.
    let mut gains = [0; PIECES];
    let mut end = met.len();
    for at in (0..tokens.len()).rev() {
        let mut best = (gains[0], 1);
        let start = met[..end].iter().rposition(|span| span.at as usize != at).map_or(0, |before| before + 1);
        for Met { len, which, .. } in &met[start..end] {
            let span = &tokens[at..at + usize::from(*len)];
            let Known { count, person } = known[*which as usize];
            let gain = gains[span.len() - 1] + u64::from(count) * (chars(span) - 1);
            if gain > best.0 && (person || text.is_word(span, count)) {
                best = (gain, *len);
            }
        }
        end = start;
        lengths[at] = best.1;
        gains.copy_within(..PIECES - 1, 1);
        gains[0] = best.0;
    }
    Some(lengths)
}

/// Occurrences of each stem.
fn counts(tokens: &[Token], stems: usize) -> Vec<u32> {
    let mut counts = vec![0; stems];
    tokens.iter().for_each(|token| counts[token.stem as usize] += 1);
    counts
}

/// Characters of a span.
fn chars(span: &[Token]) -> u64 {
    u64::from((span[span.len() - 1].end - span[0].start) / 3)
}

/// A span that could be an unknown word, where it stands.
struct Met {
    at: u32,
    /// Which one it is of those that are known.
    which: u32,
    len: u8,
}

/// What a text tells of a span that could be an unknown word.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Occurrences.
    count: u32,
    /// Whether it is the name of a person, by what stands beside it.
    person: bool,
}

/// A text in which unknown words are looked for.
struct Text<'t> {
    tokens: &'t [Token],
    senses: &'t [Sense],
    /// Occurrences of each stem.
    words: Vec<u32>,
}

impl Text<'_> {
    /// The spans that could be unknown words, in their order, and what the first `own` tokens tell of each.
    fn spans(&self, own: usize) -> (Vec<Met>, Vec<Known>) {
        let (mut met, mut known) = (Vec::new(), Vec::new());
        let mut numbers: HashMap<u64, u32, FixedState> = HashMap::default();
        for at in 0..self.tokens.len() {
            for_spans(self.recurring(at), self.senses, |len, key| {
                let which = match numbers.entry(key) {
                    Entry::Occupied(which) => *which.get(),
                    Entry::Vacant(_) if at >= own || known.len() >= TABLE => return,
                    Entry::Vacant(new) => {
                        known.push(Known::default());
                        *new.insert(known.len() as u32 - 1)
                    }
                };
                met.push(Met { at: at as u32, which, len: len as u8 });
                if at < own {
                    let person = self.is_person(at, len);
                    known[which as usize].person |= person;
                    known[which as usize].count += u32::from(person || self.recurs(&self.tokens[at..at + len]));
                }
            });
        }
        (met, known)
    }

    /// What could be in words that begin at `at`: up to the first piece that does not recur, unless a name may begin there.
    fn recurring(&self, at: usize) -> &[Token] {
        let rest = &self.tokens[at..];
        if self.role(&rest[0]) == Role::Surname {
            return rest;
        }
        let count = rest.iter().take_while(|token| self.count(token) > 1).take(PIECES).count();
        &rest[..count]
    }

    fn role(&self, token: &Token) -> Role {
        self.senses[token.stem as usize].role
    }

    fn count(&self, token: &Token) -> u32 {
        self.words[token.stem as usize]
    }

    /// Whether each piece of `span` recurs, without which it does not.
    fn recurs(&self, span: &[Token]) -> bool {
        span.iter().all(|token| self.count(token) > 1)
    }

    /// Whether the pieces of `span`, which occurs `count` times, recur together.
    fn is_word(&self, span: &[Token], count: u32) -> bool {
        count >= 2
            && match is_nickname(span, self.senses) {
                true => count >= NICKNAME && self.is_loyal(&span[1..], count),
                false => self.is_loyal(span, count),
            }
    }

    /// Whether some single character of `span`, which occurs `count` times, mostly occurs inside it.
    fn is_loyal(&self, span: &[Token], count: u32) -> bool {
        span.iter().filter(|token| token.is_single()).any(|token| {
            let inside = count * span.iter().filter(|other| other.stem == token.stem).count() as u32;
            f64::from(inside) >= LOYALTY * f64::from(self.count(token))
        })
    }

    /// Whether the `len` tokens at `at` are a person's name, by what stands beside it.
    fn is_person(&self, at: usize, len: usize) -> bool {
        let span = &self.tokens[at..at + len];
        let shape = len <= 3 && self.role(&span[0]) == Role::Surname && span.iter().all(Token::is_single);
        let before = || at > 0 && span[0].gap == Gap::None && self.role(&self.tokens[at - 1]) == Role::Title;
        let after = || {
            let next = self.tokens.get(at + len).filter(|next| next.gap == Gap::None);
            next.is_some_and(|next| matches!(self.role(next), Role::Title | Role::Saying))
        };
        shape && (before() || after())
    }
}

/// Whether `span` is 小 or its like before one character, whatever that is by itself: 小刚.
fn is_nickname(span: &[Token], senses: &[Sense]) -> bool {
    matches!(span, [first, name] if senses[first.stem as usize].role == Role::Familiar && name.is_single())
}

/// Calls `with` for each span of at least two tokens from the first on that could be one unknown word: a single character in it, no
/// particle at its ends.
fn for_spans(tokens: &[Token], senses: &[Sense], mut with: impl FnMut(usize, u64)) {
    let Some(first) = tokens.first().filter(|first| may_begin(first)) else { return };
    let mut key = 0;
    let mut single = false;
    for (len, token) in (1..).zip(tokens) {
        if (len > 1 && token.gap != Gap::None) || !token.unspaced || token.end - first.start > LONGEST {
            return;
        }
        single |= token.is_single() && token.kind == Kind::Content;
        key = extend(key, token.stem);
        let particle = token.is_single()
            && (matches!(token.kind, Kind::Stop | Kind::Link) || senses[token.stem as usize].role == Role::Place);
        if len > 1 && ((single && !particle) || is_nickname(&tokens[..len], senses)) {
            with(len, key);
        }
    }
}

fn may_begin(first: &Token) -> bool {
    first.unspaced && !matches!(first.kind, Kind::Stop | Kind::Link)
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
