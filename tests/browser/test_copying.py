"""The addresses of feeds can be copied, and where they cannot, they are selected."""

import pytest
from playwright.sync_api import Browser, expect

ADDRESS = "https://skarrow-ledger.example/atom.xml"


def test_a_button_copies_the_address_beside_it_and_says_so(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{server}feeds/index.html")

    tab.get_by_role("button", name=f"Copy {ADDRESS}", exact=True).click()

    expect(tab.get_by_role("status")).to_have_text(f"Copied: {ADDRESS}")
    assert tab.evaluate("navigator.clipboard.readText()") == ADDRESS
    context.close()


@pytest.mark.parametrize("clipboard", ["undefined", "{ writeText: async () => { throw 1 } }"])
def test_where_nothing_may_be_copied_the_address_is_selected(
    browser: Browser, server: str, clipboard: str
) -> None:
    tab = browser.new_page()
    tab.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }})")
    tab.goto(f"{server}feeds/index.html")

    tab.get_by_role("button", name=f"Copy {ADDRESS}", exact=True).press("Enter")

    expect(tab.get_by_role("status")).to_contain_text("Selected")
    assert tab.evaluate("getSelection().toString()") == ADDRESS
    tab.close()


def test_without_script_the_buttons_leave_their_place_empty(browser: Browser, server: str) -> None:
    heights = []
    for is_on in (True, False):
        context = browser.new_context(java_script_enabled=is_on)
        tab = context.new_page()
        tab.goto(f"{server}feeds/index.html")
        assert tab.get_by_text("Copy", exact=True).first.is_visible() is is_on
        box = tab.get_by_role("heading", name="One tag").bounding_box()
        heights.append(box and box["y"])
        context.close()

    assert heights[0]
    assert heights[0] == heights[1]


def test_an_address_on_a_phone_breaks_between_its_parts(browser: Browser, server: str) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 700})
    tab.goto(f"{server}feeds/index.html")

    broken = tab.evaluate(
        """() => [...document.querySelectorAll(".copy code")].flatMap(code => {
          const tops = [], range = document.createRange();
          for (const text of code.childNodes) for (let at = 0; at < text.length; at++) {
            range.setStart(text, at); range.setEnd(text, at + 1);
            tops.push([text.data[at], range.getBoundingClientRect().top]);
          }
          return tops.slice(1).flatMap(([, top], at) => tops[at][1] < top ? [tops[at][0]] : []);
        })"""
    )

    assert set(broken) <= {"/", "-"}
    assert "/" in broken
    tab.close()
