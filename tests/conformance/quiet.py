"""Prisma's DDL for a schema, loaded into PostgreSQL, agrees with the schema: no finding of any severity."""

from checking import Prepared, check_case, told
from engine import Refused
from random_schemas import random_cases
from schemas import committed_cases


def disagreement(report):
    """What is wrong about a report that should have no finding; "" where nothing is."""
    if not report["counts"]["compared"]:
        return "nothing was compared"
    return "\n".join(told(finding) for finding in report["findings"])


def versions_by_ddl(engines, case):
    """The versions that take a case, by what they write for it: mostly they agree, and one database does."""
    versions = {}
    for engine in engines:
        if engine.version in case.versions:
            versions.setdefault(engine.ask("ddl", case.for_engine(engine.version)), []).append(engine.version)
    return versions


def disagreements(engines, case):
    """What is wrong, for each version: {7: "missing-index …"}."""
    said = {}
    try:
        for ddl, versions in versions_by_ddl(engines, case).items():
            with Prepared(case, ddl) as database:
                for version in versions:
                    said[version] = disagreement(check_case(case, version, database.url))
    except (Refused, SystemExit) as error:
        return {version: str(error) for version in case.versions}
    return said


def run_cases(engines, cases):
    agreed, wrong = 0, []
    for case in cases:
        for version, said in disagreements(engines, case).items():
            if said:
                wrong.append(f"{case.name}, Prisma {version}:\n{said}")
            else:
                agreed += 1
    return agreed, wrong


def run(engines, options):
    ok = True
    for what, cases in (("committed schemas", committed_cases()), ("random schemas", random_cases(options.random, options.seed))):
        agreed, wrong = run_cases(engines, [case for case in cases if options.only in case.name])
        print(f"quiet: {agreed} of {agreed + len(wrong)} readings of {what} agree with what Prisma makes of them")
        print("".join(text + "\n" for text in wrong), end="", flush=True)
        ok = ok and not wrong
    return ok
