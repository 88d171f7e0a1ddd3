# warta: see README.md.  `make help` lists the targets.
CC      ?= cc
CFLAGS  ?= -O2 -g
CPPFLAGS ?=
LDFLAGS ?=
PREFIX  ?= /usr/local
DESTDIR ?=
BUILD   ?= build/release
VERSION := 0.1.0

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
ALL_CPPFLAGS = -Ilib -I. -I$(BUILD) -D_POSIX_C_SOURCE=200809L -I/usr/include/libxml2 \
	-DWT_VERSION='"$(VERSION)"' -DWT_DATADIR='"$(PREFIX)/share/warta"' $(CPPFLAGS)
ALL_CFLAGS = -std=c11 $(WARN) $(CFLAGS)
LIBS := -lpcre2-8 -lutf8proc -lstemmer -lz -ljson-c -larchive -lxml2 -lcsv -lmicrohttpd -lxxhash -lpthread -lm

LIB_SRC  := $(wildcard lib/*/*.c)
CMD_SRC  := $(wildcard cmd/*.c)
UNIT_SRC := $(wildcard tests/unit/*/*.c)
DICT_SRC := $(wildcard dictionaries/*.tsv)
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
CMD_OBJ  := $(CMD_SRC:%.c=$(BUILD)/%.o)
UNIT     := $(UNIT_SRC:%.c=$(BUILD)/%)
LIB      := $(BUILD)/libwarta.a
CMD      := $(BUILD)/libcmd.a
WARTA    := $(BUILD)/warta
FAR      := $(BUILD)/warta-input $(BUILD)/warta-server
DICT     := $(BUILD)/warta.dict
SPEECH   := $(BUILD)/locale/id/LC_MESSAGES/warta.mo

.PHONY: all help deps test-deps tool-deps demo check run-demo run-check unit lint-layers asan accuracy bench bench-memory bench-deps clean install uninstall dist distcheck \
	fuzz run-fuzz fault run-fault valgrind coverage run-coverage mutate lint

all: $(WARTA) $(FAR) $(DICT) $(SPEECH)

help:
	@awk -F': ## ' '/^[a-z-]+:.*: ##|^# target/ {print}' $(MAKEFILE_LIST)
	@echo 'targets: all demo check asan accuracy weights bench bench-memory bench-deps fuzz fault valgrind coverage lint install uninstall dist distcheck clean deps tool-deps'

# What has to be there, and the Debian packages that bring it.
PKGS := gcc make pkg-config libpcre2-dev libutf8proc-dev libstemmer-dev zlib1g-dev libjson-c-dev \
	libarchive-dev libxml2-dev libcsv-dev libmicrohttpd-dev libxxhash-dev gettext
# What the tests ask it with.
TEST_PKGS := python3 sqlite3 miller
TOOL_PKGS := python3-pandas python3-jsonschema python3-networkx csvkit r-cran-readr
deps:
	@sh tests/deps.sh $(PKGS)
test-deps: deps
	@sh tests/deps.sh $(TEST_PKGS)
# The larger tools that read the tables; tests skip those that are not there.
tool-deps:
	@sh tests/deps.sh $(TEST_PKGS) $(TOOL_PKGS)

# Both build with all processors; JOBS says how many.
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
demo: deps
	@$(MAKE) --no-print-directory -j$(JOBS) run-demo
check: test-deps
	@$(MAKE) --no-print-directory -j$(JOBS) run-check

run-demo: all
	@sh cmd/demo.sh $(WARTA)

run-check: all unit
	@sh tests/run.sh $(BUILD)

# The files of the web page as arrays of bytes: web_page for page.html.
WEB := cmd/web/page.html cmd/web/style.css cmd/web/icon.svg
$(BUILD)/web.h: $(WEB)
	@mkdir -p $(@D)
	@for file in $(WEB); do name=$${file##*/}; echo "static const unsigned char web_$${name%.*}[] = {"; \
	    od -An -v -tu1 $$file | sed 's/[0-9][0-9]*/&,/g'; echo '};'; done > $@
$(BUILD)/cmd/serve_page.o: $(BUILD)/web.h

# The formats of the catalogue that make messages with words, not parts of lines.
$(BUILD)/formats.h: cmd/po/id.po
	@mkdir -p $(@D)
	@{ echo 'static const char *const formats[] = {'; \
	    awk '/^#, c-format/ { f = 1; next } f && /^msgid "/ && !/\\n"$$|\\r|\r/ { sub(/^msgid /, ""); t = $$0; \
	    gsub(/%[-.*0-9]*[lz]*[a-zA-Z]/, "", t); if (t ~ /[a-z][a-z]/) print $$0 "," } { f = 0 }' cmd/po/id.po; \
	    echo '};'; } > $@
$(BUILD)/cmd/speak.o: $(BUILD)/formats.h

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

# Each program has what it uses of the commands and loads the libraries they need: all of them
# would take longer to load than a search takes.
$(CMD): $(filter-out $(BUILD)/cmd/main.o $(FAR:$(BUILD)/warta-%=$(BUILD)/cmd/%.o),$(CMD_OBJ))
	@rm -f $@
	$(AR) rcs $@ $^
$(WARTA): $(BUILD)/cmd/main.o $(CMD) $(LIB)
	$(CC) $(ALL_CFLAGS) -Wl,--as-needed $(LDFLAGS) -o $@ $^ $(LIBS)
$(FAR): $(BUILD)/warta-%: $(BUILD)/cmd/%.o $(CMD) $(LIB)
	$(CC) $(ALL_CFLAGS) -Wl,--as-needed $(LDFLAGS) -o $@ $^ $(LIBS)

$(DICT): $(WARTA) $(DICT_SRC)
	$(WARTA) dict dictionaries -o $@

accuracy: all
	@sh tests/accuracy/eval.sh $(WARTA)

# Times beside the peers that Debian packages: `make bench-deps` installs those.
# CORPUS=FILE.jsonl measures with other articles than the samples.
CORPUS ?= $(wildcard corpus/articles/*.jsonl)
BENCH  := $(BUILD)/tests/bench/stem $(BUILD)/tests/bench/dates $(BUILD)/tests/bench/extract
bench: all $(BENCH)
	@cat $(CORPUS) > $(BUILD)/bench.jsonl
	$(BUILD)/tests/bench/stem $(DICT) $(BUILD)/bench.jsonl
	$(BUILD)/tests/bench/dates $(DICT) $(BUILD)/bench.jsonl
	$(BUILD)/tests/bench/extract $(DICT) $(BUILD)/bench.jsonl
	sh tests/bench/run.sh $(BUILD) $(CORPUS)
	sh tests/bench/whole.sh $(BUILD) $(CORPUS)
# The most memory that a million small articles take; ARTICLES=N for others.
ARTICLES ?= 1000000
bench-memory: all $(BUILD)/tests/bench/small
	@sh tests/bench/memory.sh $(BUILD) $(ARTICLES)
# How claims are weighed, tried on the sample articles and on REAL=FILE.jsonl with GOLD=FILE.json;
# FIT="--out lib/extract/claim_weights.h" keeps the weights that fit best (tests/README.md).
SIGNS := $(BUILD)/tests/accuracy/claim_signs
weights: all $(SIGNS)
	$(SIGNS) $(DICT) corpus/articles/* corpus/daerah/* $(REAL) > $(BUILD)/signs.tsv
	python3 tests/accuracy/fit.py $(BUILD)/signs.tsv corpus/gold-*.json $(GOLD) $(FIT)
$(BENCH) $(BUILD)/tests/bench/small $(SIGNS): $(BUILD)/tests/%: $(BUILD)/tests/%.o $(LIB)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
bench-deps:
	@sh tests/deps.sh g++ libsqlite3-dev libxapian-dev liblucene8-java default-jdk-headless time

$(SPEECH): cmd/po/id.po
	@mkdir -p $(@D)
	msgfmt -c -o $@ $<

unit: $(UNIT)
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(LIB)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
.PRECIOUS: $(BUILD)/%.o $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fault/%.o

lint-layers:
	@awk -f tests/layers.awk lib/LAYERS lib/*/*.[ch] cmd/*.c

asan:
	@$(MAKE) --no-print-directory run-check BUILD=build/asan \
	    CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

# Slower looks at the same code; tests/README.md says more.
FUZZ_TIME ?= 10
FUZZ  := $(filter-out replay,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
FAULT := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fault/*.c))
SANE  := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

fuzz:
	@$(MAKE) --no-print-directory run-fuzz BUILD=build/fuzz CC=clang \
	    CFLAGS='$(SANE) -fsanitize=fuzzer-no-link'
run-fuzz: $(FUZZ:%=$(BUILD)/tests/fuzz/%)
	@for name in $(FUZZ); do \
	    mkdir -p $(BUILD)/corpus/$$name; seeds=tests/fuzz/seeds/$$name; [ -d $$seeds ] || seeds=; \
	    echo "== $$name"; $(BUILD)/tests/fuzz/$$name -max_total_time=$(FUZZ_TIME) -max_len=4096 -timeout=10 \
	    -verbosity=0 -print_final_stats=1 -artifact_prefix=$(BUILD)/$$name- $(BUILD)/corpus/$$name $$seeds || exit 1; \
	done
$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(LIB)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LIBS)

# Break a rule of extraction, build, and see if a test notices; tests/mutate/mutate.py says how.
MUTATE ?= --known -1 --rows 60 --lines 120 --seed 1
mutate: all unit
	@LIBS='$(LIBS)' CC='$(CC)' python3 tests/mutate/mutate.py $(BUILD) $(MUTATE)

fault: all
	@$(MAKE) --no-print-directory run-fault BUILD=build/fault WARTA_DICT=$(DICT) CFLAGS='$(SANE)'
run-fault: $(FAULT)
	@for test in $^; do echo "== $$test"; $$test $(WARTA_DICT) || exit 1; done
$(BUILD)/tests/fault/%: $(BUILD)/tests/fault/%.o $(LIB)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc -o $@ $^ $(LIBS)

valgrind: all unit
	@for test in $(UNIT); do echo "== $$test"; WARTA_DICT=$(DICT) valgrind -q --error-exitcode=9 \
	    --leak-check=full $$test | grep '^not ok'; [ $$? = 1 ] || exit 1; done

# Lines and branches of each source that the unit tests run.
coverage: all
	@$(MAKE) --no-print-directory run-coverage BUILD=build/coverage WARTA_DICT=$(DICT) CFLAGS='-O0 -g --coverage'
run-coverage: unit
	@for test in $(UNIT); do WARTA_DICT=$(WARTA_DICT) $$test >/dev/null || echo "FAILED: $$test"; done
	@gcov -n -b $(LIB_OBJ) 2>/dev/null | awk -f tests/coverage.awk | sort

lint: lint-layers $(BUILD)/web.h $(BUILD)/formats.h
	@printf '%s\n' $(LIB_SRC) $(CMD_SRC) | \
	    xargs -n 4 -P $(JOBS) clang --analyze --analyzer-output text -std=c11 $(ALL_CPPFLAGS)
	@command -v shellcheck >/dev/null && shellcheck tests/*.sh cmd/*.sh || true
	@command -v mandoc >/dev/null && mandoc -T lint $(wildcard cmd/man/*.1) || true

# Everything that `install` puts below DESTDIR and PREFIX: mode, file, place.
MAN     := $(wildcard cmd/man/*.1)
HEADERS := lib/warta.h $(filter-out %_private.h,$(wildcard lib/*/*.h))
define INSTALLED
755 $(WARTA) bin/warta
$(foreach program,$(FAR),755 $(program) libexec/$(notdir $(program))
)644 $(DICT) share/warta/warta.dict
644 $(SPEECH) share/locale/id/LC_MESSAGES/warta.mo
644 cmd/completions/warta.bash share/bash-completion/completions/warta
644 cmd/completions/_warta share/zsh/site-functions/_warta
644 cmd/completions/warta.fish share/fish/vendor_completions.d/warta.fish
644 $(LIB) lib/libwarta.a
644 $(BUILD)/warta.pc lib/pkgconfig/warta.pc
$(foreach page,$(MAN),644 $(page) share/man/man1/$(notdir $(page))
)$(foreach header,$(HEADERS),644 $(header) include/warta/$(header:lib/%=%)
)
endef
export INSTALLED

define PC
prefix=$(PREFIX)
dict=$${prefix}/share/warta/warta.dict
Name: warta
Description: Indonesian news to tables and to an index
Version: $(VERSION)
Cflags: -I$${prefix}/include/warta
Libs: -L$${prefix}/lib -lwarta $(LIBS)
endef
export PC

install: all
	@printf '%s\n' "$$PC" > $(BUILD)/warta.pc
	@echo 'installing below $(DESTDIR)$(PREFIX)'
	@echo "$$INSTALLED" | while read -r mode file place; do [ -z "$$mode" ] || \
	    install -D -m "$$mode" "$$file" "$(DESTDIR)$(PREFIX)/$$place" || exit 1; done

uninstall:
	@echo "$$INSTALLED" | while read -r mode file place; do [ -z "$$mode" ] || \
	    rm -f "$(DESTDIR)$(PREFIX)/$$place" || exit 1; done
	@cd "$(DESTDIR)$(PREFIX)" 2>/dev/null || exit 0; for folder in include/warta/* include/warta share/warta; do \
	    [ ! -d "$$folder" ] || rmdir "$$folder" || exit 1; done

# The sources of the last commit.
dist:
	@mkdir -p build
	git archive --prefix=warta-$(VERSION)/ -o build/warta-$(VERSION).tar.gz HEAD
# They build, install and run by themselves.
distcheck: deps
	@sh tests/dist.sh $(VERSION)

clean:
	rm -rf build

-include $(SIGNS:=.d) $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d) $(UNIT:=.d) $(FAULT:=.d) $(FUZZ:%=$(BUILD)/tests/fuzz/%.d)
