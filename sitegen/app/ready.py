"""What the builds of a watcher find ready, as the server is from which they are forked.

All is imported, what has been imported has its digest, and our own templates are compiled in
English, which takes longer than to draw a few pages. To import this module does it: a server of
``multiprocessing`` can do no more.
"""

from contextlib import suppress

import sitegen.app.build  # noqa: F401 - what a build needs is imported with it
from sitegen.app.code_digest import digest_code
from sitegen.app.inputs import find_package_templates, read_theme
from sitegen.errors import SitegenError
from sitegen.publish.render import compile_templates
from sitegen.text.wording import SOURCE_LANGUAGE

digest_code()
with suppress(SitegenError, OSError):  # the build will say what is wrong with them
    compile_templates(read_theme(find_package_templates()), SOURCE_LANGUAGE)
