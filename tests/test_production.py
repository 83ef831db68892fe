"""The public site as it is published: its names, its compressed copies, its own policy."""

import gzip
import re
import shutil
import subprocess

import brotli
import pytest

from association.hosting.policies import POLICIES
from association.media_types import COMPRESSED
from built_site import BuiltSite


def test_every_text_that_is_worth_it_has_its_two_compressed_copies(
    production_site: BuiltSite,
) -> None:
    files = production_site.files
    siblings = [path for path in files if path.endswith((".br", ".gz"))]
    assert len(siblings) > 800
    for path in siblings:
        whole, packed = files[path[:-3]].read_bytes(), files[path].read_bytes()
        read = brotli.decompress if path.endswith(".br") else gzip.decompress
        assert read(packed) == whole, path
        assert len(packed) < len(whole), path
    for path, file in files.items():
        if path.endswith(COMPRESSED) and file.stat().st_size > 3000:
            assert f"{path}.br" in files, path
            assert f"{path}.gz" in files, path


def test_a_compressed_copy_says_no_time_of_day(production_site: BuiltSite) -> None:
    header = production_site.files["index.html.gz"].read_bytes()[:10]
    assert header[4:8] == b"\0\0\0\0"


def test_pages_name_only_files_that_are_there(production_site: BuiltSite) -> None:
    for page in production_site.pages.values():
        for element, address in page.addresses:
            target = production_site.inside(address, page)
            if element.tag in {"link", "script", "img", "source"} and target:
                path = target[0]
                assert path in production_site.files or path in production_site.pages, path


def test_what_is_kept_for_good_bears_a_digest(production_site: BuiltSite) -> None:
    lasting = re.compile(r"theme/(css|js|fonts)/[\w-]+\.[0-9a-f]{8}\.(css|js|woff2)(\.br|\.gz)?")
    for path in production_site.files:
        if path.startswith(("theme/css/", "theme/js/", "theme/fonts/")):
            assert lasting.fullmatch(path) or path.startswith("theme/fonts/OFL.txt"), path


def test_every_page_says_what_it_may_load_for_hosts_that_send_no_headers(
    production_site: BuiltSite,
) -> None:
    known = {policy.replace("; frame-ancestors 'none'", "") for policy in POLICIES.values()}
    for page in production_site.pages.values():
        stated = [
            meta.attrib["content"]
            for meta in page.all("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(stated) == 1, page.path
        assert stated[0] in known, page.path


def test_scripts_made_lighter_are_still_modules(production_site: BuiltSite) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node found")
    for path, file in production_site.files.items():
        if path.startswith("theme/js/") and path.endswith(".js"):
            checked = subprocess.run(
                (node, "--input-type=module", "--check"),
                input=file.read_bytes(),
                capture_output=True,
                check=False,
            )
            assert checked.returncode == 0, (path, checked.stderr)
