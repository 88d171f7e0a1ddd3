#!/usr/bin/env python3
"""How well `warta dates` reads: lists of forms, and a corpus checked against itself.

usage: python3 tests/accuracy/dates.py WARTA [--forms FILE]... [--corpus ARTICLES.jsonl] [--list N]

Forms are TSV: published, text, value (dates.md says how values are written).
The corpus gives two figures that need no annotation: how many of "Day (d/m/yyyy)"
have the weekday of their day, and, where the article's url has its date, in how
many of them the year comes back when it is hidden.  --list N prints N that differ.
"""
import argparse, calendar, csv, datetime, io, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))


def dates(warta, lines, published=None):
    """The resolved dates of each line: [(from, to, agrees), ...]."""
    command = [warta, 'dates'] + (['--published', published] if published else [])
    text = ''.join(line.replace('\n', ' ') + '\n' for line in lines)
    out = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout
    found = [[] for _ in lines]
    for row in csv.DictReader(io.StringIO(out.decode())):
        if row['date_from']:
            found[int(row['line']) - 1].append((row['date_from'], row['date_to'], row['weekday_agrees']))
    return found


def meaning(value):
    """A value of the list as (from, to)."""
    year, parts = value[:4], value.split('-')
    if value.startswith('T'):
        return None                     # a time of day names no day
    if '/' in value:
        return tuple(value.split('/'))
    if value.endswith('X'):
        return value[:3] + '0', value[:3] + '9'
    last = parts[-1]
    if last in ('START', 'MID', 'END'):
        i = ('START', 'MID', 'END').index(last)
        if len(parts) == 2:
            return f'{year}-{4 * i + 1:02}', f'{year}-{4 * i + 4:02}'
        end = (10, 20, calendar.monthrange(int(year), int(parts[1]))[1])[i]
        return f'{year}-{parts[1]}-{10 * i + 1:02}', f'{year}-{parts[1]}-{end:02}'
    if last[0] in 'QH':
        size, n = (3 if last[0] == 'Q' else 6), int(last[1])
        return f'{year}-{size * n - size + 1:02}', f'{year}-{size * n:02}'
    if last[0] == 'W':
        monday = datetime.date.fromisocalendar(int(year), int(last[1:]), 1)
        return str(monday), str(monday + datetime.timedelta(6))
    return value, value


def forms(warta, path):
    rows = [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8')
            if line.strip() and not line.startswith('#')][1:]
    right = 0
    for published in sorted({row[0] for row in rows}):
        group = [row for row in rows if row[0] == published]
        for row, got in zip(group, dates(warta, [row[1] for row in group], published)):
            want = [m for m in map(meaning, filter(None, row[2].split('|'))) if m]
            if [g[:2] for g in got] == want:
                right += 1
            else:
                print('  wrong:', row[0], repr(row[1]), want, got)
    print(f'{os.path.basename(path):24} {right} of {len(rows)} forms')
    return right, len(rows)


FULL = re.compile(r'\b((?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu) \()(\d{1,2}/\d{1,2})/(\d{4})\)')
URL = re.compile(r'/(20\d\d)/?(0[1-9]|1[0-2])/?([0-3]\d)')


def corpus(warta, path, show):
    articles = [json.loads(line) for line in open(path, encoding='utf-8')]
    whole, hidden = [], {}
    for article in articles:
        url = URL.search(article.get('url') or '')
        for m in FULL.finditer(article['text']):
            whole.append((article['id'], m.group(0)))
            if url:
                hidden.setdefault('-'.join(url.groups()), []).append(
                    (article['id'], m.group(1) + m.group(2) + ')', m.group(3)))
    found = dates(warta, [text for _, text in whole])
    agree = sum(bool(f) and f[0][2] == 'yes' for f in found)
    print(f'weekday agrees           {agree} of {len(whole)}, {100 * agree / max(1, len(whole)):.1f} %')
    different = [w for w, f in zip(whole, found) if not f or f[0][2] != 'yes']
    for name, text in different[:show]:
        print('  ', name, text)
    right = count = 0
    for published, items in sorted(hidden.items()):
        for (name, text, year), f in zip(items, dates(warta, [i[1] for i in items], published)):
            count += 1
            if f and f[0][0][:4] == year:
                right += 1
            elif count - right <= show:
                print('  ', name, published, text, year, f)
    print(f'hidden year comes back   {right} of {count}, {100 * right / max(1, count):.1f} %')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('warta')
    parser.add_argument('--forms', action='append', default=[])
    parser.add_argument('--corpus', default=os.path.join(HERE, '../../../shared/corpus/indosum.jsonl'))
    parser.add_argument('--list', type=int, default=0)
    a = parser.parse_args()
    scores = [forms(a.warta, path) for path in [os.path.join(HERE, 'dates_forms.tsv')] + a.forms]
    if os.path.exists(a.corpus):
        corpus(a.warta, a.corpus, a.list)
    sys.exit(any(right < 0.95 * count for right, count in scores))


main()
