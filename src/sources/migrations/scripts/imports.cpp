// Where a program's names come from: functions of other files are followed there; a type of SQLAlchemy is known, one of the
// program's own is not.
#include <algorithm>
#include <array>

#include "sources/migrations/scripts/interpreter.h"
#include "sources/migrations/scripts/modules.h"

namespace pgplumb::scripts {

namespace {

std::string dotted(Slice tokens) {
  std::string name;
  for (const Token& token : tokens)
    if (!token.is_line_end()) name += token.text;
  return name;
}

/// `name`, `name as other`, `name: other`: what it is called here.
std::string local_name(Slice part, std::string_view otherwise) {
  const std::size_t as = std::min(find_word(part, "as"), find_sign(part, ":"));
  return as + 1 < part.size() ? std::string(part[as + 1].text) : std::string(otherwise);
}

std::string text_of(const Token& literal) {
  std::string text;
  for (const LiteralPart& part : literal.parts) text += part.text;
  return text;
}

/// `require('…')`, `await import('…')`, in parentheses or not, and the name that is asked of it.
std::optional<Import> required_in(Slice expression) {
  if (expression.size() == 3 && expression[0].is_group("(") && expression[1].is_sign(".")) {
    auto required = required_in(expression[0].inner);
    if (required) required->name = expression[2].text;
    return required;
  }
  while (!expression.empty() && expression.front().is_word("await")) expression = expression.subspan(1);
  const bool calls = expression.size() > 1 && (expression[0].is_word("require") || expression[0].is_word("import")) &&
                     expression[1].is_group("(") && expression[1].inner.size() == 1 && expression[1].inner.front().is_literal();
  if (!calls) return std::nullopt;
  const bool has_name = expression.size() == 4 && expression[2].is_sign(".");
  return Import{text_of(expression[1].inner.front()), has_name ? std::string(expression[3].text) : ""};
}

/// The first name of `new Columns(queryInterface)`, `Columns(op)`: what it makes has the functions of that one's file.
std::string_view made_by(Slice expression) {
  while (!expression.empty() && (expression.front().is_word("await") || expression.front().is_word("new")))
    expression = expression.subspan(1);
  const bool calls = expression.size() > 1 && expression[0].kind == Token::Kind::word && expression[1].is_group("(");
  return calls ? expression[0].text : std::string_view();
}

}  // namespace

bool is_of_sqlalchemy(const Import& import) {
  constexpr auto packages =
      std::to_array<std::string_view>({"sqlalchemy", "sqlmodel", "alembic", "pgvector", "fastapi_users_db_sqlalchemy", "citext"});
  const std::string package = import.module.substr(0, import.module.find('.'));
  return std::find(packages.begin(), packages.end(), package) != packages.end();
}

bool Interpreter::note_imports(Slice statement) {
  if (statement.size() < 2) return false;
  if (language_.name == "python") note_python_imports(statement);
  if (language_.name == "javascript" && note_javascript_imports(statement)) return true;
  const std::size_t sign = find_sign(statement, "=");
  if (sign == 0 || sign >= statement.size() || statement.front().kind != Token::Kind::word) return false;
  if (const auto maker = imports_.find(made_by(statement.subspan(sign + 1))); maker != imports_.end())
    imports_.insert_or_assign(std::string(statement.front().text), Import(maker->second));
  return false;
}

/// `import a.b`, `import a.b as c`, `from a import b, c as d`, `class E(…):`.
void Interpreter::note_python_imports(Slice statement) {
  if (statement.front().is_word("class")) imports_[std::string(statement[1].text)] = {};
  const std::size_t import = find_word(statement, "import");
  if (import >= statement.size()) return;
  const std::string module = import > 1 ? dotted(statement.subspan(1, import - 1)) : "";
  Slice names = statement.subspan(import + 1);
  if (names.size() == 1 && names.front().is_group("(")) names = names.front().inner;
  for (const Slice part : split(names, ",")) {
    if (part.empty()) continue;
    const std::string name = dotted(part.first(std::min(find_word(part, "as"), part.size())));
    if (module.empty())
      imports_[local_name(part, part.front().text)] = {name, ""};
    else if (name == "*")
      passed_on_.push_back(module);
    else
      imports_[local_name(part, name)] = {module, name};
  }
}

/// `import a, { b as c } from '…'`, `import * as a from '…'`, `const { a, b: c } = require('…')`, `export { a } from '…'`.
bool Interpreter::note_javascript_imports(Slice statement) {
  if (statement.front().is_word("import")) statement = statement.subspan(1);
  const std::size_t from = find_word(statement, "from"), sign = find_sign(statement, "=");
  if (from + 1 < statement.size() && statement[from + 1].is_literal()) {
    note_names(statement.first(from), {text_of(statement[from + 1]), std::string(defaulted)});
    return true;
  }
  const auto required = sign < statement.size() ? required_in(statement.subspan(sign + 1)) : std::nullopt;
  if (required) note_names(statement.first(sign), *required);
  return required.has_value();
}

void Interpreter::note_names(Slice names, const Import& whole) {
  for (const Slice part : split(names, ",")) {
    if (part.empty()) continue;
    const bool is_all = part.front().is_sign("*");
    if (is_all && part.size() == 1) passed_on_.push_back(whole.module);
    if (part.front().kind == Token::Kind::word || (is_all && part.size() > 1))
      imports_[local_name(part, part.front().text)] = {whole.module, is_all ? "" : whole.name};
    if (!part.front().is_group("{")) continue;
    for (const Slice inner : split(part.front().inner, ","))
      if (!inner.empty()) imports_[local_name(inner, inner.front().text)] = {whole.module, std::string(inner.front().text)};
  }
}

/// `export default add`, `export default async function add(…) {…}`, `module.exports = { TABLE: 'calls', async add(…) {…} }`.
void Interpreter::note_default(Slice exported) {
  exported = without_line_ends(exported);
  while (!exported.empty() && exported.front().is_word("async")) exported = exported.subspan(1);
  if (exported.empty()) return;
  if (exported.front().is_word("class")) return announce(exported.back().inner);
  const bool is_named = exported.size() > 1 && introduces_function(exported[0]) && exported[1].kind == Token::Kind::word;
  if (is_named || (exported.size() == 1 && exported[0].kind == Token::Kind::word))
    imports_[std::string(defaulted)] = {
        "", std::string(exported.back().kind == Token::Kind::word ? exported[0].text : exported[1].text)};
  else if (exported.front().is_group("{"))
    bind_members(evaluate(exported));
  else
    define_function_literal(std::string(defaulted), exported);
}

void Interpreter::bind_members(const Value& record) {
  for (std::size_t i = 0; i < record.keys.size(); ++i) bind(record.keys[i].plain(), record.items[i]);
}

/// `exports.add = …`, `module.exports = …`: whether it is one.
bool Interpreter::note_export(const std::vector<std::string>& target, Slice exported) {
  const auto exports = std::find(target.begin(), target.end(), "exports");
  if (exports == target.end()) return false;
  if (exports + 1 == target.end())
    note_default(exported);
  else if (!define_function_literal(target.back(), exported))
    bind(target.back(), evaluate(exported));
  return true;
}

/// A name that nothing imports may be.
bool Interpreter::may_be_of_sqlalchemy(std::string_view name) const {
  const auto import = imports_.find(name);
  return import == imports_.end() || is_of_sqlalchemy(import->second);
}

}  // namespace pgplumb::scripts
