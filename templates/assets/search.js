// Explained in docs/decisions/search-is-ours.md
{
const pick = (name) => document.querySelector(name);
const box = pick(".search");
const form = pick(".find");
const list = pick(".found");
const more = pick(".more");
const state = pick(".state");
const says = state.dataset;
const { separators, unspaced } = form.dataset;
const { lang } = document.documentElement;

// As in publish/search_words.py
const WORD = RegExp(`[${unspaced}]+|[^${separators}${unspaced}]+`, "gu");
const PIECE = RegExp(WORD.source.replace("+", ""), "gu");
const RUN = RegExp(`^[${unspaced}]{2,}$`);
const split = (text) =>
  (text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").match(WORD) || []).flatMap((run) =>
    RUN.test(run) ? [...run].slice(1).map((_, at) => run.slice(at, at + 2)) : run.slice(0, 32),
  );

let files = {};
const load = (path) =>
  (files[path] ??= fetch(path, { cache: "no-cache" }).then((answer) => answer.json()));

const read = async (index, word, isOpen) => {
  const parts = index.parts.flatMap(([offset, part, starts]) => {
    const best = starts.findLast((start) => word.startsWith(start));
    const wanted = starts.filter((start) => start === best || (isOpen && start.startsWith(word)));
    return wanted.map(async (start) =>
      Object.entries(await load(`words/${part}-${encodeURIComponent(start)}.json`)).map(([key, entry]) => [
        key,
        ...entry.split("|"),
        offset,
      ]),
    );
  });
  return (await Promise.all(parts)).flat();
};
const add = (docs, [, , postings, offset], factor) => {
  let doc = offset - 1;
  for (const [, distance, letter] of postings.matchAll(/([0-9a-z]*)([A-P])/g)) {
    doc += parseInt(distance || 1, 36);
    docs.set(doc, Math.max(docs.get(doc) || 0, (letter.charCodeAt() - 64) * factor));
  }
};
const formsOf = ([key, forms]) => (forms || key).split(" ");

const find = async (index, word, isOpen, query, tags) => {
  const entries = await read(index, word, isOpen);
  const isHit = (entry) => formsOf(entry).some((form) => form === word || (isOpen && form.startsWith(word)));
  const isWhole = (entry) => formsOf(entry).includes(word);
  let hits = entries.filter((entry) => isHit(entry) && !(isOpen && entry[0].at(-1) < "0"));
  if (!hits[0] && query[0]) {
    const near = entries.filter(([key]) => key.length > 2 && word.startsWith(key) && word.length - key.length < 5);
    hits = near.filter(([key]) => near.every(([other]) => other.length <= key.length));
  }
  for (const entry of entries) {
    const [key] = entry;
    if (key.endsWith("#") && key.slice(0, -1).split("-").every((one) => query.includes(one))) {
      add((tags[key] ??= new Map()), entry, 5);
    }
  }
  const docs = new Map();
  for (const entry of hits) add(docs, entry, isOpen && !isWhole(entry) ? 0.5 : 1);
  const isCommon = hits.some((entry) => entry[2][0] === "*" && isWhole(entry));
  return { docs, isCommon, forms: hits.flatMap(formsOf) };
};

const rank = async (index, { q, tag, source, when }) => {
  const query = [...new Set(split(q))];
  const last = query.at(-1) || "";
  const isOpen = last[2] && !/\s$/.test(q);
  const tags = {};
  const words = await Promise.all(query.map((word) => find(index, word, isOpen && word === last, query, tags)));
  const keys = [tag && split(tag).join("-") + "#", source && split(source).join("-") + "$", when && when + "!"];
  const filters = await Promise.all(keys.filter(Boolean).map((key) => find(index, key, false, [])));
  let telling = words.filter((word) => !word.isCommon);
  if (!telling[0]) telling = words;
  const scores = new Map();
  const counts = new Map();
  const score = (docs, isWord) => {
    const rarity = Math.log((index.articles + 1) / (docs.size + 0.5));
    for (const [doc, weight] of docs) {
      if (!isWord && !scores.has(doc)) continue;
      scores.set(doc, (scores.get(doc) || 0) + weight * rarity);
      counts.set(doc, (counts.get(doc) || 0) + isWord);
    }
  };
  for (const { docs } of telling[0] ? telling : filters) score(docs, 1);
  for (const { docs, isCommon } of words) if (isCommon) score(docs, 0);
  for (const docs of Object.values(tags)) score(docs, 0);
  const some = [...scores.keys()].filter((doc) => filters.every(({ docs }) => docs.has(doc)));
  const all = some.filter((doc) => counts.get(doc) >= telling.length);
  const docs = all.length ? all : some;
  const worth = (doc) => scores.get(doc) * (1 + doc / index.articles / 7);
  const { length } = docs;
  const said = length ? new Intl.PluralRules(lang).select(length) : telling[0]?.isCommon ? "common" : q && !q[2] ? "open" : "none";
  return {
    block: index.block,
    docs: docs.sort((one, other) => worth(other) - worth(one) || other - one),
    isHit: (word) => words.some(({ forms }) => forms.includes(word)) || (isOpen && word.startsWith(last)),
    said: (length > all.length ? says.partial + " " : "") + says[said].replace("#", length.toLocaleString(`${lang}-u-nu-latn`)).replace("*", q),
  };
};

const write = (element, text, isHit) => {
  let end = 0;
  element.textContent = "";
  for (const { 0: piece, index: at } of text.matchAll(PIECE)) {
    if (![...split(piece), text.slice(at - 1, at + 1), text.slice(at, at + 2)].some(isHit)) continue;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    element.append(text.slice(end, at), mark);
    end = at + piece.length;
  }
  element.append(text.slice(end));
};

const present = async ({ docs, isHit, block }, from) => {
  const rows = await Promise.all(
    docs
      .slice(from, from + 10)
      .map(async (doc) => (await load(`articles/${Math.floor(doc / block)}.json`))[doc % block]),
  );
  return rows.map(([slug, title, dek, date, moment, source, lang]) => {
    const item = pick("template").content.cloneNode(true);
    const [link, brief, by, time] = ["a", ".dek", "b", "time"].map((name) => item.querySelector(name));
    link.href = `../articles/${encodeURIComponent(slug)}/index.html`;
    write(link, title, isHit);
    write(brief, dek, isHit);
    if (lang) link.lang = brief.lang = lang;
    source ? by.append(source) : by.remove();
    time.textContent = date;
    time.dateTime = moment;
    return item;
  });
};
const excuse = () => {
  files = {};
  return location.protocol === "file:" ? says.disk : says.failed;
};

// What was found and how much of it are shown at once, when both are there.
let asked, ranked, wait;
const search = async () => {
  const given = Object.fromEntries(new FormData(form));
  const mine = JSON.stringify(given);
  if (mine === asked) return;
  asked = mine;
  let result = { docs: [], said: "" };
  let items = [];
  let next = mine;
  try {
    if (Object.values(given).some((value) => value.trim())) result = await rank(await load("index.json"), given);
    items = await present(result, 0);
  } catch {
    result = { docs: [], said: excuse() };
    next = 0;
  }
  if (mine !== asked) return;
  asked = next;
  ranked = result;
  box.className = "";
  list.replaceChildren(...items);
  state.textContent = ranked.said;
  more.hidden = !ranked.docs[list.children.length];
};

const remember = () => {
  const given = [...new FormData(form)].filter(([, value]) => value.trim());
  history.replaceState(null, "", "?" + new URLSearchParams(given));
  search();
};
form.oninput = () => {
  clearTimeout(wait);
  wait = setTimeout(remember, 120);
};
form.onsubmit = (event) => {
  event.preventDefault();
  remember();
};
more.onclick = async () => {
  const before = ranked;
  const next = list.children.length;
  let items;
  try {
    items = await present(before, next);
  } catch {
    state.textContent = excuse();
  }
  if (!items || before !== ranked || list.children[next]) return;
  list.append(...items);
  more.hidden = !before.docs[list.children.length];
  list.children[next].querySelector("a").focus();
};
onkeydown = (event) => {
  if (event.key !== "/" || event.target.matches("input,select")) return;
  event.preventDefault();
  form.q.focus();
};
const given = new URLSearchParams(location.search);
for (const control of form) {
  const value = given.get(control.name);
  if (!value) continue;
  control.value = value;
  if (control.value !== value) control.add?.(new Option(value, value, true, true));
}
// Nothing is shown below before the answer, for it would move.
box.className = location.search && "open";
search();
}
