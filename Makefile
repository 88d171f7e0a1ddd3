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
ALL_CPPFLAGS = -Ilib -I. -D_POSIX_C_SOURCE=200809L -I/usr/include/libxml2 \
	-DWT_VERSION='"$(VERSION)"' -DWT_DATADIR='"$(PREFIX)/share/warta"' $(CPPFLAGS)
ALL_CFLAGS = -std=c11 $(WARN) $(CFLAGS)
LIBS := -lpcre2-8 -lutf8proc -lstemmer -lz -ljansson -larchive -lxml2 -lcsv -lmicrohttpd -lxxhash -lpthread -lm

LIB_SRC  := $(wildcard lib/*/*.c)
CMD_SRC  := $(wildcard cmd/*.c)
UNIT_SRC := $(wildcard tests/unit/*/*.c)
DICT_SRC := $(wildcard dictionaries/*.tsv)
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
CMD_OBJ  := $(CMD_SRC:%.c=$(BUILD)/%.o)
UNIT     := $(UNIT_SRC:%.c=$(BUILD)/%)
LIB      := $(BUILD)/libwarta.a
WARTA    := $(BUILD)/warta
DICT     := $(BUILD)/warta.dict

.PHONY: all help deps demo check run-demo run-check unit lint-layers asan accuracy bench clean install uninstall dist

all: $(WARTA) $(DICT)

help:
	@awk -F': ## ' '/^[a-z-]+:.*: ##|^# target/ {print}' $(MAKEFILE_LIST)
	@echo 'targets: all demo check asan accuracy bench fuzz fault install uninstall dist clean deps'

# What has to be there, and the Debian packages that bring it.
PKGS := gcc make pkg-config libpcre2-dev libutf8proc-dev libstemmer-dev zlib1g-dev libjansson-dev \
	libarchive-dev libxml2-dev libcsv-dev libmicrohttpd-dev libxxhash-dev gettext
deps:
	@sh tests/deps.sh $(PKGS)

demo: deps
	@$(MAKE) --no-print-directory run-demo
check: deps
	@$(MAKE) --no-print-directory run-check

run-demo: all
	@sh cmd/demo.sh $(WARTA)

run-check: all unit
	@sh tests/run.sh $(BUILD)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$(WARTA): $(CMD_OBJ) $(LIB)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(DICT): $(WARTA) $(DICT_SRC)
	$(WARTA) dict dictionaries -o $@

unit: $(UNIT)
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(LIB)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
.PRECIOUS: $(BUILD)/tests/unit/%.o

lint-layers:
	@awk -f tests/layers.awk lib/LAYERS lib/*/*.[ch] cmd/*.c

asan:
	@$(MAKE) --no-print-directory run-check BUILD=build/asan \
	    CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

# Everything that `install` puts below DESTDIR and PREFIX, as pairs of file and place.
MAN      := $(wildcard cmd/man/*.1)
HEADERS  := lib/warta.h $(filter-out %_private.h,$(wildcard lib/*/*.h))
MANDIR    = $(PREFIX)/share/man/man1
INSTALLED = $(PREFIX)/bin/warta $(PREFIX)/share/warta/warta.dict $(MAN:cmd/man/%=$(MANDIR)/%) \
	$(PREFIX)/share/bash-completion/completions/warta $(PREFIX)/share/zsh/site-functions/_warta \
	$(PREFIX)/share/fish/vendor_completions.d/warta.fish $(PREFIX)/lib/libwarta.a \
	$(PREFIX)/lib/pkgconfig/warta.pc

define PC
prefix=$(PREFIX)
Name: warta
Description: Indonesian news to tables and to an index
Version: $(VERSION)
Cflags: -I$${prefix}/include/warta
Libs: -L$${prefix}/lib -lwarta $(LIBS)
endef
export PC

install: all
	@for file in $(INSTALLED); do mkdir -p "$(DESTDIR)$${file%/*}" || exit 1; done
	install -m 755 $(WARTA) $(DESTDIR)$(PREFIX)/bin/warta
	install -m 644 $(DICT) $(DESTDIR)$(PREFIX)/share/warta/warta.dict
	install -m 644 $(MAN) $(DESTDIR)$(MANDIR)
	install -m 644 cmd/completions/warta.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/warta
	install -m 644 cmd/completions/_warta $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_warta
	install -m 644 cmd/completions/warta.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/warta.fish
	install -m 644 $(LIB) $(DESTDIR)$(PREFIX)/lib/libwarta.a
	@for header in $(HEADERS:lib/%=%); do \
	    install -D -m 644 lib/$$header "$(DESTDIR)$(PREFIX)/include/warta/$$header" || exit 1; done
	@printf '%s\n' "$$PC" > $(DESTDIR)$(PREFIX)/lib/pkgconfig/warta.pc

uninstall:
	rm -f $(INSTALLED:%=$(DESTDIR)%)
	rm -rf $(DESTDIR)$(PREFIX)/include/warta
	-rmdir $(DESTDIR)$(PREFIX)/share/warta

# The sources of the last commit.
dist:
	@mkdir -p build
	git archive --prefix=warta-$(VERSION)/ -o build/warta-$(VERSION).tar.gz HEAD

clean:
	rm -rf build

-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d) $(UNIT:=.d)
