//! Every frame on sentences of our own, with its denials and with what looks like it and is not.

use crate::analysis::testing::built_in;

use super::{Resolved, Who};

/// The statements of a text: `speaker | verb | content`, with `?` for unresolved, `=` before a speaker who was carried over, `!` before a negated verb.
fn found(text: &str) -> Vec<String> {
    let (article, analysis, lexicon) = built_in(text);
    let text = &article.text;
    let part = |(a, b): (u32, u32)| &text[a as usize..b as usize];
    let show = |s: &super::Statement| {
        let who = match s.speaker.who {
            Who::Entry(n) | Who::Office(n) | Who::Source(Some(n)) => lexicon.entries[n as usize].id.clone(),
            Who::Source(None) => "reports".to_owned(),
            Who::Words => part(s.speaker.span).to_owned(),
            Who::Unresolved => "?".to_owned(),
        };
        let carried = if s.speaker.by == Resolved::CarriedOver { "=" } else { "" };
        let negated = if s.negated { "!" } else { "" };
        let via = s.via.map(|v| format!(" | via {}", lexicon.entries[v as usize].id)).unwrap_or_default();
        format!("{carried}{who} | {negated}{} | {}{via}", s.verb.map_or(":", |v| part(v.span)), part(s.content))
    };
    analysis.statements.iter().map(show).collect()
}

#[track_caller]
fn says(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text}");
}

#[test]
fn the_verb_before_its_subject() {
    says("وقال سيرغي لافروف إن بلاده مستعدة للمساعدة.", &["lavrov | قال | بلاده مستعدة للمساعدة"]);
    says("وأعلن وزير الخارجية التركي أن بلاده ستحضر.", &["foreign_minister | أعلن | بلاده ستحضر"]);
    says("ونفت وزارة الخارجية الروسية وجود خلافات بين الوفود.", &["russian_foreign_ministry | نفت | وجود خلافات بين الوفود"]);
    says("وأعرب المبعوث الأممي عن أمله في استمرار الهدنة.", &["un_envoy | أعرب | عن أمله في استمرار الهدنة"]);
    says("واتهم بشار الجعفري تركيا بعرقلة المحادثات.", &["jaafari | اتهم | تركيا بعرقلة المحادثات"]);
    says("ودعت الأمم المتحدة جميع الأطراف إلى ضبط النفس.", &["united_nations | دعت | جميع الأطراف إلى ضبط النفس"]);
    says("وأكدت موسكو أن المحادثات ستستمر.", &["moscow | أكدت | المحادثات ستستمر"]);
}

#[test]
fn a_negated_verb_is_said_to_be_negated() {
    says("ولم يؤكد المتحدث باسم وزارة الخارجية الروسية مشاركة الوفد.", &["foreign_ministry_spokesman | !يؤكد | مشاركة الوفد"]);
    says(
        "ولم تعلن وزارة الخارجية الكازاخستانية موعد الجولة المقبلة.",
        &["kazakh_foreign_ministry | !تعلن | موعد الجولة المقبلة"],
    );
}

#[test]
fn the_subject_before_its_verb() {
    says("والمعارضة المسلحة أعلنت مقاطعة الجلسة.", &["armed_opposition | أعلنت | مقاطعة الجلسة"]);
    says(
        "وكانت وزارة الخارجية الكازاخستانية قد أعلنت مساء الاثنين وصول الوفود.",
        &["kazakh_foreign_ministry | أعلنت | وصول الوفود"],
    );
    says("وكان وفد المعارضة السورية إلى العاصمة الذي وصل أمس قال إنه سيعود.", &["opposition_delegation | قال | سيعود"]);
    says("لكن الحكومة السورية نفت هذه الأنباء.", &["syrian_government | نفت | هذه الأنباء"]);
}

#[test]
fn turns_and_topics_before_the_verb() {
    says("من جهته، قال سيرغي لافروف إن اللقاء كان مفيداً.", &["lavrov | قال | اللقاء كان مفيداً"]);
    says("بدورها، أعلنت الحكومة السورية أن وفدها وصل.", &["syrian_government | أعلنت | وفدها وصل"]);
    says("وفي تعليق على نتائج الجلسة قال بشار الجعفري إن الوقت مبكر.", &["jaafari | قال | الوقت مبكر"]);
}

#[test]
fn according_to() {
    says("وبحسب وزارة الخارجية الروسية، فإن الوفد سيصل غداً.", &["russian_foreign_ministry | بحسب | الوفد سيصل غداً"]);
    says("وقال سيرغي لافروف إن الوفد سيصل، وفق ما نقلت وكالة رويترز.", &["lavrov | قال | الوفد سيصل | via reuters"]);
    says("سيصل الوفد غداً، بحسب المتحدث باسم وزارة الخارجية الروسية.", &["foreign_ministry_spokesman | بحسب | سيصل الوفد غداً"]);
    says("وصل الوفد مساء أمس، وفقاً لوكالة رويترز.", &[]);
}

#[test]
fn passed_on_by_an_agency() {
    says("ونقلت وكالة إنترفاكس عن ألكسندر لافرينتييف قوله إن الوفد باق.", &["lavrentiev | قوله | الوفد باق | via interfax"]);
    says("ونقلت رويترز عن مصدر دبلوماسي أن الجلسة أرجئت.", &["diplomatic_source | نقلت | الجلسة أرجئت | via reuters"]);
}

#[test]
fn a_speaker_left_out_is_carried_over() {
    let two = ["lavrov | قال | الجلسة انتهت", "=lavrov | أضاف | الوفود ستعود"];
    says("وقال سيرغي لافروف إن الجلسة انتهت. وأضاف أن الوفود ستعود.", &two);
    says(
        "وقال سيرغي لافروف إن الجلسة انتهت. كما شدد على أهمية الحوار.",
        &["lavrov | قال | الجلسة انتهت", "=lavrov | شدد | على أهمية الحوار"],
    );
    says(
        "وقال سيرغي لافروف إن الجلسة انتهت. إلا أنه قال إن العمل مستمر.",
        &["lavrov | قال | الجلسة انتهت", "=lavrov | قال | العمل مستمر"],
    );
    // A masculine verb does not go on for a ministry.
    says(
        "وقالت وزارة الخارجية الروسية إن الجلسة انتهت. وأضاف أن الوفود ستعود.",
        &["russian_foreign_ministry | قالت | الجلسة انتهت", "? | أضاف | الوفود ستعود"],
    );
    // Somebody else spoke in between.
    says(
        "وقال سيرغي لافروف إن الجلسة انتهت. وقال الشيخ سمير الحلبي إن الوفد غادر. وأضاف أنه لن يعود.",
        &["lavrov | قال | الجلسة انتهت", "سمير الحلبي | قال | الوفد غادر", "=سمير الحلبي | أضاف | لن يعود"],
    );
    // Nobody spoke before.
    says("وأضاف أن الوفود ستعود.", &["? | أضاف | الوفود ستعود"]);
}

#[test]
fn participles_go_on_in_the_same_sentence() {
    says(
        "وقال سيرغي لافروف إن الجلسة انتهت، مشيراً إلى أن الوفود ستعود.",
        &["lavrov | قال | الجلسة انتهت", "=lavrov | مشيراً | الوفود ستعود"],
    );
    says(
        "وانتقد بشار الجعفري الموقف التركي، ملقياً باللوم على أنقرة في فشل الجلسة.",
        &["jaafari | انتقد | الموقف التركي", "=jaafari | ملقياً باللوم | على أنقرة في فشل الجلسة"],
    );
    says("وغادر سيرغي لافروف القاعة، مؤكداً أن الجلسة انتهت.", &["lavrov | مؤكداً | الجلسة انتهت"]);
}

#[test]
fn quotations_of_every_kind() {
    says("وقال سيرغي لافروف: «الجلسة انتهت والوفود ستعود».", &["lavrov | قال | الجلسة انتهت والوفود ستعود"]);
    says("وأضاف بشار الجعفري \"لن نقبل بأي شروط مسبقة\".", &["jaafari | أضاف | لن نقبل بأي شروط مسبقة"]);
    says("وقال سيرغي لافروف إن “الجلسة انتهت والوفود ستعود”.", &["lavrov | قال | الجلسة انتهت والوفود ستعود"]);
    says(
        "وقال سيرغي لافروف إن \"الجلسة انتهت، مشيراً إلى أن \"الوفود ستعود غداً\".",
        &["lavrov | قال | الجلسة انتهت", "=lavrov | مشيراً | الوفود ستعود غداً"],
    );
    says("وقال بشار الجعفري إن الوفد \"قال إنه باق في العاصمة\".", &["jaafari | قال | الوفد \"قال إنه باق في العاصمة\""]);
}

#[test]
fn names_offices_and_sources() {
    says(
        "وقال وزير الخارجية الروسي، سيرغي لافروف، الاثنين، إن الجلسة انتهت. وأكد وزير الخارجية الروسي أن الوفود ستعود.",
        &["lavrov | قال | الجلسة انتهت", "lavrov | أكد | الوفود ستعود"],
    );
    says("وأعلن أسامة أبو زيد، المتحدث باسم الفصائل، اليوم الأربعاء، أن الوفد سيغادر.", &["abu_zaid | أعلن | الوفد سيغادر"]);
    says("وأكد مصدر مطلع لوكالة رويترز أن الجلسة أرجئت.", &["informed_source | أكد | الجلسة أرجئت"]);
    says("وأفادت الأنباء أن الوفد غادر.", &["reports | أفادت | الوفد غادر"]);
    says("وقال المتحدث باسم اللجنة، سمير الحلبي، إن العمل مستمر.", &["سمير الحلبي | قال | العمل مستمر"]);
}

#[test]
fn what_looks_like_a_report_and_is_none() {
    says("اللافت أن القاعة كانت خالية.", &[]);
    says("ولم تحقق الجولة أي تقدم يذكر.", &[]);
    says("وتأتي المحادثات بعد أن أعلنت روسيا وقف القصف.", &[]);
    says("وتركز الاجتماع على سبل دعم الهدنة.", &[]);
    says("ويعتبر الاجتماع مقدمة لمحادثات جنيف.", &[]);
    says("الوفد الذي أعلن انسحابه عاد إلى القاعة.", &[]);
}

#[test]
fn a_noun_that_is_written_as_its_verb_goes_on() {
    says(
        "وأعلن محمد علوش حصول الوفد على تعهد بوقف القصف، وفك الحصار عن البلدات.",
        &["alloush | أعلن | حصول الوفد على تعهد بوقف القصف، وفك الحصار عن البلدات"],
    );
    says("وأعلن محمد علوش انسحاب الوفد، وغادرت الوفود القاعة.", &["alloush | أعلن | انسحاب الوفد"]);
}

#[test]
fn a_clause_that_opens_with_a_turn_ends_where_the_main_one_begins() {
    says(
        "فيما قال بشار الجعفري إن المحادثات لم تتمخض عن جديد، بسبب وصول الوفد متأخراً.",
        &["jaafari | قال | المحادثات لم تتمخض عن جديد، بسبب وصول الوفد متأخراً"],
    );
}
