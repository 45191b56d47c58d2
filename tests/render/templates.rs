//! Mistakes in an editor's templates: every report whole, as an editor reads it.

use insta::assert_snapshot;
use mujaz::render::{Engine, Format, UserTemplate};

use crate::briefs;

fn user(files: &[(&str, &str)]) -> Vec<UserTemplate> {
    files.iter().map(|(path, source)| UserTemplate { path: (*path).into(), source: (*source).into() }).collect()
}

/// What loading says.
fn load(files: &[(&str, &str)]) -> String {
    let problems = Engine::new(&user(files)).expect_err("the templates are wrong");
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
}

/// What rendering the sample with this `brief.html` says.
fn render(source: &str) -> String {
    let engine = Engine::new(&user(&[("templates/brief.html", source)])).expect("the template loads");
    engine.brief(&briefs::sample(), Format::Html).expect_err("the template is wrong").to_string()
}

#[test]
fn an_unknown_field() {
    assert_snapshot!(render("<ul>\n{% for p in positions %}<li>{{ p.party.nme }}</li>{% endfor %}</ul>"), @r#"
    error: Field `nme` is not defined. Available fields: ar, en, id
     --> templates/brief.html:2:40
      |
    2 | {% for p in positions %}<li>{{ p.party.nme }}</li>{% endfor %}</ul>
      |                                        ^^^
      = note: while rendering round astana-2 (brief.html)
      = hint: `mujaz template vars` prints what a template may use, and what each value is
    "#);
}

#[test]
fn a_wrong_value_in_one_of_our_components() {
    let problem = render("{% for p in positions %}{{<sentence en={p.party} ar=\"\" citations={[]} />}}{% endfor %}");
    let lines: Vec<&str> = problem.lines().collect();
    let message = "unknown field `ar`, expected one of `text`, `badge`, `coverage`, `rule`, `by`, `date`, `suggestion`";
    assert_eq!(lines[0], format!("error: Filter `badge` works on an `en` of the brief: {message}"));
    assert!(lines[1].trim_start().starts_with("--> builtin/components.html:"), "{problem}");
    assert!(lines[3].contains("{{ en | badge }}"), "{problem}");
    assert_eq!(
        lines[5..],
        ["  = note: while rendering round astana-2 (brief.html)", "  = note: called from templates/brief.html:1:27"]
    );
}

#[test]
fn an_argument_that_a_filter_does_not_know() {
    assert_snapshot!(render("{{ round.dates.held | date(language=\"ar\") }}"), @r#"
    error: Filter `date` has no argument `language`. It takes: lang, months, precision
     --> templates/brief.html:1:23
      |
    1 | {{ round.dates.held | date(language="ar") }}
      |                       ^^^^^^^^^^^^^^^^^^^
      = note: while rendering round astana-2 (brief.html)
    "#);
    assert_snapshot!(render("{{ round.name.ar | ar(dir=\"rtl\") }}"), @r#"
    error: Filter `ar` takes no argument, and was given `dir`
     --> templates/brief.html:1:20
      |
    1 | {{ round.name.ar | ar(dir="rtl") }}
      |                    ^^^^^^^^^^^^^
      = note: while rendering round astana-2 (brief.html)
    "#);
    assert_snapshot!(render("{{ as_of | date(lang=\"fr\") }}"), @r#"
    error: `lang` is en or ar, not `fr`
     --> templates/brief.html:1:12
      |
    1 | {{ as_of | date(lang="fr") }}
      |            ^^^^^^^^^^^^^^^
      = note: while rendering round astana-2 (brief.html)
    "#);
}

#[test]
fn every_file_with_a_syntax_error_is_named() {
    assert_snapshot!(load(&[("templates/a.html", "{% if x %}"), ("templates/b.html", "<p>«أستانا» {{ }}"), ("templates/c.md", "{% for %}")]), @r#"
    error: Unexpected end of input
     --> templates/a.html:1:9
      |
    1 | {% if x %}
      |         ^^
      = hint: something that was opened is not closed: `}}`, `%}`, `#}` or an end tag is missing

    error: Found `}}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
     --> templates/b.html:1:16
      |
    1 | <p>«أستانا» {{ }}
      |                ^^
      = hint: what is printed is `{{ value }}`, what is done `{% if value %} … {% endif %}`, `{% for x in list %} … {% endfor %}`

    error: Found `%}` but expected identifier.
     --> templates/c.md:1:8
      |
    1 | {% for %}
      |        ^^
      = hint: what is printed is `{{ value }}`, what is done `{% if value %} … {% endif %}`, `{% for x in list %} … {% endfor %}`
    "#);
}

#[test]
fn unknown_names() {
    assert_snapshot!(load(&[("templates/brief.html", "<p>\n  {{ title.en | uper }} {{<trem />}}</p>"), ("templates/x.html", "{% include \"nothing.html\" %}")]), @r#"
    error: Unknown filter `uper`
     --> templates/brief.html:2:17
      |
    2 |   {{ title.en | uper }} {{<trem />}}</p>
      |                 ^^^^
      = hint: beside those of Tera there are: ar, en, mixed, md, capital, quoted, css, code, date, datetime, day_number, number, badge, cite, url, path, anchor, source_anchor, sentence_anchor, markdown, strip_bidi

    error: Unknown component `trem`
     --> templates/brief.html:2:27
      |
    2 |   {{ title.en | uper }} {{<trem />}}</p>
      |                           ^^^^^^^^
      = hint: `mujaz template show components.html` has those for HTML, `components.md` those for Markdown

    error: Unknown template `nothing.html`
     --> templates/x.html:1:12
      |
    1 | {% include "nothing.html" %}
      |            ^^^^^^^^^^^^^^
      = hint: `mujaz template list` has the names
    "#);
}

#[test]
fn a_template_that_extends_itself() {
    assert_snapshot!(load(&[("templates/brief.html", "{% extends \"brief.html\" %}")]), @r#"
    error: the template extends itself
     --> templates/brief.html:1:13
      |
    1 | {% extends "brief.html" %}
      |             ^^^^^^^^^^
      = hint: write `builtin/brief.html`
    "#);
}

#[test]
fn a_parent_that_is_not_there() {
    assert_snapshot!(load(&[("templates/brief.html", "{% extends \"bse.html\" %}")]), @r#"
    error: there is no template `bse.html` to extend
     --> templates/brief.html:1:13
      |
    1 | {% extends "bse.html" %}
      |             ^^^^^^^^
    "#);
}

#[test]
fn templates_that_include_each_other() {
    assert_snapshot!(load(&[("templates/a.html", "{% include \"b.html\" %}"), ("templates/b.html", "{% include \"a.html\" %}")]), @r#"
    error: the template includes itself: templates/a.html → templates/b.html → templates/a.html
     --> templates/a.html:1:13
      |
    1 | {% include "b.html" %}
      |             ^^^^^^
    "#);
}

#[test]
fn a_page_that_is_not_there() {
    let problem = Engine::new(&[]).unwrap().page("twopage.html", "a.html", &briefs::sample()).expect_err("there is none");
    assert_snapshot!(problem, @r#"
    error: Template 'twopage.html' not found
      = note: while rendering round astana-2 (twopage.html)
    "#);
}

#[test]
fn built_in_templates_take_only_what_the_brief_has() {
    let engine = Engine::new(&[]).unwrap();
    let brief = serde_json::to_value(briefs::sample()).unwrap();
    for template in
        ["brief", "onepage", "sitrep", "ledger"].map(|set| [format!("{set}.html"), format!("{set}.md")]).iter().flatten()
    {
        for name in engine.variables(template).unwrap() {
            assert!(brief.get(name).is_some() || mujaz::render::engine::COMPUTED.contains(&name), "{name} in {template}");
        }
    }
}
