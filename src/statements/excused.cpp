#include "statements/excused.h"

#include <algorithm>
#include <array>
#include <string>

#include "sql/nodes.h"
#include "statements/excerpt.h"
#include "statements/may_be_there.h"
#include "statements/named.h"
#include "statements/statements.h"

namespace pgplumb {

namespace {

/// The table or view that the statement makes; null where it makes none.
const RangeVar* relation_made(const Node* node) {
  const auto* create = as<CreateStmt>(node);
  const auto* create_as = as<CreateTableAsStmt>(node);
  const auto* view = as<ViewStmt>(node);
  return create ? create->relation : create_as ? create_as->into->rel : view ? view->view : nullptr;
}

/// What is there already of that name may have gone or have another name by now.
bool makes_what_is_uncertain(const Session& session, const Node* node, const StatementFailure& failure) {
  const RangeVar* made = relation_made(node);
  const bool is_in_the_way = failure.sqlstate == sqlstate::duplicate_table || failure.sqlstate == sqlstate::wrong_object_type;
  return made && is_in_the_way && session.is_uncertain(made->relname);
}

void name_as_uncertain(Session& session, const ParsedStatement& statement, const char* why) {
  session.not_compared(first_words(statement.text), why, -1);
  make_named_uncertain(session, statement.node->stmt);
}

/// The columns of what is there may be those of the one that is made here.
void make_columns_uncertain(Session& session, const RangeVar* relation) {
  const auto [schema, name] = qualified_name(relation);
  for (const Symbol* member : session.draft().members(session.look_up(schema, name).symbol)) session.make_uncertain(member);
}

/// It is there already, or not there to be taken away.
bool is_by_presence(const StatementFailure& failure) {
  static constexpr std::array states = {sqlstate::duplicate_column, sqlstate::duplicate_table,  sqlstate::duplicate_object,
                                        sqlstate::duplicate_schema, sqlstate::undefined_column, sqlstate::undefined_table,
                                        sqlstate::undefined_object};
  return std::any_of(states.begin(), states.end(), [&](std::string_view state) { return failure.sqlstate == state; });
}

}  // namespace

bool excuse(Session& session, const ParsedStatement& statement, const StatementFailure& failure, bool is_guarded) {
  const Node* node = statement.node->stmt;
  if (makes_what_is_uncertain(session, node, failure)) {
    name_as_uncertain(session, statement, "what is there of that name already is uncertain");
    make_columns_uncertain(session, relation_made(node));
    return true;
  }
  if (may_be_there(session, failure, statement.text)) {
    name_as_uncertain(session, statement, "what it names may have been made by what could not be followed");
    return true;
  }
  return is_guarded && is_by_presence(failure);
}

}  // namespace pgplumb
