//! The dated events of a round, in the order of their days, and where the sources give one event different days.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{Datelike, Months, NaiveDate};

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::context::DateRange;
use super::events::{Event, of_sentence, precision};
use super::happened::RETURN;
use super::parts::{Citation, Dispute, DisputeValue, Speaker, TimelineEvent};
use super::speakers::of;
use crate::analysis::Analysis;
use crate::analysis::dates::Precision;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::round::assign::Round;
use crate::round::tracks;

/// What the label of an event begins with that is the first day of something.
const START: &str = "Start of ";
const SIGNING: &str = "Signing of ";
/// Days from a round within which it begins and ends.
const FAR: i64 = 45;
/// Events of a timeline.
const MOST: usize = 12;

/// Where an event stands in the round's articles.
struct Place<'a> {
    article: &'a Article,
    analysis: &'a Analysis,
    event: Event,
}

fn all<'a>(round: &Round<'a>, given: &Given) -> Vec<Place<'a>> {
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        for n in 0..analysis.sentences.len() {
            if analysis.sentences[n].kind == SentenceKind::Sentence {
                out.extend(of_sentence(article, analysis, n, round, given).into_iter().map(|event| Place {
                    article,
                    analysis,
                    event,
                }));
            }
        }
    }
    out
}

/// Days from the first to the last of a round whose days reports tell apart.
const SHORT: i64 = 2;

/// The dated events of a round, in the order of their days, up to the day of the newest source; and where the sources give one event different days.
pub(super) fn timeline(round: &Round, given: &Given, cites: &mut Cites) -> (Vec<TimelineEvent>, Vec<Dispute>) {
    let held = round.data(given.tracks).map(tracks::Round::held).map(|h| (h.start, h.end));
    let newest = round.articles.iter().filter_map(|(_, a)| a.meta.date.as_ref().map(|d| d.value)).max();
    let mut events: Vec<TimelineEvent> = Vec::new();
    let mut known: BTreeMap<(NaiveDate, String), usize> = BTreeMap::new();
    let mut days: Vec<(String, Vec<(DateRange, DisputeValue)>)> = Vec::new();
    for Place { article, analysis, event } in all(round, given) {
        let vague = event.precision == Precision::NotAfter || event.label == "Meeting";
        // A day, month or year far from the round is not that of its beginning or end.
        let far = |d: NaiveDate| held.is_some_and(|(start, end)| (d - end).num_days() > FAR || (start - d).num_days() > FAR);
        let elsewhere = event.own && far(event.days.start) && far(event.days.end);
        let to_come = event.future && newest.is_some_and(|n| event.days.end > n);
        if event.hoped
            || event.expected
            || event.planned
            || vague
            || elsewhere
            || to_come
            || newest.is_some_and(|n| event.days.start > n)
        {
            continue;
        }
        let ar = &article.text[event.span.0 as usize..event.span.1 as usize];
        let citation = cites.cite(article, event.sentence, event.span.0, event.span.1);
        // Where a round lasts for days, only those on which it began are one and the same.
        let lasts = held.is_some_and(|(start, end)| (end - start).num_days() > SHORT);
        // An agreement is signed once; of one that was signed long before or behind the round no day is compared.
        let signed = event.label.starts_with(SIGNING) && !far(event.days.start) && !analysis.sentences[event.sentence].background;
        let back = event.label.starts_with(RETURN) && !far(event.days.start) && !analysis.sentences[event.sentence].background;
        let compared = event.own && (!lasts || event.label.starts_with(START)) || signed || back;
        if compared && event.precision == Precision::Day {
            dated(
                &mut days,
                event.label.strip_prefix(START).unwrap_or(&event.label),
                &event,
                speaker(article, analysis, &event, given),
                ar,
                &citation,
            );
        }
        let label = match event.days {
            DateRange { start, end } if start != end && event.precision == Precision::Day => {
                format!("{} (to {})", event.label, end.format("%-d %B"))
            }
            _ => event.label.clone(),
        };
        match known.entry((event.days.start, label.clone())) {
            Entry::Occupied(at) => events[*at.get()].citations.push(citation),
            Entry::Vacant(place) => {
                place.insert(events.len());
                events.push(TimelineEvent {
                    date: event.days.start,
                    precision: precision(event.precision).to_owned(),
                    background: analysis.sentences[event.sentence].background,
                    ar: ar.to_owned(),
                    en: rule(label, "a date with its nearest verb of an event"),
                    citations: vec![citation],
                });
            }
        }
    }
    events.sort_by_key(|e| e.date);
    told_by_its_start(&mut events);
    told_by_its_day(&mut events);
    told_in_full(&mut events);
    // The oldest background goes first.
    let mut more = events.len().saturating_sub(MOST);
    for background in [true, false] {
        events.retain(|e| {
            let goes = more > 0 && e.background == background;
            more -= usize::from(goes);
            !goes
        });
    }
    // A delegation may come back more than once.
    let near = |label: &str, list: &[(DateRange, DisputeValue)]| {
        let first = list.iter().map(|(d, _)| d.start).min();
        let last = list.iter().map(|(d, _)| d.start).max();
        !label.starts_with(RETURN) || first.zip(last).is_some_and(|(a, b)| (b - a).num_days() <= SHORT)
    };
    // The first day counts: `عقدت في 15 و16` and `بدأت في 15` agree.
    let differ = |list: &[(DateRange, DisputeValue)]| list.iter().any(|(d, _)| d.start != list[0].0.start);
    let disputes = days.into_iter().filter(|(label, list)| differ(list) && near(label, list)).map(|(label, list)| Dispute {
        slot: "day".to_owned(),
        slot_en: format!("day: {label}"),
        values: list.into_iter().map(|(_, v)| v).collect(),
    });
    (events, disputes.collect())
}

/// A day on which something starts or ends is not told again as a day of the thing itself.
fn told_by_its_start(events: &mut Vec<TimelineEvent>) {
    let mut at = 0;
    while at < events.len() {
        let label = format!(" of {}", events[at].en.text);
        let same = |e: &TimelineEvent| (e.date, &e.precision) == (events[at].date, &events[at].precision);
        match find(events, events[at].date, events[at].date, |e| same(e) && e.en.text.ends_with(&label)) {
            Some(other) => {
                let event = events.remove(at);
                events[other - usize::from(other > at)].citations.extend(event.citations);
            }
            None => at += 1,
        }
    }
}

/// `Signing of the memorandum` is not told again beside that of the memorandum of understanding.
fn told_in_full(events: &mut Vec<TimelineEvent>) {
    let mut at = 0;
    while at < events.len() {
        let label = format!("{} of ", events[at].en.text);
        let (date, signs) = (events[at].date, events[at].en.text.starts_with(SIGNING));
        // `Signing of the declaration` beside that of a declaration which has a name.
        let own = events[at].en.text.clone();
        let bare = ["declaration", "agreement", "document", "documents"].iter().any(|w| own.ends_with(&format!("of the {w}")));
        let named = |e: &TimelineEvent| bare && e.en.text.starts_with(SIGNING) && e.en.text.len() > own.len();
        match find(events, date, date, |e| signs && (e.en.text.starts_with(&label) || named(e))) {
            Some(other) => {
                let event = events.remove(at);
                events[other - usize::from(other > at)].citations.extend(event.citations);
            }
            None => at += 1,
        }
    }
}

/// A month in which something was is not told again beside its day.
fn told_by_its_day(events: &mut Vec<TimelineEvent>) {
    let mut at = 0;
    while at < events.len() {
        let coarse = &events[at];
        let same = |e: &TimelineEvent| coarse.precision == "month" && e.precision == "day" && e.en.text == coarse.en.text;
        let first = coarse.date.with_day(1).unwrap_or(coarse.date);
        let last = first.checked_add_months(Months::new(1)).and_then(|d| d.pred_opt()).unwrap_or(first);
        match find(events, first, last, same) {
            Some(other) => {
                let event = events.remove(at);
                events[other - usize::from(other > at)].citations.extend(event.citations);
            }
            None => at += 1,
        }
    }
}

/// The first of the events, which are in the order of their days, from `first` to `last` of which `is` is true.
fn find(events: &[TimelineEvent], first: NaiveDate, last: NaiveDate, is: impl Fn(&TimelineEvent) -> bool) -> Option<usize> {
    let from = events.partition_point(|e| e.date < first);
    let to = events.partition_point(|e| e.date <= last);
    (from..to).find(|&at| is(&events[at]))
}

/// Adds a day that a source gives for an event of the round; the same day on the same word is one value.
fn dated(
    days: &mut Vec<(String, Vec<(DateRange, DisputeValue)>)>,
    label: &str,
    event: &Event,
    by: Option<Speaker>,
    ar: &str,
    citation: &Citation,
) {
    let at = days.iter().position(|(l, _)| l == label).unwrap_or_else(|| {
        days.push((label.to_owned(), Vec::new()));
        days.len() - 1
    });
    let list = &mut days[at].1;
    let same = |v: &DisputeValue| v.by.as_ref().map(|s| &s.en) == by.as_ref().map(|s| &s.en);
    match list.iter_mut().find(|(d, v)| *d == event.days && same(v)) {
        Some((_, v)) => v.citations.push(citation.clone()),
        None => {
            let value = DisputeValue {
                value: rule(event.days.en(), "the dates of one event"),
                by,
                ar: ar.to_owned(),
                citations: vec![citation.clone()],
            };
            list.push((event.days, value));
        }
    }
}

fn speaker(article: &Article, analysis: &Analysis, event: &Event, given: &Given) -> Option<Speaker> {
    let at = event.span.0;
    let inside = |s: &crate::analysis::statements::Statement| {
        s.sentence as usize == event.sentence && s.content.0 <= at && at < s.content.1
    };
    let number = analysis.statements.iter().position(inside)?;
    of(article, analysis, Some(number as u32)).map(|s| s.speaker(given))
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::{EIGHTEENTH, brief, days};

    fn next(text: &str) -> Vec<String> {
        brief("2022-06-15", &format!("{EIGHTEENTH} {text}")).next.into_iter().map(|e| e.en.text).collect()
    }

    #[test]
    fn what_a_day_is_of() {
        assert_eq!(days("وبدأت المحادثات يوم 15 يونيو."), [""; 0]);
        assert_eq!(days("وبدأت محادثات أستانا في 23 يناير 2017."), ["2017-01-23 Start of the Astana talks"]);
        // A truce, a working group, a president's meeting.
        assert_eq!(days("وبدأت هدنة هشة في الثاني من يونيو."), ["2022-06-02 Start of the truce"]);
        assert_eq!(days("وانتهى اجتماع مجموعة العمل الثلاثاء دون نتيجة."), [""; 0]);
        assert_eq!(days("وجاء ذلك بعد اجتماع عقده الرئيس بشار الأسد في دمشق يوم الثلاثاء."), [""; 0]);
        // The day of a text, and a part of the talks that is expected.
        assert_eq!(days("وانتهت الجولة السابعة عشرة دون تنفيذ ما نصت عليه مذكرة 5 آذار."), [""; 0]);
        assert_eq!(days("وقال مسؤول إن مباحثات وقف إطلاق النار بدأت في 14 يونيو."), ["2022-06-14 Start of the ceasefire talks"]);
        assert_eq!(days("وقال مسؤول إنه يتوقع أن تبدأ مباحثات وقف إطلاق النار في 14 يونيو."), [""; 0]);
    }

    #[test]
    fn what_is_said_of_the_next_round_alone() {
        let said = "وقال محمد علوش إن اللقاءات جرت بلا تقدم، وإن تركيا عرضت استضافة الجولة المقبلة.";
        assert!(next(said).iter().all(|n| !n.contains("progress")), "{:?}", next(said));
        assert_eq!(next("وقال محمد علوش إن المعارضة لن تنسحب ولن تترك الساحة."), [""; 0]);
    }

    #[test]
    fn what_is_put_off() {
        assert_eq!(
            next("وينتظر الطرفان ما ستخرج به محادثات جنيف، بعدما أرجأت روسيا مؤتمر سوتشي إلى 20 يوليو."),
            ["Postponement of the Syrian National Dialogue Congress to this day"]
        );
        assert_eq!(next("بينما أرجئت إلى الجولة المقبلة، أواخر يوليو، وثيقة المعتقلين."), [""; 0]);
    }

    #[test]
    fn a_delegation_that_comes_back() {
        assert_eq!(
            days("وكان وفد الحكومة السورية قد غادر في 11 يونيو للتشاور، ثم عاد إليها يوم 13 يونيو."),
            ["2022-06-11 Departure of the Syrian government delegation", "2022-06-13 Return of the Syrian government delegation"]
        );
        assert_eq!(
            days("وغادر وفد النظام القاعة، ولا يعود حتى الثلاثاء 14 يونيو."),
            ["2022-06-14 Return of the Syrian government delegation"]
        );
        assert_eq!(
            days("بعد غياب استمر أياما، وصل وفد الحكومة السورية يوم 13 يونيو."),
            ["2022-06-13 Return of the Syrian government delegation"]
        );
        assert_eq!(days("ولن يعود وفد الحكومة السورية في 14 يونيو."), [""; 0]);
    }

    #[test]
    fn what_was_meant_or_tied_to_a_condition_is_no_day() {
        assert_eq!(days("وكان مقررا لها أن تنتهي في 14 يونيو قبل أن تمدد يوما."), [""; 0]);
        assert_eq!(days("وأبدت القاهرة استعدادها لعقد جولة ثانية إذا لم يحسم الملف قبل 14 يونيو."), [""; 0]);
        assert_eq!(days("وكان لقاء يجمع الوفدين محددا مساء أمس، إلا أنه أرجئ إلى صباح 15 يونيو."), [""; 0]);
    }

    #[test]
    fn a_day_of_something_beside_the_talks_is_none_of_theirs() {
        assert_eq!(days("وقال في مؤتمر صحفي عقده يوم 14 يونيو في ختام المحادثات إن الوضع هادئ."), [""; 0]);
        assert_eq!(days("ورحبت بعملية جرت في 2 يونيو، واتفقت على عقد الاجتماع التاسع عشر قريبا."), [""; 0]);
        // What is signed is a document.
        assert_eq!(days("ووقعت الدول الضامنة يوم 14 يونيو مذكرة جديدة."), ["2022-06-14 Signing of the memorandum"]);
        assert_eq!(next("ووقعت الدول الضامنة اليوم مذكرة جديدة."), [""; 0]);
    }

    #[test]
    fn a_day_of_a_truce_or_of_other_talks_is_none_of_the_round() {
        assert_eq!(days("وكانت الهدنة قد بدأت ظهر 14 يونيو."), ["2022-06-14 Start of the truce"]);
        assert_eq!(days("وينتهي العمل بها ظهر 15 يونيو ما لم تجدد."), [""; 0]);
        assert_eq!(days("وقال مسؤول إن الجلسة المشتركة يوم 14 يونيو انتهت بخلاف."), [""; 0]);
        assert_eq!(days("ووافق الوفد على تمديدها ثلاثة أيام أخرى تبدأ من صباح 14 يونيو."), [""; 0]);
        assert_eq!(days("ومن المقرر أن تبدأ محادثات فنية عبر الإنترنت في 14 يونيو."), [""; 0]);
        assert_eq!(days("وبدأت المحادثات في 14 يونيو."), ["2022-06-14 Start of Astana 18"]);
    }

    #[test]
    fn the_noun_of_a_relative_clause() {
        assert_eq!(days("ورحب الوفد في ختام المحادثات بالاتفاق الذي أبرم يوم 14 يونيو."), [""; 0]);
        assert_eq!(
            days("وعن اللجنة الدستورية التي أنهت جولتها الثامنة في 3 يونيو قال إنها ستستمر."),
            ["2022-06-03 End of Constitutional Committee, round 8"]
        );
        assert_eq!(days("وندد بالهجوم الذي بدأ في 2 يونيو."), [""; 0]);
        assert_eq!(days("وقال إن المحادثات كادت أن تنتهي يوم 14 يونيو بلا نتيجة."), [""; 0]);
        assert_eq!(days("وعقد وفد الحكومة يوم 14 يونيو لقاءين مع الوفد الروسي."), [""; 0]);
        assert_eq!(days("وقال إن دمشق لا تمانع انعقاد الجولة السابعة للجنة الدستورية يوم 14 يونيو."), [""; 0]);
        assert_eq!(days("وقال إن جنيف ستستضيف جولة جديدة من المفاوضات في وقت لاحق من هذا الشهر."), [""; 0]);
    }

    #[test]
    fn who_meets_and_where() {
        assert_eq!(
            next("وقال إن خبراء الدول الضامنة سيجتمعون في طهران يومي 18 و19 يوليو."),
            ["Meeting of experts of the guarantor states in Tehran"]
        );
        assert_eq!(
            next("وأضاف أن الوسطاء سيعقدون اجتماعا تحضيريا في سوتشي يومي 18 و19 يوليو."),
            ["Preparatory meeting of the mediators in Sochi"]
        );
        assert_eq!(
            next("وقال إن مجموعة العمل ستعقد اجتماعها الأول في أنقرة خلال يوليو."),
            ["First meeting of the working group in Ankara"]
        );
        assert_eq!(
            next("وعن مؤتمر الحوار الوطني المقرر في سوتشي يومي 18 و19 يوليو قال الوفد إنه سيذهب."),
            ["National dialogue congress in Sochi"]
        );
        assert_eq!(next("وقال إن بلاده ستشارك في مؤتمر سوتشي يومي 18 و19 يوليو."), ["Syrian National Dialogue Congress"]);
        assert_eq!(next("وسيلتقي دي ميستورا الوفد قبل أن يعود إلى جنيف في 20 يوليو."), [""; 0]);
        assert_eq!(next("وقال إن الطرفين سيجتمعان مجددا في 20 يوليو."), ["Meeting of the two sides"]);
        assert_eq!(next("وقال إن الجولة المقبلة ستعقد في النصف الثاني من نوفمبر."), ["Astana 19 (second half of the month)"]);
    }

    #[test]
    fn how_sure_a_day_to_come_is() {
        assert_eq!(next("وقال إن الجولة المقبلة قد تعقد في نوفمبر."), ["Astana 19 (possible)"]);
        assert_eq!(next("وقال إن الجولة المقبلة ستعقد في نوفمبر."), ["Astana 19"]);
        assert_eq!(
            next("وقال إن بلاده ستستضيف الجولة المقبلة في نوفمبر أو ديسمبر إذا سمحت الظروف."),
            ["Astana 19 (or December 2022; on a condition)"]
        );
        assert_eq!(next("وكان مقررا أن تنعقد الجولة في أيار الماضي، لكنها تأجلت."), [""; 0]);
        assert_eq!(
            next("وبحسب مصادر مطلعة، ستعقد الجولة المقبلة في 20 نوفمبر."),
            ["Astana 19 (on the word of informed sources, not named)"]
        );
        assert_eq!(
            next("وقال إن الجولة المقبلة ستعقد في نوفمبر. غير أنه ربط الموعد بصمود الهدنة."),
            ["Astana 19 (on a condition)"]
        );
        let two = "وبحسب مصادر مطلعة، ستعقد الجولة المقبلة في 20 نوفمبر. وقال لافروف إن الجولة المقبلة ستعقد في 5 ديسمبر.";
        assert_eq!(
            next(two),
            ["Astana 19 (on the word of informed sources, not named; reports differ)", "Astana 19 (reports differ)"]
        );
    }

    #[test]
    fn an_attack_and_the_opening_session() {
        assert_eq!(days("ودان التفجيرات التي ضربت مدينة حمص يوم 13 يونيو."), ["2022-06-13 Bombings in Homs"]);
        assert_eq!(days("وقال إن هجوما لم يستهدف حمص يوم 13 يونيو."), [""; 0]);
        assert_eq!(days("وحمل المبعوث مسؤولية تأخر الجلسة الافتتاحية في 14 يونيو."), ["2022-06-14 Opening session"]);
        assert_eq!(days("وكان مقررا أن تعقد الجلسة الافتتاحية في 13 يونيو."), [""; 0]);
        // Behind the comma begins what the day is of.
        assert_eq!(days("وبالتوازي مع انعقاد الجولة، قتلت يوم 14 يونيو مسؤولة محلية."), [""; 0]);
    }

    #[test]
    fn briefings_and_final_signings_that_lie_ahead() {
        assert_eq!(
            next("وقال ستافان دي ميستورا إنه سيطلع مجلس الأمن على النتائج يوم 20 يونيو."),
            ["Briefing of the Security Council"]
        );
        assert_eq!(
            next("وقال إن وفده طلب تمديد آلية إدخال المساعدات عبر الحدود التي ينتهي العمل بها في 10 يوليو المقبل."),
            ["Expiry of the aid mechanism"]
        );
        assert_eq!(next("وأطلع ستافان دي ميستورا مجلس الأمن على النتائج يوم 10 يونيو."), [""; 0]);
        assert_eq!(
            next("وقال المراسل إن التوقيع النهائي سيتم في الثاني من أكتوبر المقبل."),
            ["Final signing of the agreement (on the word of a correspondent, not named)"]
        );
        assert_eq!(next("وقال إن المؤتمر سيعقد قبل التوقيع النهائي في الثاني من أكتوبر."), [""; 0]);
    }

    #[test]
    fn what_is_initialled_is_not_signed() {
        assert_eq!(
            days("ووقع الوفدان بالأحرف الأولى يوم 14 يونيو اتفاقا لوقف إطلاق النار."),
            ["2022-06-14 Initialling of the ceasefire agreement"]
        );
    }

    #[test]
    fn what_is_over_does_not_come() {
        assert_eq!(next("وعقد الوفد خلال اليومين لقاءات ثنائية مع الوفد الروسي."), [""; 0]);
        assert_eq!(next("وبدأت الجولة بعد أقل من أسبوعين على توقيع المذكرة في أستانا."), [""; 0]);
        assert_eq!(next("وقال إن الاجتماعات ستستأنف بعد أسبوعين في أستانا.").len(), 1);
        assert_eq!(
            next("وكانت محادثات الكويت في عام 2016 قد انتهت دون اتفاق، وانهارت جولة جنيف في سبتمبر قبل أن تبدأ."),
            [""; 0]
        );
        assert_eq!(next("وقال إن الجولة المقبلة ستعقد في نوفمبر قبل أن تبدأ الانتخابات.").len(), 1);
    }
}
