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
await page.goto(`${address}/astana-2.html`);

const version = () => page.evaluate(() => document.querySelector("script[data-version]").dataset.version);
const problem = () => page.evaluate(() => document.querySelector("#mujaz-problem")?.textContent ?? "");

// What is done, and the milliseconds until the new page has been read, by the browser's own clock: how often it is asked from here does not count.
async function reloaded(doing) {
  const before = await version();
  const begun = performance.timeOrigin + performance.now();
  doing();
  await page.waitForFunction((old) => document.querySelector("script[data-version]")?.dataset.version !== old && document.readyState !== "loading", { polling: 2, timeout: 30000 }, before);
  return await page.evaluate(() => performance.timeOrigin + performance.getEntriesByType("navigation")[0].domInteractive) - begun;
}

// The place and what was unfolded stay.
await page.evaluate(() => {
  document.querySelector("details:not([open])").open = true;
  scrollTo({ left: 0, top: 1500, behavior: "instant" });
});
await new Promise((done) => setTimeout(done, 200));
const place = await page.evaluate(() => scrollY);
await reloaded(() => save("notes/astana-2.md", "The desk has seen this note.\n"));
await new Promise((done) => setTimeout(done, 200));
const seen = await page.evaluate(() => ({ y: scrollY, open: document.querySelectorAll("details[open]").length, text: document.body.innerText.includes("The desk has seen this note.") }));
check(seen.text, "a note that was saved is not on the page");
check(Math.abs(seen.y - place) < 2, `the place is lost: ${place}, and then ${seen.y}`);
check(seen.open > 0, "what was unfolded is folded");

// A problem stands over the page, as `build` prints it, and goes away.
const good = "- {id: desk_term, kind: term, en: desk term, ar: [مصطلح المكتب]}\n";
await reloaded(() => save("glossary/desk.yaml", good.replace("kind", "knd")));
const told = await problem();
const printed = ["error[glossary-entry]: unknown key `knd`", "glossary/desk.yaml:1:19", "- {id: desk_term, knd: term", "hint: did you mean `kind`?"];
for (const part of printed) check(told.includes(part), `the problem on the page lacks ${part}: ${told}`);
await page.screenshot({ path: path.join(shots, "serve-problem.png") });
await reloaded(() => save("glossary/desk.yaml", good));
check((await problem()) === "", "a problem that was mended still shows");

// An article is taken away, and put back.
const article = fs.readdirSync(file("articles")).find((name) => name.startsWith("2017-02-16"));
const text = fs.readFileSync(file(`articles/${article}`));
await reloaded(() => fs.rmSync(file(`articles/${article}`)));
check((await problem()) === "", "an article that was deleted is a problem");
await reloaded(() => fs.writeFileSync(file(`articles/${article}`), text));

// From a save to the page that shows it.
const kinds = {
  note: (n) => save("notes/astana-2.md", `Note ${n}.\n`),
  template: (n) => save("templates/brief.html", `{% extends "builtin/brief.html" %}\n{% block foot %}<p>Foot ${n}</p>{% endblock %}\n`),
  glossary: (n) => save("glossary/desk.yaml", `- {id: desk_term, kind: term, en: thing ${n}, ar: [من دون بيان ختامي]}\n`),
  article: (n) => fs.writeFileSync(file(`articles/${article}`), Buffer.concat([text, Buffer.from(`\n\nوقال الوزير إن العدد ${n}.\n`)])),
};
const medians = [];
for (const [kind, doing] of Object.entries(kinds)) {
  const times = [];
  for (let n = 1; n <= 7; n += 1) times.push(await reloaded(() => doing(n)));
  medians.push(`${kind} ${Math.round(times.sort((a, b) => a - b)[3])} ms`);
}
await browser.close();
server.removeAllListeners("exit");
server.kill();
for (const fault of faults) console.log(`   ${fault}`);
console.log(`   serve in Chromium: ${checks} checks, ${faults.length} faults; from save to reloaded page, median of 7: ${medians.join(", ")}`);
process.exit(faults.length ? 1 : 0);
