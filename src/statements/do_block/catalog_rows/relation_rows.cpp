#include "statements/do_block/catalog_rows/relation_rows.h"

#include <array>

#include "kinds/partition/inherited.h"
#include "statements/do_block/catalog_rows/column_rows.h"
#include "statements/do_block/catalog_rows/draft_walk.h"
#include "statements/do_block/catalog_rows/system_rows.h"
#include "statements/do_block/evaluator/type_values.h"

namespace pgplumb {

namespace {

using Rows = std::vector<CatalogRow>;

bool is_index(Session& session, const Symbol* member) {
  return session.draft().object<Index>(member) || session.draft().object<Unique>(member) ||
         session.draft().object<PrimaryKey>(member);
}

std::string relation_letter(Session& session, const Symbol* relation) {
  constexpr std::array letters = {"r", "p", "v", "m", "f"};
  if (const auto* partition = session.draft().object<Partition>(relation)) return partition->partition_key ? "p" : "r";
  return letters[static_cast<std::size_t>(session.draft().object<Table>(relation)->relation_kind)];
}

/// pg_type.typtype
const char* type_letter(Session& session, const Symbol* type) {
  if (session.draft().object<Domain>(type)) return "d";
  if (session.draft().object<CompositeType>(type)) return "c";
  return session.draft().object<RangeType>(type) ? "r" : "e";
}

struct ConstraintWords {
  std::string_view letter, name;
};
/// Nothing for a member that is no constraint.
std::optional<ConstraintWords> constraint_words(Session& session, const Symbol* member) {
  if (session.draft().object<PrimaryKey>(member)) return ConstraintWords{"p", "PRIMARY KEY"};
  if (session.draft().object<ForeignKey>(member)) return ConstraintWords{"f", "FOREIGN KEY"};
  if (session.draft().object<Check>(member)) return ConstraintWords{"c", "CHECK"};
  if (session.draft().object<Exclusion>(member)) return ConstraintWords{"x", "EXCLUDE"};
  const auto* unique = session.draft().object<Unique>(member);
  if (unique && unique->form == UniqueForm::constraint) return ConstraintWords{"u", "UNIQUE"};
  return std::nullopt;
}

bool is_view(Session& session, const Symbol* relation) {
  const auto* table = session.draft().object<Table>(relation);
  return table && table->relation_kind == RelationKind::view;
}

/// Its number among the table's columns, of which is known that it is above that of those made before.
Value place_of_column(const Symbol* column) {
  Value number = Value::not_null();
  number.place = column->number;
  return number;
}

/// Calls `visit(relation, member)` for the members of all tables, views and partitions.
template <class Visit>
void for_each_part(Session& session, const Visit& visit) {
  for (const Namespace space : {Namespace::relation, Namespace::partition}) for_each_member(session, space, visit);
}

/// The constraints and indexes that a partition has from above, which bear names of their own: `visit(partition, name, of)`.
template <class Visit>
void for_each_inherited(Session& session, const Visit& visit) {
  for_each_object(session, Namespace::partition, [&](const Symbol*, const Symbol* partition) {
    for (const InheritedName& inherited : inherited_by(session, partition))
      if (!inherited.name.empty()) visit(partition, inherited.name.str(), inherited.of);
  });
}

}  // namespace

Rows schema_rows(Session& session) {
  Rows rows = system_schemas();
  for (const Symbol* schema : session.draft().schemas())
    rows.push_back({{{"oid", object_number(schema)}, {"nspname", schema->text}, {"schema_name", schema->text}}, schema});
  return rows;
}

Rows type_rows(Session& session) {
  Rows rows = system_types();
  const auto add = [&](const Symbol* type, const Symbol* made, const Value& number, const char* letter) {
    const Value schema = object_number(type->parent);
    rows.push_back({{{"oid", number}, {"typname", type->text}, {"typnamespace", schema}, {"typtype", letter}}, made});
    rows.push_back(
        {{{"oid", array_number(number)}, {"typname", "_" + type->text}, {"typnamespace", schema}, {"typtype", "b"}}, made});
  };
  for_each_object(session, Namespace::type, [&](const Symbol*, const Symbol* type) {
    add(type, type, type_value(session, {type, {}, false}), type_letter(session, type));
    if (const auto* range = session.draft().object<RangeType>(type))
      add(range->multirange.symbol, type, "multirange " + object_number(type), "m");
  });
  for_each_object(session, Namespace::relation, [&](const Symbol*, const Symbol* table) {
    add(table, table, type_value(session, {table, {}, false}), "c");
  });
  return rows;
}

Rows enum_value_rows(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::type, [&](const Symbol* type, const Symbol* value) {
    rows.push_back({{{"enumtypid", object_number(type)}, {"enumlabel", value->text}}, value});
  });
  return rows;
}

Rows class_rows(Session& session) {
  Rows rows = system_classes();
  const auto add = [&](const Symbol* schema, const std::string& name, const Symbol* of, std::string letter) {
    rows.push_back(
        {{{"oid", object_number(of)}, {"relname", name}, {"relnamespace", object_number(schema)}, {"relkind", std::move(letter)}},
         of});
  };
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    for_each_object(session, space, [&](const Symbol* schema, const Symbol* relation) {
      add(schema, relation->text, relation, relation_letter(session, relation));
    });
  for_each_part(session, [&](const Symbol* relation, const Symbol* member) {
    if (is_index(session, member)) add(relation->parent, member->text, member, "i");
  });
  for_each_inherited(session, [&](const Symbol* partition, const std::string& name, const Symbol* of) {
    if (is_index(session, of)) add(partition->parent, name, of, "i");
  });
  for_each_object(session, Namespace::sequence,
                  [&](const Symbol* schema, const Symbol* sequence) { add(schema, sequence->text, sequence, "S"); });
  for_each_object(session, Namespace::type, [&](const Symbol* schema, const Symbol* type) {
    if (session.draft().object<CompositeType>(type)) add(schema, type->text, type, "c");
  });
  return rows;
}

Rows constraint_rows(Session& session) {
  Rows rows{system_constraint()};
  const auto add = [&](const Symbol* table, const std::string& name, const Symbol* constraint) {
    const auto words = constraint_words(session, constraint);
    if (!words) return;
    const auto* key = session.draft().object<ForeignKey>(constraint);
    rows.push_back({{{"oid", object_number(constraint)},
                     {"conname", name},
                     {"conrelid", object_number(table)},
                     {"connamespace", object_number(table->parent)},
                     {"contype", std::string(words->letter)},
                     {"confrelid", key ? object_number(key->target.symbol) : "0"},
                     {"conkey", Value::not_null()},
                     {"constraint_schema", table->parent->text},
                     {"constraint_name", name},
                     {"table_schema", table->parent->text},
                     {"table_name", table->text},
                     {"constraint_type", std::string(words->name)}},
                    constraint});
  };
  for_each_part(session, [&](const Symbol* table, const Symbol* constraint) { add(table, constraint->text, constraint); });
  for_each_inherited(session, add);
  for_each_object(session, Namespace::type, [&](const Symbol* schema, const Symbol* type) {
    const auto* domain = session.draft().object<Domain>(type);
    if (!domain) return;
    for (const DomainCheck& check : domain->checks)
      rows.push_back({{{"conname", check.name.str()},
                       {"conrelid", "0"},
                       {"contypid", object_number(type)},
                       {"connamespace", object_number(schema)},
                       {"contype", "c"},
                       {"table_name", Value::null()}},
                      type});
  });
  return rows;
}

Rows index_rows(Session& session) {
  Rows rows{system_index()};
  const auto add = [&](const Symbol* table, const std::string& name, const Symbol* member) {
    if (!is_index(session, member)) return;
    const auto* index = session.draft().object<Index>(member);
    rows.push_back({{{"schemaname", table->parent->text},
                     {"tablename", table->text},
                     {"indexname", name},
                     {"indexrelid", object_number(member)},
                     {"indrelid", object_number(table)},
                     {"indisunique", flag(!index || index->unique)},
                     {"indisprimary", flag(session.draft().object<PrimaryKey>(member))}},
                    member});
  };
  for_each_part(session, [&](const Symbol* table, const Symbol* member) { add(table, member->text, member); });
  for_each_inherited(session, add);
  return rows;
}

Rows column_rows(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* table, const Symbol* symbol) {
    const auto* column = session.draft().object<Column>(symbol);
    if (!column) return;
    CatalogRow row{{{"attrelid", object_number(table)},
                    {"attname", symbol->text},
                    {"attnum", place_of_column(symbol)},
                    {"attisdropped", flag(false)},
                    {"table_schema", table->parent->text},
                    {"table_name", table->text},
                    {"column_name", symbol->text}},
                   symbol};
    // A partition may say otherwise of some.
    if (table == symbol->parent && !session.draft().item(symbol)->uncertain) append_column_properties(session, *column, row);
    rows.push_back(std::move(row));
  };
  for_each_member(session, Namespace::relation, add);
  for_each_object(session, Namespace::partition, [&](const Symbol*, const Symbol* partition) {
    for (const Symbol* column : session.draft().members(root_of(session.draft(), partition), Namespace::column))
      add(partition, column);
  });
  return rows;
}

Rows attribute_rows(Session& session) {
  Rows rows = column_rows(session);
  rows.push_back(dropped_column());
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    for_each_object(session, space, [&](const Symbol*, const Symbol* relation) {
      if (is_view(session, relation)) return;
      for (CatalogRow& row : system_columns(object_number(relation))) rows.push_back(std::move(row));
    });
  return rows;
}

Rows table_constraint_rows(Session& session) {
  Rows rows = constraint_rows(session);
  for_each_member(session, Namespace::relation, [&](const Symbol* table, const Symbol* symbol) {
    const auto* column = session.draft().object<Column>(symbol);
    if (!column || !column->not_null) return;
    Value name = Value::partly(Value().part() + "not_null");
    name.is_something = true;
    rows.push_back({{{"constraint_schema", table->parent->text},
                     {"constraint_name", name},
                     {"table_schema", table->parent->text},
                     {"table_name", table->text},
                     {"constraint_type", "CHECK"}},
                    symbol});
  });
  return rows;
}

/// Partitions, and tables that INHERIT.
Rows inheritance_rows(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* below, const Symbol* above) {
    rows.push_back(
        {{{"inhrelid", object_number(below)}, {"inhparent", object_number(above)}, {"inhdetachpending", flag(false)}}, below});
  };
  for_each_object(session, Namespace::partition, [&](const Symbol*, const Symbol* partition) {
    add(partition, session.draft().object<Partition>(partition)->of.symbol);
  });
  for_each_object(session, Namespace::relation, [&](const Symbol*, const Symbol* table) {
    for (const RelationRef above : *session.draft().object<Table>(table)->parents) add(table, above.symbol);
  });
  return rows;
}

/// pg_tables, pg_views, information_schema.tables: each row under the names of all.
Rows relation_rows(Session& session, bool (*belongs)(RelationKind)) {
  Rows rows = system_relations(belongs);
  const auto add = [&](const Symbol* schema, const Symbol* relation, RelationKind kind) {
    if (!belongs(kind)) return;
    rows.push_back({{{"schemaname", schema->text},
                     {"tablename", relation->text},
                     {"viewname", relation->text},
                     {"matviewname", relation->text},
                     {"table_schema", schema->text},
                     {"table_name", relation->text},
                     {"table_type", kind == RelationKind::view ? "VIEW" : "BASE TABLE"}},
                    relation});
  };
  for_each_object(session, Namespace::relation, [&](const Symbol* schema, const Symbol* relation) {
    add(schema, relation, session.draft().object<Table>(relation)->relation_kind);
  });
  for_each_object(session, Namespace::partition,
                  [&](const Symbol* schema, const Symbol* partition) { add(schema, partition, RelationKind::table); });
  return rows;
}

}  // namespace pgplumb
