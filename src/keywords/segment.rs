//! Words of scripts that write no spaces.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::language::Language;
use super::lexicon::{CHINESE, Class, Entry};
use super::repeats::Repeats;
use super::tokens::{Cut, Kind, Role, Sense};
use crate::text::is_cjk;

/// Characters of Chinese that are function words by themselves.
const FUNCTION: &str = "了在是和与及或对为以于从到把被将也就都而等其这那之所但不有个们我你他她它很已又还要会让给使每某并且则却只才\
                        刚若如因虽即既再吗呢吧啊哦呀嘛着随跟未没别请叫么哪谁何约至";

/// Characters of Chinese that may begin a term but not end one: numerals, degrees, places, times.
const LEADING: &str = "一二三四五六七八九十百千万亿零两多几半双单超最更较高大小新老非无中上下内外间里后前时年月日分第各本该此按据经由向可能";

/// Characters that make a noun of the word before them: 外部性, 产业化, 渗透率.
const SUFFIXES: &str = "性化率";

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

/// What a word tells by how common it is ([`Entry::band`]), and where no list knows it.
const RARITY: [f32; 6] = [0.2, 0.4, 0.6, 0.8, 1.0, 1.0];

/// Minus the logarithm of a word's share in running text, by how common it is.
const COST: [f32; 6] = [7.0, 8.5, 9.7, 10.8, 12.0, 12.0];

/// Cuts runs of an unspaced script into words.
pub(super) struct Segmenter<'t> {
    japanese: bool,
    /// Words of scripts without a word list.
    repeats: Repeats<'t>,
    /// Their function words.
    stop: &'static HashSet<&'static str, FixedState>,
    best: Vec<(f32, u8)>,
    chars: Vec<char>,
}

impl<'t> Segmenter<'t> {
    /// A segmenter for `text` and what belongs to it, in `language`.
    pub fn new(language: &'static Language, text: &'t str) -> Self {
        let stop = &*language.stop;
        let repeats = Repeats::of(text, stop);
        Segmenter { japanese: language.code == "ja", repeats, stop, best: Vec::new(), chars: Vec::new() }
    }

    /// Appends the words of `run`, in order, to `out`, which is empty; their lengths sum up to its.
    pub fn cut(&mut self, run: &str, out: &mut Vec<Cut>) {
        if !run.starts_with(is_cjk) {
            return self.cut_at_repeats(run, out);
        }
        if self.japanese || run.contains(is_kana) {
            return cut_at_kana(run, out);
        }
        self.chars.clear();
        self.chars.extend(run.chars());
        self.search();
        let mut at = 0;
        while at < self.chars.len() {
            let length = self.word_at(at);
            out.push(describe(&self.chars[at..at + length]));
            at += length;
        }
    }

    /// How many characters the word at `at` has, with the one that makes a noun of it.
    fn word_at(&self, at: usize) -> usize {
        let length = usize::from(self.best[at].1);
        let next = at + length;
        let derived =
            length > 1 && self.best[next].1 == 1 && self.chars.get(next).is_some_and(|c| SUFFIXES.contains(*c));
        length + usize::from(derived)
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
                    let cost = COST[usize::from(entry.band)] + self.best[at + length].0;
                    if cost < best.0 {
                        best = (cost, length as u8);
                    }
                }
            }
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
                Some(length) if !self.stop.contains(&rest[..length]) => Kind::Content,
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

fn single_cost(c: char) -> f32 {
    match single(c) {
        Kind::Stop | Kind::Link => 6.0,
        Kind::Lead => 8.0,
        _ => 10.0,
    }
}

/// The characters that are more or less than content where they are words of their own.
static SINGLE: LazyLock<HashMap<char, Kind, FixedState>> = LazyLock::new(|| {
    let leading = LEADING.chars().map(|c| (c, Kind::Lead));
    let function = FUNCTION.chars().map(|c| (c, Kind::Stop));
    leading.chain(function).chain([('的', Kind::Link)]).collect()
});

/// What words are to names.
static ROLE: LazyLock<HashMap<Vec<char>, Role, FixedState>> = LazyLock::new(|| {
    let words =
        ROLES.iter().flat_map(|(role, words)| words.split_whitespace().map(|word| (word.chars().collect(), *role)));
    SURNAMES.chars().map(|c| (vec![c], Role::Surname)).chain(words).collect()
});

/// What a character is where it is a word of its own.
fn single(c: char) -> Kind {
    SINGLE.get(&c).copied().unwrap_or(Kind::Content)
}

/// A Chinese word and what it is to terms.
fn describe(word: &[char]) -> Cut {
    let length = word.iter().map(|c| c.len_utf8()).sum();
    let role = ROLE.get(word).copied().unwrap_or(Role::None);
    let cut = |kind, rarity| Cut { length, kind, sense: Sense { rarity, role } };
    if let [c] = word {
        let kind = single(*c);
        return cut(kind, if kind == Kind::Content { 0.7 } else { 0.2 });
    }
    match CHINESE.get(word) {
        None => cut(Kind::Content, 1.0),
        Some(Entry { class: Class::Place, .. }) => {
            let role = if role == Role::None { Role::Named } else { role };
            Cut { length, kind: Kind::Content, sense: Sense { rarity: 0.9, role } }
        }
        Some(entry) => cut(kind(entry.class, word), RARITY[usize::from(entry.band)]),
    }
}

fn kind(class: Class, word: &[char]) -> Kind {
    let ends_in = |set: &str| word.last().is_some_and(|c| set.contains(*c));
    match class {
        Class::Function => Kind::Stop,
        Class::Time if ends_in(TIMES) => Kind::Stop,
        Class::Measure if ends_in(MEASURES) => Kind::Stop,
        Class::Measure => Kind::Lead,
        Class::Verb | Class::Quality => Kind::Weak,
        Class::Noun | Class::Place | Class::VerbalNoun | Class::Time => Kind::Content,
    }
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
