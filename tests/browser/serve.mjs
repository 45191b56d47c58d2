// `mujaz serve` as an editor sees it, in Chromium: node serve.mjs MUJAZ WORKSPACE SHOTS. Times are printed, and nothing fails for them.
import fs from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import puppeteer from "puppeteer-core";

const [mujaz, workspace, shots] = process.argv.slice(2);
const faults = [];
let checks = 0;

function check(holds, what) {
  checks += 1;
  if (!holds) faults.push(what);
}

const server = spawn(mujaz, ["serve", workspace, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
const address = await new Promise((found, failed) => {
  server.on("exit", () => failed(new Error("serve has ended")));
  server.stdout.on("data", (line) => {
    const at = String(line).match(/http:\/\/[\d.:]+/);
    if (at) found(at[0]);
  });
});

const file = (name) => path.join(workspace, name);
function save(name, text) {
  fs.mkdirSync(path.dirname(file(name)), { recursive: true });
  // As editors do: beside the file, and then in its place. What is hidden is nobody's change.
  const beside = file(path.join(path.dirname(name), `.${path.basename(name)}.new`));
  fs.writeFileSync(beside, text);
  fs.renameSync(beside, file(name));
}

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });
// What runs in every page: when a new version stands in it and has been painted, by the browser's own clock.
await page.evaluateOnNewDocument(() => {
  window.painted = () => new Promise((done) => {
    const seen = new MutationObserver(() => {
      seen.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())));
    });
    seen.observe(document.querySelector("script[data-version]"), { attributes: true });
  });
});
const open = (path) => page.goto(`${address}/${path}`);
const problem = () => page.evaluate(() => document.querySelector("#mujaz-problem")?.textContent ?? "");

// What is done, and the milliseconds until the new page has been painted.
async function shown(doing) {
  await page.evaluate(() => { window.shown = window.painted(); });
  const begun = performance.timeOrigin + performance.now();
  doing();
  return (await page.evaluate(() => window.shown)) - begun;
}

// Whether the page that is shown is the one that is served, but for what the reader has unfolded.
const same = () => page.evaluate(async () => {
  const served = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const both = [document, served].map((one) => one.documentElement.cloneNode(true));
  for (const one of both) for (const fold of one.querySelectorAll("details")) fold.open = false;
  return both[0].isEqualNode(both[1]);
});

// Until the page shows a text: the folder of a new file may be seen before the file in it.
async function until(text) {
  await page.waitForFunction((text) => document.documentElement.textContent.includes(text), { timeout: 30000 }, text);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

// What is not changed stays as it is: the place, what was unfolded, the focus, what is marked.
await open("astana-2.html");
const before = await page.evaluate(() => {
  const fold = document.querySelector("#key-points ~ * details:not([open])");
  fold.open = true;
  window.kept = { fold, link: fold.querySelector("a") ?? document.querySelector("#key-points a[href]"), heading: document.querySelector("#positions-h") };
  window.kept.link.focus({ preventScroll: true });
  getSelection().selectAllChildren(window.kept.heading);
  scrollTo({ left: 0, top: window.kept.heading.getBoundingClientRect().top + scrollY - 200, behavior: "instant" });
  return { words: getSelection().toString() };
});
await new Promise((done) => setTimeout(done, 200));
const place = () => page.evaluate(() => window.kept.heading.getBoundingClientRect().top);
const top = await place();
const notes = "notes/astana-2.md";
await shown(() => save(notes, "The desk has seen this note.\n\nIt is longer than the one before.\n\n- It has\n- a list.\n"));
await until("The desk has seen this note.");
const after = await page.evaluate(() => ({
  open: window.kept.fold.open && window.kept.fold.isConnected,
  focus: document.activeElement === window.kept.link,
  words: getSelection().toString(),
}));
check(before.words.length > 0 && JSON.stringify(after) === JSON.stringify({ open: true, focus: true, words: before.words }), `not kept: ${JSON.stringify(after)}`);
check(Math.abs((await place()) - top) < 2, `the place is lost: ${top}, and then ${await place()}`);
check(await same(), "the page is not the one that is served, after a note");

// A problem stands over the page, as `build` prints it, and goes away; the page under it is as it was.
const good = "- {id: desk_term, kind: term, en: desk term, ar: [مصطلح المكتب]}\n";
save("glossary/desk.yaml", good.replace("kind", "knd"));
await page.waitForSelector("#mujaz-problem", { timeout: 30000 });
const told = await problem();
const printed = ["error[glossary-entry]: unknown key `knd`", "glossary/desk.yaml:1:19", "- {id: desk_term, knd: term", "hint: did you mean `kind`?"];
for (const part of printed) check(told.includes(part), `the problem on the page lacks ${part}: ${told}`);
check(await page.$eval("#mujaz-problem", (e) => e.getAttribute("role") === "alert"), "a problem is not told to who cannot see it");
check(await page.evaluate(() => document.activeElement === window.kept.link), "a problem takes the focus");
await page.screenshot({ path: path.join(shots, "serve-problem.png") });
await shown(() => save("glossary/desk.yaml", good));
check((await problem()) === "", "a problem that was mended still shows");
check(await same(), "the page is not the one that is served, after a problem");

// The styles of a template count at once, in the same page. Another policy for the page needs a new one.
const mine = (blocks) => `{% extends "builtin/brief.html" %}\n${blocks}`;
const foot = '{% block foot %}<p id="desk">Foot</p>{% endblock %}\n';
save("templates/brief.html", mine(foot));
await page.waitForSelector("#desk", { timeout: 30000 });
await shown(() => save("templates/brief.html", mine(`${foot}{% block style %}{{ super() }} #desk { color: rgb(1, 2, 3); }{% endblock %}`)));
check(await page.$eval("#desk", (e) => getComputedStyle(e).color === "rgb(1, 2, 3)"), "a style that was saved does not count");
check(await page.evaluate(() => window.kept.heading.isConnected), "a style makes a new page");
check(await same(), "the page is not the one that is served, after a style");
const policy = '{% block policy %}<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">{% endblock %}';
await Promise.all([page.waitForNavigation({ timeout: 30000 }), save("templates/brief.html", mine(foot + policy))]);
check(await page.evaluate(() => window.kept === undefined), "another policy is put into the same page");
await Promise.all([page.waitForNavigation({ timeout: 30000 }), fs.rmSync(file("templates/brief.html"))]);
check(await same(), "the page is not the one that is served, after a template");

// A round goes with its articles, and comes back with them.
const articles = fs.readdirSync(file("articles"));
const third = articles.filter((name) => name.startsWith("2017-03")).map((name) => [`articles/${name}`, fs.readFileSync(file(`articles/${name}`))]);
await open("astana-3.html");
const heading = () => page.$eval("h1", (e) => e.textContent);
third.forEach(([name]) => fs.rmSync(file(name)));
await page.waitForFunction(() => document.querySelector("h1")?.textContent === "There is no page /astana-3.html", { timeout: 30000 });
third.forEach(([name, bytes]) => fs.writeFileSync(file(name), bytes));
await page.waitForFunction(() => document.querySelector("h1")?.textContent.includes("Astana 3"), { timeout: 30000 });
await page.waitForFunction(() => document.readyState === "complete");
await shown(() => save("notes/astana-3.md", "Back again.\n"));
await until("Back again.");
check(await same(), "the page is not the one that is served, after it was gone");

// The other pages follow too.
const name = (en) => `- {id: lavrentiev, kind: person, en: ${en}, ar: [ألكسندر لافرينتييف, لافرينتييف]}\n`;
for (const [other, en] of [["index.html", "A. B. Lavrentiev"], ["people/lavrentiev.html", "A. C. Lavrentiev"], ["", "A. D. Lavrentiev"]]) {
  await open(other);
  save("glossary/desk.yaml", name(en));
  await until(en);
  check(await same(), `/${other} is not the page that is served, after a name`);
}

// From a save to the page that shows it.
await open("astana-2.html");
save("templates/brief.html", mine(foot));
await page.waitForSelector("#desk", { timeout: 30000 });
const article = articles.find((name) => name.startsWith("2017-02-16"));
const text = fs.readFileSync(file(`articles/${article}`));
const config = fs.readFileSync(file("mujaz.yaml"), "utf8");
const kinds = {
  note: (n) => save(notes, `Note ${n}.\n`),
  template: (n) => save("templates/brief.html", mine(foot.replace("Foot", `Foot ${n}`))),
  glossary: (n) => save("glossary/desk.yaml", `- {id: desk_term, kind: term, en: thing ${n}, ar: [من دون بيان ختامي]}\n`),
  article: (n) => fs.writeFileSync(file(`articles/${article}`), Buffer.concat([text, Buffer.from(`\n\nوقال الوزير إن العدد ${n}.\n`)])),
  config: (n) => save("mujaz.yaml", `${config}english: {months: ${n % 2 ? "gregorian" : "both"}}\n`),
};
const medians = [];
for (const [kind, doing] of Object.entries(kinds)) {
  const times = [];
  for (let n = 1; n <= 7; n += 1) {
    times.push(await shown(() => doing(n)));
    // What else the save may have started comes to its end.
    await new Promise((done) => setTimeout(done, 100));
  }
  check(await same(), `the page is not the one that is served, after ${kind}`);
  medians.push(`${kind} ${Math.round(times.sort((a, b) => a - b)[3])} ms`);
}
await browser.close();
server.removeAllListeners("exit");
server.kill();
for (const fault of faults) console.log(`   ${fault}`);
console.log(`   serve in Chromium: ${checks} checks, ${faults.length} faults; from a save to the page that shows it, painted, median of 7: ${medians.join(", ")}`);
process.exit(faults.length ? 1 : 0);
