#!/usr/bin/env python3
"""Break one rule at a time and see whether a test of lib/extract notices.

usage: mutate.py BUILD [--known N] [--kinds N] [--rows N] [--lines N] [--seed S] [--file FILE.c ...]

  known   those kinds of noticed.txt, which are to be noticed: exit status 1 if one is not
  kinds   all rows of one kind go from a table of dictionaries/
  rows    one row goes from a table, or one word from a list
  lines   one line of lib/extract/*.c says something else: another comparison,
          the opposite condition or answer, "or" for "and", another number

N of each are drawn with the seed, so that a run can be repeated (0: none, -1: all).
A change that the dictionary or the compiler refuses, or that makes a test fail,
crash or run for too long, was noticed; the others are listed.  With --record a full
run of --kinds writes noticed.txt.
"""
import argparse, os, random, re, shutil, subprocess, sys, tempfile

# Tables whose rows are rules, and the column that says of which kind.
KINDS = {
    'region_aliases': 'kind', 'region_qualifiers': 'kind', 'not_regions': 'side', 'agencies': 'kind',
    'agency_heads': 'kind', 'offices': 'kind', 'office_prefixes': 'effect', 'honorifics': 'kind',
    'org_heads': 'kind', 'speech_verbs': 'position', 'status_cues': 'status', 'programme_heads': 'takes',
    'date_words': 'kind', 'amount_units': 'kind', 'word_lists': 'list',
}
ROWS = ['region_aliases', 'region_qualifiers', 'not_regions', 'region_defaults', 'common_words', 'agency_heads',
        'office_prefixes', 'org_heads', 'known_people', 'word_lists', 'date_words', 'date_patterns']
# Tests that take a second, and the sources that they are for; tests named otherwise than their source.
SLOW = {'date_days': 'date', 'calendar': 'calendar', 'lexeme': 'lexeme'}
NEAR = {'name': 'person', 'organizations': 'person', 'word': 'lexeme', 'actor': 'claim'}
NOTICED = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'noticed.txt')
LIMIT = 20      # seconds of one test program


def read_table(path):
    """The lines before the rows (comments and header), the columns, and the rows."""
    head, rows, columns = [], [], None
    with open(path, encoding='utf-8') as f:
        for line in f.read().split('\n'):
            if line.startswith('#') or line == '':
                head.append(line)
            elif columns is None:
                columns = line.split('\t')
                head.append(line)
            else:
                rows.append(line)
    return [line for line in head if line], columns, rows


def without_list(table, columns, row):
    """A list of words may not be missing, but it may have a word that no text has."""
    cells = row.split('\t')
    if table == 'word_lists':
        cells[columns.index('words')] = 'qqq'
        return ['\t'.join(cells)]
    return []


def kind_changes():
    for table, column in KINDS.items():
        head, columns, rows = read_table(f'dictionaries/{table}.tsv')
        at = columns.index(column)
        for kind in sorted({row.split('\t')[at] for row in rows}):
            kept = []
            for row in rows:
                kept += without_list(table, columns, row) if row.split('\t')[at] == kind else [row]
            yield f'{table}: no rows of {column} "{kind}"', table, head + kept


def row_changes():
    for table in ROWS:
        head, columns, rows = read_table(f'dictionaries/{table}.tsv')
        for i, row in enumerate(rows):
            if table != 'word_lists':
                yield f'{table}: without "{row[:60]}"', table, head + rows[:i] + rows[i + 1:]
                continue
            cells = row.split('\t')
            words = cells[1].split('|')
            for k, word in enumerate(words):
                less = words[:k] + words[k + 1:] or ['qqq']
                changed = '\t'.join([cells[0], '|'.join(less)] + cells[2:])
                yield f'{table}: {cells[0]} without "{word}"', table, head + rows[:i] + [changed] + rows[i + 1:]


# What stands in a line, and what it becomes.
SWAPS = [
    (r' == ', ' != '), (r' != ', ' == '), (r' < ', ' <= '), (r' > ', ' >= '), (r' <= ', ' < '), (r' >= ', ' > '),
    (r' && ', ' || '), (r' \|\| ', ' && '), (r'return true;', 'return false;'), (r'return false;', 'return true;'),
    (r'\(!', '('), (r' \+ 1\b', ' + 2'), (r' - 1\b', ' - 2'), (r'\bbreak;', ';'), (r'\bcontinue;', ';'),
    (r'\? (\d+) : 0', r'? 0 : 0'),
]
# Want of memory and bounds of arrays are the matter of other tests.
LEFT_OUT = re.compile(r'NULL|err\b|WT_ENOMEM|ntokens|assert|^\s*(\*|/\*|#)|for \(|printf|_cap\b|arena')


def line_changes(files):
    for path in files:
        with open(path, encoding='utf-8') as f:
            lines = f.read().split('\n')
        comment = False
        for i, line in enumerate(lines):
            inside, comment = comment, (comment or '/*' in line) and '*/' not in line
            code = line.split('/*')[0]
            if inside or LEFT_OUT.search(code):
                continue
            for pattern, to in SWAPS:
                for m in re.finditer(pattern, code):
                    changed = code[:m.start()] + m.expand(to) + code[m.end():]
                    yield (f'{path}:{i + 1}: {code.strip()}\n        -> {changed.strip()}', path,
                           lines[:i] + [changed] + lines[i + 1:])


def draw(changes, count, seed):
    changes = list(changes)
    if 0 <= count < len(changes):
        picked = sorted(random.Random(seed).sample(range(len(changes)), count))
        changes = [changes[i] for i in picked]
    return changes


class Tests:
    def __init__(self, build):
        self.build = build
        folder = f'{build}/tests/unit/extract'
        self.names = sorted(n[:-2] for n in os.listdir(folder) if n.endswith('.o'))
        self.folder = folder

    def fail(self, programs, dictionary):
        """Does one of the programs fail?"""
        env = dict(os.environ, WARTA_DICT=dictionary)
        for program in programs:
            try:
                done = subprocess.run([program], env=env, capture_output=True, timeout=LIMIT)
            except subprocess.TimeoutExpired:
                return True
            if done.returncode != 0 or b'\nnot ok ' in b'\n' + done.stdout:
                return True
        return False

    def of(self, source):
        """The quick tests, those of a source first; the slow ones only for their own sources."""
        own = os.path.basename(source).split('.')[0].split('_')[0]
        names = [n for n in self.names if n not in SLOW or SLOW[n] == own]
        return sorted(names, key=lambda n: (NEAR.get(own, own) not in n, n))

    def programs(self):
        return [f'{self.folder}/{name}' for name in self.of('')]


def try_table(tests, work, table, lines):
    folder = f'{work}/dictionaries'
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    for name in os.listdir('dictionaries'):
        os.symlink(os.path.abspath(f'dictionaries/{name}'), f'{folder}/{name}')
    os.remove(f'{folder}/{table}.tsv')
    with open(f'{folder}/{table}.tsv', 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')
    made = subprocess.run([f'{tests.build}/warta', 'dict', folder, '-o', f'{work}/warta.dict'], capture_output=True)
    return made.returncode != 0 or tests.fail(tests.programs(), f'{work}/warta.dict')


def try_line(tests, work, path, lines):
    source, made = f'{work}/{os.path.basename(path)}', f'{work}/mutant.o'
    with open(source, 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines))
    # The objects of the tests were made by make; one of the library's is made anew and goes before the others.
    compiler = os.environ.get('CC', 'cc').split()
    built = subprocess.run(compiler + ['-std=c11', '-O0', '-w', '-D_POSIX_C_SOURCE=200809L', '-Ilib', '-I.', '-c',
                                       '-o', made, source], capture_output=True)
    if built.returncode != 0:
        return True
    libraries = os.environ.get('LIBS', '').split()
    for name in tests.of(path):
        linked = subprocess.run(compiler + ['-o', f'{work}/test', f'{tests.folder}/{name}.o', made,
                                            f'{tests.build}/libwarta.a'] + libraries, capture_output=True)
        if linked.returncode != 0:
            sys.exit('mutate: ' + linked.stderr.decode()[-400:])
        if tests.fail([f'{work}/test'], os.path.abspath(f'{tests.build}/warta.dict')):
            return True
    return False


def run(what, changes, attempt):
    if not changes:
        return []
    survivors = [label for label, path, lines in changes if not attempt(path, lines)]
    print(f'{what}: {len(changes) - len(survivors)} of {len(changes)} changes noticed')
    for label in survivors:
        print('    ' + label)
    sys.stdout.flush()
    return survivors


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('build')
    for name in ('known', 'kinds', 'rows', 'lines'):
        p.add_argument('--' + name, type=int, default=0)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--file', action='append')
    p.add_argument('--record', action='store_true')
    a = p.parse_args()
    files = a.file or sorted(f'lib/extract/{n}' for n in os.listdir('lib/extract') if n.endswith('.c'))
    tests = Tests(a.build)
    with tempfile.TemporaryDirectory() as work:
        if tests.fail(tests.programs(), os.path.abspath(f'{a.build}/warta.dict')):
            sys.exit('mutate: the tests fail as it is')
        def table(name, lines):
            return try_table(tests, work, name, lines)

        with open(NOTICED, encoding='utf-8') as f:
            noticed = set(f.read().split('\n'))
        known = [c for c in kind_changes() if c[0] in noticed]
        bad = run('known', draw(known, a.known, a.seed), table)
        kinds = draw(kind_changes(), a.kinds, a.seed)
        survivors = run('kinds', kinds, table)
        if a.record and a.kinds < 0:
            with open(NOTICED, 'w', encoding='utf-8') as f:
                f.write(''.join(c[0] + '\n' for c in kinds if c[0] not in survivors))
        run('rows', draw(row_changes(), a.rows, a.seed), lambda t, lines: try_table(tests, work, t, lines))
        run('lines', draw(line_changes(files), a.lines, a.seed), lambda f, lines: try_line(tests, work, f, lines))
    sys.exit(1 if bad else 0)


main()
