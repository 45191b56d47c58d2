//! Words that stand where only a name can stand: behind بلدة, حي, صحيفة, حزب «…», behind الدكتور. They are names, whatever else they may be.

use super::names::saying;
use super::node::{Node, Pos};
use super::romanise::{known, romanise};
use super::word::unknown;
use crate::arabic::inflect::{Person, Tense};

/// Nouns of small places: what stands behind them is a name, but for an adjective that agrees.
const TOWNS: &[&str] = &[
    "بلده",
    "قريه",
    "مدينه",
    "حي",
    "معبر",
    "جبل",
    "وادي",
    "مديريه",
    "ضاحيه",
    "جزيره",
    "شارع",
    "ساحه",
    "ميدان",
    "دوار",
    "محافظه",
];
/// Nouns of places behind which common nouns stand as well (منطقة نفوذ).
const AREAS: &[&str] = &["منطقه", "ميناء", "مخيم", "مطار", "معسكر", "نهر", "سد", "حقل", "جسر", "طريق"];
/// Nouns of bodies whose name may stand between quotation marks.
const BODIES: &[&str] = &[
    "حزب",
    "صحيفه",
    "جريده",
    "مجله",
    "قناه",
    "اذاعه",
    "إذاعه",
    "وكاله",
    "موقع",
    "شبكه",
    "حركه",
    "جماعه",
    "كتيبه",
    "كتائب",
    "لواء",
    "شركه",
    "مؤسسه",
    "موسسه",
    "منظمه",
    "جمعيه",
    "تحالف",
    "ائتلاف",
    "فصيل",
    "فندق",
    "تيار",
    "الويه",
];
/// Of these the name needs no quotation marks.
const PRESS: &[&str] = &["صحيفه", "جريده", "مجله"];
/// What a person is called before a surname with the article (الدكتور الربيعة).
const PERSONAL: &[&str] = &[
    "دكتور",
    "دكتوره",
    "سيد",
    "سيده",
    "استاذ",
    "أستاذ",
    "شيخ",
    "مهندس",
    "ملا",
    "حاج",
    "لواء",
    "عميد",
    "عقيد",
    "مقدم",
    "رائد",
    "نقيب",
    "جنرال",
    "سفير",
    "مستشار",
];

fn is(list: &[&str], n: &Node) -> bool {
    called(list, &n.ar, n.dual)
}

fn called(list: &[&str], word: &str, dual: bool) -> bool {
    // محافظتي حجة والجوف
    match word.strip_suffix("تي").filter(|_| dual).or_else(|| word.strip_suffix('ة')) {
        Some(stem) => list.iter().any(|listed| listed.strip_suffix('ه') == Some(stem)),
        None => list.contains(&word),
    }
}

fn construct(n: &Node) -> bool {
    let pair = n.dual && n.ar.ends_with("تي");
    n.pos == Pos::Noun && !n.definite && (!n.dual || pair) && n.pron.is_none() && !n.ar.contains(' ')
}

/// True for a noun behind which an unknown word is a name.
pub(super) fn opens(n: &Node) -> bool {
    construct(n) && !n.plural && (is(TOWNS, n) || is(AREAS, n) || is(BODIES, n))
}

/// True for an office behind which an unknown word with the article is a surname.
pub(super) fn personal(n: &Node) -> bool {
    let word = n.ar.strip_prefix("ال").unwrap_or(&n.ar).to_owned();
    n.pos == Pos::Title && n.definite && is(PERSONAL, &Node { ar: word, ..n.clone() })
}

/// True for a noun before which its name stands in English: the al-Watan* newspaper.
pub(super) fn follows_its_name(n: &Node) -> bool {
    opens(n) && !["بلده", "قريه", "مدينه", "جزيره", "محافظه", "ضاحيه", "وادي", "جبل"].iter().any(|w| is(&[w], n))
}

/// معالي المستشار, فخامة الرئيس: words of courtesy before an office or a name are left out.
pub(super) fn without_courtesy(mut nodes: Vec<Node>) -> Vec<Node> {
    const COURTESY: &[&str] = &["معالي", "سعاده", "فخامه", "جلاله", "سمو", "فضيله", "سماحه", "نيافه", "غبطه", "قداسه"];
    let mut i = 0;
    while i + 1 < nodes.len() {
        let (n, behind) = (&nodes[i], &nodes[i + 1]);
        let rank = behind.pos == Pos::Title || behind.person_name || behind.pos == Pos::Noun && behind.human && behind.definite;
        if n.nominal()
            && n.pron.is_none()
            && is(COURTESY, n)
            && rank
            && !behind.and
            && behind.prep.is_none()
            && behind.pron.is_none()
        {
            let (and, prep, from) = (n.and, n.prep, n.raw.0);
            nodes.remove(i);
            let behind = &mut nodes[i];
            (behind.and, behind.prep, behind.raw.0) = (and, prep, from);
        }
        i += 1;
    }
    nodes
}

/// في «القاعدة»: the organisation, no base.
fn al_qaida<'t>(nodes: &[Node], i: usize, word: impl Fn(&Node) -> &'t str) -> bool {
    matches!(&nodes[i..], [open, inner, close, ..] if open.quote() && close.quote() && word(inner) == "القاعدة")
}

/// True for the entry into a place that stands behind it, from which somebody is kept.
fn enters(nodes: &[Node], i: usize) -> bool {
    const PLACES: &[&str] =
        &["airspace", "territory", "territories", "airport", "camp", "position", "site", "area", "zone", "hall"];
    let n = &nodes[i];
    let place = |x: &Node| {
        x.pos == Pos::Name && x.bare && !x.person_name && !x.agent
            || super::complement::place(&x.en)
            || PLACES.iter().any(|p| x.en == *p || x.en.strip_suffix('s') == Some(p))
    };
    let from = i.checked_sub(1).is_some_and(|b| nodes[b].pos == Pos::Prep && nodes[b].ar == "من" && nodes[b].pron.is_none());
    from && n.pos == Pos::Masdar
        && !n.definite
        && n.pron.is_none()
        && n.lemma.is_some_and(|l| l.ar == "دخل")
        && nodes.get(i + 1).is_some_and(|x| x.ungoverned() && place(x))
}

/// القاعدة وداعش, تنظيم القاعدة: the organisation beside another, or behind its noun.
fn organisation<'t>(nodes: &[Node], i: usize, word: impl Fn(&Node) -> &'t str) -> bool {
    let n = &nodes[i];
    let beside = |x: &Node, and: bool| x.pos == Pos::Name && x.en.ends_with("Islamic State") && x.and == and;
    let other = nodes.get(i + 1).is_some_and(|x| beside(x, true)) || n.and && i > 0 && beside(&nodes[i - 1], nodes[i - 1].and);
    let named = i > 0 && nodes[i - 1].ar.starts_with("تنظيم") && nodes[i - 1].nominal() && !nodes[i - 1].definite;
    n.pos != Pos::Name && word(n).ends_with("القاعدة") && (other || named && n.prep.is_none())
}

/// وقال سيادته إن, أكد دولته: a man's verb before them says that they are courtesy, no sovereignty or state.
fn courtesy(nodes: &[Node], i: usize, word: &str) -> bool {
    let [.., verb] = &nodes[..i] else { return false };
    matches!(word, "سيادته" | "دولته" | "سعادته" | "فضيلته" | "غبطته" | "قداسته")
        && verb.pos == Pos::Verb
        && verb.person == Person::He
        && verb.pron.is_none()
        && nodes.get(i + 1).is_none_or(|x| !matches!(x.pos, Pos::Adjective | Pos::Rel))
}

/// رئيس الوزراء بالوكالة: the office before it is held for another; حرب بالوكالة is nobody's.
fn acting(nodes: &[Node], i: usize, word: &str) -> Option<usize> {
    // والي الولاية المكلف أحمد: who holds it for a time, before a name
    let name = |n: &Node| (n.pos == Pos::Unknown || n.person_name) && !n.and && n.prep.is_none();
    let assigned = matches!(word, "المكلف" | "المكلفة") && nodes.get(i + 1).is_some_and(name);
    if !assigned && !matches!(word, "بالوكالة" | "بالإنابة" | "بالانابة" | "بالنيابة") {
        return None;
    }
    let inside = |n: &Node| n.pos == Pos::Adjective || n.nominal() && n.prep.is_none();
    let from = nodes[..i].iter().rev().take(5).take_while(|n| inside(n)).count();
    let office = |n: &Node| n.pos == Pos::Title || n.human && n.pos == Pos::Noun;
    (i - from..i).find(|&k| office(&nodes[k]) && !nodes[k].plural && !nodes[k].en.starts_with("acting"))
}

/// المقدم جميل رعد: a rank before a given name, no presenter.
fn rank(nodes: &[Node], i: usize, word: &str) -> Option<&'static str> {
    let rank = match word.trim_start_matches('و') {
        "المقدم" => "Lieutenant Colonel",
        "الرائد" => "Major",
        "النقيب" => "Captain",
        "الملازم" => "Lieutenant",
        _ => return None,
    };
    let name = |x: &Node| x.person_name || x.pos == Pos::Unknown && !x.definite && known(&x.ar).is_some();
    (nodes[i].pos != Pos::Title && nodes.get(i + 1).is_some_and(|x| name(x) && !x.and && x.prep.is_none())).then_some(rank)
}

/// في إدلب (شمال غرب): a direction with nothing behind it.
fn direction(nodes: &[Node], i: usize) -> bool {
    let n = &nodes[i];
    let of = n.pos == Pos::Prep && n.mention && ["north", "south"].iter().any(|w| n.en.starts_with(w)) && n.en.ends_with(" of");
    of && nodes.get(i + 1).is_none_or(|x| !x.nominal() && !matches!(x.pos, Pos::Unknown | Pos::Dem) || x.and || x.prep.is_some())
}

/// بلدة شرق المدينة: east of it.
fn side(nodes: &[Node], i: usize) -> Option<String> {
    let n = &nodes[i];
    let side = ["east", "west", "north", "south"].contains(&n.en.as_str()) && n.ungoverned() && !n.definite && n.pron.is_none();
    let before = i.checked_sub(1).is_some_and(|b| {
        let b = &nodes[b];
        b.nominal() && (b.bare || b.definite) || b.pos == Pos::Unknown || b.pos == Pos::Adjective && b.definite
    });
    let behind = nodes.get(i + 1).is_some_and(|x| x.ungoverned() && (x.definite || x.bare));
    (side && before && behind).then(|| format!("{} of", n.en))
}

/// The word of a node, as the text has it.
fn word_in<'t>(text: &'t str) -> impl Fn(&Node) -> &'t str + Copy {
    move |n| &text[n.raw.0 as usize..n.raw.1 as usize]
}

/// Makes names of what stands in the place of one.
pub(super) fn named(text: &str, mut nodes: Vec<Node>) -> Vec<Node> {
    let word = word_in(text);
    let mut i = 0;
    while i < nodes.len() {
        if let Some(of) = side(&nodes, i) {
            let n = &nodes[i];
            nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), mention: true, content: true, ..Node::new(Pos::Prep, of) };
        } else if matches!(word(&nodes[i]), "جدة" | "بجدة" | "لجدة") && nodes[i].pos != Pos::Name {
            let n = &nodes[i];
            let prep = if word(n).starts_with('ب') { Some("ب") } else { n.prep };
            nodes[i] = Node {
                raw: n.raw,
                prep,
                bare: true,
                definite: true,
                feminine: true,
                content: true,
                ar: "جده".to_owned(),
                mention: true,
                ..Node::new(Pos::Name, "Jeddah")
            };
        } else if al_qaida(&nodes, i, word) {
            let raw = (nodes[i].raw.0, nodes[i + 2].raw.1);
            let whom = Node::new(Pos::Name, "Al-Qaida");
            nodes.splice(
                i..i + 3,
                [Node { raw, bare: true, definite: true, feminine: true, agent: true, content: true, mention: true, ..whom }],
            );
        } else if enters(&nodes, i) {
            // منع الطائرة من دخول الأجواء: from entering it; دخول المساعدات is their entry
            let entry = nodes.remove(i);
            let from = &mut nodes[i - 1];
            from.raw.1 = entry.raw.1;
            (from.en, from.mention) = (format!("{} entering", from.en), true);
            "دخول".clone_into(&mut from.ar);
            continue;
        } else if organisation(&nodes, i, word) {
            let n = &nodes[i];
            let whom = Node::new(Pos::Name, "Al-Qaida");
            nodes[i] = Node {
                raw: n.raw,
                and: n.and,
                prep: n.prep,
                bare: true,
                definite: true,
                feminine: true,
                agent: true,
                content: true,
                mention: true,
                ..whom
            };
        } else if word(&nodes[i]) == "بيد" && nodes[i].en == "but" {
            // الأحياء المتبقية بيد النظام; بيد أن is an entry of two words
            let raw = nodes[i].raw;
            nodes[i] = Node { raw, ar: "بيد".to_owned(), mention: true, ..Node::new(Pos::Prep, "in the hands of") };
        } else if nodes[i].pos == Pos::Verb && matches!(word(&nodes[i]), "صالح" | "وصالح") {
            // المليشيات وصالح: nobody reconciles without an object.
            if !nodes.get(i + 1).is_some_and(|x| x.ungoverned() && (x.definite || x.bare)) {
                nodes[i] = unknown(word(&nodes[i]), nodes[i].raw);
            }
        } else if let Some(head) = acting(&nodes, i, word(&nodes[i])) {
            if head + 1 == i {
                nodes[head].raw.1 = nodes.remove(i).raw.1;
                nodes[head].en = format!("acting {}", nodes[head].en);
                continue;
            }
            // مدير مكتب الرئيس بالإنابة فلان: the name behind is no president's
            let end = nodes.remove(i).raw.1;
            nodes[head].en = format!("acting {}", nodes[head].en);
            let last = &mut nodes[i - 1];
            last.raw.1 = end;
            if last.pos == Pos::Title {
                last.pos = Pos::Noun;
            }
            continue;
        } else if courtesy(&nodes, i, word(&nodes[i])) {
            let raw = nodes[i].raw;
            let whom = Node::new(Pos::Name, "His Excellency");
            nodes[i] = Node { raw, bare: true, definite: true, human: true, agent: true, content: true, mention: true, ..whom };
        } else if let Some(rank) = rank(&nodes, i, word(&nodes[i])) {
            let n = &mut nodes[i];
            let whom = Node::new(Pos::Title, rank);
            *n = Node {
                raw: n.raw,
                ar: n.ar.clone(),
                and: n.and,
                prep: n.prep,
                definite: true,
                human: true,
                agent: true,
                content: true,
                mention: true,
                ..whom
            };
        } else if direction(&nodes, i) {
            let n = &mut nodes[i];
            n.en = n.en.trim_end_matches(" of").to_owned();
            (n.pos, n.content) = (Pos::Adverb, true);
        } else if let Some(end) = in_quotes(&nodes, i) {
            let words: Vec<String> = nodes[i + 2..end].iter().map(|n| romanise(word(n))).collect();
            let raw = (nodes[i + 1].raw.0, nodes[end].raw.1);
            // الصحيفة الكينية «ستار»: the newspaper is the head
            let head = if nodes[i].pos == Pos::Adjective { i - 1 } else { i };
            if nodes[head].definite {
                nodes[head].en = format!("{} {}*", nodes[head].en, words.join(" "));
                nodes.drain(i + 1..=end);
                continue;
            }
            let name = Node {
                raw,
                bare: true,
                definite: true,
                agent: true,
                content: true,
                ar: "«»".to_owned(),
                ..Node::new(Pos::Name, format!("{}*", words.join(" ")))
            };
            nodes.splice(i + 1..=end, [name]);
        } else if i > 0 && paper_in_quotes(&nodes, i, word) {
            let (name, raw) = (paper(word(&nodes[i + 1])).unwrap_or_default(), (nodes[i].raw.0, nodes[i + 2].raw.1));
            let paper = Node {
                raw,
                bare: true,
                definite: true,
                agent: true,
                feminine: true,
                content: true,
                ..Node::new(Pos::Name, format!("{name}*"))
            };
            nodes.splice(i..i + 3, [paper]);
        } else if surname_in_quotes(&nodes, i) {
            let inner = unknown(word(&nodes[i + 1]), nodes[i + 1].raw);
            nodes.splice(i..i + 3, [inner]);
        } else if i > 0 && (placed(&nodes, i) || pressed(&nodes, i) || behind_preposition(&nodes, i, word(&nodes[i]))) {
            nodes[i] = unknown(word(&nodes[i]), nodes[i].raw);
        }
        i += 1;
    }
    nodes
}

/// حزب «الدعوة»: the index of the closing mark.
fn in_quotes(nodes: &[Node], i: usize) -> Option<usize> {
    let head = &nodes[i];
    // الصحيفة الكينية «ستار»: an adjective may stand between
    let described = |n: &Node| n.pos == Pos::Adjective && n.definite && n.feminine && !n.and && n.prep.is_none();
    let press = |n: &Node| {
        let word = n.ar.strip_prefix("ال").unwrap_or(&n.ar);
        n.pos == Pos::Noun && n.definite && !n.plural && called(&["صحيفه", "جريده", "مجله", "قناه"], word, n.dual)
    };
    let paper = described(head) && i.checked_sub(1).is_some_and(|b| press(&nodes[b])) || press(head);
    if !(construct(head) && is(BODIES, head) || paper) || !nodes.get(i + 1)?.quote() {
        return None;
    }
    let end = (i + 3..(i + 7).min(nodes.len())).find(|&j| nodes[j].quote())?;
    let inner = &nodes[i + 2..end];
    let plain = |n: &Node| !matches!(n.pos, Pos::Mark(_) | Pos::Name) && !n.and && (n.prep.is_none() || n.pos == Pos::Unknown);
    inner.iter().all(plain).then_some(end)
}

/// وأشار «حافظ» إلى أن: who says it.
fn surname_in_quotes(nodes: &[Node], i: usize) -> bool {
    let [.., verb] = &nodes[..i] else { return false };
    let [open, inner, close, behind] = &nodes[i..(i + 4).min(nodes.len())] else { return false };
    open.quote()
        && close.quote()
        && verb.pos == Pos::Verb
        && verb.tense == Tense::Perfect
        && verb.pron.is_none()
        && saying(&verb.en)
        && inner.content
        && !inner.mention
        && !inner.plural
        && !inner.and
        && inner.prep.is_none()
        && matches!(behind.pos, Pos::Prep | Pos::That | Pos::Mark('،' | ':') | Pos::Adverb)
}

/// Newspapers that call themselves by one word between quotation marks.
const PAPERS: &[(&str, &str)] = &[
    ("الوطن", "al-Watan"),
    ("الحياة", "al-Hayat"),
    ("الخليج", "al-Khaleej"),
    ("القبس", "al-Qabas"),
    ("الراي", "al-Rai"),
    ("الرأي", "al-Rai"),
    ("النهار", "an-Nahar"),
    ("السفير", "As-Safir"),
    ("البيان", "al-Bayan"),
    ("الاتحاد", "al-Ittihad"),
    ("الأخبار", "al-Akhbar"),
    ("المستقبل", "al-Mustaqbal"),
    ("الجمهورية", "al-Joumhouria"),
    ("الجريدة", "al-Jarida"),
    ("الشروق", "al-Shorouk"),
    ("الخبر", "al-Khabar"),
    ("الثورة", "al-Thawra"),
    ("البناء", "al-Binaa"),
    ("الديار", "ad-Diyar"),
    ("الأيام", "al-Ayyam"),
    ("الغد", "al-Ghad"),
    ("الدستور", "ad-Dustour"),
    ("الرياض", "al-Riyadh"),
    ("الأنباء", "al-Anbaa"),
];

fn paper(word: &str) -> Option<&'static str> {
    PAPERS.iter().find(|p| p.0 == word).map(|p| p.1)
}

/// قال لـ«الوطن», علمت «الوطن»: whom it was told.
fn paper_in_quotes<'t>(nodes: &[Node], i: usize, word: impl Fn(&Node) -> &'t str) -> bool {
    let ([.., before], [open, inner, close, ..]) = (&nodes[..i], &nodes[i..]) else { return false };
    if !(open.quote() && close.quote()) {
        return false;
    }
    // لـ stands alone here.
    let told = word(before).chars().filter(|c| *c != '\u{640}').eq(['ل'])
        || before.pos == Pos::Prep && before.ar == "مع" && before.pron.is_none();
    let knows = before.pos == Pos::Verb && matches!(before.en.as_str(), "know" | "learn" | "inform" | "tell");
    (told || knows) && paper(word(inner)).is_some()
}

/// بلدة ماكولين, حي السلام, منطقة يافع.
fn placed(nodes: &[Node], i: usize) -> bool {
    let (head, n) = (&nodes[i - 1], &nodes[i]);
    if !construct(head) || head.plural || n.and || n.prep.is_some() || n.pron.is_some() || n.accusative {
        return false;
    }
    let (town, area) = (is(TOWNS, head), is(AREAS, head));
    if !town && !area {
        return false;
    }
    let noun = n.pos == Pos::Noun && n.definite && !n.bare && !n.ar.contains(' ');
    if n.mention && !noun {
        return false;
    }
    let feminine = head.feminine;
    // منطقة يقيم فيها لاجئون: a clause about the place says so.
    let clause = || {
        let pronoun = if feminine { "her/it" } else { "him/it" };
        nodes[i..].iter().take(7).any(|x| x.pron.is_some_and(|p| super::node::object(p) == pronoun))
    };
    match n.pos {
        Pos::Noun if n.human && !n.definite => false,
        Pos::Noun | Pos::Masdar if n.definite => town && !n.human,
        Pos::Noun => town && !n.plural && !n.dual && n.lemma.is_some_and(|l| !l.is('m')),
        Pos::Adjective | Pos::Active | Pos::Passive
            if n.lemma.is_some_and(|l| l.is('e')) || n.en == "other" || n.en == "another" =>
        {
            false
        }
        Pos::Adjective | Pos::Active | Pos::Passive if n.definite => town && n.feminine != feminine,
        Pos::Adjective | Pos::Active | Pos::Passive => n.feminine != feminine || n.plural || n.dual,
        Pos::Verb if n.tense != Tense::Perfect || n.person == Person::He => {
            (n.person == Person::She) != feminine && matches!(n.person, Person::He | Person::She) && !clause()
        }
        _ => false,
    }
}

/// صحيفة الوطن.
fn pressed(nodes: &[Node], i: usize) -> bool {
    let (head, n) = (&nodes[i - 1], &nodes[i]);
    // صحيفة صباح الموالية للحكومة
    let common =
        n.pos == Pos::Noun && !n.definite && !n.mention && !n.plural && !n.human || n.pos == Pos::Adverb && n.en == "morning";
    let said = nodes
        .get(i + 1)
        .is_some_and(|x| x.definite && x.feminine && matches!(x.pos, Pos::Adjective | Pos::Active | Pos::Passive));
    if construct(head) && is(PRESS, head) && common && said && !n.and && n.prep.is_none() && n.pron.is_none() {
        return true;
    }
    construct(head)
        && !head.plural
        && is(PRESS, head)
        && n.definite
        && !n.ar.contains(' ')
        && !(n.mention && n.pos != Pos::Noun)
        && !n.and
        && n.prep.is_none()
        && matches!(n.pos, Pos::Noun | Pos::Masdar | Pos::Adjective | Pos::Active | Pos::Passive)
}

/// اتفق مع صالح: behind a preposition there is no verb.
fn behind_preposition(nodes: &[Node], i: usize, word: &str) -> bool {
    let (before, n) = (&nodes[i - 1], &nodes[i]);
    before.pos == Pos::Prep
        && before.pron.is_none()
        && n.pos == Pos::Verb
        && n.tense == Tense::Perfect
        && !n.and
        && n.pron.is_none()
        && known(word).is_some()
}
