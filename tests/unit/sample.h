// Small sources made by hand, for tests of the rooms behind the readers.
#pragma once

#include <pgplumb/catalog/draft.h>
#include <pgplumb/sources/source.h>

#include <string>
#include <vector>

namespace pgplumb::sample {

/// Builds one source, a line for each object.
class Sample {
 public:
  explicit Sample(Role role) : role_(role) { schema_ = draft.declare(Namespace::schema, nullptr, "public", Schema{}, {}); }

  Symbol* table(const std::string& name, const std::string& called = {}) {
    return draft.declare(Namespace::relation, schema_, name,
                         Declaration{.object = Table{}, .called = called, .declared_at = at()});
  }
  Symbol* column(Symbol* table, const std::string& name, const char* type, bool not_null = true) {
    return draft.declare(Namespace::column, table, name,
                         Column{{builtin_type(type), "", false}, not_null, Identity::none, {}, {}}, at());
  }
  Symbol* unique(Symbol* table, const std::string& name, std::vector<const Symbol*> columns,
                 UniqueForm form = UniqueForm::index) {
    return draft.declare(form == UniqueForm::index ? Namespace::index : Namespace::constraint, table, name,
                         Unique{refs(columns), form, false, false, false, ""}, at());
  }
  Symbol* index(Symbol* table, const std::string& name, std::vector<const Symbol*> columns) {
    Index index;
    for (const Symbol* column : columns) index.keys.push_back({{column}, {}, "", {}, false, false});
    return draft.declare(Namespace::index, table, name, index, at());
  }
  Symbol* foreign_key(Symbol* table, const std::string& name, const Symbol* column, const Symbol* target,
                      const Symbol* target_column) {
    ForeignKey key;
    key.columns = {{column}};
    key.target = {target};
    key.target_columns = {{target_column}};
    return draft.declare(Namespace::constraint, table, name, key, at());
  }
  Symbol* enumeration(const std::string& name, const std::vector<std::string>& values) {
    Symbol* type = draft.declare(Namespace::type, schema_, name, Enum{}, at());
    for (std::size_t i = 0; i < values.size(); ++i)
      draft.declare(Namespace::enum_value, type, values[i], EnumValue{float(i)}, at());
    return type;
  }
  Source source() {
    Source source;
    source.id = role_name(role_);
    source.role = role_;
    source.catalog = draft.settle();
    return source;
  }
  Symbol* schema() { return schema_; }

  Draft draft;

 private:
  static std::vector<ColumnRef> refs(const std::vector<const Symbol*>& columns) {
    std::vector<ColumnRef> all;
    for (const Symbol* column : columns) all.push_back({column});
    return all;
  }
  Position at() { return {remember_file("sample"), ++line_, 1}; }

  Role role_;
  Symbol* schema_;
  unsigned line_ = 0;
};

}  // namespace pgplumb::sample
