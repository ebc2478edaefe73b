//! Words by which pages name what is not their text, in many languages: small tables, each with one reason.

use std::cell::LazyCell;
use std::sync::LazyLock;

use super::measure::{Measure, WORD};
use crate::labels::Kind;
use crate::text::Starts;

/// Where in a block a phrase must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// It is the whole block, but for marks and digits around it.
    Whole,
    /// It begins the block.
    Start,
    /// It stands behind a number that begins the block.
    Counted,
    /// It begins a word of the block.
    Word,
}

/// Phrases of one meaning.
struct Phrases {
    kind: Kind,
    at: At,
    /// The longest block, in words, that such a phrase names; longer ones are prose that happens to hold it.
    within: u32,
    words: &'static [&'static str],
}

#[rustfmt::skip]
const PHRASES: &[Phrases] = &[
    // Headings of lists of other texts.
    Phrases { kind: Kind::Related, at: At::Start, within: 19, words: &[
        "related article", "related post", "related stor", "related news", "related content", "related topic", "related video",
        "related reading", "related link", "related coverage", "related:", "read more:", "read also", "also read", "read next",
        "recommended for you", "recommended stories", "recommended reading", "recommended article", "you may also", "you might also",
        "you may like", "you might like", "more from", "more stories", "more like this", "more news", "most read", "most popular", "most viewed",
        "popular posts", "popular articles", "trending now", "trending stories", "latest news", "latest posts", "latest stories", "latest articles",
        "recent posts", "recent articles", "up next", "next article", "previous article", "next post", "previous post",
        "don't miss", "don’t miss", "editor's picks", "editors' picks", "editor’s picks", "top stories", "what to read next", "keep reading",
        "from around the web", "around the web", "similar posts", "similar articles", "see more stories", "other news", "in other news",
        "mehr zum thema", "weitere artikel", "lesen sie auch", "lesen sie mehr", "auch interessant", "das könnte sie", "das könnte dich", "meistgelesen",
        "à lire aussi", "a lire aussi", "lire aussi", "lire également", "articles similaires", "articles liés", "sur le même sujet", "les plus lus", "à lire également",
        "te puede interesar", "te puede gustar", "lee también", "lea también", "lee además", "artículos relacionados", "noticias relacionadas", "más leíd", "lo más leído",
        "leia também", "leia mais", "veja também", "artigos relacionados", "notícias relacionadas", "mais lidas", "leia ainda",
        "leggi anche", "articoli correlati", "potrebbe interessarti", "ti potrebbe interessare", "i più letti", "notizie correlate",
        "lees ook", "gerelateerde artikelen", "meest gelezen", "läs också", "läs även", "læs også", "les også", "lue myös",
        "читайте также", "читайте еще", "читайте ещё", "смотрите также", "материалы по теме", "похожие", "популярное", "рекомендуем", "новости по теме", "читайте також",
        "czytaj także", "czytaj też", "czytaj również", "zobacz także", "zobacz też", "przeczytaj także", "powiązane artykuły", "čtěte také", "související",
        "ilgili haberler", "bunlar da ilginizi", "ilginizi çekebilir", "διαβάστε επίσης", "σχετικά άρθρα", "citește și", "olvasd el ezt is",
        "関連記事", "関連ニュース", "関連リンク", "あわせて読みたい", "合わせて読みたい", "おすすめ記事", "人気記事", "アクセスランキング", "こちらもおすすめ", "前の記事", "次の記事",
        "관련기사", "관련 기사", "관련뉴스", "많이 본", "인기 기사", "추천 기사", "이 기사와 함께", "이전 글", "다음 글",
        "相关阅读", "相关新闻", "相关文章", "相关推荐", "相关报道", "相关链接", "相关视频", "相关内容", "推荐阅读", "推荐文章", "推荐视频", "推荐新闻", "延伸阅读",
        "延伸 · 推荐", "延伸·推荐", "热门推荐", "热门文章", "热门新闻", "热点推荐", "热点新闻", "猜你喜欢", "为您推荐", "为你推荐", "精彩推荐", "精彩视频", "精彩图片", "编辑推荐", "今日推荐",
        "大家都在看", "网友还在搜", "上一篇", "下一篇", "上一条", "下一条", "点击排行", "阅读排行", "新闻排行", "热榜", "热门排行", "最新文章", "最新新闻", "更多新闻", "更多精彩", "往期回顾", "此前报道", "点击进入专题", "更多阅读",
        "相關閱讀", "相關新聞", "相關文章", "相關報導", "延伸閱讀", "推薦閱讀", "熱門文章", "熱門新聞", "猜你喜歡", "更多新聞", "看更多",
        "must read:", "recommended:", "see also:", "check out next", "you may be interested", "you might be interested", "if you liked this", "if you enjoyed this", "more by the author", "more from the author", "more about the author's", "explore more", "related report", "related publication", "related product", "related service", "related guide", "related resource", "related tag", "read:", "watch:", "more:", "more on this", "further coverage",
        "mehr dazu", "mehr lesen", "weiterlesen:", "weitere themen", "weitere beiträge", "weitere nachrichten", "lesen sie hier", "lesen sie dazu", "lies auch", "lesetipp", "ähnliche artikel", "ähnliche beiträge", "passend dazu", "empfehlungen der redaktion", "verwandte artikel",
        "voir aussi :", "à voir aussi", "sur le même thème", "articles recommandés", "vous aimerez aussi", "dans la même rubrique", "lire plus", "notre dossier",
        "te recomendamos", "le puede interesar", "también te puede", "lea más", "leer más", "ver también", "lo más visto", "contenido relacionado", "relacionado:", "más noticias", "no te pierdas", "sigue leyendo",
        "saiba mais", "confira também", "você também pode", "pode interessar", "recomendados para", "conteúdo relacionado", "matérias relacionadas", "leia a seguir", "mais notícias", "últimas notícias",
        "leggi tutto", "vedi anche", "ti può interessare", "altri articoli", "articoli consigliati", "per approfondire", "leggi di più", "ultime notizie", "lees meer", "lees verder", "bekijk ook", "meer nieuws", "ook interessant",
        "läs mer", "relaterade artiklar", "mest läst", "læs mere", "les mer", "mest læst", "mest lest", "lue lisää", "luetuimmat", "polecamy", "warto przeczytać", "podobne artykuły", "najczęściej czytane", "zobacz więcej", "čtěte více", "mohlo by vás zajímat", "nejčtenější", "přečtěte si",
        "ilgili haber", "benzer haberler", "son haberler", "подробнее:", "читать далее", "читайте далее", "другие новости", "самое читаемое", "вам может быть интересно", "еще по теме", "ещё по теме", "новости партнеров", "ссылки по теме", "схожі новини", "δείτε επίσης", "διαβάστε ακόμα", "articole similare", "kapcsolódó cikk",
        "あわせて読む", "この記事を読んだ人", "次に読みたい", "おすすめの記事", "新着記事", "最新記事", "関連：", "관련 뉴스", "관련 글", "추천 뉴스", "함께 보면", "인기기사", "주요 뉴스", "최신 기사", "핫클릭",
        "往期精选", "往期精彩", "往期推荐", "精彩回顾", "更多内容", "更多报道", "更多相关", "今日热点", "热门搜索", "大家都在搜", "阅读更多", "阅读原文", "查看原文", "你可能感兴趣", "您可能感兴趣", "你可能喜欢", "您可能喜欢", "猜您喜欢", "前一篇", "后一篇", "专题推荐", "频道推荐", "視頻推薦", "视频推荐", "图片推荐", "推薦文章", "你可能會", "您可能", "更多文章", "同場加映", "熱門推薦", "上一則", "下一則", "相關報道", "相關推薦", "全站分類", "個人分類", "此分類上一篇", "此分類下一篇",
        "اقرأ المزيد", "شاهد أيض", "قد يهمك", "الأكثر قراءة", "بیشتر بخوانید", "اخبار مرتبط", "קראו גם", "עוד בנושא", "ये भी पढ़ें", "यह भी देखें", "और पढ़ें", "อ่านเพิ่มเติม", "บทความที่เกี่ยวข้อง", "bài viết liên quan", "có thể bạn quan tâm", "baca selengkapnya", "simak juga", "lihat juga",
        "اقرأ أيض", "مواضيع ذات صلة", "أخبار ذات صلة", "مطالب مرتبط", "כתבות נוספות", "यह भी पढ़ें", "संबंधित ख", "ข่าวที่เกี่ยวข้อง", "tin liên quan", "đọc thêm", "xem thêm", "bài liên quan", "baca juga", "artikel terkait", "berita terkait",
    ]},
    Phrases { kind: Kind::Related, at: At::Start, within: 19, words: &[
        "weiterführende links", "weiterführender link", "verwandte themen", "das thema könnte dich", "das thema könnte sie", "passend zum thema", "เรื่องที่เกี่ยวข้อง",
    ]},
    Phrases { kind: Kind::Related, at: At::Whole, within: 13, words: &[
        "related", "recommended", "read more", "trending", "popular", "see also", "more", "latest", "featured", "similar",
        "relacionados", "relacionadas", "relacionado", "lire la suite", "voir aussi", "siehe auch", "по теме", "ランキング", "関連", "推荐", "更多", "推薦", "専題", "热门", "最新",
    ]},
    // Headings of readers' comments, and what stands where there are none.
    Phrases { kind: Kind::Comments, at: At::Start, within: 17, words: &[
        "leave a comment", "leave a reply", "post a comment", "add a comment", "write a comment", "be the first to comment", "join the conversation", "join the discussion",
        "no comments", "comments are closed", "kommentare geschlossen", "kommentarfeed", "die kommentarfunktion ist", "comments (", "show comments", "view comments", "load comments", "sign in to comment", "log in to comment", "you must be logged in to post",
        "kommentar schreiben", "kommentar hinterlassen", "kommentare (", "laisser un commentaire", "commentaires (", "ajouter un commentaire", "deja un comentario", "deja una respuesta", "comentarios (",
        "deixe um comentário", "deixe uma resposta", "comentários (", "lascia un commento", "reactie plaatsen", "geef een reactie", "оставить комментарий", "комментарии (", "добавить комментарий",
        "コメントを書く", "コメントする", "コメント(", "댓글", "全部评论", "网友评论", "发表评论", "我要评论", "最新评论", "热门评论", "精彩评论", "请先登录后发表", "登录后发表", "暂无评论", "评论(", "评论（", "文明上网理性发言", "文明上网",
        "留言列表", "留言版", "跟帖", "最热评论", "查看评论", "我要留言", "网友热评", "評論列表", "用戶評論", "相关评论", "发表您的观点", "我来说两句", "我有话说", "跟贴", "發表評論", "發表迴響", "留言板",
    ]},
    Phrases { kind: Kind::Comments, at: At::Whole, within: 8, words: &[
        "comments", "comment", "responses", "replies", "kommentare", "kommentar", "commentaires", "comentarios", "comentários", "commenti", "reacties", "комментарии", "komentarze", "コメント", "评论", "評論", "留言", "回复", "条评论", "條評論", "则留言", "則留言", "条留言", "条回复", "件のコメント", "개의 댓글",
    ]},
    Phrases { kind: Kind::Comments, at: At::Counted, within: 42, words: &[
        "responses to ", "response to ", "thoughts on ", "thought on ", "comments on ", "comment on ", "comments to ", "replies on ", "reply on ", "kommentare zu ", "kommentar zu ", "antworten auf ", "antworten zu ", "gedanken zu ",
        "réponses à ", "réponse à ", "commentaires sur ", "réflexions sur ", "comentarios en ", "comentarios sobre ", "comentarios a ", "respuestas a ", "comentários em ", "comentários sobre ", "respostas para ", "commenti su ", "commenti a ", "pensieri su ",
        "reacties op ", "gedachten over ", "kommentarer till ", "kommentarer til ", "комментариев к ", "комментария к ", "комментарий к ", "komentarzy do ", "komentarze do ",
    ]},
    Phrases { kind: Kind::Comments, at: At::Start, within: 42, words: &[
        "one response to ", "one thought on ", "one comment on ", "one reply on ", "ein kommentar zu ", "eine antwort auf ", "eine antwort zu ", "une réponse à ", "un commentaire sur ", "un comentario en ", "una respuesta a ", "um comentário em ", "un commento su ",
    ]},
    // The page's own keywords.
    Phrases { kind: Kind::Tags, at: At::Start, within: 126, words: &[
        "tags:", "tags :", "tag:", "tagged:", "tagged with", "tagged in", "filed under", "filed in", "posted in", "categories:", "category:", "topics:", "keywords:", "labels:", "more on these topics", "explore more on these topics",
        "schlagworte:", "schlagwörter:", "themen:", "mots-clés", "étiquettes", "etiquetas:", "etiquetas :", "temas:", "palavras-chave", "parole chiave", "trefwoorden", "теги:", "метки:", "ключевые слова", "tagi:", "słowa kluczowe", "etiketler:",
        "タグ:", "タグ：", "キーワード", "태그", "关键词", "关键字", "标签", "本文标签", "文章标签", "關鍵字", "關鍵詞", "標籤",
    ]},
    Phrases { kind: Kind::Tags, at: At::Whole, within: 8, words: &["tags", "topics", "keywords", "schlagworte", "etiquetas", "теги", "タグ", "标签", "標籤"] },
    // Rights, corrections, disclaimers.
    Phrases { kind: Kind::Notice, at: At::Start, within: 147, words: &[
        "版权声明", "版权说明", "版权申明", "免责声明", "特别声明", "郑重声明", "重要声明", "声明：", "声明:", "版權聲明", "免責聲明", "转载请注明", "转载声明", "本文系", "未经授权", "未经许可", "本文仅代表", "以上内容仅代表",
        "本文来自", "文章来源", "本文来源", "原标题", "原题为", "原题：", "原题《", "責任編集", "责任编辑", "责编", "編輯：", "编辑：", "编辑:", "校对：", "审核：", "来源：", "來源：", "責任編輯", "稿件来源", "信息来源",
        "copyright ©", "copyright:", "© ", "(c) 20", "all rights reserved", "correction:", "corrections:", "clarification:", "disclaimer:", "disclosure:", "full disclosure:", "affiliate disclosure",
        "this article contains affiliate", "this post contains affiliate", "this page contains affiliate", "this article includes affiliate", "this post may contain affiliate", "this article may contain affiliate", "some of the links in this", "we may earn a commission", "as an amazon associate", "when you buy through", "if you buy something through", "each product featured", "all products featured", "every item on this page was chosen",
        "the views expressed", "the opinions expressed", "views expressed in this", "opinions expressed by", "this article was first published", "this story was first published", "this article originally appeared", "this story originally appeared", "this post originally appeared", "a version of this article", "a version of this story", "republished with permission", "reprinted from", "this article has been updated", "this story has been updated", "this article was amended",
        "transparenzhinweis", "anmerkung der redaktion", "hinweis der redaktion", "dieser artikel erschien", "dieser text erschien", "dieser beitrag erschien", "korrektur:", "haftungsausschluss", "cet article a été publié", "cet article est paru", "avertissement :", "nota de la redacción", "este artículo fue publicado", "descargo de responsabilidad", "nota da redação", "riproduzione riservata", "при использовании материалов", "при копировании", "перепечатка",
        "免責事項", "記事提供", "جميع الحقوق", "حقوق النشر", "כל הזכויות", "สงวนลิขสิทธิ์", "bản quyền", "hak cipta", "tüm hakları", "wszelkie prawa", "všechna práva", "minden jog", "toate drepturile", "編集：", "転載禁止", "禁無断", "無断複", "재배포 금지", "저작권", "출처", "기사제보", "this article was originally published", "this story was originally published", "originally published", "this article first appeared", "reprinted with permission", "©", 
        "無断転載", "무단전재", "무단 전재", "저작권자", "ⓒ", "<저작권자", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados", "tutti i diritti riservati", "все права защищены",
    ]},
    Phrases { kind: Kind::Notice, at: At::Word, within: 55, words: &[
        "不得转载", "禁止转载", "谢绝转载", "请注明出处", "请勿转载", "不代表本", "与本站无关", "不得轉載", "may not be published, broadcast, rewritten", "reproduced without permission",
    ]},
    Phrases { kind: Kind::Notice, at: At::Start, within: 13, words: &["编辑 ", "编辑/", "编辑丨", "编辑|", "校对 ", "校对/", "责编 ", "監修", "责任编辑"] },
    // What the site advertises of itself.
    Phrases { kind: Kind::Promotion, at: At::Start, within: 67, words: &[
        "subscribe to", "sign up for", "sign up to", "get the latest", "get our", "join our", "download our app", "download the app", "get the app", "follow us on", "like us on", "follow us", "stay up to date", "stay in the know", "enter your email", "your email", "support our journalism", "become a member", "become a subscriber", "already a subscriber", "subscribe now", "newsletter", "follow me on", "get posts like this", "thanks for reading!", "thank you for reading!", "by entering your email", "by submitting your email", "by signing up", "by subscribing", "by continuing to use", "we use cookies", "this site uses cookies", "this website uses cookies", "we value your privacy", "you can unsubscribe", "already have an account", "this article is exclusive to", "this article is for subscribers", "to continue reading", "create a free account", "start your free trial", "get unlimited access", "our free weekly newsletter", "our free newsletter", "like what you", "enjoyed this piece", "if you're enjoying this", "if you’re enjoying this", "support independent",
        "wir verwenden cookies", "nous utilisons des cookies", "utilizamos cookies", "este sitio utiliza cookies", "мы используем", "nutzen sie unsere app", "unser newsletter", "kostenlos testen", "téléchargez l'application", "recevez notre", "reçois notre", "recibe nuestr", "descarga nuestra", "receba nossas", "baixe o app", "siga-nos", "scarica l'app",
        "abonnieren sie", "newsletter abonnieren", "jetzt abonnieren", "abonnez-vous", "inscrivez-vous", "suscríbete", "suscribete", "síguenos", "regístrate", "assine", "siga o", "siga a", "inscreva-se", "iscriviti", "seguici", "schrijf je in", "подписывайтесь", "подпишитесь", "подписаться на", "zapisz się", "obserwuj nas",
        "扫描二维码", "扫码", "扫一扫", "长按二维码", "长按识别", "微信扫", "用微信扫", "下载app", "下载客户端", "打开app", "关注我们", "关注公众号", "欢迎关注", "点击关注", "添加微信", "更多精彩内容", "更多原创资讯", "相关资讯请关注", "更多资讯", "关注官方微信", "扫描下方", "扫描上方", "识别二维码", "微信公众号", "官方微信", "官方微博", "投稿邮箱", "新闻热线", "新闻报料", "商务合作", "广告合作", "点个在看", "点亮在看", "点击下载", "更多资讯", "更多新闻请", "長按", "追蹤我們", "訂閱電子報", "メールマガジン", "会員登録", "友だち追加", "公式line", "구독하고", "네이버에서", "카카오톡", "请下载", "客户端下载", "掃描", "下載app", "加入好友", "メルマガ", "フォローする", "구독",
    ]},
    // Buttons and links that do something.
    Phrases { kind: Kind::Actions, at: At::Whole, within: 13, words: &[
        "gefällt mir", "j’aime ça", "j'aime ça", "me gusta esto", "curtir isso", "mi piace", "vind-ik-leuk", "share", "share this", "share this article", "share this story", "share this post", "share on", "share on facebook", "share on twitter", "tweet", "facebook", "twitter", "linkedin", "pinterest", "whatsapp", "telegram", "reddit", "email", "e-mail", "print", "print this page", "copy link", "link copied", "save", "bookmark", "like", "like this", "loading", "follow", "reply", "report", "edit", "edit this page", "log in", "login", "sign in", "sign up", "register", "log out", "subscribe", "listen", "listen to this article", "download", "download pdf", "back to top", "scroll to top", "go to top", "skip to content", "skip to main content", "menu", "search", "close", "cancel", "open", "next", "previous", "quote", "reply with quote", "multi-quote",
        "view all", "see all", "show all", "learn more", "view more", "load more", "show more", "show less", "see more", "add to cart", "buy now", "add to wishlist", "quick view",
        "teilen", "drucken", "merken", "anmelden", "suche", "partager", "imprimer", "enregistrer", "compartir", "imprimir", "compartilhar", "condividi", "stampa", "delen", "поделиться", "печать", "udostępnij", "drukuj", "paylaş",
        "分享", "分享到", "分享至", "点赞", "收藏", "历史", "订阅", "登录", "注册", "退出登录", "个人中心", "用手机看", "举报", "打印", "复制链接", "纠错", "返回顶部", "评分", "播放", "赞", "踩", "转发", "关注", "字号", "大", "中", "小", "登入", "註冊", "列印", "返回首页", "返回搜狐", "查看更多", "展开全文", "阅读全文", "点击查看", "シェア", "シェアする", "ツイート", "ポスト", "ブックマーク", "공유하기", "스크랩", "مشاركة", "شارك", "اطبع", "แชร์", "chia sẻ", "bagikan", "שתף", "שיתוף", "साझा करें", "dela", "del", "jaa", "sdílet", "κοινοποίηση", "поділитися", "印刷", "ログイン", "공유", "인쇄", "로그인",
    ]},
    Phrases { kind: Kind::Actions, at: At::Start, within: 13, words: &[
        "like loading", "gefällt mir wird geladen", "gefällt mir lade", "j’aime chargement", "j'aime chargement", "me gusta cargando", "curtir carregando", "mi piace caricamento", "vind-ik-leuk laden", "show caption", "hide caption", "toggle caption", "enlarge this image", "click to enlarge", "this slideshow requires javascript", "how useful was this", "click on a star to rate", "average rating", "no votes so far", "we are sorry that this post was not", "let us improve this post", "tell us how we can improve", "was this helpful", "was this article helpful", "was this page helpful", "did you find this", "rate this", "print this article", "copy the link", "share this", "share on", "share via", "share with", "click to share", "click to email", "click to print", "tweet this", "pin it", "分享到", "分享至", "分享让更多", "返回腾讯", "返回搜狐", "您的浏览器", "skip to", "add to favo", "font size", "text size", "jump to",
    ]},
    Phrases { kind: Kind::Advertisement, at: At::Whole, within: 13, words: &[
        "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "paid content", "promoted", "story continues below", "story continues below advertisement", "article continues below", "continue reading below", "scroll to continue", "ad", "ads", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie", "реклама", "reklama", "广告", "廣告", "広告", "광고", "スポンサーリンク",
    ]},
    // How long it takes to read, and how many did.
    Phrases { kind: Kind::Byline, at: At::Start, within: 13, words: &[
        "reading time", "estimated reading time", "lesezeit", "temps de lecture", "tiempo de lectura", "tempo de leitura", "tempo di lettura", "время чтения", "阅读时间", "预计阅读", "預計閱讀", "本文字数", "全文字数", "阅读量", "浏览量", "浏览次数", "点击量", "点击次数", "阅读次数",
    ]},
    Phrases { kind: Kind::Byline, at: At::Whole, within: 6, words: &["min read", "mins read", "minute read", "minutes read", "min. read", "minutes to read", "min de lecture", "min de lectura", "min lesezeit", "views", "次浏览", "阅读", "浏览"] },
    // When the text was posted and where it is filed, as blogs say at its end.
    Phrases { kind: Kind::Byline, at: At::Start, within: 67, words: &[
        "this entry was posted", "this entry was filed", "this post was posted", "this post was filed", "dieser beitrag wurde am", "dieser artikel wurde am", "dieser eintrag wurde am", "dieser beitrag wurde unter",
        "cette entrée a été publiée", "ce billet a été publié", "esta entrada fue publicada", "esta entrada se publicó", "questa voce è stata pubblicata", "esta entrada foi publicada", "este post foi publicado",
        "dit bericht is geplaatst", "dit bericht werd geplaatst", "det här inlägget postades", "dette innlegget ble", "dette indlæg blev", "ten wpis został opublikowany", "эта запись опубликована", "запись опубликована",
    ]},
    // Who the author is, told by others.
    Phrases { kind: Kind::Byline, at: At::Start, within: 13, words: &[
        "about the author", "about the writer", "meet the author", "über den autor", "über die autorin", "zum autor", "zur autorin", "sobre el autor", "sobre la autora", "sobre o autor", "sobre a autora", "à propos de l'auteur", "à propos de l’auteur", "l'auteur", "об авторе", "作者简介", "作者介绍", "关于作者", "關於作者", "作者簡介", "この記事を書いた人", "著者プロフィール", "執筆者紹介", "저자 소개", "기자 프로필",
    ]},
    // Headings of a list of the text's own parts.
    Phrases { kind: Kind::Navigation, at: At::Whole, within: 13, words: &[
        "table of contents", "contents", "in this article", "on this page", "in this guide", "jump to section", "inhaltsverzeichnis", "inhalt", "sommaire", "au sommaire", "índice", "tabla de contenidos", "sumário", "содержание", "оглавление", "inhoud", "spis treści", "目次", "目录", "目錄", "목차", "mục lục",
    ]},
    // The site's own foot.
    Phrases { kind: Kind::Footer, at: At::Word, within: 105, words: &[
        "all rights reserved", "privacy policy", "terms of use", "terms of service", "terms & conditions", "cookie policy", "cookie settings", "do not sell my", "alle rechte vorbehalten", "tous droits réservés", "icp备", "icp证", "公网安备", "版权所有", "增值电信业务", "许可证", "举报电话", "举报邮箱", "违法和不良信息", "备案号", "京公网", "沪公网", "粤公网", "copyright ©", "copyright(c)", "copyright (c)", "© 20", "©20", "© 19", "关于我们", "联系我们", "友情链接", "法律条款", "著作權", "隱私權", "impressum", "datenschutz", "mentions légales", "aviso legal",
    ]},
    Phrases { kind: Kind::Promotion, at: At::Word, within: 19, words: &["二维码", "下载app", "公众号"] },
];

/// What a block's text, in lower case without blanks at its ends, says it is; none for all that is said in other words.
pub(super) fn says(text: &str) -> Option<Kind> {
    let length = LazyCell::new(|| {
        let mut measure = Measure::default();
        measure.add(text);
        measure.length
    });
    let core = core(text);
    let head = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let fits = |phrases: &Phrases, words: &str| {
        let stands = match phrases.at {
            At::Whole => core == words,
            At::Start => text.starts_with(words) || head.starts_with(words),
            At::Counted => text.starts_with(|c: char| c.is_ascii_digit()) && core.starts_with(words),
            At::Word => true,
        };
        stands && phrases.may_name(*length)
    };
    // Most texts are one with their heads and cores.
    let begins = [Some(text), Some(head).filter(|head| *head != text), Some(core).filter(|core| *core != head)];
    let begins = begins.into_iter().flatten().filter_map(|part| INDEX.ends.first(part.as_bytes(), fits));
    let inside = (0..text.len()).filter_map(|at| {
        let rest = &text.as_bytes()[at..];
        INDEX.inside.first(rest, |phrases, words| rest.starts_with(words.as_bytes()) && fits(phrases, words))
    });
    let group = begins.chain(inside).min();
    group.map(|group| PHRASES[usize::from(group)].kind)
}

/// The phrases by how they begin: built once, of constants alone.
static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

struct Index {
    /// Phrases that begin a block or are all of it, each with its group's place in [`PHRASES`].
    ends: Group,
    /// Those that may stand anywhere in it.
    inside: Group,
}

struct Group {
    starts: Starts,
    words: Vec<(u8, &'static str)>,
}

impl Index {
    fn new() -> Self {
        let inside = |phrases: &Phrases| phrases.at == At::Word;
        Index { ends: Group::of(|phrases| !inside(phrases)), inside: Group::of(inside) }
    }
}

impl Group {
    fn of(wanted: impl Fn(&Phrases) -> bool) -> Self {
        let groups = PHRASES.iter().enumerate().filter(|(_, phrases)| wanted(phrases));
        let words: Vec<(u8, &str)> =
            groups.flat_map(|(group, phrases)| phrases.words.iter().map(move |words| (group as u8, *words))).collect();
        Group { starts: Starts::new(words.iter().map(|(_, words)| *words)), words }
    }

    /// The first group with a phrase that `fits` among those that may begin as `text` does.
    fn first(&self, text: &[u8], fits: impl Fn(&Phrases, &str) -> bool) -> Option<u8> {
        let candidates = self.starts.of(text).iter().map(|number| self.words[usize::from(*number)]);
        let mut fitting = candidates.filter(|(group, words)| fits(&PHRASES[usize::from(*group)], words));
        fitting.next().map(|(group, _)| group)
    }
}

/// How lines begin that say who wrote a text, and when.
#[rustfmt::skip]
const BYLINES: &[&str] = &[
    "by ", "by: ", "written by", "author", "posted ", "published", "updated", "last updated", "reviewed by", "edited by", "medically reviewed", "date:",
    "von ", "par ", "por ", "di ", "door ", "publié", "publicado", "veröffentlicht", "gepubliceerd", "автор", "опубликовано",
    "作者", "记者", "文/", "文｜", "文|", "来源", "发布时间", "发布日期", "发表于", "时间：", "时间:", "日期", "發布", "更新", "公開日", "投稿日", "기자", "입력",
];

/// Whether a short line, in lower case, says who wrote a text or when: it begins so, or holds a year or a time of day.
pub(super) fn is_byline(text: &str) -> bool {
    BYLINES.iter().any(|words| text.starts_with(words)) || has_date(text)
}

/// Whether a text holds a year from 1900 to 2099, a time of day, or says how long ago.
pub(super) fn has_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let alone = |at: usize, len: usize| (at == 0 || !digit(at - 1)) && !digit(at + len);
    let year =
        |at: usize| matches!(&bytes[at..at + 2], b"19" | b"20") && digit(at + 2) && digit(at + 3) && alone(at, 4);
    let clock = |at: usize| bytes[at + 2] == b':' && digit(at) && digit(at + 1) && digit(at + 3) && alone(at, 2);
    (0..bytes.len().saturating_sub(3)).any(|at| year(at) || clock(at))
        || [" ago", "分钟前", "小时前", "天前", "昨天"].iter().any(|words| text.ends_with(words))
}

impl Phrases {
    /// Whether a block of this length, in hundredths of a word, may be named so.
    fn may_name(&self, length: u32) -> bool {
        length <= self.within * WORD
    }
}

/// A text without the marks and digits around it.
fn core(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_named_in_many_languages() {
        for (text, kind) in [
            ("related articles", Kind::Related),
            ("相关阅读", Kind::Related),
            ("全部评论", Kind::Comments),
            ("关键词: 习近平 防控疫情", Kind::Tags),
            ("版权声明:本文系独家稿件,未经授权,不得转载", Kind::Notice),
            ("» share «", Kind::Actions),
        ] {
            assert_eq!(says(text), Some(kind), "{text}");
        }
    }

    #[test]
    fn prose_is_not_named() {
        assert_eq!(says("we share a border with france"), None);
        assert_eq!(
            says(
                "the related articles that follow were written by the same hand, and each of them says so in its first line"
            ),
            None
        );
    }
}
