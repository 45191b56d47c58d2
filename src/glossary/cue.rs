//! Cues: what a single word can be to the rules for numbers, dates and rounds.
//!
//! In: the glossary's number, ordinal and round words, and the closed class of words of time that Arabic has (`أمس`, `المقبل`, `منتصف`, `منذ`). Out: for each known word one
//! [`Cue`], so that a rule asks a token by one comparison and never folds or compares text. A word that may be two things is the likelier one; rules look at its neighbours.
//! What has several words or needs a guard (months, weekdays, units) is no cue: the rules take the matcher's word for it.

use super::entries::Head;
use super::entry::Kind;
use super::particle::Particle;
use super::sign::Signs;
use crate::arabic::clitics::Proclitics;
use crate::arabic::fold::fold;
use crate::arabic::token;

/// What a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Is {
    /// Nothing that matters here.
    #[default]
    Nothing,
    /// 1 to 9.
    One,
    /// 10, and the second half of 11 to 19.
    Ten,
    /// 20 to 90.
    Tens,
    /// 100 to 900.
    Hundred,
    /// A power of ten; value is its exponent, 100 more in the dual.
    Scale,
    /// A power of ten in the plural (آلاف): a number only after a number.
    ScalePlural,
    /// نصف 0, ربع 1
    Half,
    /// An ordinal; value is its number.
    Ordinal,
    /// جولة, نسخة: what only a series of talks has.
    Round,
    /// اجتماع, لقاء, مؤتمر, محادثات: a round if the words around it say so.
    Meeting,
    /// استكمالا, متابعة: going on from an earlier one.
    Continuation,
    /// جديدة
    New,
    /// الماضي, المنصرم
    Last,
    /// السابقة
    Previous,
    /// الأخيرة
    Latest,
    /// المقبل, القادمة
    Next,
    /// التالية
    Following,
    /// الجاري, الحالية
    Current,
    /// هذا, هذه
    This,
    /// أمس
    Yesterday,
    /// اليوم
    Today,
    /// غدا
    Tomorrow,
    /// يوم, يومي before the name of a day.
    Day,
    /// صباح, مساء …; value is a part of the day from 1, dawn, to 7, eve.
    Part,
    /// A length of time; value is 1, minute, to 7, decade, 100 more in the dual, 200 in the plural, 300 with the article.
    Length,
    /// مطلع, منتصف, نهاية; value 1, 2, 3.
    Third,
    /// منذ
    Since,
    /// قبل; with value 1 بحلول
    Before,
    /// بعد; with value 1 بعدما
    After,
    /// خلال, غضون
    Within,
    /// أقل
    Less,
    /// أكثر, يزيد
    More,
    /// نحو, حوالي
    About,
    /// يقل, تقل after لا
    Under,
    /// الأقل after على
    Least,
    /// بين
    Between,
    /// من
    From,
    /// إلى; with value 1 حتى
    To,
    /// في
    In,
    /// على
    On,
    /// لا
    No,
    /// هو, هي
    Copula,
    /// ال before digits
    The,
    /// رقم
    Numero,
    /// المقرر, المزمع: yet to be
    Due,
    /// تحديد, موعد (value 1): a later day is set
    Set,
    /// تأجيل: names a day to come, but of the same round
    Postponed,
    /// سيعقد
    Future,
    /// عقد: a verb in the perfect
    Perfect,
    /// كان, كانت
    Was,
    /// ينعقد: a verb in the imperfect
    Imperfect,
    /// قرار, مادة: a number behind it is a name
    Identified,
    /// الساعة: a number behind it is a time of day
    Clock,
    /// عمر, سن
    Age,
    /// و alone
    And,
    /// نفسه, التالي after اليوم
    Same,
    /// الموافق
    Namely,
    /// انتهت, اختتمت
    Ended,
    /// كما, على غرار: a comparison with another round
    Like,
    /// التي, الذي
    Which,
    /// انتخابات: has rounds that are none
    Decoy,
    /// اتفاق, مبعوث: talks are near
    Talk,
}

/// What a word is, its value and what was taken off its front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    /// What it is.
    pub is: Is,
    /// Its value, where it has one.
    pub value: u16,
    /// Proclitics.
    pub proclitics: Proclitics,
    /// The particle it is to the rules of speech, whatever it is to those for numbers, dates and rounds.
    pub particle: Particle,
    /// What the raw word is to rules that look for single words.
    pub signs: Signs,
}

impl Cue {
    /// A cue without proclitics.
    #[must_use]
    pub const fn new(is: Is, value: u16) -> Self {
        Self { is, value, proclitics: Proclitics(0), particle: Particle::None, signs: Signs::NONE }
    }

    /// True if و stands before it.
    #[must_use]
    pub fn and(self) -> bool {
        self.proclitics.has(Proclitics::WAW)
    }

    /// This class as one bit, for a quick look at a whole sentence.
    #[must_use]
    pub const fn bit(self) -> u64 {
        1 << (self.is as u64)
    }
}

/// The classes as one set of bits.
#[must_use]
pub const fn bits(classes: &[Is]) -> u64 {
    let (mut out, mut i) = (0, 0);
    while i < classes.len() {
        out |= 1 << (classes[i] as u64);
        i += 1;
    }
    out
}

/// The words of Arabic time and count that every glossary has, by class and value. Written as they stand; ال is listed where the bare word is something else.
const WORDS: &[(Is, u16, &str)] = &[
    (Is::ScalePlural, 3, "آلاف الآلاف"),
    (Is::ScalePlural, 6, "ملايين الملايين"),
    (Is::ScalePlural, 9, "مليارات المليارات بلايين"),
    (Is::ScalePlural, 2, "مئات المئات"),
    (Is::ScalePlural, 1, "عشرات العشرات"),
    (Is::Half, 0, "نصف النصف"),
    (Is::Half, 1, "الربع"),
    (Is::Round, 0, "جولة جولات جولتين جولتان نسخة"),
    (Is::Meeting, 0, "اجتماع اجتماعات لقاء لقاءات مؤتمر محادثات مفاوضات مباحثات مشاورات حوار دورة جلسة جلسات"),
    (Is::Continuation, 0, "استكمالا استكمال تكملة امتدادا امتداد متابعة استمرارا"),
    (Is::New, 0, "جديدة الجديدة جديد الجديد"),
    (Is::Last, 0, "الماضي الماضية الماضيين الماضيتين الفائت الفائتة المنصرم المنصرمة المنقضي المنقضية ماضية ماض"),
    (Is::Previous, 0, "السابق السابقة سابق سابقة السابقين السابقتين السابقات"),
    (Is::Latest, 0, "الأخير الأخيرة أخيرة أخير آخر أحدث"),
    (Is::Next, 0, "المقبل المقبلة المقبلين المقبلتين المقبلان القادم القادمة القادمين القادمتين مقبلة قادمة مقبل قادم"),
    (Is::Following, 0, "التالي التالية اللاحق اللاحقة لاحقة تالية"),
    (Is::Current, 0, "الجاري الجارية الحالي الحالية الراهن الراهنة حالية"),
    (Is::This, 0, "هذا هذه"),
    (Is::Yesterday, 0, "أمس البارحة"),
    (Is::Today, 0, "اليوم"),
    (Is::Tomorrow, 0, "غدا غد الغد"),
    (Is::Part, 1, "فجر فجرا الفجر"),
    (Is::Part, 2, "صباح صباحا الصباح صبيحة"),
    (Is::Part, 3, "ظهر ظهرا الظهر ظهيرة"),
    (Is::Part, 4, "عصر عصرا العصر"),
    (Is::Part, 5, "مساء المساء أمسية"),
    (Is::Part, 6, "ليل ليلا الليل ليلة"),
    (Is::Part, 7, "عشية"),
    (Is::Length, 1, "دقيقة"),
    (Is::Length, 101, "دقيقتين دقيقتان"),
    (Is::Length, 201, "دقائق"),
    (Is::Length, 2, "ساعة"),
    (Is::Length, 102, "ساعتين ساعتان"),
    (Is::Length, 202, "ساعات"),
    (Is::Length, 103, "يومين يومان"),
    (Is::Length, 203, "أيام"),
    (Is::Length, 4, "أسبوع أسبوعا"),
    (Is::Length, 304, "الأسبوع"),
    (Is::Length, 104, "أسبوعين أسبوعان"),
    (Is::Length, 204, "أسابيع"),
    (Is::Length, 5, "شهر شهرا"),
    (Is::Length, 305, "الشهر"),
    (Is::Length, 105, "شهرين شهران شهري"),
    (Is::Length, 205, "أشهر شهور"),
    (Is::Length, 6, "عام سنة عاما"),
    (Is::Length, 306, "العام السنة"),
    (Is::Length, 106, "عامين سنتين عامان سنتان"),
    (Is::Length, 206, "أعوام سنوات سنين"),
    (Is::Length, 107, "عقدين"),
    (Is::Length, 207, "عقود"),
    (Is::Day, 0, "يوم يومي يوما"),
    (Is::Third, 1, "مطلع أوائل بداية مستهل بدايات"),
    (Is::Third, 2, "منتصف أواسط"),
    (Is::Third, 3, "نهاية أواخر"),
    (Is::Since, 0, "منذ مذ"),
    (Is::Before, 0, "قبل قبيل"),
    (Is::Before, 1, "بحلول"),
    (Is::After, 0, "بعد عقب"),
    (Is::After, 1, "بعدما"),
    (Is::Within, 0, "خلال غضون"),
    (Is::Less, 0, "أقل دون"),
    (Is::More, 0, "أكثر يزيد تزيد يفوق تفوق تجاوز تجاوزت يتجاوز تتجاوز أزيد"),
    (Is::About, 0, "نحو حوالي قرابة زهاء يقارب تقارب يقرب"),
    (Is::Under, 0, "يقل تقل"),
    (Is::Least, 0, "الأقل"),
    (Is::Between, 0, "بين"),
    (Is::From, 0, "من"),
    (Is::To, 0, "إلى"),
    (Is::To, 1, "حتى"),
    (Is::In, 0, "في"),
    (Is::On, 0, "على"),
    (Is::No, 0, "لا لم لن"),
    (Is::Copula, 0, "هو هي"),
    (Is::The, 0, "ال"),
    (Is::Numero, 0, "رقم"),
    (
        Is::Due,
        0,
        "المقرر مقرر المقررة مقررة المزمع المزمعة المرتقب المرتقبة المنتظر المنتظرة المتوقع المتوقعة مرتقبة مرتقب متوقع منتظر المفترض مفترضا المرجح",
    ),
    (Is::Set, 0, "تحديد حدد حددت تحدد"),
    (Is::Set, 1, "موعد موعدا"),
    (Is::Postponed, 0, "تأجيل تأجيلها تأجيله إرجاء إرجائها أرجئت أرجئ"),
    (
        Is::Future,
        0,
        "ستعقد سيعقد ستنعقد سينعقد ستبدأ سيبدأ ستنطلق سينطلق ستجري سيجري ستجرى ستستضيف ستستأنف ستلتئم ستكون سيكون ستقام",
    ),
    (
        Is::Perfect,
        0,
        "عقدت انعقدت انعقد جرت انطلقت انطلق بدأت بدأ استؤنفت استضافت اندلعت اندلع نشبت نشب صدر صدرت أبرم أبرمت سقطت سقط اغتيل اغتيلت سيطرت استولت شنت شن حدثت أسفرت",
    ),
    (Is::Was, 0, "كان كانت وكان"),
    (Is::Ended, 0, "انتهت اختتمت اختتم اختتام ختام ختمت انتهى"),
    (Is::Identified, 0, "قرار القرار القرارين القرارات مادة المادة رقمه القناة الفصل"),
    (Is::Clock, 0, "الساعة"),
    (Is::Age, 0, "عمر عمره عمرها سن العمر"),
    (Is::And, 0, "و"),
    (Is::Same, 0, "نفسه ذاته العالمي الوطني الدولي"),
    (Is::Like, 0, "كما مثلما غرار خلافا بخلاف شبيه مشابهة"),
    (Is::Which, 0, "التي الذي"),
    (
        Is::Talk,
        0,
        "اتفاق اتفاقا الاتفاق اتفاقية المبعوث مبعوث وساطة الوساطة الوسيط الوسطاء هدنة الهدنة تفاهم تفاهما التفاهم تفاهمات بروتوكول البروتوكول بروتوكولات البروتوكولات المجتمعون المجتمعين المشاركون المشاركين المؤتمرون المؤتمرين",
    ),
    (Is::Decoy, 0, "الانتخابات انتخابات الانتخابية الرئاسية الاقتراع التصفيات القتال المعارك القصف التصعيد العقوبات"),
    (Is::Namely, 0, "الموافق"),
];

/// The grammar's own words, folded.
pub(super) fn grammar() -> impl Iterator<Item = (Vec<u8>, Cue)> {
    WORDS.iter().flat_map(|&(is, value, words)| words.split(' ').map(move |w| (fold(w), Cue::new(is, value))))
}

/// What an entry's single words are: numbers and ordinals by their value, words for a round by their role.
pub(super) fn of_entry(entry: &Head) -> impl Iterator<Item = (Vec<u8>, Cue)> + use<> {
    let cue = match entry.kind {
        Kind::Number if !matches!(entry.id, "number_both" | "number_twice") => cardinal(entry.value),
        Kind::Ordinal => {
            entry.value.and_then(|v| u16::try_from(v).ok()).filter(|v| (1..100).contains(v)).map(|v| Cue::new(Is::Ordinal, v))
        }
        Kind::Term if entry.role == Some("round") => Some(Cue::new(Is::Meeting, 0)),
        _ => None,
    };
    let words = cue.iter().flat_map(move |&cue| entry.ar.iter().filter(|f| single(f)).map(move |f| (fold(f), cue)));
    words.collect::<Vec<_>>().into_iter()
}

fn single(form: &str) -> bool {
    token::tokens(form).len() == 1
}

fn cardinal(value: Option<i64>) -> Option<Cue> {
    Some(match value? {
        v @ 1..=9 => Cue::new(Is::One, v as u16),
        10 => Cue::new(Is::Ten, 10),
        v @ 20..=90 if v % 10 == 0 => Cue::new(Is::Tens, v as u16),
        v @ 100..=900 if v % 100 == 0 => Cue::new(Is::Hundred, v as u16),
        v => {
            let dual = v % 10 != 1 && v.to_string().starts_with('2');
            let exponent = v.to_string().len() as u16 - 1;
            let power = 10i64.checked_pow(u32::from(exponent))?;
            if exponent < 3 || (v != power && v != 2 * power) {
                return None;
            }
            Cue::new(Is::Scale, exponent + if dual { 100 } else { 0 })
        }
    })
}
