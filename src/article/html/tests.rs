//! Pages as a newspaper's site writes them, and pages that mean harm.

use super::super::properties::check_page;
use super::super::tests::{read, refused};
use super::super::{Article, BlockKind, Meta};
use chrono::NaiveDate;
use encoding_rs::WINDOWS_1256;
use std::time::{Duration, Instant};

/// A page with everything around its article that such pages have.
const PAGE: &str = include_str!("page.html");

fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
    article.blocks.iter().map(|block| (block.kind, &article.text[block.start as usize..block.end as usize])).collect()
}

/// A page around a body that is long enough to be an article.
fn around(more: &str) -> String {
    let paragraph = "<p>أعلنت إدارة المكتبة أن القاعة الجديدة ستفتح أبوابها للأطفال، وأن مئتي كتاب وصلت إليها هذا الأسبوع.</p>\n";
    format!(
        "<!doctype html><html><head><title>خبر</title></head><body><article>{}{more}</article></body></html>",
        paragraph.repeat(4)
    )
}

#[test]
fn the_article_of_a_page_is_read_and_nothing_else_of_it() {
    use BlockKind::{Heading, Item, Paragraph, Quote};
    let article = read("articles/page.html", PAGE);
    assert_eq!(
        article.meta,
        Meta {
            title: Some("افتتاح مكتبة الأطفال في حلب بعد ترميمها".to_owned()),
            date: NaiveDate::from_ymd_opt(2017, 2, 16),
            source: Some("وكالة المثال".to_owned()),
            url: Some("https://example.org/news/library".to_owned()),
            round: None,
        }
    );
    assert_eq!(
        blocks(&article),
        [
            (
                Paragraph,
                "حلب - افتتحت بلدية المدينة اليوم «مكتبة الأطفال» بعد ترميم دام سنتين، بحضور مئات العائلات والمعلمين & المتطوعين."
            ),
            (
                Paragraph,
                "وقالت مديرة المكتبة ليلى حداد إن القاعة الجديدة تضم أكثر من ثلاثة آلاف كتاب، وإن القراءة فيها مجانية لجميع التلاميذ."
            ),
            (Heading, "برنامج القراءة"),
            (
                Paragraph,
                "وأضافت حداد أن المكتبة لن تغلق أبوابها في العطلة الصيفية، وأن فريقا من المتطوعين سيقرأ القصص للأطفال كل مساء."
            ),
            (Quote, "«هذا المكان بيت لكل طفل يحب الحكايات، ولم نكن لنفتتحه لولا تبرعات الأهالي ومساعدة المدارس القريبة»."),
            (Item, "ورشة للرسم يوم الخميس من كل أسبوع بمشاركة فنانين من المدينة"),
            (Item, "ورشة لكتابة القصة القصيرة يوم السبت، يشرف عليها معلمو اللغة العربية"),
            (Paragraph, "ومن المقرر أن تفتتح البلدية مكتبة ثانية في الربيع المقبل، وفق ما أعلنه رئيسها في ختام الحفل."),
        ]
    );
    check_page(&article);
    let at = article.text.find("ليلى حداد").expect("a name") as u32;
    assert_eq!(article.span(at..at + "ليلى حداد".len() as u32).text(), "ليلى حداد");
    assert_eq!(article.line(at) as usize, PAGE[..PAGE.find("ليلى حداد").expect("a name")].lines().count());
    assert_eq!(article.warnings(), []);
}

#[test]
fn what_the_page_states_is_taken_from_where_it_states_it() {
    let meta = |head: &str| read("a.html", around("").replace("<title>خبر</title>", head)).meta;
    let with = |title: &str, source: Option<&str>, date: Option<&str>| Meta {
        title: Some(title.to_owned()),
        source: source.map(str::to_owned),
        date: date.and_then(|date| date.parse().ok()),
        ..Meta::default()
    };
    assert_eq!(meta("<title> مكتبة\n جديدة &amp; قاعة </title>"), with("مكتبة جديدة & قاعة", None, None));
    let head = "<title>خبر | الموقع</title><meta property='og:title' content='مكتبة جديدة'><meta property=og:site_name content=المثال>\
        <META NAME=date CONTENT='Thu, 16 Feb 2017 23:30:00 +0300'><link rel=canonical href='javascript:alert(1)'>";
    assert_eq!(meta(head), with("مكتبة جديدة", Some("المثال"), Some("2017-02-16")));
    let head = "<script type='application/ld+json'>{ broken</script><script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \
        \"headline\": \"لا\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"مكتبة\", \"datePublished\": \"2017-02-16T10:00:00Z\", \"publisher\": {\"name\": \"المثال\"}}]}</script>";
    assert_eq!(meta(head), with("مكتبة", Some("المثال"), Some("2017-02-16")));
    // A day that only some times on the page say is not the day of the article.
    let times = |second: &str| {
        read("a.html", around(&format!("<time datetime='2017-02-16'></time><time datetime='{second}'></time>"))).meta.date
    };
    assert_eq!((times("2017-02-16T09:00"), times("2017-02-17")), (NaiveDate::from_ymd_opt(2017, 2, 16), None));
}

#[test]
fn a_page_in_an_older_encoding_leads_back_to_its_bytes() {
    let page = around("").replace("<p>", "<p>\r\n\t");
    let (bytes, ..) = WINDOWS_1256.encode(&page);
    let bytes = bytes.into_owned();
    let article = read("a.htm", bytes.clone());
    assert_eq!(blocks(&article), blocks(&read("a.html", page.as_str())));
    let at = article.text.rfind("المكتبة").expect("a word");
    let there = WINDOWS_1256.decode_without_bom_handling(&bytes[article.file_offset(at as u32)..]).0;
    assert!(there.starts_with("المكتبة"), "{there}");
}

#[test]
fn what_no_reader_sees_is_not_read() {
    for hidden in [
        "<script>قالت الوزيرة إن المكتبة أغلقت</script>",
        "<style>قالت الوزيرة</style>",
        "<noscript><p>قالت الوزيرة</p></noscript>",
        "<template><p>قالت الوزيرة</p></template>",
        "<p hidden>قالت الوزيرة</p>",
        "<div style='DISPLAY : none'><p>قالت الوزيرة</p></div>",
        "<p aria-hidden=true>قالت الوزيرة</p>",
        "<p><del>قالت الوزيرة</del></p>",
        "<!-- قالت الوزيرة -->",
        "<svg><text>قالت الوزيرة</text></svg>",
        "<figure><figcaption>قالت الوزيرة</figcaption></figure>",
        "<textarea><p>قالت الوزيرة</p></textarea>",
        "<img alt='قالت الوزيرة' src=x onerror=alert(1)>",
    ] {
        let article = read("a.html", around(hidden));
        assert_eq!(blocks(&article), blocks(&read("a.html", around(""))), "{hidden}");
    }
    let shown = read(
        "a.html",
        around(
            "<p>قالت <b>الوزيرة</b>&nbsp;إن&#x202e; <a href=/x>المكتبة</a> &lt;script&gt; <br>لم\tتغلق.</p><p>ونفت ذلك.<br/><br>وأضافت.",
        ),
    );
    assert_eq!(
        blocks(&shown)[4..],
        [
            (BlockKind::Paragraph, "قالت الوزيرة\u{a0}إن المكتبة <script>\nلم تغلق."),
            (BlockKind::Paragraph, "ونفت ذلك."),
            (BlockKind::Paragraph, "وأضافت.")
        ]
    );
    check_page(&shown);
}

#[test]
fn a_page_without_an_article_is_left_out() {
    let expected = "\
warning[article-html]: no article was found in the page, left out
--> a.html
 = hint: save the article's text as `.txt` or `.md`, or remove the page from the articles
";
    assert_eq!(refused("a.html", "<html><body><script>قال</script><!-- قال --></body></html>"), expected);
    let english = around("").replace(
        "أعلنت إدارة المكتبة أن القاعة الجديدة ستفتح أبوابها للأطفال، وأن مئتي كتاب وصلت إليها هذا الأسبوع.",
        &"The library, which was closed, opens again. ".repeat(5),
    );
    assert!(refused("a.html", english).starts_with("warning[article-no-arabic]: not in Arabic, left out: \"The library,"));
    let expected = "\
error[article-too-large]: the page has more than 20000 elements and runs of text
--> a.html
 = hint: save the article's text as `.txt` or `.md`
";
    assert_eq!(refused("a.html", around(&"<p>قال</p>".repeat(20_001))), expected);
    assert_eq!(
        refused("a.html", around(&" ".repeat(9 << 20))).lines().next(),
        Some("error[article-too-large]: the page has 10 MB; a page has 8 MB at most")
    );
}

#[test]
fn pages_that_mean_harm_cost_little() {
    let many = |part: &str, times: usize| part.repeat(times);
    for page in [
        many("<div>", 30_000),
        many("<b x=1><i><font>", 10_000) + &many("<p>قال", 5000),
        many("<a href=x>", 20_000) + "قال",
        many("<svg><math>", 10_000),
        many("</p></x>", 30_000),
        many("<table><tr><td>", 5000) + "قال",
        many("&amp;&#x41;&lt", 10_000),
        many("<p ", 10_000),
        format!("<p {}>قال</p>", many("a=1 ", 10_000)),
        format!("<p class=\"{}\">قال</p>", many("x ", 50_000)),
        format!("<script type=application/ld+json>{}</script>", many("[", 50_000)),
        format!("<title>{}</title>", many("خبر ", 10_000)),
        many("<br>", 50_000),
        many("<time datetime=2017-02-16>", 10_000),
    ] {
        let begun = Instant::now();
        let _ = Article::read("a.html", "a", around(&page).into_bytes());
        let _ = Article::read("a.html", "a", page.clone().into_bytes());
        let start: String = page.chars().take(20).collect();
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?} for {start}", begun.elapsed());
    }
}
