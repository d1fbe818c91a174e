"""Read the head of an HTTP request (RFC 9112) and refuse what a preview has no answer for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes

# A method, an address of this server, and the version.
_START = re.compile(rb"([A-Z]+) (/[!-~]*) HTTP/1\.([01])")
_FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\0\r\n]*?)[ \t]*")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]/@\s]+?)\.?(?::[0-9]{1,5})?", re.IGNORECASE)
_SINGLE = frozenset({"host", "origin", "content-length", "transfer-encoding"})
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_WILDCARDS = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - named, not bound


class RefusedError(Exception):
    """The request gets no page: status, and the reason for whoever sent it."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the decoded path and the raw query; names of fields in small letters."""

    method: str
    path: str
    query: str
    fields: Mapping[str, str]
    keeps_alive: bool


@dataclass(frozen=True, slots=True)
class HostList:
    """The names under which this server may be asked.

    A foreign page can point a name of its own at this machine (DNS rebinding); then the browser
    sends that name, and lets the page read what we answer. An IP address cannot be pointed
    elsewhere, so each one is good where the server listens to the network.
    """

    names: frozenset[str]
    any_address: bool

    def has(self, host: str) -> bool:
        """Tell whether a Host field names this server; the port may be a forwarded one.

        >>> hosts = allow_hosts("127.0.0.1")
        >>> [hosts.has(host) for host in ("localhost:8000", "[::1]", "evil.example", "localhost@x")]
        [True, True, False, False]
        """
        match = _HOST.fullmatch(host)
        if not match:
            return False
        name = match[1].lower().strip("[]")
        return name in self.names or (self.any_address and _is_address(name))


def allow_hosts(host: str, others: Iterable[str] = ()) -> HostList:
    """Return the names for a server that listens at ``host``."""
    names = frozenset(name.lower() for name in (*_LOOPBACK, host, *others))
    return HostList(names - _WILDCARDS, any_address=host in _WILDCARDS)


def read_request(head: bytes, hosts: HostList) -> Request:
    """Return the request of a head that ends with an empty line. Raise RefusedError."""
    lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    start = _START.fullmatch(lines[0])
    if not start:
        raise RefusedError(400, "this is no request that the preview understands")
    fields = _read_fields(lines[1:])
    if not hosts.has(fields.get("host", "")):
        names = ", ".join(sorted(hosts.names))
        raise RefusedError(421, f"the preview answers to {names} only; --host gives it another")
    if fields.get("origin", _own_origin(fields)) != _own_origin(fields):
        raise RefusedError(403, "the preview answers no other origin")
    method = start[1].decode()
    if method not in {"GET", "HEAD"}:
        raise RefusedError(405, "the preview can be read only")
    if "transfer-encoding" in fields or fields.get("content-length", "0") != "0":
        raise RefusedError(400, "a request to read has no body")
    path, _, query = start[2].decode().partition("?")
    return Request(
        method=method,
        path=_decode(path),
        query=query,
        fields=fields,
        keeps_alive=start[3] == b"1" and fields.get("connection", "").lower() != "close",
    )


def _read_fields(lines: Iterable[bytes]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        match = _FIELD.fullmatch(line)
        if not match:
            raise RefusedError(400, "a field of the request cannot be read")
        name = match[1].decode().lower()
        if name in fields and name in _SINGLE:
            raise RefusedError(400, f"the request has two fields {name}")
        fields[name] = match[2].decode("latin-1")
    return fields


def _own_origin(fields: Mapping[str, str]) -> str:
    return f"http://{fields.get('host', '')}"


def _decode(path: str) -> str:
    try:
        return unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        raise RefusedError(400, "the address is not UTF-8") from None


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
