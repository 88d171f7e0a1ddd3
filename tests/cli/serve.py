"""serve.py WARTA CORPUS - a server on a free port, asked as browsers, scripts and attackers ask.

Every check that fails is a line on standard error; the exit status is 0 if none does.
"""
import html.parser
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
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
    for link in p.links:
        check(link.startswith(("/", "http://", "https://", "#")), f"{path}: a link to {link}")
        check(link[0] != "#" or urllib.parse.unquote(link[1:]) in p.ids, f"{path}: {link} is not there")
    return p


server = Server("-j", "3")

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
    count = re.search(r'<p class="count">(\d+) article', body)
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
check(all("lang=" in link for link in found.links), "links lose the language")

found = page(server, query("/", q="kembar cibanten")).text
check("2 articles" in found and "+1 copy" in found, "near copies are not counted")
found = page(server, query("/", **{"q": "kembar cibanten", "keep-duplicates": 1})).text
check("3 articles" in found and "a copy of kembar-0" in found, "near copies are not kept", found)
found = page(server, query("/regions", q="kembar cibanten")).text
check("Rp12.500.000.000" in found and re.search(r"planned\s+2021-03-01\s+completed\s+2022-06-02", found), "budget, history", found)
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

# ---- headers; only the loopback address ----
for path in ("/", "/style.css", "/icon.svg", "/api/regions", "/nowhere", query("/", q="(")):
    headers = server.get(path)[1]
    check("default-src 'none'" in headers["Content-Security-Policy"] and "script" not in headers["Content-Security-Policy"]
          and headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
          and headers["X-Frame-Options"] == "DENY" and "Access-Control-Allow-Origin" not in headers,
          f"{path}: headers", headers)
others = {a[4][0] for a in socket.getaddrinfo(socket.gethostname(), None)} - {"127.0.0.1", "::1"}
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
