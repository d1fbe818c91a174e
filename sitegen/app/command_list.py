"""What commands there are: what each does, examples, and the options that it has."""

ABOUT = """\
Turn scraped article files into a clean, deduplicated news site with digests and feeds.

  seeds/  --ingest-->  content/  --publish-->  output/
"""
EPILOGUE = """\
examples:
  sitegen build                         build the site in this folder into output/
  sitegen build -s news -b https://example.org/news/
  sitegen init news                     begin a new site in the folder news
  sitegen watch                         build again whenever a seed arrives
  sitegen serve                         the same, and see the site in a browser
  sitegen explain seeds/wire_0606.txt   what became of each line of a seed
  sitegen merge ferry-lost ferry-found  make two pages one article
  sitegen noise --suggest               which lines may deserve a rule of your own

exit status:
  0    done
  1    failed, or a check found errors; with --strict also: a warning, or something quarantined
  2    wrong usage or configuration
  3    done, but something was quarantined: it is named, with the way out
  130  interrupted
  143  told to end (SIGTERM)

'sitegen COMMAND --help' tells more about a command.
"""
# Command: what it does on one line, examples, and the groups of options that it has.
COMMANDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "init": (
        "begin a new site: configuration, a sample, a workflow; nothing is overwritten",
        "sitegen init\nsitegen init news -b https://example.org/news/",
        ("json", "init"),
    ),
    "build": (
        "ingest, then publish",
        "sitegen build\nsitegen build --watch\nsitegen build --strict --json",
        ("site", "json", "talk", "timings", "publish", "strict", "build", "watch"),
    ),
    "ingest": (
        "turn seeds/ into Markdown pages in content/",
        "sitegen ingest\nsitegen ingest -s news",
        ("site", "json", "talk", "timings", "strict"),
    ),
    "publish": (
        "draw the site from content/ into output/",
        "sitegen publish -b https://example.org/news/\nsitegen publish --drafts -o ../preview",
        ("site", "json", "talk", "timings", "publish", "strict"),
    ),
    "watch": (
        "build, then build again when seeds, content, templates or configuration change",
        "sitegen watch\nsitegen watch -s news",
        ("site", "talk", "timings", "publish", "watch"),
    ),
    "serve": (
        "watch, and show the site in a browser, where pages reload when they change",
        "sitegen serve\nsitegen serve -s news --port 4000",
        ("site", "talk", "timings", "publish", "watch", "serve"),
    ),
    "check": (
        "examine the finished site in output/: links, feeds, pages",
        "sitegen check\nsitegen check --strict --json\nsitegen check --against https://example.org/news/",
        ("place", "json", "target", "strict", "check"),
    ),
    "ping": (
        "tell the WebSub hub of [feeds] that the published feeds may have news",
        "sitegen ping\nsitegen ping -b https://example.org/news/",
        ("folder", "json", "ping"),
    ),
    "doctor": (
        "what will go wrong with the site: limits of the host, thin tags, addresses, dates",
        "sitegen doctor\nsitegen doctor --json",
        ("site", "json", "target"),
    ),
    "explain": (
        "what became of each line of a seed, and why a page, story, digest or tag is as it is",
        "sitegen explain seeds/wire_0606.txt\nsitegen explain stories/ferry-runs-aground",
        ("site", "json", "explain"),
    ),
    "merge": (
        "make two pages one article, or two stories one, whatever their texts say",
        "sitegen merge ferry-runs-aground ferry-hits-bank\nsitegen merge stories/A stories/B",
        ("site", "json", "talk", "merge"),
    ),
    "split": (
        "make a copy an article of its own, reports a story of their own, or take a merge back",
        "sitegen split ferry-runs-aground wire/0606.txt#2\nsitegen split stories/A inquiry-opens",
        ("site", "json", "talk", "split"),
    ),
    "stats": (
        "what the site holds: articles, copies, tags, and what became of all lines",
        "sitegen stats\nsitegen stats --json",
        ("site", "json"),
    ),
    "noise": (
        "which rules take lines for noise, and which lines may deserve a rule",
        "sitegen noise\nsitegen noise --suggest",
        ("site", "json", "noise"),
    ),
    "tags": (
        "which tags there are, which are thin, and which names may be one",
        "sitegen tags\nsitegen tags --json",
        ("site", "json"),
    ),
    "words": (
        "what the site itself says, in a file to fill in: another language, or words of your own",
        "sitegen words\nsitegen words fr",
        ("folder", "json", "words"),
    ),
}

# What a command that lacks an option does about it.
DEFAULTS = {
    "as_of": None,
    "no_cache": False,
    "output": None,
    "jobs": 0,
    "base_url": None,
    "drafts": False,
    "future": False,
    "quiet": False,
    "verbose": False,
    "strict": False,
    "watch": False,
    "poll": False,
    "timings": False,
    "verify": False,
    "json": False,
}
