//! Ministers and ministries by what they are for: وزير النقل is the Transport Minister, وزيري التعليم والعمل the Education and Labour Ministers.

use super::node::{Node, Pos};
use crate::arabic::fold::fold;

/// What a minister is for, without the article of its first word; the longer first.
const PORTFOLIOS: &[(&str, &str)] = &[
    ("تربيه والتعليم", "Education"),
    ("تعليم العالي والبحث العلمي", "Higher Education and Research"),
    ("تعليم العالي", "Higher Education"),
    ("تعليم", "Education"),
    ("تربيه", "Education"),
    ("نقل والمواصلات", "Transport"),
    ("نقل", "Transport"),
    ("مواصلات", "Transport"),
    ("عمل والشؤون الاجتماعيه", "Labour and Social Affairs"),
    ("عمل", "Labour"),
    ("قوي العامله", "Labour"),
    ("شؤون الاجتماعيه", "Social Affairs"),
    ("تضامن الاجتماعي", "Social Solidarity"),
    ("شؤون الاسلاميه", "Islamic Affairs"),
    ("شؤون الدينيه", "Religious Affairs"),
    ("شؤون القانونيه", "Legal Affairs"),
    ("شؤون البرلمانيه", "Parliamentary Affairs"),
    ("شؤون الاستراتيجيه", "Strategic Affairs"),
    ("شؤون الانسانيه", "Humanitarian Affairs"),
    ("شؤون الخارجيه", "Foreign Affairs"),
    ("اداره المحليه", "Local Administration"),
    ("حكم المحلي", "Local Government"),
    ("تنميه المحليه", "Local Development"),
    ("تنميه الاجتماعيه", "Social Development"),
    ("تنميه الاداريه", "Administrative Development"),
    ("تنميه", "Development"),
    ("حقوق الانسان", "Human Rights"),
    ("ثروه السمكيه", "Fisheries"),
    ("ثروه الحيوانيه", "Livestock"),
    ("ثروه المعدنيه", "Mineral Resources"),
    ("موارد المائيه والري", "Water Resources and Irrigation"),
    ("موارد المائيه", "Water Resources"),
    ("ري", "Irrigation"),
    ("مياه", "Water"),
    ("كهرباء", "Electricity"),
    ("طاقه", "Energy"),
    ("نفط", "Oil"),
    ("بترول", "Petroleum"),
    ("معادن", "Minerals"),
    ("زراعه", "Agriculture"),
    ("صناعه", "Industry"),
    ("تجاره", "Trade"),
    ("استثمار", "Investment"),
    ("تموين", "Supply"),
    ("تخطيط والتعاون الدولي", "Planning and International Cooperation"),
    ("تخطيط", "Planning"),
    ("تعاون الدولي", "International Cooperation"),
    ("ماليه", "Finance"),
    ("اقتصاد", "Economy"),
    ("خزانه", "Treasury"),
    ("عدل", "Justice"),
    ("قضاء", "Justice"),
    ("صحه", "Health"),
    ("بيئه", "Environment"),
    ("اسكان", "Housing"),
    ("اشغال العامه", "Public Works"),
    ("اشغال", "Public Works"),
    ("اتصالات وتقنيه المعلومات", "Communications and Information Technology"),
    ("اتصالات وتكنولوجيا المعلومات", "Communications and Information Technology"),
    ("اتصالات", "Communications"),
    ("اعلام", "Information"),
    ("ثقافه", "Culture"),
    ("سياحه", "Tourism"),
    ("اثار", "Antiquities"),
    ("شباب والرياضه", "Youth and Sports"),
    ("شباب", "Youth"),
    ("رياضه", "Sports"),
    ("اوقاف", "Religious Endowments"),
    ("داخليه", "Interior"),
    ("خارجيه", "Foreign"),
    ("دفاع", "Defence"),
    ("امن الداخلي", "Internal Security"),
    ("امن القومي", "National Security"),
    ("امن", "Security"),
    ("هجره", "Migration"),
    ("مغتربين", "Expatriates"),
    ("مصالحه الوطنيه", "National Reconciliation"),
    ("مصالحه", "Reconciliation"),
    ("اغاثه", "Relief"),
    ("استخبارات", "Intelligence"),
    ("طيران المدني", "Civil Aviation"),
];

/// Puts an office or a ministry and what it is for together.
pub(super) fn joined(text: &str, nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(mut n) = it.next() {
        let rest = &text[n.raw.1 as usize..];
        if let Some((front, back)) = office(&n)
            && let Some((what, used)) = list(rest, front.as_deref())
        {
            let end = n.raw.1 + used as u32;
            n.en = format!("{what} {back}");
            (n.definite, n.mention, n.lemma) = (true, true, None);
            (n.plural, n.dual) = (n.plural || n.dual || n.ar.starts_with("وزيرا") || n.ar.starts_with("وزيري"), false);
            n.raw.1 = end;
            while it.next_if(|x| x.raw.1 <= end).is_some() {}
        }
        // نائب رئيس الوزراء وزير الخارجية: one man with two offices
        if n.pos == Pos::Title
            && n.definite
            && !n.and
            && n.prep.is_none()
            && n.en.ends_with(" Minister")
            && let Some(first) =
                out.last_mut().filter(|f| f.pos == Pos::Title && f.en == "Deputy Prime Minister" && f.pron.is_none())
        {
            first.en = format!("{} and {}", first.en, n.en);
            (first.raw.1, first.definite) = (n.raw.1, true);
            continue;
        }
        out.push(n);
    }
    one_each(text, out)
}

/// وزيري الخارجية سيرغي لافروف والدفاع سيرغي شويغو: each minister has a name and what he is for.
fn one_each(text: &str, mut nodes: Vec<Node>) -> Vec<Node> {
    let name = |x: Option<&Node>| x.is_some_and(|x| x.person_name && !x.and && x.prep.is_none());
    for i in 2..nodes.len() {
        let ministers = &nodes[i - 2];
        let two = ministers.pos == Pos::Title && (ministers.plural || ministers.dual) && ministers.en.ends_with(" Minister");
        if !two || !name(nodes.get(i - 1)) || !nodes[i].and || !name(nodes.get(i + 1)) {
            continue;
        }
        let Some((what, used)) = one(&text[nodes[i].raw.0 as usize..], true) else { continue };
        if nodes[i].raw.0 + used as u32 != nodes[i].raw.1 {
            continue;
        }
        (nodes[i - 2].plural, nodes[i - 2].dual) = (false, false);
        let title = Node { ar: nodes[i].ar.clone(), raw: nodes[i].raw, ..Node::new(Pos::Title, format!("{what} Minister")) };
        nodes[i] = Node { and: true, definite: true, human: true, agent: true, mention: true, content: true, ..title };
    }
    nodes
}

/// What an office is called before and behind what it is for: `(None, "Minister")`, `(Some("Foreign"), "Minister")`.
fn office(n: &Node) -> Option<(Option<String>, String)> {
    if n.pron.is_some() || !n.nominal() {
        return None;
    }
    if n.pos == Pos::Title && n.en == "Minister" && !n.definite {
        return Some((None, "Minister".to_owned()));
    }
    if n.pos == Pos::Noun && n.en == "ministry" && !n.definite && !n.plural {
        return Some((None, "Ministry".to_owned()));
    }
    // وزير الخارجية والمغتربين
    let word = ["Minister", "Ministry", "ministry"].into_iter().find(|w| n.mention && n.en.ends_with(*w))?;
    let front = n.en.strip_suffix(word)?.trim();
    let (before, what) = front.rsplit_once(' ').unwrap_or(("", front));
    let known = PORTFOLIOS.iter().any(|p| p.1.eq_ignore_ascii_case(what)) && ["", "Deputy", "Former"].contains(&before);
    let what = if what == "Foreign" { "Foreign Affairs".to_owned() } else { super::generate::capital(what) };
    known.then(|| (Some(format!("{before} {what}").trim().to_owned()), super::generate::capital(word)))
}

/// The portfolios that stand at the beginning of a text, joined by و, as English, and how many bytes they are. `first` is what stands before them.
fn list(rest: &str, first: Option<&str>) -> Option<(String, usize)> {
    let mut found: Vec<String> = first.map(str::to_owned).into_iter().collect();
    let mut used = 0;
    loop {
        let and = !found.is_empty();
        let Some((en, len)) = one(&rest[used..], and) else { break };
        found.push(en.to_owned());
        used += len;
    }
    if used == 0 {
        return None;
    }
    // الخارجية والدفاع: Foreign Affairs and Defence
    if found.len() > 1 && found[0] == "Foreign" {
        "Foreign Affairs".clone_into(&mut found[0]);
    }
    let last = found.pop()?;
    Some((if found.is_empty() { last } else { format!("{} and {last}", found.join(", ")) }, used))
}

/// The portfolio at the beginning of a text, with و before it if `and`.
fn one(rest: &str, and: bool) -> Option<(&'static str, usize)> {
    let (mut words, mut end) = (Vec::new(), 0);
    let mut ends = Vec::new();
    for word in rest.split(' ') {
        if word.is_empty() {
            end += 1;
            continue;
        }
        let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
        words.push(letters);
        ends.push(end + letters.len());
        end += word.len() + 1;
        if words.len() == 4 || letters.len() < word.len() {
            break;
        }
    }
    let first = words.first()?.strip_prefix(if and { "وال" } else { "ال" })?;
    for count in (1..=words.len()).rev() {
        let mut whole = fold(first);
        for word in &words[1..count] {
            whole.push(b' ');
            whole.extend(fold(word));
        }
        let same = |p: &&(&str, &str)| {
            let mut ar = Vec::new();
            for (n, word) in p.0.split(' ').enumerate() {
                if n > 0 {
                    ar.push(b' ');
                }
                ar.extend(fold(word));
            }
            ar == whole
        };
        if let Some(found) = PORTFOLIOS.iter().find(same) {
            return Some((found.1, ends[count - 1]));
        }
    }
    None
}
