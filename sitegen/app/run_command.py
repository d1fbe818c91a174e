"""Find the answer to a command. What has nothing to do imports next to nothing."""

from argparse import Namespace

from sitegen.app.answer import Answer, answer_build
from sitegen.app.unchanged import repeat_build


def run_command(arguments: Namespace) -> Answer:
    """Return what the command has to say. Raise SitegenError, OSError."""
    report = repeat_build(arguments)
    if report:
        return answer_build(arguments, report)
    # Imported late: with this come the readers of all formats, Markdown and Jinja2.
    from sitegen.app import commands

    return commands.ANSWERS[arguments.command](arguments)
