"""Dress a view in its template. The only module that knows Jinja2.

Rendering is pure: the bytes depend on the theme and the view alone. Templates see two names,
``site`` and ``view``; everything they insert is escaped but :class:`sitegen.publish.markup.Html`;
a name that does not exist is an error.
"""

from functools import cached_property, lru_cache
from traceback import extract_tb
from typing import ClassVar, Protocol

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from sitegen import errors
from sitegen.model.theme import Theme
from sitegen.publish.parts import Chrome
from sitegen.text.normalize import drop_controls

# Before the name of a template in messages and tracebacks: where its author finds it.
_FOLDER = "templates/"


class Drawable(Protocol):
    """What every kind of page has: a template, an address, and what all pages show of the site."""

    template: ClassVar[str]

    @property
    def address(self) -> str:
        """Return where the page is published."""

    @property
    def site(self) -> Chrome:
        """Return what stands around the page."""


class Renderer:
    """Renders views in one theme; no template is read before the first view needs it."""

    def __init__(self, theme: Theme) -> None:
        """Take the theme; nothing else happens yet."""
        self._theme = theme

    def render(self, view: Drawable) -> bytes:
        """Return the finished page of a view.

        Raises :class:`sitegen.errors.TemplateError` naming the template's file and line.
        """
        try:
            template = self._environment.get_template(view.template)
            page = template.render(site=view.site, view=view)
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise errors.TemplateError(_explain(error)) from error
        # Front matter may hold any character, because YAML can write each as an escape.
        return drop_controls(page).encode()

    @cached_property
    def _environment(self) -> Environment:
        return _make_environment(self._theme)


# A watcher builds again and again in one theme, and templates take longer to compile than a few
# pages to draw.
@lru_cache(maxsize=1)
def _make_environment(theme: Theme) -> Environment:
    templates = dict(theme.templates)

    def load(name: str) -> tuple[str, str, None] | None:
        return (templates[name], _FOLDER + name, None) if name in templates else None

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


class _Undefined(StrictUndefined):
    """A name that does not exist, told as it stands in the template.

    Jinja2 would name the Python class that lacks it, which no template ever mentions.
    """

    def __init__(
        self,
        hint: str | None = None,
        obj: object = None,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        """Take what Jinja2 knows of the name, and forget the object that lacks it."""
        del obj
        super().__init__(hint, name=name, exc=exc)


def _explain(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"{_FOLDER}{error.name}: there is no such template; add it or mend its name"
        case TemplateSyntaxError():
            place = f"{_FOLDER}{error.name}:{error.lineno}"
        case _:
            frames = [
                frame
                for frame in extract_tb(error.__traceback__)
                if frame.filename.startswith(_FOLDER)
            ]
            place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else _FOLDER
    return f"{place}: {error}; mend the template"
