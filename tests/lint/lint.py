#!/usr/bin/python3
"""Laws of the tree that no compiler checks. One TAP point a law; see the README of src's folders."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
src = root / "src"

# Folder -> folders whose headers it may include (design, section 2).
ALLOWED = {
    "base": set(),
    "model": {"base"},
    "engine": {"base", "model"},
    "store": {"base", "model"},
    "documents": {"base", "model", "engine", "store"},
    "import": {"base", "model", "store"},
    "export": {"base", "model", "documents"},
    "render": {"base", "model", "documents"},
    "cli": {"base", "model", "engine", "store", "documents", "import", "export", "render"},
    "ui": {"base", "model", "engine", "store", "documents", "import", "export", "render"},
}
# What may be written only there.
WALLS = {
    r"\bsqlite3_": {"store"},
    r"\b(gtk|gdk|gsk)_": {"ui"},
    r"\b(cairo|pango)_": {"render", "ui"},
    r"\blxw_|\bworksheet_write": {"export"},
    r"\bplt_today\b|\bg_date_time_new_now|\bg_get_real_time": {"base", "store", "documents", "cli", "ui"},
    r"\bstrtod\b|\batof\b|\bg_ascii_strtod\b": set(),
}
# Widgets that GTK 4.10 and later deprecate, or that crash on 4.8.
OLD_WIDGETS = (
    r"\bGtk(Dialog|MessageDialog|TreeView|ListStore|TreeStore|ComboBox|ComboBoxText|EntryCompletion|InfoBar|Statusbar|"
    r"Assistant|ShortcutsWindow|EditableLabel|CellRenderer\w*)\b"
)
MAX_LINES = 1000

headers = {h.name: h.relative_to(src).parts[0] for h in src.rglob("*.h")}
sources = sorted(list(src.rglob("*.c")) + list(src.rglob("*.h")))


def text_of(path):
    return path.read_text(encoding="utf-8", errors="replace")


def code_of(path):
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text_of(path), flags=re.S)


def layers():
    for path in sources:
        top = path.relative_to(src).parts[0]
        for name in re.findall(r'#include "([^"]+)"', text_of(path)):
            owner = headers.get(pathlib.PurePath(name).name)
            if owner and owner != top and owner not in ALLOWED[top]:
                yield f"{path.relative_to(root)} includes {name} of {owner}"


def walls():
    for path in sources:
        top = path.relative_to(src).parts[0]
        code = code_of(path)
        for pattern, folders in WALLS.items():
            if top not in folders:
                found = re.search(pattern, code)
                if found:
                    yield f"{path.relative_to(root)} uses {found.group(0)}"


def sql():
    for path in sources:
        if path.relative_to(src).parts[0] != "store":
            found = re.search(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|PRAGMA)\s', code_of(path))
            if found:
                yield f"{path.relative_to(root)} holds SQL: {found.group(0)}"


def sizes():
    for path in list(src.rglob("*.c")) + list((root / "tests").rglob("*.c")):
        lines = text_of(path).count("\n")
        if lines > MAX_LINES:
            yield f"{path.relative_to(root)} has {lines} lines"
    for top in ALLOWED:
        readme = src / top / "README.md"
        if not readme.exists():
            yield f"src/{top} has no README.md"
        elif text_of(readme).count("\n") > 25:
            yield f"src/{top}/README.md has more than 25 lines"


def widgets():
    for path in src.rglob("*.ui"):
        found = re.search(OLD_WIDGETS, text_of(path))
        if found:
            yield f"{path.relative_to(root)} uses {found.group(0)}"
    for path in sources:
        found = re.search(r"\bgtk_(dialog|message_dialog|tree_view|combo_box|entry_completion|info_bar|editable_label"
                          r"|style_context(?!_add_provider_for_display)|widget_show|widget_hide)_?\w* \(", code_of(path))
        if found:
            yield f"{path.relative_to(root)} calls {found.group(0)}"


def marks():
    for path in sources + list((root / "tests").rglob("*.c")):
        found = re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text_of(path))
        if found:
            yield f"{path.relative_to(root)} has a mark {found.group(0)}"


def formatting():
    files = [str(p) for p in sources] + [str(p) for p in (root / "tests").rglob("*.[ch]")]
    run = subprocess.run(["clang-format-14", "--dry-run", "-Werror", *files], capture_output=True, text=True)
    if run.returncode:
        named = sorted({line.split(":")[0] for line in run.stderr.splitlines() if ": error:" in line})
        yield from (f"{name} is not as clang-format-14 writes it" for name in named)


def potfiles():
    listed = {line.strip() for line in text_of(root / "po" / "POTFILES").splitlines() if line.strip() and line[0] != "#"}
    for path in sources + list(src.rglob("*.ui")):
        name = str(path.relative_to(root))
        marked = re.search(r"\b(_|N_|C_|g_dngettext|ngettext) ?\(\s*\"|translatable=\"yes\"", text_of(path))
        if marked and "define" not in marked.group(0) and name not in listed:
            yield f"{name} has words to translate and is not in po/POTFILES"
    for name in sorted(listed):
        if not (root / name).exists():
            yield f"po/POTFILES lists {name}, which does not exist"


def french():
    run = subprocess.run(
        ["msgfmt", "--check", "--check-accelerators=_", "--statistics", "-o", "/dev/null", str(root / "po" / "fr.po")],
        capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    if run.returncode or "untranslated" in run.stderr or "fuzzy" in run.stderr:
        yield f"po/fr.po: {run.stderr.strip()}"
    pot = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=g_dngettext:2,3",
         "--keyword=ngettext:1,2", "-f", "po/POTFILES", "-o", "-"], capture_output=True, text=True, cwd=root)
    known = set(re.findall(r'^msgid ((?:"(?:[^"\\]|\\.)*"\n?)+)', text_of(root / "po" / "fr.po"), re.M))
    flat = lambda s: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', s))
    have = {flat(k) for k in known}
    for k in re.findall(r'^msgid ((?:"(?:[^"\\]|\\.)*"\n?)+)', pot.stdout, re.M):
        if flat(k) not in have:
            yield f"po/fr.po lacks “{flat(k)[:60]}”"


def rules():
    tested = set(re.findall(r'"([a-z]+\.[a-z-]+)"', "".join(map(text_of, (root / "tests" / "engine").glob("*.c")))))
    for path in sorted((src / "engine").glob("plt-check*.c")):
        for rule in re.findall(r'plt_issue_new \(\s*"([^"]+)"', text_of(path)):
            if rule not in tested:
                yield f"{path.relative_to(root)}: no test of tests/engine breaks the rule {rule}"


def registries():
    for kind, home in (("PltDocumentKind", "documents/plt-document-kinds-private.h"), ("PltTable", "model/plt-tables.c")):
        known = set(re.findall(r"(?:&|KIND \()(\w+)", text_of(src / home)))
        for path in sorted((src / home).parent.glob("*.c")):
            for name in re.findall(rf"^const {kind} (\w+) = ", text_of(path), re.M):
                if name not in known:
                    yield f"{path.relative_to(root)}: {name} is not in src/{home}"


LAWS = [layers, walls, sql, sizes, widgets, marks, rules, registries, formatting, potfiles, french]

print(f"1..{len(LAWS)}")
failed = False
for number, law in enumerate(LAWS, 1):
    try:
        breaches = list(law())
    except OSError as problem:
        breaches = [str(problem)]
    failed |= bool(breaches)
    print(f"{'not ok' if breaches else 'ok'} {number} - {law.__name__}")
    for breach in breaches[:40]:
        print(f"# {breach}")
sys.exit(failed)
