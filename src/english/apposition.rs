//! A name behind its title: whose it is, and where it stands in English.

use super::node::{Node, Pos};
use super::np::{Det, Np};
use super::{generate, names};

/// A name behind its title: Russian Foreign Minister Sergey Lavrov.
pub(super) fn apposed(nodes: &[Node], p: &mut Np) {
    if !(p.title || p.human) || p.name {
        return;
    }
    let comma = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Mark('،') || x.pos == Pos::Mark(','));
    let at = p.next + usize::from(comma);
    // وزير الخارجية السعودي الأمير فيصل بن فرحان
    let rank = nodes.get(at).filter(|x| x.pos == Pos::Title && x.definite && !x.and && x.prep.is_none() && !comma);
    let rank = rank.filter(|_| nodes.get(at + 1).is_some_and(|x| x.pos == Pos::Name && x.person_name && !x.and));
    let at = at + usize::from(rank.is_some());
    let Some(n) = nodes.get(at).filter(|x| !x.and && x.prep.is_none()) else { return };
    // مساعد وزير الخارجية علي خاجي: the name is the aide's.
    let aide =
        p.title && p.post.starts_with("of ") && ["Minister", "Secretary", "ambassador"].iter().any(|w| p.post.ends_with(w));
    let known = n.pos == Pos::Name && n.person_name;
    // الدكتور الربيعة: a surname with the article
    let surname = || !comma && super::slots::personal(&nodes[p.at]) && p.next == p.at + 1;
    // الحافظ بخيت محمد: a given name with its article, before two of the table
    let table = || names::article(nodes, at);
    let unknown = n.pos == Pos::Unknown && (!n.definite || surname() || table());
    if !(known || unknown) || !(p.definite || p.title) {
        return;
    }
    let (name, next) = if known { (n.en.clone(), at + 1) } else { names::name(nodes, at) };
    if name.starts_with('…') {
        return;
    }
    // الأمير تركي: a prince, but for those who rule.
    if p.title && p.head == "Emir" && nodes[p.at].definite && !["Al Thani", "Sabah"].iter().any(|w| name.contains(w)) {
        "Prince".clone_into(&mut p.head);
    }
    // الأمير محمد بن سلمان: the glossary's name has his rank.
    if p.title && matches!(p.head.as_str(), "Emir" | "Prince") && name.starts_with("Prince ") {
        p.head.clear();
    }
    let name = match rank {
        Some(r) if r.en == "Emir" => format!("Prince {name}"),
        Some(r) => format!("{} {name}", titled(&r.en)),
        None => name,
    };
    // بين الرئيسين المصري … ونظيره: one each.
    if p.dual {
        p.pre.retain(|w| w != "two");
        if let Some(one) = p.head.strip_suffix('s') {
            p.head = one.to_owned();
        }
    }
    // خولة مطر، نائبة المبعوث الأممي فلان: she is the deputy, he the envoy.
    let introduced = p.at > 1
        && matches!(nodes[p.at - 1].pos, Pos::Mark('،' | ','))
        && (nodes[p.at - 2].person_name || nodes[p.at - 2].pos == Pos::Unknown);
    if introduced && !comma && p.head.contains("Deputy ") && p.post.is_empty() && nodes[p.at].feminine {
        p.head = format!("deputy of {} {name}", p.head.replacen("Deputy ", "", 1));
        (p.det, p.next, p.name, p.definite) = (Det::The, next, true, true);
        return;
    }
    let closed = nodes.get(next).is_some_and(|x| matches!(x.pos, Pos::Mark('،' | ',')));
    if aide && !comma {
        let closed = if nodes.get(next).is_some_and(|x| !matches!(x.pos, Pos::Mark(_))) { "," } else { "" };
        p.post = format!("{}, {name}{closed}", p.post);
    } else if p.post.is_empty() && p.title && !matches!(p.det, Det::Words(_)) {
        p.pre.push(titled(&p.head));
        for w in &mut p.pre {
            *w = titled(w);
        }
        p.head = name;
        p.det = Det::None;
    } else {
        p.post = if comma {
            format!("{}, {name}{}", p.post, if closed { "," } else { "" })
        } else {
            format!("{} {name}", p.post).trim_start().to_owned()
        };
    }
    p.next = next + usize::from(closed && comma);
    p.name = p.det == Det::None;
    p.definite = true;
}

/// A title before a name has capitals.
fn titled(words: &str) -> String {
    let small = ["of", "for", "to", "the", "and", "in", "on"];
    words.split(' ').map(|w| if small.contains(&w) { w.to_owned() } else { generate::capital(w) }).collect::<Vec<_>>().join(" ")
}
