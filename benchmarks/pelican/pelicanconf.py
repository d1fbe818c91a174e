"""The same site for Pelican: articles, lists of twenty, tags and stories with two feeds each.

Pelican writes no JSON Feed, and has neither sources nor days without plugins.
"""

SITENAME = AUTHOR = "Gazette"
SITEURL = "https://gazette.example/news"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "."
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
ARTICLE_PATHS = ["articles"]
ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
# An article is in one category, as in one story.
CATEGORY_URL = "stories/{slug}/"
CATEGORY_SAVE_AS = "stories/{slug}/index.html"
DEFAULT_CATEGORY = "alone"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = ""
TAGS_SAVE_AS = "tags/index.html"
CATEGORIES_SAVE_AS = "stories/index.html"
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 50
FEED_ALL_ATOM, FEED_ALL_RSS = "atom.xml", "rss.xml"
TAG_FEED_ATOM, TAG_FEED_RSS = "tags/{slug}/atom.xml", "tags/{slug}/rss.xml"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "stories/{slug}/atom.xml", "stories/{slug}/rss.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
RSS_FEED_SUMMARY_ONLY = False
MARKDOWN = {"output_format": "html5"}
LOAD_CONTENT_CACHE = False
