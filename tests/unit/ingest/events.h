/*
 * events.h - different articles about one event, and reports made to a pattern.
 *
 * Written for the project; people and events are invented.  Articles with one number
 * tell one event, with the same facts and often the same quotation, as two papers would,
 * or one paper on two days.  None is a copy of another.
 */
#ifndef WT_TESTS_EVENTS_H
#define WT_TESTS_EVENTS_H

static const struct {
	int event;
	const char *text;
} events[] = {
	{ 1, "SERANG – Pemerintah Kota Serang mulai membongkar 42 lapak di bantaran Kali Banten, Senin (14/3/2022). "
	"Pembongkaran dilakukan agar normalisasi sungai dapat dikerjakan bulan depan.\n"
	"Kepala Dinas Pekerjaan Umum Kota Serang, Hidayat Purnama, mengatakan para pemilik lapak sudah menerima tiga kali surat "
	"teguran. \"Kami tidak serta-merta menggusur. Semua sudah didata dan diberi waktu dua bulan,\" katanya.\n"
	"Menurut dia, lebar sungai yang semula 18 meter tinggal 9 meter. Akibatnya, air meluap setiap hujan lebih dari tiga jam.\n"
	"Pemilik lapak dipindahkan ke kios sementara di Pasar Lama." },
	{ 1, "SERANG – Sutinah hanya bisa memandangi alat berat yang merobohkan warung nasinya di tepi Kali Banten. Sejak 2009 ia "
	"berjualan di sana. \"Saya pasrah, yang penting ada gantinya,\" ujarnya, Senin.\n"
	"Warung Sutinah satu dari 42 lapak yang dibongkar petugas gabungan pada 14 Maret 2022. Sebagian pedagang menolak dan "
	"sempat adu mulut dengan petugas Satpol PP.\n"
	"Kepala Dinas Pekerjaan Umum Kota Serang Hidayat Purnama meminta pedagang memahami. \"Kami tidak serta-merta menggusur. "
	"Semua sudah didata dan diberi waktu dua bulan,\" katanya.\n"
	"Para pedagang mengaku belum melihat kios pengganti yang dijanjikan di Pasar Lama." },
	{ 1, "SERANG – Sehari setelah pembongkaran 42 lapak di bantaran Kali Banten, DPRD Kota Serang memanggil Dinas Pekerjaan "
	"Umum, Selasa (15/3/2022). Dewan menanyakan kesiapan kios sementara.\n"
	"Ketua Komisi III, Rosmalina Tirta, menyebut baru 11 kios yang bisa dipakai. \"Jangan sampai orang kehilangan nafkah "
	"karena pemerintah terlambat menyiapkan tempat,\" tegasnya.\n"
	"Hidayat Purnama yang hadir dalam rapat berjanji merampungkan sisanya dalam dua pekan. Ia menambahkan lebar sungai yang "
	"semula 18 meter tinggal 9 meter.\n"
	"Rapat akan dilanjutkan pekan depan dengan mengundang perwakilan pedagang." },

	{ 2, "PEKALONGAN – Bupati Pekalongan meresmikan embung seluas 3,2 hektare di Desa Kalirejo, Kamis (7/7/2022). Embung senilai "
	"Rp14,6 miliar itu mampu menampung 95 ribu meter kubik air.\n"
	"\"Petani di tiga desa kini bisa tanam padi dua kali setahun,\" kata Bupati dalam sambutannya.\n"
	"Pembangunan embung dimulai Agustus 2021 dan sempat terhenti karena lahan milik warga belum dibebaskan. Dana berasal dari "
	"alokasi khusus bidang irigasi.\n"
	"Kelompok tani setempat ditugasi merawat pintu air dan saluran." },
	{ 2, "PEKALONGAN – Air mulai mengisi embung Kalirejo. Sore itu anak-anak desa memancing di tepinya, sementara ibu-ibu menjajakan "
	"gorengan. Siapa sangka, lahan ini dua tahun lalu diperebutkan di pengadilan.\n"
	"Embung yang diresmikan Bupati pada Kamis (7/7/2022) itu menelan Rp14,6 miliar. Luasnya 3,2 hektare dan menampung 95 ribu "
	"meter kubik.\n"
	"Warsono, ketua kelompok tani, berhitung. Dengan dua kali panen, pendapatan anggotanya bisa naik sampai Rp9 juta per hektare. "
	"\"Asal salurannya jangan mampet,\" ucapnya sambil tertawa.\n"
	"Pemerintah desa berencana membuka warung apung dan penyewaan perahu." },

	{ 3, "MAKASSAR – Sebuah truk pengangkut semen menabrak pembatas Jembatan Tallo, Rabu (2/2/2022) dini hari. Sopir dan kernet "
	"selamat, tetapi arus lalu lintas macet hingga empat kilometer.\n"
	"Kepala Satuan Lalu Lintas menyebut sopir mengantuk setelah menyetir sebelas jam tanpa istirahat. \"Rem berfungsi baik, tidak ada "
	"bekas pengereman di aspal,\" ujarnya.\n"
	"Pembatas jembatan rusak sepanjang 12 meter. Balai jalan nasional memasang pagar darurat sambil menunggu perbaikan." },
	{ 3, "MAKASSAR – Balai Besar Pelaksanaan Jalan Nasional menaksir perbaikan pembatas Jembatan Tallo menghabiskan Rp780 juta. Kerusakan "
	"sepanjang 12 meter itu terjadi setelah ditabrak truk semen pada Rabu (2/2/2022) dini hari.\n"
	"\"Rangka utamanya aman. Yang diganti pipa, tiang dan sebagian lantai trotoar,\" kata pejabat pembuat komitmen, Irmawati Daeng "
	"Sikki.\n"
	"Selama perbaikan, kendaraan berat dialihkan lewat jalan tol. Pengusaha angkutan diminta ikut menanggung biaya." },

	{ 4, "GARUT – Angka tengkes di Kabupaten Garut turun dari 35,2 persen menjadi 23,6 persen dalam satu tahun. Capaian itu disampaikan "
	"Wakil Bupati dalam rapat evaluasi, Jumat (24/2/2023).\n"
	"Ia menyebut tiga kunci: kader posyandu yang rajin menimbang, pemberian telur setiap hari, dan air bersih di 112 desa. \"Kami tidak "
	"ingin cepat puas. Targetnya 14 persen pada 2024,\" katanya.\n"
	"Kecamatan dengan angka tertinggi masih Cibiuk dan Selaawi." },
	{ 4, "GARUT – Turunnya angka tengkes Kabupaten Garut dari 35,2 persen menjadi 23,6 persen dipertanyakan aktivis kesehatan. Forum Ibu "
	"Sehat menilai perubahan cara survei ikut berpengaruh.\n"
	"\"Sampel tahun ini lebih banyak di kota. Coba timbang balita di Selaawi,\" kata koordinator forum, Euis Kartika, Ahad.\n"
	"Menanggapi itu, Dinas Kesehatan mempersilakan siapa pun memeriksa data. Survei dikerjakan kementerian, bukan pemerintah daerah. "
	"Wakil Bupati sebelumnya menyatakan, \"Kami tidak ingin cepat puas. Targetnya 14 persen pada 2024.\"" },

	{ 5, "PALU – Sebanyak 230 keluarga penyintas gempa menerima kunci hunian tetap di Kelurahan Talise, Sabtu (19/11/2022). Rumah tipe 36 "
	"itu dibangun di atas lahan 9 hektare.\n"
	"Wali Kota Palu meminta penghuni tidak menjual rumahnya. \"Ini hak bapak ibu dan anak cucu. Kalau dijual, kami tarik kembali,\" "
	"katanya.\n"
	"Air bersih dialirkan dua kali sehari, sedangkan sekolah terdekat berjarak dua kilometer." },
	{ 5, "PALU – Menanti empat tahun di tenda dan bilik sementara, Arsyad akhirnya memegang kunci. Rumahnya bernomor C-17, bercat putih, "
	"menghadap Teluk Palu.\n"
	"Ia bersama 229 keluarga lain menerima hunian tetap Talise pada Sabtu lalu. \"Tidur pertama malah tidak nyenyak, terlalu senang,\" "
	"tuturnya.\n"
	"Namun, penghuni mengeluhkan air yang hanya mengalir pagi dan petang. Anak-anak pun harus berjalan dua kilometer ke sekolah. "
	"Wali Kota Palu mewanti-wanti, \"Ini hak bapak ibu dan anak cucu. Kalau dijual, kami tarik kembali.\"" },

	{ 6, "JAYAPURA – Pemerintah Kota Jayapura memberangkatkan 35 mahasiswa kedokteran penerima beasiswa, Senin (8/8/2022). Mereka akan "
	"belajar di lima perguruan tinggi di Jawa dan Sulawesi.\n"
	"Seluruh biaya kuliah, asrama dan tiket pulang setahun sekali ditanggung anggaran daerah sebesar Rp6,3 miliar. Sebagai imbalan, mereka "
	"wajib bertugas di puskesmas selama sepuluh tahun.\n"
	"\"Kita kekurangan 61 dokter. Jangan menunggu orang lain datang,\" ujar penjabat wali kota." },
	{ 6, "JAYAPURA – Anggota DPRD Kota Jayapura, Yulianus Sroyer, meminta seleksi beasiswa kedokteran dibuka kepada umum. Dari 35 penerima "
	"yang berangkat Senin, ia menduga belasan di antaranya anak pejabat.\n"
	"\"Umumkan namanya, sekolahnya, nilainya. Uang Rp6,3 miliar itu uang rakyat,\" katanya, Kamis.\n"
	"Kepala Dinas Pendidikan membantah tudingan tersebut. Menurut dia, panitia melibatkan guru besar dari luar Papua dan hasil ujian dapat "
	"dilihat siapa saja." },

	{ 7, "BANDUNG BARAT – Gempa bermagnitudo 4,8 mengguncang Lembang, Selasa (6/9/2022) pukul 20.14 WIB. Badan Penanggulangan Bencana Daerah "
	"mencatat 27 rumah rusak ringan dan satu masjid retak.\n"
	"Tidak ada korban jiwa. Warga sempat berhamburan ke luar rumah dan bertahan di lapangan hingga tengah malam.\n"
	"\"Pusat gempa di darat, dalamnya sepuluh kilometer,\" kata petugas pemantau." },
	{ 7, "BANDUNG BARAT – Badan Penanggulangan Bencana Daerah memperbarui data kerusakan akibat gempa bermagnitudo 4,8 di Lembang. Hingga Rabu "
	"siang, rumah yang rusak menjadi 64 unit, 9 di antaranya rusak berat.\n"
	"Dua sekolah dasar diliburkan tiga hari. Tenda darurat didirikan di halaman kecamatan untuk 31 keluarga.\n"
	"Bupati menetapkan masa tanggap darurat selama sepekan dan menyiapkan bantuan perbaikan Rp15 juta sampai Rp50 juta per rumah." },

	{ 8, "MEDAN – Pemerintah Kota Medan dan Pemerintah Kabupaten Deli Serdang menandatangani kerja sama pengangkutan sampah, Rabu "
	"(11/5/2022). Setiap hari 300 ton sampah Medan akan diolah di Deli Serdang.\n"
	"Kerja sama berlaku lima tahun dengan ongkos Rp85 ribu per ton. \"Sampah tidak mengenal batas wilayah, jadi mengurusnya juga harus "
	"bersama,\" ujar Wali Kota Medan.\n"
	"Bupati Deli Serdang menyatakan warga sekitar lokasi mendapat kompensasi tiap bulan." },
	{ 8, "DELI SERDANG – Warga Desa Tanjung Selamat memasang spanduk penolakan. Mereka tidak mau 300 ton sampah dari Medan dibawa ke desanya "
	"setiap hari.\n"
	"\"Kompensasi habis sebulan, baunya seumur hidup,\" kata tokoh pemuda, Ramlan Sinulingga.\n"
	"Penolakan muncul sehari setelah kedua kepala daerah meneken kerja sama dengan ongkos Rp85 ribu per ton. Wali Kota Medan beralasan, "
	"\"Sampah tidak mengenal batas wilayah, jadi mengurusnya juga harus bersama.\"\n"
	"Kepala desa meminta pertemuan terbuka sebelum truk pertama datang." },

	/* One paper, two days: the background is repeated word for word. */
	{ 9, "KUPANG – Pembangunan Rumah Sakit Umum Daerah Naibonat memasuki tahap pemasangan atap. Kontraktor menargetkan pekerjaan itu selesai "
	"pekan ketiga Oktober.\n"
	"Konsultan pengawas, Yeremias Nafie, mengatakan kemajuan fisik mencapai 71 persen, lebih cepat empat persen dari rencana. \"Cuaca "
	"mendukung dan besi datang tepat waktu,\" katanya, Senin (3/10/2022).\n"
	"Rumah sakit tersebut dibangun di atas lahan enam hektare dengan anggaran Rp112 miliar dari dana alokasi khusus. Gedung empat lantai itu "
	"akan memiliki 180 tempat tidur, delapan ruang operasi dan unit cuci darah." },
	{ 9, "KUPANG – Seorang pekerja meninggal dunia setelah jatuh dari lantai tiga gedung Rumah Sakit Umum Daerah Naibonat, Kamis (6/10/2022). "
	"Korban bernama Melkias Tefa, 24 tahun, warga Amarasi.\n"
	"Polisi memeriksa mandor dan dua rekan korban. Diduga tali pengaman tidak dikaitkan. \"Kami hentikan dulu pekerjaan di ketinggian,\" kata "
	"kepala kepolisian sektor.\n"
	"Keluarga korban menerima santunan dan biaya pemakaman dari kontraktor.\n"
	"Rumah sakit tersebut dibangun di atas lahan enam hektare dengan anggaran Rp112 miliar dari dana alokasi khusus. Gedung empat lantai itu "
	"akan memiliki 180 tempat tidur, delapan ruang operasi dan unit cuci darah." },

	{ 10, "BANJARMASIN – Pasar terapung Siring akan buka setiap hari mulai Juni 2023. Selama ini pasar hanya ramai pada Sabtu dan Ahad.\n"
	"Dinas Pariwisata menyiapkan uang harian bagi 60 pedagang agar bersedia datang pada hari kerja. \"Turis bertanya kenapa hari Selasa "
	"kosong. Ini jawabannya,\" kata kepala dinas, Norhalimah, Selasa (23/5/2023).\n"
	"Dermaga akan ditambah dua unit dan lampu dipasang sepanjang 400 meter." },
	{ 10, "BANJARMASIN – Pedagang pasar terapung Siring menyambut baik rencana buka setiap hari, asal uang harian dibayar lancar. Tahun lalu, kata "
	"Acil Sanah, uang yang dijanjikan baru cair setelah empat bulan.\n"
	"\"Bensin kelotok tidak bisa diutang,\" ujarnya.\n"
	"Kepala Dinas Pariwisata Norhalimah memastikan pembayaran dilakukan tiap pekan lewat rekening. Program yang dimulai Juni 2023 itu melibatkan "
	"60 pedagang, sebagian besar perempuan dari Lok Baintan." },

	/* Reports made to a pattern: only what is reported differs. */
	{ 11, "Harga emas batangan hari ini, Senin (3/4/2023), berada di level Rp1.058.000 per gram, naik Rp4.000 dari hari sebelumnya. Harga jual "
	"kembali Rp942.000 per gram. Berikut rincian harga emas batangan menurut berat: 0,5 gram Rp579.000; 2 gram Rp2.056.000; 5 gram "
	"Rp5.065.000; 10 gram Rp10.075.000; 25 gram Rp25.062.000; 50 gram Rp50.045.000. Harga tersebut berlaku di butik pusat dan dapat berbeda di "
	"kota lain. Pembelian dikenai pajak penghasilan sesuai ketentuan yang berlaku bagi pemegang nomor pokok wajib pajak." },
	{ 11, "Harga emas batangan hari ini, Selasa (4/4/2023), berada di level Rp1.063.000 per gram, naik Rp5.000 dari hari sebelumnya. Harga jual "
	"kembali Rp947.000 per gram. Berikut rincian harga emas batangan menurut berat: 0,5 gram Rp581.500; 2 gram Rp2.066.000; 5 gram "
	"Rp5.090.000; 10 gram Rp10.125.000; 25 gram Rp25.187.000; 50 gram Rp50.295.000. Harga tersebut berlaku di butik pusat dan dapat berbeda di "
	"kota lain. Pembelian dikenai pajak penghasilan sesuai ketentuan yang berlaku bagi pemegang nomor pokok wajib pajak." },
	{ 12, "Prakiraan cuaca Kota Serang, Jumat (9/6/2023): pagi cerah berawan, siang hujan ringan, malam berawan. Suhu udara 24 sampai 32 derajat "
	"Celsius, kelembapan 65 sampai 95 persen, angin dari barat 10 kilometer per jam. Tinggi gelombang di Selat Sunda 1,25 meter. Warga "
	"diimbau waspada terhadap hujan yang disertai petir pada sore hari dan membatasi kegiatan di luar ruangan." },
	{ 12, "Prakiraan cuaca Kota Serang, Ahad (18/6/2023): pagi cerah, siang cerah berawan, malam hujan sedang. Suhu udara 23 sampai 34 derajat "
	"Celsius, kelembapan 55 sampai 90 persen, angin dari utara 20 kilometer per jam. Tinggi gelombang di Selat Sunda 2,5 meter. Warga "
	"diimbau waspada terhadap hujan yang disertai petir pada malam hari dan membatasi kegiatan di luar ruangan." },
	{ 13, "Jadwal imsak dan buka puasa Kabupaten Lebak 5 April 2023: imsak 04.32, subuh 04.42, terbit 05.53, duha 06.21, zuhur 11.58, asar 15.14, "
	"magrib 18.01, isya 19.10. Semoga ibadah puasa kita diterima." },
	{ 13, "Jadwal imsak dan buka puasa Kabupaten Lebak 12 April 2023: imsak 04.30, subuh 04.40, terbit 05.52, duha 06.20, zuhur 11.56, asar 15.13, "
	"magrib 17.58, isya 19.07. Semoga ibadah puasa kita diterima." },
	{ 14, "Satuan Tugas Penanganan Covid-19 Kota Tegal memperbarui data harian, Senin (5/7/2021). Terdapat tambahan 187 kasus baru dan 94 orang "
	"dinyatakan sembuh, sedangkan pasien yang masih dirawat 1.206 orang. Juru bicara satuan tugas meminta warga tetap memakai masker, mencuci "
	"tangan, menjaga jarak dan tidak berkerumun. Menurut dia, penularan terbanyak masih terjadi di lingkungan keluarga setelah salah seorang "
	"anggotanya bepergian ke luar kota. Pemerintah Kota Tegal menyiapkan tempat isolasi terpusat di rumah susun bagi warga yang rumahnya tidak "
	"memungkinkan untuk isolasi mandiri. Warga yang mengalami demam, batuk atau kehilangan penciuman diminta segera melapor kepada puskesmas "
	"terdekat agar dapat diperiksa tanpa dipungut biaya." },
	{ 14, "Satuan Tugas Penanganan Covid-19 Kota Tegal memperbarui data harian, Selasa (6/7/2021). Terdapat tambahan 203 kasus baru dan 118 orang "
	"dinyatakan sembuh, sedangkan pasien yang masih dirawat 1.291 orang. Juru bicara satuan tugas meminta warga tetap memakai masker, mencuci "
	"tangan, menjaga jarak dan tidak berkerumun. Menurut dia, penularan terbanyak masih terjadi di lingkungan keluarga setelah salah seorang "
	"anggotanya bepergian ke luar kota. Pemerintah Kota Tegal menyiapkan tempat isolasi terpusat di rumah susun bagi warga yang rumahnya tidak "
	"memungkinkan untuk isolasi mandiri. Warga yang mengalami demam, batuk atau kehilangan penciuman diminta segera melapor kepada puskesmas "
	"terdekat agar dapat diperiksa tanpa dipungut biaya." },
	{ 14, "Satuan Tugas Penanganan Covid-19 Kota Tegal memperbarui data harian, Rabu (7/7/2021). Terdapat tambahan 176 kasus baru dan 131 orang "
	"dinyatakan sembuh, sedangkan pasien yang masih dirawat 1.336 orang. Juru bicara satuan tugas meminta warga tetap memakai masker, mencuci "
	"tangan, menjaga jarak dan tidak berkerumun. Menurut dia, penularan terbanyak masih terjadi di lingkungan keluarga setelah salah seorang "
	"anggotanya bepergian ke luar kota. Pemerintah Kota Tegal menyiapkan tempat isolasi terpusat di rumah susun bagi warga yang rumahnya tidak "
	"memungkinkan untuk isolasi mandiri. Warga yang mengalami demam, batuk atau kehilangan penciuman diminta segera melapor kepada puskesmas "
	"terdekat agar dapat diperiksa tanpa dipungut biaya." },
};

#endif
