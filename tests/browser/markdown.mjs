// The Markdown pages as GitHub and GitLab show them, asserted in Chromium: node markdown.mjs OUT SHOTS.
//
// Both read GitHub-flavoured Markdown and put what comes out through a list of allowed elements and attributes. That of GitHub is the default schema of rehype-sanitize;
// GitLab begins with the same one (html-pipeline's), keeps no `id` but those it makes, and `name` on links only (lib/banzai/filter in its sources).
import fs from "node:fs";
import path from "node:path";
import puppeteer from "puppeteer-core";
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkGfm from "remark-gfm";
import remarkFrontmatter from "remark-frontmatter";
import remarkRehype from "remark-rehype";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";

const [out, shots] = process.argv.slice(2);
const faults = [];
let checks = 0;

function check(holds, page, what) {
  checks += 1;
  if (!holds) faults.push(`${page}: ${what}`);
}

const everywhere = defaultSchema.attributes["*"].filter((name) => name !== "id" && name !== "name");
const hosts = {
  github: { schema: defaultSchema, prefix: "user-content-" },
  gitlab: {
    schema: { ...defaultSchema, clobberPrefix: "", attributes: { ...defaultSchema.attributes, "*": everywhere, a: [...defaultSchema.attributes.a, "name"] } },
    prefix: "",
  },
};

const STYLE = `body { margin: 0 auto; padding: 1rem; max-width: 60rem; font: 16px/1.5 sans-serif; overflow-wrap: break-word }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse } td, th { border: 1px solid #ccc; padding: 6px 13px }
code { background: #eee; padding: .2em .4em }`;

function rendered(host, text) {
  const made = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, host.schema)
    .use(rehypeStringify)
    .processSync(text);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>page</title><style>${STYLE}</style></head><body>${made}</body></html>`;
}

// Runs in the page.
function read() {
  const found = { bare: [], left: [], syntax: [], tables: [], escaped: [], links: [], anchors: [], headings: [], wide: 0 };
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 60);
  found.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data;
    const inside = node.parentElement;
    if (/[\u0600-\u06ff]/.test(text)) {
      const [dir, lang] = [inside.closest("[dir]"), inside.closest("[lang]")];
      if (!dir || dir.dir !== "rtl" || lang.lang !== "ar") found.bare.push(short(text));
    }
    if (inside.closest("code")) continue;
    if (/\*\*|\]\(|^#{1,6} |^\s*\|.*\|\s*$|\|\s*-{3}|`/m.test(text)) found.syntax.push(short(text));
    if (/<\/?[a-z]+[ >]|&[a-z]+;|&#\d+;|\\[|*_<\[\]]/.test(text)) found.escaped.push(short(text));
  }
  for (const e of document.querySelectorAll('p[dir="rtl"]')) {
    if (!e.getClientRects().length || !e.textContent.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(e);
    const first = Math.max(...Array.from(range.getClientRects(), (r) => r.right));
    if (Math.abs(e.getBoundingClientRect().right - first) > 3) found.left.push(short(e.textContent));
  }
  for (const table of document.querySelectorAll("table")) {
    const rows = Array.from(table.rows, (row) => row.cells.length);
    const empty = Array.from(table.rows[0].cells).some((cell) => !cell.textContent.trim());
    found.tables.push({ rows, empty, head: short(table.rows[0].textContent) });
  }
  for (const a of document.querySelectorAll("a[href]")) found.links.push({ href: a.getAttribute("href"), text: short(a.textContent) });
  for (const e of document.querySelectorAll("[id], a[name]")) found.anchors.push(...[e.id, e.getAttribute("name")].filter(Boolean));
  for (const e of document.querySelectorAll("h1, h2, h3, h4")) found.headings.push(Number(e.tagName[1]));
  return found;
}

function files(folder) {
  return fs.readdirSync(path.join(out, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? files(name) : name.endsWith(".md") ? [name] : [];
  });
}

const pages = files("").sort();
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage();
let tables = 0;
let links = 0;
for (const [name, host] of Object.entries(hosts)) {
  const shown = {};
  for (const file of pages) {
    const text = fs.readFileSync(path.join(out, file), "utf8");
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.setContent(rendered(host, text));
    shown[file] = await tab.evaluate(read);
    // As many tables and sections as were written.
    const written = { tables: (text.match(/^\|(\s*:?-+:?\s*\|)+$|<table\b/gm) || []).length, headings: (text.match(/^#{1,4} /gm) || []).length };
    check(shown[file].tables.length === written.tables, `${file} on ${name}`, `${shown[file].tables.length} tables of ${written.tables}`);
    check(shown[file].headings.length >= written.headings, `${file} on ${name}`, `${shown[file].headings.length} headings of ${written.headings}`);
    for (const width of [1280, 390]) {
      await tab.setViewport({ width, height: 900 });
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(wide <= 0, `${file} on ${name} at ${width}`, `scrolls sideways by ${wide} px`);
      if (/^astana-2\.|^index/.test(file)) {
        await tab.screenshot({ path: path.join(shots, `${name}-${file.replaceAll("/", "-")}-${width}.png`), clip: { x: 0, y: 0, width, height: 2400 }, captureBeyondViewport: true });
      }
    }
  }
  for (const [file, found] of Object.entries(shown)) {
    const page = `${file} on ${name}`;
    const none = (list, what) => check(!list.length, page, `${what}: ${list.slice(0, 3).join("; ")} (${list.length})`);
    none(found.bare, "Arabic that says no direction");
    none(found.left, "Arabic does not start at the right edge");
    none(found.syntax, "Markdown shows as text");
    none(found.escaped, "something escaped shows");
    check(found.headings.filter((level) => level === 1).length === 1, page, "not one h1");
    for (const table of found.tables) {
      tables += 1;
      check(table.rows.length > 1 && table.rows[0] > 1 && table.rows.every((cells) => cells === table.rows[0]), page, `a table of ${table.rows} cells: ${table.head}`);
      check(!table.empty, page, `a column without a name: ${table.head}`);
    }
    for (const { href, text } of found.links) {
      links += 1;
      check(text, page, `a link to ${href} without words`);
      if (/^(https?|mailto):/.test(href)) continue;
      const [to, fragment] = href.split("#");
      const target = to ? path.join(path.dirname(file), decodeURIComponent(to)) : file;
      check(fs.existsSync(path.join(out, target)), page, `${href} leads to no page`);
      if (fragment) check(shown[target]?.anchors.includes(host.prefix + decodeURIComponent(fragment)), page, `${href} leads to no place`);
    }
  }
}
await browser.close();
for (const fault of faults.slice(0, 40)) console.log(`   ${fault}`);
console.log(`   ${pages.length} Markdown pages on ${Object.keys(hosts).length} hosts: ${tables} tables, ${links} links, ${checks} checks, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
