//! The small word list by which Chinese is cut into words: the commonest words of two to four characters, and what each is to terms.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::tokens::{Kind, Role, Sense};

/// Characters of Chinese that are function words by themselves.
const FUNCTION: &str = "了在是和与及或对为以于从到把被将也就都而等其这那之所但不有个们我你他她它很已又还要会让给使每某并且则却只才\
                        刚若如因虽即既再吗呢吧啊哦呀嘛着随跟未没别请叫么哪谁何约至";

/// Characters of Chinese that may begin a term but not end one: numerals, degrees, places, times.
const LEADING: &str = "一二三四五六七八九十百千万亿零两多几半双单超最更较高大小新老非无中上下内外间里后前时年月日分第各本该此按据经由向可能";

/// Last characters of words for a point in time, which are no terms, unlike words for an age or a season.
const TIMES: &str = "天日年月时晚午早前后来去里间在初末底候今下";

/// Last characters of numerals with a measure, which are no terms, unlike 三维 or 二级.
const MEASURES: &str = "个种次名位人年天条项件些点元万亿下句声多样切共分";

/// The commonest family names of one character.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔\
                        钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温洪";

/// Words that are something to names: what they are, and the words.
const ROLES: [(Role, &str); 6] = [
    (Role::Familiar, "小 老 阿"),
    (
        Role::Frame,
        "方法 方式 方面 研究 分析 探讨 探析 探索 浅析 浅谈 初探 讨论 论述 概述 综述 简介 思考 展望 回顾 启示 体会 影响 作用 特点 特征 特性 性质 规律 \
         进展 现状 趋势 对策 措施 建议 策略 结果 结论 意义 目的 目标 过程 问题 情况 状况 原因 因素 关系 水平 程度 条件 优点 缺点 优势 效果 实践 应用 \
         利用 运用 使用 发展 变化 提高 比较 对比 评价 观点 角度 视角 思路 途径 模式 机制 内容 基础 工作 要求 需要 需求 机会 数据 数量 资料 时候 事情 \
         事件 消息 记者 来源 截图 部分 组成部分 类型 重要性 必要性 可行性 有效性 合理性 国内外",
    ),
    (Role::Place, "中 上 下 内 外 间 里 后 前 时"),
    (Role::Body, "委员会 常委会 办公室 小组 大学 学院 公司 集团 法院 检察院 医院 研究院 研究所 协会 基金会 银行"),
    (
        Role::Title,
        "书记 总书记 主席 总统 总理 部长 省长 市长 县长 局长 院长 校长 主任 教授 博士 先生 女士 记者 董事长 总裁 总经理 经理 \
         医生 老师 同志 警官 律师 导演",
    ),
    (Role::Saying, "说 称 指出 表示 强调 认为 介绍 主持 告诉 透露 坦言 回应 出席 回忆 解释 宣布"),
];

/// What a word tells by how common it is, in tenths; the bands are those of the list.
const RARITY: [u8; 6] = [2, 4, 6, 8, 10, 10];

/// Minus the logarithm of a word's share in running text by how common it is, in tenths.
const COST: [u8; 6] = [70, 85, 97, 108, 120, 120];

/// The first and the last character of the list's words.
const FIRST: u64 = 0x4E00;
const LAST: u64 = 0x9FFF;

/// What a word of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Noun.
    Noun,
    /// Name of a place or body.
    Place,
    /// Verb that is used as a noun as well: 管理, 研究.
    VerbalNoun,
    /// Verb.
    Verb,
    /// Adjective or set phrase.
    Quality,
    /// Time: 今天, 去年.
    Time,
    /// Numeral or measure word.
    Measure,
    /// Pronoun, adverb, conjunction, preposition, particle.
    Function,
}

/// What a word is to terms, and what it costs to cut it out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// What it can be in a term.
    pub kind: Kind,
    role: Role,
    /// How much it tells, in tenths.
    rarity: u8,
    /// Minus the logarithm of its share in running text, in tenths; 0 for a word that the list does not have.
    pub cost: u8,
}

/// A word that the list does not have.
const UNKNOWN: Entry = Entry { kind: Kind::Content, role: Role::None, rarity: 10, cost: 0 };

impl Entry {
    fn of(class: Class, band: usize, last: char) -> Entry {
        let (role, rarity) = if class == Class::Place { (Role::Named, 9) } else { (Role::None, RARITY[band]) };
        Entry { kind: kind(class, last), role, rarity, cost: COST[band] }
    }

    /// A character that is a word of its own.
    fn single(kind: Kind) -> Entry {
        let cost = match kind {
            Kind::Stop | Kind::Link => 60,
            Kind::Lead => 80,
            _ => 100,
        };
        Entry { kind, role: Role::None, rarity: if kind == Kind::Content { 7 } else { 2 }, cost }
    }

    /// What is known of it.
    pub fn sense(self) -> Sense {
        Sense { rarity: f32::from(self.rarity) / 10.0, role: self.role }
    }
}

fn kind(class: Class, last: char) -> Kind {
    match class {
        Class::Function => Kind::Stop,
        Class::Time if TIMES.contains(last) => Kind::Stop,
        Class::Measure if MEASURES.contains(last) => Kind::Stop,
        Class::Measure => Kind::Lead,
        Class::Verb | Class::Quality => Kind::Weak,
        Class::Noun | Class::Place | Class::VerbalNoun | Class::Time => Kind::Content,
    }
}

/// What begins with two characters.
#[derive(Debug, Clone, Copy, Default)]
struct Head {
    /// The word that they are.
    word: Option<Entry>,
    /// Whether there are longer ones.
    goes_on: bool,
}

/// Words by their characters, packed sixteen bits each: most questions are answered by the first two.
pub(super) struct Lexicon {
    /// The characters from [`FIRST`] to [`LAST`], as words of their own.
    singles: Vec<Entry>,
    heads: HashMap<u32, Head, FixedState>,
    /// Words of three and four.
    longer: HashMap<u64, Entry, FixedState>,
}

/// The list, decoded once: a constant that is kept packed.
pub(super) static CHINESE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::decode(include_str!("data/zh.txt")));

impl Lexicon {
    /// Reads lines of a class, a band, and words grouped by their first character (data/README.md).
    fn decode(text: &str) -> Lexicon {
        let singles = vec![Entry::single(Kind::Content); (LAST - FIRST + 1) as usize];
        let mut lexicon = Lexicon { singles, heads: HashMap::default(), longer: HashMap::default() };
        for (kind, chars) in [(Kind::Lead, LEADING), (Kind::Stop, FUNCTION), (Kind::Link, "的")] {
            chars.chars().filter_map(unit).for_each(|key| *lexicon.entry(key) = Entry::single(kind));
        }
        for line in text.lines() {
            let Some((head, groups)) = line.split_once(' ') else { continue };
            let mut head = head.chars();
            let class = match head.next() {
                Some('N') => Class::Noun,
                Some('P') => Class::Place,
                Some('W') => Class::VerbalNoun,
                Some('V') => Class::Verb,
                Some('A' | 'I') => Class::Quality,
                Some('T') => Class::Time,
                Some('M') => Class::Measure,
                _ => Class::Function,
            };
            let band = head.next().and_then(|c| c.to_digit(10)).unwrap_or(5).min(5) as usize;
            for group in groups.split(' ') {
                for_words(group, |key, last| *lexicon.entry(key) = Entry::of(class, band, last));
            }
        }
        for c in SURNAMES.chars().filter_map(unit) {
            lexicon.entry(c).role = Role::Surname;
        }
        for (role, words) in ROLES {
            words.split_whitespace().filter_map(pack).for_each(|key| lexicon.entry(key).role = role);
        }
        lexicon
    }

    /// The entry of the word packed in `key`, which is made if there is none.
    fn entry(&mut self, key: u64) -> &mut Entry {
        if key < 1 << 16 {
            return &mut self.singles[(key - FIRST) as usize];
        }
        let first_two = if key < 1 << 32 {
            key
        } else if key < 1 << 48 {
            key >> 16
        } else {
            key >> 32
        };
        let head = self.heads.entry(first_two as u32).or_default();
        if key < 1 << 32 {
            return head.word.get_or_insert(UNKNOWN);
        }
        head.goes_on = true;
        self.longer.entry(key).or_insert(UNKNOWN)
    }

    /// What a character is as a word of its own.
    fn single(&self, unit: u64) -> Entry {
        let place = unit.checked_sub(FIRST).and_then(|place| self.singles.get(place as usize));
        place.copied().unwrap_or(Entry::single(Kind::Content))
    }

    /// Calls `with` for each word of the list that `chars` begin with, the shortest first: how many characters it has, and what it is.
    pub fn words_at(&self, chars: &[char], mut with: impl FnMut(usize, Entry)) {
        let mut units = chars.iter().map_while(|c| unit(*c));
        let Some(first) = units.next() else { return with(1, Entry::single(Kind::Content)) };
        with(1, self.single(first));
        let Some(second) = units.next() else { return };
        let mut key = first << 16 | second;
        let Some(head) = self.heads.get(&(key as u32)) else { return };
        let mut take = |length, word: Option<Entry>| {
            if let Some(word) = word.filter(|word| word.cost > 0) {
                with(length, word);
            }
        };
        take(2, head.word);
        if head.goes_on {
            for (length, unit) in (3..=4).zip(units) {
                key = key << 16 | unit;
                take(length, self.longer.get(&key).copied());
            }
        }
    }

    /// What the word with these characters is, two or more.
    pub fn word(&self, chars: &[char]) -> Entry {
        let key = chars.iter().try_fold(0, |key, c| unit(*c).filter(|_| key >> 48 == 0).map(|unit| key << 16 | unit));
        let word = match key {
            Some(key) if key < 1 << 32 => self.heads.get(&(key as u32)).and_then(|head| head.word),
            Some(key) => self.longer.get(&key).copied(),
            None => None,
        };
        word.unwrap_or(UNKNOWN)
    }
}

/// Calls `with` for each word of a group of the list, packed, and its last character.
fn for_words(group: &str, mut with: impl FnMut(u64, char)) {
    let mut chars = group.chars();
    let Some(first) = chars.next().and_then(unit) else { return };
    let mut tail = 1;
    let (mut key, mut left) = (first, 1);
    for c in chars {
        if let Some(digit) = c.to_digit(10) {
            tail = digit;
            left = tail;
            continue;
        }
        key = key << 16 | unit(c).unwrap_or(0);
        left -= 1;
        if left == 0 {
            with(key, c);
            (key, left) = (first, tail);
        }
    }
}

/// The characters of a word of at most four, packed.
fn pack(word: &str) -> Option<u64> {
    word.chars().try_fold(0, |key, c| unit(c).map(|unit| key << 16 | unit))
}

fn unit(c: char) -> Option<u64> {
    u16::try_from(c as u32).ok().map(u64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_at(text: &str) -> Vec<usize> {
        let mut lengths = Vec::new();
        CHINESE.words_at(&text.chars().collect::<Vec<_>>(), |length, _| lengths.push(length));
        lengths
    }

    fn word(word: &str) -> Entry {
        CHINESE.word(&word.chars().collect::<Vec<_>>())
    }

    #[test]
    fn common_words_are_known_with_what_they_are() {
        assert_eq!((word("因为").kind, word("经济").kind), (Kind::Stop, Kind::Content));
        assert_eq!((word("可行性").sense().role, word("济因").cost), (Role::Frame, 0));
    }

    #[test]
    fn words_are_found_at_the_beginning_of_a_text() {
        assert_eq!(words_at("办公室里"), [1, 2, 3]);
        assert_eq!(words_at("可行性"), [1, 2]);
        assert_eq!(words_at("\u{20000}经济"), [1]);
    }
}
