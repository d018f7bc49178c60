"""Schemas with one mistake: a line, a word or a character of a schema that Prisma takes is lost, doubled, moved or replaced. Some of
what comes out is still a schema."""

import random
import re

WORDS = ["String", "Int", "BigInt", "Float", "Boolean", "DateTime", "Json", "Bytes", "Decimal", "Parcel", "Nothing", "string", "Unsupported", "@id", "@unique",
         "@map", "@@id", "@@map", "@@unique", "@@index", "@@ignore", "@ignore", "@updatedAt", "@default", "@relation", "@db", "model", "enum", "view", "type",
         "datasource", "generator", "now()", "uuid()", "cuid()", "autoincrement()", "dbgenerated()", "true", "null", "-1", "1.5", '"text"', '""', "[]", "[1]",
         "fields:", "references:", "map:", "name:", "onDelete:", "Cascade", "SetNull", "SetDefault", "Desc", "Gin", "Hash", "ops:", "sort:", "length:", "id", "a", "b",
         "@db.Uuid", "@db.Text", "@db.VarChar(3)", "@db.Timestamptz", "@db.Decimal(3,1)", "@db.SmallInt", "@default(1)", '@default("x")', "@default(now())",
         "?", "[]", "@unique(map: \"x\")", "@map(\"x\")", "//", "///"]
CHARACTERS = list("{}()[]\"'@?,:.!#-_= \t\\/1xX") + ["\n", "é", "\r\n"]


class Mutator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def line(self, lines):
        return self.random.randrange(len(lines))

    def lose_line(self, text):
        lines = text.split("\n")
        del lines[self.line(lines)]
        return "\n".join(lines)

    def double_line(self, text):
        lines = text.split("\n")
        at = self.line(lines)
        return "\n".join(lines[: at + 1] + lines[at:])

    def move_line(self, text):
        lines = text.split("\n")
        lines.insert(self.line(lines), lines.pop(self.line(lines)))
        return "\n".join(lines)

    def word(self, text):
        """The place of some word, or of some run of signs."""
        return self.random.choice(list(re.finditer(r"@{0,2}[\w.]+|[^\w\s]+", text))).span()

    def lose_word(self, text):
        begin, end = self.word(text)
        return text[:begin] + text[end:]

    def replace_word(self, text):
        begin, end = self.word(text)
        return text[:begin] + self.random.choice(WORDS) + text[end:]

    def add_word(self, text):
        _, end = self.word(text)
        return text[:end] + " " + self.random.choice(WORDS) + text[end:]

    def swap_words(self, text):
        (a, b), (c, d) = sorted([self.word(text), self.word(text)])
        return text if b > c else text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]

    def misspell(self, text):
        begin, end = self.word(text)
        at = self.random.randrange(begin, end)
        return text[:at] + self.random.choice([text[at].swapcase(), text[at] * 2, ""]) + text[at + 1 :]

    def change_character(self, text):
        at = self.random.randrange(len(text))
        return text[:at] + self.random.choice(CHARACTERS) + text[at + self.random.randint(0, 1) :]

    def mutate(self, text):
        ways = [self.lose_line, self.double_line, self.move_line, self.lose_word, self.replace_word, self.replace_word, self.add_word, self.add_word,
                self.swap_words, self.misspell, self.change_character]
        return self.random.choice(ways)(text)


def mutations(text, count, seed, mistakes=1):
    """`count` texts that differ from the text and from one another, as far as they come by."""
    mutator, found = Mutator(seed), []
    for _ in range(count * 2):
        mutated = text
        for _ in range(mistakes):
            mutated = mutator.mutate(mutated)
        if mutated != text and mutated not in found:
            found.append(mutated)
        if len(found) == count:
            break
    return found
