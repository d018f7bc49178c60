"""Prisma's own schema engine, a WebAssembly build from npm, kept open as one process for each version."""

import json
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
VERSIONS = (6, 7)


def install(recipe, name):
    """npm packages of tests/conformance/RECIPE/package.json, in build/conformance/NAME; nothing is done where they are there."""
    folder = os.path.join(ROOT, "build", "conformance", name)
    source = os.path.join(HERE, recipe, "package.json")
    target, done = os.path.join(folder, "package.json"), os.path.join(folder, "installed.json")
    with open(source) as file:
        wanted = file.read()
    if os.path.exists(done) and open(done).read() == wanted:
        return folder
    print(f"installing {name} with npm", flush=True)
    os.makedirs(folder, exist_ok=True)
    shutil.copy(source, target)
    subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    shutil.copy(source, done)
    return folder


class Refused(Exception):
    """The engine takes no such schema, or no such database."""


class Crashed(Refused):
    """The engine itself has failed over it."""


class Engine:
    def __init__(self, version, socket_folder):
        self.version = version
        folder = install(os.path.join("engine", str(version)), f"engine-{version}")
        self.command = ["node", os.path.join(HERE, "engine", "engine.mjs"), folder, socket_folder]
        self.has_answered = False
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, what, files, **more):
        self.process.stdin.write(json.dumps({"ask": what, "files": files, **more}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line and not self.has_answered:
            raise SystemExit(f"Prisma {self.version}'s engine has ended")
        reply = json.loads(line) if line else {"error": "unreachable"}
        self.has_answered = True
        if reply.get("error") == "unreachable":  # a trap in WebAssembly, after which nothing works, or its process ends
            self.close()
            self.start()
            raise Crashed(reply["error"])
        if "error" in reply:
            raise Refused(reply["error"])
        return reply["answer"]

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:  # it has ended already
            pass
        self.process.wait()
