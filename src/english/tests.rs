//! Fixtures of the gloss: what must come out, what must never.

use super::{Ask, Gloss, Reader, gloss};
use crate::analysis::Mention;
use crate::arabic::token;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load;
use crate::glossary::matcher::{Found, Matcher};

thread_local! {
    static GLOSSARY: Lexicon = Lexicon::new(load::builtin());
}

fn gloss_of(text: &str) -> Gloss {
    GLOSSARY.with(|glossary| {
        let mut matcher = Matcher::new(glossary);
        matcher.begin();
        let (mut tokens, mut found) = (token::tokens(text), Found::default());
        matcher.find(text, &mut tokens, &mut found);
        let mentions: Vec<Mention> = found
            .matches
            .iter()
            .map(|m| Mention { start: m.start, end: m.end, entry: glossary.forms[m.form as usize].entry })
            .collect();
        let all = 0..text.len() as u32;
        let ask = Ask {
            text,
            sentence: all.clone(),
            range: all,
            mentions: &mentions,
            dates: &[],
            names: &[],
            said: None,
            speaker: None,
        };
        gloss(&ask, &Reader::new(glossary))
    })
}

fn english(text: &str) -> String {
    gloss_of(text).text
}

#[test]
fn worked_examples() {
    let mut wrong: Vec<String> = Vec::new();
    for (ar, en) in [
        (
            "لم يصدر بيان ختامي نتيجة الموقف التركي المتعنت",
            "No final statement was issued as a result of the intransigent Turkish position",
        ),
        ("دون التوصل إلى اتفاق على تثبيت وقف إطلاق النار", "Without reaching an agreement on consolidating the ceasefire"),
        ("شدد الوفد على رفض المعارضة لأي دور لإيران", "The delegation stressed the opposition’s rejection of any role for Iran"),
        ("لن يحضر الوفد المحادثات", "The delegation will not attend the talks"),
        (
            "أعلن وزير الخارجية الروسي سيرغي لافروف أن بلاده تدعم المحادثات",
            "Russian Foreign Minister Sergey Lavrov announced that his country supports the talks",
        ),
        ("لم يتم التوصل إلى اتفاق", "An agreement was not reached"),
        ("أخفق وفدا النظام والمعارضة في إحراز أي تقدم", "The regime and opposition delegations failed to make any progress"),
        ("والاجتماع هو الثاني", "The meeting is the second"),
        ("أشار الوفد إلى إمكانية عقد لقاءات ثنائية", "The delegation noted the possibility of holding bilateral meetings"),
        ("يجب على أنقرة سحب قواتها من سوريا", "Ankara must withdraw its forces from Syria"),
        (
            "قال الوزير إنه من غير المتوقع أن يعقد الوفد اجتماعا",
            "The Minister said that the delegation is not expected to hold a meeting",
        ),
        (
            "أفاد المصدر بأن المحادثات ستعقد في جنيف في 23 شباط/فبراير 2017",
            "The source reported that the talks will be held in Geneva on 23 February 2017",
        ),
        (
            "كان وفد المعارضة أعلن أنه سيشارك في المحادثات",
            "The opposition delegation had announced that it will take part in the talks",
        ),
    ] {
        let got = english(ar);
        if got != en {
            wrong.push(format!("{ar}\n   {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every negator through every frame: as many negations in the English as in the Arabic, and never none.
#[test]
fn no_negation_is_lost() {
    let negated = [
        "لم يحضر الوفد الاجتماع",
        "لم يصدر بيان ختامي",
        "لن يشارك الوفد في المحادثات",
        "لا يدعم الوفد الاتفاق",
        "ليس الاتفاق نهائيا",
        "ليست المحادثات مباشرة",
        "انتهى الاجتماع دون اتفاق",
        "انتهى الاجتماع بدون التوصل إلى اتفاق",
        "انتهى الاجتماع من دون أن يصدر بيان",
        "غادر الوفد بلا اتفاق",
        "تأجل الاجتماع لعدم حضور الوفد",
        "يؤكد الوفد عدم مشاركته في الاجتماع",
        "الاجتماع غير رسمي",
        "من غير المتوقع أن يحضر الوفد",
        "لم يعد الوفد يشارك في المحادثات",
        "لا يمكن أن يقبل الوفد الاتفاق",
        "لا يوجد اتفاق",
        "لا اتفاق في أستانا",
        "نفى الوفد التوصل إلى اتفاق",
        "رفض الوفد المشاركة في الاجتماع",
        "أخفق الوفد في إحراز تقدم",
        "فشل الوفد في التوصل إلى اتفاق",
        "امتنع الوفد عن حضور الاجتماع",
        "منع الجيش دخول المساعدات",
        "يجب ألا يشارك الوفد",
        "لم تحقق الجولة التي عقدت في أستانا أي تقدم",
        "الوفد الذي لم يحضر الاجتماع",
        "تعهدات لم تنفذها موسكو",
        // passives
        "لم يُعقد الاجتماع",
        "لم تعقد الجلسة",
        "لن يوقع الاتفاق",
        "لا ينفذ الاتفاق",
        "لم يتم الاتفاق على الوثيقة",
        "بنود لم يتم الاتفاق عليها",
        // duals
        "لم يجر الوفدان محادثات مباشرة",
        "الوفدان لم يلتقيا",
        "لن يوقعا على الوثيقة",
        "وفدا الحكومة والمعارضة لم يتفقا",
        // those who did not, what must not, still not
        "الباب مفتوح أمام من لم يوقعوا",
        "على الأطراف ألا تقدم تنازلات",
        "لا يجوز أن يؤجل الاجتماع",
        "لم يعد الاتفاق ساريا",
        "لم تقرر المعارضة بعد",
        "كانت الجولات السابقة لم تثمر عن نتائج",
        "أما الوفد فلم يحضر",
        "وصف الوزير القرار بأنه غير شرعي",
        "لم يوقع الوفد ولن يوقع",
        "ليس هناك اتفاق",
    ];
    let mut lost = Vec::new();
    let frames = [
        "{}",
        "{}.",
        "قال الوزير إن {}",
        "وأضاف أن {}",
        "فيما {}",
        "أعلن مصدر في المعارضة، الثلاثاء، أن {}",
        "إلا أن {}",
        "قال: «{}»",
        "وبحسب المصدر فإن {}",
        "{}، مشيرا إلى أن الاجتماع تأجل",
        "يذكر أن {}",
        "إذا {}",
        "كما {}",
        "الوزير الذي قال إن {}",
        "جاء في البيان أن {}",
        "أما المتحدث فقال إن {}",
        "قال الوزيران إن {}",
        "ذُكر أن {}",
        "وأضاف: \"{}\"",
        "«{}»، قال الوزير",
        "وصف المبعوث الجولة بأنها مهمة، مضيفا أن {}",
    ];
    for clause in negated {
        for frame in frames {
            let text = frame.replace("{}", clause);
            let g = gloss_of(&text);
            if g.negations.0 == 0 || g.negations.0 != g.negations.1 {
                lost.push(format!("{text}\n   {g:?}"));
            }
        }
    }
    assert!(lost.is_empty(), "{} lost\n{}", lost.len(), lost.join("\n"));
}

/// Negation is not made up.
#[test]
fn no_negation_is_added() {
    for text in ["ما زال الوفد يشارك في المحادثات", "لا يزال الاتفاق ساريا", "حضر الوفد وغيره الاجتماع", "أعلن الوفد مشاركته"]
    {
        assert_eq!(gloss_of(text).negations, (0, 0), "{text}: {}", english(text));
    }
}

/// Lines that once misled.
#[test]
fn never_again() {
    for (ar, never) in [
        // The object of what somebody signed is no actor.
        ("تجري المحادثات برعاية روسيا", "hold"),
        ("عقدت الجولة الثانية في أستانا", "round held"),
        ("أعلن الوفد الذي يمثل المعارضة أنه لم يصدر بيان ختامي", "it did not issue"),
        ("قال المتحدث إن المحادثات التي تقودها الأمم المتحدة ستبدأ", "lead the United"),
        ("أكد الوزير أن بلاده كانت تدعم الاتفاق", "as if"),
    ] {
        let en = english(ar);
        assert!(!en.contains(never), "{ar}: {en}");
    }
}

/// A line of unknown words shows terms only.
#[test]
fn little_known_is_terms_only() {
    let g = gloss_of("شقشق الزعنفان طربوشه لم قنزعة البخنق");
    assert!(g.rules == ["terms only"] && g.text.contains("[not]"), "{g:?}");
}

#[test]
fn any_range_of_any_text_is_glossed() {
    for text in [
        "",
        " ",
        "؟!",
        "abc لم",
        "«»",
        "2254",
        "في",
        "الذي",
        "أن",
        "غير",
        "لم",
        "كان",
        "يجب على",
        "تم",
        "و",
        "لا",
        "من غير",
        "هذا",
        "«لم» \"",
        "٢٣ شباط",
    ] {
        let _ = gloss_of(text);
    }
}
