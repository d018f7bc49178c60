#include "statements/do_block/condition.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <functional>

#include "sql/nodes.h"
#include "statements/do_block/catalog_rows.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// A value of SQL, or that it cannot be told. Booleans are "t" and "f".
struct Value {
  enum class State { unknown, null, known };
  State state = State::unknown;
  std::string text = {};

  bool is_known() const { return state == State::known; }
  bool is_true() const { return is_known() && text == "t"; }
  /// In a condition NULL is as good as false.
  bool is_not_true() const { return state == State::null || (is_known() && text != "t"); }
};
const Value unknown{};
const Value null{Value::State::null};
Value known(std::string text) { return {Value::State::known, std::move(text)}; }
Value known(bool value) { return known(std::string(value ? "t" : "f")); }

class Evaluator {
 public:
  explicit Evaluator(Session& session) : session_(session) {}

  Value evaluate(const Node* node) {
    if (const auto* constant = as<A_Const>(node)) return constant_value(constant);
    if (const auto* logic = as<BoolExpr>(node)) return logic_value(logic);
    if (const auto* query = as<SubLink>(node)) return query_value(query);
    if (const auto* operation = as<A_Expr>(node)) return operation_value(operation);
    if (const auto* reference = as<::ColumnRef>(node)) return column_value(reference);
    if (const auto* cast = as<TypeCast>(node)) return cast_value(cast);
    if (const auto* call = as<FuncCall>(node)) return call_value(call);
    if (const auto* test = as<NullTest>(node)) return null_test(test);
    if (const auto* function = as<SQLValueFunction>(node); function && function->op == SVFOP_CURRENT_SCHEMA)
      return current_schema();
    return unknown;
  }

 private:
  /// A FROM item while a query's rows are gone through: null until one of its rows is chosen.
  struct Binding {
    std::string_view alias;
    const CatalogRow* row = nullptr;
  };
  struct Source {
    std::string_view alias;
    std::vector<CatalogRow> rows;
  };

  Value current_schema() { return session_.search_path().empty() ? null : known(session_.search_path().front()); }

  static Value constant_value(const A_Const* constant) {
    if (constant->isnull) return null;
    const Node* value = &constant->val.node;
    if (as<String>(value)) return known(std::string(text_of(value)));
    if (const auto number = integer_of(value)) return known(std::to_string(*number));
    if (const auto* flag = as<Boolean>(value)) return known(flag->boolval);
    return unknown;
  }

  Value logic_value(const BoolExpr* logic) {
    if (logic->boolop == NOT_EXPR) {
      const Value inner = evaluate(nodes_of(logic->args).front());
      return inner.is_known() ? known(!inner.is_true()) : inner;
    }
    // One false decides AND, one true decides OR, whatever the others are.
    const bool deciding = logic->boolop == OR_EXPR;
    Value result = known(!deciding);
    for (const Node* arg : nodes_of(logic->args)) {
      const Value value = evaluate(arg);
      if (deciding ? value.is_true() : value.is_not_true()) return known(deciding);
      if (!value.is_known()) result = value.state == Value::State::null && result.is_known() ? null : unknown;
    }
    return result;
  }

  Value operation_value(const A_Expr* operation) {
    if (operation->kind == AEXPR_IN) return in_list(operation);
    if (operation->kind == AEXPR_OP_ANY) return unknown;
    if (operation->kind != AEXPR_OP || !operation->lexpr) return unknown;
    const Value left = evaluate(operation->lexpr), right = evaluate(operation->rexpr);
    if (left.state == Value::State::null || right.state == Value::State::null) return null;
    if (!left.is_known() || !right.is_known()) return unknown;
    const std::string_view name = text_of(nodes_of(operation->name).back());
    if (name == "=") return known(left.text == right.text);
    if (name == "<>") return known(left.text != right.text);
    if (name == "||") return known(left.text + right.text);
    return compare_numbers(name, left.text, right.text);
  }

  static Value compare_numbers(std::string_view name, const std::string& left, const std::string& right) {
    const auto is_number = [](const std::string& text) {
      return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    };
    if (!is_number(left) || !is_number(right)) return unknown;
    const long long a = std::stoll(left), b = std::stoll(right);
    if (name == ">") return known(a > b);
    if (name == "<") return known(a < b);
    if (name == ">=") return known(a >= b);
    if (name == "<=") return known(a <= b);
    return unknown;
  }

  Value in_list(const A_Expr* operation) {
    const Value left = evaluate(operation->lexpr);
    const bool negated = text_of(nodes_of(operation->name).back()) == "<>";
    if (!left.is_known()) return left;
    for (const Node* item : nodes_of(reinterpret_cast<const List*>(operation->rexpr))) {
      const Value value = evaluate(item);
      if (!value.is_known()) return unknown;
      if (value.text == left.text) return known(!negated);
    }
    return known(negated);
  }

  Value column_value(const ::ColumnRef* reference) {
    const auto fields = nodes_of(reference->fields);
    const std::string_view name = text_of(fields.back());
    const std::string_view alias = fields.size() > 1 ? text_of(fields[fields.size() - 2]) : std::string_view();
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
      if (!alias.empty() && binding->alias != alias) continue;
      if (!binding->row) return unknown;
      for (const auto& [column, value] : *binding->row)
        if (column == name) return known(value);
    }
    return unknown;
  }

  /// 'public."User"' as a name.
  static QualifiedName split_name(const std::vector<Word>& words) {
    if (words.size() == 1) return {{}, words[0].text};
    if (words.size() == 3 && words[1].is_sign(".")) return {words[0].text, words[2].text};
    return {};
  }

  Value relation_number(const std::string& text) {
    const auto words = cut_into_words(text);
    const auto [schema, name] = split_name(words);
    if (name.empty() || session_.is_uncertain(name)) return unknown;
    const FoundRelation found = session_.look_up(schema, name);
    if (found.bystander) return known(std::string(found.bystander->what) + " " + std::string(name));
    return found.symbol ? known(object_number(found.symbol)) : null;
  }

  Value type_number(const std::string& text) {
    const auto words = cut_into_words(text);
    const auto [schema, name] = split_name(words);
    const Symbol* found = session_.find_type(schema, name);
    return found ? known(object_number(found)) : unknown;
  }

  Value cast_value(const TypeCast* cast) {
    const Value value = evaluate(cast->arg);
    if (!value.is_known()) return value;
    const std::string_view type = qualified_name(cast->typeName->names).name;
    if (type == "regclass") return as<A_Const>(cast->arg) ? relation_number(value.text) : value;
    if (type == "regtype") return as<A_Const>(cast->arg) ? type_number(value.text) : value;
    if (type == "regnamespace") {
      const Symbol* schema = session_.draft().find(Namespace::schema, nullptr, value.text);
      return schema ? known(object_number(schema)) : null;
    }
    if (type == "bool") return known(value.text == "t" || value.text == "true");
    const bool keeps_text = type == "text" || type == "name" || type == "varchar" || type == "oid" || type == "char";
    return keeps_text ? value : unknown;
  }

  Value call_value(const FuncCall* call) {
    const std::string_view name = qualified_name(call->funcname).name;
    if (name == "current_schema") return current_schema();
    std::vector<Value> args;
    for (const Node* arg : nodes_of(call->args)) args.push_back(evaluate(arg));
    if (!std::all_of(args.begin(), args.end(), [](const Value& value) { return value.is_known(); }) || args.empty())
      return unknown;
    if (name == "to_regclass") return relation_number(args[0].text);
    if (name == "format") return format(args);
    if (name == "quote_ident") return known(quote_identifier(args[0].text));
    if (name == "lower") {
      std::transform(args[0].text.begin(), args[0].text.end(), args[0].text.begin(),
                     [](unsigned char letter) { return std::tolower(letter); });
      return args[0];
    }
    return unknown;
  }

  /// format() with %s, %I and %L.
  static Value format(const std::vector<Value>& args) {
    std::string text;
    std::size_t next = 1;
    const std::string& pattern = args[0].text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '%') {
        text += pattern[i];
        continue;
      }
      const char letter = ++i < pattern.size() ? pattern[i] : '\0';
      if (letter == '%') {
        text += '%';
      } else if (next >= args.size()) {
        return unknown;
      } else if (letter == 's') {
        text += args[next++].text;
      } else if (letter == 'I') {
        text += quote_identifier(args[next++].text);
      } else if (letter == 'L') {
        text += quote_literal(args[next++].text);
      } else {
        return unknown;
      }
    }
    return known(text);
  }

  Value null_test(const NullTest* test) {
    const Value value = evaluate(reinterpret_cast<const Node*>(test->arg));
    if (value.state == Value::State::unknown) return unknown;
    return known((value.state == Value::State::null) == (test->nulltesttype == IS_NULL));
  }

  Value query_value(const SubLink* link) {
    const auto* select = as<SelectStmt>(link->subselect);
    if (!select || select->op != SETOP_NONE || select->groupClause || select->withClause) return unknown;
    if (link->subLinkType == EXISTS_SUBLINK) return exists(select);
    if (link->subLinkType == EXPR_SUBLINK) return single(select);
    if (link->subLinkType == ANY_SUBLINK && !link->operName) return is_among(link, select);
    return unknown;
  }

  Value exists(const SelectStmt* select) {
    bool found = false, undecided = false;
    if (!for_each_row(select, [&](bool sure) { (sure ? found : undecided) = true; })) return unknown;
    return found ? known(true) : undecided ? unknown : known(false);
  }

  /// The value of a scalar subquery: its first row, or a count.
  Value single(const SelectStmt* select) {
    const auto* target = as<ResTarget>(nodes_of(select->targetList).empty() ? nullptr : nodes_of(select->targetList).front());
    if (!target) return unknown;
    const auto* call = as<FuncCall>(target->val);
    const bool counts = call && qualified_name(call->funcname).name == "count" && !call->agg_distinct;
    std::optional<Value> first;
    std::size_t count = 0;
    bool undecided = false;
    const bool readable = for_each_row(select, [&](bool sure) {
      undecided |= !sure;
      ++count;
      if (!counts && !first) first = evaluate(target->val);
    });
    if (!readable || undecided) return unknown;
    return counts ? known(std::to_string(count)) : first.value_or(null);
  }

  Value is_among(const SubLink* link, const SelectStmt* select) {
    const Value left = evaluate(link->testexpr);
    const auto* target = as<ResTarget>(nodes_of(select->targetList).front());
    if (!left.is_known() || !target) return unknown;
    bool found = false, undecided = false;
    const bool readable = for_each_row(select, [&](bool sure) {
      const Value value = evaluate(target->val);
      if (!value.is_known() || !sure) undecided = true;
      if (sure && value.is_known() && value.text == left.text) found = true;
    });
    if (!readable) return unknown;
    return found ? known(true) : undecided ? unknown : known(false);
  }

  /// Calls `visit(sure)` with the bindings set for each row that satisfies, or may satisfy, the query. False where it reads
  /// something that is no known catalog.
  bool for_each_row(const SelectStmt* select, const std::function<void(bool)>& visit) {
    std::vector<Source> sources;
    std::vector<const Node*> conditions;
    for (const Node* from : nodes_of(select->fromClause))
      if (!append_source(from, sources, conditions)) return false;
    if (select->whereClause) conditions.push_back(select->whereClause);
    const std::size_t depth = bindings_.size();
    for (const Source& source : sources) bindings_.push_back({source.alias});
    choose_rows(sources, 0, depth, conditions, visit);
    bindings_.resize(depth);
    return true;
  }

  bool append_source(const Node* from, std::vector<Source>& sources, std::vector<const Node*>& conditions) {
    if (const auto* join = as<JoinExpr>(from)) {
      if (join->jointype != JOIN_INNER || join->usingClause || join->isNatural) return false;
      if (join->quals) conditions.push_back(join->quals);
      return append_source(join->larg, sources, conditions) && append_source(join->rarg, sources, conditions);
    }
    const auto* relation = as<RangeVar>(from);
    if (!relation) return false;
    const auto [schema, name] = qualified_name(relation);
    auto rows = catalog_rows(session_, schema, name);
    if (!rows) return false;
    sources.push_back({relation->alias ? std::string_view(relation->alias->aliasname) : name, std::move(*rows)});
    return true;
  }

  void choose_rows(const std::vector<Source>& sources, std::size_t which, std::size_t depth,
                   const std::vector<const Node*>& conditions, const std::function<void(bool)>& visit) {
    bool sure = true;
    for (const Node* condition : conditions) {
      const Value value = evaluate(condition);
      if (value.is_not_true()) return;
      sure &= value.is_true();
    }
    if (which == sources.size()) return visit(sure);
    for (const CatalogRow& row : sources[which].rows) {
      bindings_[depth + which].row = &row;
      choose_rows(sources, which + 1, depth, conditions, visit);
    }
    bindings_[depth + which].row = nullptr;
  }

  Session& session_;
  std::vector<Binding> bindings_;
};

Value evaluate_expression(Session& session, std::string_view expression) {
  Value value;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) {
    const auto* select = as<SelectStmt>(statement.node->stmt);
    const auto targets = nodes_of(select ? select->targetList : nullptr);
    if (targets.size() == 1) value = Evaluator(session).evaluate(as<ResTarget>(targets.front())->val);
  };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script("SELECT (" + std::string(expression) + ")", visitor);
  return value;
}

}  // namespace

std::optional<bool> evaluate_condition(Session& session, std::string_view condition) {
  const Value value = evaluate_expression(session, condition);
  if (value.state == Value::State::unknown) return std::nullopt;
  return value.is_true();
}

std::optional<std::string> evaluate_text(Session& session, std::string_view expression) {
  const Value value = evaluate_expression(session, expression);
  return value.is_known() ? std::optional(value.text) : std::nullopt;
}

}  // namespace pgplumb
