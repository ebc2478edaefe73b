//! The labels of lines about an article, in many languages.

use super::Role;

/// How a label must stand to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A word at the start of a line, of a piece or behind a separator, in a script with spaces: "By Ann Lee".
    Word,
    /// A word with a colon behind it: "Source: Reuters".
    Colon,
    /// Ideographs with a colon, a slash or a blank behind them, or at the end of their piece: 来源：新华社.
    Han,
    /// Ideographs that need no sign behind them: 责任编辑张三.
    Bare,
}

impl Form {
    /// Whether a label is a word of its own, with no letter right before or behind it.
    pub fn is_word(self) -> bool {
        matches!(self, Form::Word | Form::Colon)
    }
}

/// The labels, in lower case, longest first where one starts like another; those that are words of their own before the others.
#[rustfmt::skip]
pub(super) const LABELS: &[(Role, Form, &[&str])] = &[
    (Role::Other, Form::Word, &["reviewed by", "medically reviewed by", "fact checked by", "fact-checked by", "image source", "photo source", "photo by", "photos by", "photographs by", "photography by", "image by", "images by", "illustration by", "illustrations by", "video by", "translated by", "narrated by", "sponsored by", "presented by", "powered by", "hosted by", "produced by", "approved by", "verified by", "design by", "theme by"]),
    (Role::Editor, Form::Word, &["edited by", "editor:", "editor", "édité par", "editado por", "editado por", "redaktion:", "redigerad av", "redigeret af"]),
    (Role::Author, Form::Word, &[
        "by", "written by", "this post was written by", "this article was written by", "this post is by", "posted by", "published by", "authored by", "words by", "story by", "article by", "reported by", "report by", "reporting by", "text by", "submitted by", "created by", "contributed by", "opinion by", "analysis by", "review by", "interview by", "a story by", "blog by", "guest post by", "post by", "added by", "thread starter", "topic author", "topic starter", "started by", "asked by", "authors", "author", "writer", "reporter",
        "von", "ein artikel von", "ein gastbeitrag von", "gastbeitrag von", "ein gastkommentar von", "gastkommentar von", "kommentar von", "ein essay von", "eine reportage von", "ein kommentar von", "eine analyse von", "text von", "interview von", "verfasst von", "geschrieben von", "autor", "autorin", "autoren",
        "par", "écrit par", "rédigé par", "publié par", "propos recueillis par", "auteur", "auteurs", "autrice", "por", "escrito por", "publicado por", "autora", "autores", "texto de", "texto",
        "di", "a cura di", "scritto da", "articolo di", "pubblicato da", "autore", "door", "geschreven door", "av", "af", "skrevet av", "skrevet af", "skribent", "kirjoittaja", "teksti", "napisał", "napisała", "opracował", "opr",
        "napsal", "napsala", "szerző", "írta", "автор", "авторы", "автори", "текст", "подготовил", "подготовила", "yazan", "yazar", "oleh", "penulis", "reporter", "tác giả", "bài", "بقلم", "كتب", "كتبت", "الكاتب", "מאת", "כתב", "โดย", "ผู้เขียน", "του", "της", "συντάκτης", "γράφει", "लेखक", "द्वारा",
    ]),
    (Role::Author, Form::Word, &["text:", "tekst:", "texte:", "testo:"]),
    (Role::Author, Form::Colon, &["haber", "redacción", "redação", "نویسنده", "خبرنگار"]),
    (Role::Source, Form::Colon, &["source", "quelle", "fuente", "fonte", "bron", "källa", "kilde", "źródło", "zdroj", "источник", "джерело", "kaynak", "sumber", "nguồn", "المصدر", "מקור", "ที่มา", "πηγή", "forrás", "lähde", "출처", "originally published on", "originally published in", "originally published at", "originally appeared on", "originally appeared in", "first published in", "first published on", "first appeared in", "first appeared on", "republished from the", "zuerst erschienen bei", "zuerst erschienen in", "publicado originalmente en", "publicado originalmente em", "via"]),
    (Role::Modified, Form::Word, &["page last updated", "page last modified", "page updated", "this page was last updated", "this page was last modified", "this page was last edited", "last updated", "last modified", "last edited", "updated on", "updated at", "updated", "modified on", "modified", "aktualisiert", "zuletzt aktualisiert", "mis à jour", "modifié le", "actualizado", "última actualización", "atualizado", "aggiornato", "bijgewerkt", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "zaktualizowano", "aktualizacja", "aktualizováno", "обновлено", "изменено", "оновлено", "güncelleme", "diperbarui", "cập nhật", "آخر تحديث", "تحديث", "עודכן", "อัปเดต", "수정", "ενημερώθηκε", "frissítve"]),
    (Role::Published, Form::Word, &["this entry was posted", "this post was posted", "this post was published", "this article was posted", "dieser beitrag wurde", "dieser artikel wurde", "dieser eintrag wurde", "cet article a été publié", "cette entrée a été publiée", "ce billet a été publié", "esta entrada fue publicada", "esta entrada se publicó", "este artículo fue publicado", "questa voce è stata pubblicata", "questo articolo è stato pubblicato", "esta entrada foi publicada", "este artigo foi publicado", "este post foi publicado", "dit bericht is geplaatst", "dit bericht werd geplaatst", "det här inlägget postades", "dette innlegget ble publisert", "dette indlæg blev udgivet", "ten wpis został opublikowany", "эта запись опубликована", "запись опубликована", "published on", "published at", "published", "posted on", "posted", "publication date", "post time", "publish time", "date", "created", "first published", "veröffentlicht", "erstellt", "publié le", "publié", "publicado", "publicação", "pubblicato", "gepubliceerd", "publicerad", "publisert", "julkaistu", "opublikowano", "publikováno", "опубликовано", "дата публикации", "yayınlanma", "diterbitkan", "terbit", "đăng", "نشر", "תאריך", "פורסם", "เผยแพร่", "입력", "등록", "게시", "작성일", "δημοσίευση", "megjelent"]),
    (Role::Apart, Form::Word, &["expires on", "expires", "valid until", "valid through", "valid thru", "offer ends", "ends on", "effective date", "effective beginning", "effective as of", "effective from", "effective on"]),
    (Role::Apart, Form::Colon, &["joined", "join date", "registered", "member since", "last active", "last seen", "last post by", "last post", "last reply by", "last reply", "last reviewed", "effective", "expiration date", "exp. date", "ends", "deadline", "starts on", "event date", "gültig bis", "valable jusqu’au", "válido hasta", "válido até", "registriert seit", "mitglied seit", "dabei seit", "letzter beitrag", "inscrit le", "inscrit depuis", "dernier message", "registrado", "último mensaje", "iscritto dal", "регистрация", "зарегистрирован", "последнее сообщение"]),
    (Role::Tags, Form::Colon, &["tags", "tag", "keywords", "topics", "related topics", "schlagworte", "schlagwörter", "stichworte", "themen", "mots-clés", "mots clés", "étiquettes", "etiquetas", "palabras clave", "temas", "palavras-chave", "argomenti", "trefwoorden", "emner", "taggar", "avainsanat", "tagi", "słowa kluczowe", "štítky", "теги", "метки", "ключевые слова", "etiketler", "topik", "từ khóa", "الوسوم", "كلمات مفتاحية", "תגיות", "แท็ก", "태그", "címkék", "filed under", "posted in", "tagged with", "tagged as", "tagged", "labels"]),
    (Role::Other, Form::Colon, &["photo", "foto", "фото", "image", "bild", "crédit", "credit", "views", "comments", "share", "read more", "see also", "copyright", "category", "categories", "location", "contact", "kontakt", "contacto", "contato", "phone", "tel", "email", "e-mail"]),
    (Role::Modified, Form::Han, &["最后更新", "最後更新", "更新时间", "更新時間", "更新日時", "更新日", "更新于", "更新於", "最終更新日", "最終更新", "修改时间", "编辑于", "更新", "수정", "최종수정"]),
    (Role::Published, Form::Han, &["发布时间", "发布日期", "发表时间", "发表于", "发布于", "發布時間", "發佈時間", "發表於", "發佈於", "日期", "时间", "時間", "公開日時", "公開日", "公開", "投稿日", "掲載日", "配信", "发稿时间", "刊发时间", "上传时间", "입력", "등록"]),
    (Role::Editor, Form::Han, &["本文责任编辑", "本文编辑", "责任编辑", "責任編輯", "责任编缉", "值班编辑", "网络编辑", "新媒体编辑", "流程编辑", "文字编辑", "执行编辑", "本期编辑", "栏目编辑", "实习编辑", "編集", "編集者", "编辑", "編輯", "编 辑", "责编", "責編", "网编", "網編", "主编", "主編", "편집"]),
    (Role::Other, Form::Han, &["校对", "校對", "审核", "审校", "审稿", "審核", "核发", "核稿", "签发", "摄影", "攝影", "摄影报道", "图片来源", "图源", "图片", "图", "視頻", "视频", "视频来源", "监制", "设计", "制图", "制图", "美编", "编译", "編譯", "翻译", "译", "统筹", "策划", "编审", "终审", "复审", "初审", "录入", "阅读量", "阅读次数", "阅读数", "阅读", "浏览次数", "浏览量", "浏览", "点击数", "点击量", "点击率", "点击", "人气", "评论", "评论数", "字号", "字体大小", "字体", "分享到", "分享", "播放", "播放量", "热度", "発信地", "写真", "撮影", "提供", "イラスト", "사진", "原标题", "原題", "举报", "版权", "打印", "大小", "微信", "微博", "邮箱", "电话", "来源网址", "原文链接", "原文地址", "责任人", "微信号", "功能介绍", "制作", "配音", "剪辑", "检校", "值班主任", "值班总监", "主任", "运营编辑"]),
    (Role::Source, Form::Han, &["本文来源", "信息来源", "文章来源", "新闻来源", "稿件来源", "内容来源", "消息来源", "資料來源", "文章來源", "新聞來源", "来源于", "來源於", "来源", "來源", "来 源", "稿源", "转载自", "转自", "轉自", "轉載自", "原载于", "原载", "原載", "摘自", "选自", "出处", "出處", "出典", "提供元", "配信元", "출처"]),
    (Role::Author, Form::Han, &["本报记者", "本刊记者", "本网记者", "特约记者", "特约撰稿", "见习记者", "实习记者", "实习生", "首席记者", "通讯员", "通訊員", "特派记者", "特约通讯员", "撰稿人", "撰稿", "撰文", "采写", "采访", "執筆者", "執筆", "执笔", "取材・文", "取材", "文字记者", "文/图", "文图", "图文", "文·图", "图/文", "文／图", "文字", "文", "報導", "报道", "记者", "記者", "作者", "作 者", "原作者", "原创作者", "本文作者", "文章作者", "著者", "筆者", "ライター", "글쓴이", "작성자", "글", "기자"]),
    (Role::Tags, Form::Han, &["关键词", "關鍵詞", "关键字", "關鍵字", "标签", "標籤", "相关标签", "相关话题", "话题", "タグ", "キーワード", "태그"]),
    (Role::Editor, Form::Bare, &["责任编辑", "責任編輯", "责编"]),
];
