#!/usr/bin/env python3
"""Writes a workspace with as many made-up articles as one likes: for measuring, not for reading.

    generate.py 10000 desk              # 10,000 files in desk/articles/
    generate.py 100000 desk --jsonl     # one file, desk/articles/all.jsonl

The same number gives the same bytes. Sentences are put together from the templates below; every fifth article is the copy of another.
"""

import argparse
import datetime
import json
import pathlib
import random

TRACKS = [("astana", "أستانا", 22, datetime.date(2017, 1, 23)), ("geneva", "جنيف", 8, datetime.date(2017, 2, 23))]
ORDINALS = "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split()
ORDINALS += [f"{word} عشرة" for word in "الحادية الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة".split()]
ORDINALS += ["العشرين", "الحادية والعشرين", "الثانية والعشرين"]
PEOPLE = [
    "رئيس الوفد الروسي ألكسندر لافرنتييف", "وزير الخارجية الروسي سيرغي لافروف", "المبعوث الأممي ستافان دي ميستورا",
    "رئيس وفد المعارضة محمد علوش", "رئيس وفد النظام بشار الجعفري", "متحدث باسم وزارة الخارجية التركية", "مصدر مطلع",
    "وزير خارجية كازاخستان خيرت عبد الرحمنوف", "مسؤول إيراني", "ناطق باسم الهيئة العليا للمفاوضات",
]
VERBS = ["قال", "أكد", "أعلن", "نفى", "أوضح", "شدد على", "أضاف", "كشف", "رفض القول", "توقع"]
MATTERS = [
    "وقف إطلاق النار", "آلية الرقابة على الهدنة", "ملف المعتقلين", "إيصال المساعدات الإنسانية", "صياغة دستور جديد", "مناطق خفض التصعيد",
    "إزالة الألغام", "تشكيل اللجنة الدستورية", "مكافحة الإرهاب", "البيان الختامي",
]
CLAIMS = [
    "إن الأطراف لم تتفق على {m}", "أن الدول الضامنة توصلت إلى اتفاق بشأن {m}", "أن المحادثات ستتناول {m} في {d}",
    "أن {n} خرقا سجلت منذ بدء {m}", "أن وفده لن يناقش {m} قبل وقف القصف", "أن الخلاف على {m} لا يزال قائما",
    "أن اجتماعا تقنيا حول {m} سيعقد في {d}", "أن أكثر من {n} شخصا ينتظرون {m}",
]
PLAIN = [
    "انطلقت في {p} الجولة {o} من المحادثات السورية بمشاركة وفدي النظام والمعارضة.", "اختتمت الجولة {o} من محادثات {p} من دون بيان ختامي.",
    "وجرت المباحثات في جلسات مغلقة بحضور ممثلي روسيا وتركيا وإيران.", "ولم يعقد الوفدان لقاء مباشرا.",
    "وشاركت الأمم المتحدة والأردن والولايات المتحدة بصفة مراقب.", "وتتواصل المعارك في ريف دمشق رغم الهدنة المعلنة.",
    "ومن المقرر أن تعقد الجولة المقبلة في {d}.", "وكانت جولة سابقة قد بحثت {m} من دون نتيجة تذكر.",
]
OUTLETS = ["وكالة المثال", "صحيفة الأفق", "قناة الجسر", "موقع المدى اليوم", "وكالة النهر للأنباء"]
MONTHS = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",")


def article(number, dice):
    track, place, rounds, first = dice.choice(TRACKS)
    n = dice.randrange(rounds)
    day = first + datetime.timedelta(days=45 * n + dice.randrange(3))
    said = day + datetime.timedelta(days=dice.randrange(1, 30))

    def fill(text):
        return text.format(p=place, o=ORDINALS[n], m=dice.choice(MATTERS), n=dice.randrange(10, 900), d=f"{said.day} {MONTHS[said.month - 1]} {said.year}")

    paragraphs = [fill(dice.choice(PLAIN[:2]))]
    for _ in range(dice.randrange(4, 9)):
        sentences = [fill(dice.choice(PLAIN[2:])) if dice.random() < 0.35
                     else f"و{dice.choice(VERBS)} {dice.choice(PEOPLE)} {fill(dice.choice(CLAIMS))}." for _ in range(dice.randrange(1, 4))]
        paragraphs.append(" ".join(sentences))
    return {
        "id": f"{number:07}", "title": f"الجولة {ORDINALS[n]} من محادثات {place}: {dice.choice(MATTERS)}", "date": day.isoformat(),
        "source": dice.choice(OUTLETS), "text": "\n\n".join(paragraphs),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--jsonl", action="store_true", help="one file instead of one for each article")
    args = parser.parse_args()
    articles = args.folder / "articles"
    articles.mkdir(parents=True)
    dice, last = random.Random(20170216), []
    bulk = (articles / "all.jsonl").open("w", encoding="utf-8") if args.jsonl else None
    for number in range(args.number):
        if last and number % 5 == 4:
            made = {**dice.choice(last), "id": f"{number:07}", "source": dice.choice(OUTLETS)}
        else:
            made = article(number, dice)
            last = [*last[-50:], made]
        if bulk:
            bulk.write(json.dumps(made, ensure_ascii=False) + "\n")
        else:
            head = "".join(f"{key}: \"{made[key]}\"\n" for key in ("title", "date", "source"))
            path = articles / f"{number // 1000:04}" / f"{made['id']}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"---\n{head}---\n{made['text']}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
