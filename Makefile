# The only entry: every target sets up what is missing first.
.PHONY: serve test build check fix bench screenshot setup
VETWORK = .venv/bin/vetwork

serve: setup        ; @$(VETWORK) serve
build: setup        ; @$(VETWORK) build
check: setup        ; @$(VETWORK) check
fix: setup          ; @$(VETWORK) check --fix
test: setup         ; @sh tests/run.sh
bench: setup        ; @sh tests/bench/run.sh $(ARGS)
screenshot: setup   ; @.venv/bin/python -m tests.screenshot
setup:              ; @sh build_tools/setup.sh
