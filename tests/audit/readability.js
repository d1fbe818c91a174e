// Prints as JSON which paragraphs of the articles named in a file a reader mode would lose.
const { readFileSync } = require("node:fs");
const { Readability } = require("@mozilla/readability");
const { JSDOM } = require("jsdom");

const flat = (text) => text.replace(/\s+/g, " ").trim();
const lost = [];
let paragraphs = 0;
for (const file of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const { document } = new JSDOM(readFileSync(file, "utf8"), { url: "https://site.example/" }).window;
  const wanted = [...document.querySelectorAll(".text :is(p, li, h2, h3)")].map((one) => flat(one.textContent));
  const read = flat(new Readability(document).parse()?.textContent ?? "");
  paragraphs += wanted.length;
  lost.push(...wanted.filter((text) => !read.includes(text)).map((text) => `${file}: ${text.slice(0, 80)}`));
}
console.log(JSON.stringify({ paragraphs, lost }));
