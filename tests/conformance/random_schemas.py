"""Random schemas that Prisma takes; the same for the same seed. Written to cross features that the committed cases have one by one."""

import random

from schemas import Case

# type, native types, defaults: of each one is taken, "" for none
SCALARS = [
    ("String", ["", "@db.VarChar(40)", "@db.Text", "@db.VarChar"], ["", '@default("a\'b")', "@default(uuid())", "@default(cuid())", '@default("")']),
    ("String", ["@db.Uuid"], ["", '@default(dbgenerated("gen_random_uuid()"))', "@default(uuid(7))"]),
    ("String", ["@db.Char(4)", "@db.Inet", "@db.Xml", "@db.Bit(4)", "@db.VarBit(4)"], [""]),
    ("Int", ["", "@db.Integer", "@db.SmallInt"], ["", "@default(0)", "@default(-7)", "@default(autoincrement())", '@default(dbgenerated("1 + 2"))']),
    ("Int", ["@db.Oid"], ["", "@default(7)"]),
    ("BigInt", ["", "@db.BigInt"], ["", "@default(12345678901)", "@default(autoincrement())"]),
    ("Float", ["", "@db.Real", "@db.DoublePrecision"], ["", "@default(0.5)", "@default(3)", "@default(-2.25)"]),
    ("Decimal", ["", "@db.Decimal(10, 2)", "@db.Decimal", "@db.Money"], ["", "@default(1.50)", "@default(0)"]),
    ("DateTime", ["", "@db.Timestamp", "@db.Timestamptz(3)", "@db.Timestamptz", "@db.Timestamp(0)"],
     ["", "@default(now())", "@updatedAt", '@default("2022-02-03T04:05:06.5Z")', '@default(dbgenerated("now() - interval \'2 hours\'"))']),
    ("DateTime", ["@db.Date", "@db.Time", "@db.Time(2)", "@db.Timetz"], ["", "@default(now())"]),
    ("Json", ["", "@db.Json"], ["", '@default("{}")', '@default("[1, {\\"a\\": null}]")']),
    ("Bytes", ["", "@db.ByteA"], ["", '@default("AAEC")']),
    ("Boolean", ["", "@db.Boolean"], ["", "@default(true)", '@default(dbgenerated("(NOT false)"))']),
    ('Unsupported("tsvector")', [""], [""]),
    ('Unsupported("point")', [""], ["", '@default(dbgenerated("point(0, 0)"))']),
]
LIST_DEFAULTS = {"String": '@default(["x", "y z"])', "Int": "@default([1, 2])", "BigInt": "@default([3, 40000000000])", "Float": "@default([0.5])",
                 "Boolean": "@default([true])", "Decimal": "@default([1.5])", "Json": '@default(["{}"])'}
IDS = ["Int @id", "Int @id @default(autoincrement())", "BigInt @id @default(autoincrement())", "String @id @default(cuid())",
       'String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid', "String @id @db.VarChar(30)"]
ACTIONS = ["Cascade", "Restrict", "NoAction"]
WORDS = ["account", "order", "Line", "user", "Über", "group", "item_of_stock", "LongishNameOfAThingThatIsKept", "x"]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.several = self.chance(0.3)
        self.relation_mode = self.chance(0.1)  # whose rules on cycles and actions are stricter
        self.actions = ["Cascade", "Restrict"] if self.relation_mode else ACTIONS
        self.models, self.enums = [], []
        self.lines = {}  # of each model, in order
        self.ids = {}

    def chance(self, probability):
        return self.random.random() < probability

    def name_map(self, at, name):
        """A @map, sometimes, that no other of the schema has."""
        return f' {at}map("{self.random.choice(WORDS)} {name}")' if self.chance(0.25) else ""

    def schema_line(self):
        return f'  @@schema("{self.random.choice(["public", "other", "Third One"])}")' if self.several else None

    def write_enum(self, number):
        name = f"Kind{number}"
        values = [f"v{i}" + self.name_map("@", f"{number}.{i}") for i in range(self.random.randint(1, 5))]
        block = ["  " + value for value in values] + ([f"  @@map(\"{self.random.choice(WORDS)} {name}\")"] if self.chance(0.3) else [])
        self.enums.append(name)
        return [f"enum {name} {{", *block, *filter(None, [self.schema_line()]), "}"]

    def field(self, name):
        if self.enums and self.chance(0.15):
            kind = self.random.choice(self.enums)
            return f"  {name} {kind}{self.random.choice(['', '?', '[]'])}" + self.name_map("@", name)
        kind, natives, defaults = self.random.choice(SCALARS)
        native, default = self.random.choice(natives), self.random.choice(defaults)
        shape = self.random.choice(["", "", "?", "[]"])
        if "autoincrement" in default:
            shape = ""
        if shape == "[]":
            native = "" if native == "@db.Oid" else native
            default = LIST_DEFAULTS.get(kind, "") if not native and self.chance(0.5) else ""
        return f"  {name} {kind}{shape} {default} {native}" + self.name_map("@", name)

    def indexable(self, lines):
        """Names of fields that a btree takes: neither lists nor types without an order."""
        names = []
        for line in lines:
            name, kind = line.split()[:2]
            if not kind.endswith("]") and kind.rstrip("?") in ("String", "Int", "BigInt", "DateTime", "Boolean") and "@db.Xml" not in line:
                names.append(name)
        return names

    def keys(self, fields):
        names = self.indexable(fields)
        lines, seen = [], set()
        for _ in range(self.random.randint(0, 4)):
            chosen = tuple(self.random.sample(names, min(len(names), self.random.randint(1, 3))))
            what = self.random.choice(["@@index", "@@index", "@@unique"])
            if not chosen or (what, chosen) in seen:
                continue
            seen.add((what, chosen))
            bits = any(chosen[0] in line.split() and "Bit" in line for line in fields)  # have no hash operators
            if what == "@@index" and len(chosen) == 1 and not bits and self.chance(0.2):
                lines.append(f"  @@index([{chosen[0]}], type: Hash)")
                continue
            stated = [name + ("(sort: Desc)" if self.chance(0.2) else "") for name in chosen]
            lines.append(f"  {what}([{', '.join(stated)}])")
        return lines

    def write_model(self, number):
        name = f"Model{number}"
        identity = self.random.choice(IDS)
        self.ids[name] = identity
        fields = [f"  id {identity}"] + [self.field(f"f{i}") for i in range(self.random.randint(2, 9))]
        tail = self.keys(fields) + list(filter(None, [self.schema_line()]))
        if self.chance(0.3):
            tail.append(f'  @@map("{self.random.choice(WORDS)}_{name}")')
        self.models.append(name)
        self.lines[name] = (fields, tail)

    def key_type(self, model):
        """Type and native type of a field that refers to a model's id."""
        words = self.ids[model].split()
        return words[0], next((word for word in words if word.startswith("@db")), "")

    def relate(self, number):
        one, other = sorted(self.random.choices(self.models, k=2), reverse=True)
        if one == other and self.relation_mode:
            return
        fields, back = self.lines[one][0], self.lines[other][0]
        name = f'"Relation{number}"'
        if self.chance(0.3):
            fields.append(f"  many{number} {other}[] @relation({name})")
            back.append(f"  manyBack{number} {one}[] @relation({name})")
            return
        optional = "?" if self.chance(0.4) else ""
        kind, native = self.key_type(other)
        single = self.chance(0.25)
        actions = "".join(f", {event}: {self.random.choice(self.actions + (['SetNull'] if optional else []))}"
                          for event in ("onDelete", "onUpdate") if self.chance(0.4))
        fields.append(f"  ref{number}Id {kind}{optional} {'@unique' if single else ''} {native}" + self.name_map("@", f"ref{number}"))
        fields.append(f"  ref{number} {other}{optional} @relation({name}, fields: [ref{number}Id], references: [id]{actions})")
        back.append(f"  back{number} {one}{'?' if single else '[]'} @relation({name})")

    def text(self):
        enums = [line for number in range(self.random.randint(0, 3)) for line in self.write_enum(number)]
        for number in range(self.random.randint(1, 6)):
            self.write_model(number)
        for number in range(self.random.randint(0, len(self.models) * 2)):
            self.relate(number)
        head = ["datasource db {", '  provider = "postgresql"']
        if self.several:
            head.append('  schemas = ["public", "other", "Third One"]')
        if self.relation_mode:
            head.append('  relationMode = "prisma"')
        blocks = [line for name in self.models for line in (f"model {name} {{", *self.lines[name][0], *self.lines[name][1], "}")]
        preview = ["generator client {", '  provider = "prisma-client-js"', '  previewFeatures = ["multiSchema"]', "}"] if self.several else []
        return "\n".join([*head, "}", *preview, *enums, *blocks, ""])


def random_cases(count, seed):
    return [Case(f"random-{number}", {"schema.prisma": Writer(number).text()}) for number in range(seed, seed + count)]
