#include "sources/extract.h"

#include <algorithm>

#include "catalog/expressions.h"

namespace pgplumb {

namespace {

constexpr int first_with_extract = 140000;  // server_version_num

bool is_extract(const Expression& expression) {
  return expression.kind == Expression::Kind::call && expression.text == "extract";
}

bool holds_extract(const Expression& expression) {
  return is_extract(expression) || std::any_of(expression.args.begin(), expression.args.end(), holds_extract);
}

Expression with_date_part(Expression expression) {
  if (is_extract(expression)) expression.text = "date_part";
  for (Expression& argument : expression.args) argument = with_date_part(std::move(argument));
  return expression;
}

const std::vector<PartitionDefault>& defaults_of(const Partition& partition) { return *partition.defaults; }
std::vector<PartitionDefault>& defaults_of(Partition& partition) { return partition.defaults.edit(); }

/// Of the object, and of what a partition says by itself.
template <class Given, class Visit>
void visit_all(Given& object, const Visit& visit) {
  for_each_expression(object, [&](auto& field, const DataType*) { visit(field); });
  auto* partition = std::get_if<Partition>(&object);
  if (partition && partition->defaults)
    for (auto& own : defaults_of(*partition))
      if (own.value) visit(own.value);
}

bool holds_extract(const Object& object) {
  bool holds_it = false;
  visit_all(object, [&](const ExpressionField& field) { holds_it = holds_it || holds_extract(*field.tree); });
  return holds_it;
}

void put_date_part(Object& object) {
  visit_all(object, [](ExpressionField& field) {
    if (holds_extract(*field.tree)) field.tree = std::make_shared<const Expression>(with_date_part(*field.tree));
  });
}

}  // namespace

void read_extract_as_servers_do(Draft& draft, const Servers* servers) {
  std::vector<const Symbol*> holders;
  for (std::size_t n = 1; servers && n <= draft.declared_count(); ++n)
    if (const Draft::Item* item = draft.declared(n); item && holds_extract(item->object)) holders.push_back(item->symbol);
  if (holders.empty() || !servers->has_one_before(first_with_extract)) return;
  for (const Symbol* holder : holders) draft.change(holder, [](Draft::Item& item) { put_date_part(item.object); });
}

void read_extract_as_servers_do(std::vector<Entry>& entries, const Servers* servers) {
  const auto holds_it = [](const Entry& entry) { return holds_extract(entry.object); };
  if (!servers || std::none_of(entries.begin(), entries.end(), holds_it) || !servers->has_one_before(first_with_extract)) return;
  for (Entry& entry : entries) put_date_part(entry.object);
}

}  // namespace pgplumb
