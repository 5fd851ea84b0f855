# SPDX-License-Identifier: Apache-2.0
"""What minuted is given while its calls are counted; the same files in the same order every time.

A workload is a pair: what is done before (unhindered), and what is done while faults may strike. That may return what is
done before minuted is started again.
"""

import os
import shutil

from . import reports


def first(stage):
    """The first start there is, and three files: a digest, its successor, a bulletin."""

    def work():
        stage.give("2021.txt", reports.report("浙江省", 2021, "first"), events=reports.TOLD)
        stage.give("2022.txt", reports.report("浙江省", 2022, "second"), events=reports.TOLD)
        stage.give("bulletin.txt", reports.bulletin(), by="link", events=("source",))

    stage.begin()
    return work


def later(stage):
    """An archive with a meeting in it, files that wait at the start, and three more: revision, duplicate, noise."""
    stage.begin()
    earlier = reports.report("浙江省", 2021, "first")
    stage.give("2021.txt", earlier, events=reports.TOLD)
    stage.start()
    if not stage.await_told():
        raise RuntimeError("nothing is told even without faults")
    stage.stop()
    stage.give("2023.txt", reports.report("浙江省", 2023, "third"), events=reports.TOLD)

    def work():
        stage.give("2021.txt", reports.report("浙江省", 2021, "first"), events=reports.TOLD)
        stage.give("copy.txt", earlier, events=("duplicate",))
        stage.give("noise.txt", reports.noise(), by="write", events=("rejected",))

    return work


def recovery(stage):
    """A minuted that was killed while it worked starts again: files half taken, entries sent and not confirmed."""
    work = first(stage)
    stage.start()
    stage.shim.strike(350, action=2)
    work()
    stage.process.wait(stage.PATIENCE)
    stage.process = None
    return lambda: None


def packed(stage):
    """An archive with a report, its successor and noise, opened by a child, and a text beside it."""
    stage.begin()

    def work():
        stage.give_packed("reports.zip", [
            ("2021.txt", reports.report("浙江省", 2021, "first"), reports.TOLD),
            ("2022/报告.txt", reports.report("浙江省", 2022, "second"), reports.TOLD),
            ("noise.txt", reports.noise(), ("rejected",)),
        ])
        stage.give("2023.txt", reports.report("浙江省", 2023, "third"), events=reports.TOLD)

    return work


def withdrawn(stage):
    """A folder of files is moved in, and taken away again before minuted is started anew."""
    stage.begin()
    outside, inside = stage.root / "outside", stage.drop / "2024"
    shutil.rmtree(outside, ignore_errors=True)
    outside.mkdir()
    for number in range(12):
        content = reports.noise()
        (outside / f"{number}.txt").write_bytes(content)
        stage.ledger.add(f"2024/{number}.txt", content, must=False)

    def work():
        os.rename(outside, inside)
        stage.give("mark.txt", reports.noise(), events=("rejected",))
        return lambda: shutil.rmtree(inside)

    return work


ALL = {"first": first, "later": later, "recovery": recovery, "packed": packed, "withdrawn": withdrawn}


def chosen():
    """All, or those that TORTURE_WORKLOADS names, with commas between them."""
    return os.environ.get("TORTURE_WORKLOADS", ",".join(ALL)).split(",")


def measure(stage, name):
    """The calls that the workload makes when nothing happens."""
    work = ALL[name](stage)
    stage.shim.write_calls_down()
    stage.start()
    work()
    stage.await_told()
    stage.stop()
    calls = stage.shim.calls()
    stage.mallocs = stage.shim["mallocs"]
    stage.shim.reset(counted=0)
    return calls


#: How long minuted may take under a fault before it is ended; a program that was built to be debugged takes longer.
QUIET = float(os.environ.get("TORTURE_QUIET", "1"))


def hinder(stage, name, quiet=QUIET, ending=10, **strike):
    """Plays the workload with a fault, then without: everything must be told in the end.

    `quiet` is how long minuted may take under the fault, `ending` how long its end may take. Returns
    True where it told everything by itself, without a new start.
    """
    work = ALL[name](stage)
    stage.shim.strike(**strike)
    stage.start(wait=False)
    afterwards = work()
    recovered = stage.await_told(patience=quiet)
    if stage.is_alive:
        stage.stop(ending)
    stage.process = None
    if afterwards:
        afterwards()
    stage.drain()
    return recovered
