//! Persons whom the glossary does not know, as participants: those whom an article introduces by office and name, and offices whose holder is not named.

use super::assemble::Given;
use super::person::Person;
use crate::analysis::statements::Who;
use crate::analysis::{Analysis, Mention};
use crate::article::Article;

/// What stands behind an office whose holder is not named.
pub(super) const UNNAMED: &str = "(not named)";

/// What a participant is called whom no entry knows; `there`, if something is said of their attendance. An office alone is a participant only then, and who only comments on talks
/// (a title that takes `comments`) is none.
pub(super) fn name(person: &Person, there: bool, given: &Given) -> Option<String> {
    let lexicon = given.lexicon;
    let comments = |id: u32| lexicon.entries[id as usize].takes.iter().any(|t| t == "comments");
    let title = person.title(lexicon);
    // `الملك فهد والشكر للشعب`: more than a name.
    let more = |w: &str| w.starts_with("وال") || w.starts_with("لل") || w.starts_with("رحم");
    if person.words().split_whitespace().any(more) {
        return None;
    }
    match person.who.who {
        Who::Words if there || title.is_some_and(|id| !comments(id)) => person.named(given).filter(|name| name.ends_with('*')),
        Who::Office(_) if there => {
            let en = person.shown(given).en;
            let mut letters = en.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect())
        }
        _ => None,
    }
}

/// True for a mention that is the first name of a person whom the article introduces and no entry knows: `السيد فوزي الفلاني` is not the Fawzi of the glossary.
pub(super) fn within(article: &Article, analysis: &Analysis, m: &Mention) -> bool {
    if article.text[m.start as usize..m.end as usize].contains(' ') {
        return false;
    }
    let first = |(start, end): (u32, u32)| start <= m.start && m.end < end && start + 4 > m.start;
    let spoken = analysis.statements.iter().map(|s| &s.speaker);
    spoken.chain(analysis.named.iter().map(|n| &n.speaker)).any(|s| s.who == Who::Words && first(s.span))
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brief;

    /// The participants of an article on Astana 4, by name, office, party and presence.
    fn read(text: &str) -> Vec<String> {
        let opens = "انطلقت اليوم الجولة الرابعة من محادثات أستانا.";
        let brief = brief("2017-05-03", &format!("{opens} {text}"));
        brief.participants.iter().map(|p| format!("{} | {} | {} | {}", p.en, p.role, p.party, p.presence)).collect()
    }

    #[test]
    fn persons_without_an_entry() {
        assert_eq!(
            read("وقال رئيس الوفد التركي سالم الأحمدي إن اللقاءات صعبة."),
            ["Salem al-Ahmadi* | head of delegation of Turkey | Turkey | attended"]
        );
        assert_eq!(
            read("وحضر وفد من الحوثيين برئاسة العميد سالم الأحمدي، وغابت قطر.")[0],
            "Salem al-Ahmadi* | head of delegation | Houthis | attended"
        );
        // Who comments takes no part.
        assert_eq!(read("وقال الباحث سالم الأحمدي إن اللقاءات صعبة."), [""; 0]);
    }

    #[test]
    fn who_heads_is_told_before_another_office() {
        assert_eq!(
            read("وقال رئيس الوفد التركي إلى المحادثات، نائب وزير الخارجية، سالم الأحمدي، إن اللقاءات صعبة."),
            ["Salem al-Ahmadi* | head of delegation of Turkey | Turkey | attended"]
        );
        // Of other talks, and of one who only came back.
        let heads = |text: &str| read(text).iter().any(|p| p.contains("head of delegation") || p.ends_with("attended"));
        assert!(!heads("ولم يذهب أحد منذ أن عاد رئيس الوفد الحكومي، وزير المعادن سالم الأحمدي، من جدة."));
        assert!(!heads("وحول مغادرة أعضاء وفد المعارضة القاعة رأى سيرغي لافروف أن الأمر عادي."));
    }

    #[test]
    fn members_of_a_delegation() {
        assert_eq!(
            read("وضم وفد الحكومة السورية السفير رياض حداد وعضو مجلس الشعب أحمد الكزبري."),
            [
                "Riyad Haddad | ambassador | Syrian government | attended",
                "Ahmad Kuzbari | member of parliament | Syrian government | attended"
            ]
        );
        assert_eq!(
            read("وحضر وفد المعارضة. وقال عضو الوفد العقيد سالم الأحمدي إن اللقاءات صعبة.")[0],
            "Salem al-Ahmadi* | member of the delegation of the Syrian opposition | Syrian opposition | attended"
        );
        let listed = read("وضم الوفد مستشار وزير الخارجية والمغتربين سالم الأحمدي وعضو مجلس الشعب أحمد الكزبري.");
        let adviser = "Salem al-Ahmadi* | adviser to the Foreign Minister |  | attended";
        assert!(listed.iter().any(|p| p == adviser), "{listed:?}");
        // Of which one is not told.
        let unnamed = "Salem al-Ahmadi* | member of a delegation that the article does not name |  | attended";
        let two = read("وحضر وفد المعارضة ووفد الحكومة السورية. وقال عضو الوفد العقيد سالم الأحمدي إن اللقاءات صعبة.");
        assert!(two.iter().any(|p| p == unnamed), "{two:?}");
        let other = read("وحضر وفد المعارضة. وقال سالم الأحمدي، عضو الوفد الحكومي، إن اللقاءات صعبة.");
        assert!(!other.iter().any(|p| p.contains("of the Syrian opposition")), "{other:?}");
    }

    #[test]
    fn who_came_and_who_was_elsewhere() {
        let there = |text: &str| read(text).iter().any(|p| p.ends_with("attended"));
        assert!(there("وأوضح أن نائب الوزير سالم الأحمدي، الذي حضر المحادثات، لم يتكلم."));
        assert!(!there("وأوضح أن نائب الوزير سالم الأحمدي، الذي حضر الحفل، لم يتكلم."));
        assert!(!there("ووصل الرئيس الروسي فلاديمير بوتين أمس إلى قاعدة حميميم."));
        assert!(there("ووصل وفد الحكومة السورية أمس إلى أستانا."));
        assert!(!there("وكانت القاهرة قد استقبلت وفدا تركيا برئاسة العميد سالم الأحمدي."));
        assert!(there("وحضر وفد تركي برئاسة العميد سالم الأحمدي."));
        assert!(!there("وقال سيرغي لافروف إن العمل سيمضي بحضور الأردن أو من دونه."));
        assert!(read("وعقدت ثلاث جولات سابقة، وقاطعت فصائل المعارضة آخرها.").is_empty());
        assert!(!there("ويسبق الجولة المقبلة في نوفمبر لقاء بين رئيسي وفدي الحكومة والمعارضة أحمد الكزبري وهادي البحرة."));
    }

    #[test]
    fn whose_and_of_what_an_office_is() {
        let one = |text: &str| read(text).into_iter().find(|p| p.contains("al-Ahmadi")).unwrap_or_default();
        assert_eq!(
            one("وكشف عضو اللجنة العسكرية اللواء سالم الأحمدي أن اللقاءات صعبة."),
            "Salem al-Ahmadi* | member of the military committee |  | mentioned"
        );
        // Of which committee is not told.
        assert_eq!(one("وكشف عضو اللجنة اللواء سالم الأحمدي أن اللقاءات صعبة."), "Salem al-Ahmadi* | member |  | mentioned");
        assert_eq!(
            one("ورحبت الحكومة السورية بالنتائج. وقال عضو الوفد الحكومي سالم الأحمدي إن اللقاءات صعبة."),
            "Salem al-Ahmadi* | member of the government delegation | Syrian government | attended"
        );
        // A department that is called by what it deals with, and an ambassador to a country.
        assert!(!one("وأكد السفير سالم الأحمدي، مدير الإدارة الأميركية بالوزارة، أن القرار وطني.").contains("United States"));
        assert!(one("وقال السفير الروسي لدى اليمن سالم الأحمدي إن اللقاءات صعبة.").contains("| Russia |"));
    }

    #[test]
    fn who_was_at_other_talks_or_speaks_of_a_town() {
        let here = |text: &str, is: &str| read(text).iter().any(|p| p.contains("al-Ahmadi") && p.ends_with(is));
        assert!(!here(
            "وقال وزير المعادن رئيس الوفد الحكومي إلى المشاورات التي جرت في جدة، الأستاذ سالم الأحمدي، إن المشاورات انتهت.",
            "attended"
        ));
        let town = "ويشمل الاتفاق مدينة الحديدة. ووصل مراقبون إلى الحديدة.";
        assert!(!here(
            &format!("{town} وفي الحديدة، أعلن المتحدث باسم القوات المسلحة العميد سالم الأحمدي رصد خروق."),
            "elsewhere"
        ));
        assert!(here("وفي طهران، أعلن المتحدث باسم القوات المسلحة العميد سالم الأحمدي أن بلاده سترد.", "elsewhere"));
    }

    #[test]
    fn another_meeting_is_not_this_one() {
        assert!(read("وقال بشار الجعفري إن سوريا ستحضر مؤتمر الحوار الوطني في سوتشي.").iter().all(|p| !p.ends_with("expected")));
        assert!(read("وعن مؤتمر الحوار الوطني قال بشار الجعفري إن سوريا ستشارك فيه.").iter().all(|p| !p.ends_with("expected")));
        assert!(read("وقال بشار الجعفري إن سوريا ستشارك في الجولة.").iter().any(|p| p.ends_with("expected")));
    }

    #[test]
    fn deeds_of_those_who_are_there() {
        let there = |text: &str, who: &str| read(text).iter().any(|p| p.starts_with(who) && p.ends_with("attended"));
        let ramzy = "Ramzy Ezzeldin Ramzy";
        assert!(there("وكان نائب المبعوث، رمزي عز الدين رمزي، هو من استقبل الوفود في المطار.", ramzy));
        assert!(!there("وكان نائب المبعوث، رمزي عز الدين رمزي، هو من استقبل السفير في المطار.", ramzy));
        assert!(there("وعقد وفد المعارضة خمس جلسات مع رمزي عز الدين رمزي.", ramzy));
        assert!(!there("وسيعقد وفد المعارضة جلسة مع رمزي عز الدين رمزي غدا.", ramzy));
        assert!(!there("ولم يعقد وفد المعارضة أي جلسة مع رمزي عز الدين رمزي.", ramzy));
        let gatilov = "Gennady Gatilov";
        assert!(there("والتقى وفد المعارضة خلال الجولة نائب وزير الخارجية الروسي غينادي غاتيلوف.", gatilov));
        assert!(!there("والتقى وفد المعارضة قبل الجولة نائب وزير الخارجية الروسي غينادي غاتيلوف في موسكو.", gatilov));
        let guterres = "António Guterres";
        assert!(there("وفي ختام المحادثات تحدث الوزير، وإلى جانبه أنطونيو غوتيريش، عن خطوة كبيرة.", guterres));
        assert!(!there("وفي نيويورك تحدث الوزير، وإلى جانبه أنطونيو غوتيريش، عن خطوة كبيرة.", guterres));
    }

    #[test]
    fn offices_in_a_delegation() {
        let there = |text: &str| read(text).iter().any(|p| p.ends_with("attended"));
        assert!(there("وقال المستشار القانوني للوفد، المحامي سالم الأحمدي، إن اللقاءات صعبة."));
        assert!(there("ورد عليه عضو الوفد عن الفصائل، المقدم فاتح حسون، بأن اللقاءات صعبة."));
        assert!(!there("وسلم سفير روسيا رسالة إلى الوفد، وقال المحامي سالم الأحمدي إن اللقاءات صعبة."));
        assert_eq!(
            read("وقال رئيس وفد النظام السوري بشار الجعفري إن اللقاءات صعبة."),
            ["Bashar Ja'afari | head of delegation of the Syrian government | Syrian government | attended"]
        );
        assert_eq!(
            read("ورحب نائب وزير الدفاع الروسي، الفريق ألكسندر فومين، باللقاءات.")[0],
            "Alexander Fomin | Russian Deputy Defence Minister | Russia | mentioned"
        );
    }

    #[test]
    fn who_observes_and_who_is_away() {
        let rows = read("ويشارك في الجولة مراقبون من لبنان والعراق.");
        assert_eq!(rows, ["Iraq | side |  | observer", "Lebanon | side |  | observer"]);
        assert_eq!(read("وتنوي الأمم المتحدة إرسال مراقبين من لبنان والعراق."), [""; 0]);
        let away = |text: &str| read(text).iter().any(|p| p.ends_with("absent"));
        assert!(away("وبدأت اللقاءات في غياب وفد المعارضة السورية."));
        assert!(!away("وقال إن المحادثات لا معنى لها في غياب وفد المعارضة السورية."));
    }

    #[test]
    fn a_surname_is_the_person_in_full() {
        let rows = read("وقال عضو الوفد التركي سالم الأحمدي إن اللقاءات صعبة. وقال الأحمدي، كبير المفاوضين، إنه متعب.");
        assert_eq!(rows.len(), 1, "{rows:?}");
    }

    #[test]
    fn one_person_is_told_once() {
        assert_eq!(read("وقال الرئيس بشار الأسد إن اللقاءات صعبة. وشكك الأسد في النتائج.").len(), 1);
    }

    #[test]
    fn offices_alone() {
        assert_eq!(
            read("وترأس الوفد التركي نائب وزير الخارجية، وغابت قطر.")[0],
            "Deputy Foreign Minister of Turkey (not named) |  | Turkey | attended"
        );
        let office = |p: &String| p.contains("(not named)");
        assert!(!read("وقال نائب وزير الخارجية التركي إن اللقاءات صعبة.").iter().any(office));
    }

    #[test]
    fn the_first_name_of_another() {
        assert_eq!(
            read("وقال عضو الوفد التركي السيد فوزي الأحمدي إن اللقاءات صعبة."),
            ["Fawzi al-Ahmadi* | member of the delegation of Turkey | Turkey | attended"]
        );
    }

    #[test]
    fn whose_forces_are_told_of_is_not_there() {
        let signed =
            "ووقع عن الحكومة رئيس وفدها اللواء سليم رشيد، وعن القيادة العامة التابعة للمشير خليفة حفتر اللواء نبيل حامد.";
        let heads = |rows: Vec<String>, name: &str| rows.into_iter().find(|r| r.starts_with(name));
        assert_eq!(
            heads(read(signed), "Khalifa Haftar").as_deref(),
            Some("Khalifa Haftar |  | Libyan National Army | mentioned")
        );
    }

    #[test]
    fn the_last_meeting_that_he_attends() {
        let row = |text: &str| read(text).into_iter().find(|r| r.starts_with("Staffan de Mistura")).unwrap_or_default();
        assert!(row("وخرج المبعوث ستيفان دي ميستورا من آخر اجتماع يحضره في المدينة بلا نتيجة.").ends_with("attended"));
        assert!(row("وتحدث المبعوث ستيفان دي ميستورا عن آخر اجتماع في جنيف.").ends_with("mentioned"));
    }

    #[test]
    fn one_name_in_one_word_and_in_two() {
        let text = "وقال رئيس الوفد التركي أحمد أبو سالم إن الجولة مفيدة. وأكد رئيس الوفد التركي أحمد أبوسالم أن الهدنة باقية.";
        assert_eq!(read(text), ["Ahmed Abu Salem* | head of delegation of Turkey | Turkey | attended"]);
    }

    #[test]
    fn a_member_of_the_government_delegation() {
        assert_eq!(
            read("وقال محمد الشامي، عضو الوفد الحكومي، إن الرسائل لم تصل."),
            ["Mohammed al-Shami* | member of the government delegation |  | attended"]
        );
    }

    #[test]
    fn whose_the_army_is() {
        let text = "وأكد رئيس وفد الجيش الليبي التابع لحكومة الوفاق اللواء سليم رشيد أن الاتفاق قائم.";
        assert_eq!(
            read(text),
            ["Salim Rashid* | head of delegation of Government of National Accord | Government of National Accord | attended"]
        );
    }
}
