# SPDX-License-Identifier: Apache-2.0
"""A power cut without a disk: of what minuted wrote, only what it has synced is there afterwards.

This is the worst that a disk may do which keeps its promises: a file holds what it held when it was last synced, a
folder has the names that it had then, and nothing that was on its way arrives. (What else may arrive, in whatever
order, is the matter of the block level.) The shim notes what was synced, by inode.
"""

import os
import shutil


def prepare(stage):
    """What is in the state folder now is durable; what follows is, once it is synced."""
    durable = stage.shim.durable
    shutil.rmtree(durable, ignore_errors=True)
    durable.mkdir()
    for folder, _, files in os.walk(stage.state):
        entries = [f"{entry.inode()}\t{int(entry.is_dir())}\t{entry.name}\n" for entry in os.scandir(folder)]
        (durable / str(os.stat(folder).st_ino)).write_text("".join(entries))
        for file in files:
            path = os.path.join(folder, file)
            shutil.copyfile(path, durable / str(os.stat(path).st_ino))


def strike(stage):
    """The power was cut when minuted was killed: makes the state folder anew from what was durable."""
    after = stage.root / "after"
    shutil.rmtree(after, ignore_errors=True)
    _restore(stage.shim.durable, os.stat(stage.state).st_ino, after)
    shutil.rmtree(stage.state)
    os.rename(after, stage.state)


def _restore(durable, inode, folder):
    folder.mkdir()
    listing = durable / str(inode)
    for line in listing.read_text().splitlines() if listing.exists() else []:
        number, is_folder, name = line.split("\t", 2)
        kept = durable / number
        if is_folder == "1":
            _restore(durable, number, folder / name)
        elif kept.exists():
            shutil.copyfile(kept, folder / name)
        else:
            # Its name was synced and its bytes never were.
            (folder / name).touch()
