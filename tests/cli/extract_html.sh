# A saved page: title, date, source and address from its head, text without the page around it.
cat >p.html <<'END'
<!DOCTYPE html><html><head><meta charset="utf-8"><title>Judul di tab | Koran</title>
<meta property="og:title" content="Pemkot Serang Bangun Pasar"><meta property="og:site_name" content="Koran Contoh">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-05-04T10:00:00+07:00"}</script>
<link rel="canonical" href="https://koran.example/1"></head><body><nav><ul><li><a href=/>Beranda</a></li></ul></nav>
<div class="wrap"><div class="breadcrumb">Beranda / Politik</div><article><h1>Pemkot Serang Bangun Pasar</h1>
<div class="share">Bagikan ke teman</div><div><p>Pemerintah Kota Serang membangun <b>pasar</b> baru di Kecamatan Kasemen.</p>
<p>Pembangunan pasar ditargetkan selesai tahun ini dengan anggaran Rp5 miliar &amp; hibah.<br>Warga senang.</p>
<script>alert(1)</script></div></article><div id="komentar"><p>Komentar pembaca yang panjang sekali dan tidak ada
hubungannya dengan berita di atas itu, sungguh tidak ada hubungannya sama sekali.</p></div></div></body></html>
END
"$WARTA" extract p.html --table articles -o - | cut -d , -f 1-5,8,9
"$WARTA" index p.html -d i -q
"$WARTA" show -d i p | sed -n '/^$/,/^$/p' | sed 's/\[\([^|]*\)|[^]]*\]/\1/g' | head -n 4
