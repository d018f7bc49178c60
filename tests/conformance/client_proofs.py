"""What the real Prisma Client meets: for each rule that claims an error code of Prisma's, an ordinary query on a real database that
gets this code. The claim is read from pgplumb's own finding about that database."""

import json
import os
import shutil
import subprocess

from checking import Prepared, check_case, cluster_folder, psql
from client.proofs import PROOFS, ROWS
from engine import HERE, install
from schemas import read_case

BASE = os.path.join(HERE, "changes", "base.prisma")


class Client:
    """The generated client of base.prisma, kept open as one process."""

    def __init__(self):
        self.folder = install("client", "client")
        for name in ("ask.ts", "prisma.config.ts"):
            shutil.copy(os.path.join(HERE, "client", name), self.folder)
        self.generate()
        self.process = subprocess.Popen(["npx", "tsx", "ask.ts", cluster_folder()], cwd=self.folder, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def generate(self):
        """Generating wants an engine's binary on disk, and never runs it."""
        with open(BASE) as file:
            schema = file.read().replace('"prisma-client"\n', '"prisma-client"\n  output = "generated"\n')
        with open(os.path.join(self.folder, "schema.prisma"), "w") as file:
            file.write(schema)
        unused = {"PRISMA_SCHEMA_ENGINE_BINARY": "/bin/true", "PRISMA_QUERY_ENGINE_LIBRARY": "/bin/true"}
        subprocess.run(["npx", "prisma", "generate"], cwd=self.folder, env={**os.environ, **unused}, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ask(self, database, query):
        self.process.stdin.write(json.dumps({"database": database, "query": query}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def claims(report):
    """{rule: (Prisma's code, SQLSTATE)} of a report's findings."""
    consequences = {finding["rule"]: finding["consequence"] or {} for finding in report["findings"]}
    return {rule: (consequence.get("prisma"), consequence.get("sqlstate")) for rule, consequence in consequences.items()}


def said_by(answer):
    return (answer.get("code"), answer.get("sqlstate"))


def prove(base, case, client, proof):
    """What is wrong with a proof; "" where the client says what the finding claims."""
    with base.copy() as untouched:
        before = client.ask(untouched.name, proof.query)
    with base.copy() as database:
        psql(database.name, stdin=proof.sql)
        after = client.ask(database.name, proof.query)
        claimed = claims(check_case(case, 7, database.url)).get(proof.rule)
    if claimed is None:
        return "pgplumb has no such finding"
    if "code" in before:
        return f"the query fails before the change as well: {before}"
    wrong = []
    if said_by(after) != proof.meets:
        wrong.append(f"the client meets {after}, not {proof.meets}")
    if claimed != proof.claims:
        wrong.append(f"pgplumb claims {claimed}, not {proof.claims}")
    return "; ".join(wrong)


def run(engines, options):
    case, client = read_case(BASE), Client()
    case.after += "\n" + ROWS
    wrong = []
    with Prepared(case, engines[-1].ask("ddl", case.for_engine(7))) as base:
        for proof in PROOFS:
            if options.only not in proof.rule:
                continue
            said = prove(base, case, client, proof)
            print(f"{proof.rule:<24}{proof.meets[0] or 'no error':<10}{proof.meets[1] or '':<8}{'WRONG: ' + said if said else 'as claimed'}  {proof.query}", flush=True)
            if said:
                wrong.append(proof)
    client.close()
    return not wrong
