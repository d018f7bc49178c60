"""One thing of a database changed by SQL: exactly the findings that it calls for. Recall and precision, by kind of change."""

import os

from changes.kinds import KINDS
from checking import Prepared, check_case, psql
from engine import HERE
from schemas import read_case


def name_of(found):
    return ".".join(part for part in (found["schema"], found["name"], found["member"]) if part).removeprefix("public.")


def told(finding):
    """A finding in words: `error missing-column channels.port`; where two names meet, also the database's: `… is door`."""
    words = f"{finding['severity']} {finding['rule']} {name_of(finding['object'])}"
    if not finding["rule"].startswith("wrong-") and finding["rule"] != "enum-value-case":
        return words
    return words + " is " + next(says["value"] for says in finding["says"] if says["source"] == "database")


def findings_after(base, case, version, sql):
    """What `pgplumb check` finds after a change, as told()."""
    with base.copy() as database:
        psql(database.name, stdin=sql)
        report = check_case(case, version, database.url)
    return sorted(told(finding) for finding in report["findings"])


def share(part, whole):
    return 1.0 if not whole else part / whole


class Tally:
    def __init__(self):
        self.called_for = self.found = self.right = self.changes = 0

    def add(self, expected, actual):
        self.changes += 1
        self.called_for += len(expected)
        self.found += len(actual)
        self.right += len(set(expected) & set(actual))

    def row(self, kind):
        recall, precision = share(self.right, self.called_for), share(self.right, self.found)
        return f"{kind:<36}{self.changes:>8}{self.called_for:>12}{self.found:>8}{recall:>9.0%}{precision:>11.0%}"


def run(engines, options):
    engine = engines[-1]
    case = read_case(os.path.join(HERE, "changes", "base.prisma"))
    total, rows, wrong = Tally(), [], []
    with Prepared(case, engine.ask("ddl", case.for_engine(engine.version))) as base:
        for kind, changes in KINDS.items():
            if options.only not in kind:
                continue
            tally = Tally()
            for sql, expected in changes:
                actual = findings_after(base, case, engine.version, sql)
                for one in (tally, total):
                    one.add(expected, actual)
                if sorted(expected) != actual:
                    wrong.append(f"{kind}: {sql}\n  called for: {'; '.join(expected) or 'nothing'}\n  found:      {'; '.join(actual) or 'nothing'}\n")
            rows.append(tally.row(kind))
    print(f"{'kind of change':<36}{'changes':>8}{'called for':>12}{'found':>8}{'recall':>9}{'precision':>11}")
    print("\n".join([*rows, total.row(f"all {len(rows)} kinds")]))
    print("".join(wrong), end="", flush=True)
    return not wrong
