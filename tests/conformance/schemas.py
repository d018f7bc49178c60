"""Schemas as cases: a .prisma file, or a folder of them, whose first comments say what is to be done around it.

    // What the case is about.
    // before: CREATE EXTENSION citext;          run before Prisma's DDL
    // after: CREATE VIEW …;                     run behind it: what Prisma makes nothing for
    // versions: 7                               6 and 7 unless said
"""

import glob
import os
import re

from engine import HERE, VERSIONS


def with_url(text):
    """Version 6 wants a url in the datasource, version 7 forbids it."""
    return re.sub(r'^(\s*provider\s*=\s*"postgresql".*)$', r'\1\n  url = env("DATABASE_URL")', text, count=1, flags=re.M)


class Case:
    def __init__(self, name, texts, before="", after="", versions=VERSIONS):
        self.name, self.texts = name, texts  # {file name: text}
        self.before, self.after, self.versions = before, after, versions

    def of_version(self, version):
        """The files as this version wants them."""
        return {name: with_url(text) if version == 6 else text for name, text in self.texts.items()}

    def for_engine(self, version):
        return [["/" + name, text] for name, text in self.of_version(version).items()]

    def write(self, folder, version):
        """Writes the files and returns the place that pgplumb reads."""
        texts = self.of_version(version)
        for name, text in texts.items():
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), "w", newline="") as file:
                file.write(text)
        return os.path.join(folder, next(iter(texts))) if len(texts) == 1 else folder


def said_in(text, word):
    return "\n".join(re.findall(rf"^// {word}: (.*)$", text, flags=re.M))


def read_case(path):
    files = sorted(glob.glob(path + "/**/*.prisma", recursive=True)) if os.path.isdir(path) else [path]
    texts = {}
    for file in files:
        with open(file, newline="") as opened:
            texts[os.path.relpath(file, path) if os.path.isdir(path) else os.path.basename(file)] = opened.read()
    head = "\n".join(texts.values())
    versions = tuple(int(word) for word in said_in(head, "versions").split()) or VERSIONS
    return Case(os.path.basename(path).removesuffix(".prisma"), texts, said_in(head, "before"), said_in(head, "after"), versions)


def committed_cases():
    folder = os.path.join(HERE, "schemas")
    return [read_case(os.path.join(folder, name)) for name in sorted(os.listdir(folder))]
