// Prints as JSON what feedsmith does not read alike of the three formats of each feed in a folder:
// ids, addresses, titles, content, days and tags of all items. `articles` counts the items.
import { parseFeed } from "feedsmith";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const second = (text) => Math.floor(Date.parse(text) / 1000);
const content = (text) => (text ?? "").trim();
const readers = {
  "rss.xml": ({ items }) =>
    items?.map((item) => ({
      id: item.guid?.value,
      url: item.link,
      title: item.title,
      content: content(item.content?.encoded),
      published: second(item.pubDate),
      tags: item.categories?.map(({ name }) => name) ?? [],
    })),
  "atom.xml": ({ entries }) =>
    entries?.map((entry) => ({
      id: entry.id,
      url: entry.links?.find(({ rel }) => (rel ?? "alternate") === "alternate")?.href,
      title: entry.title?.value ?? entry.title,
      content: content(entry.content?.value),
      published: second(entry.published),
      tags: entry.categories?.map(({ term }) => term) ?? [],
    })),
  "feed.json": ({ items }) =>
    items?.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content: content(item.content_html),
      published: second(item.date_published),
      tags: item.tags ?? [],
    })),
};

const [, , output] = process.argv;
const differing = [];
let items = 0;
for (const name of readdirSync(output, { recursive: true }).sort()) {
  if (!name.endsWith("rss.xml")) continue;
  const folder = join(output, dirname(name));
  const told = {};
  for (const [file, read] of Object.entries(readers)) {
    const path = join(folder, file);
    if (!existsSync(path)) {
      differing.push(`${path}: there is none`);
      continue;
    }
    try {
      told[file] = read(parseFeed(readFileSync(path, "utf8")).feed) ?? [];
    } catch (error) {
      differing.push(`${path}: ${error.message}`);
    }
  }
  const [first, ...others] = Object.entries(told);
  items += first?.[1].length ?? 0;
  for (const [file, list] of others) {
    const place = list.findIndex((item, index) => JSON.stringify(item) !== JSON.stringify(first[1][index]));
    if (place !== -1 || list.length !== first[1].length) {
      const pair = [JSON.stringify(first[1][place]), JSON.stringify(list[place])];
      differing.push(`${join(folder, file)}: item ${place} of ${list.length} is not that of ${first[0]}: ${pair.join(" and ")}`);
    }
  }
}
console.log(JSON.stringify({ items, differing }));
