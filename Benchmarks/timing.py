# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks share: where things are, and how a row of times is told."""
import pathlib
import statistics
import subprocess
import sys
import tempfile

top = pathlib.Path(__file__).resolve().parent.parent
binary = top / ".build/release/minuted"


def require_build():
    if not binary.exists():
        sys.exit("minuted: nothing is built yet; run make build")


def tell(what, seconds):
    """Prints median, 95th percentile and worst of a row of times, in milliseconds."""
    row = sorted(1000 * s for s in seconds)
    high = row[min(len(row) - 1, int(0.95 * len(row)))]
    print(f"{what}: median {statistics.median(row):.2f} ms, 95 % {high:.2f} ms, worst {row[-1]:.2f} ms, n = {len(row)}")


class Box:
    """A box with the release build installed, as a context: with Box() as box."""

    def __enter__(self):
        require_build()
        self.folder = tempfile.TemporaryDirectory(prefix="minuted-bench.", dir=top / ".build")
        folder = pathlib.Path(self.folder.name)
        self.state, tree = folder / "box", folder / "tree"
        subprocess.run(
            [top / "scripts/install"], check=True, env={"DESTDIR": str(tree), "PREFIX": "/usr/local", "PATH": "/usr/bin:/bin"})
        subprocess.run([top / "scripts/box", "start", "--state", self.state, "--tree", tree], check=True)
        self.run("systemctl", "start", "minuted")
        return self

    def __exit__(self, *_):
        subprocess.run([top / "scripts/box", "stop", "--state", self.state, "--quiet"])
        self.folder.cleanup()

    def run(self, *command):
        """Runs a command in the box and returns what it prints."""
        return subprocess.run(
            [top / "scripts/box", "exec", "--state", self.state, *command], check=True, capture_output=True, text=True).stdout
