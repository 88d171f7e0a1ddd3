#!/usr/bin/env python3
"""A slow, literal second implementation of the Sastrawi algorithm, to hold the fast one against.

usage: stem_rules.py ROOTS < words > pairs          word TAB stem
       stem_rules.py --affix ROOTS [STEP]           print made-up words: roots with affixes

It shares nothing with lib/stem: every rule is a regular expression and every
state a list of records, as in the description of the original library.
"""
import re
import sys

V = "[aiueo]"
C = "[bcdfghjklmnpqrstvwxyz]"
A = "[a-z]"
CR = "[bcdfghjklmnpqstvwxyz]"           # a consonant but r
CK = "[bcdfghjkpqstvxz]"                # a consonant but r w y l m n
CLITICS = {"ku", "mu", "nya", "lah", "kah", "tah", "pun"}


def rule(*alternatives):
    return [(re.compile("^" + pattern + r"\Z", re.S), build) for pattern, build in alternatives]


def g(prefix=""):
    return lambda m: prefix + m.group(1)


VISITORS = [
    rule(("(?:di|ke|se)(.*)", g())),                                    # 1 plain
    rule((f"ber({V}.*)", g()), (f"ber({V}.*)", g("r"))),                # 2
    rule((f"ber({C}{A}(?!er).*)", g())),                                # 3
    rule((f"ber({CR}{A}er{V}.*)", g())),                                # 4
    rule(("bel(ajar)", g())),                                           # 5
    rule((f"be({CR}er{C}.*)", g())),                                    # 6
    rule((f"ter({V}.*)", g()), (f"ter({V}.*)", g("r"))),                # 7
    rule((f"ter({CR}er{V}.*)", g())),                                   # 8
    rule((f"ter({CR}(?!er).*)", g())),                                  # 9
    rule((f"te({CR}er{C}.*)", g())),                                    # 10
    rule((f"me([lrwy]{V}.*)", g())),                                    # 11
    rule(("mem([bfv].*)", g())),                                        # 12
    rule(("mem(pe.*)", g())),                                           # 13
    rule((f"mem({V}.*)", g("m")), (f"mem({V}.*)", g("p"))),             # 14
    rule(("men([cdjstz].*)", g())),                                     # 15
    rule((f"men({V}.*)", g("n")), (f"men({V}.*)", g("t"))),             # 16
    rule(("meng([ghqk].*)", g())),                                      # 17
    rule((f"meng({V}.*)", g()), (f"meng({V}.*)", g("k")), ("menge(.*)", g()),
         (f"meng({V}.*)", g("ng"))),                                    # 18
    rule((f"meny({V}.*)", g("ny")), (f"meny({V}.*)", g("s"))),          # 19
    rule(("mem(p[abcdfghijklmopqrstuvwxyz].*)", g())),                  # 20
    rule((f"pe([wy]{V}.*)", g())),                                      # 21
    rule((f"per({V}.*)", g()), (f"per({V}.*)", g("r"))),                # 22
    rule((f"per({C}{A}(?!er).*)", g())),                                # 23
    rule((f"per({CR}{A}er{V}.*)", g())),                                # 24
    rule(("pem([bfv].*)", g())),                                        # 25
    rule((f"pem({V}.*)", g("m")), (f"pem({V}.*)", g("p"))),             # 26
    rule(("pen([cdjstz].*)", g())),                                     # 27
    rule((f"pen({V}.*)", g("n")), (f"pen({V}.*)", g("t"))),             # 28
    rule((f"peng({C}.*)", g())),                                        # 29
    rule((f"peng({V}.*)", g()), (f"peng({V}.*)", g("k")), ("penge(.*)", g())),  # 30
    rule((f"peny({V}.*)", g("ny")), (f"peny({V}.*)", g("s"))),          # 31
    "pel",                                                              # 32
    rule((f"pe({C}(?!er).*)", g())),                                    # 33
    rule((f"ter({CK}er{C}.*)", g())),                                   # 34
    rule((f"pe({CK}er{C}.*)", g())),                                    # 35
    rule((f"({C}er{V}.*)", g()), (f"({C})er({V}.*)", lambda m: m.group(1) + m.group(2))),
    rule((f"({C}el{V}.*)", g()), (f"({C})el({V}.*)", lambda m: m.group(1) + m.group(2))),
    rule((f"({C}em{V}.*)", g()), (f"({C})em({V}.*)", lambda m: m.group(1) + m.group(2))),
    rule((f"({C}in{V}.*)", g()), (f"({C})in({V}.*)", lambda m: m.group(1) + m.group(2))),
    rule(("ku(.*)", g())),                                              # 40
    rule(("kau(.*)", g())),                                             # 41
]
PEL = [rule(("pel(ajar)", g())), rule((f"pe(l{V}.*)", g()))]


class Stemmer:
    def __init__(self, roots):
        self.roots = roots

    def hit(self):
        return self.cur in self.roots

    def visit(self, visitor):
        """The value of a visitor for the current word, or None."""
        if visitor == "pel":
            return self.visit(PEL[0 if self.cur == "pelajar" else 1])
        value = None
        for pattern, build in visitor:
            match = pattern.match(self.cur)
            value = build(match) if match else None
            if value is not None and value in self.roots:
                return value
        return value

    def prefix_pass(self):
        for visitor in VISITORS:
            value = self.visit(visitor)
            removed = value is not None and value != self.cur
            if removed:
                self.removals.append(("DP", self.cur, value, ""))
                self.cur = value
            if self.hit() or self.stop or removed:
                return

    def prefixes(self):
        for _ in range(3):
            self.prefix_pass()
            if self.hit():
                return True
        return False

    def suffixes(self):
        for kind, pattern in (("P", "-*(?:lah|kah|tah|pun)$"), ("PP", "-*(?:ku|mu|nya)$"),
                              ("DS", "(?:isasi|isme|kan|is|an|i)$")):
            before = self.cur
            after = re.sub(pattern.replace("$", r"\Z"), "", before, count=1)
            if after != before:
                part = before if after == "" else before[len(after):]
                self.removals.append((kind, before, after, part))
                self.cur = after
            if self.hit():
                return True
            if self.stop:
                return False
        return False

    def precedence(self, w):
        return any(re.match(p + r"\Z", w, re.S) for p in
                   ("be.*lah", "be.*an", "me.*i", "di.*i", "pe.*i", "ter.*i"))

    def restore(self):
        prefix = [r for r in self.removals if r[0] == "DP"]
        if prefix:
            self.cur = prefix[0][1]
        self.removals = [r for r in self.removals if r[0] != "DP"]
        saved, base = list(self.removals), self.cur
        for kind, subject, result, part in reversed(saved):
            if part == "kan":
                self.cur = result + "k"
                if self.prefixes():
                    return
                self.cur = result + "kan"
            else:
                self.cur = subject
            if self.prefixes():
                return
            self.removals, self.cur = list(saved), base

    def pipeline(self, w):
        self.cur, self.removals, self.stop = w, [], False
        if self.hit():
            return
        self.stop = len(w) <= 3
        if self.precedence(w):
            if self.prefixes() or self.suffixes():
                return
            self.cur, self.removals = w, []
        if self.suffixes() or self.prefixes():
            return
        self.restore()

    def singular(self, w):
        self.pipeline(w)
        return self.cur if self.hit() else w

    def stem(self, w):
        if "-" not in w:
            return self.singular(w)
        a, b = w.rsplit("-", 1)
        if b in CLITICS:
            if "-" not in a:
                return self.singular(w)
            a, second = a.rsplit("-", 1)
            b = second + "-" + b
        ra, rb = self.singular(a), self.singular(b)
        if b not in self.roots and rb == b:
            rb = self.singular("me" + b)
        return ra if ra == rb else w


def affixed(root, n, step):
    """Words made of the n-th root, right and wrong ones: every way of the rules is walked.

    One in `step` (no multiple of 31) of a root's words, others for each root.
    """
    first, rest = root[0], root[1:]
    fronts = ["di" + root, "ke" + root, "se" + root, "ber" + root, "be" + root, "ter" + root,
              "te" + root, "me" + root, "mem" + root, "men" + root, "meng" + root, "meny" + root,
              "menge" + root, "per" + root, "pe" + root, "pem" + root, "pen" + root,
              "peng" + root, "peny" + root, "penge" + root, "pel" + root, "ku" + root,
              "kau" + root, "memper" + root, "diper" + root, "keber" + root, "keter" + root,
              "mempe" + root, "berke" + root, "seper" + root, "pemer" + root, root,
              "mem" + rest, "men" + rest, "meng" + rest, "meny" + rest, "pem" + rest,
              "pen" + rest, "peng" + rest, "peny" + rest, "memper" + rest,
              first + "er" + rest, first + "el" + rest, first + "em" + rest, first + "in" + rest]
    backs = ["", "kan", "an", "i", "nya", "ku", "mu", "lah", "kah", "tah", "pun", "kannya",
             "annya", "inya", "annyalah", "kanlah", "kupun", "isasi", "isme", "is", "isasikan",
             "-ku", "-nya", "--mu", "-lah", "k", "ka", "-" + root, "-" + root + "an",
             "-" + root + "-nya", "-" + rest + "kan", "-me" + root, "-19"]
    for k in range(-n * pow(31, -1, step) % step, len(fronts) * len(backs), step):
        yield fronts[k // len(backs)] + backs[k % len(backs)]


def main(argv):
    if argv[1] == "--affix":
        step = int(argv[3]) if len(argv) > 3 else 7
        with open(argv[2], encoding="ascii", errors="replace") as f:
            for n, line in enumerate(f):
                for word in affixed(line.strip(), n, step):
                    if re.match(r"[a-z0-9-]+\Z", word):
                        print(word)
        return
    with open(argv[1], encoding="utf-8") as f:
        stemmer = Stemmer({line.rstrip("\r\n") for line in f} - {""})
    for line in sys.stdin:
        word = line.rstrip("\n")
        print(word, stemmer.stem(word), sep="\t")


if __name__ == "__main__":
    main(sys.argv)
