#include "kinds/rewrite_rule/ddl.h"

#include "kinds/query/new_and_old.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

constexpr const char* event_words(CmdType event) {
  switch (event) {
    case CMD_SELECT:
      return "select";
    case CMD_UPDATE:
      return "update";
    case CMD_INSERT:
      return "insert";
    default:
      return "delete";
  }
}

/// The row whose columns a rule's condition may name alone: UPDATE has two, and so none (transformRuleStmt in
/// parser/parse_utilcmd.c).
constexpr std::string_view bare_row(CmdType event) { return event == CMD_INSERT ? "new" : event == CMD_UPDATE ? "" : "old"; }

ExpressionField read_actions(Session& session, const Symbol* table, const List* actions) {
  std::vector<Expression> statements;
  for (const Node* action : nodes_of(actions)) statements.push_back(read_action_on_rows(session, table, action));
  if (statements.empty()) return {};
  return {std::make_shared<const Expression>(make(Expression::Kind::other, "statements", std::move(statements)))};
}

Firing firing_of(AlterTableType clause) {
  switch (clause) {
    case AT_EnableAlwaysRule:
      return Firing::always;
    case AT_EnableReplicaRule:
      return Firing::replica;
    case AT_DisableRule:
      return Firing::disabled;
    default:
      return Firing::enabled;
  }
}

/// ON SELECT TO an empty table makes a view of it, on servers before 16 (DefineQueryRewrite in rewrite/rewriteDefine.c).
void doubt_made_view(Session& session, const Symbol* table) {
  session.not_compared("CREATE RULE", "a table that becomes a view by a rule is not followed", -1, table->text);
  session.make_uncertain(table);
  for (const Symbol* column : session.draft().members(table)) session.make_uncertain(column);
}

}  // namespace

bool read_create_rule(Session& session, const Node* node) {
  const auto* statement = as<RuleStmt>(node);
  const Symbol* table = relation_to_change(session, statement->relation);
  if (statement->event == CMD_SELECT) return doubt_made_view(session, table), true;
  RewriteRule rule;
  rule.event = event_words(statement->event);
  rule.instead = statement->instead;
  rule.condition = read_condition_on_rows(session, table, statement->whereClause, bare_row(statement->event));
  rule.actions = read_actions(session, table, statement->actions);
  const std::string_view name = view_of(statement->rulename);
  const Symbol* symbol = session.draft().find(Namespace::rule, table, name);
  if (symbol && !statement->replace)
    fail(sqlstate::duplicate_object,
         "rule " + quoted_name({}, name) + " for relation " + quoted_name({}, table->text) + " already exists");
  if (symbol)
    session.record(Event::Verb::altered, symbol, "definition");
  else
    symbol = session.draft().declare(Namespace::rule, table, name, RewriteRule{}, session.at());
  session.draft().change(symbol, [&](Draft::Item& item) {
    item.object = rule;
    if (session.place().statement) item.notes.edit().written = session.place().statement->text;
  });
  return true;
}

void read_enable_rule(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  const Symbol* rule = session.draft().find(Namespace::rule, table, view_of(command->name));
  const Draft::Item* item = session.draft().item(table);
  if (!rule && (item->stated_in_part || item->uncertain)) return;
  if (!rule)
    fail(sqlstate::undefined_object,
         "rule " + quoted_name({}, view_of(command->name)) + " for relation " + quoted_name({}, table->text) + " does not exist");
  edit<RewriteRule>(session, rule, [&](RewriteRule& changed) { changed.fires = firing_of(command->subtype); });
  session.record(Event::Verb::altered, rule, "fires");
}

}  // namespace pgplumb
