// The same site for Eleventy: articles with their twins, lists of twenty, and tags, stories and
// sources with three feeds each.

const PART = 20;
const ITEMS = 50;

function group(articles, key) {
  const groups = new Map();
  for (const article of articles) {
    for (const name of article.data[key]) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(article);
    }
  }
  return groups;
}

module.exports = function (config) {
  const newest = (api) => api.getFilteredByGlob("articles/*.md").reverse();
  const channels = (api) => {
    const articles = newest(api);
    const found = [{ path: "", title: "Gazette", articles }];
    for (const kind of ["tags", "stories", "sources"]) {
      for (const [name, members] of group(articles, `${kind}Of`)) {
        const slug = config.getFilter("slugify")(name);
        found.push({ path: `${kind}/${slug}/`, title: name, articles: members });
      }
    }
    return found;
  };
  config.addCollection("newest", newest);
  config.addCollection("feeds", (api) =>
    channels(api).map((one) => ({ ...one, articles: one.articles.slice(0, ITEMS) })),
  );
  config.addCollection("lists", (api) =>
    channels(api).flatMap((one) => {
      const parts = [];
      for (let at = 0; at < one.articles.length; at += PART) {
        const number = at / PART + 1;
        const path = number === 1 ? one.path : `${one.path}page/${number}/`;
        parts.push({ ...one, path, articles: one.articles.slice(at, at + PART) });
      }
      return parts;
    }),
  );
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("json", (value) => JSON.stringify(value));
  config.addFilter("rfc822", (date) => date.toUTCString());
  return {
    dir: { input: ".", includes: "_includes", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    pathPrefix: "/news/",
  };
};
