// Where Python's names come from: a type of SQLAlchemy is known, one of the program's own is not.
#include <algorithm>
#include <array>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

std::string dotted(Slice tokens) {
  std::string name;
  for (const Token& token : tokens)
    if (!token.is_line_end()) name += token.text;
  return name;
}

/// `name` or `name as other`: what it is called here.
std::string local_name(Slice part, std::string_view otherwise) {
  const std::size_t as = find_word(part, "as");
  return as + 1 < part.size() ? std::string(part[as + 1].text) : std::string(otherwise);
}

}  // namespace

/// `import a.b`, `import a.b as c`, `from a import b, c as d`, `class E(…):`.
void Interpreter::note_imports(Slice statement) {
  if (language_.name != "python" || statement.size() < 2) return;
  if (statement.front().is_word("class")) {
    origins_[std::string(statement[1].text)] = "class";
    return;
  }
  const std::size_t import = find_word(statement, "import");
  if (import >= statement.size()) return;
  const std::string module = import > 1 ? dotted(statement.subspan(1, import - 1)) : "";
  Slice names = statement.subspan(import + 1);
  if (names.size() == 1 && names.front().is_group("(")) names = names.front().inner;
  for (const Slice part : split(names, ",")) {
    if (part.empty()) continue;
    const std::string name = dotted(part.first(std::min(find_word(part, "as"), part.size())));
    if (module.empty())
      origins_[local_name(part, part.front().text)] = name;
    else
      origins_[local_name(part, name)] = module + "." + name;
  }
}

/// A name that nothing imports may be.
bool Interpreter::may_be_of_sqlalchemy(std::string_view name) const {
  constexpr auto packages =
      std::to_array<std::string_view>({"sqlalchemy", "sqlmodel", "alembic", "pgvector", "fastapi_users_db_sqlalchemy", "citext"});
  const auto origin = origins_.find(name);
  if (origin == origins_.end()) return true;
  const std::string package = origin->second.substr(0, origin->second.find('.'));
  return std::find(packages.begin(), packages.end(), package) != packages.end();
}

}  // namespace pgplumb::scripts
