// Values of fields as people read them.
#include <pgplumb/kinds.h>
#include <pgplumb/sql/identifier.h>

#include "kinds/words.h"

namespace pgplumb {

namespace {

template <class T, class Show>
std::string join(const std::vector<T>& values, const Show& show) {
  std::string text;
  for (const T& value : values) text += (text.empty() ? "" : ", ") + show(value);
  return "(" + text + ")";
}

}  // namespace

std::string show_value(bool value) { return value ? "yes" : "no"; }
std::string show_value(const std::string& value) { return value; }
std::string show_value(float value) { return std::to_string(static_cast<int>(value)); }
std::string show_value(const DataType& value) { return value.name ? display_type(value) : std::string(); }
std::string show_value(const ExpressionField& value) { return value ? display_expression(*value.tree) : "none"; }
std::string show_value(const ColumnRef& value) { return value.symbol ? value.symbol->text : ""; }
std::string show_value(const RelationRef& value) { return value.symbol ? display_name(*value.symbol) : ""; }
std::string show_value(const std::vector<ColumnRef>& value) {
  return join(value, [](const ColumnRef& column) { return show_value(column); });
}

std::string show_value(std::int64_t value) { return std::to_string(value); }
std::string show_value(Text value) { return value.str(); }
std::string show_value(const MemberRef& value) {
  return value.symbol ? display_name(*value.symbol->parent) + "." + value.symbol->text : std::string("none");
}
std::string show_value(const RoutineRef& value) {
  if (!value) return {};
  const std::string name = display_name(*value.symbol);
  return name.substr(0, name.find('('));
}
std::string show_value(const std::vector<RelationRef>& value) {
  return join(value, [](const RelationRef& relation) { return show_value(relation); });
}

std::string show_value(const MultirangeName& value) { return show_value(RelationRef{value.symbol}); }
std::string show_value(const LinkedOperator& value) { return show_value(RelationRef{value.symbol}); }

std::string show_value(const PartComment& value) { return value.part.str() + " " + quote_literal(value.comment.str()); }
std::string show_value(const std::vector<PartComment>& value) {
  return join(value, [](const PartComment& one) { return show_value(one); });
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
                key.collation ? "collate " + show_value(key.collation) : "", key.operator_class.str(),
                key.descending ? "desc" : "",
                usual_nulls       ? ""
                : key.nulls_first ? "nulls first"
                                  : "nulls last"});
}
std::string show_value(const std::vector<IndexKey>& value) {
  return join(value, [](const IndexKey& key) { return show_value(key); });
}

std::string show_value(ReplicaIdentity value) {
  switch (value) {
    case ReplicaIdentity::primary_key:
      return "default";
    case ReplicaIdentity::nothing:
      return "nothing";
    case ReplicaIdentity::full:
      return "full";
    case ReplicaIdentity::index:
      return "using an index";
  }
  return {};
}

std::string show_value(Firing value) {
  switch (value) {
    case Firing::enabled:
      return "enabled";
    case Firing::always:
      return "enabled always";
    case Firing::replica:
      return "enabled on replicas";
    case Firing::disabled:
      return "disabled";
  }
  return {};
}

std::string show_value(RoutineKind value) {
  switch (value) {
    case RoutineKind::function:
      return "function";
    case RoutineKind::procedure:
      return "procedure";
    case RoutineKind::aggregate:
      return "aggregate";
    case RoutineKind::window:
      return "window function";
  }
  return {};
}

std::string show_value(Volatility value) {
  switch (value) {
    case Volatility::volatile_:
      return "volatile";
    case Volatility::stable:
      return "stable";
    case Volatility::immutable:
      return "immutable";
  }
  return {};
}

std::string show_value(Parallel value) {
  switch (value) {
    case Parallel::unsafe:
      return "parallel unsafe";
    case Parallel::restricted:
      return "parallel restricted";
    case Parallel::safe:
      return "parallel safe";
  }
  return {};
}

std::string show_value(const RoutineParameter& value) {
  constexpr const char* modes[] = {"", "out", "inout", "variadic", "table"};
  return words({modes[static_cast<std::size_t>(value.mode)], value.name.str(), show_value(value.type),
                value.default_value ? "default " + show_value(value.default_value) : ""});
}
std::string show_value(const std::vector<RoutineParameter>& value) {
  return join(value, [](const RoutineParameter& parameter) { return show_value(parameter); });
}
std::string show_value(const ReturnType& value) {
  if (!value.type) return "nothing";
  return (value.is_set ? "setof " : "") + show_value(*value.type);
}

std::string show_value(const HelperFunction& value) { return value.option.str() + " = " + show_value(value.function); }
std::string show_value(const std::vector<HelperFunction>& value) {
  return join(value, [](const HelperFunction& helper) { return show_value(helper); });
}

namespace {

/// Without its schema: a statement and the server do not qualify the same types.
std::string bare_type(DataType type) {
  if (!type.name || type.name->parent == pg_catalog()) return display_type(type);
  return type.name->text + (type.is_array ? "[]" : "");
}

}  // namespace

std::string signature_of(std::string_view name, const std::vector<RoutineParameter>& parameters) {
  std::string types;
  for (const RoutineParameter& parameter : parameters)
    if (parameter.mode != ParameterMode::out && parameter.mode != ParameterMode::table)
      types += (types.empty() ? "" : ", ") + bare_type(parameter.type);
  return std::string(name) + "(" + types + ")";
}

std::string show_value(const ExclusionKey& value) { return show_value(value.key) + " with " + value.op.str(); }
std::string show_value(const std::vector<ExclusionKey>& value) {
  return join(value, [](const ExclusionKey& key) { return show_value(key); });
}

std::string show_value(const DomainCheck& value) {
  return words({value.name.str(), "check (" + show_value(value.expression) + ")", value.validated ? "" : "not valid"});
}
std::string show_value(const std::vector<DomainCheck>& value) {
  return join(value, [](const DomainCheck& check) { return show_value(check); });
}

std::string show_value(const TokenMapping& value) { return value.token.str() + " " + show_value(value.dictionaries); }
std::string show_value(const std::vector<TokenMapping>& value) {
  return join(value, [](const TokenMapping& mapping) { return show_value(mapping); });
}

std::string show_value(const PublishedTable& value) {
  return words({show_value(value.table), value.columns.empty() ? "" : show_value(value.columns),
                value.condition ? "where (" + show_value(value.condition) + ")" : ""});
}
std::string show_value(const std::vector<PublishedTable>& value) {
  return join(value, [](const PublishedTable& table) { return show_value(table); });
}

std::string show_value(const PartitionDefault& value) {
  const std::string filled = value.serial ? "serial" : value.value ? show_value(value.value) : "none";
  return show_value(value.column) + " " + filled;
}
std::string show_value(const std::vector<PartitionDefault>& value) {
  return join(value, [](const PartitionDefault& own) { return show_value(own); });
}

std::string show_value(const PartitionStorage& value) {
  return show_value(value.column) + " " + (value.storage.empty() ? "as usual" : value.storage.str());
}
std::string show_value(const std::vector<PartitionStorage>& value) {
  return join(value, [](const PartitionStorage& own) { return show_value(own); });
}

std::string show_value(const PartitionComment& value) {
  return show_value(value.column) + " " + quote_literal(value.comment.str());
}
std::string show_value(const std::vector<PartitionComment>& value) {
  return join(value, [](const PartitionComment& own) { return show_value(own); });
}

std::string show_value(const PartitionTrigger& value) { return value.trigger.symbol->text + " " + show_value(value.fires); }
std::string show_value(const std::vector<PartitionTrigger>& value) {
  return join(value, [](const PartitionTrigger& own) { return show_value(own); });
}

std::string show_value(const TypeAttribute& value) {
  return words({value.name.str(), show_value(value.type), value.collation ? "collate " + show_value(value.collation) : ""});
}
std::string show_value(const std::vector<TypeAttribute>& value) {
  return join(value, [](const TypeAttribute& attribute) { return show_value(attribute); });
}

}  // namespace pgplumb
