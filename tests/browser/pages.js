// What a reader of the pages sees, asserted in Chromium: node pages.js OUT SHOTS.
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const puppeteer = require("puppeteer-core");

const [out, shots] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
let checks = 0;

function check(holds, page, what) {
  checks += 1;
  if (!holds) faults.push(`${page}: ${what}`);
}

// Runs in the page: Arabic blocks start at the right edge, nothing is cut off or sticks out.
function geometry() {
  const found = { left: [], cut: [], wide: document.documentElement.scrollWidth - document.documentElement.clientWidth };
  const shown = (e) => e.getClientRects().length > 0 && !e.closest(".sr, .skip") && getComputedStyle(e).visibility !== "hidden";
  for (const e of document.querySelectorAll('p[dir="rtl"], td[dir="rtl"], .article[dir="rtl"] > p:not(.backs)')) {
    if (!shown(e) || !e.textContent.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(e);
    const box = e.getBoundingClientRect();
    const style = getComputedStyle(e);
    const edge = box.right - parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth);
    const first = Math.max(...Array.from(range.getClientRects(), (r) => r.right));
    if (Math.abs(edge - first) > 3) found.left.push(`${e.textContent.trim().slice(0, 40)} (${Math.round(edge - first)} px)`);
    if (style.direction !== "rtl") found.left.push(`not rtl: ${e.textContent.trim().slice(0, 40)}`);
  }
  for (const e of document.querySelectorAll("p, li, td, th, h1, h2, h3, dt, dd, a, label, summary, svg text")) {
    if (!shown(e) || e.closest(".toc, .wide")) continue;
    const box = e.getBoundingClientRect();
    if (box.right > document.documentElement.clientWidth + 1 || box.left < -1) found.cut.push(`${e.tagName} ${e.textContent.trim().slice(0, 40)}`);
    if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "hidden") found.cut.push(`hidden: ${e.textContent.trim().slice(0, 40)}`);
  }
  return found;
}

async function open(browser, file, width, theme) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  await page.goto(pathToFileURL(path.join(out, file)).href);
  return page;
}

async function accessible(page, name) {
  await page.evaluate(axe);
  const options = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
  const { violations } = await page.evaluate((o) => window.axe.run(document, o), options);
  for (const v of violations) check(false, name, `axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(" … ")}`);
  checks += 1;
}

async function look(browser, file, widths) {
  for (const width of widths) {
    for (const theme of width === 320 ? ["light"] : ["light", "dark"]) {
      const name = `${file} at ${width}, ${theme}`;
      const page = await open(browser, file, width, theme);
      const found = await page.evaluate(geometry);
      check(found.wide <= 0, name, `scrolls sideways by ${found.wide} px`);
      check(!found.left.length, name, `Arabic does not start at the right edge: ${found.left.slice(0, 3).join("; ")} (${found.left.length})`);
      check(!found.cut.length, name, `cut off: ${found.cut.slice(0, 3).join("; ")} (${found.cut.length})`);
      if (width !== 320) {
        await page.screenshot({ path: path.join(shots, `${file.replaceAll("/", "-")}-${width}-${theme}.png`), clip: { x: 0, y: 0, width, height: 1600 } });
        await accessible(page, name);
      }
      await page.close();
    }
  }
}

// The switch, a citation and the way back.
async function used(browser, file) {
  const page = await open(browser, file, 1280, "light");
  const seen = (selector) =>
    page.$$eval(selector, (all) => all.filter((e) => e.getClientRects().length > 0).length);
  const beside = () =>
    page.$eval(".points .pair", (pair) => {
      const [en, ar] = [pair.querySelector(".en"), pair.querySelector(".ar")].map((e) => e.getBoundingClientRect());
      return ar.left >= en.right ? "beside" : ar.top >= en.bottom ? "below" : "over";
    });
  check((await beside()) === "beside", file, "side by side is not");
  await page.click("#view-both");
  check((await beside()) === "below", file, "interleaved is not");
  await page.click("#view-en");
  check((await seen(".points .ar")) === 0, file, "English alone shows Arabic");
  await page.click("#view-ar");
  check((await seen(".points .text")) === 0 && (await seen(".points .ar")) > 0, file, "Arabic alone shows English");
  await page.click("#view-side");
  check((await seen(".clause")) === 0, file, "the words of the sources are shown unasked");
  await page.click("#words");
  check((await seen(".clause")) > 0, file, "the words of the sources are not shown");
  const href = await page.$eval(".points .cite", (a) => a.getAttribute("href"));
  await page.$eval(".points .cite", (a) => a.click());
  const target = await page.$eval(":target", (e) => [`#${e.id}`, e.tagName, e.closest("p, div").lang || e.closest("[lang]").lang]);
  check(target[0] === href && target[1] === "MARK" && target[2] === "ar", file, `the citation ${href} leads to ${target}`);
  const back = await page.$eval(":target", (mark) => mark.closest("p").nextElementSibling.querySelector("a").getAttribute("href"));
  check((await page.$(back)) !== null, file, `the way back ${back} leads nowhere`);
  await page.close();
}

async function printed(browser, file, format) {
  const page = await open(browser, file, 1280, "light");
  const pdf = Buffer.from(await page.pdf({ format, preferCSSPageSize: format === "A4" }));
  fs.writeFileSync(path.join(shots, `${file}-${format}.pdf`), pdf);
  await page.close();
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const files = fs.readdirSync(out).filter((file) => file.endsWith(".html")).sort();
  const rounds = files.filter((file) => /^[^.]+\.html$/.test(file) && file !== "index.html");
  const folder = (name) => fs.readdirSync(path.join(out, name)).filter((file) => file.endsWith(".html")).sort().map((file) => `${name}/${file}`);
  const second = rounds.find((file) => file === "astana-2.html") || rounds[0];
  const sets = files.filter((file) => file.startsWith(second.replace("html", "")) && file !== second);
  await look(browser, second, [1280, 390, 320]);
  await look(browser, "index.html", [1280, 390, 320]);
  for (const file of [...sets, folder("people")[0], folder("parties")[0]]) await look(browser, file, [1280, 320]);
  for (const file of rounds.filter((file) => file !== second)) await look(browser, file, [320]);
  await used(browser, second);
  for (const file of files.filter((file) => file.endsWith(".onepage.html"))) {
    for (const format of ["A4", "Letter"]) {
      const sides = await printed(browser, file, format);
      check(sides >= 1 && sides <= 2, file, `${sides} sides on ${format}`);
    }
  }
  console.log(`   ${second} on A4: ${await printed(browser, second, "A4")} sides`);
  await browser.close();
  for (const fault of faults) console.log(`   ${fault}`);
  console.log(`   ${checks} checks in Chromium, ${faults.length} faults; pictures in ${path.resolve(shots)}`);
  process.exit(faults.length ? 1 : 0);
})();
