"""Migration tools run for real, and what pgplumb reads in their history tables.

Each tool runs two migrations; pgplumb must know both as applied, with their effect there. Then a third is written, and where the tool
keeps checksums a comment is added to the second: the one must be pending, the other edited.
"""

import json
import os
import shutil
import subprocess
import tempfile

import checking  # makes tests/scenario.py findable
from engine import HERE, install
from migration_tool_files import CASES, prisma
from projects import history as migrations_of
from scenario import PGPLUMB, cluster_folder


def write(place, files):
    for name, text in files.items():
        path = os.path.join(place, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)


def run_tool(command, folder, url):
    """In `folder`, where the tool finds its packages and its runner."""
    path = os.path.join(folder, "node_modules", ".bin") + os.pathsep + os.environ["PATH"]
    done = subprocess.run(command, cwd=folder, text=True, env={**os.environ, "DATABASE_URL": url, "PATH": path},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise AssertionError(f"{' '.join(command)}: {done.stdout}")


def history(url, place=None):
    """What pgplumb says: (tool, [(record, edit, effect)])."""
    command = [PGPLUMB, "history", "--format", "json", "--database", url] + (["--migrations", place] if place else [])
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    report = json.loads(done.stdout)["history"] if done.returncode != 2 else None
    if report is None:
        raise AssertionError("pgplumb finds no history table: " + done.stdout + done.stderr)
    return report["tool"], [(one["record"], one["edit"], one["effect"]) for one in report["migrations"]]


def expect(what, actual, expected):
    if actual != expected:
        raise AssertionError(f"{what}: expected {expected}, but pgplumb says {actual}")


def add_comment(place, files):
    name = sorted(name for name in files if name.endswith(".sql") and name != "current.sql")[1]
    with open(os.path.join(place, name), "a") as file:
        file.write("-- a comment\n")


def expect_all_known(tool, files, url, place, has_checksums, others=()):
    """After two of three ran: what is recorded, what is there, and what a third file and an edited second one come to."""
    unchanged, edited = ("none", "form") if has_checksums else ("unknown", "unknown")
    expect("after the run", history(url, place), (tool, [("applied", unchanged, "there")] * 2 + [*others]))
    write(place, files(3))
    if has_checksums:
        add_comment(place, files(3))
    expect("with a third file", history(url, place),
           (tool, [("applied", unchanged, "there"), ("applied", edited, "there"), ("none", "unknown", "absent"), *others]))


def check_prisma(engine):
    """The schema engine itself applies them, as `prisma migrate deploy` lets it do."""
    with tempfile.TemporaryDirectory() as place, checking.Database() as database:
        write(place, prisma(2))
        schema = 'datasource db {\n  provider = "postgresql"\n' + ('  url = "x"\n' if engine.version == 6 else "") + "}\n"
        done = engine.ask("deploy", [["/schema.prisma", schema]], migrations=migrations_of(place), database=database.name)
        expect("applied by the engine", done, ["20240101000000_step", "20240101000001_step"])
        expect_all_known("Prisma", prisma, database.url, place, True)


def settings_of(database):
    """Of the tools that do not take a URL with a socket in it."""
    sequelize = {"dialect": "postgres", "username": "postgres", "database": database.name, "host": cluster_folder()}
    return {".gmrc": json.dumps({"connectionString": database.url}), "sequelize.json": json.dumps({"development": sequelize})}


def check(tool, installed):
    files, command, has_checksums, are_files_read = CASES[tool]
    with tempfile.TemporaryDirectory() as folder, checking.Database() as database:
        place, url = os.path.join(folder, "migrations"), database.url
        os.symlink(os.path.join(installed, "node_modules"), os.path.join(folder, "node_modules"))
        shutil.copytree(os.path.join(HERE, "tools"), os.path.join(folder, "tools"))
        write(folder, settings_of(database))
        write(place, files(2))
        run_tool(command, folder, url)
        expect("records alone", history(url), (tool, [("applied", "unknown", "unknown")] * 2))
        if not are_files_read:
            return
        current = [("none", "unknown", "nothing")] if tool == "graphile-migrate" else []  # current.sql, never recorded
        expect_all_known(tool, files, url, place, has_checksums, current)


def run(engines, options):
    installed, failed = install("tools", "tools"), 0
    checks = {f"prisma {engine.version}": (lambda engine=engine: check_prisma(engine)) for engine in engines}
    checks |= {tool: (lambda tool=tool: check(tool, installed)) for tool in CASES}
    for tool in [name for name in checks if options.only in name]:
        try:
            checks[tool]()
            print(f"tools: {tool}: as it says", flush=True)
        except AssertionError as unlike:
            failed += 1
            print(f"tools: {tool}: {unlike}", flush=True)
    return failed == 0
