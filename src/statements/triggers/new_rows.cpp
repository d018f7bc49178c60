#include "statements/triggers/new_rows.h"

#include <algorithm>
#include <utility>

#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/evaluator/moments.h"
#include "statements/do_block/evaluator/text_functions.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

constexpr std::size_t most_rows = 1000;

bool is_plain_number(const std::string& text) { return is_number(text) && (text == "0" || text.front() != '0'); }

bool is_uuid(const std::string& text) {
  constexpr std::size_t length = 36;
  return text.size() == length && text.find_first_not_of("0123456789abcdef-") == std::string::npos;
}

/// As the server keeps it; that it is something, where the type may spell it otherwise.
Value as_type(Session& session, const DataType& type, const Value& value) {
  if (!value.is_known()) return value.is_null() || value.is_something ? value : Value::unknown();
  const std::string name = type.name ? type.name->text : std::string();
  const std::string& text = value.text;
  const bool is_enum = type.name && session.draft().object<Enum>(type.name);
  if (type.is_array) return Value::not_null();
  if (is_one_of(name, {"text", "varchar", "name"}) || is_enum) return Value::of(value.as_text());
  const Value kept = name == "date"                                                       ? as_date(value)
                     : name == "timestamp"                                                ? as_timestamp(value)
                     : is_one_of(name, {"int2", "int4", "int8"}) && is_plain_number(text) ? value
                     : name == "bool" && is_one_of(text, {"t", "true", "f", "false"})     ? Value::of(text.front() == 't')
                     : name == "uuid" && is_uuid(text)                                    ? value
                                                                                          : Value::unknown();
  return kept.is_known() ? kept : Value::not_null();
}

/// `new.*`, `($1).*`: as many values as there are columns.
bool is_star(const Node* value) {
  const auto* reference = as<::ColumnRef>(value);
  const auto* part = as<A_Indirection>(value);
  const List* names = reference ? reference->fields : part ? part->indirection : nullptr;
  return names && as<A_Star>(nodes_of(names).back());
}

bool selects_star(const SelectStmt* select) {
  if (!select) return false;
  const auto targets = nodes_of(select->targetList);
  return selects_star(select->larg) || selects_star(select->rarg) ||
         std::any_of(targets.begin(), targets.end(), [](const Node* target) { return is_star(as<ResTarget>(target)->val); });
}

bool is_condition(const Node* value) {
  const auto* operation = as<A_Expr>(value);
  return as<BoolExpr>(value) || as<NullTest>(value) || as<BooleanTest>(value) ||
         (operation && text_of(nodes_of(operation->name).back()) != "||");
}

class RowReader {
 public:
  RowReader(Session& session, const Variables& around, const Symbol* relation, const std::set<std::string>& columns)
      : session_(session), around_(around), relation_(relation), columns_(columns) {}

  std::optional<QueryResult> read(const InsertStmt* insert) {
    read_targets(insert->cols);
    const auto* select = as<SelectStmt>(insert->selectStmt);
    if (!select) return QueryResult{{with_defaults({})}};
    if (select->valuesLists) return read_values(select);
    auto found = selects_star(select) ? std::nullopt : Evaluator(session_, around_).rows(select);
    if (!found || found->rows.size() + found->in_doubt.size() > most_rows) return std::nullopt;
    for (auto* part : {&found->rows, &found->in_doubt})
      for (ResultRow& row : *part) row = with_defaults(values_of(row));
    return found;
  }

 private:
  using Given = std::vector<std::optional<Value>>;  // nothing for DEFAULT

  void read_targets(const List* targets) {
    for (const Node* target : nodes_of(targets)) targets_.emplace_back(view_of(as<ResTarget>(target)->name));
    if (!targets_.empty()) return;
    for (const Symbol* column : all_columns()) targets_.push_back(column->text);
  }
  std::vector<Symbol*> all_columns() const {
    return session_.draft().members(root_of(session_.draft(), relation_), Namespace::column);
  }
  bool is_wanted(std::size_t place) const { return place < targets_.size() && columns_.contains(targets_[place]); }

  std::optional<QueryResult> read_values(const SelectStmt* select) {
    const auto lists = nodes_of(select->valuesLists);
    if (lists.size() > most_rows) return std::nullopt;
    QueryResult result;
    for (const Node* list : lists) result.rows.push_back(with_defaults(given_in(nodes_of(reinterpret_cast<const List*>(list)))));
    return result;
  }
  Given given_in(NodeRange list) {
    Given given;
    for (const Node* value : list) {
      if (is_star(value)) return Given(targets_.size(), Value());
      const bool is_default = as<SetToDefault>(value);
      given.push_back(is_default ? std::nullopt : is_wanted(given.size()) ? std::optional(value_of(value)) : Value());
    }
    return given;
  }
  /// Booleans are as text has them, which a column may be of. How it has other numbers than whole ones is not told.
  Value value_of(const Node* node) {
    const auto* constant = as<A_Const>(node);
    const bool is_boolean = is_condition(node) || (constant && !constant->isnull && as<Boolean>(&constant->val.node));
    if (constant && !constant->isnull && as<Float>(&constant->val.node)) return Value::not_null();
    const Value value = Evaluator(session_, around_).evaluate(node);
    return is_boolean && (value.text == "t" || value.text == "f") ? Value::of(std::string(value.is_true() ? "true" : "false"))
                                                                  : value;
  }
  static Given values_of(const ResultRow& row) {
    Given given;
    for (const auto& column : row) given.emplace_back(column.second);
    return given;
  }
  ResultRow with_defaults(const Given& given) {
    ResultRow row;
    for (const Symbol* symbol : all_columns()) {
      if (!columns_.contains(symbol->text)) continue;
      const auto* column = session_.draft().object<Column>(symbol);
      const auto target = std::find(targets_.begin(), targets_.end(), symbol->text);
      const auto place = static_cast<std::size_t>(target - targets_.begin());
      const bool is_given = place < given.size() && given[place];
      const Value value = is_given ? *given[place] : default_of(symbol, *column);
      row.emplace_back(symbol->text, as_type(session_, column->type, value));
    }
    return row;
  }
  Value default_of(const Symbol* symbol, const Column& column) {
    const auto* partition = session_.draft().object<Partition>(relation_);
    if (!session_.is_known(symbol) || (partition && !partition->defaults->empty()) || column.generated) return Value::unknown();
    if (column.identity != Identity::none) return Value::not_null();
    if (column.default_value) return evaluate_expression(session_, {}, sql_expression(*column.default_value.tree));
    const bool may_be_of_domain = column.type.name && session_.draft().object<Domain>(column.type.name);
    return may_be_of_domain ? Value::unknown() : Value::null();
  }

  Session& session_;
  const Variables& around_;
  const Symbol* relation_;
  const std::set<std::string>& columns_;
  std::vector<std::string> targets_;
};

}  // namespace

std::optional<QueryResult> new_rows(Session& session, const Variables& around, const InsertStmt* insert, const Symbol* relation,
                                    const std::set<std::string>& columns) {
  return RowReader(session, around, relation, columns).read(insert);
}

}  // namespace pgplumb
