#!/usr/bin/env python3
"""How often claims are right, by their confidence.

usage: calibration.py TABLES GOLD.json...
TABLES is a folder made by `warta extract -o`.  A claim is right if the gold has its region with
one of the keys in the programme's name.  Claims of articles without annotations are passed over.
"""
import csv
import json
import re
import sys
import unicodedata


def plain(text):
    text = unicodedata.normalize('NFKC', text or '').casefold().replace('walikota', 'wali kota')
    return ' '.join(re.sub(r"[.,'’`\"“”()\[\]/-]", ' ', text).split())


def rows(folder, name):
    with open(f'{folder}/{name}.csv', encoding='utf-8', newline='') as file:
        yield from csv.DictReader(file)


def is_right(claim, name, gold):
    for wanted in gold:
        keys = [plain(key) for key in wanted['keys']]
        if 'ID.' + wanted['region'] == claim['region_id'] and any(
                key in name or (' ' in name and name in key) for key in keys):
            return True
    return False


def main():
    folder, golds = sys.argv[1], {}
    for path in sys.argv[2:]:
        with open(path, encoding='utf-8') as file:
            golds.update(json.load(file))
    names = {row['programme_id']: plain(row['name']) for row in rows(folder, 'programmes')}
    bands = {}
    for claim in rows(folder, 'claims'):
        if claim['article_id'] not in golds:
            continue
        band = bands.setdefault(int(float(claim['confidence']) * 10) / 10, [0, 0])
        band[0] += 1
        band[1] += is_right(claim, names[claim['programme_id']], golds[claim['article_id']]['claims'])
    print('confidence  claims  right')
    for least, (count, right) in sorted(bands.items()):
        print(f'{least:.1f} to {least + 0.1:.1f}  {count:6d}  {right / count:5.2f}')


if __name__ == "__main__":
    main()
