"""The job in local mode, beside the index of one machine: the same pairs with the same figures.

    CROSSREAD=target/release/crossread python -m unittest spark/test_reuse.py
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
CROSSREAD = os.path.abspath(os.environ.get("CROSSREAD", "target/release/crossread"))


def articles(count):
    """Texts by chance; each third one has a passage of the one before."""
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghiklmnoprstu", k=chance.randint(4, 9))) for _ in range(3000)]

    def sentence():
        return " ".join(chance.choices(words, k=14)).capitalize() + "."

    made = []
    for at in range(count):
        own = [sentence() for _ in range(8)]
        if at % 3 == 0 and made:
            own[2:5] = made[-1][1:4]
        made.append(own)
    return [{"id": f"article {at}", "text": " ".join(own), "language": "en"} for at, own in enumerate(made)]


class Reuse(unittest.TestCase):
    def test_the_pairs_are_those_of_one_machine(self):
        # spark.read.parquet would need a second session; the job is run as it is documented.
        from pyspark.sql import SparkSession

        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "articles.jsonl")
            lines = [json.dumps(article) for article in articles(150)]
            source.write_text("\n".join(lines[:50] + ["nonsense", '{"id": "no text"}'] + lines[50:]))
            job = [sys.executable, HERE / "reuse.py", source, f"{folder}/out", "--crossread", CROSSREAD]
            subprocess.run([*job, "--master", "local[2]"], check=True, capture_output=True)
            spark = SparkSession.builder.master("local[1]").getOrCreate()
            found = [row.asDict() for row in spark.read.parquet(f"{folder}/out/pairs").collect()]
            faults = spark.read.json(f"{folder}/out/faults").count()
            spark.stop()
            matrix = [CROSSREAD, "matrix", source, "--format", "jsonl"]
            said = subprocess.run(matrix, capture_output=True, text=True).stdout
        wanted = {}
        for row in map(json.loads, said.splitlines()):
            wanted[frozenset((row["a"], row["b"]))] = row
        self.assertGreater(len(wanted), 30)
        self.assertEqual(faults, 2)
        self.assertEqual({frozenset((row["a"], row["b"])) for row in found}, set(wanted))
        for row in found:
            one = wanted[frozenset((row["a"], row["b"]))]
            if row["a"] != one["a"]:
                swap = {"_a": "_b", "_b": "_a"}
                row = {swap.get(name[-2:], name[-2:]).join([name[:-2], ""]): value for name, value in row.items() if len(name) > 2}
            for name in ("containment_a", "containment_b", "similarity", "words_a", "verbatim"):
                self.assertEqual(row[name], one[name], name)


if __name__ == "__main__":
    unittest.main()
