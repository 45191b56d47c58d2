//! Each way to say what became of a matter, and each way to deny it, on sentences of our own.

use crate::analysis::testing::built_in;

#[track_caller]
pub(super) fn says(text: &str, expected: &[(&str, &str)]) {
    let (_, analysis, lexicon) = built_in(text);
    let found: Vec<(&str, &str)> =
        analysis.outcomes.iter().map(|o| (lexicon.entries[o.slot as usize].id.as_str(), o.status.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn agreed() {
    says("اتفقت الأطراف على تشكيل لجنة دستورية.", &[("constitutional_committee_formation", "agreed")]);
    says("وتم الاتفاق على تبادل الأسرى بين الجانبين.", &[("prisoner_exchange", "agreed")]);
    says("وأصدرت الدول الثلاث بياناً مشتركاً في ختام الجلسة.", &[("joint_statement", "agreed")]);
    says(
        "توصل الطرفان إلى اتفاق على وقف القصف، وفك الحصار عن البلدة.",
        &[("bombing_halt", "agreed"), ("siege_lifting", "agreed")],
    );
}

#[test]
fn not_agreed() {
    says("ولم يتم الاتفاق على بيان ختامي.", &[("final_statement", "not agreed")]);
    says("انتهت الجلسة دون التوصل إلى اتفاق على تبادل الأسرى.", &[("prisoner_exchange", "not agreed")]);
    says("وفشل الوفدان في التوصل إلى اتفاق على فك الحصار.", &[("siege_lifting", "not agreed")]);
    says("ولم يصدر بيان ختامي عن الاجتماع.", &[("final_statement", "not agreed")]);
    says("ورفضت الحكومة الموافقة على إطلاق سراح المعتقلين.", &[("detainee_release", "not agreed")]);
    says("انتهت الجولة دون أي تقدم.", &[("talks_progress", "not agreed")]);
    says("وأعلن سيرغي لافروف عدم التوصل إلى اتفاق على بيان مشترك.", &[("joint_statement", "not agreed")]);
}

#[test]
fn both_halves() {
    says(
        "اتفقت الوفود على إنشاء آلية لمراقبة وقف إطلاق النار، لكن دون أن يصدر ذلك في بيان ختامي.",
        &[("monitoring_mechanism", "agreed"), ("final_statement", "not agreed")],
    );
}

#[test]
fn where_it_holds_is_no_matter() {
    says("واتفقا على وقف القصف في المدن وعلى جبهات القتال.", &[("bombing_halt", "agreed")]);
    says("ووقع الوفدان اتفاقاً لوقف إطلاق النار يشمل كل أنحاء البلاد.", &[("ceasefire_deal", "agreed")]);
    says("وتوصل الطرفان إلى اتفاق يشمل تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
}

#[test]
fn denied() {
    says("ونفى محمد علوش التوصل إلى اتفاق على تشكيل لجنة لوقف إطلاق النار.", &[("ceasefire_committee", "denied")]);
    says(
        "ونفى المتحدث باسم وزارة الخارجية الروسية أن يكون الطرفان قد اتفقا على تبادل الأسرى.",
        &[("prisoner_exchange", "denied")],
    );
}

#[test]
fn pending() {
    says("ولا تزال مسودة الدستور قيد البحث.", &[("draft_constitution", "pending")]);
    says("وسيتم الاتفاق على تبادل الأسرى لاحقاً.", &[("prisoner_exchange", "pending")]);
}

#[test]
fn hopes_demands_plans_and_conditions_are_no_outcomes() {
    says("وأعرب سيرغي لافروف عن أمله في التوصل إلى اتفاق على وقف إطلاق النار.", &[]);
    says("وطالب محمد علوش بالاتفاق على فك الحصار.", &[]);
    says("وتهدف المحادثات إلى التوصل إلى اتفاق على وقف إطلاق النار.", &[]);
    says("وتسعى الأطراف للتوصل إلى اتفاق على تبادل الأسرى.", &[]);
    says("وإذا تم الاتفاق على تبادل الأسرى فسيعود الوفد.", &[]);
    says("بحثت الوفود سبل التوصل إلى اتفاق على فك الحصار.", &[]);
    says("من غير المتوقع أن يتم الاتفاق على بيان ختامي.", &[]);
    says("اتفقت الأطراف على عقد لقاء لبحث تبادل الأسرى.", &[("other_matter", "agreed")]);
}

#[test]
fn what_stands_deep_in_a_phrase_is_not_what_was_agreed() {
    says("اتفقت الدول الثلاث على إقامة هيئة جديدة تتولى مراقبة وقف إطلاق النار.", &[("other_matter", "agreed")]);
    says("اتفقت الدول الثلاث على تشكيل مجموعة مراقبة مشتركة.", &[("joint_monitoring_group", "agreed")]);
}

#[test]
fn a_negated_failure_says_neither() {
    says("ولم يفشل الوفدان في التوصل إلى اتفاق على فك الحصار.", &[]);
    says("ولم ينف محمد علوش التوصل إلى اتفاق على فك الحصار.", &[]);
}

#[test]
fn what_is_dated_long_before_is_not_of_this_round() {
    let on = |rest: &str| format!("أستانا، 24 كانون الثاني 2017 - اختتمت المحادثات. {rest}");
    says(&on("دخل وقف إطلاق النار حيز التنفيذ في 30 كانون الأول 2016."), &[]);
    says(&on("وكانت المفاوضات التي عقدت في نيسان من العام الماضي توقفت من دون اتفاق."), &[]);
    says(&on("دخل وقف إطلاق النار حيز التنفيذ في 23 كانون الثاني 2017."), &[("ceasefire_slot", "agreed")]);
    says(
        &on("ولم يتم الاتفاق على تثبيت وقف إطلاق النار الساري منذ 30 كانون الأول 2016."),
        &[("ceasefire_consolidation", "not agreed")],
    );
}

#[test]
fn a_verb_without_the_rest_of_its_phrase_says_nothing() {
    says("الغاية من الاجتماع ترسيخ الهدنة، لا الدخول في تفاصيل التسوية السياسية.", &[]);
    says("ودخل الوفدان القاعة لبحث التسوية السياسية.", &[]);
    says("ودخل وقف إطلاق النار حيز التنفيذ.", &[("ceasefire_slot", "agreed")]);
}

#[test]
fn first_steps_towards_a_matter_are_no_outcome_on_it() {
    says("وقال سيرغي لافروف إن العملية تمكنت من قطع الخطوات الأولى على طريق حل الأزمة السورية.", &[]);
}

#[test]
fn what_is_refused_is_the_noun_and_not_its_complement() {
    says("ورفض بشار الجعفري ربط الانتخابات بالاستفتاء على الدستور الجديد.", &[]);
}

#[test]
fn an_agreement_told_by_a_noun() {
    says("اختتمت الجولة باتفاق الدول الثلاث على تسيير دوريات مشتركة في المنطقة.", &[("other_matter", "agreed")]);
    says("وساد توافق بين الوفدين على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
    says("واتفق الطرفان مبدئيا على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
    says("ونص الاتفاق على وقف القصف وعلى إطلاق 64 محتجزا.", &[("bombing_halt", "agreed"), ("detainee_release", "agreed")]);
    says("الحكومة والحركة اتفقتا على تبادل نحو ألف أسير.", &[("prisoner_exchange", "agreed")]);
    says("وأكد المبعوث ضرورة الاتفاق على تبادل الأسرى.", &[]);
}

#[test]
fn what_one_side_pledges_is_an_outcome_on_the_word_of_another() {
    says("وقال المبعوث إن الحكومة تعهدت بفتح المطار أمام الرحلات.", &[("airport_reopening", "agreed")]);
    says("وتعهدت الحكومة بفتح المطار أمام الرحلات.", &[]);
    says("وقال الوزير إن حكومته تعهدت بفتح المطار أمام الرحلات.", &[]);
    says("وأكد السفير التزام بلاده بالحل السياسي.", &[]);
}

#[test]
fn what_failed_is_told_by_the_noun_behind_it() {
    says("ولم تفلح الوساطة في إقناع الحركة بوقف القصف.", &[("bombing_halt", "not agreed")]);
    says("انتهت المحادثات من غير أن يتفق الطرفان على تبادل الأسرى.", &[("prisoner_exchange", "not agreed")]);
    says("وتأتي الجولة بعد لقاءين في الرباط لم يحققا أي تقدم.", &[]);
}

#[test]
fn what_stays_open_has_its_subject_before_it_or_behind() {
    says("ولم يحسم بعد موعد عودة النازحين.", &[("other_matter", "pending")]);
    says("أما توزيع عائدات الموانئ فقد رحل إلى جولة أخرى.", &[("other_matter", "pending")]);
    says("وما زال نشر التقرير رهن مشاورات بين الوفود.", &[("other_matter", "pending")]);
    says("وحول مكان الجلسة الأولى أوضح المبعوث أن المسألة ما زالت معلقة.", &[("other_matter", "pending")]);
}

#[test]
fn no_truth_to_a_report_is_a_denial() {
    says("وقال رئيس الوفد محمد علوش إنه لا صحة لما تردد عن موافقة الحكومة على تسليم المطار.", &[("other_matter", "denied")]);
    says("ونفى الجعفري أن يكون وفده قد قبل بتسليم المطار.", &[("other_matter", "denied")]);
}

#[test]
fn what_is_settled_or_not_yet() {
    says("وتم حسم قضية الرواتب.", &[("other_matter", "agreed")]);
    says("ولم يتم حسم قضية الرواتب.", &[("other_matter", "not agreed")]);
    says("ولم يتم حسم قضية الرواتب بعد.", &[("other_matter", "pending")]);
    says("ولم يحسم الطرفان بعد ملف المطارات.", &[("other_matter", "pending")]);
    says("وسيتم حسم قضية الرواتب لاحقاً.", &[]);
    says("وأفاد مصدر بأن مكان الجولة التالية لم يُتفق عليه بعد.", &[("next_round_place", "pending")]);
}

#[test]
fn the_points_of_a_list() {
    says(
        "اتفق الوفدان على ما يلي: أولاً، تبادل الأسرى؛ ثانياً، فتح مطار صنعاء.",
        &[("prisoner_exchange", "agreed"), ("airport_reopening", "agreed")],
    );
    says(
        "ولم يتفق الوفدان على ما يلي:\n1- تبادل الأسرى.\n2- رفع الحصار.\nوغادرا القاعة.",
        &[("prisoner_exchange", "not agreed"), ("siege_lifting", "not agreed")],
    );
    says("وطالب الوفد بما يلي:\n1- تبادل الأسرى.\n2- رفع الحصار.", &[]);
    says("واتفق الوفدان على إجراء عملية تبادل جديدة للأسرى.", &[("prisoner_exchange", "agreed")]);
}

#[test]
fn talks_that_are_suspended_or_in_a_deadlock() {
    says("وأعلن الجيش تعليق المفاوضات مع الحركة إلى أجل غير مسمى.", &[("talks_suspension", "agreed")]);
    says("وعلق الوسطاء المحادثات بين الوفدين.", &[("talks_suspension", "agreed")]);
    says("وتقرر تعليق المشاورات الجارية في الكويت.", &[("talks_suspension", "agreed")]);
    says("ودعا المبعوث إلى عدم تعليق المحادثات.", &[]);
    says("وهدد الوفد بتعليق المفاوضات.", &[]);
    says("ولم تعلن الوساطة رسميا تعليق المفاوضات.", &[]);
    says("وقال الوسيط إن المفاوضات في القاهرة وصلت إلى طريق مسدود.", &[("talks_progress", "not agreed")]);
    says("ودخلت مفاوضات صفقة تبادل الأسرى بين الجانبين في نفق مسدود.", &[("talks_progress", "not agreed")]);
    says("انتهت الجولة الثانية من دون التوصل إلى نتائج حاسمة.", &[("round_results", "not agreed")]);
}

#[test]
fn what_an_agreement_holds() {
    says("ويشمل الاتفاق الإفراج عن 30 أسيرا.", &[("prisoner_release", "agreed")]);
    says(
        "ويتضمن الاتفاق وقفا لإطلاق النار وعودة النازحين إلى قراهم.",
        &[("ceasefire_slot", "agreed"), ("displaced_return", "agreed")],
    );
    says("ولا يشمل الاتفاق إطلاق سراح المعتقلين.", &[("detainee_release", "not agreed")]);
    says("ويتضمن الاتفاق المقترح تبادل الأسرى.", &[]);
    says("وتضمن مشروع الاتفاق وقفا لإطلاق النار.", &[]);
}

#[test]
fn who_is_released() {
    says("وأطلقت الجماعة سراح معتقلين اثنين.", &[("detainee_release", "agreed")]);
    says("وتم إطلاق سراح 40 محتجزا من الطرفين.", &[("detainee_release", "agreed")]);
    says("وقال المبعوث إن القائمة تضم الأسرى الذين سيتم إطلاق سراحهم.", &[]);
    says("وكان من المفترض إطلاق سراح 40 رهينة.", &[]);
}

#[test]
fn a_noun_is_no_verb_and_a_topic_no_outcome() {
    says("وقال المسؤول إن التوصل إلى اتفاق على وقف إطلاق النار ما زال ممكنا.", &[]);
    says("وأكد الوزير أن الاتفاق على تبادل الأسرى بات قريبا.", &[]);
    says("وأكد المبعوث أن الاتفاق على تبادل الأسرى تم بعد مشاورات طويلة.", &[("prisoner_exchange", "agreed")]);
    says("وقال المتحدث إن الوفد سيسافر لعقد جولة مفاوضات مباشرة والاتفاق على تبادل الأسرى.", &[]);
    says("واستبعد المبعوث أمس عقد محادثات مباشرة بين الوفدين.", &[]);
    says("وعقد الوفدان محادثات مباشرة في مقر الأمم المتحدة.", &[("direct_talks", "agreed")]);
    says(
        "أعلنت وزارة الخارجية السعودية عن توصل ممثلي الجيش والحركة إلى اتفاق وقف إطلاق نار لمدة يومين.",
        &[("ceasefire_deal", "agreed")],
    );
    says("وأكد المصدر اقتراب صدور بيان يتضمن تفاصيل الاتفاق على هدنة إنسانية.", &[]);
}

#[test]
fn what_is_called_to_mind_is_not_of_this_round() {
    says("يذكر أن الطرفين وقعا، في 20 مايو الجاري، اتفاقا لوقف إطلاق النار.", &[]);
    says("وتنتظر الحكومة منذ أن وقع الحزب اتفاقا مع الدولة لوقف إطلاق النار عام 2013.", &[]);
    let on = |rest: &str| format!("جنيف، 3 تشرين الثاني 2020 - اجتمعت اللجنة. {rest}");
    says(&on("وهو اللقاء الأول بعد توقيع الاتفاق في 23 تشرين الأول الماضي."), &[]);
    says(&on("وكان دبلوماسي غربي قد صرح الجمعة 30 تشرين الأول بأن المفاوضات لم تحرز تقدما."), &[]);
    says(&on("وفي 2 تشرين الأول توصل الطرفان إلى اتفاق على تبادل الأسرى. كما اتفقوا على وقف القصف."), &[]);
}

#[test]
fn progress_on_a_front_or_to_come_is_none_of_the_talks() {
    says("أحرز الجيش تقدما في عدد من الجبهات القتالية.", &[]);
    says("وقال المبعوث إن الجولة ستحقق تقدما.", &[]);
    says("وأحرز الوفدان تقدما في ملف الدستور.", &[("talks_progress", "agreed")]);
    says("انتهت الجولة دون تحقيق تقدم في أي من البنود الواردة في جدول أعمالها.", &[("talks_progress", "not agreed")]);
}

#[test]
fn what_stands_between_a_phrase_and_its_matter() {
    says("أصدرت الدول الثلاث روسيا وتركيا وإيران اليوم الأربعاء، البيان الختامي للجولة.", &[("final_statement", "agreed")]);
    says("وقعت الحكومة، أمس، اتفاقا مع الحركة لتبادل مئات الأسرى.", &[("prisoner_exchange", "agreed")]);
    says(
        "وأعلنت الوفود التوصل إلى اتفاق شامل لوقف إطلاق النار وتبادل الأسرى، بعد مشاورات استمرت على مدى أسبوع.",
        &[("ceasefire_slot", "agreed"), ("prisoner_exchange", "agreed")],
    );
}

#[test]
fn a_report_is_denied_by_what_it_is_called_or_by_what_was_never_given() {
    let agreed = "وقال الوزير إن الطرف الآخر وافق على نقل المقر إلى الساحل. ";
    let denied = [("other_matter", "agreed"), ("other_matter", "denied")];
    says(&format!("{agreed}لكن باشاغا قال إن ذلك \"غير صحيح\"."), &denied);
    says(&format!("{agreed}وقال باشاغا إن حكومته لم تقدم أي تعهد من هذا النوع."), &denied);
    // What is untrue is something else.
    says(&format!("{agreed}وقال باشاغا إن وصف الوضع بالهادئ غير صحيح."), &denied[..1]);
    says(&format!("{agreed}وقال باشاغا إن حكومته لم تقدم مساعدات."), &denied[..1]);
}

#[test]
fn what_parts_a_phrase_and_its_matter_and_what_does_not() {
    says("وقال المبعوث إن الطرفين توافقا على تشكيل لجان فنية.", &[("other_matter", "agreed")]);
    says(
        "واتفقت الدول الثلاث، بحسب البيان المشترك الذي تلاه المندوب الروسي، على مواصلة عمل الفريق.",
        &[("other_matter", "agreed")],
    );
    // When, and not what.
    says("وأعلن المبعوث أن الحكومة وافقت على دمج القوات قبل قيام الانتخابات.", &[("other_matter", "agreed")]);
    says("وظل ملف الموقوفين معلقاً إلى الجولة المقبلة.", &[("other_matter", "pending")]);
    // The matter that was named before.
    says("وعن التفاوض المباشر قال المبعوث إن الوفود لم تتفق عليه.", &[("direct_talks", "not agreed")]);
    says("وقال المبعوث إن الوفود لم تتفق عليه.", &[]);
    // Which problem is not told.
    says("وقال الباحث إن المؤتمر أجل المشكلة ولم يحلها.", &[]);
}

#[test]
fn what_was_agreed_some_time_ago_is_no_outcome() {
    says("واتفقت اللجنة في وقت سابق من الشهر على إعادة فتح الطريق الساحلي.", &[]);
    says("واتفقت اللجنة في وقت سابق اليوم على إعادة فتح الطريق الساحلي.", &[("other_matter", "agreed")]);
}

#[test]
fn what_an_agreement_provides_for() {
    says("وتوصل الجانبان إلى اتفاق يقضي بإعادة فتح المطار.", &[("airport_reopening", "agreed")]);
    says(
        "ووقع الوفدان اتفاقا يقضي بتبادل جثامين القتلى وفتح الطريق الساحلي.",
        &[("bodies_exchange", "agreed"), ("roads_opening", "agreed")],
    );
    says("أعلنت الأمم المتحدة توقيع اتفاق يقضي بالإفراج عن القاضي سالم الحربي.", &[("other_matter", "agreed")]);
    says("وقال المبعوث إن الاتفاق يقضي بسحب السلاح الثقيل من محيط المدينة.", &[("other_matter", "agreed")]);
    says("ولم يتوصل الوفدان إلى اتفاق يقضي بإعادة فتح المطار.", &[("airport_reopening", "not agreed")]);
    says("ويسعى المبعوث إلى التوصل إلى اتفاق يقضي بإعادة فتح المطار.", &[]);
    says("ورفض الوفد التوقيع على أي اتفاق يقضي بتقسيم المدينة.", &[("other_matter", "not agreed")]);
}

#[test]
fn what_something_is_for_or_depends_on_is_no_outcome() {
    says("واتفق الجانبان على تبادل الورقتين كتابة للتوصل إلى وقف إطلاق النار.", &[("other_matter", "agreed")]);
    says("وأكد الوزير أن لقاء الرئيسين مشروط بالتوصل إلى اتفاق نهائي.", &[]);
    says("وقال رئيس الوفد إنه ليس من المهم صدور بيان ختامي.", &[]);
    says("وحمّل الوفد الحكومة مسؤولية فشل الجولة التي كان مقررا أن يتم التوصل خلالها إلى اتفاق على تبادل الأسرى.", &[]);
    says("وأدت مشاركة غير مسبوقة إلى اتفاق الأطراف على جدول الأعمال.", &[]);
}

#[test]
fn a_signing_that_is_put_off() {
    says("وأعلنت الوساطة إرجاء التوقيع على الاتفاق إلى يوم الاثنين.", &[("agreement_signing", "pending")]);
    says("وأعلنت الوساطة تأجيل مراسم توقيع الاتفاق إلى يوم الاثنين.", &[("agreement_signing", "pending")]);
    says("وأعلنت الوساطة إلغاء توقيع الاتفاق.", &[("agreement_signing", "not agreed")]);
    says("وطالبت الحركة بتأجيل توقيع الاتفاق.", &[]);
}

#[test]
fn a_side_that_announces_in_a_headline_claims() {
    says("حركة حماس تؤكد التوصل إلى اتفاق على تبادل الأسرى\n\nعقدت أمس جلسة قصيرة.", &[]);
    says("الأمم المتحدة تعلن التوصل إلى اتفاق على تبادل الأسرى\n\nعقدت أمس جلسة قصيرة.", &[("prisoner_exchange", "agreed")]);
}

#[test]
fn who_decides_stands_before_the_verb() {
    says("وأعلن المبعوث أن الوفدين قررا عقد لقاء آخر خلال شهر.", &[("another_meeting", "agreed")]);
    says("وقال المبعوث إن المندوبين قرروا إنشاء صندوق لإعادة الإعمار.", &[("other_matter", "agreed")]);
    says("وأعلن المبعوث أن الحكومة قررت إنشاء صندوق لإعادة الإعمار.", &[]);
    says("وقال مصدر إن الحركة قبلت بحث ملف السجون.", &[("other_matter", "agreed")]);
    says("وأعلن المبعوث عن اتفاق البلدين على فتح المعابر.", &[("crossings_opening", "agreed")]);
    says("اتفقت الدول الضامنة للمسار حول سوريا، اليوم الجمعة، على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
}

#[test]
fn failures() {
    says("وأعلن المبعوث فشل المشاورات بشأن ملف الأسرى.", &[("talks_progress", "not agreed")]);
    says("وغادر الوفد المدينة بعد فشل المشاورات.", &[]);
    says("وأعلن المتحدث اختتام الجولة وفشلها في إنجاز تبادل الأسرى.", &[("prisoner_exchange", "not agreed")]);
    says(
        "وقال المبعوث إن المحادثات انتهت دون إحراز أي تقدم أو حتى الاتفاق على موعد للجولة القادمة.",
        &[("talks_progress", "not agreed"), ("next_round_date", "not agreed")],
    );
    says("وقالت الجماعة إن تبادل الأسرى سيتم خلال ثلاثة أيام.", &[("prisoner_exchange", "pending")]);
    says("وأعلنت الجماعة عن مبادرة لحل الأزمة سيتم طرحها على الوسطاء.", &[]);
}

#[test]
fn what_was_before_and_what_is_tied_to_a_condition() {
    says("وسبق أن اتفق الطرفان على فتح الطرق.", &[]);
    says("وفي كانون الثاني، اتفق الطرفان على تبادل الأسرى.", &[]);
    says("ووافقت الحركة على تمديد الهدنة شرط فتح الطرق.", &[("truce_extension", "pending")]);
    says("واتفق الجانبان على تمديد الهدنة من دون أي شرط.", &[("truce_extension", "agreed")]);
    says("وقال الوزير إن بلاده لن توقع على الاتفاق.", &[]);
}

#[test]
fn the_end_of_a_truce() {
    says("وانتهت الهدنة مساء الأحد من دون تمديدها.", &[("truce_extension", "not agreed")]);
    says("وانتهت أمس مدة الهدنة ولم يتفق الطرفان على تمديدها.", &[("truce_extension", "not agreed")]);
    says("وانتهت الجلسة من دون تمديدها.", &[]);
    says("وانهارت الهدنة بعد ساعات.", &[("truce_slot", "not agreed")]);
}

#[test]
fn talks_that_a_clause_tells_of_part_nothing() {
    says("واتفق الوفدان خلال مشاورات أجريت في عمان على تبادل الجثامين.", &[("bodies_exchange", "agreed")]);
    says("وتوصل الوفدان، خلال مشاورات أجريت في عمان، إلى اتفاق يقضي بتبادل الجثامين.", &[("bodies_exchange", "agreed")]);
    says(
        "واتفق المشاركون على مواصلة المشاورات دون تحديد موعد للجولة المقبلة.",
        &[("other_matter", "agreed"), ("next_round_date", "pending")],
    );
    says("وقال المبعوث إن الوفدين لم يصلا إلى أي اتفاق.", &[("any_agreement", "not agreed")]);
}

#[test]
fn what_is_said_not_to_exist() {
    says("ونفى المبعوث وجود أي صفقة تتيح للجيش دخول المدينة.", &[("secret_deal", "denied")]);
    says("ونفى رئيس الوفد محمد علوش وجود أي اتفاق ولو جزئيا.", &[("any_agreement", "denied")]);
    says("وقال المبعوث إن اللقاء كان مفيدا، نافيا وجود أي حوار مع الجماعة.", &[("dialogue_slot", "denied")]);
    says("ونفى المبعوث أن تكون هناك صفقة مع الجماعة.", &[("secret_deal", "denied")]);
    says("وأكد المبعوث وجود صفقة مع الجماعة.", &[]);
    says("وأكد المبعوث عدم وجود أي صفقة.", &[("secret_deal", "not agreed")]);
    says("ونفى المبعوث وجود خلافات بين الوفود.", &[]);
    says("ونفى المبعوث وجود اتفاق على تبادل الأسرى.", &[("prisoner_exchange", "denied")]);
}

#[test]
fn what_stood_in_the_way() {
    says("وقال رئيس اللجنة إن عقبات حالت دون تبادل الأسرى.", &[]);
    says("وانتهت الجلسة دون تبادل الأسرى.", &[("prisoner_exchange", "not agreed")]);
    says("وقال رئيس اللجنة إنه تم التفاهم خلال الجلسات على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
    says("وقال المبعوث إنه لم يجر تحديد موعد جديد.", &[("new_date", "pending")]);
}

#[test]
fn what_they_differ_on() {
    says("وتبادل الوفدان القوائم ثم اختلفا على تعريف المفقود.", &[("other_matter", "not agreed")]);
    says("واختلف المراقبون على أسباب الحرب.", &[]);
}

#[test]
fn who_is_stuck_is_no_matter() {
    says("ولا يزال الوفد عالقا في المطار.", &[]);
    says("ولا يزال ملف الرواتب عالقا.", &[("other_matter", "pending")]);
}

#[test]
fn another_clause_is_another_matter() {
    says("وقال المبعوث إن إعلان الجماعة تشكيل هيئة لإدارة المدينة \"خطوة تعرقل الانتخابات\".", &[]);
    says("وأضاف المبعوث أن إعلان الجماعة تشكيل هيئة لإدارة المدينة \"خطوة مخالفة لأحكام الدستور\".", &[]);
    says("وكتب رئيس الوفد أن أي تسوية لا تبدأ بالتوافق على الحكومة محكوم عليها بالفشل.", &[]);
    says("اختتام الحوار باتفاق على محكمة قضايا الانتخابات\n\nعقدت أمس جلسة قصيرة.", &[("other_matter", "agreed")]);
}

#[test]
fn all_the_guarantors_together() {
    says("وتعهد الضامنون بفتح المعبر أمام القوافل.", &[("crossings_opening", "agreed")]);
    says("وجاء في البيان أن الضامنين قرروا نشر مراقبين على حدود المنطقة.", &[("other_matter", "agreed")]);
}

#[test]
fn agreements_told_by_a_document() {
    says("ونص البيان على اتفاق الدول الثلاث على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
    says("وكان الاتفاق الوحيد هو تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
    says("وعقدت جلسة مغلقة مما أسفر عن اتفاق لتبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
    says("وقال المبعوث إن المفاوضات التي جرت أسبوعا برعاية المنظمة وصلت إلى طريق مسدود.", &[("talks_progress", "not agreed")]);
}

#[test]
fn the_release_of_one_person() {
    says(
        "أعلن المجلس والحركة التوصل إلى تفاهم يقضي بالإفراج عن الصحفي سامر البديري مقابل عشرين أسيرا.",
        &[("release_general", "agreed")],
    );
    says("وتم الاتفاق على أن يتم الإفراج عن الطبيب نبيل العطار قبل العيد.", &[("release_general", "agreed")]);
    says("وتم التوافق على أن يتم فتح الطرق قبل العيد.", &[("roads_opening", "agreed")]);
    says("وأوضح عبد القادر المرتضى أن الاتفاق ينص على إطلاق العطار مقابل ثلاثين أسيرا.", &[("other_matter", "agreed")]);
    says("انسحب الجيش من البلدة على أن يتم تبادل الأسرى لاحقا.", &[]);
}

#[test]
fn what_a_round_ended_with_announcing() {
    says(
        "اختتمت الجولة بإعلان الدول الضامنة الثلاث، روسيا وتركيا وإيران، عقد ما سمي \"مؤتمر الحوار الوطني\".",
        &[("dialogue_congress", "agreed")],
    );
    says("انتهت الجولة بإعلان الوفود تشكيل لجنة مشتركة للمياه.", &[("committee_formation", "agreed")]);
    says("انتهت الجولة بإعلان فشل المحادثات.", &[("talks_progress", "not agreed")]);
    says("طالبت الحركة بإعلان عقد مؤتمر الحوار الوطني.", &[]);
}

#[test]
fn what_each_of_several_documents_is_about() {
    says(
        "وأقر الوزراء وثيقتين، أولاهما تتعلق بتبادل الأسرى، والثانية بترميم شبكة المياه.",
        &[("prisoner_exchange", "agreed"), ("other_matter", "agreed")],
    );
    says(
        "واعتمد الوزراء ورقتين، الأولى بشأن تبادل الأسرى، والثانية تنص على فتح المعابر.",
        &[("prisoner_exchange", "agreed"), ("crossings_opening", "agreed")],
    );
    says(
        "ولم يقر الوزراء وثيقتين، أولاهما تتعلق بتبادل الأسرى، والثانية بفتح المعابر.",
        &[("prisoner_exchange", "not agreed"), ("crossings_opening", "not agreed")],
    );
}

#[test]
fn a_statement_that_is_read_out() {
    says("وتلا وزير الخارجية العماني البيان الختامي أمام الصحفيين.", &[("final_statement", "agreed")]);
    says("وتلا ذلك اجتماع بحث البيان الختامي.", &[]);
    says("ورحب بالبيان الختامي الذي تلاه المندوب.", &[]);
}

#[test]
fn what_one_side_wants_of_an_agreement_is_no_outcome() {
    says("رفض حزب الأمل، في بيان، أي اتفاق لا يضمن عودة المهجرين.", &[]);
    says("ورفضت الحركة أي اتفاق يستثني الأسرى.", &[]);
    says("ورفضت الحكومة الموافقة على إطلاق سراح المعتقلين.", &[("detainee_release", "not agreed")]);
}

#[test]
fn an_agreement_of_any_kind_is_told_with_what_it_is_on() {
    says("لم يتوصل الوفدان إلى أي تفاهم بشأن مطار المدينة.", &[("other_matter", "not agreed")]);
    says("لم يتوصل الوفدان إلى أي تفاهم.", &[("any_agreement", "not agreed")]);
    says("لم يتوصل الوفدان إلى أي اتفاق على تبادل الأسرى.", &[("prisoner_exchange", "not agreed")]);
}

#[test]
fn what_all_settled_for_and_what_was_decided() {
    says("واكتفى الطرفان بإعلان تفاهمات يقضي بتشكيل لجنة مشتركة، وتقدم تقريرا عن عملها.", &[("committee_formation", "agreed")]);
    says("واكتفى الطرفان بتبادل الاتهامات.", &[]);
    says("وتقرر نقل لجنة التنسيق إلى مدينة عدن.", &[("other_matter", "agreed")]);
    // What stands deeper is another matter, and she may decide herself.
    says("وتقرر فرض قيود على دخول المصلين إلى الحرم.", &[]);
    says("وهي نتائج جعلت الإدارة تقرر نقل المدرب إلى مدينة عدن.", &[]);
}

#[test]
fn what_collapsed_before_is_not_what_was_signed() {
    says("ويختلف الاتفاق عن هدن سابقة انهارت كلها في أنه ممهور بتوقيع الطرفين ومدعوم بآلية مراقبة.", &[]);
}

#[test]
fn how_long_something_has_been_dates_no_outcome() {
    let text = "وعن المدينة المحاصرة منذ أكثر من عامين اتفق الطرفان على تشكيل لجنة مشتركة.";
    says(text, &[("committee_formation", "agreed")]);
}

#[test]
fn where_a_matter_goes_is_not_the_matter() {
    says("وقال سيرغي لافروف إن البند رُحّل إلى اجتماع الخبراء.", &[]);
    says("وأحيل ملف المطارات إلى الجولة المقبلة.", &[("other_matter", "pending")]);
    says("ورُحّل ملف المعتقلين إلى اجتماع جديد، من دون جدول زمني.", &[("other_matter", "pending")]);
    says("أما إعادة فتح المطار فقد رحلت إلى جولة أخرى.", &[("airport_reopening", "pending")]);
}

#[test]
fn a_verb_with_the_letters_of_progress_is_none() {
    says("ومن المنتظر أن تقدم المبعوثة إحاطة إلى مجلس الأمن.", &[]);
    says("ولم تحرز المحادثات أي تقدم.", &[("talks_progress", "not agreed")]);
}

#[test]
fn what_is_said_in_their_statement_tells_that_there_is_one() {
    says("وشددت الدول الضامنة، في بيانها الختامي الصادر اليوم، على وحدة البلاد.", &[("final_statement", "agreed")]);
    says("ودعا المبعوث الدول إلى أن تشدد في بيانها الختامي على وحدة البلاد.", &[]);
}

#[test]
fn an_object_told_before_and_who_was_to_act_are_not_the_matter() {
    says("وقال سيرغي لافروف إن الجانبين ألغياه بعد أن خرق الوفد البروتوكول.", &[]);
    says("وأخفق المبعوث في دفع اللجنة الدستورية إلى بدء الصياغة.", &[]);
    says("وأخفق الوفدان في تشكيل اللجنة الدستورية.", &[("constitutional_committee_formation", "not agreed")]);
}

#[test]
fn progress_of_other_things_is_none_of_the_talks() {
    says("وقال مسؤول إن الوحل وانهيار الجسر يعيقان تقدمها.", &[]);
    says("وقالت المنظمة إن القافلة تأخرت وإن الألغام تعرقل تقدمها.", &[]);
    says("وقال مسؤول إن المحادثات متعثرة وإن الخلافات تعيق تقدمها.", &[("talks_progress", "not agreed")]);
}

#[test]
fn progress_in_some_files_is_told_of_them() {
    says("انتهت الجولة دون تقدم في ملفي الأسرى والطرق.", &[("other_matter", "not agreed")]);
    says("ولم يحرز الوفدان تقدما في ملف السجون السرية.", &[("other_matter", "not agreed")]);
    says("انتهت المحادثات دون إحراز أي تقدم بشأن الملفات المطروحة.", &[("talks_progress", "not agreed")]);
    says("حققت الجولة تقدما في ملف السجون السرية.", &[("talks_progress", "agreed")]);
}

#[test]
fn an_aim_is_no_outcome() {
    says("وانطلقت المحادثات بهدف التوصل إلى خطة تفضي إلى انتخابات عامة.", &[]);
    says("وأكد رئيس الوفد تأييد بلاده للمبادرة الروسية حول إنشاء مناطق خفض التصعيد.", &[]);
    says("وأعلن سيرغي لافروف إنشاء مناطق خفض التصعيد.", &[("de_escalation_zones", "agreed")]);
    says("ومن المتوقع أن تنضم الفصائل إلى المذكرة.", &[]);
    says("ومن المتوقع أن توقع الأطراف على المذكرة غدا.", &[("memorandum", "pending")]);
}

#[test]
fn talk_of_a_failure_is_none() {
    says("وأكد السفير أن الحديث عن فشل الجولة مبالغ فيه.", &[]);
    says("وأكد سيرغي لافروف فشل الجولة.", &[("talks_progress", "not agreed")]);
}

#[test]
fn how_often_talks_were_put_off_is_no_matter() {
    says("وانطلقت الجولة التي تأجلت مرتين هذا العام بسبب الوباء.", &[]);
    says("وانطلقت الجولة بعدما تأجلت ثلاث مرات.", &[]);
    says("وتأجلت الجولة إلى الشهر المقبل.", &[("talks_postponement", "pending")]);
}

#[test]
fn documents_that_a_round_ended_with() {
    says(
        "انتهت مساء أمس الجولة الرابعة بإقرار وثيقتين تتعلقان بالأسرى وفتح الطرق، فيما أرجئ البيان.",
        &[("other_matter", "agreed")],
    );
    // `الأولى` behind a preposition opens no part.
    says(
        "واعتمدت الدول الضامنة وثيقتين، الأولى حول تشكيل لجنة للطرق، والثانية حول توزيع الخبز، وأدخل الوفد على الأولى تعديلا يخص المهل.",
        &[("other_matter", "agreed"), ("other_matter", "agreed")],
    );
    says("وأدلى الوفد بإقرار وثيقتين تتعلقان بالأسرى.", &[]);
}

#[test]
fn a_slot_in_the_name_of_a_body_is_no_matter() {
    says("وقال المبعوث إن الجنرال وافق على رئاسة لجنة إعادة الانتشار.", &[]);
    says("وتم الاتفاق على إعادة انتشار القوات.", &[("redeployment", "agreed")]);
}

#[test]
fn each_matter_that_was_not_agreed() {
    says(
        "ولم يتفق الوفدان على فتح المطار ولا على توحيد البنك المركزي.",
        &[("airport_reopening", "not agreed"), ("other_matter", "not agreed")],
    );
}

#[test]
fn a_reason_an_expectation_and_a_pledge_said_again_are_none() {
    says("وقال محمد علوش إن التفاهم ناقص لأن الجانب الآخر رفض وقفا لإطلاق النار في المحافظة.", &[]);
    says("إلا أن سيرغي لافروف رجح للوكالة تأجيلها إلى مطلع مارس.", &[]);
    says("وأعلن المتحدث رصد خروقات، مجددا التزام الجيش بوقف إطلاق النار.", &[]);
    says("وقال محمد علوش إن النص لا يتضمن كلمة واحدة عن مصير المعتقلين.", &[("other_matter", "not agreed")]);
}

#[test]
fn who_is_unable_to_agree_has_not_agreed() {
    says("وقال غينادي غاتيلوف إن المعارضة \"غير قادرة على التوصل إلى اتفاق\" بسبب خلافاتها.", &[]);
    says("وأضاف أن الطرفين عاجزان عن الاتفاق على وقف إطلاق النار.", &[]);
    says("ورحبت بكين بالاتفاق على لسان المتحدث باسم الخارجية.", &[]);
}

#[test]
fn what_is_no_matter_of_its_own() {
    // What something is put on, whose doors stay open, what one side did instead, what a mediator says that they have.
    says("وقال غينادي غاتيلوف إن المعارضة أبلغته موافقتها على إدراج ملف الأسرى في جدول الأعمال.", &[]);
    says("وتعهد الرئيس بأن تبقى أبواب المدينة مفتوحة.", &[]);
    says("وقال محمد علوش إن الوفد لم ينسحب وإنما علق المفاوضات المباشرة.", &[]);
    says("ستافان دي ميستورا يختتم الجولة بجدول أعمال واضح.", &[]);
    says("وعلقت الأمم المتحدة المفاوضات أسبوعين.", &[("talks_suspension", "agreed")]);
}

#[test]
fn whose_denial_and_whose_consent() {
    // A denial that no statement has is no agreement.
    let source = "لكن مصدرا رفيعا في الوفد، طلب حجب اسمه لأنه غير مخول،";
    says(&format!("{source} نفى لـ«الشرق الأوسط» أن تكون الحكومة قد وافقت على وقف إطلاق النار."), &[]);
    says("ونفى سيرغي لافروف أن تكون الحكومة قد وافقت على وقف إطلاق النار.", &[("ceasefire_slot", "denied")]);
    says("وأعلن دي ميستورا أن روسيا أبلغته بموافقة الحكومة على هدنة في المنطقة، وهي هدنة لم تصمد يوما.", &[]);
    says("تبادل قوائم الأسرى وتعثر في ملف المطار", &[]);
    says("تعثر تبادل قوائم الأسرى.", &[("exchange_of_prisoner_lists", "not agreed")]);
}

/// The topic of each outcome; empty where it has none.
#[track_caller]
fn about(text: &str, expected: &[&str]) {
    let (article, analysis, _) = built_in(text);
    let part = |(a, b): (u32, u32)| &article.text[a as usize..b as usize];
    let found: Vec<&str> = analysis.outcomes.iter().map(|o| o.topic.map_or("", part)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn of_what_the_sentence_says_first() {
    about("وفي ما يخص تعز، أكد محمد عبد السلام أنه لم يُتفق على وقف لإطلاق النار.", &["تعز"]);
    about("وفي ما يخص تعز، لم يُتفق على وقف لإطلاق النار.", &["تعز"]);
    about("وفيما يتعلق بملف المعتقلين، نفى محمد علوش التوصل إلى أي اتفاق.", &["ملف المعتقلين"]);
    // What is agreed tells it.
    about("وبشأن الأسرى، اتفق الطرفان على تبادل الأسرى.", &[""]);
    about("ولم يُتفق على وقف لإطلاق النار في ما يخص تعز.", &[""]);
}

#[test]
fn what_is_acknowledged_is_not_adopted() {
    says("وأقر سيرغي لافروف بأن الوثيقة الخاصة بتبادل الأسرى لم تُعتمد، بسبب عدم الجاهزية.", &[("other_matter", "not agreed")]);
    says("وأقر المجلس الخطة.", &[]);
    says("ولم تُعتمد وثيقة تبادل الأسرى.", &[("prisoner_exchange", "not agreed")]);
    says("والمجتمعون لم يعتمدوا البيان الختامي.", &[("final_statement", "not agreed")]);
}

#[test]
fn what_is_welcomed_had_come_about_before() {
    says("ورحّب البيان بعملية التبادل التي جرت في 16 ديسمبر قرب المدينة، وأُفرج خلالها عن 10 محتجزين.", &[]);
    says("ورحبت الدول الضامنة بالاتفاق على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
}

#[test]
fn to_what_something_is_put_off() {
    says("وأُرجئت إلى الجولة المقبلة، أواخر أكتوبر، وثيقتا المعتقلين ونزع الألغام.", &[]);
    says("وأُرجئت الجولة المقبلة إلى أواخر أكتوبر.", &[("next_round", "pending")]);
}

#[test]
fn a_subject_of_a_paper_and_of_the_talks() {
    says("وقال دبلوماسي غربي إن الوثيقة تتناول شكل الدولة وعودة اللاجئين.", &[]);
    says("وقال متحدث إن موضوع مسودة الدستور سيكون بين المسائل المطروحة للنقاش.", &[]);
    says("وقال بشار الجعفري إن المحادثات لم تتمخض عن أي اتفاق جديد.", &[("new_agreement", "not agreed")]);
}
