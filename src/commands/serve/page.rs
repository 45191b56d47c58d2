//! What is added to a page that is served, and to none that is written.

use super::site::Now;

/// Where the script is.
pub(super) const SCRIPT_PATH: &str = "/_mujaz/reload.js";
/// Where a page waits for a new version of itself; the version that it is comes after it, and then its own path.
pub(super) const CHANGES_PATH: &str = "/_mujaz/changes/";
/// Puts a new version in the place of the page that is shown, as far as the two differ.
pub(super) const SCRIPT: &str = include_str!("reload.js");

const OVERLAY_STYLE: &str = "position:fixed;inset:0;z-index:2147483647;overflow:auto;margin:0;padding:2rem;background:#1b1b1f;color:#f4f4f4;\
font:14px/1.5 ui-monospace,Menlo,Consolas,'Noto Sans Mono',monospace;white-space:pre;direction:ltr;text-align:left;unicode-bidi:plaintext";

/// An HTML page as it is served: with the script, and with the problem over it if there is one.
pub(super) fn served(name: &str, page: &str, now: &Now) -> String {
    let mut page = allow_script(page);
    let at = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(at, &added(name, now));
    page
}

/// A page for a name that has none.
pub(super) fn missing(name: &str, now: &Now) -> String {
    let mut list = String::new();
    for path in now.paths() {
        list.push_str(&format!("<li><a href=\"/{0}\">{0}</a></li>\n", escaped(path)));
    }
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head><meta charset=\"utf-8\"><title>Not a page</title></head>\n<body>\n<h1>There is no page /{}</h1>\n<ul>\n{list}</ul>\n{}</body>\n</html>\n",
        escaped(name),
        added(name, now)
    )
}

fn added(name: &str, now: &Now) -> String {
    let problem = now.problem.as_ref().map(|text| {
        format!("<pre id=\"mujaz-problem\" role=\"alert\" dir=\"ltr\" style=\"{OVERLAY_STYLE}\">{}</pre>\n", escaped(text))
    });
    format!("{}<script src=\"{SCRIPT_PATH}\" data-version=\"{}\"></script>\n", problem.unwrap_or_default(), now.version(name))
}

/// Pages forbid scripts: the one from this server is allowed. Of two directives of one name the first counts.
fn allow_script(page: &str) -> String {
    const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    page.replacen(POLICY, &format!("{POLICY}script-src 'self'; connect-src 'self'; "), 1)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
