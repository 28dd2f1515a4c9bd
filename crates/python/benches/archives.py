"""Measures the package in each engine and writes docs/archives.md.

    python crates/python/benches/archives.py [--articles 600] [--rounds 3] [--memory 100000]

Each engine runs in a process of its own, bound to one core and then to two; the engines take turns, so that other load of the
machine falls on all of them. The rate is counted by the clock and by the processor time of the engine and all its processes.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENGINES = ["loop", "many", "arrow", "duckdb", "polars", "spark"]
NAMES = {
    "loop": "a plain loop over `Analyzer.analyze`",
    "many": "`analyze_many`",
    "arrow": "`analyze_arrow`",
    "duckdb": "DuckDB",
    "polars": "Polars, streaming",
    "spark": "Spark, `local-cluster`",
}
SHORT = "“We will rebuild,” Mayor Jane Doe said on Monday. Ada Byron, number {}, of Acme Corp. denied that."


def news(count: int) -> Iterator[str]:
    """Yield the longer articles of the core's tests, each with a sentence of its own."""
    files = sorted(ROOT.glob("tests/news/articles/*.json"))
    texts = [json.loads(file.read_text(encoding="utf-8"))["text"] for file in files]
    for number, text in zip(range(count), itertools.cycle(texts)):
        yield f"{text}\n“This is report number {number},” said editor Jane Doe."


def runner(engine: str, file: Path, cores: int) -> Callable[[], int]:
    """Return what analyzes the file once and counts the quotes."""
    import pyarrow.parquet

    import whosaid

    if engine in ("loop", "many", "arrow"):
        column = pyarrow.parquet.read_table(file)["text"]
        texts = column.to_pylist()
        if engine == "loop" and cores > 1:
            # One process for each core is the plain loop of several cores.
            parts = [texts[core::cores] for core in range(cores)]
            return lambda: _loops(parts)
        if engine == "loop":
            return lambda: _loop(texts)
        if engine == "many":
            return lambda: sum(1 for _ in whosaid.analyze_many(texts, threads=cores))
        return lambda: len(whosaid.analyze_arrow(column, parallel=cores > 1))
    if engine == "duckdb":
        import duckdb
        import whosaid.duckdb

        connection = duckdb.connect()
        connection.execute(f"SET threads = {cores}")
        whosaid.duckdb.register(connection)
        query = f"SELECT sum(len(whosaid_quotes(text))) FROM '{file}'"
        return lambda: connection.sql(query).fetchall()[0][0]
    if engine == "polars":
        import polars as pl

        import whosaid.polars

        counted = pl.scan_parquet(file).select(pl.col("text").whosaid.quotes().list.len().sum())
        return lambda: counted.collect(engine="streaming").item()
    from pyspark.sql import SparkSession

    import whosaid.spark

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local-cluster[{cores},1,1024]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    spark = builder.getOrCreate()
    articles = spark.read.parquet(str(file)).repartition(2 * cores).cache()
    articles.count()
    return lambda: whosaid.spark.quotes(articles, "text").count()


def _loop(texts: list[str]) -> int:
    import whosaid

    analyzer = whosaid.Analyzer()
    for text in texts:
        analyzer.analyze(text)
    return len(texts)


def _loops(parts: list[list[str]]) -> int:
    from multiprocessing import get_context

    with get_context("fork").Pool(len(parts)) as pool:
        return sum(pool.map(_loop, parts))


def work(engine: str, file: Path, cores: int) -> None:
    """Run an engine each time a line arrives, and answer with seconds of the clock and of the processor."""
    import psutil

    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    run = runner(engine, file, cores)
    run()

    def processor() -> float:
        total = 0.0
        for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
            try:
                times = process.cpu_times()
            except psutil.Error:
                continue
            # Those of children that have ended are counted where they have ended.
            total += times.user + times.system + times.children_user + times.children_system
        return total

    print("ready", flush=True)
    for _ in sys.stdin:
        begun, used = time.perf_counter(), processor()
        run()
        print(json.dumps([time.perf_counter() - begun, processor() - used]), flush=True)


def measure(cores: int, count: int, rounds: int, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Return the seconds of each round of each engine."""
    import pyarrow as pa
    import pyarrow.parquet

    file = folder / f"{count}.parquet"
    pyarrow.parquet.write_table(pa.table({"text": list(news(count))}), file, row_group_size=max(count // 8, 2048))
    workers: dict[str, subprocess.Popen[str]] = {}
    for engine in ENGINES:
        if engine == "spark" and shutil.which("java") is None:
            print("skipped: Spark, since there is no Java", file=sys.stderr)
            continue
        command = [sys.executable, __file__, "--work", engine, "--file", str(file), "--cores", str(cores)]
        environment = {**os.environ, "POLARS_MAX_THREADS": str(cores)}
        pipe = subprocess.PIPE
        started = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
        workers[engine] = started
        if next(line for line in started.stdout or [] if line.strip() == "ready"):
            print(f"ready: {engine}, {cores} cores", file=sys.stderr)
    found: dict[str, list[tuple[float, float]]] = {engine: [] for engine in workers}
    for _ in range(rounds):
        for engine, worker in workers.items():
            assert worker.stdin and worker.stdout
            worker.stdin.write("\n")
            worker.stdin.flush()
            clock, processor = json.loads(worker.stdout.readline())
            found[engine].append((clock, processor))
    for worker in workers.values():
        assert worker.stdin
        worker.stdin.close()
        worker.wait()
    return found


def memory(count: int) -> dict[str, list[float]]:
    """Return the memory of this process in MB after each tenth of the articles, for each way to read them."""
    import psutil
    import pyarrow as pa

    import whosaid

    process = psutil.Process()
    step = max(count // 10, 1)

    def resident() -> float:
        return process.memory_info().rss / 1e6

    found: dict[str, list[float]] = {"`analyze_many`": [], "`analyze_arrow`, 1,000 at a time": []}
    reports = whosaid.analyze_many(SHORT.format(number) for number in range(count))
    for number, report in enumerate(reports, 1):
        assert report.quotes
        if number % step == 0:
            found["`analyze_many`"].append(resident())
    for start in range(0, count, 1000):
        whosaid.analyze_arrow(pa.array([SHORT.format(number) for number in range(start, start + 1000)]))
        if (start + 1000) % step == 0:
            found["`analyze_arrow`, 1,000 at a time"].append(resident())
    return found


def table(count: int, cores: int, found: dict[str, list[tuple[float, float]]]) -> list[str]:
    lines = [
        f"| on {cores} {'core' if cores == 1 else 'cores'} | articles a second | of the loop | "
        "articles a second of processor time | of the loop |",
        "|---|--:|--:|--:|--:|",
    ]
    for engine, rounds in found.items():
        clock, processor = (statistics.median(one[at] for one in rounds) for at in (0, 1))
        # By rounds, since the load changes from one to the next.
        shares = [
            statistics.median(loop[at] / one[at] for loop, one in zip(found["loop"], rounds, strict=True)) for at in (0, 1)
        ]
        lines.append(
            f"| {NAMES[engine]} | {count / clock:,.0f} | {shares[0]:.0%} | {count / processor:,.0f} | {shares[1]:.0%} |"
        )
    return lines


def write(arguments: argparse.Namespace) -> None:
    count = arguments.articles
    texts = list(news(count))
    words = statistics.mean(len(text.split()) for text in texts)
    found = {}
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        for cores in (1, 2):
            found[cores] = measure(cores, count, arguments.rounds, Path(folder))
    used = memory(arguments.memory)
    load = max(load, os.getloadavg()[0])
    loop = statistics.median(one[1] for one in found[1]["loop"])
    rate = count / loop
    lines = [
        "# Archives",
        "",
        "Made by `python crates/python/benches/archives.py`; absolute figures belong to the machine, ratios travel.",
        "",
        f"{count:,} articles of {words:.0f} words on average (those of `tests/news`, each with a sentence of its own), "
        f"{arguments.rounds} rounds by",
        f"turns, medians. Machine: {os.cpu_count()} cores, with a load of {load:.1f} before or after, also by other work: above the number",
        "of cores, rates by the clock are those of that load, and the columns by processor time say more. They count all processes",
        "of an engine, Spark's Java among them. A job of Spark has costs that do not grow with its articles, so that its share of few",
        "articles says little about an archive: measure with `--articles 10000` on an idle machine.",
    ]
    for cores, rounds in found.items():
        lines += ["", *table(count, cores, rounds)]
    lines += [
        "",
        "The loop on two cores is two processes. `analyze_arrow` and the engines also make the columns of all that is found.",
        "",
        "## Memory",
        "",
        f"Resident memory of the process over {arguments.memory:,} short articles, in MB after each tenth:",
        "",
    ]
    for name, sizes in used.items():
        lines.append(f"- {name}: {', '.join(f'{size:.0f}' for size in sizes)}")
    lines += ["", "## Ten million articles", ""]
    lines += plan(rate, words, found)
    (ROOT / "docs/archives.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def plan(rate: float, words: float, found: dict[int, dict[str, list[tuple[float, float]]]]) -> list[str]:
    """Calculate the time for ten million articles on a hundred cores."""
    engine = found[1].get("spark") or found[1]["arrow"]
    share = statistics.median(loop[1] / one[1] for loop, one in zip(found[1]["loop"], engine, strict=True))
    reserve = 0.8
    hours = 10_000_000 / (100 * rate * share * reserve) / 3600
    return [
        "A calculation, not a measurement:",
        "",
        f"- {rate:,.0f} articles of {words:.0f} words in a second of one core, as the loop above; time grows in proportion to words;",
        f"- {share:.0%} of that in the engine, as {'Spark' if 'spark' in found[1] else '`analyze_arrow`'} above;",
        f"- {reserve:.0%} of the cores' time is used: tasks end at different times, some are repeated, cores share memory and heat;",
        "- articles are read as fast as they are analyzed: "
        f"{100 * rate * share * reserve * words * 6 / 1e6:,.0f} MB a second in all at 6 bytes a word.",
        "",
        f"10,000,000 / (100 × {rate:,.0f} × {share:.2f} × {reserve}) = **{hours * 60:,.0f} minutes** on 100 cores like these, or "
        f"{hours * 100:,.0f} core hours.",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", type=int, default=100_000)
    parser.add_argument("--work", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--cores", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        work(arguments.work, arguments.file, arguments.cores)
    else:
        write(arguments)


if __name__ == "__main__":
    main()
