"""Dress a view in its template. The only module that knows Jinja2.

Rendering is pure: the bytes depend on the theme and the view alone. Templates see two names,
``site`` and ``view``, and ask where an asset is by ``asset("logo.svg")``; everything they insert is
escaped but :class:`sitegen.publish.markup.Html`; a name that does not exist is an error.

Their own words stand in ``_("…")``, or in ``{% trans %}`` where markup or a value stands amid them.
They are put into the language of the site when a template is compiled, so that a page that is drawn
looks up no word.
"""

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from functools import cache, lru_cache, partial
from traceback import extract_tb
from types import CodeType
from typing import Any, ClassVar, Protocol

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer

from sitegen import errors
from sitegen.model.theme import Theme
from sitegen.publish.assets import asset_path, explain_missing
from sitegen.publish.parts import Chrome
from sitegen.text.normalize import encode_shown
from sitegen.text.wording import Catalogues, Wording, read_wording

# Before the name of a template in messages and tracebacks: where its author finds it.
_FOLDER = "templates/"
# Calls of macros that are remembered, at half a kilobyte each: cards of the last few thousand
# articles.
_KEPT_CALLS = 16_384
# Templates of a theme in one language, of which there are some sixty, and of another.
_KEPT_TEMPLATES = 200
# What Jinja2 tells of where a call stands, to those who ask: a macro never does.
_SURROUNDINGS = frozenset({"_block_vars", "_loop_vars"})
_PLACE = re.compile(r"%\((\w+)\)s")
_MARK = re.compile("""<[^<>]*>|[<>'"]""")


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

    def __init__(self, theme: Theme, own: Catalogues = ()) -> None:
        """Take the theme and the site's own words; nothing else happens yet."""
        self._theme = theme
        self._own = own

    def render(self, view: Drawable) -> bytes:
        """Return the finished page of a view.

        Raises :class:`sitegen.errors.TemplateError` naming the template's file and line.
        """
        try:
            environment = _make_environment(self._theme, view.site.language, self._own)
            template = environment.get_template(view.template)
            page = template.render(site=view.site, view=view)
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise errors.TemplateError(_explain(error)) from error
        if not page.strip():
            place = f"{_FOLDER}{view.template}"
            raise errors.TemplateError(f"{place}: gives an empty page; fill it or delete it")
        # Front matter may hold any character, because YAML can write each as an escape.
        return encode_shown(page)


def _escape(value: object) -> str:
    """Return what the ``escape`` of MarkupSafe does, as text that is joined with other text.

    It makes an object of each piece, which takes longer than to escape it.
    """
    if type(value) is not str:
        if hasattr(value, "__html__"):
            return value.__html__()  # type: ignore[no-any-return] # text, wherever it is from
        value = str(value)
    plain = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return plain.replace("'", "&#39;").replace('"', "&#34;")


class _Context(Context):
    """The names that a template sees, and what it calls."""

    environment: "_Environment"

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as Jinja2 has it
        """Return what a function or a macro gives.

        Inside a file of macros that sees no view, a macro is asked once for the same arguments: a
        card stands in many lists.
        """
        if type(called) is not Macro:
            return super().call(called, *args, **kwargs)
        for name in _SURROUNDINGS & kwargs.keys():
            del kwargs[name]
        if "view" in self.parent:
            return called(self.eval_ctx, *args, **kwargs)
        try:
            return self.environment.call_once(called, *args, **kwargs)
        except (TypeError, UndefinedError):  # perhaps of an argument that has no hash
            return called(self.eval_ctx, *args, **kwargs)


class _Environment(Environment):
    """Jinja2 as templates here have it; ``call_once`` remembers what a macro gave."""

    context_class = _Context

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        # By the types of arguments too, for True is 1 and not shown like it.
        self.call_once = lru_cache(maxsize=_KEPT_CALLS, typed=True)(Macro.__call__)


@lru_cache(maxsize=1)
def _make_environment(theme: Theme, language: str, own: Catalogues) -> "_Environment":
    environment = _Environment(_Loader(dict(theme.templates), language, own))
    environment.globals["asset"] = partial(_find_asset, theme)
    return environment


def _find_asset(theme: Theme, name: str) -> str:
    """Return the path of an asset, whose name changes with its bytes."""
    path = asset_path(theme, name)
    if not path:
        raise TemplateRuntimeError(explain_missing(theme, name))
    return path


def compile_templates(theme: Theme, language: str) -> None:
    """Compile all templates, so that they are ready in every process that is forked from this one.

    One that is wrong is told of when a page wants it.
    """
    for name, text in theme.templates:
        with suppress(TemplateError):
            _compile(text, name, language, ())


def list_words(theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield the name of each template that can be read, with each text that it says."""
    extract = _make_compiler().extract_translations  # type: ignore[attr-defined] # by the extension
    for name, source in theme.templates:
        with suppress(TemplateError):
            for _, _, said in extract(source):
                text = said[0] if isinstance(said, tuple) else said
                yield from [(name, text)] if text else []


@lru_cache(maxsize=_KEPT_TEMPLATES)
def _compile(text: str, name: str, language: str, own: Catalogues) -> CodeType:
    environment = _make_compiler()
    tree = environment.parse(text, name, _FOLDER + name)
    spoken = _Translator(read_wording(language, own), name).visit(tree)
    return environment.compile(spoken, name, _FOLDER + name)


@cache
def _make_compiler() -> "_Environment":
    environment = _Environment(BaseLoader())
    environment.newstyle_gettext = True  # type: ignore[attr-defined] # trans: values by name
    return environment


class _Loader(BaseLoader):
    """Compiles the templates of a theme in one language."""

    def __init__(self, templates: Mapping[str, str], language: str, own: Catalogues) -> None:
        self._templates = templates
        self._language = language
        self._own = own

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja2 names it so
    ) -> Template:
        if name not in self._templates:
            raise TemplateNotFound(name)
        code = _compile(self._templates[name], name, self._language, self._own)
        template = Template.from_code(environment, code, globals if globals is not None else {})
        # The code of a template finds there all that it calls.
        template.root_render_func.__globals__["escape"] = _escape
        return template


class _Translator(NodeTransformer):
    """Puts words in the place of the calls that would look them up."""

    def __init__(self, words: Wording, name: str) -> None:
        self._words = words
        self._name = name

    def visit_Call(self, call: nodes.Call) -> nodes.Node | list[nodes.Expr]:  # noqa: N802 - Jinja2
        match call:
            case nodes.Call(
                node=nodes.Name(name="_"), args=[nodes.Const(value=str(text))], kwargs=[]
            ):
                return nodes.Const(
                    self._words.gettext(text), lineno=call.lineno, environment=call.environment
                )
            case nodes.Call(node=nodes.Name(name="gettext"), args=[nodes.Const(value=str(text))]):
                return list(self._cut(text, call))
            case nodes.Call(node=nodes.Name(name="_")):
                message = "_() takes words in quotes alone; values stand amid them in {% trans %}"
                raise TemplateSyntaxError(message, call.lineno, self._name)
            case _:
                return self.generic_visit(call)

    def _cut(self, text: str, call: nodes.Call) -> Iterator[nodes.Expr]:
        """Yield the pieces of a text with markup, and the values between them."""
        values = {one.key: one.value for one in call.kwargs}
        told = _escape_words(self._words.gettext(text), text)
        for place, piece in enumerate(_PLACE.split(told)):
            if place % 2:
                yield values[piece]
            else:
                yield nodes.TemplateData(
                    piece.replace("%%", "%"), lineno=call.lineno, environment=call.environment
                )


def _escape_words(told: str, text: str) -> str:
    """Return a translation in which the whole tags of its text are tags, and nothing else is.

    >>> _escape_words("<b>Sie</b> <i>da</i>", "<b>You</b> there")
    '<b>Sie</b> &lt;i&gt;da&lt;/i&gt;'
    """
    tags = {mark for mark in _MARK.findall(text) if len(mark) > 1}
    escaped = _MARK.sub(lambda found: found[0] if found[0] in tags else _escape(found[0]), told)
    return text if told == text else escaped


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
    frames = extract_tb(error.__traceback__)
    within = [frame for frame in frames if frame.filename.startswith(_FOLDER)]
    place = f"{within[-1].filename}:{within[-1].lineno}" if within else _FOLDER
    match error:
        case TemplateNotFound() if within:
            return f"{place}: there is no template '{error.name}'; add it or mend its name"
        case TemplateNotFound():
            return f"{_FOLDER}{error.name}: there is no such template; add it or mend its name"
        case TemplateSyntaxError():
            place = f"{_FOLDER}{error.name}:{error.lineno}"
    told = (getattr(error, "message", None) or str(error)).rstrip(".")  # of syntax: one line
    return f"{place}: {told[:1].lower()}{told[1:]}; mend the template"
