from pathlib import Path

import pytest

from sitegen.app.site_folder import open_site
from sitegen.errors import UsageError


@pytest.mark.parametrize("name", ["seeds", "content"])
def test_a_folder_with_seeds_or_content_is_a_site(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()

    assert open_site(str(tmp_path), None, None).output == tmp_path / "output"


def test_a_configuration_makes_a_folder_a_site(tmp_path: Path) -> None:
    site = open_site(str(tmp_path), str(tmp_path / "public"), tmp_path / "sitegen.toml")

    assert (site.root, site.output) == (tmp_path, tmp_path / "public")


def test_a_folder_with_nothing_of_a_site_in_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        open_site(str(tmp_path), None, None)

    assert str(caught.value) == (
        f"{tmp_path}: there is no site here; make a folder seeds/ with article files in it, "
        "or name the site's folder with -s/--source"
    )
