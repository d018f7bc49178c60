#include <pgplumb/sql/parse.h>

#include <charconv>
#include <iterator>

#include "catalog/named_in_constants.h"
#include "catalog/row_types.h"
#include "kinds/ddl.h"
#include "kinds/spelling.h"
#include "sql/nodes.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

template <class Number>
Number number(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Reads one element of an array in text form, quoted or not, and leaves `rest` behind it.
std::string take_element(std::string_view& rest) {
  const bool quoted = rest.front() == '"';
  if (quoted) rest.remove_prefix(1);
  std::string element;
  while (!rest.empty() && (quoted ? rest.front() != '"' : rest.front() != ',' && rest.front() != '}')) {
    if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
    element += rest.front();
    rest.remove_prefix(1);
  }
  if (quoted && !rest.empty()) rest.remove_prefix(1);
  return quoted || element != "NULL" ? element : std::string();
}

/// Types, tables used as types, and what is none of these here: domains, composite types, types of extensions.
const Symbol* find_type(Draft& draft, std::string_view schema, std::string_view name) {
  if (const Symbol* parent = draft.find(Namespace::schema, nullptr, schema)) {
    if (const Symbol* type = draft.find(Namespace::type, parent, name)) return type;
    if (const Symbol* row_type = draft.find(Namespace::relation, parent, name)) return row_type;
    if (const Symbol* multirange = draft.find_second_name(parent, name)) return multirange;
  }
  return draft.phantom(schema, name);
}

const Symbol* find_relation(Draft& draft, std::string_view schema, std::string_view name) {
  const Symbol* parent = draft.find(Namespace::schema, nullptr, schema);
  for (const Namespace space : {Namespace::relation, Namespace::sequence})
    if (const Symbol* found = parent ? draft.find(space, parent, name) : nullptr) return found;
  return draft.phantom(schema, name);
}

const Symbol* find_collation(Draft& draft, std::string_view schema, std::string_view name) {
  const Symbol* parent = draft.find(Namespace::schema, nullptr, schema);
  const Symbol* found = parent ? draft.find(Namespace::collation, parent, name) : nullptr;
  return found ? found : draft.phantom(schema == pg_catalog()->text ? std::string_view() : schema, name);
}

NameResolver resolver(Draft& draft, const Symbol* relation) {
  NameResolver names;
  names.type = [&draft](std::string_view schema, std::string_view name) { return find_type(draft, schema, name); };
  names.object = [&draft](std::string_view type, std::string_view schema, std::string_view name) {
    return type == "regclass" ? find_relation(draft, schema, name) : named_in_constant(draft, {}, type, schema, name);
  };
  names.routine = [&draft](std::string_view schema, std::string_view name, const Expression&) {
    const Symbol* parent = draft.find(Namespace::schema, nullptr, schema);
    return parent ? draft.find_second_name(parent, name) : nullptr;  // a constructor of multiranges
  };
  names.collation = [&draft](std::string_view schema, std::string_view name) { return find_collation(draft, schema, name); };
  if (!relation) return names;
  names.column = [&draft, relation](std::string_view name) { return draft.find(Namespace::column, relation, name); };
  names.reference = [&draft, relation](const std::vector<std::string_view>& parts) {
    return row_in_expression(draft, relation, parts, {});
  };
  return names;
}

Expression read_text(std::string_view text, const NameResolver& names) {
  try {
    return parse_expression(text, names);
  } catch (const SyntaxError&) {
    Expression opaque;
    opaque.kind = Expression::Kind::opaque;
    opaque.text = text;
    return opaque;
  }
}

}  // namespace

unsigned oid_of(std::string_view text) { return number<unsigned>(text); }
unsigned Row::oid(std::size_t i) const { return oid_of(text(i)); }
int Row::integer(std::size_t i) const { return number<int>(text(i)); }
std::int64_t Row::large(std::size_t i) const { return number<std::int64_t>(text(i)); }

std::vector<unsigned> Row::integers(std::size_t i) const {
  std::vector<unsigned> all;
  const std::string_view values = text(i);
  constexpr std::string_view digits = "0123456789";
  for (std::size_t at = values.find_first_of(digits); at != values.npos;) {
    const std::size_t end = std::min(values.find_first_not_of(digits, at), values.size());
    all.push_back(number<unsigned>(values.substr(at, end - at)));
    at = values.find_first_of(digits, end);
  }
  return all;
}

std::vector<std::string> Row::texts(std::size_t i) const {
  std::vector<std::string> all;
  std::string_view rest = text(i);
  while (rest.size() > 1 && rest != "{}" && rest.front() != '}') {
    rest.remove_prefix(1);  // "{" or ","
    all.push_back(take_element(rest));
  }
  return all;
}

Symbol* Introspection::relation(unsigned oid) const {
  const auto found = relations.find(oid);
  return found == relations.end() ? nullptr : found->second;
}

void Introspection::add_column(unsigned relation, unsigned number, Symbol* symbol) {
  auto& of_relation = columns[relation];
  if (of_relation.size() <= number) of_relation.resize(number + 1);
  of_relation[number] = symbol;
}

Symbol* Introspection::column(unsigned relation, unsigned number) const {
  const auto found = columns.find(relation);
  return found == columns.end() || number >= found->second.size() ? nullptr : found->second[number];
}

ObjectRef Introspection::collation(unsigned schema, std::string_view name) const {
  if (name.empty()) return {};
  const auto parent = schemas.find(schema);
  const Symbol* found = parent == schemas.end() ? nullptr : draft.find(Namespace::collation, parent->second, name);
  return {found ? found : draft.phantom({}, name)};
}

std::vector<ColumnRef> Introspection::columns_of(unsigned relation, const std::vector<unsigned>& numbers) const {
  std::vector<ColumnRef> all;
  for (const unsigned number : numbers)
    if (const Symbol* symbol = column(relation, number)) all.push_back({symbol});
  return all;
}

const DataType& Introspection::type(std::string_view format_type) {
  auto [found, is_new] = types_by_text.try_emplace(std::string(format_type));
  if (!is_new) return found->second;
  try {
    found->second = parse_type(format_type, resolver(draft, nullptr));
  } catch (const SyntaxError&) {
    found->second.name = draft.phantom({}, format_type);
  }
  return found->second;
}

ExpressionPtr Introspection::expression_of(const Row& row, std::size_t column, const Symbol* relation) {
  if (!row.is_null(column)) return expression(row.text(column), relation);
  Expression opaque;
  opaque.kind = Expression::Kind::opaque;
  return std::make_shared<const Expression>(std::move(opaque));
}

namespace {

/// ALTER TABLE … ADD CONSTRAINT, which is how PostgreSQL prints a constraint, and other clauses that a query puts together.
bool alters_relation(Session& session, const Node* statement) {
  const auto* alter = as<AlterTableStmt>(statement);
  if (!alter) return false;
  Symbol* relation = relation_to_change(session, alter->relation);
  return alters_by_a_kind(session, relation, nodes_of(alter->cmds).front());
}

struct Outcome {
  std::string problem;  // "" for none
  bool misses_type = false;
};

Outcome attempt(Introspection& read, std::string_view statement) {
  Outcome outcome;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) {
    try {
      const Node* node = parsed.node->stmt;
      if (!is_read_by_a_kind(read.session, node) && !alters_relation(read.session, node))
        outcome.problem = "it is not understood";
    } catch (const StatementFailure& failure) {
      outcome = {failure.reason, failure.sqlstate == sqlstate::undefined_object};
    } catch (const SyntaxError& error) {
      outcome.problem = error.message;
    }
  };
  visitor.problem = [&](const SyntaxProblem& syntax) { outcome.problem = syntax.message; };
  read.session.state_in_part = false;
  parse_script(statement, visitor);
  // Clauses that are not compared were listed by the reader.
  auto& beside = read.session.collected_not_compared;
  std::move(beside.begin(), beside.end(), std::back_inserter(read.not_compared));
  read.session.collected_not_compared.clear();
  read.session.forget_undo();
  return outcome;
}

}  // namespace

bool Introspection::run(std::string_view statement, std::string_view what, std::string_view name) {
  if (statement.empty()) return false;  // its relation is locked, which is reported once
  const std::string problem = attempt(*this, statement).problem;
  if (!problem.empty()) not_compared.push_back({std::string(what), problem, {}, 1, std::string(name)});
  return problem.empty();
}

void Introspection::run_or_wait(std::string_view statement, std::string_view what, std::string_view name) {
  const Outcome outcome = attempt(*this, statement);
  if (outcome.misses_type)
    waiting.push_back({std::string(statement), std::string(what), std::string(name)});
  else if (!outcome.problem.empty())
    not_compared.push_back({std::string(what), outcome.problem, {}, 1, std::string(name)});
}

void Introspection::run_waiting() {
  for (std::size_t before = 0; !waiting.empty() && before != waiting.size();) {
    before = waiting.size();
    for (const Waiting& one : std::exchange(waiting, {})) run_or_wait(one.statement, one.what, one.name);
    types_by_text.clear();
  }
}

void Introspection::give_up_waiting() {
  run_waiting();
  for (const Waiting& one : std::exchange(waiting, {})) run(one.statement, one.what, one.name);
}

ExpressionPtr Introspection::expression(std::string_view text, const Symbol* relation) {
  if (relation) return std::make_shared<const Expression>(read_text(text, resolver(draft, relation)));
  ExpressionPtr& cached = expressions_by_text[std::string(text)];
  if (!cached) cached = std::make_shared<const Expression>(read_text(text, resolver(draft, nullptr)));
  return cached;
}

}  // namespace pgplumb
