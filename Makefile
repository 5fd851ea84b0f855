# SPDX-License-Identifier: Apache-2.0
PREFIX ?= /usr/local
DESTDIR ?=
export PREFIX DESTDIR

SECONDS ?= 60
SUITE ?= K1
N ?= 100
SEED ?= 1
JOBS ?= 1

.PHONY: help run test build install uninstall quality calibrate fuzz zoo torture lint deb bench clean

help: ## tell what can be made
	@sed -n 's/^\([a-z]*\): .*## /make \1	/p' $(MAKEFILE_LIST) | expand -t 16

run: ## build, start the service, fill it with examples, show their digests
	@scripts/run

test: ## run all tests (the end-to-end tests boot a private systemd; they and the torture need root)
	@scripts/test

build: ## build the release
	@scripts/build

install: ## put the built release where Debian expects it (PREFIX=/usr/local, DESTDIR=)
	@scripts/install

uninstall: ## take away what install put there
	@scripts/install --remove

quality: ## measure reading and comparing against the gold, print the figures, hold their floors
	@scripts/quality
	@scripts/calibrate --check

calibrate: ## write how sure readings are, as measured against the gold
	@scripts/calibrate

fuzz: ## give hostile bytes to all that reads foreign bytes (SECONDS=60 each)
	@scripts/fuzz $(SECONDS)

zoo: ## give minutectl some 1,500 hostile documents; each must have its one answer
	@Tests/Zoo/zoo read --together 8

torture: ## break minuted in every way and look for lost files (SUITE=K1 N=100 SEED=1 JOBS=1)
	@Tests/Torture/torture $(SUITE) --number $(N) --seed $(SEED) --jobs $(JOBS)

lint: ## check the form of the sources
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Fuzz

deb: ## build the release and make its Debian package, in .build/deb
	@scripts/deb

bench: ## measure minuted beside others, print the tables, and keep them in docs/performance.md
	@Benchmarks/bench --write

clean: ## take away what was built, and the box
	@scripts/box stop --quiet
	rm -rf .build .run drop
