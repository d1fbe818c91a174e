"""Take what a person names by a URL for the address of the site that it is."""

from urllib.parse import unquote, urlsplit

# Where `serve` shows the site, below the same path.
_PREVIEWED = ("127.0.0.1", "localhost", "::1")


def find_address(name: str, base_url: str) -> str:
    """Return the address below the base URL that a URL of the site means, other names as they are.

    The folder in which a site lies may be called as one of the site's own.

    >>> find_address("https://example.org/digest/articles/ferry/", "https://example.org/digest/")
    'articles/ferry/'
    >>> find_address("digest/2024-06-14", "https://example.org/digest/")
    'digest/2024-06-14'
    """
    try:
        url, base = urlsplit(name), urlsplit(base_url)
        is_ours = bool(url.hostname) and url.hostname in {base.hostname, *_PREVIEWED}
    except ValueError:  # what looks like a host is none, such as //[
        return name
    path, folder = unquote(url.path), unquote(base.path)
    return path[len(folder) :] if is_ours and path.startswith(folder) else name
