#include <pgplumb/kinds.h>

namespace pgplumb {

namespace {

template <class T, class Show>
std::string join(const std::vector<T>& values, const Show& show) {
  std::string text;
  for (const T& value : values) text += (text.empty() ? "" : ", ") + show(value);
  return "(" + text + ")";
}

std::string words(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  return text;
}

std::string describe_one(const Schema&) { return "schema"; }
std::string describe_one(const Table& table) { return show_value(table.relation_kind); }
std::string describe_one(const Column& column) {
  return words({column.identity == Identity::serial ? show_value(column.type) + " serial" : show_value(column.type),
                column.identity == Identity::none || column.identity == Identity::serial ? "" : show_value(column.identity),
                column.generated ? "generated as " + show_value(column.generated) : "",
                column.default_value ? "default " + show_value(column.default_value) : "", column.not_null ? "not null" : ""});
}
std::string describe_one(const PrimaryKey& key) { return "primary key " + show_value(key.columns); }
std::string describe_one(const Unique& unique) {
  return words({unique.form == UniqueForm::constraint ? "unique constraint" : "unique index", show_value(unique.columns),
                unique.options, unique.nulls_not_distinct ? "nulls not distinct" : "", unique.deferrable ? "deferrable" : ""});
}
std::string describe_one(const ForeignKey& key) {
  return words({show_value(key.columns), "→", show_value(key.target), show_value(key.target_columns),
                "on delete " + show_value(key.on_delete), "on update " + show_value(key.on_update),
                key.match_full ? "match full" : "", key.deferrable ? "deferrable" : "",
                key.initially_deferred ? "initially deferred" : "", key.validated ? "" : "not valid"});
}
std::string describe_one(const Index& index) {
  return words({index.unique ? "unique" : "", index.method, show_value(index.keys),
                index.include.empty() ? "" : "include " + show_value(index.include),
                index.nulls_not_distinct ? "nulls not distinct" : "",
                index.predicate ? "where " + show_value(index.predicate) : "", index.valid ? "" : "invalid"});
}
std::string describe_one(const Enum&) { return "enum"; }
std::string describe_one(const EnumValue&) { return "value"; }

}  // namespace

std::string show_value(bool value) { return value ? "yes" : "no"; }
std::string show_value(const std::string& value) { return value; }
std::string show_value(float value) { return std::to_string(static_cast<int>(value)); }
std::string show_value(const DataType& value) { return display_type(value); }
std::string show_value(const ExpressionField& value) { return value ? display_expression(*value.tree) : "none"; }
std::string show_value(const ColumnRef& value) { return value.symbol ? value.symbol->text : ""; }
std::string show_value(const RelationRef& value) { return value.symbol ? display_name(*value.symbol) : ""; }
std::string show_value(const std::vector<ColumnRef>& value) {
  return join(value, [](const ColumnRef& column) { return show_value(column); });
}

std::string show_value(RelationKind value) {
  switch (value) {
    case RelationKind::table:
      return "table";
    case RelationKind::partitioned_table:
      return "partitioned table";
    case RelationKind::view:
      return "view";
    case RelationKind::materialized_view:
      return "materialized view";
    case RelationKind::foreign_table:
      return "foreign table";
  }
  return {};
}

std::string show_value(Identity value) {
  switch (value) {
    case Identity::none:
      return "none";
    case Identity::serial:
      return "serial";
    case Identity::always:
      return "identity always";
    case Identity::by_default:
      return "identity by default";
  }
  return {};
}

std::string show_value(UniqueForm value) { return value == UniqueForm::constraint ? "constraint" : "index"; }

std::string show_value(ReferentialAction value) {
  switch (value) {
    case ReferentialAction::no_action:
      return "NO ACTION";
    case ReferentialAction::restrict:
      return "RESTRICT";
    case ReferentialAction::cascade:
      return "CASCADE";
    case ReferentialAction::set_null:
      return "SET NULL";
    case ReferentialAction::set_default:
      return "SET DEFAULT";
  }
  return {};
}

bool operator==(const IndexKey& a, const IndexKey& b) {
  const bool same_column = a.column.symbol && b.column.symbol ? a.column == b.column : a.column.symbol == b.column.symbol;
  return same_column && a.expression == b.expression && a.operator_class == b.operator_class && a.collation == b.collation &&
         a.descending == b.descending && a.nulls_first == b.nulls_first;
}

std::string show_value(const IndexKey& key) {
  const bool usual_nulls = key.nulls_first == key.descending;
  return words({key.expression ? "(" + show_value(key.expression) + ")" : show_value(key.column),
                key.collation.empty() ? "" : "collate " + key.collation, key.operator_class, key.descending ? "desc" : "",
                usual_nulls       ? ""
                : key.nulls_first ? "nulls first"
                                  : "nulls last"});
}
std::string show_value(const std::vector<IndexKey>& value) {
  return join(value, [](const IndexKey& key) { return show_value(key); });
}

std::string describe(const Object& object) {
  return std::visit([](const auto& kind) { return describe_one(kind); }, object);
}

}  // namespace pgplumb
