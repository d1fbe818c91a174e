"""Send broken bytes through every door: real files, cut, doubled, spliced and sown with marks."""

from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.faults.doors import Door
from tests.faults.hostile.grammar import make_vectors

# What means something to some reader.
_MARKS = (
    *(b"\0", b"\r", b"\n", b"\n\n", b"\r\n", b"\t", b" ", b"---\n", b"...\n", b"```\n"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xed\xa0\x80", b"\xc3", b"\xf4\x90\x80\x80"),
    *(b"\xe2\x80\xae", b"&", b"&amp;", b"&#0;", b"&#xd800;", b"<", b">", b"</", b"<!--", b"-->"),
    *(b"<![CDATA[", b"]]>", b'"', b"'", b"`", b"\\", b"[", b"]", b"(", b")", b"{", b"}", b"!["),
    *(b"](", b"*", b"_", b"~", b"|", b"#", b"> ", b"- ", b"1. ", b": ", b"&a ", b"*a ", b"? "),
    *(b"!!python/object:os ", b"%", b"=", b",", b"0", b"-1", b"9" * 30, b"1e999", b"NaN"),
    *(b"null", b"true", b"0000-00-00", b"9999-12-31T23:59:60Z", b"%00", b"%2e%2e%2f", b"../"),
    *(b"//", b"\\u0000", b"\\ud800", b"Host: ", b"HTTP/1.1", b"By ", b"Photo: ", b"Published: "),
    *(b"June 31, 2024", b"(Northern Wire)", b"* * *", b"Read also: "),
)
_ROUND = 1_000  # examples between two fresh starts: Hypothesis remembers each
_LARGEST = 20_000


def fuzz(door: Door, count: int, first_seed: int = 0) -> Iterator[str]:
    """Send so many inputs through a door; yield what broke it, shrunk."""
    for number in range(0, count, _ROUND):

        @seed(first_seed + number)
        @settings(
            max_examples=min(_ROUND, count - number),
            database=None,
            deadline=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(_break(door.examples))
        def enter(data: bytes) -> None:
            door.enter(data)

        try:
            enter()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a crash
            told = "; ".join(getattr(error, "__notes__", ()))
            yield f"{door.name}: {type(error).__name__}: {error} ({told})"


@st.composite
def _break(draw: st.DrawFn, examples: tuple[bytes, ...]) -> bytes:
    """Draw an example, or a piece of it, with some of it changed."""
    if not examples or draw(st.integers(0, 19)) == 0:
        return draw(st.binary(max_size=200))
    data = draw(st.sampled_from(examples))
    start, length = draw(_PLACES), draw(st.sampled_from([80, 400, 2_000, _LARGEST]))
    if draw(st.booleans()):
        data = data[int(start * len(data)) :]
    data = data[:length]
    for _ in range(draw(st.integers(1, 6))):
        data = _change(draw, data, examples)
    return data[:_LARGEST]


def _change(draw: st.DrawFn, data: bytes, examples: tuple[bytes, ...]) -> bytes:
    start, end = sorted(int(draw(_PLACES) * len(data)) for _ in range(2))
    match draw(st.integers(0, 5)):
        case 0:
            return data[:start] + draw(_PIECES) + data[start:]
        case 1:
            return data[:start] + draw(_PIECES) + data[end:]
        case 2:
            return data[:start] + data[end:]
        case 3:
            return data[:end] + data[start:]
        case 4:
            return data[:start] + draw(_PIECES) * draw(st.sampled_from([2, 9, 70])) + data[start:]
        case _:
            other = draw(st.sampled_from(examples))
            return data[:start] + other[int(draw(_PLACES) * len(other)) :]


_PLACES = st.floats(0, 1, exclude_max=True)
_PIECES = st.one_of(
    st.sampled_from(_MARKS),
    st.binary(min_size=1, max_size=4),
    st.text(max_size=3).map(lambda text: text.encode(errors="surrogatepass")),
    st.sampled_from([vector.text.encode(errors="replace") for vector in make_vectors(200)]),
)
