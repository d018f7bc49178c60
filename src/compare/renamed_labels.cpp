#include "compare/renamed_labels.h"

#include <algorithm>
#include <memory>

#include "catalog/expressions.h"
#include "compare/fields.h"
#include "sql/canonical/renamed_label.h"

namespace pgplumb {

namespace {

const Entry* find_type(const Catalog& catalog, const Symbol* type) {
  if (!type || !type->parent) return nullptr;
  return catalog.find({Namespace::type, type->parent->text, type->text, {}});
}

const Column* find_column(const Catalog& catalog, const Symbol* column) {
  const Symbol* table = column ? column->parent : nullptr;
  if (!table || !table->parent) return nullptr;
  const Entry* entry = catalog.find({Namespace::column, table->parent->text, table->text, column->text});
  return entry ? std::get_if<Column>(&entry->object) : nullptr;
}

/// What labels are looked for by: columns, domains and enums.
KnownTypes types_of(const Catalog& catalog) {
  KnownTypes types;
  types.column = [&](ColumnRef ref) -> const DataType* {
    const Column* column = find_column(catalog, ref.symbol);
    return column ? &column->type : nullptr;
  };
  types.domain = [&](const Symbol* type) -> const DataType* {
    const Entry* entry = find_type(catalog, type);
    const auto* domain = entry ? std::get_if<Domain>(&entry->object) : nullptr;
    return domain ? &domain->type : nullptr;
  };
  types.made = [&](const Symbol* type) -> std::optional<MadeType> {
    const Entry* entry = find_type(catalog, type);
    if (!entry || std::holds_alternative<Domain>(entry->object)) return std::nullopt;
    const bool is_enum = std::holds_alternative<Enum>(entry->object);
    return MadeType{is_enum ? MadeType::Form::enumeration : MadeType::Form::other, {}};
  };
  return types;
}

/// Of each source, and what the first source that has them calls them.
using LabelsOfEach = std::vector<RenamedLabels>;

LabelsOfEach renamed_labels(const std::vector<Disagreement>& disagreements, std::size_t sources) {
  LabelsOfEach labels(sources);
  for (const Disagreement& found : disagreements) {
    if (found.field != "name" || found.kind != EnumValue::kind) continue;
    for (std::size_t i = 0; i < found.says.size(); ++i)
      if (const Entry* entry = found.says[i].entry; entry && entry->id.member != found.id.member)
        labels[i].emplace(std::pair(entry->symbol->parent, entry->id.member), found.id.member);
  }
  return labels;
}

class Joiner {
 public:
  Joiner(const LabelsOfEach& labels, const SourceList& sources) : labels_(labels), sources_(sources) {}

  void join(Disagreement& found) const {
    const std::size_t speakers = found.says.size();
    for (std::size_t i = 0; i < speakers; ++i)
      for (std::size_t j = i + 1; j < speakers; ++j) {
        const int one = found.says[i].cluster, other = found.says[j].cluster;
        if (one < 0 || other < 0 || one == other || !are_one(found, i, j)) continue;
        for (Says& says : found.says)
          if (says.cluster == other) says.cluster = one;
      }
  }

 private:
  /// The order of labels and the like is no field of the object's own, and stays as it is.
  bool are_one(const Disagreement& found, std::size_t i, std::size_t j) const {
    const bool differ = !field_equal(found.says[i].entry->object, found.says[j].entry->object, found.field);
    return differ && field_equal(as_called_first(found, i), as_called_first(found, j), found.field);
  }

  Object as_called_first(const Disagreement& found, std::size_t source) const {
    Object object = found.says[source].entry->object;
    if (labels_[source].empty()) return object;
    const KnownTypes types = types_of(sources_[source]->catalog);
    for_each_expression(object, [&](ExpressionField& field, const DataType* target) {
      field.tree = std::make_shared<const Expression>(rename_labels(*field.tree, target, types, labels_[source]));
    });
    return object;
  }

  const LabelsOfEach& labels_;
  const SourceList& sources_;
};

}  // namespace

void join_renamed_labels(std::vector<Disagreement>& disagreements, const SourceList& sources) {
  const LabelsOfEach labels = renamed_labels(disagreements, sources.size());
  if (std::all_of(labels.begin(), labels.end(), [](const RenamedLabels& of_one) { return of_one.empty(); })) return;
  const Joiner joiner(labels, sources);
  std::erase_if(disagreements, [&](Disagreement& found) {
    if (found.field.empty() || found.field == "name") return false;
    const bool differed = has_two_clusters(found);
    joiner.join(found);
    return differed && !has_two_clusters(found);
  });
}

}  // namespace pgplumb
