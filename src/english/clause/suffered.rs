//! Verbs that a thing suffers.

use super::*;

/// Verbs that a thing suffers: with a thing as their only noun phrase they are passive.
pub(super) fn passive_of_thing(n: &Node, f: &Feat) -> bool {
    const SUFFERED: &[&str] = &[
        "عقد",
        "شكل",
        "أجرى",
        "نشر",
        "افتتح",
        "حدد",
        "طرح",
        "نقل",
        "عرض",
        "أطلق",
        "أغلق",
        "فتح",
        "بحث",
        "ناقش",
        "وجه",
        "حسم",
        "وقع",
        "أنشأ",
        "أصدر",
        "ألغى",
        "أجل",
        "أرجأ",
        "اعتبر",
        "وصف",
        "نفذ",
        "أعد",
        "قدم",
        "رفع",
        "وضع",
        "استأنف",
        "طبق",
        "أقر",
        "اعتمد",
        "انتخب",
        "بنى",
        "دمر",
        "أقام",
        "نظم",
        "كتب",
        "فرض",
        "حل",
        "ذكر",
        "عد",
        "خصص",
        "استخدم",
        "ستجري",
        "أعلن",
        "قرر",
        "تداول",
        "شن",
        "أسدل",
        "أودع",
        "خفض",
        "سلم",
        "تبنى",
        "بذل",
        "أحرز",
        "علق",
        "مدد",
        "مد",
        "أبرم",
        "أنجز",
        "صاغ",
        "سحب",
        "أزال",
        "رصد",
        "اتخذ",
        "خرق",
        "انتهك",
        "رفض",
    ];
    !f.agent && !f.human && !matches!(n.en.as_str(), "occur" | "rely" | "depend") && SUFFERED.iter().any(|v| is_verb(n, v))
}

/// What is done to what people own: houses are destroyed, property is looted.
pub(super) fn done_to_things(n: &Node) -> bool {
    ["دمر", "هدم", "أحرق", "نهب", "صادر", "قصف"].iter().any(|v| is_verb(n, v))
}

/// Verbs that people suffer: with nobody behind them they are passive (قتل 15 شخصا, أن المحتجزين أطلق سراحهم).
pub(super) fn done_to_people(n: &Node) -> bool {
    const WHOM: &[&str] = &["قتل", "جرح", "أصاب", "اعتقل", "خطف", "شرد", "احتجز", "أسر", "أوفد", "أرسل", "اغتال", "أفرج"];
    WHOM.iter().any(|v| is_verb(n, v)) || n.en == "release"
}
