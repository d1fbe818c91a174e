import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.app.preview.request import RefusedError, allow_hosts, read_request

LOOPBACK = allow_hosts("127.0.0.1")


def head(start: str, *fields: str) -> bytes:
    return "\r\n".join([start, *fields, "", ""]).encode("latin-1")


def find_status(data: bytes) -> int:
    try:
        read_request(data, LOOPBACK)
    except RefusedError as error:
        return error.status
    return 200


def test_a_request_has_a_decoded_path_a_raw_query_and_fields_in_small_letters() -> None:
    data = head("GET /tags/%C3%A5land/?q=%41 HTTP/1.1", "Host: localhost:8000", "ACCEPT: */*")

    request = read_request(data, LOOPBACK)

    assert (request.method, request.path, request.query) == ("GET", "/tags/åland/", "q=%41")
    assert request.fields == {"host": "localhost:8000", "accept": "*/*"}
    assert request.keeps_alive


@pytest.mark.parametrize(
    ("version", "field", "keeps_alive"),
    [("1.1", "A: b", True), ("1.1", "Connection: close", False), ("1.0", "A: b", False)],
)
def test_a_connection_is_kept_as_the_version_and_the_client_say(
    version: str, field: str, *, keeps_alive: bool
) -> None:
    data = head(f"GET / HTTP/{version}", "Host: localhost", field)

    assert read_request(data, LOOPBACK).keeps_alive == keeps_alive


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("LOCALHOST", 200),
        ("localhost.", 200),
        ("127.0.0.1:9", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("localhost.evil.example", 421),
        ("evil.example#localhost", 421),
        ("user@localhost", 421),
        ("10.0.0.7", 421),
        ("127.0.0.1.nip.example", 421),
        ("", 421),
    ],
)
def test_only_names_of_this_machine_are_answered(host: str, status: int) -> None:
    assert find_status(head("GET / HTTP/1.1", f"Host: {host}")) == status


@pytest.mark.parametrize(
    ("listening", "host", "is_answered"),
    [
        ("0.0.0.0", "192.168.1.7:8000", True),  # noqa: S104 - named, not bound
        ("::", "[fe80::1]", True),
        ("0.0.0.0", "evil.example", False),  # noqa: S104 - named, not bound
        ("box.example", "box.example:8000", True),
        ("box.example", "192.168.1.7", False),
    ],
)
def test_a_server_for_the_network_is_asked_by_its_name_or_by_addresses(
    listening: str, host: str, *, is_answered: bool
) -> None:
    assert allow_hosts(listening).has(host) == is_answered


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost:8000", 200),
        ("https://localhost:8000", 403),
        ("http://localhost:3000", 403),
        ("http://evil.example", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_no_other_origin_is_answered(origin: str, status: int) -> None:
    data = head("GET / HTTP/1.1", "Host: localhost:8000", f"Origin: {origin}")

    assert find_status(data) == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_the_preview_can_be_read_only(method: str) -> None:
    assert find_status(head(f"{method} / HTTP/1.1", "Host: localhost")) == 405


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        head("GET / HTTP/2.0", "Host: localhost"),
        head("get / HTTP/1.1", "Host: localhost"),
        head("GET index.html HTTP/1.1", "Host: localhost"),
        head("GET http://localhost/ HTTP/1.1", "Host: localhost"),
        head("GET /a b HTTP/1.1", "Host: localhost"),
        head("GET /\xe5 HTTP/1.1", "Host: localhost"),
        head("GET /%ff HTTP/1.1", "Host: localhost"),
        head("GET / HTTP/1.1", "Host: localhost", "Host: localhost"),
        head("GET / HTTP/1.1", "Host: localhost", " folded"),
        head("GET / HTTP/1.1", "Host: localhost", "Bad name: x"),
        head("GET / HTTP/1.1", "Host: localhost", "Content-Length: 5"),
        head("GET / HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked"),
    ],
)
def test_what_is_no_plain_request_is_refused(data: bytes) -> None:
    assert find_status(data) == 400


@given(st.binary(max_size=400))
def test_any_bytes_are_a_request_or_refused(data: bytes) -> None:
    assert find_status(data + b"\r\n\r\n") in {200, 400, 403, 405, 421}
