#include "kinds/column/storage.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "kinds/foreign_options.h"
#include "kinds/partition/own_columns.h"
#include "kinds/table/options.h"

namespace pgplumb {

namespace {

constexpr std::string_view storage_name = "storage", compression_name = "compression", statistics_name = "statistics";

constexpr std::array<std::string_view, 3> stored_main = {"numeric", "inet", "cidr"};
constexpr std::array<std::string_view, 14> stored_extended = {"text",    "varchar",  "bpchar",    "bytea",   "json",
                                                              "jsonb",   "xml",      "varbit",    "bit",     "path",
                                                              "polygon", "tsvector", "refcursor", "jsonpath"};

/// How values of a type are stored without being told (pg_type.typstorage); "" where that is not known here.
std::string_view usual_storage(Session& session, const DataType& type) {
  if (type.is_array) return "extended";
  if (const auto* domain = session.draft().object<Domain>(type.name)) return usual_storage(session, domain->type);
  if (session.draft().object<Enum>(type.name)) return "plain";
  if (session.draft().object<CompositeType>(type.name) || session.draft().object<RangeType>(type.name)) return "extended";
  if (!type.name || type.name->parent != pg_catalog()) return {};
  const std::string_view name = type.name->text;
  const auto is_one_of = [&](const auto& names) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (is_one_of(stored_main)) return "main";
  return is_one_of(stored_extended) || name.ends_with("range") ? "extended" : "plain";
}

/// pg_attribute.attstorage
std::string_view storage_word(char letter) {
  return letter == 'p' ? "plain" : letter == 'e' ? "external" : letter == 'x' ? "extended" : "main";
}

const List* changes_of(const AlterTableCmd* command) { return reinterpret_cast<const List*>(command->def); }

}  // namespace

Text storage_from(const Row& row, std::size_t first) {
  enum { storage, compression, statistics, options };
  std::vector<std::string> unusual;
  const auto add = [&](std::string_view option, std::string_view value) {
    unusual.push_back(std::string(option) + "=" + std::string(value));
  };
  if (!row.is_null(first + storage)) add(storage_name, storage_word(row.letter(first + storage)));
  if (!row.is_null(first + compression)) add(compression_name, row.letter(first + compression) == 'p' ? "pglz" : "lz4");
  if (!row.is_null(first + statistics)) add(statistics_name, row.text(first + statistics));
  // Those that can be set. A server may keep others for itself: Debian's 15.20 has pg_attver on every column.
  for (const std::string& option : row.texts(first + options))
    if (option.starts_with("n_distinct")) unusual.push_back(option);
  return unusual.empty() ? Text() : options_text(unusual);
}

Text stated_storage(const ColumnDef* definition) {
  if (!definition->compression) return {};
  const std::string compression = lower_case(view_of(definition->compression));
  return compression == "default" ? Text() : with_option({}, compression_name, compression);
}

Text copied_storage(Text storage, bool with_storage, bool with_compression) {
  if (storage.empty()) return {};
  Options options = split_options(storage);
  Text copied;
  if (with_storage) copied = with_option(copied, storage_name, options[std::string(storage_name)]);
  if (with_compression) copied = with_option(copied, compression_name, options[std::string(compression_name)]);
  return copied;
}

Text storage_after_type_change(Text storage) { return with_option(with_option(storage, storage_name, {}), compression_name, {}); }

Text changed_storage(Session& session, const Symbol* column, Text storage, const AlterTableCmd* command) {
  const auto set = [&](std::string_view option, const std::string& wanted, std::string_view usual) {
    return with_option(storage, option, wanted == "default" || wanted == usual ? std::string() : wanted);
  };
  switch (command->subtype) {
    case AT_SetStorage: {
      const std::string_view usual = usual_storage(session, session.draft().object<Column>(column)->type);
      return usual.empty() ? storage : set(storage_name, lower_case(text_of(command->def)), usual);
    }
    case AT_SetCompression:
      return set(compression_name, lower_case(text_of(command->def)), {});
    case AT_SetStatistics:
      return set(statistics_name, std::to_string(integer_of(command->def).value_or(-1)), "-1");
    default:
      return changed_options(storage, changes_of(command), command->subtype == AT_ResetOptions);
  }
}

void read_storage_clause(Session& session, Symbol* relation, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  const Symbol* column = session.column_to_alter(relation, view_of(command->name));
  if (command->subtype == AT_SetStorage && usual_storage(session, session.draft().object<Column>(column)->type).empty()) {
    accept_any(session.draft(), column, "storage");
    return session.not_compared("SET STORAGE", "how values of the type are stored usually is not known", -1,
                                member_name(relation, column->text));
  }
  set_storage(session, relation, column,
              changed_storage(session, column, storage_of(session.draft(), relation, column), command));
}

void read_foreign_column_options(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  const Symbol* column = session.column_to_alter(table, view_of(command->name));
  edit<Column>(session, column, [&](Column& changed) {
    changed.foreign_options = changed_foreign_options(changed.foreign_options, changes_of(command));
  });
  session.record(Event::Verb::altered, column, "foreign_options");
}

}  // namespace pgplumb
