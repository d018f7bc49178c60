"""What Prisma rejects, pgplumb rejects, and what it accepts, pgplumb accepts: over schemas with one mistake each."""

import difflib
import os
import re
import subprocess
import tempfile

from checking import PGPLUMB
from mutations import mutations
from named_lines import LOST, Broken, Lines
from random_schemas import random_cases
from schemas import committed_cases, read_case
from engine import HERE, Crashed


# What one version rejects and another takes. A schema is read without knowing its version.
OF_ONE_VERSION = ['Argument "url" is missing in data source', "The preview feature"]


class Undecided(Exception):
    """One version's verdict says nothing of the others'."""


def lines_by_prisma(engine, name, text):
    """The errors that Prisma's engine finds, in its order: line, message, and where the text begins and ends that it is about."""
    errors = [said for said in engine.ask("lint", [["/" + name, text]]) if not said["is_warning"]]
    if any(said["text"].startswith(words) for said in errors for words in OF_ONE_VERSION):
        raise Undecided
    units = text.encode("utf-16-le")  # positions count its units
    def place(position):
        return len(units[: position * 2].decode("utf-16-le", "ignore"))
    return [(text[: place(said["start"])].count("\n") + 1, said["text"], place(said["start"]), place(said["end"])) for said in errors]


def lines_by_pgplumb(folder, name, text):
    """The same of pgplumb, and all lines that its words name."""
    schema, nothing = os.path.join(folder, name), os.path.join(folder, "nothing.sql")
    with open(schema, "w", newline="") as file:
        file.write(text)
    with open(nothing, "w") as file:
        file.write("CREATE TABLE nothing (id integer);\n")
    done = subprocess.run([PGPLUMB, "diff", schema, nothing], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=20)
    output = done.stdout.decode(errors="replace")
    if done.returncode in (0, 1):
        return [], set()
    found = [(int(line), message) for line, message in re.findall(rf"{re.escape(schema)}:(\d+):\d+: (.*)", output)]
    told = {int(line) for line in re.findall(rf"{re.escape(schema)}:(\d+)", output)}
    return found or [(0, f"exit {done.returncode}: {output[:500]}")], told


class Tally:
    def __init__(self):
        self.schemas = self.rejected = self.agreed = self.in_order = self.undecided = 0
        self.lines = Lines()


def changed_lines(before, after):
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return "\n".join("    " + line for line in list(lines)[2:] if not line.startswith("@@"))


def compare(tally, original, text, prisma, pgplumb, told):
    """What is wrong, in words; "" where both agree."""
    tally.schemas += 1
    tally.rejected += bool(prisma)
    if bool(prisma) != bool(pgplumb):
        said = f"Prisma rejects it: {prisma[:2]}" if prisma else f"pgplumb rejects it: {pgplumb[:2]}"
        return changed_lines(original, text) + "\n  " + said
    tally.agreed += 1
    known = [line for line, _ in pgplumb]
    tally.in_order += known == sorted(known)
    broken = Broken(text, prisma, pgplumb, told)
    tally.lines.add(broken)
    lost = [(line, message) for (line, message), why in broken.why.items() if why == LOST]
    return changed_lines(original, text) + f"\n  Prisma names lines that pgplumb does not: {lost}" if lost else ""


def run(engines, options):
    ok = True
    cases = committed_cases() + [read_case(os.path.join(HERE, "changes", "base.prisma"))] + random_cases(options.random // 10, options.seed)
    for engine in engines:
        tally, wrong = Tally(), []
        with tempfile.TemporaryDirectory(prefix="pgplumb-conformance-") as folder:
            for number, case in enumerate(cases):
                if engine.version not in case.versions or options.only not in case.name or len(case.texts) > 1:
                    continue
                original = next(iter(case.of_version(engine.version).values()))
                for text in mutations(original, options.mutations, options.seed * 1000 + number, options.mistakes):
                    try:
                        prisma = lines_by_prisma(engine, "schema.prisma", text)
                    except (Crashed, Undecided):
                        tally.undecided += 1
                        continue
                    said = compare(tally, original, text, prisma, *lines_by_pgplumb(folder, "schema.prisma", text))
                    if said:
                        wrong.append(f"{case.name}:\n{said}\n")
        print(f"validate: Prisma {engine.version} rejects {tally.rejected} of {tally.schemas} schemas with a mistake; pgplumb agrees on {tally.agreed}, "
              f"in file order {tally.in_order}; {tally.lines.summary()}"
              + (f"; {tally.undecided} are left out: one version's own, or its engine crashes" if tally.undecided else ""))
        print((tally.lines.table() if options.shapes else "") + "".join(wrong), end="", flush=True)
        ok = ok and not wrong and tally.in_order == tally.agreed
    return ok
