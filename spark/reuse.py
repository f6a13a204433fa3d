"""Which of very many articles share text, on Apache Spark.

    spark-submit --master local[4] spark/reuse.py articles.jsonl out --crossread target/release/crossread

Articles are JSON Lines: {"id": "…", "text": "…"}, with "language" where it is known. The steps are those of the index of
one machine (index/, docs/scale.md), and so are the pairs: the program `crossread` makes the fingerprints and compares;
Spark holds the lists. In `out`: `pairs` (Parquet), one row a pair, as `crossread matrix` has it; `faults` (JSON), the lines
that could not be used, if there are any.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import threading

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

# As in index/src/: a word or phrase proposes no pair when it stands in more than one of ONE_OF articles, within bounds; two
# articles are candidates from one ONE_IN-th of the smaller one's weight on; a sentence is covered from COVERED hundredths
# of its weight on, to which ADDED is added; SHARE hundredths of an article's words must stand in such sentences.
ONE_OF, LEAST, MOST = 16, 128, 400
ONE_IN = 24
UNIT = 256
COVERED, ADDED, SHARE = 25, 20 * UNIT, 16

ARTICLE = T.StructType(
    [
        T.StructField("id", T.StringType()),
        T.StructField("text", T.StringType()),
        T.StructField("language", T.StringType()),
        T.StructField("_corrupt_record", T.StringType()),
    ]
)
SENTENCE = T.StructType(
    [T.StructField("words", T.IntegerType()), T.StructField("stems", T.ArrayType(T.LongType()))]
)
FINGERPRINT = T.StructType(
    [
        T.StructField("uid", T.LongType()),
        T.StructField("sentences", T.ArrayType(SENTENCE)),
        T.StructField("phrases", T.ArrayType(T.LongType())),
    ]
)
FIGURES = ["words_a", "words_b", "verbatim", "edited", "related", "passages", "longest_passage"]
SHARES = ["containment_a", "containment_b", "similarity"]
ROW = T.StructType(
    [T.StructField("a", T.StringType()), T.StructField("b", T.StringType())]
    + [T.StructField(name, T.LongType()) for name in FIGURES]
    + [T.StructField(name, T.DoubleType()) for name in SHARES]
)


def weight(count, having):
    """How much a word tells that `having` of `count` articles have: a whole number, as in index/src/weight.rs."""
    return int(math.log(1.0 + count / max(having, 1)) * UNIT)


def piped(command, asked):
    """Pairs of what was asked and the program's answer, a line each. `asked` gives a key and what is written as JSON."""
    # One thread: Spark starts as many of them as it has cores.
    env = dict(os.environ, RAYON_NUM_THREADS="1")
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)
    keys, failed = [], []

    def feed():
        try:
            with program.stdin as to:
                for key, line in asked:
                    keys.append(key)
                    to.write(json.dumps(line).encode() + b"\n")
        except Exception as error:  # told below, in Spark's own thread
            failed.append(error)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    answered = 0
    for line in program.stdout:
        # The program answers a line only when it has read it.
        key, keys[answered] = keys[answered], None
        answered += 1
        yield key, json.loads(line)
    feeder.join()
    code = program.wait()
    # 1: some lines were answered with an error.
    if failed or code not in (0, 1) or answered != len(keys):
        raise RuntimeError(f"{command}: exit {code}, {answered} of {len(keys)} answered, {failed}")


def fingerprints(crossread):
    def of(rows):
        asked = ((row.uid, {"text": row.text, "lang": row.language}) for row in rows)
        for uid, answer in piped([crossread, "fingerprints"], asked):
            if "error" in answer:
                raise RuntimeError(answer["error"])
            yield uid, answer["sentences"], answer["phrases"]

    return of


def compared(crossread):
    def of(rows):
        asked = (
            (
                (row.id_a, row.id_b),
                {"a": row.text_a, "b": row.text_b, "lang_a": row.language_a, "lang_b": row.language_b},
            )
            for row in rows
        )
        for (a, b), answer in piped([crossread, "compare", "--jsonl", "--figures"], asked):
            if "error" in answer:
                raise RuntimeError(answer["error"])
            yield (a, b, *(answer[name] for name in FIGURES), *(float(answer[name]) for name in SHARES))

    return of


def is_near(own, other):
    """Whether enough of one article's sentences could have a counterpart in the other."""
    has = {stem for sentence in other for stem, _ in sentence.stems}
    near = words = 0
    for sentence in own:
        whole = sum(weight for _, weight in sentence.stems)
        shared = sum(weight for stem, weight in sentence.stems if stem in has)
        words += sentence.words
        if shared * 100 >= (whole + ADDED) * COVERED:
            near += sentence.words
    return near > 0 and near * 100 >= words * SHARE


def pairs_of(row):
    """Each two articles of a list, the lower first, with what they share by it."""
    articles = sorted(row.articles)
    for at, a in enumerate(articles):
        for b in articles[at + 1 :]:
            yield a, b, row.squared


def run(spark, source, out, crossread, most=None):
    read = spark.read.schema(ARTICLE).option("mode", "PERMISSIVE").json(source)
    read = read.withColumn("uid", F.xxhash64("id")).persist(StorageLevel.MEMORY_AND_DISK)
    is_sound = F.col("id").isNotNull() & (F.length(F.trim("text")) > 0)
    faults = read.filter(~F.coalesce(is_sound, F.lit(False))).select("id", "_corrupt_record")
    articles = read.filter(is_sound).select("uid", "id", "text", "language")
    count = articles.count()
    if articles.select("uid").distinct().count() != count:
        raise SystemExit("two articles have one id: give each its own")
    left_out = faults.count()
    if left_out:
        faults.write.mode("overwrite").json(f"{out}/faults")
        print(f"{left_out} lines could not be used: {out}/faults has them", file=sys.stderr)

    most = most or min(max(count // ONE_OF, LEAST), MOST)
    weigh = F.udf(lambda having: weight(count, having), T.LongType())
    prints = articles.rdd.mapPartitions(fingerprints(crossread))
    prints = spark.createDataFrame(prints, FINGERPRINT).persist(StorageLevel.MEMORY_AND_DISK)

    # The inverted index, bounded: what too many articles have is in no list.
    stems = F.flatten(F.col("sentences.stems"))
    hashes = prints.select("uid", F.explode(F.array_distinct(F.concat(stems, "phrases"))).alias("hash"))
    having = hashes.groupBy("hash").count()
    rare = having.filter((F.col("count") > 1) & (F.col("count") <= most))
    rare = rare.select("hash", F.pow(weigh("count"), F.lit(2)).cast("long").alias("squared"))
    lists = hashes.join(rare, "hash").groupBy("hash")
    lists = lists.agg(F.collect_list("uid").alias("articles"), F.first("squared").alias("squared"))
    lists = lists.persist(StorageLevel.MEMORY_AND_DISK)

    # Candidates: pairs that share enough of the smaller one's weight.
    totals = lists.select(F.explode("articles").alias("uid"), "squared")
    totals = totals.groupBy("uid").agg(F.sum("squared").alias("total"))
    shared = spark.createDataFrame(lists.rdd.flatMap(pairs_of), "a long, b long, squared long")
    shared = shared.groupBy("a", "b").agg(F.sum("squared").alias("shared"))
    for side in ("a", "b"):
        shared = shared.join(totals.withColumnsRenamed({"uid": side, "total": f"total_{side}"}), side)
    enough = F.col("shared") * ONE_IN >= F.least("total_a", "total_b")
    candidates = shared.filter(enough).select("a", "b")

    # Proposals: candidates of which enough sentences could have a counterpart.
    stems = prints.select("uid", F.posexplode("sentences").alias("at", "sentence"))
    stems = stems.select("uid", "at", "sentence.words", F.explode_outer("sentence.stems").alias("hash"))
    weights = having.select("hash", weigh("count").alias("weight"))
    weighed = stems.join(weights, "hash", "left").groupBy("uid", "at", "words")
    held = F.when(F.col("hash").isNotNull(), F.struct("hash", "weight"))
    weighed = weighed.agg(F.collect_list(held).alias("stems"))
    weighed = weighed.groupBy("uid").agg(F.collect_list(F.struct("words", "stems")).alias("sentences"))
    near = F.udf(lambda a, b: is_near(a, b) or is_near(b, a), T.BooleanType())
    proposed = candidates
    for side in ("a", "b"):
        proposed = proposed.join(weighed.withColumnsRenamed({"uid": side, "sentences": f"of_{side}"}), side)
    proposed = proposed.filter(near("of_a", "of_b")).select("a", "b")

    # Comparisons.
    for side in ("a", "b"):
        renamed = {"uid": side, **{name: f"{name}_{side}" for name in ("id", "text", "language")}}
        proposed = proposed.join(articles.withColumnsRenamed(renamed), side)
    rows = proposed.repartition(spark.sparkContext.defaultParallelism * 4)
    rows = spark.createDataFrame(rows.rdd.mapPartitions(compared(crossread)), ROW)
    rows.write.mode("overwrite").parquet(f"{out}/pairs")
    done = spark.read.parquet(f"{out}/pairs").count()
    everything = count * (count - 1) // 2
    print(f"compared {done} of {everything} pairs, the others share too little", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description="Which of very many articles share text, on Apache Spark.")
    parser.add_argument("articles", help="JSON Lines, as file, folder or pattern")
    parser.add_argument("out", help="the folder to write into")
    parser.add_argument("--crossread", default="crossread", help="the program, at the same place on every worker")
    parser.add_argument("--most", type=int, help="a word or phrase that more articles have proposes no pair")
    parser.add_argument("--master", help="the cluster, such as local[2]; spark-submit has its own switch for it")
    args = parser.parse_args()
    builder = SparkSession.builder.appName("crossread")
    spark = (builder.master(args.master) if args.master else builder).getOrCreate()
    try:
        run(spark, args.articles, args.out, args.crossread, args.most)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
