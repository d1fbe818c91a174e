"""Tell a diagnosis to people."""

from collections.abc import Iterator

from sitegen.app.doctor import SITE_BYTES, Diagnosis, Figures
from sitegen.app.report import count, write_problems

_YEAR = 365


def write_diagnosis(diagnosis: Diagnosis) -> str:
    """Return the figures, then a line for each thing to do, the gravest first."""
    lines = [*_write_figures(diagnosis.figures)]
    lines += write_problems(diagnosis.problems, with_notes=True)
    if not diagnosis.problems:
        lines.append("nothing to do")
    return "\n".join(lines)


def _write_figures(figures: Figures) -> Iterator[str]:
    share = 100 * figures.size / SITE_BYTES
    yield (
        f"size    {_megabytes(figures.size)} in {count(figures.files, 'file')}, "
        f"{share:.1f}% of what GitHub Pages takes"
    )
    if figures.largest:
        yield f"largest {figures.largest}, {_megabytes(figures.largest_size)}"
    yield f"growth  {_write_growth(figures)}"


def _write_growth(figures: Figures) -> str:
    many = count(figures.articles, "article")
    if figures.articles_a_day is None:
        return f"{many}; too young to tell"
    text = f"{many}, {figures.articles_a_day:.1f} a day in the last 30 days"
    if figures.days_left is None:
        return text
    if figures.days_left < 2 * _YEAR:
        return f"{text}; full in about {count(figures.days_left, 'day')}"
    return f"{text}; full in about {figures.days_left // _YEAR} years"


def _megabytes(size: int) -> str:
    return f"{size / 1024**2:.1f} MB"
