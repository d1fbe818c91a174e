import pytest

from sitegen.text.slug import LIMIT, make_slug, make_unique_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Ferry Runs Aground, 212 Safe", "ferry-runs-aground-212-safe"),
        ("It’s ‘over’ – Mayor’s aide", "its-over-mayors-aide"),
        ("R&B at St. Orle's @ 5", "r-and-b-at-st-orles-at-5"),
        ("Straße, Ærø, Łódź, Þór, Œuvre", "strasse-aero-lodz-thor-oeuvre"),
        ("Ильинское утро", "ильинское-утро"),
        ("島の朝", "島の朝"),
        ("कोहरे में नावें", "कोहरे-में-नावें"),
        ("เรือข้ามฟาก สาย", "เรือข้ามฟาก-สาย"),
        ("العبّارات في مَرسى", "العبارات-في-مرسى"),
        ("❤️ 1️⃣ \u0301", "1"),
        ("ﬁne ℡ Acme™ ½", "fine-tel-acmetm-1-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("{{ x }}<b>", "x-b"),
        ("__init__", "init"),
        (".git", "git"),
        ("🚢", "untitled"),
        ("", "untitled"),
    ],
)
def test_a_slug_is_made_of_the_words(title: str, slug: str) -> None:
    assert make_slug(title) == slug


@pytest.mark.parametrize("title", ["CON", "prn", "Aux.", "NUL", "com1", "LPT9", "com⁰"])
def test_a_name_that_windows_reserves_is_changed(title: str) -> None:
    assert make_slug(title).endswith("-")


def test_c_its_descendants_and_two_states_have_slugs_of_their_own() -> None:
    names = ("C", "C++", "C#", "US", "U.S.")

    assert [make_slug(name) for name in names] == ["c", "c-plus-plus", "c-sharp", "us", "u-s"]


def test_a_long_title_is_cut_between_words() -> None:
    slug = make_slug("herring " * 20)

    assert slug == "-".join(["herring"] * 9)
    assert len(slug) <= LIMIT


def test_a_title_of_one_long_word_is_cut_inside_it() -> None:
    assert make_slug("a" * 200) == "a" * LIMIT
    assert make_slug("short " + "a" * 200) == "short-" + "a" * (LIMIT - 6)


def test_a_script_of_many_bytes_is_cut_to_what_file_systems_take() -> None:
    slug = make_slug("𠀀" * 100)

    assert slug == "𠀀" * (3 * LIMIT // 4)


def test_the_first_free_number_is_taken() -> None:
    assert make_unique_slug("Briefs", set()) == "briefs"
    assert make_unique_slug("Briefs", {"briefs", "briefs-2", "briefs-4"}) == "briefs-3"
