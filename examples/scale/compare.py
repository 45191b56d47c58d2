#!/usr/bin/env python3
"""mujaz beside what people use: sumy's LexRank and Luhn, and summa's TextRank, on the same articles in one run.

    pip install sumy summa numpy
    compare.py articles.jsonl [--mujaz target/release/mujaz] [--megabytes 1]

All summarise single articles to a third of their sentences, one after the other on one core. Sentences are cut by the same rule for all
but mujaz (at `.`, `؟`, `!` and line ends): neither sumy nor summa divides Arabic. What is timed is the summarising, not the start.
"""

import argparse
import json
import os
import re
import subprocess
import tempfile
import time


def articles(path, megabytes):
    taken, size = [], 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            taken.append((line, text))
            size += len(text.encode())
            if size >= megabytes * 1_000_000:
                break
    return taken, size / 1e6


def split(text):
    return [s.strip() for s in re.split(r"(?<=[.؟!])\s+|\n+", text) if s.strip()]


def sumy(summarizer, texts):
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    class Words:
        def to_words(self, sentence):
            return re.findall(r"\w+", sentence)

    for text in texts:
        sentences = [Sentence(s, Words()) for s in split(text)]
        summarizer(ObjectDocumentModel([Paragraph(sentences)]), max(1, len(sentences) // 3))


def summa(texts):
    from summa import summarizer
    for text in texts:
        try:
            summarizer.summarize("\n".join(split(text)), ratio=1 / 3, language="arabic")
        except (ValueError, ZeroDivisionError, IndexError):
            pass


def timed(work, *args):
    begun = time.perf_counter()
    work(*args)
    return time.perf_counter() - begun


def mujaz(binary, command, taken):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(line for line, _ in taken)
        file.flush()
        environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
        with open(os.devnull, "w") as null:
            start = timed(subprocess.run, [binary, "analyze", "/dev/null"])
            run = lambda: subprocess.run([binary, *command, file.name], stdout=null, stderr=null, env=environment, check=True)
            return max(min(timed(run) for _ in range(3)) - start, 1e-3)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--mujaz", default="target/release/mujaz")
    parser.add_argument("--megabytes", type=float, default=1, help="how much the others get; mujaz gets the whole file")
    args = parser.parse_args()
    taken, size = articles(args.file, args.megabytes)
    texts = [text for _, text in taken]
    everything, all_of_it = articles(args.file, 1e9)
    rows = []
    for name, command in [("mujaz analyze", ["analyze"]), ("mujaz summarize", ["summarize", "--format", "jsonl"])]:
        rows.append((name, all_of_it, mujaz(args.mujaz, command, everything)))
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    rows.append(("sumy LexRank", size, timed(sumy, LexRankSummarizer(), texts)))
    rows.append(("sumy Luhn", size, timed(sumy, LuhnSummarizer(), texts)))
    rows.append(("summa TextRank", size, timed(summa, texts)))
    print("| program | MB of text | seconds | MB/s |\n| --- | ---: | ---: | ---: |")
    for name, megabytes, seconds in rows:
        print(f"| {name} | {megabytes:.1f} | {seconds:.2f} | {megabytes / seconds:.2f} |")


if __name__ == "__main__":
    main()
