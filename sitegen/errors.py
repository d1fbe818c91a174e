"""The tree of errors that a user can cause.

::

    SitegenError            exit status 1
    ├── UsageError          exit status 2: wrong arguments, a folder that is not there
    ├── ConfigError         exit status 2: sitegen.toml cannot be used
    └── TemplateError       exit status 1: a template cannot be read or rendered

A message names the place, the thing and the way out: lower case, no full stop.
Odd *input* (seeds, content pages) is never an exception but a
:class:`sitegen.model.problem.Problem` that travels with the result.
Anything else that is raised is a bug and keeps its traceback.
"""


class SitegenError(Exception):
    """Base of all errors that a user can cause and mend."""

    exit_status = 1


class UsageError(SitegenError):
    """The command line asks for something that cannot be done as it stands."""

    exit_status = 2


class ConfigError(SitegenError):
    """The configuration cannot be used; the message lists every mistake in it."""

    exit_status = 2


class TemplateError(SitegenError):
    """A template is broken; the site as a whole would be wrong, so nothing is published."""
