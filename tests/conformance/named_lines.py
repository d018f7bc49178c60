"""Of the lines that Prisma names in a broken schema: which pgplumb names as well, and why it leaves the others."""

import re
from collections import Counter

# What Prisma's parser says of a line that it cannot read.
REFUSED = re.compile(r"Error validating: This (?:line|block) is (invalid|not an? .*)")

# What it says of a line that leaves nothing known of its name.
UNREAD = re.compile(REFUSED.pattern + r"|This field declaration is invalid|Field declarations don't require|is neither a built-in type|cannot be (used|defined)")

# What Prisma says of a block's first line, and pgplumb of the line in the block that is to be changed.
BETTER = [(r"At most one field must be marked as the id|must have at most one id criteria", r"has a second id"),
          (r"Invalid relation mode setting", r"unknown relation mode"),
          (r"Property \S+ in .* needs to be assigned a value", r"has no value")]

# What Prisma says at each of two lines, and pgplumb at one, naming the other in its words.
OF_TWO = [r"has to be unique in the following namespace", r"can only be defined once", r"You must set them on the required side",
          r"more than one datasource"]

# What Prisma says where something is not there; the group holds its names.
MISSING = [r'Argument "(\w+)" is missing in (?:data source|generator) block',
           r"refers to the unknown fields?:? (.+)\.",
           r"refers to the relation fields (.+)\. Index definitions",
           r"The following fields do not exist in (?:this model|the related model): (.+)",
           r"it is referencing the following relation fields: (.+)",
           r"Field '(.+)' does not exist in model",
           r"The defined default value `(.+)` is not a valid value of the enum",
           r'Type "(.+)" is neither']

# What Prisma says of a block that it takes for lines of the one before, whose "}" is missing.
SWALLOWED = [r"is already defined on", r"At most one field must be marked as the id", r"must have at most one id criteria",
             r"can only be defined once", r"Preview features are only supported in", r"Attribute not known"]

# The name of a foreign key without columns, which Prisma makes up for a relation that lacks its other side.
MADE_UP = re.compile(r"The given constraint name `\w+__fkey`")

HEAD = re.compile(r"\s*(?:model|enum|view|type|datasource|generator)\s+([\w-]+)")
EMPTY = re.compile(r"(\s|//.*|/\*(.|\n)*?\*/)*")

NAMED, TOLD, BETTER_PLACE, ECHO, FOLLOWS, LOST = "named", "told", "better", "echo", "follows", "lost"


def shape(message):
    """The message without what it quotes and the names that it lists."""
    message = re.sub(r"`[^`]*`|\"[^\"]*\"|'[^']*'", "…", message.split("\n")[0])
    return re.sub(r"(?<=fields: )[\w, ]+|(?<=model: )[\w, ]+|(?<=relation fields )[\w, ]+", "…", message.split(". ")[0])


class Broken:
    """One broken schema, with what both say of it: lists of (line, message) and the lines that pgplumb's other words name. Of what
    Prisma says also between which texts it stands: (line, message, begin, end)."""

    def __init__(self, text, prisma, pgplumb, told):
        self.lines = [""] + text.split("\n")
        self.prisma, self.pgplumb, self.told = sorted(said[:2] for said in prisma), pgplumb, told
        self.named = {line for line, _ in pgplumb}
        refusals = sorted((begin, end, line, REFUSED.match(message)[1]) for line, message, begin, end in prisma if REFUSED.match(message))
        self.refused = {line for _, _, line, _ in refusals}
        self.repeated = {line: before for (_, end, before, words), (begin, _, line, same) in zip(refusals, refusals[1:])
                         if words == same and EMPTY.fullmatch(text[end:begin])}
        self.unread = {line for line, message in self.prisma if UNREAD.search(message)}
        self.why = {}
        for line, message in self.prisma:
            self.why[line, message] = self.named_how(line, message)
        for line, message in self.prisma:
            if self.why[line, message] == LOST and self.follows(line, message):
                self.why[line, message] = FOLLOWS

    def named_how(self, line, message):
        if line in self.named:
            return NAMED
        is_open_block = REFUSED.match(message) and HEAD.match(self.lines[line])  # pgplumb names the line where its "}" is missed
        if line in self.told and (is_open_block or any(re.search(words, message) for words in OF_TWO)):
            return TOLD
        for theirs, ours in BETTER:
            if re.search(theirs, message) and any(re.search(ours, said) and self.head(place) == line for place, said in self.pgplumb):
                return BETTER_PLACE
        return ECHO if REFUSED.match(message) and self.is_known(self.repeated.get(line)) else LOST

    def head(self, line):
        """The line that begins the block in which the line stands."""
        return next((at for at in range(line, 0, -1) if HEAD.match(self.lines[at])), 0)

    def is_known(self, line):
        """Whether Prisma says something of the line, and nothing that pgplumb has lost."""
        return bool(self.reasons(line)) and LOST not in self.reasons(line)

    def reasons(self, line):
        return {why for (at, _), why in self.why.items() if at == line}

    def follows(self, line, message):
        """Whether Prisma would be silent of it if another line, which pgplumb names, were mended."""
        if "An enum must have at least one value" in message:
            return self.is_swallowed(line) or any(self.head(at) == line and self.is_known(at) for at in self.refused if at != line)
        if message == "No such argument." and FOLLOWS in self.reasons(line):
            return True
        if MADE_UP.search(message):
            return any(self.head(place) == line and "no opposite field" in said for place, said in self.pgplumb)
        if any(re.search(words, message) for words in SWALLOWED) and self.is_swallowed(line):
            return True
        for words in MISSING:
            if found := re.search(words, message):
                return all(self.is_stated_badly(name) for name in re.findall(r"[\w-]+", found[1]))
        return False

    def is_swallowed(self, line):
        """Whether Prisma has refused the first line of the line's block, or of the block behind it."""
        heads = [at for at in range(1, len(self.lines)) if HEAD.match(self.lines[at])]
        next_head = next((at for at in heads if at > self.head(line)), 0)
        return any(at in self.refused and self.is_known(at) for at in (self.head(line), next_head))

    def is_stated_badly(self, name):
        """Whether Prisma cannot read the line that begins with the name, or the first of the block of that name."""
        for at in self.unread:
            head, word = HEAD.match(self.lines[at]), re.match(r"\s*([\w-]+)", self.lines[at])
            if name in (head and head[1], word and word[1]) and self.is_known(at):
                return True
        return False

    def more(self):
        """What pgplumb says of lines that Prisma does not name."""
        theirs = {line for line, _ in self.prisma}
        return [(line, message) for line, message in self.pgplumb
                if line not in theirs and not (self.head(line) in theirs and any(re.search(ours, message) for _, ours in BETTER))]


class Lines:
    """The lines of many broken schemas, counted."""

    def __init__(self):
        self.count, self.shapes, self.more = Counter(), {}, Counter()

    def add(self, broken):
        for (_, message), why in broken.why.items():
            self.count[why] += 1
            self.shapes.setdefault(why, Counter())[shape(message)] += 1
        self.more.update(shape(message) for _, message in broken.more())

    def summary(self):
        count = self.count
        return (f"of {sum(count.values())} lines that Prisma names it names {count[NAMED]}, {count[TOLD]} in the words about another, "
                f"{count[BETTER_PLACE]} mistakes at a better line; {count[ECHO]} repeat the line before, {count[FOLLOWS]} follow from a line that is named, "
                f"{count[LOST]} are lost; it names {sum(self.more.values())} lines that Prisma does not")

    def table(self):
        """Every shape of message with its count, the lost ones first."""
        titles = {LOST: "lost", FOLLOWS: "follow from a line that is named", ECHO: "repeat the line before",
                  BETTER_PLACE: "at a better line", TOLD: "in the words about another"}
        parts = [(title, self.shapes.get(why, Counter())) for why, title in titles.items()] + [("Prisma does not name", self.more)]
        return "".join(f"  {title}:\n" + "".join(f"{number:7} {words}\n" for words, number in shapes.most_common())
                       for title, shapes in parts if shapes)
