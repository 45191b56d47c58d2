//! Answers to a browser on this machine: pages of the build, and nothing else.
//!
//! Listens on 127.0.0.1 alone and answers only to its own name, so that no page of the web can read the briefs through a name that leads here. A path is looked up among
//! the pages and never on the disk.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response};

use super::page::{self, CHANGES_PATH, SCRIPT, SCRIPT_PATH};
use super::site::Site;
use crate::commands::Stop;

/// The port that is tried first where none is asked for.
const PORT: u16 = 4747;
/// So long a page waits for a change before it asks again.
const WAIT: Duration = Duration::from_secs(25);
/// So many pages may wait at once.
const WAITING: usize = 64;

/// A server that listens.
pub(super) struct Server {
    server: tiny_http::Server,
    /// Its port.
    pub(super) port: u16,
}

/// Listens on a port, or on the usual one or any free one if none is asked for.
pub(super) fn bind(port: Option<u16>) -> Result<Server, Stop> {
    let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match port {
        Some(port) => listen(port)
            .map_err(|e| Stop::Usage(format!("cannot listen on port {port}: {e}; without --port a free one is taken")))?,
        None => listen(PORT).or_else(|_| listen(0)).map_err(|e| Stop::Usage(format!("cannot listen on 127.0.0.1: {e}")))?,
    };
    let port = listener.local_addr()?.port();
    let server = tiny_http::Server::from_listener(listener, None).map_err(|e| Stop::Usage(format!("cannot listen: {e}")))?;
    Ok(Server { server, port })
}

impl Server {
    /// Answers requests from now on, in threads of its own.
    pub(super) fn answer(self, site: &Arc<Site>) {
        let (site, waiting) = (Arc::clone(site), Arc::new(AtomicUsize::new(0)));
        std::thread::spawn(move || {
            for request in self.server.incoming_requests() {
                let Some((seen, path)) = since(request.url()).filter(|_| own_name(&request, self.port)) else {
                    answer(request, &site, self.port);
                    continue;
                };
                if waiting.fetch_add(1, Ordering::SeqCst) >= WAITING {
                    waiting.fetch_sub(1, Ordering::SeqCst);
                    send(request, 503, "text/plain; charset=utf-8", "too many pages are open\n");
                    continue;
                }
                let (site, waiting) = (Arc::clone(&site), Arc::clone(&waiting));
                std::thread::spawn(move || {
                    if site.wait(name(&path), seen, WAIT) {
                        send_page(request, &site, &path);
                    } else {
                        send(request, 204, "text/plain; charset=utf-8", "");
                    }
                    waiting.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
    }
}

/// The version that a page has seen and its path, where it waits for changes.
fn since(url: &str) -> Option<(u64, String)> {
    let at = url.strip_prefix(CHANGES_PATH)?.find('/')? + CHANGES_PATH.len();
    Some((url[CHANGES_PATH.len()..at].parse().ok()?, path(&url[at..])))
}

/// The path of a page in an address.
fn path(url: &str) -> String {
    decoded(url.split(['?', '#']).next().unwrap_or_default())
}

/// What the page of a path is called among the pages.
fn name(path: &str) -> &str {
    match path.strip_prefix('/').unwrap_or(path) {
        "" => "index.html",
        name => name,
    }
}

/// Whether a request names this server as a browser on this machine does.
fn own_name(request: &Request, port: u16) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    ["127.0.0.1", "localhost"].iter().any(|name| host == Some(format!("{name}:{port}").as_str()))
}

fn answer(request: Request, site: &Site, port: u16) {
    if !own_name(&request, port) {
        return send(request, 403, "text/plain; charset=utf-8", "this server answers to 127.0.0.1 only\n");
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, 405, "text/plain; charset=utf-8", "pages can only be read\n");
    }
    let path = path(request.url());
    if path == SCRIPT_PATH {
        return send(request, 200, "text/javascript; charset=utf-8", SCRIPT);
    }
    send_page(request, site, &path);
}

/// Answers with the page of a path as it is now.
fn send_page(request: Request, site: &Site, path: &str) {
    const HTML: &str = "text/html; charset=utf-8";
    let now = site.now();
    let name = name(path);
    let text = now.page(name).map(String::from_utf8_lossy);
    let (status, kind, body) = match text {
        Some(text) if name.ends_with(".html") => (200, HTML, page::served(name, &text, &now)),
        Some(text) => (200, kind(name), text.into_owned()),
        None => (404, HTML, page::missing(name, &now)),
    };
    drop(now);
    send(request, status, kind, &body);
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("json") => "application/json; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

/// A path with its `%41` as letters; what is no text stays as it is.
fn decoded(path: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let Some((&first, more)) = rest.split_first() {
        let hex = (first == b'%').then(|| more.get(..2)).flatten().and_then(|two| std::str::from_utf8(two).ok());
        match hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &more[2..];
            }
            None => {
                bytes.push(first);
                rest = more;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

fn send(request: Request, status: u16, kind: &str, body: &str) {
    let mut response = Response::from_string(body).with_status_code(status).with_chunked_threshold(usize::MAX);
    let fixed = [
        ("Content-Type", kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    ];
    for (name, value) in fixed {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that went away is no error.
    let _: io::Result<()> = request.respond(response);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once() {
        for (path, want) in
            [("/a%20b.html", "/a b.html"), ("/%2e%2e/x", "/../x"), ("/%252e", "/%2e"), ("/100%", "/100%"), ("/%zz", "/%zz")]
        {
            assert_eq!(decoded(path), want);
        }
        assert_eq!(since("/_mujaz/changes/7/a%20b.html?x"), Some((7, "/a b.html".to_owned())));
        for none in ["/_mujaz/changes", "/_mujaz/changes/7", "/_mujaz/changes/x/a.html", "/7/a.html"] {
            assert_eq!(since(none), None, "{none}");
        }
    }
}
