//! Articles from HTML pages: what is on a brief's page, and that citations of it lead back.

use snapbox::{assert_data_eq, str};

use crate::common::{Folder, Run};

const PAGE: &str = "<!DOCTYPE html>
<html lang=\"ar\"><head><meta charset=\"utf-8\"><title>ختام الجولة الثانية | المثال</title>
<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"ختام الجولة الثانية من محادثات أستانا\",
 \"datePublished\": \"2017-02-16T20:00:00+02:00\", \"publisher\": {\"name\": \"وكالة المثال\"}}</script></head>
<body><nav><ul><li><a href=\"/\">الرئيسية</a></li><li><a href=\"/sport\">رياضة</a></li></ul></nav>
<article><h1>ختام الجولة الثانية من محادثات أستانا</h1>
<script>document.write('فشلت المحادثات');</script><p hidden>فشلت المحادثات السورية في أستانا.</p>
<p>اختتمت في أستانا الجولة الثانية من المحادثات السورية، واتفق المشاركون على عقد جولة ثالثة في المدينة نفسها.</p>
<p>وقال رئيس الوفد الروسي <a href=\"/l\">ألكسندر لافرنتييف</a> إن الدول الضامنة اتفقت على
   &laquo;آلية مراقبة&raquo; لوقف إطلاق النار، وإن <b>العمل عليها</b> يبدأ قريبا.</p>
<p>اقرأ أيضا: معرض الزهور يستقبل زواره في الربيع</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>
";

fn desk(page: &str) -> Folder {
    Folder::with(&[("desk/mujaz.yaml", "title: {en: Syria talks}\n"), ("desk/articles/page.html", page)])
}

fn verified(folder: &Folder) -> Run {
    folder.mujaz(&["verify", "desk/out"])
}

#[test]
fn a_page_from_the_web_becomes_a_brief() {
    let folder = desk(PAGE);
    let run = folder.mujaz(&["build", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
1 article, 1 round: 12 files written, 0 unchanged, 0 removed, 0 warnings, [..] ms

"#]]
    );
    let brief: serde_json::Value = serde_json::from_str(&folder.read("desk/out/astana-2.json")).expect("JSON");
    let source = &brief["sources"][0];
    let stated = ["path", "title", "outlet", "date", "inferred"].map(|key| source[key].to_string());
    assert_eq!(
        stated,
        ["\"articles/page.html\"", "\"ختام الجولة الثانية من محادثات أستانا\"", "\"وكالة المثال\"", "\"2017-02-16\"", "[]"]
    );
    let statement = &brief["positions"][0]["statements"][0];
    assert_eq!(statement["citations"][0]["line"], 9);
    for page in ["astana-2.html", "astana-2.md", "astana-2.json"] {
        let text = folder.read(&format!("desk/out/{page}"));
        for wrong in ["فشلت", "document.write", "الرئيسية", "جميع الحقوق"] {
            assert!(!text.contains(wrong), "{page}: {wrong}");
        }
    }
    // A line of furniture within the article is known as such: nothing is made of it.
    assert!(!folder.read("desk/out/astana-2.md").contains("معرض الزهور"));
    assert!(!brief["key_points"].to_string().contains("معرض الزهور"));
    assert_data_eq!(
        folder.mujaz(&["explain", "desk/articles/page.html:9"]).stdout,
        str![[r#"
round astana-2, since:
  +14 ordinal  metadata
  +9 date  metadata
  +12 ordinal  line 8: الجولة الثانية
  +2 ordinal  line 8: جولة ثالثة
  the next best is astana-3, 22 behind

articles/page.html:9 sentence
  وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة اتفقت على «آلية مراقبة» لوقف إطلاق النار، وإن العمل عليها يبدأ قريبا.
  by itself 389: entity_density 349, position 250, hanging 0, background 0
  chosen: key point 2 of 2, score 366 (entity_density 81, outcomes 93, position 21, words 170)
  in the outcomes: monitoring mechanism
  in the positions
  speaker: Alexander Lavrentiev, named with the verb: رئيس الوفد الروسي ألكسندر لافرنتييف, verb قال

"#]]
    );
}

#[test]
fn citations_of_a_page_are_verified() {
    let folder = desk(PAGE);
    assert_eq!(folder.mujaz(&["build", "desk"]).code, Some(0));
    let fine = verified(&folder);
    assert_data_eq!(
        fine.stderr.as_str(),
        str![[r#"
1 brief, 6 citations: all hold

"#]]
    );
    // What is around the article may change.
    folder
        .write("desk/articles/page.html", PAGE.replace("رياضة", "ثقافة وفنون").replace("<article>", "<!-- new -->\n\n<article>"));
    assert_eq!(verified(&folder), fine);
    folder.write("desk/articles/page.html", PAGE.replace("اتفقت على\n", "لم تتفق على\n"));
    let run = verified(&folder);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[citation-broken]: `astana-2.json` cites sentence 2 of `page`, line 9 (3 times), and other words stand there now
 --> articles/page.html:9:4
  |
9 | <p>وقال رئيس الوفد الروسي <a href="/l">ألكسندر لافرنتييف</a> إن الدول الضامنة لم تتفق على
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = note: cited for: وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة ات…
  = hint: the source was changed after the brief was made: put it back, or build again

"#]]
    );
    assert_eq!(run.code, Some(1));
}
