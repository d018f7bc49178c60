// Subqueries: the rows of the catalogs, gone through by nested loops. A condition that is false already prunes the loops within.
#include <algorithm>

#include "sql/walk.h"
#include "statements/do_block/catalog_rows/extension_contents.h"
#include "statements/do_block/evaluator/evaluator.h"

namespace pgplumb {

Value Evaluator::query_value(const SubLink* link) {
  const auto* select = as<SelectStmt>(link->subselect);
  if (!select || select->op != SETOP_NONE || select->groupClause || select->withClause) return Value::unknown();
  if (link->subLinkType == EXISTS_SUBLINK) return exists(select);
  if (link->subLinkType == EXPR_SUBLINK) return single(select);
  if (link->subLinkType == ANY_SUBLINK && !link->operName) return is_among(link, select);
  return Value::unknown();
}

namespace {

/// "b", and "t.b" of a member.
bool is_uncertain_name(const Session& session, std::string_view text) {
  return std::any_of(session.uncertain_names.begin(), session.uncertain_names.end(), [&](std::string_view name) {
    return name == text || (name.size() > text.size() && name.ends_with(text) && name[name.size() - text.size() - 1] == '.');
  });
}

}  // namespace

/// Whether a condition asks for a name of which it is not known whether something bears it.
bool Evaluator::asks_for_uncertain(const Node* condition, int levels_left) const {
  if (!condition || session_.uncertain_names.empty() || levels_left == 0) return false;
  const auto* reference = as<::ColumnRef>(condition);
  const Value value = as<A_Const>(condition) ? constant_value(as<A_Const>(condition))
                      : reference            ? column_value(reference)
                                             : Value::unknown();
  bool asks = value.is_known() && !value.text.empty() && is_uncertain_name(session_, value.text);
  for_each_child(condition, [&](const Node* child) { asks = asks || asks_for_uncertain(child, levels_left - 1); });
  return asks;
}

Value Evaluator::exists(const SelectStmt* select) {
  bool found = false, undecided = false;
  const auto look = [&](bool sure) { return (sure ? found : undecided) = true, !found; };
  if (!for_each_row(select, look)) return Value::unknown();
  return found ? Value::of(true) : undecided ? Value::unknown() : Value::of(false);
}

/// The value of a scalar subquery.
Value Evaluator::single(const SelectStmt* select) {
  const auto found = rows(select);
  if (!found || !found->in_doubt.empty() || found->rows.size() > 1) return Value::unknown();
  return found->rows.empty() || found->rows.front().empty() ? Value::null() : found->rows.front().front().second;
}

Value Evaluator::is_among(const SubLink* link, const SelectStmt* select) {
  const Value left = evaluate(link->testexpr);
  const auto* target = as<ResTarget>(nodes_of(select->targetList).front());
  if (!left.is_known() || !target) return Value::unknown();
  bool found = false, undecided = false;
  const bool readable = for_each_row(select, [&](bool sure) {
    const Value value = evaluate(target->val);
    const Value equal = are_equal(value, left);
    if (sure && equal.is_true()) found = true;
    if (!equal.is_known() || (equal.is_true() && !sure)) undecided = true;
    return !found;
  });
  if (!readable) return Value::unknown();
  return found ? Value::of(true) : undecided ? Value::unknown() : Value::of(false);
}

std::optional<std::vector<Variables>> Evaluator::rows_bound(const SelectStmt* select) {
  const bool is_simple = select->op == SETOP_NONE && !select->groupClause && !select->distinctClause && !select->limitCount &&
                         !select->limitOffset && !select->withClause && !select->valuesLists && select->fromClause;
  if (!is_simple) return std::nullopt;
  std::vector<Variables> bound;
  bool are_sure = true;
  const std::size_t depth = bindings_.size();
  const bool is_readable = for_each_row(select, [&](bool sure) {
    are_sure &= sure;
    Variables& row = bound.emplace_back(variables_);
    for (std::size_t i = depth; sure && i < bindings_.size(); ++i) {
      ResultRow record;
      for (const auto& [name, value] : bindings_[i].row->columns) {
        record.emplace_back(std::string(name), value);
        row.set(std::string(name), value);
      }
      row.set(std::string(bindings_[i].alias), std::move(record));
    }
    return are_sure;
  });
  return is_readable && are_sure ? std::optional(std::move(bound)) : std::nullopt;
}

bool Evaluator::for_each_row(const SelectStmt* select, const RowVisitor& visit) {
  std::vector<Source> sources;
  std::vector<const Node*> conditions;
  for (const Node* from : nodes_of(select->fromClause))
    if (!append_source(from, sources, conditions)) return false;
  if (select->whereClause) conditions.push_back(select->whereClause);
  const std::size_t depth = bindings_.size();
  for (const Source& source : sources) bindings_.push_back({source.alias});
  const std::vector<const Node*> conjuncts = conjuncts_of(conditions);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    fill(sources, i, conjuncts);
    leave_out_excluded(sources[i], bindings_[depth + i], conjuncts);
    find_join(sources, i, conjuncts);
  }
  bool is_found = false;
  choose_rows(sources, 0, depth, conditions, [&](bool sure) {
    is_found |= sure;
    return visit(sure);
  });
  const bool may_have_more = (!is_found && !sources.empty() && asks_for_uncertain(select->whereClause, deepest_nesting)) ||
                             asks_for_contents_of_extension(session_, select);
  if (may_have_more) visit(false);
  bindings_.resize(depth);
  return true;
}

bool Evaluator::append_source(const Node* from, std::vector<Source>& sources, std::vector<const Node*>& conditions) {
  if (const auto* join = as<JoinExpr>(from)) {
    if (join->jointype != JOIN_INNER || join->isNatural || (join->usingClause && as<JoinExpr>(join->rarg))) return false;
    if (join->quals) conditions.push_back(join->quals);
    if (!append_source(join->larg, sources, conditions) || !append_source(join->rarg, sources, conditions)) return false;
    for (const Node* column : nodes_of(join->usingClause)) sources.back().shared.push_back(text_of(column));
    return true;
  }
  if (auto stated = stated_source(from)) return sources.push_back(*std::move(stated)), true;
  const auto* relation = as<RangeVar>(from);
  if (!relation) return false;
  const auto [schema, name] = qualified_name(relation);
  auto rows = catalog_rows(session_, schema, name);
  if (!rows) return false;
  sources.emplace_back(relation->alias ? std::string_view(relation->alias->aliasname) : name, std::move(rows));
  return true;
}

/// Whether the row that is chosen of a source has the columns of USING in common with one chosen before.
Value Evaluator::agree(const std::vector<Source>& sources, std::size_t which, std::size_t depth) const {
  Value result = Value::of(true);
  for (const std::string_view name : sources[which].shared) {
    Value other;
    for (std::size_t i = which; i-- > 0 && other.state == Value::State::unknown;) other = bindings_[depth + i].row->value(name);
    const Value equal = are_equal(bindings_[depth + which].row->value(name), other);
    if (!equal.is_true()) result = equal;
    if (equal.is_not_true()) return equal;
  }
  return result;
}

bool Evaluator::choose_rows(const std::vector<Source>& sources, std::size_t which, std::size_t depth,
                            const std::vector<const Node*>& conditions, const RowVisitor& visit) {
  bool sure = std::none_of(bindings_.begin() + static_cast<std::ptrdiff_t>(depth), bindings_.end(),
                           [](const Binding& binding) { return binding.row && binding.row->may_be_absent; });
  for (const Node* condition : conditions) {
    const Value value = evaluate(condition);
    if (value.is_not_true()) return true;
    sure &= value.is_true();
  }
  for (std::size_t i = 0; i < which; ++i) {
    const Value agreed = agree(sources, i, depth);
    if (agreed.is_not_true()) return true;
    sure &= agreed.is_true();
  }
  if (which == sources.size()) return visit(sure);
  bool goes_on = true;
  for (const CatalogRow* row : joined_rows(sources[which])) {
    bindings_[depth + which].row = row;
    goes_on = choose_rows(sources, which + 1, depth, conditions, visit);
    if (!goes_on) break;
  }
  bindings_[depth + which].row = nullptr;
  return goes_on;
}

}  // namespace pgplumb
