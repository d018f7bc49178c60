#include "sources/database/scratch/trial.h"

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <set>

#include "catalog/expressions.h"
#include "kinds/query/written_parts.h"
#include "sources/database/scratch/stored_check.sql.h"
#include "sources/database/scratch/stored_condition.sql.h"
#include "sources/database/scratch/stored_default.sql.h"
#include "sources/database/scratch/stored_rule.sql.h"
#include "sources/database/scratch/stored_view.sql.h"

namespace pgplumb {

namespace {

Trial cannot(std::string_view because) { return {.cannot_because = std::string(because)}; }

/// 'yesterday' is another day than when it was stored.
bool depends_on_the_day(const Expression& expression) {
  const std::string word = expression.is_string ? lower_case(expression.text) : "";
  constexpr std::array words{"now", "today", "tomorrow", "yesterday"};
  return std::find(words.begin(), words.end(), word) != words.end() ||
         std::any_of(expression.args.begin(), expression.args.end(), depends_on_the_day);
}

using Expressions = std::vector<ExpressionPtr>;

void collect_columns(const Expression& expression, std::set<std::string>& names) {
  if (expression.kind == Expression::Kind::column)
    names.insert(expression.column.symbol ? expression.column.symbol->text : expression.text);
  for (const Expression& arg : expression.args) collect_columns(arg, names);
}

/// What is put: the field of an entry, with the expressions in it.
struct Asked {
  const Catalog& catalog;
  const Entry& entry;
  const Expressions& expressions;

  bool is_of_a_query() const {
    return std::any_of(expressions.begin(), expressions.end(), [](const ExpressionPtr& one) { return holds_a_query(*one); });
  }
  /// Those that the expressions name, of the table that the entry belongs to. One that is not there is left to the server to
  /// miss.
  std::vector<const Entry*> columns() const {
    std::set<std::string> names;
    for (const ExpressionPtr& expression : expressions) collect_columns(*expression, names);
    std::vector<const Entry*> found;
    for (const std::string& name : names)
      if (const Entry* column = catalog.find({Namespace::column, entry.id.schema, entry.id.name, name})) found.push_back(column);
    return found;
  }
};

/// `"id" integer`
std::string name_and_type(const Entry& column) {
  return quote_identifier(column.id.member) + " " + sql_type(std::get<Column>(column.object).type);
}

/// A table with these columns.
std::string make_table(const std::vector<const Entry*>& columns, const std::string& constraint = {}) {
  std::string elements;
  for (const Entry* column : columns) elements += (elements.empty() ? "" : ", ") + name_and_type(*column);
  if (!constraint.empty()) elements += (elements.empty() ? "" : ", ") + constraint;
  return "CREATE TEMPORARY TABLE pgplumb_trial (" + elements + ")";
}

Trial check_that(const std::string& condition, const Asked& asked) {
  return {{make_table(asked.columns(), "CHECK (" + condition + ")")}, stored_check_sql};
}

Trial put_condition(const Asked& asked) { return check_that(sql_expression(*asked.expressions.front()), asked); }

/// Not as a generated column: making one plans the expression, and planning calls immutable functions of constants.
Trial put_generated(const Asked& asked) {
  const std::string type = sql_type(std::get<Column>(asked.entry.object).type);
  return check_that(fmt::format("({})::{} IS NOT NULL", sql_expression(*asked.expressions.front()), type), asked);
}

/// Not as an index, for the same reason.
Trial put_keys(const Asked& asked) {
  std::string conditions;
  for (const ExpressionPtr& expression : asked.expressions)
    conditions += fmt::format("{}({}) IS NOT NULL", conditions.empty() ? "" : " AND ", sql_expression(*expression));
  return check_that(conditions, asked);
}

Trial put_default(const Asked& asked) {
  const auto* domain = std::get_if<Domain>(&asked.entry.object);
  const DataType& type = domain ? domain->type : std::get<Column>(asked.entry.object).type;
  return {{make_table({}, fmt::format("a {} DEFAULT {}", sql_type(type), sql_expression(*asked.expressions.front())))},
          stored_default_sql};
}

constexpr std::string_view was_renamed = "what it refers to was renamed since it was written";

/// Names are given to its columns, so that those of its own do not count.
Trial put_query(const Asked& asked) {
  const std::string query = written_query(asked.entry.notes->written.str());
  if (query.empty()) return cannot(was_renamed);
  std::string names;
  for (std::size_t i = 0; i < asked.catalog.members(asked.entry, Namespace::column).size(); ++i)
    names += fmt::format("{}c{}", i ? ", " : " (", i + 1);
  if (!names.empty()) names += ")";
  return {.create = {fmt::format("CREATE TEMPORARY VIEW pgplumb_trial{} AS {}", names, query)},
          .read_back = stored_view_sql,
          .difference_decides = false};
}

/// What a query may have in its FROM for a row of the table: `(SELECT NULL::integer AS "id") AS "calls"`.
std::string row_called(std::string_view name, const Asked& asked) {
  std::string columns;
  for (const Entry* column : asked.columns())
    columns += fmt::format("{}NULL::{} AS {}", columns.empty() ? " " : ", ", sql_type(std::get<Column>(column->object).type),
                           quote_identifier(column->id.member));
  return "(SELECT" + columns + ") AS " + quote_identifier(name);
}

/// A condition with a query in it is a query's, for no CHECK takes it. `written` where it is one.
Trial put_over(const std::string& rows, const std::string& written, const Asked& asked) {
  const std::string condition = asked.is_of_a_query() ? written : sql_expression(*asked.expressions.front());
  if (condition.empty()) return cannot(was_renamed);
  return {.create = {fmt::format("CREATE TEMPORARY VIEW pgplumb_trial AS SELECT FROM {} WHERE {}", rows, condition)},
          .read_back = stored_condition_sql,
          .difference_decides = !asked.is_of_a_query()};
}

template <std::string (*written)(std::string_view)>
Trial put_policy(const Asked& asked) {
  if (!asked.is_of_a_query()) return put_condition(asked);
  return put_over(row_called(asked.entry.id.name, asked), written(asked.entry.notes->written.str()), asked);
}

Trial put_condition_on_rows(const Asked& asked) {
  return put_over(row_called("old", asked) + ", " + row_called("new", asked), written_condition(asked.entry.notes->written.str()),
                  asked);
}

/// A rule on a table with the columns that it names. That of `new.*` would have them in another order.
Trial put_actions(const Asked& asked) {
  const std::string& event = std::get<RewriteRule>(asked.entry.object).event.str();
  const auto actions = written_actions(asked.entry.notes->written.str());
  if (actions.empty()) return cannot(was_renamed);
  if (event == "select") return cannot("a rule on SELECT makes a view of its table");
  const std::string joined = fmt::format("{}", fmt::join(actions, "; "));
  for (const std::string_view row : {"new.*", "old.*"})
    if (joined.find(row) != joined.npos) return cannot("it names all columns of a row at once");
  return {.create = {make_table(asked.columns()),
                     fmt::format("CREATE RULE pgplumb_trial AS ON {} TO pg_temp.pgplumb_trial DO INSTEAD ({})", event, joined)},
          .read_back = stored_rule_sql,
          .difference_decides = false};
}

struct Way {
  std::string_view kind, field;
  Trial (*put)(const Asked&);
};
constexpr std::array ways{
    Way{Check::kind, "expression", put_condition},
    Way{Index::kind, "predicate", put_condition},
    Way{Index::kind, "keys", put_keys},
    Way{Exclusion::kind, "predicate", put_condition},
    Way{Exclusion::kind, "keys", put_keys},
    Way{Policy::kind, "using", put_policy<written_using>},
    Way{Policy::kind, "with_check", put_policy<written_check>},
    Way{Column::kind, "default", put_default},
    Way{Domain::kind, "default", put_default},
    Way{Column::kind, "generated", put_generated},
    Way{Table::kind, "definition", put_query},
    Way{Trigger::kind, "condition", put_condition_on_rows},
    Way{RewriteRule::kind, "condition", put_condition_on_rows},
    Way{RewriteRule::kind, "actions", put_actions},
};

bool any_depends_on_the_day(const Expressions& expressions) {
  return std::any_of(expressions.begin(), expressions.end(), [](const ExpressionPtr& one) { return depends_on_the_day(*one); });
}

}  // namespace

Trial trial_of(const Catalog& catalog, const Entry& entry, std::string_view field) {
  const auto way = std::find_if(ways.begin(), ways.end(),
                                [&](const Way& one) { return one.kind == kind_of(entry.object) && one.field == field; });
  Expressions expressions;
  for_each_expression(entry.object, field, [&](const ExpressionField& found) { expressions.push_back(found.tree); });
  if (way == ways.end() || expressions.empty())
    return cannot(fmt::format("{} of a {} is not put to it", field, kind_of(entry.object)));
  if (any_depends_on_the_day(expressions)) return cannot("what it means depends on the day on which it is stored");
  return way->put({catalog, entry, expressions});
}

}  // namespace pgplumb
