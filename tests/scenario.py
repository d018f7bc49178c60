"""A scenario: a folder of fixtures/ brought to life in a temporary folder, where commands are run as a user types them.

Two contexts: `offline` gives database.sql to pgplumb as a file, `live` loads it into a database of its own first. What
a command says must be the same in both, but for where the database is: apart_from_places() takes that out.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import uuid

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)
PGPLUMB = os.environ.get("PGPLUMB", os.path.join(ROOT, "build", "release", "pgplumb"))


def cluster_folder():
    """The running server's folder, which is its socket's too. See tests/cluster."""
    with open(os.environ["PGPLUMB_CLUSTER"]) as file:
        return file.read().strip()


def psql(database, *arguments, stdin=None):
    command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", cluster_folder(), "-U", "postgres", "-d", database]
    done = subprocess.run(command + list(arguments), input=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"})
    if done.returncode:
        raise SystemExit(f"psql on {database}: {done.stdout}")
    return done.stdout


def make_roles(names):
    """Roles are the cluster's, so that several cases may share one; each is made once."""
    for name in names:
        psql("postgres", "-c", f"DO $$ BEGIN CREATE ROLE {name}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$")


def lines_of(path):
    """The lines of a file that are neither empty nor comments; none where there is no file."""
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return [line for line in file.read().splitlines() if line and not line.startswith("#")]


class Database:
    """One database, there as long as the `with` block runs."""

    def __init__(self, sql_file=None, name=None):
        self.name = name or "case_" + uuid.uuid4().hex[:12]
        self.sql_file = sql_file

    def __enter__(self):
        psql("postgres", "-c", f"CREATE DATABASE {self.name} TEMPLATE template0")
        if self.sql_file:
            psql(self.name, "-f", self.sql_file)
        return self

    def __exit__(self, *_):
        psql("postgres", "-c", f"DROP DATABASE {self.name}{self.force()}")

    @staticmethod
    def force():
        """PostgreSQL 12 has no WITH (FORCE)."""
        with open(os.path.join(cluster_folder(), "data", "PG_VERSION")) as file:
            return " WITH (FORCE)" if int(file.read()) > 12 else ""

    @property
    def url(self):
        return f"postgresql://postgres@localhost/{self.name}?host={cluster_folder()}"


def statements_sent(database, command):
    """Every statement that a command sends to this database, as the server's log shows them: (text, {"$1": "'{2200}'"})."""
    psql("postgres", "-c", f"ALTER DATABASE {database.name} SET log_statement = 'all'")
    subprocess.run(command, stdout=subprocess.DEVNULL)
    psql("postgres", "-c", f"ALTER DATABASE {database.name} RESET log_statement")
    with open(os.path.join(cluster_folder(), "log")) as file:
        log = file.read().replace("\n\t", "\v")  # lines that go on begin with a tab
    statements = []
    for what, text in re.findall(rf"^{database.name}\|(LOG:  (?:statement|execute [^:]*)|DETAIL:  [Pp]arameters): (.*)$", log, re.M):
        if what.startswith("LOG"):
            statements.append((text.replace("\v", "\n"), {}))
        else:
            statements[-1][1].update(re.findall(r"(\$\d+) = ('(?:[^']|'')*')", text))
    return statements


class Scenario:
    """`with Scenario(folder, context) as scenario: scenario.run("pgplumb check …")`"""

    def __init__(self, folder, context, database_name=None):
        self.folder, self.context, self.database_name = folder, context, database_name

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="pgplumb-scenario-")
        self.place = os.path.join(self.temporary.name, "scenario")
        shutil.copytree(self.folder, self.place)
        self.database, self.scratch = None, None
        location = "database.sql"
        if self.context == "live":
            make_roles(lines_of(os.path.join(self.place, "roles")))
            self.database = self.database_of("database.sql", self.database_name) or Database(None, self.database_name).__enter__()
            self.scratch = self.database_of("scratch.sql", self.database_name and "scratch")
            location = self.database.url
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith("PG") and name not in ("DATABASE_URL", "COLUMNS", "NO_COLOR")}
        path = os.path.dirname(PGPLUMB) + os.pathsep + kept["PATH"]
        self.environment = {**kept, "PATH": path, "DATABASE": location, "LC_ALL": "C.UTF-8"}
        if self.scratch:
            self.environment["SCRATCH"] = self.scratch.url
        return self

    def database_of(self, file, name=None):
        """A database with what the file makes; None where there is no such file."""
        path = os.path.join(self.place, file)
        return Database(path, name).__enter__() if os.path.exists(path) else None

    def __exit__(self, *_):
        for database in filter(None, (self.database, self.scratch)):
            database.__exit__()
        self.temporary.cleanup()

    def run(self, command):
        """Output (standard error included) and exit code of one line of shell."""
        done = subprocess.run(["bash", "-c", command], cwd=self.place, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        return done.stdout.decode(errors="backslashreplace"), done.returncode

    def named(self, text):
        """The text with the database named as in the offline context."""
        if self.database:
            text = text.replace(self.database.url, "database.sql").replace(self.database.name, "database.sql")
        return text.replace(self.scratch.name, "scratch") if self.scratch else text

    def report(self, commands):
        """What a terminal would show of these commands."""
        shown = []
        for command in commands:
            output, code = self.run(command)
            shown.append(f"$ {command}\n{self.named(output)}exit {code}\n")
        return "\n".join(shown)

    def json_report(self, command):
        """The same command's --format json as text; None where it has no such format."""
        if not re.match(r"pgplumb (check|diff|explain)\b", command) or "--format" in command:
            return None
        return self.named(self.run(re.sub(r"^(pgplumb \w+)", r"\1 --format json", command) + " 2>/dev/null")[0])


def apart_from_places(text):
    """What remains of a report when it is left open where its database is: offline and live cannot agree on that."""
    text = re.sub(r"^database  [^\n]*?(?:\n {8,})?(\d+ tables?)(?:, PostgreSQL [\d.]+)?", r"database  \1", text, flags=re.M)
    text = re.sub(r", PostgreSQL\s+[\d.]+", "", text)  # which a narrow column wraps, or not, by the length of the version
    # How wide the column of places is depends on them: the sources stand below the command, before the first empty line.
    return re.sub(r"^\$ [^\n]*\n(?:[^\n]+\n)+", lambda sources: re.sub(r" {2,}", "  ", sources[0]), text, flags=re.M)


def json_apart_from_places(text):
    report = json.loads(text)
    for source in report.get("sources", []):
        if source["role"] == "database":
            for member in ("place", "type", "server"):
                source.pop(member, None)
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


def commands_of(folder):
    return lines_of(os.path.join(folder, "command"))
