"""`pgplumb check` over a schema and a database that Prisma's DDL has made."""

import json
import os
import subprocess
import sys
import tempfile

from engine import ROOT

sys.path.insert(0, os.path.join(ROOT, "tests"))

from scenario import PGPLUMB, Database, cluster_folder, psql


class Prepared(Database):
    """A database with the DDL that Prisma's engine writes for a case."""

    def __init__(self, case, ddl):
        super().__init__()
        self.case, self.ddl = case, ddl

    def __enter__(self):
        super().__enter__()
        try:
            self.run("\n".join([self.case.before, self.ddl, self.case.after]))
        except SystemExit:
            self.__exit__()
            raise
        return self

    def run(self, sql):
        psql(self.name, stdin=sql)

    def copy(self):
        return Copy(self.name)


class Copy(Database):
    """A copy of a database that nobody is connected to."""

    def __init__(self, of):
        super().__init__()
        self.of = of

    def __enter__(self):
        psql("postgres", "-c", f"CREATE DATABASE {self.name} TEMPLATE {self.of}")
        return self


def check(model, database_url):
    """The report of `pgplumb check`; an Error of its own where it has none."""
    done = subprocess.run([PGPLUMB, "check", "--model", model, "--database", database_url, "--format", "json"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120)
    if done.returncode not in (0, 1):
        raise SystemExit(f"pgplumb check: exit {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def check_case(case, version, database_url):
    with tempfile.TemporaryDirectory(prefix="pgplumb-conformance-") as folder:
        return check(case.write(folder, version), database_url)


def told(finding):
    """A finding in a line: rule object.member field (severity): message."""
    found = finding["object"]
    name = ".".join(part for part in (found["schema"], found["name"], found["member"]) if part)
    return f"{finding['rule']} {name} {finding['field'] or ''} ({finding['severity']}): {finding['message']}"
