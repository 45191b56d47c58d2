use super::*;
use crate::arabic::fold::fold;
use Kind::{Byline, Furniture, Heading, Sentence as S, SourceLine, Title};
use proptest::prelude::*;

/// A glossary of a few words.
struct Few {
    verbs: Vec<Vec<u8>>,
    words: Vec<Vec<u8>>,
}

impl Few {
    fn new() -> Self {
        let list = |s: &str| s.split(' ').map(fold).collect();
        Self {
            verbs: list("قال قالت أعلن أكد عقدت كشف وصل وصف بدأت"), words: list("جنيف لجنيف المعارضة النظام القمة للقمة")
        }
    }
}

impl Words for Few {
    fn opens_clause(&self, folded: &[u8]) -> bool {
        self.verbs.iter().any(|v| v == folded)
    }

    fn known(&self, folded: &[u8]) -> bool {
        self.words.iter().chain(&self.verbs).any(|w| w == folded)
    }
}

fn cut<'t>(text: &'t str, words: &impl Words) -> Vec<(Kind, &'t str)> {
    sentences(text, words).iter().map(|s| (s.kind, s.text(text))).collect()
}

/// Asserts that `text` is cut at each `|`, which is taken out, and holds nothing but sentences.
#[track_caller]
fn running(marked: &[&str]) {
    for text in marked {
        let plain = text.replace('|', "");
        let want: Vec<&str> = text.split('|').map(str::trim).collect();
        let got: Vec<&str> = cut(&plain, &Few::new()).into_iter().map(|(_, t)| t).collect();
        assert_eq!(got, want, "{plain}");
        assert!(cut(&plain, &Few::new()).iter().all(|(k, _)| *k == S), "{plain}");
    }
}

#[test]
fn the_first_paragraph_of_several_may_be_the_headline() {
    let line = "خلاف جديد في القمة على المقاعد";
    assert_eq!(opening(line, &NoWords)[0].kind, Title);
    assert_eq!(sentences(line, &NoWords)[0].kind, S);
    assert_eq!(opening("غادر الوزير القاعة.", &NoWords)[0].kind, S);
}

#[test]
fn an_end_mark_ends_a_sentence_with_and_without_a_blank() {
    running(&[
        "وصل الوفد أمس. |وغادر اليوم.",
        "وصل الوفد.|وغادر اليوم",
        "وقع على القرار 2254.|وقال إنه راض.",
        "أقر المجلس \"القرار 2254\".|دعا الوزير إلى تنفيذه.",
        "حضر الجولة 3. |وقال إنه متفائل.",
        "هل وصل الوفد؟ |نعم! |وصل أمس؟! |ثم غادر.",
        "انتهى اللقاء . |وبدأ آخر .",
        "قال .|وأضاف.",
    ]);
}

#[test]
fn commas_and_semicolons_do_not() {
    running(&["وصل الوفد، وغادر؛ ثم عاد, وبقي; أياما: ثلاثة."]);
}

#[test]
fn stray_commas_belong_to_no_sentence() {
    assert_eq!(
        cut("وصل الوفد., وغادر.,  , ثم عاد. وبقي.,", &NoWords),
        [(S, "وصل الوفد."), (S, "وغادر."), (S, "ثم عاد."), (S, "وبقي."),]
    );
    let text = "وصل الوفد., وغادر.,  , ثم عاد. وبقي.سافر";
    let got: Vec<_> = sentences(text, &NoWords).iter().map(|s| (s.paragraph, s.joint)).collect();
    assert_eq!(got, [(0, Joint::Line), (1, Joint::Commas), (2, Joint::Commas), (2, Joint::Blank), (3, Joint::Glued),]);
}

#[test]
fn abbreviations_are_no_ends() {
    running(&[
        "التقى د. سالم وأ.د. وليد وم. خالد في مقر أ.ف.ب أمس.",
        "نقلت ا.ف.ب عن د.سالم قوله إنه بخير.",
        "عنوانه ص.ب. 123 في المدينة.",
        "قالت سي. آي. إيه إنها لا تعلم.",
        "قال J. K. Smith من U.S. Steel شيئا.",
        "نشرته أ.ف.ب. |وأضافت أن الوفد وصل.",
        "ولد عام 1770 م. |وتوفي بعدها.",
        "بحثوا الماء والغذاء الخ. من الأمور.",
        "بحثوا الماء والغذاء إلخ. |اليوم يلتقون ثانية.",
        "رافقه جورج دبليو. هارت وجون إف. ميلر.",
        "عمل في قناة إم بي سي. |ثم غادرها.",
        "لم يعرف أحد أحضر الوفد أم لا. |بعد ساعات ظهر الوزير.",
    ]);
}

#[test]
fn numbers_dates_times_and_addresses_are_no_ends() {
    running(&[
        "بلغ 3.5 و٣.٥ و۳.۵ و٣٫٥ في 12.5.2017 عند 10.30 مساء.",
        "زر www.example.com/a.html?b=c.d أو info@example.org الآن.",
        "بلغت النسبة 3. 5 في المئة.",
        "1. وصل الوفد وغادر.",
    ]);
}

#[test]
fn dots_end_a_sentence_only_where_another_begins() {
    running(&[
        "حضر الجميع.. وغابوا... ثم حضروا… مرة أخرى.",
        "حضر الجميع إلى مقر الاجتماع في المدينة أمس... |وقال الوزير إنه راض.",
        "حضر الجميع إلى القاعة ثم غادروها...",
    ]);
}

#[test]
fn where_dots_are_the_full_stops_they_end_long_sentences() {
    running(&[
        "كنا نظن أن المحادثات ستنتهي قبل حلول الصيف بقليل.. |المدهش أن الوفود ما زالت تتحدث عن البداية وحدها.. \
         |نحن بحاجة إلى من يقول للناس متى تعود الكهرباء إلى بيوتهم.. التي غادروها قبل عامين بلا عودة.. \
         |السؤال هو من يدفع ثمن هذا الصبر الطويل في نهاية الأمر.. الناس.. والناس وحدهم.. بسبب الحرب.",
        "كنا نظن أن المحادثات ستنتهي قبل حلول الصيف بقليل.. المدهش أن الوفود ما زالت تتحدث عن البداية وحدها. |ثم غادر الوفد. \
         |ثم عاد.",
    ]);
}

#[test]
fn links_behind_the_last_sentence_are_furniture() {
    let text = "وصل الوفد إلى المدينة أمس. رابط الخبر بصحيفة الساحل: الوزير: الوفد وصل من جهة أخرى";
    assert_eq!(
        cut(text, &Few::new()),
        [(S, "وصل الوفد إلى المدينة أمس."), (Furniture, "رابط الخبر بصحيفة الساحل: الوزير: الوفد وصل من جهة أخرى")]
    );
    running(&["رابط الخبر الأول غير معروف."]);
}

#[test]
fn a_paragraph_may_end_in_a_comma() {
    let text = "قال الوزير «لن نعود إلى القاعة»،\nوأكد أن الوفد باق في المدينة أياما أخرى.\nحضر اللقاء سالم،\nوليد، سامي.";
    let got: Vec<&str> = cut(text, &Few::new()).into_iter().map(|(_, t)| t).collect();
    assert_eq!(
        got,
        ["قال الوزير «لن نعود إلى القاعة»،", "وأكد أن الوفد باق في المدينة أياما أخرى.", "حضر اللقاء سالم،\nوليد، سامي."]
    );
}

#[test]
fn quotes_close_with_their_sentence_or_let_it_go_on() {
    running(&[
        "قال «وصل الوفد.» |وغادر بعدها.",
        "«وصل الوفد.» قال الوزير للصحافيين.",
        "«هل وصل الوفد؟» سأل الوزير. |نعم.",
        "سأل «هل وصل الوفد؟» في بداية اللقاء.",
        "سأل «هل وصل الوفد؟» |قال: نعم.",
        "سأل «هل وصل الوفد؟»، ثم غادر.",
        "قال \"وصل الوفد\". |وقال \"غادر\".|عاد الوفد.",
        "سأل \"أين الوفد؟\". |وغادر.",
        "قال الوزير.|\"وصل الوفد\" أمس.",
        "قال \"وصل الوفد. |وغادر\".",
        "وصل (أمس.) |وغادر.",
        "كلام غريب (!) قاله (؟) الوزير.",
        "أقر الخطة. (راجع ص 5) |وغادر.",
    ]);
}

#[test]
fn unbalanced_quotes_swallow_nothing() {
    running(&["قال \"وصل الوفد. |وغادر. |ثم عاد\". |وقال «بقي. |ثم سافر."]);
}

#[test]
fn white_space_of_any_kind_is_trimmed() {
    assert_eq!(
        cut("\u{feff}\u{a0} وصل في الـ 23\u{a0} أيار.\u{a0} وغادر. \u{200f}", &NoWords),
        [(S, "وصل في الـ 23\u{a0} أيار."), (S, "وغادر."),]
    );
    assert_eq!(cut(" \n\u{a0}\n", &NoWords), []);
    assert_eq!(cut("", &NoWords), []);
    assert_eq!(cut("وصل الوفد.\r\n\r\nوغادر.\r\n", &NoWords), [(S, "وصل الوفد."), (S, "وغادر.")]);
}

#[test]
fn lines_that_stand_alone_are_told_from_text() {
    let text = "لا جديد.. في محادثات القمة!\nدمشق - رويترز:\nأعلن الوزير أن المحادثات التي بدأت أمس ستستمر ثلاثة أيام أخرى في المدينة نفسها وبحضور الوفود كلها.\nالوزير: لا خلاف بيننا\nقال الوزير إن الوفود «ستبقى»\nاقرأ أيضا: خبر آخر\nشارك على فيسبوك\n* * *\nالخميس 16 شباط 2017\nالمصدر: الصحيفة\nا ف ب";
    assert_eq!(
        cut(text, &Few::new()),
        [
            (Title, "لا جديد.. في محادثات القمة!"),
            (Byline, "دمشق - رويترز:"),
            (S, "أعلن الوزير أن المحادثات التي بدأت أمس ستستمر ثلاثة أيام أخرى في المدينة نفسها وبحضور الوفود كلها."),
            (Heading, "الوزير: لا خلاف بيننا"),
            (S, "قال الوزير إن الوفود «ستبقى»"),
            (Furniture, "اقرأ أيضا: خبر آخر"),
            (Furniture, "شارك على فيسبوك"),
            (Furniture, "* * *"),
            (Furniture, "الخميس 16 شباط 2017"),
            (SourceLine, "المصدر: الصحيفة"),
            (Byline, "ا ف ب"),
        ]
    );
}

#[test]
fn a_dateline_belongs_to_the_sentence_on_its_line() {
    running(&[
        "دمشق - رويترز: أعلن الوزير النتيجة.",
        "عمان- (بترا) - قال الوزير إنه راض.",
        "القاهرة (د ب أ) - قال الوزير إنه راض.",
        "وصل الوفد إلى لندن – عاصمة بريطانيا – أمس.",
    ]);
    assert_eq!(
        cut("خلاف جديد في القمة دمشق (رويترز) - قال الوزير إنه راض. وغادر.", &NoWords),
        [(Title, "خلاف جديد في القمة"), (S, "دمشق (رويترز) - قال الوزير إنه راض."), (S, "وغادر."),]
    );
    assert_eq!(cut("لماذا لا تنجح القمة لندن ــ من الواضح أنها فشلت.", &NoWords)[0], (Title, "لماذا لا تنجح القمة"));
}

#[test]
fn glued_headings_need_known_halves() {
    let text = "وصل الوفد.الوزير: لا عودة لجنيفمن جهته، قال الخبير إنه راض.النظام يهاجم المعارضةفيما قال الوزير شيئا.";
    assert_eq!(
        cut(text, &Few::new()),
        [
            (S, "وصل الوفد."),
            (Heading, "الوزير: لا عودة لجنيف"),
            (S, "من جهته، قال الخبير إنه راض."),
            (Heading, "النظام يهاجم المعارضة"),
            (S, "فيما قال الوزير شيئا."),
        ]
    );
    assert_eq!(cut("وصل الوفد.الوزير: لا عودة لجنيفمن جهته، قال الخبير.", &NoWords).len(), 2);
    running(&["وصل الوفد.|بحث الانتقال السياسي أمس.", "وصل الوفد.|استقبال الأمريكان كان حافلا."]);
}

#[test]
fn inline_headings_are_nouns_before_a_clause() {
    assert_eq!(
        cut("وصل الوفد. البداية عقدت وفود ثلاثة لقاء. موقف المعارضة كشف سالم عنه.", &Few::new()),
        [(S, "وصل الوفد."), (Heading, "البداية"), (S, "عقدت وفود ثلاثة لقاء."), (Heading, "موقف المعارضة"), (S, "كشف سالم عنه."),]
    );
    running(&["وصل الوفد. |موقف المعارضة كشف عن خلاف.", "وصل الوفد. |البداية كانت صعبة."]);
    assert_eq!(
        cut("قتلى في انفجار وسط المدينة قالت مصادر أمنية إن الانفجار وقع أمس.", &NoWords)[0].1,
        "قتلى في انفجار وسط المدينة"
    );
    running(&["وفي موسكو أمس مساء قالت مصادر أمنية إن الوفد وصل."]);
}

#[test]
fn hard_wrapped_lines_are_joined_and_paragraphs_are_not() {
    let line = "قال الوزير إن الوفود التي وصلت أمس إلى المدينة ستبقى فيها";
    let text = format!("{line}\n{line}\n{line}\nحتى الغد.\n\n{line}\n{line}\nثم تغادر.");
    let got: Vec<usize> = cut(&text, &NoWords).iter().map(|(_, t)| t.lines().count()).collect();
    assert_eq!(got, [4, 3]);
    let text = format!("{line}.\n{line} غدا مع الوزير.\n{line} ثلاثة أيام أخرى على الأقل.\n{line}.\n");
    assert_eq!(cut(&text, &NoWords).len(), 4);
}

#[test]
fn list_items_are_sentences_of_their_own() {
    let text = "اتفق الوزراء في ختام اجتماعهم الذي استمر يوما كاملا على ما يأتي، بحسب نص البيان الختامي الذي وزع على الصحافيين:\n- وقف القتال\n- فتح الطرق\n1- عودة الوفود\nوغادر الوزراء بعد ذلك.";
    assert!(cut(text, &NoWords).iter().all(|(k, _)| *k == S));
    assert_eq!(cut(text, &NoWords).len(), 5);
}

#[test]
fn hostile_text_takes_linear_time() {
    let n = 50_000;
    for piece in
        [".", "\n", "«", "\"", ".\"", "؟", "(", "-", "ـ", "ا.", "1. ", "! ", ".,", "…", "أ\n", "من ", "البداية ", " ", "(1", ".)"]
    {
        let text = piece.repeat(n);
        let start = std::time::Instant::now();
        let got = sentences(&text, &Few::new());
        assert!(start.elapsed().as_secs() < 10, "{piece:?}: {} sentences in {:?}", got.len(), start.elapsed());
    }
    let nested = format!("{}قال{}", "«".repeat(10_000), "»".repeat(10_000));
    assert_eq!(sentences(&nested, &NoWords).len(), 1);
    let numbers = format!("{}{}", "(".repeat(20_000), "1. ".repeat(20_000));
    assert!(!sentences(&numbers, &NoWords).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn spans_are_in_order_and_cover_all(text in "([اوقلمةى]{1,5}|[ \u{a0}\n]|[.,،؛:!؟?…]|[\"«»()\\-–ـ]|[0-9a-z]|من جهته|دمشق|رويترز|البداية|قال|المصدر:|\\PC){0,40}") {
        let got = sentences(&text, &Few::new());
        let mut at = 0;
        for s in &got {
            let (start, end) = (s.start as usize, s.end as usize);
            prop_assert!(start >= at && end > start && end <= text.len());
            prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
            let left: String = text[at..start].chars().filter(|&c| !scan::blank(c)).collect();
            prop_assert!(left.chars().all(|c| c == ','), "{:?} left out of {:?}", left, text);
            prop_assert!(!s.text(&text).starts_with(scan::blank) && !s.text(&text).ends_with(scan::blank));
            at = end;
        }
        prop_assert!(text[at..].chars().all(|c| scan::blank(c) || c == ','), "{:?}", &text[at..]);
        prop_assert!(got.windows(2).all(|w| w[0].paragraph <= w[1].paragraph));
    }
}

#[test]
fn a_line_of_correspondents_with_their_towns_is_a_byline() {
    let kinds = |line: &str| {
        cut(&format!("{line}\nقال الوزير إن اللقاء قريب، وإن الوفود باقية.\nوأضاف أن الورقة جاهزة.\n"), &Few::new())[0].0
    };
    for line in [
        "عدن: سعاد الحربي",
        "جدة: سعاد الحربي - ود مدني: ياسر عوض الكريم",
        "الخرطوم: سعاد محمد الحربي - القاهرة: ياسر عوض الكريم",
    ] {
        assert_eq!(kinds(line), Byline, "{line}");
    }
    assert_ne!(kinds("طهران: لن ننسحب من أراضينا - أنقرة: لا تراجع عن المطالب"), Byline);
}

#[test]
fn lines_of_agencies_and_headlines_with_names() {
    assert_eq!(
        cut("RT: لافروف: لا بديل عن الحوار\nقال الوزير إن موسكو ترى ذلك.\nReuters\nوأضاف أن اللقاء قريب.\n", &Few::new()),
        [
            (Title, "RT: لافروف: لا بديل عن الحوار"),
            (S, "قال الوزير إن موسكو ترى ذلك."),
            (Byline, "Reuters"),
            (S, "وأضاف أن اللقاء قريب.")
        ]
    );
    assert_eq!(
        cut("مسقط - العمانية: اختتمت اليوم اللقاءات. (انتهى)\n", &Few::new()).first().map(|s| s.0),
        Some(S),
        "a dateline with its sentence is no by-line"
    );
}

#[test]
fn lines_below_the_headline_that_date_the_article() {
    for line in [
        "وكالة الضفة للأنباء | عمّان | الثلاثاء 14 أيار/مايو 2024 - 21:40",
        "الأربعاء 15 مايو 2024م",
        "نُشر: 22:10 - 7 نوفمبر 2023 م",
        "نور سلطان - 16/6/2022",
        "جريدة الساحل - صفحة أولى - 3 آذار (مارس) 2021، 10:15",
    ] {
        let text = format!("اتفاق جزئي ينهي المحادثات\n{line}\n\nقال الوزير إن اللقاء قريب.\n");
        let kinds: Vec<Kind> = cut(&text, &Few::new()).into_iter().map(|(k, _)| k).collect();
        assert!(matches!(kinds.as_slice(), [Title, Byline | Furniture, S]), "{line}: {kinds:?}");
    }
    let text =
        "اتفاق جزئي ينهي المحادثات\nأعلن الوسيط في 14 مايو 2024 - وهو يوم الختام - بدء التنفيذ\nقال الوزير إن اللقاء قريب.\n";
    assert_ne!(cut(text, &Few::new())[1].0, Byline, "a sentence with a date is no by-line");
}

#[test]
fn wrapped_lines_join_though_most_paragraphs_are_short() {
    assert_eq!(
        cut(
            "دمشق-سانا\nبحث وزير الخارجية والمغتربين اليوم مع المبعوث الخاص والوفد المرافق له آخر تطورات\n\
             المسار السياسي وأهمية احترام سيادة البلاد ووحدة أراضيها، وضرورة رفع الإجراءات القسرية\nالمفروضة عليها.\n\
             وأكد الجانبان أهمية الاستمرار في التشاور خلال المرحلة المقبلة لما فيه مصلحة الشعب كله\nوتخفيف معاناته الإنسانية.\n\
             حضر اللقاء نائب الوزير.\n",
            &Few::new()
        )
        .len(),
        4
    );
}

#[test]
fn a_line_in_brackets_that_signs_is_a_byline() {
    let text = "هدنة جديدة في الشمال\nقال الوزير إن اللقاء قريب.\n\n(إعداد سعاد نجم للنشرة العربية - تحرير ليلى عون)\n";
    let kinds: Vec<Kind> = cut(text, &Few::new()).into_iter().map(|(k, _)| k).collect();
    assert_eq!(kinds, [Title, S, Byline]);
    let text = "هدنة جديدة في الشمال\nقال الوزير إن اللقاء قريب.\n\n(قال الوزير ذلك في إعداد البيان)\n";
    assert_ne!(cut(text, &Few::new())[2].0, Byline, "a remark in brackets");
}

#[test]
fn links_to_other_articles_are_no_text() {
    let text = "هدنة جديدة في الشمال\nقال الوزير إن اللقاء قريب.\n\nاقرأ أيضا\n- الوزير يلتقي نظيره في العاصمة\n- قافلة مساعدات تصل إلى الشمال\n\n\
                وأضاف أن الطريق مفتوح.\n\nإذا كنت تعتقد أن المقال يحوي معلومات خاطئة أرسل لنا تصحيحًا\n";
    let kinds: Vec<Kind> = cut(text, &Few::new()).into_iter().map(|(k, _)| k).collect();
    assert_eq!(kinds, [Title, S, Furniture, Furniture, Furniture, S, Furniture]);
    let text = "هدنة جديدة في الشمال\nقال الوزير إن اللقاء قريب.\n- قال الوزير إن الطريق مفتوح.\n";
    assert!(cut(text, &Few::new()).iter().all(|(k, _)| *k != Furniture), "a list of the text");
}
