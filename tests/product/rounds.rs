//! `rounds list` and `rounds suggest`: from articles of talks that no list of rounds has, to a list that has them.

use snapbox::{assert_data_eq, str};

use crate::common::Folder;

fn article(date: &str, text: &str) -> String {
    format!("---\ndate: {date}\nsource: وكالة المثال\n---\n{text}\n")
}

#[test]
fn rounds_that_nobody_listed_are_gathered_accepted_and_found_again() {
    let folder = Folder::with(&[
        (
            "articles/a.md",
            article("2030-03-04", "انطلقت في مسقط، الاثنين، جولة جديدة من المشاورات اليمنية بين وفدي الحكومة وجماعة الحوثي."),
        ),
        (
            "articles/b.md",
            article(
                "2030-03-07",
                "اختتمت في العاصمة العمانية مسقط المشاورات اليمنية بين وفدي الحكومة وجماعة الحوثي من دون اتفاق.",
            ),
        ),
        (
            "articles/c.md",
            article("2018-12-07", "بحث الوفدان في السويد في اليوم الثاني من المشاورات اليمنية ملف الأسرى والمعتقلين."),
        ),
        ("articles/d.md", article("2030-03-07", "افتتح معرض الكتاب أبوابه في الدوحة أمام الزوار.")),
    ]);
    let list = folder.mujaz(&["rounds", "list"]);
    assert_eq!((list.code, list.stderr.as_str()), (Some(0), ""));
    assert_data_eq!(
        list.stdout,
        str![[r#"
yemen-stockholm-2018  Stockholm consultations, 2018, 2018-12-06 to 2018-12-13
  articles/c  nothing else
    +9  date  2018-12-07
    +4  place  السويد

yemen-muscat-2030-03  Yemen talks, Muscat, March 2030, in no list of rounds
  articles/a  gathered by place and day
    muscat, 2030-03-04
  articles/b  gathered by place and day
    muscat, 2030-03-07

no round
  articles/d

"#]]
    );
    let suggested = folder.mujaz(&["rounds", "suggest"]);
    assert_data_eq!(
        &suggested.stdout,
        str![[r#"
- id: yemen
  rounds:
    # articles/a, articles/b
    - id: muscat-2030-03
      name: {en: "Muscat, March 2030", ar: "مسقط، مارس 2030"}
      start: 2030-03-04
      end: 2030-03-07
      place: muscat

"#]]
    );
    assert_data_eq!(
        suggested.stderr,
        str![[r#"
1 round that is in no list: look at its days and place, and keep it in tracks/rounds.yaml

"#]]
    );

    folder.write("tracks/rounds.yaml", &suggested.stdout);
    let accepted = folder.mujaz(&["rounds", "list"]);
    assert_data_eq!(
        accepted.stdout,
        str![[r#"
yemen-stockholm-2018  Stockholm consultations, 2018, 2018-12-06 to 2018-12-13
  articles/c  nothing else
    +9  date  2018-12-07
    +4  place  السويد

yemen-muscat-2030-03  Muscat, March 2030, 2030-03-04 to 2030-03-07
  articles/a  nothing else
    +9  date  2030-03-04
    +4  place  مسقط
    +2  weekday  الاثنين
  articles/b  nothing else
    +9  date  2030-03-07
    +4  place  العاصمة العمانية
    +1  place  مسقط

no round
  articles/d

"#]]
    );
    let nothing = folder.mujaz(&["rounds", "suggest"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (Some(0), ""));
    assert_data_eq!(
        nothing.stderr,
        str![[r#"
no article tells of a round that is in no list

"#]]
    );
}

#[test]
fn every_article_of_the_sample_shows_its_evidence() {
    let folder = Folder::sample();
    assert_data_eq!(
        folder.mujaz(&["rounds", "list", "astana"]).stdout,
        str![[r#"
astana-1  Astana 1, 2017-01-23 to 2017-01-24
  2017-01-23-ayyina  21 ahead of astana-2
    +9  date  2017-01-23
    +2  weekday  صباح اليوم الاثنين
    +11  number-after-name  أستانا أولى
    +1  era  أولى
    +1  era  ويقود
    +1  era  محمد علوش
    -2  era  اجتماع
    +1  era  مفاوضات
  2017-01-24-almithal  14 ahead of astana-2
    +9  date  2017-01-24
    +5  era  (headline)
    +5  days-of-round  24 كانون الثاني (يناير)
    +2  weekday  اليوم الثلاثاء
    +1  length  يومين
    +3  era  آلية ثلاثية
    +5  era  مفاوضات
    +1  era  محمد علوش
    +5  era  علوش
    +1  era  وقف
  2017-01-25-musawwada  9 ahead of astana-2
    +9  date  2017-01-25
    +3  era  آلية ثلاثية
    +1  weekday  أمس الثلاثاء
    +5  era  وفد
    +1  era  محمد علوش
    +1  era  الرحمنوف
    +5  era  النصرة
    +5  era  جنيف
    -2  era  حددت
    +2  meeting-ordinal  اجتماع ثان

astana-2  Astana 2, 2017-02-16 to 2017-02-16
  2017-02-14-ayyina  21 ahead of astana-1
    +13  number-after-name  أستانا 2
    +9  date  2017-02-14
    +10  ordinal  الجولة الثانية
    +1  era  عبدالرحمنوف
    +1  era  محمد علوش
    +2  ordinal  الجولة الأولى
    +3  after-the-last  23 و24 كانون الثاني/يناير
  almithal-20170215-01  21 ahead of astana-3
    +9  date  2017-02-15
    +1  era  أستانا
    +1  weekday  اليوم الأربعاء
    +10  ordinal  الجولة الثانية
    +5  days-of-round  يومي 15 و16 شباط/فبراير
    +1  era  محمد علوش
    +1  era  الأردن
    +1  era  آلية ثلاثية
  2017-02-16-musawwada  24 ahead of astana-3
    +9  date  2017-02-16
    +5  days-of-round  اليوم الخميس 16 شباط
    +7  meeting-ordinal  الاجتماع الثاني
    +2  weekday  أمس الأربعاء
    +1  era  الوفدان
    +2  ordinal  الجولة الأولى
    +1  era  جابري
    +3  after-the-last  كانون الثاني (يناير) الماضي
    +1  era  محمد علوش
  2017-02-16-namudhaj  24 ahead of astana-1
    +11  number-after-name  (headline)
    +9  date  2017-02-16
    +1  era  (headline)
    +11  number-after-name  اجتماع أستانا الثاني
    +1  era  أستانا
    +2  weekday  مساء اليوم الخميس
    +5  days-of-round  15 شباط/فبراير
    +1  era  رئيس
    +1  era  سالم
  almithal-20170217-01  24 ahead of astana-3
    +13  number-after-name  (headline)
    +9  date  2017-02-17
    +9  meeting-ordinal  اجتماعهم الثاني
    -2  era  اجتماعهم
    +2  weekday  بعد ظهر أمس الخميس
    +1  era  مجموعة
    +1  era  الوفدان
    +2  ordinal  الجولة الأولى
    +1  era  جابري
    +1  era  محمد علوش

astana-3  Astana 3, 2017-03-14 to 2017-03-15
  2017-03-15-ayyina  21 ahead of astana-2
    +9  date  2017-03-15
    -1  offices
    +2  number-after-name  واستانة 4
    +1  weekday  اليوم الاربعاء
    +10  ordinal  الجولة الثالثة
    +1  era  جايناكوف
    +1  era  سادات
    +1  era  جابري
    +1  era  المعارضة
  2017-03-15-namudhaj  40 ahead of astana-4
    +13  number-after-name  (headline)
    +9  date  2017-03-15
    +1  era  (headline)
    +1  era  غابت
    +10  ordinal  الجولة الثالثة
    +5  days-of-round  ١٤ و١٥ آذار
    +2  weekday  أمس الثلاثاء
    +1  era  محمد علوش
    +1  era  وادي بردى
    +1  era  الغارات
    +1  era  الفصائل
    +2  ordinal  الجولة الثانية
    +2  copula  الجولة المقبلة، وهي الرابعة
    +1  era  الجولة
    +2  before-the-next  مطلع أيار/مايو
  2017-03-16-musawwada  stated
    +1000  stated
    +13  number-after-name  (headline)
    +9  date  2017-03-16
    -1  offices
    +2  weekday  أمس الأربعاء
    +11  number-after-name  اجتماع أستانا الثالث
    +5  days-of-round  الثلاثاء 14 آذار (مارس)
    +2  ordinal  الجولة الرابعة
    +1  era  الجولة
    +1  era  جابري
    +1  era  سادات
    +3  after-the-last  15 شباط (فبراير) الماضي


"#]]
    );
}
