# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser with a debugging port, for programs that drive it themselves."""

import contextlib
import os
import socket
import subprocess
import time

import browser as finder


@contextlib.contextmanager
def debugged(profile):
    """Run a browser with its profile in a folder, until the block ends; give its debugging port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = os.environ.get(finder.VARIABLE) or next(finder.installed())
    options = ["--headless=new", f"--remote-debugging-port={port}", f"--user-data-dir={profile}", *finder.arguments()]
    with (profile / "log").open("w") as log, subprocess.Popen([program, *options], stdout=log, stderr=log) as running:
        try:
            _wait(port)
            yield port
        finally:
            running.terminate()


def _wait(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the browser did not open its debugging port")
