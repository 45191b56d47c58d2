//! The closed lists of the segmenter: words as newspapers use them round the ends of sentences.
//!
//! In: a word or a phrase. Out: the lists it is on, as bits. Compared folded; what is longer than any entry is on none.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::arabic::fold::{self, Class, class, fold, fold_word};

/// One bit a list.
#[allow(missing_docs, reason = "each is the list of its name")]
pub(super) mod on {
    pub(in super::super) const SAID: u32 = 1 << 0;
    pub(in super::super) const TO_GO_ON: u32 = 1 << 1;
    pub(in super::super) const OPENERS: u32 = 1 << 2;
    pub(in super::super) const TURNS: u32 = 1 << 3;
    pub(in super::super) const SIDES: u32 = 1 << 4;
    pub(in super::super) const HEADING_NOUNS: u32 = 1 << 5;
    pub(in super::super) const SHORT: u32 = 1 << 6;
    pub(in super::super) const AND_SO_ON: u32 = 1 << 7;
    pub(in super::super) const AGENCIES: u32 = 1 << 8;
    pub(in super::super) const WIRE: u32 = 1 << 9;
    pub(in super::super) const CITIES: u32 = 1 << 10;
    pub(in super::super) const CITIES_OF_TWO: u32 = 1 << 11;
    pub(in super::super) const PREPOSITIONS: u32 = 1 << 12;
    pub(in super::super) const BY: u32 = 1 << 13;
    pub(in super::super) const TOOLS: u32 = 1 << 14;
    pub(in super::super) const FURNITURE: u32 = 1 << 15;
    pub(in super::super) const LABELS: u32 = 1 << 16;
    pub(in super::super) const DATE_WORDS: u32 = 1 << 17;
    pub(in super::super) const NOT_BEFORE: u32 = 1 << 18;
    pub(in super::super) const NO_HEAD: u32 = 1 << 19;
    pub(in super::super) const TELLS: u32 = 1 << 20;
    pub(in super::super) const SPEAKERS: u32 = 1 << 21;
    pub(in super::super) const SIGNS: u32 = 1 << 22;
    pub(in super::super) const SOURCES: u32 = 1 << 23;
    pub(in super::super) const THAT: u32 = 1 << 24;
    pub(in super::super) const TITLES: u32 = 1 << 25;
    pub(in super::super) const LETTERS: u32 = 1 << 26;
    pub(in super::super) const LEANS: u32 = 1 << 27;
}

/// Bytes of the longest folded entry.
const LONGEST: usize = 32;

static LISTS: LazyLock<FxHashMap<Vec<u8>, u32>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    let lists: &[(&str, u32)] = &[
        (SAID, on::SAID),
        (TO_GO_ON, on::TO_GO_ON),
        (OPENERS, on::OPENERS),
        (TURNS, on::TURNS),
        (SIDES, on::SIDES),
        (HEADING_NOUNS, on::HEADING_NOUNS),
        (SHORT, on::SHORT),
        (AND_SO_ON, on::AND_SO_ON),
        (AGENCIES, on::AGENCIES),
        (WIRE, on::WIRE),
        (CITIES, on::CITIES),
        (CITIES_OF_TWO, on::CITIES_OF_TWO),
        (PREPOSITIONS, on::PREPOSITIONS),
        (BY, on::BY),
        (TOOLS, on::TOOLS),
        (FURNITURE, on::FURNITURE),
        (LABELS, on::LABELS),
        (DATE_WORDS, on::DATE_WORDS),
        (NOT_BEFORE, on::NOT_BEFORE),
        (NO_HEAD, on::NO_HEAD),
        (TELLS, on::TELLS),
        (SPEAKERS, on::SPEAKERS),
        (SIGNS, on::SIGNS),
        (SOURCES, on::SOURCES),
        (THAT, on::THAT),
        (TITLES, on::TITLES),
        (LETTERS, on::LETTERS),
        (LEANS, on::LEANS),
    ];
    for &(list, bit) in lists {
        let phrases = if list.contains('|') { '|' } else { ' ' };
        for entry in list.split(phrases).filter(|e| !e.is_empty()) {
            *table.entry(fold(entry)).or_insert(0) |= bit;
        }
    }
    table
});

/// The lists that a folded word or phrase is on.
pub(super) fn folded(folded: &[u8]) -> u32 {
    if folded.len() > LONGEST { 0 } else { LISTS.get(folded).copied().unwrap_or(0) }
}

/// The lists that a word or phrase is on.
pub(super) fn lists(text: &str) -> u32 {
    let mut short = [0; fold::SHORT];
    if let Some(word) = fold_word(text, &mut short) {
        return if word.is_empty() { 0 } else { folded(word) };
    }
    let mut room = [0u8; LONGEST];
    let (mut len, mut space) = (0, false);
    for c in text.chars() {
        match class(c) {
            (Class::Mark, _) => {}
            (Class::Other, _) => space = len > 0,
            (_, b) => {
                if len + usize::from(space) >= LONGEST {
                    return 0;
                }
                if space {
                    room[len] = b' ';
                    len += 1;
                    space = false;
                }
                room[len] = b;
                len += 1;
            }
        }
    }
    if len == 0 { 0 } else { folded(&room[..len]) }
}

/// True if a word or phrase is on one of the lists of `bits`.
pub(super) fn is(text: &str, bits: u32) -> bool {
    lists(text) & bits != 0
}

/// Verbs after a closing quote that go on with the sentence of the quote.
const SAID: &str = "\
    قال قالت قالوا يقول تقول أضاف أضافت يضيف تضيف سأل سألت يسأل تساءل تساءلت يتساءل تتساءل صرح صرحت أكد \
    أكدت أعلن أعلنت أوضح أوضحت تابع تابعت كتب كتبت علق علقت رد ردت أجاب أجابت هتف صاح حسب بحسب وفق وفقا \
    حسبما مضيفا مضيفة مؤكدا مؤكدة مشيرا مشيرة موضحا موضحة معتبرا معتبرة متسائلا متسائلة هكذا بهذه بهذا";

/// Words after a question or a cry in quotes or brackets that go on with the sentence round it.
const TO_GO_ON: &str = "\
    على في من إلى عن التي الذي ل لـ ثم حين عندما بعد قبل هو هي أو و أم بل لكن وهو وهي والتي والذي بحسب وفق حسب للكاتب \
    لمؤلفه كان كانت";

/// Words that begin a new sentence after dots.
const OPENERS: &str = "\
    وقد وكان وكانت وقال وقالت وأضاف وأضافت وأكد وأكدت وأوضح وأوضحت وأشار وأشارت وأعلن وأعلنت وتابع ولفت \
    كما ولكن لكن ومن وفي وهذا وهذه وهو وهي وهنا ولا ولم ولن ولقد لقد وإذا فإذا إذن ولذلك لذلك ولهذا لهذا \
    وبعد وقبل وعن وعلى وحول وبحسب وحسب ومع وإن إن فيما بينما وبالتالي أما وأما وثمة هناك وهناك وليس \
    وتأتي ويأتي وذكر وذكرت وسبق وبين وتم ويبقى ويذكر يذكر يشار والحقيقة والواقع والسؤال فهل وهل هل ماذا \
    وماذا لماذا ولماذا فلماذا كيف وكيف فكيف من أين متى وهكذا باختصار وباختصار";

/// Words that open a clause and are no verbs: what may follow a heading to which it is glued.
const TURNS: &str = "\
    فيما بينما بدوره بدورها بدورهم وفي وقد وكان وكانت كما أما";

/// What must follow a glued `من` that opens a clause.
const SIDES: &str = "\
    جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها ناحيتهم";

/// First words of headings that stand inside the line; the longest such heading has four words.
const HEADING_NOUNS: &str = "\
    البداية الخلفية خلفية خلفيات موقف مواقف تاريخ تفاصيل التفاصيل ردود أهداف جدول أجندة \
    حضور الحضور المشاركون الموقف الخلاصة النهاية سياق السياق أبرز مستقبل مصير مقدمة خاتمة شروط \
    تحفظات خلافات كواليس";

/// Abbreviations of two and more letters that a full stop follows.
const SHORT: &str = "\
    mr mrs ms dr st jr sr inc ltd no vs prof gen col lt etc fig vol pp";

/// "And so on": a stop after it ends the sentence only where another begins.
const AND_SO_ON: &str = "\
    الخ آلخ";

/// Agencies and newspapers as they sign.
const AGENCIES: &str = "\
    رويترز | ا ف ب | أفب | فرانس برس | د ب أ | دبا | ا ب | أ ب | أب | ا ش ا | أشا | بترا | واس | وات | \
    واج | كونا | سانا | سبا | وام | قنا | بنا | العمانية | وفا | نوفوستي | سبوتنيك | تاس | ايتار تاس | \
    انترفاكس | شينخوا | الاناضول | الأناضول | يو بي اي | ي ب ا | اسوشيتد برس | أسوشيتد برس | وكالات | \
    الوكالات | وكالات الأنباء | الجزيرة | الجزيرة نت | العربية | العربية نت | الميادين | الحياة | \
    الشرق الأوسط | القدس العربي | عكاظ | اليوم | الرياض | الوطن | المدينة | بي بي سي | سي ان ان | \
    روسيا اليوم | الرأي | الدستور | عنب بلدي | خاص | متابعات | سبق | عين اليوم | مكتب | afp | reuters | \
    ap | dpa | rt | bbc | cnn | upi | xinhua | tass";

/// Agencies that sign nothing but reports: enough, in brackets, to know a dateline.
const WIRE: &str = "\
    رويترز | ا ف ب | أفب | فرانس برس | د ب أ | دبا | أ ب | أب | أ ش أ | أشا | بترا | واس | وات | واج | \
    كونا | سانا | سبا | وام | قنا | بنا | وفا | سبوتنيك | تاس | انترفاكس | شينخوا | الأناضول | يو بي اي | \
    أسوشيتد برس | وكالات | الوكالات | وكالات الأنباء | afp | reuters | ap | dpa | upi | xinhua";

/// Cities from which newspapers and syndicates date their reports.
const CITIES: &str = "\
    دمشق حلب بيروت عمان بغداد القدس غزة القاهرة الرياض جدة الدمام الدوحة دبي المنامة الكويت مسقط صنعاء \
    عدن الخرطوم طرابلس بنغازي تونس قرطاج الجزائر الرباط نواكشوط أنقرة اسطنبول إسطنبول طهران كابول موسكو \
    سوتشي أستانا أستانة جنيف فيينا باريس لندن برلين روما مدريد بروكسل أثينا واشنطن نيويورك بكين طوكيو \
    دلهي نيودلهي كراتشي جاكرتا سيول سيدني ملبورن كانبيرا لاهاي زيورخ أوسلو ستوكهولم كوبنهاجن كوبنهاغن \
    هلسنكي وارسو براغ بودابست أمستردام دبلن لشبونة ميلانو ميونيخ ميونخ فرانكفورت برشلونة كمبريدج \
    كامبريدج أكسفورد أوكسفورد بيركلي برينستون شيكاغو بوسطن دنفر أتلانتا هيوستن ستانفورد هونولولو \
    كليرمونت تورونتو أوتاوا مونتريال نيروبي لاجوس أبوجا داكار كيجالي جوهانسبرج بريتوريا سانتياجو بوجوتا \
    ليما مكسيكو شنغهاي سنغافورة بانكوك مانيلا مومباي كييف صوفيا بوخارست بلجراد تبليسي باكو مينسك أربيل \
    اربيل إدلب كانبرا لوكسمبورج فلورنسا هامبورج فيلادلفيا بالتيمور أديس بورتسودان تعز مأرب الحديدة المكلا طبرق \
    مصراتة سبها جوبا كمبالا نجامينا الدمازين كسلا الصخيرات بوزنيقة";

/// Cities of two words.
const CITIES_OF_TWO: &str = "\
    رام الله | القدس المحتلة | تل أبيب | أبو ظبي | مكة المكرمة | المدينة المنورة | الدار البيضاء | \
    نيو دلهي | إسلام أباد | اسلام آباد | هونج كونج | هونغ كونغ | لوس أنجلوس | سان فرانسيسكو | نيو هافن | \
    بالو ألتو | كوالا لمبور | ريو دي | مكسيكو سيتي | سان دييجو | آن أربور | بوينس آيرس | ساو باولو | \
    كيب تاون | ود مدني | أم درمان | بورت سودان | أديس أبابا | سانت بطرسبرج | نور سلطان | الأمم المتحدة | العواصم وكالات";

/// Words after which a city is part of the sentence.
const PREPOSITIONS: &str = "\
    في من إلى عن على بين مدينة العاصمة حتى نحو أو و ب ل وكالة صحيفة قناة";

/// First words of a by-line.
const BY: &str = "\
    حاوره حاورته مراسل مراسلنا المراسل تحقيق حوار تقرير متابعة \
    متابعات";

/// The words of share bars, tools and tag lists; a short line of nothing else is furniture.
const TOOLS: &str = "\
    من شارك شاركها مشاركة المشاركة شاركنا طباعة اطبع تعليق تعليقات التعليقات أرسل إرسال ارسال لصديق حفظ \
    انشر نشر فيسبوك فيس بوك تويتر تويت واتساب واتس تلغرام تليجرام تيليجرام انستغرام يوتيوب لينكد إن بريد \
    البريد الإلكتروني إلكتروني الكتروني نسخ الرابط رابط مختصر على عبر المقال المزيد الخبر الصفحة هذا هذه \
    حجم الخط تكبير تصغير الرئيسية أعلى لا توجد أضف اضف تعليقا تعليقك إعجاب تغريدة تغريد صورة مشاهدة \
    مشاهدات المشاهدات قراءة عدد دقيقة دقائق share tweet print email facebook twitter whatsapp telegram \
    copy link pinterest google linkedin comments comment more rss pdf \
    خلال جوجل بلس اكتب رأيك";

/// How lines of furniture begin.
const FURNITURE: &str = "\
    اقرأ أيضا | إقرأ أيضا | اقرأوا أيضا | اقرأ المزيد | اقرأ ايضا | شاهد أيضا | شاهد ايضا | طالع أيضا | \
    للمزيد اضغط | مواضيع ذات صلة | مقالات ذات صلة | أخبار ذات صلة | موضوعات ذات صلة | مواضيع متعلقة | \
    أخبار متعلقة | قد يهمك | كلمات مفتاحية | كلمات دلالية | الكلمات المفتاحية | الكلمات الدلالية | \
    الوسوم | وسوم | آخر تحديث | تاريخ النشر | تم النشر | نشر في | نشرت في | نشر بتاريخ | نشرت بتاريخ | جميع الحقوق محفوظة | \
    حقوق النشر | تابعنا على | تابعونا على | تابعوا آخر | اشترك في | للاشتراك في | للتواصل مع | \
    لا توجد تعليقات | أضف تعليق | أضف تعليقا | اترك تعليقا | اترك تعليق | عدد المشاهدات | عدد القراءات | \
    رابط مختصر | read more | read also | all rights | follow us | related articles | \
    شارك الخبر | شارك المقال | إذا كنت تعتقد | إذا وجدت خطأ | هل وجدت خطأ | هل لاحظت خطأ | للإبلاغ عن خطأ | أرسل لنا تصحيحا | \
    ساهم في تصحيح | مقالات أخرى | للكاتب أيضا";

/// Words that only mean furniture when a colon follows.
const LABELS: &str = "\
    وسوم الوسوم تاغ تاغات علامات العلامات التصنيف القسم نشر تحديث tags اقرأ المزيد للتواصل البريد إيميل \
    هاشتاغ";

/// Words that a date has beside its digits.
const DATE_WORDS: &str = "\
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يناير فبراير مارس أبريل ابريل مايو يونيو \
    يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون الأول الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول \
    تشرين جانفي فيفري أفريل ماي جوان جويلية أوت محرم صفر ربيع الآخر جمادى الأولى الآخرة رجب شعبان رمضان \
    شوال ذو القعدة الحجة هـ م ه ص الساعة صباحا مساء gmt بتوقيت غرينتش يوم تاريخ التاريخ am pm الموافق في";

/// Words that stand before the verb of their clause: what follows is no sentence of its own.
const NOT_BEFORE: &str = "\
    عدم بعدم لعدم حيث كما فيما بينما عندما بعدما حين حينما قد كان كانت ما لما لم لن لا أن إن أنه أنها بأن إذ إذا حسبما \
    مثلما كلما ثم سبق الذي التي الذين اللذين اللتين من وقد وكان وكانت والذي والتي الذى التى أمس الأول \
    اليوم بفضل بسبب نتيجة جراء رغم";

/// Words with which no headline begins that has its verb after it.
const NO_HEAD: &str = "\
    في فى من إلى الى على عن مع منذ بعد قبل خلال عند عندما كما لكن ولكن هذا هذه ذلك تلك هو هي هم إن أن إنه \
    إذا لا لم لن قد كان كانت ليس ما حيث رابط بينما فيما أما بل ثم اليوم أمس إلا بدوره بدورها حسب بحسب وفق رغم \
    عقب إثر حول ضمن سوف الذي التي كل لقد حتى لدى بين تحت فوق أمام وراء أيضا كذلك هكذا غير مما ممن هنا \
    هناك كيف لماذا هل متى أين إذ لأن لذا لذلك \
    الشهر الأسبوع يوم مساء صباح ظهر فجر غدا العام السنة السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة يأتي تأتي يذكر جاء جاءت";

/// Verbs with which the lead of a report begins.
const TELLS: &str = "\
    قال قالت أكد أكدت أعلن أعلنت ذكر ذكرت كشف كشفت حذر حذرت توقع توقعت قرر قررت صرح صرحت أوضح أوضحت \
    نفى نفت أعرب أعربت أفاد أفادت دعا دعت طالب طالبت وقع بحث استقبل التقى عقد اتهم اتهمت \
    استبعد استبعدت فرض فرضت توقعت يلتقي تلتقي يعلن تعلن يستقبل تستقبل يزور يفتتح يعقد تعقد تتجه يتجه يبدأ تبدأ بدأ بدأت \
    ارتفع ارتفعت تراجع تراجعت انخفض انخفضت وصف وصفت";

/// Words with which the subject of such a verb begins.
const SPEAKERS: &str = "\
    مصدر مصادر مسؤول مسئول مسؤولون مسئولون مسؤولة وزير وزيرة وزارة رئيس رئيسة متحدث متحدثة محللون محلل \
    مصرفيون خبراء خبير تجار متعاملون دبلوماسيون دبلوماسي نائب أمين مدير سفير ناطق صحيفة وكالة بيان عضو \
    قائد شهود مندوب مفوض مفوضية محافظ الدكتور السيد السيدة الشيخ المهندس الأمير اللواء العميد النائب \
    الرئيس المتحدث الناطق الملك المستشار مبعوث المبعوث الأمين الفريق العقيد العاهل \
    محام محامي محامون محكمة المحكمة حكومة الحكومة مجلس المجلس لجنة اللجنة شركة جماعة مجموعة فريق حركة هيئة الشرطة شرطة النيابة \
    إجمالي عدد سعر أسعار إنتاج صادرات مؤشر أرباح حجم قيمة";

/// First words of a by-line that need no colon.
const SIGNS: &str = "كتب كتبت بقلم إعداد أعد ترجمة تحرير تصوير";

/// How the line of the source begins.
const SOURCES: &str = "المصدر | مصدر | المصادر | المصدر الأصلي | مصدر الخبر | source";

/// What follows a verb whose subject stands before it.
const THAT: &str = "أن إن بأن أنه أنها إنه إنها";

/// Words that lean on the clause before them, where dots may be a pause in it.
const LEANS: &str = "\
    الذين اللذين اللتين اللذان اللتان حيث مما ممن بما إذ إذا حتى رغم بسبب بفضل بصرف بغض بعيدا خصوصا خاصة لا ولا غير سوى إلا كي لكي \
    لأن لأنه لأنها كأن كأنه كأنها مثل منها منهم بينهم كل سواء فضلا بهدف الخ إلخ وغيرها وغيرهم عبر ضد نحو ضمن مع عند بلا دون بدون أيا";

/// Letters that abbreviate titles.
const TITLES: &str = "أ د م ص";

/// Names of Latin letters, of which Arabic abbreviations are made: `سي. آي. إيه`.
const LETTERS: &str = "إيه بي سي دي إي إف أف جي إتش آي جيه كيه كي إل إم إن أن أو كيو آر ار إس أس تي يو في دبليو إكس واي زد";
