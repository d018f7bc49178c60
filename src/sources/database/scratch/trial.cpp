#include "sources/database/scratch/trial.h"

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "kinds/query/written_query.h"
#include "sources/database/scratch/stored_check.sql.h"
#include "sources/database/scratch/stored_default.sql.h"
#include "sources/database/scratch/stored_view.sql.h"

namespace pgplumb {

namespace {

Trial cannot(std::string because) { return {.cannot_because = std::move(because)}; }

/// 'yesterday' is another day than when it was stored.
bool depends_on_the_day(const Expression& expression) {
  std::string word = expression.is_string ? expression.text : "";
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char letter) { return std::tolower(letter); });
  constexpr std::array words{"now", "today", "tomorrow", "yesterday"};
  return std::find(words.begin(), words.end(), word) != words.end() ||
         std::any_of(expression.args.begin(), expression.args.end(), depends_on_the_day);
}

using Expressions = std::vector<const Expression*>;

std::string why_not(const Expressions& expressions) {
  const auto any = [&](bool (*is)(const Expression&)) {
    return std::any_of(expressions.begin(), expressions.end(), [&](const Expression* one) { return is(*one); });
  };
  if (any(holds_a_query)) return "only queries of views are put to it";
  return any(depends_on_the_day) ? "what it means depends on the day on which it is stored" : "";
}

void collect_columns(const Expression& expression, std::set<std::string>& names) {
  if (expression.kind == Expression::Kind::column)
    names.insert(expression.column.symbol ? expression.column.symbol->text : expression.text);
  for (const Expression& arg : expression.args) collect_columns(arg, names);
}

constexpr std::string_view make_table = "CREATE TEMPORARY TABLE pgplumb_trial ";

/// A table with the columns of the entry's that the expressions name, and a CHECK. A column that is not there is left to the
/// server to miss.
Trial check_that(const std::string& condition, const Catalog& catalog, const Entry& entry, const Expressions& expressions) {
  std::set<std::string> names;
  for (const Expression* expression : expressions) collect_columns(*expression, names);
  std::string columns;
  for (const std::string& name : names)
    if (const Entry* column = catalog.find({Namespace::column, entry.id.schema, entry.id.name, name}))
      columns += quote_identifier(name) + " " + sql_type(std::get<Column>(column->object).type) + ", ";
  return {fmt::format("{}({}CHECK ({}))", make_table, columns, condition), stored_check_sql};
}

Trial put_condition(const Catalog& catalog, const Entry& entry, const Expressions& expressions) {
  return check_that(sql_expression(*expressions.front()), catalog, entry, expressions);
}

/// Not as a generated column: making one plans the expression, and planning calls immutable functions of constants.
Trial put_generated(const Catalog& catalog, const Entry& entry, const Expressions& expressions) {
  const std::string type = sql_type(std::get<Column>(entry.object).type);
  return check_that(fmt::format("({})::{} IS NOT NULL", sql_expression(*expressions.front()), type), catalog, entry, expressions);
}

/// Not as an index, for the same reason.
Trial put_keys(const Catalog& catalog, const Entry& entry, const Expressions& expressions) {
  std::string conditions;
  for (const Expression* expression : expressions)
    conditions += fmt::format("{}({}) IS NOT NULL", conditions.empty() ? "" : " AND ", sql_expression(*expression));
  return check_that(conditions, catalog, entry, expressions);
}

Trial put_default(const Catalog&, const Entry& entry, const Expressions& expressions) {
  const auto* domain = std::get_if<Domain>(&entry.object);
  const DataType& type = domain ? domain->type : std::get<Column>(entry.object).type;
  return {fmt::format("{}(a {} DEFAULT {})", make_table, sql_type(type), sql_expression(*expressions.front())),
          stored_default_sql};
}

/// Names are given to its columns, so that those of its own do not count.
Trial put_query(const Catalog& catalog, const Entry& entry, const Expressions&) {
  const std::string query = written_query(entry.notes->written.str());
  if (query.empty()) return cannot("what it refers to was renamed since it was written");
  std::string names;
  for (std::size_t i = 0; i < catalog.members(entry, Namespace::column).size(); ++i)
    names += fmt::format("{}c{}", i ? ", " : " (", i + 1);
  Trial trial{fmt::format("CREATE TEMPORARY VIEW pgplumb_trial{} AS {}", names.empty() ? names : names + ")", query),
              stored_view_sql};
  trial.difference_decides = false;
  return trial;
}

struct Way {
  std::string_view kind, field;
  Trial (*put)(const Catalog&, const Entry&, const Expressions&);
};
constexpr std::array ways{
    Way{Check::kind, "expression", put_condition},
    Way{Index::kind, "predicate", put_condition},
    Way{Index::kind, "keys", put_keys},
    Way{Exclusion::kind, "predicate", put_condition},
    Way{Policy::kind, "using", put_condition},
    Way{Policy::kind, "with_check", put_condition},
    Way{Column::kind, "default", put_default},
    Way{Domain::kind, "default", put_default},
    Way{Column::kind, "generated", put_generated},
    Way{Table::kind, "definition", put_query},
};

}  // namespace

Trial trial_of(const Catalog& catalog, const Entry& entry, std::string_view field) {
  const auto way = std::find_if(ways.begin(), ways.end(),
                                [&](const Way& one) { return one.kind == kind_of(entry.object) && one.field == field; });
  const Expressions expressions = expressions_of(entry.object, field);
  if (way == ways.end() || expressions.empty())
    return cannot(fmt::format("{} of a {} is not put to it", field, kind_of(entry.object)));
  const std::string because = way->put == put_query ? "" : why_not(expressions);
  return because.empty() ? way->put(catalog, entry, expressions) : cannot(because);
}

}  // namespace pgplumb
