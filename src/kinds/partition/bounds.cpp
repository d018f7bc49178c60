#include "kinds/partition/bounds.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <optional>

#include "kinds/partition/ddl.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

/// Below zero where the first comes before the second; nothing where that is not known.
using Order = std::optional<int>;

template <class Value>
int order_of_values(const Value& a, const Value& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

Order order_of_numbers(const std::string& a, const std::string& b) {
  const int order = order_of_values(std::strtold(a.c_str(), nullptr), std::strtold(b.c_str(), nullptr));
  return order == 0 && a != b ? std::nullopt : Order(order);
}

/// Types whose literals, as normalising writes them, are in the order of their values: but for years of more than four digits,
/// infinity and other time zones.
bool is_ordered_as_text(const DataType& type, const std::string& text) {
  constexpr std::array moments = {"date", "timestamp"};
  if (type.is_array || !type.name || type.name->parent != pg_catalog()) return false;
  const std::string& name = type.name->text;
  if (name == "uuid") return true;
  const bool has_plain_year = text.size() >= 10 && text[4] == '-' && text.find_first_of("BC") == std::string::npos;
  if (name == "timestamptz") return has_plain_year && text.ends_with("+00");
  return has_plain_year && std::find(moments.begin(), moments.end(), name) != moments.end();
}

const Expression& literal_of(const Expression& datum) { return datum.kind == Kind::cast ? datum.args.front() : datum; }

Order order_of_data(const Expression& a, const Expression& b) {
  if (a == b) return 0;
  const Expression &left = literal_of(a), &right = literal_of(b);
  if (left.kind != right.kind) return std::nullopt;
  if (left.kind == Kind::boolean) return order_of_values(left.text, right.text);
  if (left.kind != Kind::literal) return std::nullopt;
  if (is_number(left) && is_number(right)) return order_of_numbers(left.text, right.text);
  const bool is_ordered = a.kind == Kind::cast && b.kind == Kind::cast && a.type == b.type &&
                          is_ordered_as_text(a.type, left.text) && is_ordered_as_text(b.type, right.text);
  return is_ordered ? Order(order_of_values(left.text, right.text)) : std::nullopt;
}

/// MINVALUE, a value, MAXVALUE
int rank_of(const Expression& datum) {
  if (datum.kind != Kind::column) return 0;
  return datum.text == "minvalue" ? -1 : 1;
}

/// As partition_rbound_cmp() in partitioning/partbounds.c: what stands behind an infinite datum does not count.
Order order_of_ends(const Args& a, const Args& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const int left = rank_of(a[i]), right = rank_of(b[i]);
    if (left != right) return order_of_values(left, right);
    if (left != 0) return 0;
    if (const Order order = order_of_data(a[i], b[i]); order != 0) return order;
  }
  return 0;
}

bool is_surely_before(const Args& a, const Args& b) { return order_of_ends(a, b).value_or(0) < 0; }

bool shares_value(const Args& a, const Args& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const Expression& datum) { return std::find(b.begin(), b.end(), datum) != b.end(); });
}

bool is_range(const Expression& bound) { return bound.args.size() == 2; }

struct Share {
  long modulus = 0, remainder = 0;
};
/// Of a HASH; a modulus of 0 for any other bound.
Share share_of(const Expression& bound) {
  Share share;
  const std::string& text = bound.args.front().text;
  if (!text.starts_with("modulus ")) return {};  // most are no HASH, and each is held against all others
  if (std::sscanf(text.c_str(), "modulus %ld remainder %ld", &share.modulus, &share.remainder) != 2) return {};
  return share;
}

void require_strategy(const ExpressionField& key, std::string_view strategy, bool is_meant) {
  if (is_meant && key.tree->text != strategy)
    fail(sqlstate::invalid_table_definition, "invalid bound specification for a " + key.tree->text + " partition");
}

void require_one_for_each(const ExpressionField& key, const List* data, const char* word) {
  if (nodes_of(data).size() != key.tree->args.size())
    fail(sqlstate::invalid_table_definition, std::string(word) + " must specify exactly one value per partitioning column");
}

}  // namespace

void require_bound_of_key(const ExpressionField& key, const PartitionBoundSpec* bound) {
  if (!key) return;
  if (bound->is_default && key.tree->text == "hash")
    fail(sqlstate::invalid_table_definition, "a hash-partitioned table may not have a default partition");
  if (bound->is_default) return;
  require_strategy(key, "list", bound->strategy == 'l');
  require_strategy(key, "range", bound->strategy == 'r');
  require_strategy(key, "hash", bound->strategy == 'h');
  if (bound->strategy == 'r') {
    require_one_for_each(key, bound->lowerdatums, "FROM");
    require_one_for_each(key, bound->upperdatums, "TO");
  }
  if (bound->strategy != 'h') return;
  if (bound->modulus <= 0)
    fail(sqlstate::invalid_table_definition, "modulus for hash partition must be an integer value greater than zero");
  if (bound->remainder < 0 || bound->remainder >= bound->modulus)
    fail(sqlstate::invalid_table_definition, "remainder for hash partition must be less than modulus");
}

void require_some_rows(const Expression& bound) {
  if (!is_range(bound)) return;
  const Order order = order_of_ends(bound.args.front().args, bound.args.back().args);
  if (order && *order >= 0) fail(sqlstate::invalid_object_definition, "empty range bound specified for partition");
}

void require_moduli_together(const Expression& bound, const Expression& other) {
  const auto [less, more] = std::minmax({share_of(bound).modulus, share_of(other).modulus});
  if (less > 0 && more % less != 0)
    fail(sqlstate::invalid_object_definition, "every hash partition modulus must be a factor of the next larger modulus");
}

bool overlap(const Expression& a, const Expression& b) {
  if (a == b) return true;
  if (is_range(a) && is_range(b))
    return is_surely_before(a.args.front().args, b.args.back().args) && is_surely_before(b.args.front().args, a.args.back().args);
  const Share mine = share_of(a), theirs = share_of(b);
  if (mine.modulus > 0 && theirs.modulus > 0)
    return (mine.remainder - theirs.remainder) % std::gcd(mine.modulus, theirs.modulus) == 0;
  return a.args.front().text == "in" && b.args.front().text == "in" && shares_value(a.args.front().args, b.args.front().args);
}

}  // namespace pgplumb
