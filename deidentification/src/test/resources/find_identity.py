"""Looks for identity that stayed in de-identified files, with pydicom, a reader that has nothing in common with ours.

usage: find_identity.py PROFILE_TABLE PAIRS

PROFILE_TABLE is the resource profile-table.txt. Each line of PAIRS is an original and its de-identified file, separated
by a tab. A value of the original that stands in an attribute which the basic profile removes, empties or replaces, in a
private attribute or in a person name, at any depth, must not be a value of the de-identified file at any depth, unless
the original has the same value in an attribute that stays as well. Every finding is a line with tag and file number, never
a value; the last line is the number of pairs looked at.
"""
import sys
import warnings

import pydicom

MIN_LENGTH = 4
REGISTERED = "1.2.840.10008."
DUMMIES = {"ANONYMIZED", "19000101", "19000101000000", "000000", "000Y"}


def table(path):
    rules = {}
    with open(path, encoding="ascii") as lines:
        for line in lines:
            if not line.startswith("#"):
                fields = line.split()
                rules[fields[0].upper()] = fields[1]
    return rules


def action(rules, tag):
    digits = "%08X" % tag
    if tag.group % 2:
        return "X"
    repeating = digits[:2] + "XX" + digits[4:]
    return rules.get(digits) or rules.get(repeating) or (rules.get("50XXXXXX") if digits.startswith("50") else None)


def texts(element):
    value = element.value
    if element.VR == "SQ" or value is None:
        return
    values = value if isinstance(value, (list, tuple, pydicom.multival.MultiValue)) else [value]
    for one in values:
        if isinstance(one, bytes):
            one = one[:1000].decode("latin-1")
        text = str(getattr(one, "original_string", None) or one).strip(" \0")
        yield text


def walk(dataset, rules, removed, found):
    for element in dataset:
        code = action(rules, element.tag)
        gone = removed or (code is not None and code != "X/Z/U*") or element.VR == "PN"
        if element.VR == "SQ":
            # A sequence that stays has rules of its own for what is in it.
            below = removed or code in ("X", "Z", "X/Z")
            for item in element.value:
                walk(item, rules, below, found)
        else:
            for text in texts(element):
                if len(text) >= MIN_LENGTH and not text.startswith(REGISTERED):
                    found.setdefault(text, []).append((gone, element.tag))


def main():
    rules = table(sys.argv[1])
    pairs = 0
    with open(sys.argv[2], encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            original, anonymous = line.rstrip("\n").split("\t")
            before, after = {}, {}
            try:
                walk(pydicom.dcmread(original, force=True, stop_before_pixels=True), rules, False, before)
            except Exception:
                continue
            walk(pydicom.dcmread(anonymous, force=True, stop_before_pixels=True), rules, False, after)
            pairs += 1
            for text, places in after.items():
                old = before.get(text)
                if old and all(gone for gone, _ in old) and text not in DUMMIES:
                    print("identity stayed: from %s in %s of pair %d" % (old[0][1], places[0][1], number))
    print(pairs)


warnings.simplefilter("ignore")
main()
