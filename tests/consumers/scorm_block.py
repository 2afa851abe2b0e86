# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""openedx-scorm-xblock, which plays SCORM in Open edX, takes packages in: ``python scorm_block.py FILE...``.

Prints, for each file, what the block found in it, or why it refused it. Runs
in an interpreter of its own: the block brings Django along.
"""

import json
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import django
from django.conf import settings

settings.configure(
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    MEDIA_ROOT=tempfile.mkdtemp(),
)
django.setup()

from openedxscorm.scormxblock import ScormXBlock  # noqa: E402 - asks for Django's settings
from webob import Request  # noqa: E402
from xblock.field_data import DictFieldData  # noqa: E402

#: What an author fills in beside the package.
_FORM = {
    "display_name": "Module",
    "width": "",
    "height": "",
    "has_score": "1",
    "enable_navigation_menu": "1",
    "enable_fullscreen_button": "1",
    "navigation_menu_width": "",
    "weight": "1",
    "popup_on_launch": "0",
}


def taken(path):
    """Return what the block makes of a package that an author uploads."""
    runtime = mock.Mock()
    runtime.service.return_value.get_settings_bucket.return_value = {"LOCATION": Path(path).stem}
    block = ScormXBlock(runtime, DictFieldData({}), mock.Mock())
    block.location = SimpleNamespace(org="org", course="course", block_type="scorm", block_id=Path(path).stem)
    upload = Request.blank("/", POST={**_FORM, "file": (Path(path).name, Path(path).read_bytes())})
    try:
        errors = json.loads(block.studio_submit(upload, "").body)["errors"]
    except Exception as error:  # noqa: BLE001 - whatever it raises is its refusal
        return {"errors": [f"{type(error).__name__}: {error}"]}
    page = Path(block.extract_folder_path, block.index_page_path or "")
    return {
        "errors": errors,
        "warnings": block.package_warnings,
        "version": block.scorm_version,
        "page": block.index_page_path if not errors and block.storage.exists(str(page)) else "",
    }


print(json.dumps({path: taken(path) for path in sys.argv[1:]}))
