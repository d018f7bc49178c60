#include "kinds/column/storage.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

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

/// Changes what the command's column has in one of the two fields, and says so among the events.
template <class Change>
void alter(Session& session, Symbol* table, const AlterTableCmd* command, Text Column::*field, const char* name,
           const Change& changed) {
  const Symbol* column = session.column_to_alter(table, view_of(command->name));
  edit<Column>(session, column, [&](Column& edited) { edited.*field = changed(edited.*field); });
  session.record(Event::Verb::altered, column, name);
}

/// Sets one of the options; "" is what is usual.
void set(Session& session, Symbol* table, const Node* node, std::string_view option, std::string_view value) {
  alter(session, table, as<AlterTableCmd>(node), &Column::storage, "storage",
        [&](Text storage) { return with_option(storage, option, value); });
}

const List* changes_of(const AlterTableCmd* command) { return reinterpret_cast<const List*>(command->def); }

}  // namespace

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

void read_set_storage(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  const Symbol* column = session.column_to_alter(table, view_of(command->name));
  const std::string wanted = lower_case(text_of(command->def));
  const std::string_view usual = usual_storage(session, session.draft().object<Column>(column)->type);
  if (usual.empty())
    return session.not_compared("SET STORAGE", "how values of the type are stored usually is not known", -1,
                                member_name(table, column->text));
  set(session, table, node, storage_name, wanted == "default" || wanted == usual ? std::string_view() : wanted);
}

void read_set_compression(Session& session, Symbol* table, const Node* node) {
  const std::string wanted = lower_case(text_of(as<AlterTableCmd>(node)->def));
  set(session, table, node, compression_name, wanted == "default" ? std::string_view() : wanted);
}

void read_set_statistics(Session& session, Symbol* table, const Node* node) {
  const auto target = integer_of(as<AlterTableCmd>(node)->def);
  set(session, table, node, statistics_name, target && *target >= 0 ? std::to_string(*target) : std::string());
}

void read_set_column_options(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  alter(session, table, command, &Column::storage, "storage",
        [&](Text storage) { return changed_options(storage, changes_of(command), command->subtype == AT_ResetOptions); });
}

void read_foreign_column_options(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  alter(session, table, command, &Column::foreign_options, "foreign_options",
        [&](Text options) { return changed_foreign_options(options, changes_of(command)); });
}

}  // namespace pgplumb
