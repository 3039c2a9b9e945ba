"""A page without a face that starts Python in a module worker and tells how it went, under the site's own policy."""

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from build_tools.runtime import PACKAGE, Runtime

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPT = PACKAGE / "web" / "python.js"
MODEL = (PACKAGE / "vetwork_benchmark" / "vetwork-1.json").read_text(encoding="utf-8")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_COMPRESSED_BY_HOSTS = {".css", ".js", ".json", ".mjs", ".wasm"}

# A worker from a blob stands under the policy of its page; one from an address would stand under that of its response.
_RUN = """async ([code, input]) => {
  const source = `const input = ${JSON.stringify(input)};\n${code}`;
  const address = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
  const worker = new Worker(address, {type: "module"});
  return await new Promise((resolve, reject) => {
    worker.onmessage = ({data}) => resolve(data);
    setTimeout(() => reject(new Error("the worker says nothing")), 30_000);
    worker.onerror = ({message}) => reject(new Error(`the worker ended: ${message}`));
  });
}"""

FROM_SNAPSHOT = """
const codes = [];
const onProgress = (code) => codes.push(code);
try {
  const { startPython } = await import(`${input.base}python.js`);
  const python = await startPython(`${input.base}runtime/`, {model: input.model, onProgress});
  const answer = python.call("assess", input.files);
  postMessage({how: python.how, codes, answer, seconds: performance.now() / 1000});
} catch (error) {
  postMessage({how: String(error), codes, answer: "", seconds: 0});
}
"""

# A browser of before 2023.
PLAINLY = f"delete globalThis.DecompressionStream;{FROM_SNAPSHOT}"

# What one writes with Pyodide's own files and nothing else.
STOCK = """
const folder = `${input.base}runtime/`;
const { loadPyodide } = await import(`${folder}pyodide.mjs`);
const python = await loadPyodide({indexURL: folder, packageBaseUrl: folder});
await python.loadPackage("vetwork-benchmark", {messageCallback() {}});
const session = python.pyimport("vetwork_benchmark.calls").Session(input.model);
const answer = session.call("assess", input.files);
postMessage({how: "stock", codes: [], answer, seconds: performance.now() / 1000});
"""


@dataclass(frozen=True)
class Start:
    """How a start went: its kind or its error, the progress told, the first answer, its seconds, the paths asked for.

    The seconds count from the making of the worker.
    """

    how: str
    codes: list[str]
    answer: str
    seconds: float
    paths: list[str]


def write_page(folder: Path, runtime: Runtime) -> None:
    """Write the page; the files of the runtime are links, so that a test can put others in their place."""
    policy = _POLICY.search((REPOSITORY / "theme" / "main.html").read_text(encoding="utf-8"))
    assert policy
    icon = '<link rel="icon" href="data:,">'
    (folder / "index.html").write_text(f"<!doctype html>{policy[0]}{icon}<title>Python</title>", encoding="utf-8")
    (folder / "python.js").symlink_to(SCRIPT)
    (folder / "runtime").mkdir()
    for path in runtime.files.values():
        (folder / "runtime" / path.name).symlink_to(path)


def replace_file(path: Path, content: bytes) -> None:
    """Put other bytes in the place of a linked file."""
    path.unlink()
    path.write_bytes(content)


def start(page: Page, address: str, code: str = FROM_SNAPSHOT) -> Start:
    """Open the page, start Python in a worker of it and assess full answers of a provider and a company."""
    page.goto(address)
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    told = page.evaluate(_RUN, [code, {"base": address, "model": MODEL, "files": json.dumps({"files": [_answers()]})}])
    return Start(**told, paths=[path for path in paths if path.startswith("/")])


def _answers() -> dict[str, object]:
    model = json.loads(MODEL)
    gap = {area["id"]: {"learnt": place % 5, "needed": 3} for place, area in enumerate(model["gap"]["areas"])}
    responses = [
        {"role": role, "answers": _levels(model["indicators"], role, shift), "gap": gap}
        for role, shift in (("vet-provider", 0), ("company", 2))
    ]
    return {"format": "vetwork-answers/1", "model": model["id"], "form": "full", "responses": responses}


def _levels(indicators: list[dict[str, Any]], role: str, shift: int) -> dict[str, dict[str, int]]:
    asked = [item["id"] for item in indicators if role in item["roles"]]
    return {name: {"level": (place + shift) % 5} for place, name in enumerate(asked)}


def wire_bytes(folder: Path, paths: list[str]) -> int:
    """Return the bytes that travel for these paths: hosts compress scripts, styles, JSON and WebAssembly."""
    files = [folder / path.removeprefix("/") for path in paths]
    contents = [(path.suffix in _COMPRESSED_BY_HOSTS, path.read_bytes()) for path in files]
    return sum(len(gzip.compress(content, 9) if shrinks else content) for shrinks, content in contents)
