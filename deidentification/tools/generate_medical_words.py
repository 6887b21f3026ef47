#!/usr/bin/env python3
"""Words of medicine, from the titles of ICD-10-CM (public domain, US CDC/CMS): those of four letters and more that a title
writes with a small letter somewhere, so that names of people and places are not among them.

    generate_medical_words.py icd10cm_titles.tsv.gz > medical-words.txt
"""
import collections
import gzip
import re
import sys
import textwrap


def main(path):
    small = collections.Counter()
    capital = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            words = re.findall(r"[A-Za-z]+", line.rstrip("\n").split("\t")[2])
            for position, word in enumerate(words):
                if len(word) < 4:
                    continue
                if word.islower():
                    small[word] += 1
                elif position > 0:
                    capital[word.lower()] += 1
    words = sorted(word for word in small if small[word] > capital[word])
    print("# Words of medicine, from the titles of ICD-10-CM; made by tools/generate_medical_words.py.")
    print("\n".join(textwrap.wrap(" ".join(words), 127, break_long_words=False)))


if __name__ == "__main__":
    main(sys.argv[1])
