#!/usr/bin/env python3
"""Holds JSON documents against a JSON Schema: validate_json.py SCHEMA DOCUMENT…; "-" is standard input. Exit 1 names each mismatch."""

import json
import sys

from jsonschema import Draft202012Validator


def read(path):
    if path == "-":
        return json.load(sys.stdin)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def mismatches(validator, path):
    for error in sorted(validator.iter_errors(read(path)), key=lambda error: error.json_path):
        yield f"{path}: {error.json_path}: {error.message}"


def main(schema_path, *document_paths):
    schema = read(schema_path)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    found = [line for path in document_paths for line in mismatches(validator, path)]
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
