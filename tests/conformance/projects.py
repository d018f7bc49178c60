"""Real projects, if a folder of them is given: what Prisma's own diff finds between migrations and schema, pgplumb finds as well.

FOLDER/NAME/migrations is a migrations folder of Prisma's, FOLDER/NAME/schema holds its .prisma files. Nothing of them is kept here.
"""

import glob
import json
import os
import re
import subprocess

from checking import PGPLUMB, Database
from engine import Refused


def read(path):
    with open(path, newline="") as file:
        return file.read()


def schema_files(folder):
    return [["/" + os.path.relpath(path, folder), read(path)] for path in sorted(glob.glob(folder + "/**/*.prisma", recursive=True))]


def history(folder):
    """The migrations as the engine takes them."""
    directories = [{"path": name, "migrationFile": {"path": "migration.sql", "content": {"tag": "ok", "value": read(file)}}}
                   for name in sorted(os.listdir(folder)) for file in glob.glob(os.path.join(folder, name, "migration.sql"))]
    lock = {"path": "migration_lock.toml", "content": 'provider = "postgresql"\n'}
    return {"baseDir": "/", "lockfile": lock, "shadowDbInitScript": "", "migrationDirectories": directories}


def statements_by_prisma(engines, project):
    """The statements that Prisma's diff writes; text where it cannot answer. Which version a project is of is found by trying."""
    said = []
    for engine in engines:
        try:
            with Database() as shadow:
                script = engine.ask("differences", schema_files(project + "/schema"), migrations=history(project + "/migrations"), shadow=shadow.name)
            # It asks for the extensions of a schema whether the migrations make them or not.
            return [part for part in re.split(r"^-- \w+\n", script, flags=re.M) if '"' in part and "CREATE EXTENSION IF NOT" not in part]
        except Refused as error:
            said.append(f"{engine.version}: " + str(error).strip().split("\n")[0][:100])
    return "; ".join(said)


def findings_by_pgplumb(project):
    """None where it takes no such schema."""
    done = subprocess.run([PGPLUMB, "check", "--model", project + "/schema", "--migrations", project + "/migrations", "--format", "json"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120)
    if done.returncode not in (0, 1):
        return None
    return json.loads(done.stdout)["findings"]


def names_in(finding):
    """Every name by which a finding can be known in a statement: its object, and what each source calls it."""
    found = finding["object"] or {}
    words = [found.get("name"), found.get("member"), finding["message"], *(says.get("value") for says in finding["says"])]
    return " ".join(word for word in words if word)


def is_found(statement, findings):
    """Whether some finding is about a thing that the statement names behind its table, the enum that it makes anew, or a table that is
    missing, with all that belongs to it."""
    if remade := re.search(r'ALTER TYPE "([^"]+)" RENAME TO "\1_old"', statement):
        return any((finding["object"] or {}).get("name") == remade[1] for finding in findings)
    names = re.findall(r'"([^"]+)"', statement)
    if any(finding["rule"] == "missing-table" and finding["object"]["name"] in names for finding in findings):
        return True
    return any(all(re.search(rf"\b{re.escape(name)}\b", names_in(finding)) for name in names[:2]) or
               any(name == (finding["object"] or {}).get("member") for name in names) for finding in findings)


def run_project(engines, project):
    """A line for people, and whether everything that Prisma finds is found."""
    name, statements, findings = os.path.basename(project), statements_by_prisma(engines, project), findings_by_pgplumb(project)
    if findings is None:
        return f"{name:<36}{'':>28}  pgplumb rejects the schema; Prisma: {statements}", isinstance(statements, str)
    if isinstance(statements, str):
        return f"{name:<36}{'no answer':>10}{'':>8}{len(findings):>10}  {statements}", True
    lost = [statement.strip() for statement in statements if not is_found(statement, findings)]
    line = f"{name:<36}{len(statements):>10}{len(statements) - len(lost):>8}{len(findings):>10}"
    return "\n".join([line, *lost]), not lost


def run(engines, options):
    if not options.projects:
        print("projects: SKIPPED: no folder of projects is given (--projects FOLDER)")
        return True
    ok = True
    print(f"{'project':<36}{'by Prisma':>10}{'found':>8}{'findings':>10}")
    for project in sorted(glob.glob(os.path.join(options.projects, "*"))):
        if options.only not in project or not all(os.path.isdir(os.path.join(project, part)) for part in ("schema", "migrations")):
            continue
        line, is_right = run_project(engines, project)
        print(line, flush=True)
        ok = ok and is_right
    return ok
