"""The same site for Nikola: articles, lists of twenty, and tags and stories with RSS and Atom.

Its own theme draws them, the plainest that it has: that is less HTML than the others write.
"""

BLOG_TITLE = BLOG_AUTHOR = "Gazette"
BLOG_DESCRIPTION = "News"
BLOG_EMAIL = "news@gazette.example"
SITE_URL = BASE_URL = "https://gazette.example/news/"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
TIMEZONE = "UTC"
THEME = "base"
COMPILERS = {"markdown": (".md",)}
POSTS = (("articles/*.md", "articles", "post.tmpl"),)
PAGES = ()
INDEX_DISPLAY_POST_COUNT = 20
INDEX_TEASERS = True
TAG_PATH, TAGS_INDEX_PATH = "tags", "tags/index.html"
CATEGORY_PATH, CATEGORIES_INDEX_PATH = "stories", "stories/index.html"
CATEGORY_PREFIX = ""
TAG_PAGES_ARE_INDEXES = CATEGORY_PAGES_ARE_INDEXES = True
GENERATE_RSS = GENERATE_ATOM = True
FEED_LENGTH = 50
FEED_TEASERS = False
DISABLED_PLUGINS = ["render_galleries", "scale_images", "render_listings", "gallery_shortcode"]
COPY_SOURCES = SHOW_SOURCELINK = False
USE_BUNDLES = False
GLOBAL_CONTEXT = {}
