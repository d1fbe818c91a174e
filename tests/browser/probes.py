"""What the tests ask of a page by script."""

# What WCAG 2.2 asks a page to bear: criterion 1.4.12.
SPACING = """() => document.querySelectorAll("*").forEach(element => {
    const set = (name, value) => element.style.setProperty(name, value, "important");
    set("line-height", "1.5"); set("letter-spacing", ".12em"); set("word-spacing", ".16em");
    if (element.tagName === "P") set("margin-block-end", "2em");
})"""
TWICE_THE_TEXT = """() => {
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    document.documentElement.style.fontSize = 2 * size + "px";
}"""
# Text that no one can reach: cut off by its box, or outside the page.
LOST = """() => [...document.querySelectorAll("body *")].filter(element => {
    const style = getComputedStyle(element);
    if (style.display === "none" || element.closest(".skip, .scroll, .text pre, svg")) return false;
    const box = element.getBoundingClientRect();
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const isCut = /hidden|clip/.test(style.overflowX + style.overflowY) &&
        (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    return isCut || box.right > innerWidth + 1 || box.left < -1;
}).map(element => element.outerHTML.slice(0, 120))"""
WATCH_SHIFTS = """window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { shift += entry.value }))
    .observe({ type: "layout-shift", buffered: true })"""


# What has the focus: whether its outline is drawn, on the screen, with nothing above it.
FOCUSED = """async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0];
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return {
        at: element.dataset.at,
        html: element.outerHTML.slice(0, 120),
        is_seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            && box.top > -1 && box.bottom < innerHeight + 1 && !!top
            && (element.contains(top) || top.contains(element)),
    };
}"""
# Text on paper that is not black: a printer makes a raster of dots of it.
PALE = """() => [...document.querySelectorAll("main *")].filter(element => {
    const [red, green, blue] = getComputedStyle(element).color.match(/[0-9.]+/g).map(Number);
    return element.checkVisibility() && 0 < red + green + blue;
}).map(element => element.outerHTML.slice(0, 120))"""
# What can have the focus, numbered in the order of the page.
STOPS = """() => [...document.querySelectorAll(
    "a[href], button, input, select, summary, [tabindex]")]
    .filter(element => element.checkVisibility())
    .map((element, at) => String(element.dataset.at = at))"""
# Drawings in the colour of the ground.
UNSEEN = """() => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll("svg path")]
        .filter(path => getComputedStyle(path).fill === ground).length }"""
# What only a colour would set apart.
UNMARKED = """() => [...document.querySelectorAll("[aria-current], .tint1, .tint2, .tint3")]
    .filter(element => {
        const style = getComputedStyle(element);
        return style.borderBlockStartStyle === "none" && style.outlineStyle === "none"
            && !style.textDecorationLine.includes("underline")
    }).map(element => element.outerHTML)"""
# What moves.
MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
    const style = getComputedStyle(element);
    return style.transitionDuration !== "0s" || style.animationName !== "none"
}).length"""
