//! What another passes on: according to, agencies, deeds.

use super::says;

#[test]
fn according_to() {
    says("وبحسب وزارة الخارجية الروسية، فإن الوفد سيصل غداً.", &["russian_foreign_ministry | بحسب | الوفد سيصل غداً"]);
    says("وقال سيرغي لافروف إن الوفد سيصل، وفق ما نقلت وكالة رويترز.", &["lavrov | قال | الوفد سيصل | via reuters"]);
    says("سيصل الوفد غداً، بحسب المتحدث باسم وزارة الخارجية الروسية.", &["foreign_ministry_spokesman | بحسب | سيصل الوفد غداً"]);
    says("وصل الوفد مساء أمس، وفقاً لوكالة رويترز.", &[]);
}

#[test]
fn passed_on_by_an_agency() {
    says("ونقلت وكالة إنترفاكس عن ألكسندر لافرينتييف قوله إن الوفد باق.", &["lavrentiev | قوله | الوفد باق | via interfax"]);
    says("ونقلت رويترز عن مصدر دبلوماسي أن الجلسة أرجئت.", &["diplomatic_source | نقلت | الجلسة أرجئت | via reuters"]);
}

#[test]
fn a_deed_that_is_passed_on() {
    says(
        "ووافقت الحكومة السورية على القائمة، بحسب مصدر دبلوماسي.",
        &["diplomatic_source | بحسب | وافقت الحكومة السورية على القائمة"],
    );
    says(
        "ورفض وفد المعارضة تمديد المهلة، بحسب مصدر دبلوماسي.",
        &["opposition_delegation | رفض | تمديد المهلة", "diplomatic_source | بحسب | رفض وفد المعارضة تمديد المهلة"],
    );
    says(
        "وأعربت روسيا وتركيا في بيان عن أملهما في استئناف اللقاءات، وذلك في ختام الجولة.",
        &["russia | أعربت | عن أملهما في استئناف اللقاءات", "turkey | أعربت | عن أملهما في استئناف اللقاءات"],
    );
}

#[test]
fn agencies_quote_whom_no_entry_knows() {
    says("ونقلت رويترز عن عادل الشهابي، رئيس القسم، قوله إن الوفد باق.", &["عادل الشهابي | قوله | الوفد باق | via reuters"]);
    says("ونقلت رويترز عن كبارهم استعدادهم للعودة.", &[]);
}

#[test]
fn a_source_behind_another_answers_for_its_own_clause() {
    says(
        "وخُرقت الهدنة في ساعاتها الأولى، بحسب المعارضة المسلحة، بقصف أدى إلى مقتل امرأة، بحسب الأمم المتحدة.",
        &["armed_opposition | بحسب | خُرقت الهدنة في ساعاتها الأولى", "united_nations | بحسب | بقصف أدى إلى مقتل امرأة"],
    );
}

#[test]
fn the_conjunction_before_a_source_is_not_what_it_says() {
    says(
        "ومن المقرر عقد الجولة المقبلة في أستانا، بحسب محمد علوش.",
        &["alloush | بحسب | من المقرر عقد الجولة المقبلة في أستانا"],
    );
}

#[test]
fn a_source_before_what_is_said_and_what_is_no_source() {
    says("وثمن لافروف خلال اللقاء وفقاً لوكالة رويترز موقف أنقرة.", &["lavrov | ثمن | موقف أنقرة | via reuters"]);
    says(
        "وأعلن البيان بدء الانسحاب، وفق خطة أمنية يشرف عليها المراقبون.",
        &["statement | أعلن | بدء الانسحاب، وفق خطة أمنية يشرف عليها المراقبون"],
    );
}

#[test]
fn an_agency_reports_the_word_of_another() {
    says(
        "ونقلت وكالة رويترز قول وزير الدفاع الأميركي إن الهدنة هشة.",
        &["secretary_of_defense_us | نقلت | الهدنة هشة | via reuters"],
    );
}

#[test]
fn a_body_behind_its_preposition_is_the_one_that_was_named() {
    says(
        "ونفت حركة حماس وجود اتفاق. وزار وفد الرياض أمس، بحسب بيان للحركة. وأوضحت الحركة أن الزيارة دينية.",
        &["hamas | نفت | وجود اتفاق", "hamas | بحسب | زار وفد الرياض أمس", "hamas | أوضحت | الزيارة دينية"],
    );
}
