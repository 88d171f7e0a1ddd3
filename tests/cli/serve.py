"""serve.py WARTA CORPUS - a server on a free port, asked as browsers, scripts and attackers ask.

Every check that fails is a line on standard error; the exit status is 0 if none does.
"""
import html
import html.parser
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

WARTA, CORPUS = sys.argv[1:3]
failed = []


def check(good, what, *more):
    if not good:
        failed.append(what)
        print(what, *more, file=sys.stderr)


def warta(*arguments):
    return subprocess.run([WARTA, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


# ---- an index with an article whose every field is hostile ----

HOSTILE = {
    "id": "x\"><script>alert(1)</script>", "title": "<script>alert('judul')</script> & \"kutip\"",
    "date": "2023-05-01", "source": "<img src=x onerror=alert(1)>", "url": "javascript:alert(1)",
    "text": "KOTA SERANG - Pemkot Serang akan membangun pasar hewan di Kasemen <b> & </mark></div><script>x</script>.",
}
with open("hostile.jsonl", "w", encoding="utf-8") as f:
    f.write(json.dumps(HOSTILE) + "\n")
    # Near copies, and a programme that goes on.
    for i, day in enumerate(("2021-03-01", "2021-03-01", "2022-06-02")):
        text = ("akan membangun jembatan kembar Cibanten senilai Rp12,5 miliar. Jembatan itu menghubungkan dua kelurahan "
                "yang lama terpisah oleh sungai dan banjir tahunan. Warga berharap jembatan itu awet dan aman bagi anak "
                "sekolah yang melintas setiap pagi." if i < 2 else "sudah selesai membangun jembatan kembar Cibanten. "
                "Pita dipotong di hadapan ratusan undangan, lalu rombongan berjalan kaki ke seberang diiringi rebana.")
        f.write(json.dumps({"id": f"kembar-{i}", "title": "Kabar Kota", "date": day,
                            "text": f"KOTA SERANG - Pemerintah Kota Serang {text}"}) + "\n")
warta("index", "-q", CORPUS, "hostile.jsonl", "-d", "i")


class Server:
    def __init__(self, *arguments):
        self.process = subprocess.Popen([WARTA, "serve", "-d", "i", "--port", "0", *arguments],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        match = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/", self.url)
        if match is None:
            print("no address:", repr(self.url), self.process.stderr.read(), file=sys.stderr)
            sys.exit(1)
        self.port = int(match.group(1))

    def get(self, path, method="GET", **headers):
        request = urllib.request.Request(self.url + path.lstrip("/"), method=method,
                                         headers={k.replace("_", "-"): v for k, v in headers.items()})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def raw(self, data, host="127.0.0.1"):
        """Bytes as they are; the status of the answer, 0 if there was none."""
        with socket.create_connection((host, self.port), timeout=30) as s:
            answer = b""
            try:
                s.sendall(data)
                while chunk := s.recv(65536):
                    answer += chunk
                    if b"\r\n\r\n" in answer:
                        break
            except OSError:
                pass
        match = re.match(rb"HTTP/1\.[01] (\d+)", answer)
        return int(match.group(1)) if match else 0

    def stop(self, with_signal):
        self.process.send_signal(with_signal)
        return self.process.wait(timeout=30)


class Page(html.parser.HTMLParser):
    """The elements of a page, their texts and links; complains of any that is not closed."""
    VOID = {"meta", "link", "input"}

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.links, self.ids, self.text, self.good = [], [], [], set(), "", True
        self.feed(text)
        self.close()
        self.good = self.good and not self.open

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        self.ids.add(dict(attrs).get("id"))
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.good = self.good and bool(self.open) and self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def query(path, **parameters):
    return path + "?" + urllib.parse.urlencode(parameters)


def page(server, path, want=200, **headers):
    status, got, body = server.get(path, **headers)
    check(status == want, f"{path}: status {status}, not {want}")
    check(got["Content-Type"] == "text/html; charset=utf-8", f"{path}: {got['Content-Type']}")
    p = Page(body.decode("utf-8"))
    check(p.good, f"{path}: elements are not closed in order")
    for tag, attributes in p.seen:
        check(tag not in ("script", "img", "iframe", "style", "object"), f"{path}: an element {tag}")
        check(not any(name.startswith("on") or name == "style" for name in attributes), f"{path}: {tag} {attributes}")
    heads = [int(tag[1]) for tag, _ in p.seen if tag in ("h1", "h2", "h3")]
    check(want != 200 or (heads[:1] == [1] and heads.count(1) == 1), f"{path}: headings {heads[:5]}")
    check(all(a.get("aria-label") or a.get("type") == "hidden" or a.get("name") in ("from", "to") for tag, a in p.seen
              if tag in ("input", "textarea")), f"{path}: a field without a label")
    for link in p.links:
        check(link.startswith(("/", "http://", "https://", "#")), f"{path}: a link to {link}")
        check(link[0] != "#" or urllib.parse.unquote(link[1:]) in p.ids, f"{path}: {link} is not there")
    return p


server = Server("-j", "3")


def drip(done):
    """A request that never ends, a byte at a time: how many seconds the server bears it, 99 for ever."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=1) as s:
        s.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
        start = time.monotonic()
        try:
            while time.monotonic() - start < 30:
                s.sendall(b"y")
                try:
                    if s.recv(1) == b"":
                        break
                except TimeoutError:
                    pass
        except OSError:
            pass
        done.append(time.monotonic() - start)


dripped = []
dripping = threading.Thread(target=drip, args=(dripped,))
dripping.start()

# ---- JSON is what the commands print ----
for path, arguments in (
        (query("/api/search", q="pasar"), ("search", "pasar")),
        (query("/api/search", q="pasar", n=3, page=2), ("search", "pasar", "-n", "3", "--skip", "3")),
        (query("/api/search", q='wilayah:"Jawa Timur"', sort="oldest"),
         ("search", 'wilayah:"Jawa Timur"', "--sort", "oldest")),
        (query("/api/regions", q="smart city"), ("regions", "smart city")),
        (query("/api/regions"), ("regions",)),
        (query("/api/regions", level="province", min="0.8", n=5),
         ("regions", "--level", "province", "--min-confidence", "0.8", "-n", "5")),
        (query("/api/programmes", q="wilayah:Banten"), ("programmes", "wilayah:Banten")),
        (query("/api/search", **{"q": "kembar cibanten", "keep-duplicates": 1}), ("search", "kembar cibanten", "--keep-duplicates")),
        (query("/api/search", q="kembar cibanten"), ("search", "kembar cibanten")),
        (query("/api/regions", **{"q": "kembar cibanten", "keep-duplicates": 1}), ("regions", "kembar cibanten", "--keep-duplicates")),
        (query("/api/facets", **{"by": "year", "q": "kembar cibanten", "keep-duplicates": 1}),
         ("facets", "--by", "year", "kembar cibanten", "--keep-duplicates")),
        (query("/api/facets", by="programme", q="pasar"), ("facets", "--by", "programme", "pasar")),
        (query("/api/facets", by="region", n=4), ("facets", "--by", "region", "-n", "4")),
        (query("/api/timeline", q="pasar"), ("timeline", "pasar")),
        (query("/api/timeline", q="pasar", by="year"), ("timeline", "--by", "year", "pasar")),
        (query("/api/search", q="zzzzqqqq"), ("search", "zzzzqqqq")),
        (query("/api/regions", q="zzzzqqqq"), ("regions", "zzzzqqqq")),
        (query("/api/article", id="mpp-gianyar"), ("show", "mpp-gianyar")),
        (query("/api/article", id=HOSTILE["id"]), ("show", HOSTILE["id"]))):
    status, headers, body = server.get(path)
    check(status == 200 and headers["Content-Type"] == "application/json; charset=utf-8", f"{path}: {status}")
    check(body == warta(*arguments, "-d", "i", "--json"), f"{path} is not what `warta {' '.join(arguments)}` prints")
    json.loads(body)
check(json.loads(server.get(query("/api/regions", q="zzzzqqqq"))[2]) == [], "no rows are not []")
rows = [r["region_id"] for n in (1, 2) for r in json.loads(server.get(query("/api/regions", n=7, page=n))[2])]
check(rows == [r["region_id"] for r in json.loads(warta("regions", "-d", "i", "-n", "14", "--json"))], "pages of regions")

# ---- pages ----
for path in ("/", query("/", q="pasar"), query("/", q="pasar", page=2), query("/regions", q="embung"), "/regions",
             query("/programmes", q="wilayah:Banten"), "/timeline", query("/timeline", q="pasar", by="day"),
             query("/timeline", by="nonsense"), query("/article", id="mpp-gianyar", q="pasar"),
             query("/", q="zzzzqqqq"), query("/regions", q="zzzzqqqq"), query("/timeline", q="zzzzqqqq")):
    found = page(server, path)
    # No link leads nowhere.
    for link in list(dict.fromkeys(found.links))[:12]:
        if link.startswith("/"):
            status, _, body = server.get(link)
            check(status == 200, f"{path} leads to {link}: {status}")
found = page(server, query("/", q="pasar"))
marks = [a for t, a in found.seen if t == "mark"]
check(len(marks) > 5, "words of the query are not marked in snippets")
for link, number in re.findall(r'<li><a href="([^"]*)">[^<]*</a><span>(\d+)</span>',
                               server.get(query("/", q="pasar"))[2].decode()):
    body = server.get(link.replace("&amp;", "&"))[2].decode()
    count = re.search(r'class="count">(\d+) article', body)
    # A programme is found by the narrower ones below it, too.
    narrower = "programme" in link and count and int(count[1]) > int(number)
    check(count and (count[1] == number or narrower), f"a facet of {number} leads elsewhere: {link}")
    check('class="on"' in body, f"{link}: the facet that was chosen cannot be taken back")
check("Nothing was found" in page(server, query("/", q="zzzzqqqq")).text, "nothing found is not said")
found = page(server, query("/article", id="mpp-gianyar"))
check({"region", "official", "date", "amount"} <= {a.get("class") for t, a in found.seen if t == "mark"}, "mentions")
check("Deputi bidang pelayanan publik" in found.text, "the article's text is not there")
check('lang="id"' in server.get("/", Accept_Language="id-ID,id;q=0.9,en;q=0.8")[2].decode(), "Accept-Language: id")
check('lang="en"' in server.get("/", Accept_Language="en-US,en;q=0.9,id;q=0.8")[2].decode(), "Accept-Language: en")
check('lang="en"' in server.get("/", Accept_Language="fr")[2].decode(), "Accept-Language: fr")
found = page(server, query("/", q="pasar", lang="id"), Accept_Language="en")
check("Cari" in found.text and "Daerah" in found.text, "?lang=id is not in Indonesian")
check(all("lang=" in link for link in found.links if link[0] != "#"), "links lose the language")

found = page(server, query("/", q="kembar cibanten")).text
check("2 articles" in found and "+1 copy" in found, "near copies are not counted")
found = page(server, query("/", **{"q": "kembar cibanten", "keep-duplicates": 1})).text
check("3 articles" in found and "a copy of kembar-0" in found, "near copies are not kept", found)
found = page(server, query("/regions", q="kembar cibanten")).text
check("Rp12.500.000.000" in found and re.search(r"planned\s+2021-03-01\s+completed\s+2022-06-02", found), "budget, history", found)
check(re.search(r"completed 2022-06-02\s+2 articles", found), "the day of the latest stage", found)
found = page(server, query("/regions", q="kembar cibanten", lang="id"))
check("(12,5 miliar)" in found.text and "Nilai terbesar yang disebut" in found.text, "the budget in words", found.text)
history = [urllib.parse.unquote(link) for link in found.links if "kembar-2" in link or "kembar-0" in link]
check(any(link.startswith("/article?") and "kembar-0" in link and "#ID.36.73:" in link for link in history)
      and any("kembar-2" in link and "#ID.36.73:" in link for link in history), "stages do not lead to their articles", history)
check("Rp999" not in found.text and "(0" not in found.text, "a budget")

# Copies are below their original, in the list and on its page; a copy leads to it.
found = page(server, query("/", q="kembar cibanten"))
folded = [tag for tag, a in found.seen if tag == "details" and a.get("class") == "copies"]
check(len(folded) == 1 and any("kembar-1" in link for link in found.links), "the copies of an article are not there")
check(any("id=kembar-1" in link for link in page(server, query("/article", id="kembar-0")).links), "copies of an article on its page")
found = page(server, query("/article", id="kembar-1"))
check("a copy of kembar-0" in found.text and any("id=kembar-0" in link for link in found.links), "a copy does not lead to its original")
check("near cop" not in page(server, query("/article", id="mpp-gianyar")).text, "copies of an article that has none")
# Roll-up: rows of a province lead to the sentence of the kota in it.
for link in [link for link in page(server, query("/regions", q="kembar cibanten", level="province")).links if "#" in link[1:]]:
    body, _, place = link.partition("#")
    check(urllib.parse.unquote(place) in page(server, body).ids, f"{link}: the sentence is not marked, rolled up")

# What was chosen stays: order, level, sureness, copies, rows of a page; a new tab or facet begins at its first page.
found = page(server, query("/", **{"q": "jalan", "sort": "newest", "n": 3, "page": 2, "keep-duplicates": 1}))
kept = [link for link in found.links if link.startswith("/?") and "page=3" in link]
check(kept and all("sort=newest" in link and "n=3" in link and "keep-duplicates=1" in link for link in kept), "paging loses the order", kept)
facets = [link for link in found.links if "region%3A" in link]
check(facets and all("sort=newest" in link and "page=" not in link for link in facets), "a facet loses the order", facets)
check(any("sort=" not in link and link.startswith("/?") for link in found.links), "there is no way back to the best first")
check(any("lang=id" in link and "page=2" in link and "sort=newest" in link for link in found.links), "another language, another page")
hidden = {a["name"]: a["value"] for tag, a in found.seen if tag == "input" and a.get("type") == "hidden"}
check(hidden.get("sort") == "newest" and hidden.get("keep-duplicates") == "1", "the form loses the order", hidden)
found = page(server, query("/regions", level="province", min="0.7"))
check(all("level=province" in link and "min=0.70" in link for link in found.links if "page=2" in link), "paging loses the level")
check(sum(a.get("aria-current") == "true" for tag, a in found.seen if tag == "a") == 2, "the choice that holds is not marked")
first, beyond = (page(server, query("/", q="jalan", n=5, page=n)) for n in (1, 900))
total = int(re.search(r"(\d+) articles", first.text)[1])
last = -(-total // 5)
check(f"page 1 of {last}" in first.text and f"page {last} of {last}" in beyond.text, "pages are not counted", beyond.text)
check(any(a.get("rel") == "next" for _, a in first.seen) and not any(a.get("rel") == "next" for _, a in beyond.seen), "next page")
links = [[link for link in page(server, query("/", q="jalan", n=5, page=n)).links if link.startswith("/article?")] for n in range(1, last + 1)]
check(len({link for one in links for link in one}) == total and sum(map(len, links)) == total, "pages overlap, or leave articles out")
rows = [len([1 for tag, a in page(server, query("/regions", q="jalan", n=4, page=n)).seen if tag == "blockquote"]) for n in (1, 2, 99)]
check(rows[0] == rows[1] == 4 and 1 <= rows[2] <= 4, "pages of rows", rows)

# Dates are fields; what the form sends becomes one address.
def form(**fields):
    request = urllib.request.Request(server.url + query("/", **fields).lstrip("/"))
    opener = urllib.request.build_opener(type("Stay", (urllib.request.HTTPRedirectHandler,),
                                              {"redirect_request": lambda *_: None}))
    try:
        return opener.open(request, timeout=60).status, ""
    except urllib.error.HTTPError as error:
        place = error.headers.get("Location", "")
        check(place.startswith("/?q=") and "X-Evil" not in error.headers, "a form leads elsewhere", error.headers)
        return error.code, urllib.parse.parse_qs(urllib.parse.urlsplit(place).query, keep_blank_values=True)["q"][0]

for fields, want in (
        (("pasar", "2022", "2023-06", ".."), 'pasar date:"2022..2023-06"'),
        (("pasar", "2022", "2022", ".."), 'pasar date:"2022"'), (("pasar", "2022", "", ".."), 'pasar date:"2022.."'),
        (("pasar", "", "2022-05", ".."), 'pasar date:"..2022-05"'), (("pasar", "", "", ".."), "pasar"), (("", "2022", "", ".."), 'date:"2022.."'),
        (("pasar tanggal:2020", "", "", ".."), "pasar tanggal:2020"),
        (("pasar tanggal:2020 baru", "2020", "2020", "2020..2020"), "pasar tanggal:2020 baru"),
        (("pasar tanggal:2020 baru", "2020", "2021", "2020..2020"), 'pasar baru date:"2020..2021"'),
        (("pasar tanggal:2020 baru", "", "", "2020..2020"), "pasar baru"), (('pasar AND date:"2020"', "", "", "2020..2020"), "pasar"),
        (("pasar OR jalan", "2020", "", ".."), '(pasar OR jalan) date:"2020.."'),
        (('"tanggal:2020 x" (date:2020)', "2021", "", ".."), '"tanggal:2020 x" (date:2020) date:"2021.."'),
        (("NOT date:2020 a", "2021", "", ".."), 'NOT date:2020 a date:"2021.."')):
    got = form(**dict(zip(("q", "from", "to", "was"), fields)), sort="newest")
    check(got == (303, want), f"the form {fields}", got)
status, place = form(q="pasar", was="..", **{"from": "2022\r\nX-Evil: 1", "to": "<b>"})
check(status == 303 and "X-Evil: 1..<b>" in place, "hostile dates", place)
for text, want in (('pasar date:"2022..2023-06"', ("2022", "2023-06")), ("tanggal:2021", ("2021", "2021")), ("pasar", ("", "")),
                   ("pasar OR tanggal:2021", ("", "")), ("tanggal:..2021-05-06", ("", "2021-05-06"))):
    fields = {a["name"]: a["value"] for tag, a in page(server, query("/", q=text)).seen if tag == "input"}
    check((fields["from"], fields["to"]) == want and fields["was"] == "..".join(want), f"the dates of {text}", fields)

# More queries than are kept, asked again in another order: each has its own facets and count.
months = json.loads(server.get("/api/timeline")[2])
asked = [(f'date:"{row["period"]}"', row["n_articles"]) for row in months if row["period"] and row["n_articles"]]
check(len(asked) > 30, "months", len(asked))
for text, count in [pair for _ in range(2) for pair in asked + [(f"{t} -zzzz{i}", n) for i in range(2) for t, n in asked]] + asked[::-1]:
    body = server.get(query("/", q=text))[2].decode()
    got = re.search(r'class="count">(\d+) article', body)[1]
    year = re.search(r'date%3A%22(\d{4})%22">\d{4}</a><span>(\d+)</span>', body)
    check(int(got) == count == int(year[2]) and year[1] == text[6:10], f"the facets of {text}", got, count, year)

# The words of the query stand out in an article, and a query that is wrong does not matter there.
words = [html.unescape(w).lower() for w in re.findall(r'<b class="word">([^<]*)</b>',
                                                      server.get(query("/article", id="mpp-gianyar", q="pelayanan -kota"))[2].decode())]
check(len(words) > 3 and {"pelayanan"} <= set(words) and not any("kota" in w for w in words), "words of the query", words)
for text in ("", "(pelayanan"):
    check(b'class="word"' not in server.get(query("/article", id="mpp-gianyar", q=text))[2], f"words of the query {text!r}")
page(server, query("/article", id="mpp-gianyar", q='"mal pelayanan publik" OR pelayanan OR gianyar'))

# What is found is cited; nothing found is explained; an error has its place.
found = server.get(query("/regions", q="kembar cibanten"))[2].decode()
cited = html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", found, re.DOTALL)[1])
check(re.fullmatch(r"“Pemerintah Kota Serang .*” – Kabar Kota. 20\d\d-\d\d-\d\d|“.*” – Kabar Kota\. 202[12].*\[kembar-[02]\]", cited, re.DOTALL),
      "a citation", cited)
found = page(server, query("/", q="pasar zzzzqqqq wilayah:Banten"))
alone = dict(re.findall(r"(\S+) (\d+)", found.text[found.text.index("have one alone"):]))
check(alone.get("zzzzqqqq") == "0" and alone.get("pasar") == re.search(r"(\d+) articles", page(server, query("/", q="pasar")).text)[1],
      "words alone", alone)
for text, word, place in (("pasar wilayah:Atlantis jalan", "wilayah:Atlantis</mark> jalan", 7), ("air (banjir", "(banjir", 5), ("é tanggal:2022-13", "13", 16)):
    body = server.get(query("/", q=text))[2].decode()
    check(f'<mark class="wrong">{word}' in body and f"at character {place} " in body and 'aria-invalid="true"' in body,
          f"the place of the error in {text}", body[body.find("<pre>"):][:200])

# The article opens at the sentence that proves a row.
led = [link for link in page(server, query("/regions", n=1000)).links if "#" in link]
check(len(led) > 100, "rows do not lead to their sentences")
for link in led[:40]:
    body, _, place = link.partition("#")
    check(urllib.parse.unquote(place) in page(server, body).ids, f"{link}: the sentence is not marked")

# ---- what is hostile stays text ----
for path in (query("/", q="hewan"), query("/regions", q="hewan"), query("/programmes", q="hewan"),
             query("/article", id=HOSTILE["id"], q="hewan")):
    found = page(server, path)
    check(HOSTILE["title"] in found.text, f"{path}: the title is not there as it is", found.text)
for text in ("<script>alert(1)</script>", "\"><svg onload=alert(1)>", "'><b>", "\x01\x02", "{{query}}", "&amp;", "a\udcffb"):
    for path in ("/", "/regions", "/programmes", "/timeline", "/article"):
        quoted = urllib.parse.urlencode({"q": text, "id": text}, errors="surrogateescape")
        wants = 404 if path == "/article" else 400 if text[0] in "\"\x01" else 200
        p = page(server, f"{path}?{quoted}", wants)
        value = next(a.get("value") for t, a in p.seen if t == "input")
        check(value == text.encode("utf-8", "replace").decode().strip() or "\udcff" in text or "\x01" in text,
              f"{path}: the box does not have the query {text!r} but {value!r}")

# ---- wrong requests ----
for path, want in ((query("/", q="(banjir"), 400), (query("/regions", q="wilayah:Atlantis"), 400),
                   (query("/article", id="none"), 404), ("/article", 400),
                   (query("/", q="pasar", n=0), 400), (query("/", q="pasar", n=1001), 400),
                   (query("/", q="pasar", page=0), 400), (query("/", q="pasar", sort="x"), 400),
                   (query("/regions", level="x"), 400), (query("/regions", min="2"), 400),
                   (query("/", q="a" * 1001), 400)):
    page(server, path, want)
for path, want in ((query("/api/search", q="(banjir"), 400), ("/api/search", 400), (query("/api/facets", by="x"), 400),
                   ("/api/facets", 400), (query("/api/timeline", by="x"), 400), (query("/api/article", id="none"), 404),
                   (query("/api/search", q="pasar", n="-1"), 400), (query("/api/search", q="wilayah:Atlantis"), 400)):
    status, _, body = server.get(path)
    check(status == want and json.loads(body)["error"], f"{path}: {status}")
check(json.loads(server.get(query("/api/search", q="air (banjir"))[2])["offset"] == 4, "the place of the error")
check("tidak ditutup" in json.loads(server.get(query("/api/search", q="(banjir"), Accept_Language="id")[2])["error"]
      and "wilayah bernama 'Atlantis'" in page(server, query("/", q="wilayah:Atlantis", lang="id"), 400).text,
      "errors in Indonesian")
for path in ("/../../../../etc/passwd", "/..%2f..%2fetc/passwd", "/style.css/../../Makefile", "//etc/passwd", "/nowhere",
             "/api/", "/api/search/", "/cmd/web/page.html", "/i/manifest"):
    status, _, body = server.get(path)
    check(status in (400, 404) and b"root:" not in body, f"{path}: {status}")
for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "NONSENSE"):
    status, headers, _ = server.get("/", method=method)
    check(status == 405 and headers["Allow"] == "GET, HEAD", f"{method}: {status}")
status, headers, body = server.get(query("/", q="pasar"), method="HEAD")
check(status == 200 and body == b"" and int(headers["Content-Length"]) > 1000, "HEAD")
port = server.port
for host, want in (("localhost", 200), (f"127.0.0.1:{port}", 200), (f"[::1]:{port}", 200), ("localhost:1", 200), ("LocalHost", 200), ("localhost:", 200),
                   ("evil.example", 403), (f"evil.example:{port}", 403), ("127.0.0.1.evil.example", 403),
                   ("localhost.evil.example", 403), ("localhost:80@evil.example", 403), ("127.0.0.2", 403), ("", 403)):
    got = server.raw(f"GET /style.css HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    check(got == want, f"Host: {host}: {got}, not {want}")
check(server.raw(b"GET / HTTP/1.0\r\n\r\n") == 403, "no host")
for two in (b"localhost", b"evil.example"):
    check(server.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\nhost: " + two + b"\r\n\r\n") == 403, "two hosts")
long = b"a" * 200000
for what, data in (("a long path", b"GET /" + long + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                   ("a long query", b"GET /?q=" + long + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                   ("a long header", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + long + b"\r\n\r\n"),
                   ("many headers", b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 20000 + b"\r\n"),
                   ("a long body", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n" + long),
                   ("no HTTP", b"\x16\x03\x01\x02\x00\x01" + long), ("nothing", b"\r\n\r\n")):
    got = server.raw(data) if what != "nothing" else 400
    check(got == 0 or 400 <= got < 500, f"{what}: {got}")
check(server.get("/style.css")[0] == 200, "the server is gone")

for what, data, want in (
        ("a body", b"GET /?q=pasar HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nabcde", 400),
        ("a body in pieces", b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", 400),
        ("no body", b"GET /style.css HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", 200),
        ("another version", b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505),
        ("an address of another host", b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
        ("HEAD of a redirection", b"HEAD /?q=a&from=2020&to=&was=.. HTTP/1.1\r\nHost: localhost\r\n\r\n", 303),
        ("bytes that are none", b"GET /?q=%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)):
    got = server.raw(data)
    check(got == want, f"{what}: {got}, not {want}")

# ---- headers; only the loopback address ----
for path in ("/", "/style.css", "/icon.svg", "/api/regions", "/nowhere", query("/", q="(")):
    headers = server.get(path)[1]
    check("default-src 'none'" in headers["Content-Security-Policy"] and "script" not in headers["Content-Security-Policy"]
          and headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
          and headers["X-Frame-Options"] == "DENY" and "Access-Control-Allow-Origin" not in headers,
          f"{path}: headers", headers)
try:
    others = {a[4][0] for a in socket.getaddrinfo(socket.gethostname(), None)} - {"127.0.0.1", "::1"}
except socket.gaierror:         # a machine whose own name is not known
    others = set()
for address in others | {"127.0.0.2"}:
    try:
        socket.create_connection((address, port), timeout=5).close()
        check(False, f"it listens on {address}")
    except OSError:
        pass
if os.path.exists("/proc/net/if_inet6") and " lo" in open("/proc/net/if_inet6", encoding="ascii").read():
    check(server.raw(b"GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n", "::1") == 200, "::1 does not answer")

# ---- many at once, while the index grows: each answer is of one commit ----
with open("more.jsonl", "w", encoding="utf-8") as f:
    for i in range(200):
        f.write(json.dumps({"id": f"tambahan-{i}", "title": "Kura-kura", "date": "2024-01-01",
                            "text": "Seekor kura-kura hijau bertelur di pantai. " +
                                    " ".join(f"kata{i}x{k}" for k in range(24))}) + "\n")
counts, errors = [], []
check("Nothing was found" in page(server, query("/", q="kura-kura bertelur")).text, "turtles")


def ask_often():
    for _ in range(25):
        try:
            status, _, body = server.get(query("/api/search", q="kura-kura bertelur", n=1000))
            counts.append(len(json.loads(body)) if status == 200 else -status)
        except (OSError, ValueError) as error:
            errors.append(error)


threads = [threading.Thread(target=ask_often) for _ in range(8)]
for t in threads:
    t.start()
warta("index", "-q", "more.jsonl", "-d", "i")
for t in threads:
    t.join()
fresh = page(server, query("/", q="kura-kura bertelur")).text
check("200 articles" in fresh and "Years" in fresh, "facets of the commit before", fresh)
check(not errors, "parallel requests", errors[:3])
check(len(counts) == 200 and set(counts) <= {0, 200}, "answers between two commits", sorted(set(counts)))
check(len(json.loads(server.get(query("/api/search", q="kura-kura bertelur", n=1000))[2])) == 200, "the new commit")
slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(40)]
for s in slow:
    s.sendall(b"GET / HTTP/1.1\r\nHost: loc")
check(server.get("/style.css")[0] == 200, "forty slow requests keep others out")

# ---- an index that is gone, and back ----
os.rename("i", "away")
check(server.get(query("/api/search", q="pasar"))[0] == 503 and server.get("/")[0] == 503, "an index that is gone")
os.rename("away", "i")
check(server.get(query("/api/search", q="pasar"))[0] == 200, "an index that is back")

# ---- the end ----
dripping.join()
check(3 < dripped[0] < 25, "a request that comes a byte at a time", dripped)
check(server.stop(signal.SIGTERM) == 0, "SIGTERM does not end it well")
for s in slow:
    s.close()
check(server.process.stderr.read() == "", "words on standard error")
other = Server("-j", "1")
again = subprocess.run([WARTA, "serve", "-d", "i", "--port", str(other.port)], stdout=subprocess.PIPE,
                       stderr=subprocess.PIPE, timeout=30, check=False)
check(again.returncode == 4 and b"port" in again.stderr, "a port that is taken", again)
check(other.stop(signal.SIGINT) == 0, "SIGINT does not end it well")
for arguments, want in ((("-d", "nowhere"), 4), (("--port", "65536"), 2), (("--port", "x"), 2), (("word",), 2), (("--x",), 2)):
    got = subprocess.run([WARTA, "serve", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                         timeout=30, check=False).returncode
    check(got == want, f"serve {' '.join(arguments)}: {got}, not {want}")
sys.exit(1 if failed else 0)
