//! Words that stand beside people's names, and what stands in their place without being one.

/// Words (lower case) that end a name or a list of names: what follows is no name.
#[rustfmt::skip]
pub(super) const CUTS: &[&str] = &[
    "in", "for", "at", "from", "of", "on", "with", "is", "was", "has", "who", "published", "posted", "updated",
    "last", "via", "to", "für", "bei", "im", "aus", "dans", "à", "pour", "en", "para", "desde", "per", "voor", "vor",
    "um", "le", "am", "vom", "il", "read", "min", "mins", "minute", "minutes", "followers", "follow", "views",
    "comments", "comment", "share", "reading", "modified", "edited", "reviewed", "this", "when", "as", "that",
    "where", "about", "опубликовано", "фото", "for:", "jan", "january", "february", "feb", "march", "april", "june",
    "july", "august", "aug", "sept", "september", "october", "oct", "november", "nov", "december", "dec", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "email", "twitter", "linkedin", "facebook",
    "instagram", "bio", "tel", "photo", "photos", "contact", "see", "more", "view", "all", "add", "copyright", "©",
];

/// Words (lower case) of which one makes a part of a list no name: roles, desks, media.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "writer", "reporter", "editor", "editors", "correspondent", "contributor", "contributors", "columnist", "staff",
    "journalist", "author", "team", "desk", "editorial", "newsroom", "bureau", "chief", "director", "manager",
    "officer", "ceo", "cto", "cfo", "founder", "cofounder", "co-founder", "president", "professor", "analyst",
    "producer", "photographer", "specialist", "consultant", "engineer", "expert", "senior", "associate", "assistant",
    "head", "special", "guest", "freelance", "freelancer", "blogger", "strategist", "developer", "coordinator",
    "executive", "vp", "intern", "fellow", "researcher", "marketing", "content", "news", "press", "magazine", "media",
    "agency", "admin", "administrator", "webmaster", "moderator", "member", "user", "company", "inc", "inc.", "llc",
    "ltd", "ltd.", "gmbh", "corporation", "corp", "group", "network", "association", "institute", "university",
    "department", "office", "services", "service", "solutions", "communications", "redaktion", "redaktionsteam",
    "rédaction", "redacción", "redação", "redazione", "redactie", "redaktionen", "redakcja", "редакция", "редактор",
    "журналист", "корреспондент", "agencies", "agence", "agencia", "agenzia", "reuters", "afp", "dpa", "bloomberg",
    "associated", "wire", "report", "updated", "published", "posted", "anonymous", "unknown", "sponsored",
    "advertisement", "journal", "times", "tribune", "gazette", "herald", "blog", "online", "digital", "studio",
    "studios", "channel", "club", "foundation", "society", "center", "centre", "council", "committee", "library",
    "archive", "support", "customer", "sales", "customers", "newsletter", "subscribe", "follow", "home", "login",
    "register", "menu", "search", "categories", "category", "comments", "article", "articles", "posts", "story",
    "stories", "read", "the", "our", "your", "and", "product", "technology", "business", "technical", "research",
    "copyright", "minute", "minutes", "mins", "minuten", "minutos", "minuti", "written", "policy", "privacy", "terms", "reviews", "review", "profile", "picture", "avatar", "image", "website", "guide", "spotlight", "skills", "tips", "grader", "licensed", "certified", "bank", "clinic", "hospital",
];

/// Whole values (lower case) that stand where an author should and name nobody.
#[rustfmt::skip]
pub(super) const NOBODY: &[&str] = &[
    "admin", "administrator", "root", "user", "guest", "editor", "editors", "staff", "author", "unknown", "anonymous",
    "n/a", "none", "null", "undefined", "name", "me", "us", "team", "default", "test", "webmaster", "moderator",
    "webadmin", "site admin", "username", "use case", "industry", "role", "type", "topic", "school", "size", "location", "popularity", "relevance", "department", "product", "less than", "more than", "advanced search", "post time", "wordpress", "super user", "superuser", "未知", "佚名", "网络", "网络整理", "互联网", "本站", "原创",
    "转载", "匿名", "管理员", "小编", "编辑", "记者", "作者", "编辑部", "无", "综合", "本报记者", "本刊", "本报", "本网", "网友", "来源", "独家",
];

/// Particles that stand small within a name.
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "zu", "zur", "af", "av", "bin", "binti", "ibn", "al", "el", "y", "e", "st", "st.", "san", "santa", "al-", "ould",
    "ben", "bint", "dela", "'t",
];

/// Degrees and suffixes (lower case) behind a comma that belong to the name before it and are not kept.
#[rustfmt::skip]
pub(super) const DEGREES: &[&str] = &[
    "phd", "ph.d", "ph.d.", "md", "m.d", "m.d.", "mba", "rn", "jd", "j.d.", "esq", "esq.", "cpa", "cfa", "cfp", "rd",
    "ms", "ma", "msc", "bsc", "dds", "dvm", "do", "lcsw", "rdn", "pharmd", "edd", "facp", "mph", "pe", "dr", "prof",
    "cissp", "pmp", "ba", "bs", "cfp®", "np", "dnp", "faan", "psyd", "lmft",
];

/// What joins two names, in lower case with blanks around.
#[rustfmt::skip]
pub(super) const JOINERS: &[&str] = &[
    "and", "&", "und", "et", "y", "e", "en", "och", "og", "ja", "i", "a", "и", "та", "ve", "dan", "và", "with", "ו",
    "και", "und", "+", "या", "और",
];

/// Ends of ideographic names that are roles.
#[rustfmt::skip]
pub(super) const HAN_ROLES: &[&str] = &[
    "记者", "記者", "编辑", "編輯", "报道", "報導", "摄影", "文", "摄", "特约", "实习生", "通讯员", "撰稿", "整理", "综合", "主编", "著", "先生", "女士",
    "老师", "教授", "氏", "さん", "編集長", "기자", "특파원", "선임기자",
];

/// Ends and parts of ideographic names that make them a medium's, an organisation's or an account's.
#[rustfmt::skip]
pub(super) const HAN_MEDIA: &[&str] = &[
    "网", "報", "报", "社", "新闻", "新聞", "日报", "晚报", "周刊", "杂志", "电视", "广播", "频道", "公司", "集团", "中心", "编辑部", "工作室", "委",
    "局", "厅", "部", "办", "大学", "学院", "协会", "财经", "观察", "传媒", "媒体", "视频", "客户端", "公众号", "在线", "頻道", "編集部", "取材班",
    "ニュース", "オンライン", "뉴스", "신문", "일보", "편집부",
];
