#!/usr/bin/env python3
"""`analyze` over a file with Spark's `pipe`: each partition goes through a process of its own.

    pip install pyspark        # and Java 17
    spark.py articles.jsonl analyses/ [--mujaz mujaz] [--master local[2]] [--partitions 8]

On a cluster the binary comes along with `spark-submit --files mujaz`, and the file lies where all machines can read it.
"""

import argparse
import time

from pyspark import SparkConf, SparkContext


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("output")
    parser.add_argument("--mujaz", default="mujaz")
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--partitions", type=int, default=8)
    args = parser.parse_args()
    context = SparkContext(conf=SparkConf().setMaster(args.master).setAppName("mujaz").set("spark.ui.enabled", "false"))
    context.setLogLevel("ERROR")
    begun = time.perf_counter()
    lines = context.textFile(args.file, args.partitions)
    lines.pipe(f"{args.mujaz} analyze -", env={"RAYON_NUM_THREADS": "1"}, checkCode=True).saveAsTextFile(args.output)
    print(f"{time.perf_counter() - begun:.2f} seconds without the start of Spark")
    context.stop()


if __name__ == "__main__":
    main()
