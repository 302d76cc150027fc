# The four verbs of the house: site, serve, test, bench; and lock for the engineer.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
export NO_MKDOCS_2_WARNING := 1

# The web editor goes along when mkdocs.yml switches it on (extra, editor).
EDITOR := $(if $(shell grep '^  editor:' mkdocs.yml),.editor/site/start.js)

.PHONY: site serve editor pictures check test bench fuzz fonts audit lock clean

site: .venv/compiled $(EDITOR)
	@$(BIN)/gandan check
	@start=$$(date +%s); $(BIN)/mkdocs build --strict --quiet && \
	echo "Đã dựng $$(find site -name '*.html' | wc -l) trang vào site/ trong $$(( $$(date +%s) - start )) giây. Xem thử: make serve, rồi mở http://127.0.0.1:8000"

serve: .venv/compiled $(EDITOR)
	@$(BIN)/mkdocs serve

editor: .editor/site/start.js
	@echo "Trình soạn bài đã dựng xong. Bật nó: mục extra, editor trong mkdocs.yml; rồi make serve, mở http://127.0.0.1:8000/quan-tri/"

# The pictures of the staff's guide, of the editor and the site as they are now.
pictures: .venv/dev.ready .editor/site/start.js
	@$(BIN)/python tests/guide.py $(ARGS)

check: .venv/compiled
	@$(BIN)/gandan check

test: .venv/dev.ready .venv/compiled
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Run: .venv/bin/ruff format ."; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/python tests/chromium.py
# Three at a time, also on two cores: many tests wait for a browser or for git.
	@$(BIN)/pytest --numprocesses 3 --dist loadfile

bench: .venv/dev.ready .venv/compiled
	@$(BIN)/python tests/bench.py $(ARGS)

# How many inputs, and of what they are: tests/fuzz.py.
fuzz: .venv/dev.ready
	@$(BIN)/python tests/fuzz.py 20000

# For Word files of before Unicode (.VnTime, VNI-Times); gandan import asks for it when it meets one.
fonts: .venv/site.ready
	@$(PIP) --require-hashes -r requirements-fonts.lock
	@echo "Đã cài bộ chuyển chữ phông cũ. Chạy lại: gandan import TỆP"

# Asks the public list of known holes about everything in the locks; needs the network.
audit: .venv/dev.ready
	@$(BIN)/pip-audit --require-hashes --disable-pip --progress-spinner off -r requirements.lock
	@$(BIN)/pip-audit --require-hashes --disable-pip --progress-spinner off -r requirements-dev.lock

# Resolve the direct dependencies again and write the locks; look at the diff before committing it.
lock: .venv/dev.ready
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group install -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group fonts -o requirements-fonts.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv site .cache .editor/node_modules .editor/site

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên; máy này có: $$($(PYTHON) --version 2>&1)"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Không tạo được .venv; trên Debian, Ubuntu: apt install python3-venv"; exit 1; }

.venv/site.ready: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Cài các gói cần cho việc dựng trang (chỉ lần đầu)…"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# The house's own code, compiled once: where Python may keep nothing (PYTHONDONTWRITEBYTECODE, as in many images), each
# build would compile it again.
.venv/compiled: $(shell find hooks -name '*.py') .venv/site.ready
	@$(BIN)/python -m compileall -q hooks || true
	@touch $@

.venv/dev.ready: requirements-dev.lock .venv/site.ready | .venv/bin/python
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.editor/node_modules/.package-lock.json: .editor/package-lock.json
	@command -v npm > /dev/null || { echo "Trình soạn bài cần Node.js 20 trở lên, có npm; trên Debian, Ubuntu: apt install nodejs npm"; exit 1; }
	@echo "Tải trình soạn bài (chỉ lần đầu)…"
	@npm ci --prefix .editor --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

.editor/site/start.js: .editor/node_modules/.package-lock.json $(wildcard .editor/*.js .editor/*.mjs .editor/*.css .editor/words.json)
	@node .editor/build.mjs
