//! What a sentence says before its verb that it is about stays with what is said.

use super::says;
use crate::analysis::testing::built_in;

/// The topic of each statement; empty where it has none.
#[track_caller]
fn about(text: &str, expected: &[&str]) {
    let (article, analysis, _) = built_in(text);
    let part = |(a, b): (u32, u32)| &article.text[a as usize..b as usize];
    let found: Vec<&str> = analysis.statements.iter().map(|s| s.topic.map_or("", part)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_topic_before_the_verb() {
    about("وفي ما يخص معبر الشمال، أشار عضو الوفد سليم رشيد إلى أن ما صدر بيان نوايا.", &["معبر الشمال"]);
    about("أما بشأن الأسرى، فقال لافروف إن القوائم جاهزة، مضيفا أن التبادل قريب.", &["الأسرى", "الأسرى"]);
    about("وفيما يتعلق بملف المعتقلين، نفى محمد علوش التوصل إلى أي اتفاق.", &["ملف المعتقلين"]);
    about("وقال لافروف إن الوقت ضيق. وعن موعد الجولة قال إنه لم يحدد بعد.", &["", "موعد الجولة"]);
    about("وحول الدستور، قال لافروف إن النص جاهز، بينما أكد محمد علوش أن الوفد لم يره.", &["الدستور", ""]);
}

#[test]
fn what_is_no_topic() {
    about("وفي تعز، قال لافروف إن الوقت ضيق.", &[""]);
    about("وعن المتحدث باسم الوفد قوله إن الوقت ضيق.", &[]);
    about("وحول طاولة واحدة، قال لافروف إن الوقت ضيق.", &[""]);
    about("وقال لافروف، بشأن الأسرى، إن القوائم جاهزة.", &[""]);
}

#[test]
fn who_puts_it_so_inside_what_he_says() {
    says(
        "وحمّل بشار الجعفري أنقرة مسؤولية الخروقات التي بلغت، على حد قوله، 30 خرقا خلال شهر.",
        &["jaafari | حمّل | أنقرة مسؤولية الخروقات التي بلغت، على حد قوله، 30 خرقا خلال شهر"],
    );
    says(
        "وقال محمد علوش إن القوائم سُلمت، ولم يكن فيها، بحسب علوش، أي اسم من الشمال، مضيفا أن الوفد باق.",
        &["alloush | قال | القوائم سُلمت، ولم يكن فيها، بحسب علوش، أي اسم من الشمال", "=alloush | مضيفا | الوفد باق"],
    );
    says(
        "وقال لافروف إن الوقت ضيق، على حد قوله، مضيفا أن الوفد باق.",
        &["lavrov | قال | الوقت ضيق", "=lavrov | مضيفا | الوفد باق"],
    );
    says("وقال لافروف إن الوقت ضيق، بحسب الجعفري، والطريق مغلق.", &["lavrov | قال | الوقت ضيق"]);
}
