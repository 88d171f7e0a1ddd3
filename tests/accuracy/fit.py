#!/usr/bin/env python3
"""Fit the weights that tell a claim from a mere mention.

usage: fit.py SIGNS GOLD.json... [--judged FILE.tsv] [--out claim_weights.h]
SIGNS is what claim_signs prints; articles without annotations are passed over.  A claim is right
if the gold has its region with one of the keys in the programme's name (calibration.py).  Of the
words on one region and programme the surest counts: weights are fitted to those (logistic
regression, Newton's method, weights drawn to zero), and again while the choice of the surest
changes.  --judged adds claims of articles that are not annotated, judged one by one: article,
region, programme and 1 or 0, parted by tabs.  Without --out nothing is written; what is printed
is the score with the weights as they are, with the new ones, and with weights fitted without the
article in question, for each article in turn.
"""
import argparse
import json
import math
import os
import re
import sys

sys.path.insert(0, os.path.dirname(__file__))
from calibration import is_right, plain

HERE = os.path.dirname(os.path.abspath(__file__))
CLAIM_H = os.path.join(HERE, '../../lib/extract/claim.h')
WEIGHTS = os.path.join(HERE, '../../lib/extract/claim_weights.h')
PRIOR = 4.0     # how strongly weights are drawn to zero
ROUNDS = 4      # of choosing the surest word and fitting
STEPS = 6       # of Newton's method, the first time
LEAST = 0.42    # confidence from which a claim is told, as in claim.c


def sign_names():
    with open(CLAIM_H, encoding='utf-8') as file:
        body = re.search(r'enum wt_evidence \{(.*?)\};', file.read(), re.S).group(1)
    body = re.sub(r'/\*.*?\*/', '', body, flags=re.S)
    return [name for name in re.findall(r'WT_EV_(\w+)', body) if name != 'COUNT']


def read_weights(path, names):
    with open(path, encoding='utf-8') as file:
        table = dict(re.findall(r'\[WT_EV_(\w+)\] = (-?\d+)', file.read()))
    return [int(table.get(name, 0)) / 100 for name in names]


class Pair:
    """The words on one region and programme of an article."""

    def __init__(self, article, fits):
        self.article, self.words = article, []
        self.fits = fits        # the gold claims that it could be
        self.right = bool(fits)


def read_pairs(path, golds, judged):
    pairs = {}
    with open(path, encoding='utf-8') as file:
        for line in file:
            article, region, name, _, _, _, signs = line.rstrip('\n').split('\t')
            key = (article, region, name)
            if article in golds:
                fits = [i for i, wanted in enumerate(golds[article].get('claims', []))
                        if is_right({'region_id': region}, plain(name), [wanted])]
            elif key in judged:
                fits = [0] if judged[key] else []
            else:
                continue
            bits = int(signs, 16)
            pairs.setdefault(key, Pair(article, fits)).words.append(
                [i for i in range(bits.bit_length()) if bits >> i & 1])
    return list(pairs.values())


def chance(weights, word):
    return 1 / (1 + math.exp(-max(-30, min(30, sum(weights[i] for i in word)))))


def surest(weights, pair):
    return max(pair.words, key=lambda word: sum(weights[i] for i in word))


def solve(a, b):
    """a x = b for a symmetric positive matrix, by Cholesky's method."""
    n = len(b)
    low = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row = low[i]
        for j in range(i + 1):
            other = low[j]
            rest = a[i][j] - sum(row[k] * other[k] for k in range(j))
            row[j] = math.sqrt(rest) if i == j else rest / other[j]
    y = [0.0] * n
    for i in range(n):
        y[i] = (b[i] - sum(low[i][k] * y[k] for k in range(i))) / low[i][i]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (y[i] - sum(low[k][i] * x[k] for k in range(i + 1, n))) / low[i][i]
    return x


def newton(weights, rows, steps):
    n = len(weights)
    for _ in range(steps):
        slope = [-PRIOR * w if i else 0.0 for i, w in enumerate(weights)]
        curve = [[0.0] * n for _ in range(n)]
        for i in range(n):
            curve[i][i] = PRIOR if i else 1e-6
        for word, right in rows:
            p = chance(weights, word)
            c = p * (1 - p)
            for i in word:
                slope[i] += right - p
                line = curve[i]
                for j in word:
                    line[j] += c
        step = solve(curve, slope)
        weights = [w + max(-1, min(1, s)) for w, s in zip(weights, step)]
    return weights


def fit(weights, pairs, rounds=ROUNDS, steps=STEPS):
    for _ in range(rounds):
        rows = [(surest(weights, pair), pair.right) for pair in pairs]
        weights = newton(weights, rows, steps)
    return weights


class Score:
    def __init__(self):
        self.found = self.right = 0

    def add(self, weights, pairs):
        taken = set()
        for pair in pairs:
            if chance(weights, surest(weights, pair)) < LEAST:
                continue
            self.found += 1
            for wanted in pair.fits:
                if (pair.article, wanted) not in taken:
                    taken.add((pair.article, wanted))
                    self.right += 1
                    break

    def show(self, what, gold):
        p = self.right / max(self.found, 1)
        r = self.right / max(gold, 1)
        print(f'{what:24s} found {self.found:4d}  right {self.right:4d}  P {p:.3f}  R {r:.3f}  '
              f'F1 {2 * p * r / max(p + r, 1e-9):.3f}')


def left_out(weights, pairs, articles):
    """The score of each article by weights that were fitted without it."""
    score = Score()
    for article in articles:
        own = [pair for pair in pairs if pair.article == article]
        if own:
            rest = [pair for pair in pairs if pair.article != article]
            score.add(fit(weights, rest, 1, 2), own)
    return score


def write(path, names, weights):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('/*\n * claim_weights.h - the weight of each sign, in hundredths of log-odds.\n'
                   ' * Made by tests/accuracy/fit.py: fit again rather than edit.\n */\n'
                   '#ifndef WT_EXTRACT_CLAIM_WEIGHTS_H\n#define WT_EXTRACT_CLAIM_WEIGHTS_H\n\n'
                   '#include "extract/claim.h"\n\n'
                   'static const short wt_claim_weights[WT_EV_COUNT] = {\n')
        for name, weight in zip(names, weights):
            file.write(f'\t[WT_EV_{name}] = {round(weight * 100)},\n')
        file.write('};\n\n#endif\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('signs')
    parser.add_argument('golds', nargs='+')
    parser.add_argument('--judged')
    parser.add_argument('--out')
    args = parser.parse_args()
    golds, judged = {}, {}
    for path in args.golds:
        with open(path, encoding='utf-8') as file:
            golds.update(json.load(file))
    if args.judged:
        with open(args.judged, encoding='utf-8') as file:
            for line in file:
                article, region, name, right = line.rstrip('\n').split('\t')
                judged[article, region, name] = right == '1'
    names = sign_names()
    now = read_weights(WEIGHTS, names)
    pairs = read_pairs(args.signs, golds, judged)
    annotated = [pair for pair in pairs if pair.article in golds]
    wanted = sum(len(entry.get('claims', [])) for entry in golds.values())
    print(f'{len(golds)} articles, {len(annotated)} pairs, {len(pairs) - len(annotated)} judged')
    score = Score()
    score.add(now, annotated)
    score.show('as they are', wanted)
    new = fit(now, pairs)
    score = Score()
    score.add(new, annotated)
    score.show('fitted', wanted)
    left_out(new, pairs, sorted(golds)).show('each article left out', wanted)
    if args.out:
        write(args.out, names, new)


if __name__ == "__main__":
    main()
