// SET, and SELECT set_config(…): of all settings, only search_path changes what a statement means, and the role whose it is what
// it makes.
#include <array>

#include "statements/do_block/called.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/statements.h"
#include "statements/views.h"

namespace pgplumb {

namespace {

std::string_view constant_text(const Node* node) {
  const auto* constant = as<A_Const>(node);
  return constant && !constant->isnull ? text_of(&constant->val.node) : std::string_view();
}

bool is_true(const Node* node) {
  const auto* constant = as<A_Const>(node);
  const auto* value = constant ? as<Boolean>(&constant->val.node) : nullptr;
  return value && value->boolval;
}

/// "$user" is the schema of the role that connects, which files do not know; pg_catalog comes first where it is not named behind
/// others.
void append_schema(std::vector<std::string>& path, std::string_view name) {
  const bool goes_without_saying = name == pg_catalog()->text && path.empty();
  if (!name.empty() && name != "$user" && !goes_without_saying) path.emplace_back(name);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view margin = " \t\n\"";
  const auto first = text.find_first_not_of(margin);
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(margin) - first + 1);
}

/// The value of set_config('search_path', …): names separated by commas.
std::vector<std::string> split_path(std::string_view text) {
  std::vector<std::string> path;
  while (!text.empty()) {
    const auto comma = text.find(',');
    append_schema(path, trimmed(text.substr(0, comma)));
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return path;
}

bool is_role(std::string_view setting) { return setting == "role" || setting == "session_authorization"; }

/// Which triggers fire hangs on it.
void set_replication_role(Session& session, const VariableSetStmt* statement) {
  const bool is_value = statement->kind == VAR_SET_VALUE;
  session.fires_by_role = is_value && constant_text(nodes_of(statement->args).front()) == "replica";
}

void set_role(Session& session, const VariableSetStmt* statement) {
  const std::string_view role = statement->kind == VAR_SET_VALUE ? constant_text(nodes_of(statement->args).front()) : "";
  session.set_role(role == "none" ? "" : role, statement->is_local);
}

bool sets_search_path(const FuncCall* call) {
  return call && qualified_name(call->funcname).name == "set_config" && nodes_of(call->args).size() == 3 &&
         constant_text(nodes_of(call->args).front()) == "search_path";
}

}  // namespace

void read_set(Session& session, const Node* node) {
  const auto* statement = as<VariableSetStmt>(node);
  ++session.statements_without_effect;
  if (statement->kind == VAR_RESET_ALL) return session.reset_search_path();
  if (is_role(view_of(statement->name))) return set_role(session, statement);
  if (view_of(statement->name) == "session_replication_role") return set_replication_role(session, statement);
  if (view_of(statement->name) != "search_path") return;
  if (statement->kind != VAR_SET_VALUE) return session.reset_search_path();
  std::vector<std::string> path;
  for (const Node* value : nodes_of(statement->args)) append_schema(path, constant_text(value));
  session.set_search_path(std::move(path), statement->is_local);
}

void read_select(Session& session, const Node* node) {
  const auto* statement = as<SelectStmt>(node);
  if (statement->intoClause) return create_from_query(session, statement->intoClause, node, RelationKind::table, false);
  ++session.statements_without_effect;
  run_calls(session, {}, node);
  read_set_config(session, {}, statement);
}

void read_set_config(Session& session, const Variables& variables, const SelectStmt* statement) {
  for (const Node* target : nodes_of(statement->targetList)) {
    const auto* result = as<ResTarget>(target);
    const auto* call = result ? as<FuncCall>(result->val) : nullptr;
    if (!sets_search_path(call)) continue;
    const auto args = nodes_of(call->args);
    const Value path = Evaluator(session, variables).evaluate(args[1]);
    if (path.is_known()) {
      session.set_search_path(split_path(path.text), is_true(args[2]));
    } else {
      session.not_compared("set_config() of the search_path", "what it is set to cannot be told from the files");
      session.doubt_search_path(is_true(args[2]));
    }
  }
}

}  // namespace pgplumb
