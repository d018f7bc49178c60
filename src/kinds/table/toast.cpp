#include "kinds/table/toast.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "catalog/declared.h"
#include "kinds/ddl.h"
#include "kinds/table/options.h"
#include "sql/builtin_types.h"

namespace pgplumb {

namespace {

constexpr std::string_view prefix = "toast.";

/// Types whose values are never stored out of line; each takes as much as a name at most.
constexpr std::array fixed_types = {"bool",     "int2",    "int4",      "int8",         "float4",   "float8",      "date",
                                    "time",     "timetz",  "timestamp", "timestamptz",  "interval", "uuid",        "oid",
                                    "money",    "name",    "char",      "point",        "line",     "lseg",        "box",
                                    "circle",   "macaddr", "macaddr8",  "pg_lsn",       "tid",      "xid",         "xid8",
                                    "regclass", "regtype", "regproc",   "regnamespace", "regrole",  "regprocedure"};
constexpr std::size_t longest_fixed = 64;
/// TOAST_TUPLE_THRESHOLD without a row's header and alignment.
constexpr std::size_t threshold = 1900;
/// Of a letter in UTF-8.
constexpr std::size_t letter_bytes = 4;

enum class Stored { fixed, limited, unlimited, unknown };
struct Width {
  Stored stored;
  std::size_t bytes = longest_fixed;
};

/// As type_maximum_size() has it (access/common/heaptuple.c), or more.
Width width_of_limited(const DataType& type) {
  std::size_t length = 0;
  const std::string modifiers = type.modifiers.str();
  std::from_chars(modifiers.data(), modifiers.data() + modifiers.size(), length);
  constexpr std::array limited = {"varchar", "bpchar", "bit", "varbit", "numeric"};
  const bool may_be_limited = std::find(limited.begin(), limited.end(), type.name->text) != limited.end();
  if (!may_be_limited || length == 0) return {Stored::unlimited};
  return {Stored::limited, letter_bytes * length + longest_fixed};
}

Width width_of(const Draft& draft, const DataType& type, int depth = 0) {
  if (type.is_array) return {Stored::unlimited};
  if (draft.object<Enum>(type.name)) return {Stored::fixed};
  if (const auto* domain = draft.object<Domain>(type.name); domain && depth < 100)
    return width_of(draft, domain->type, depth + 1);
  if (draft.object<CompositeType>(type.name)) return {Stored::unlimited};
  if (!builtin(type.name)) return {Stored::unknown};
  const bool is_fixed = std::find(fixed_types.begin(), fixed_types.end(), type.name->text) != fixed_types.end();
  return is_fixed ? Width{Stored::fixed} : width_of_limited(type);
}

bool has_lost_columns(const Session& session, const Symbol* table) {
  return std::any_of(session.events.begin(), session.events.end(), [&](const Event& event) {
    return event.space == Namespace::column && event.verb == Event::Verb::dropped && event.name == table->text;
  });
}

/// As heapam_relation_needs_toast_table() has it (access/heap/heapam_handler.c); nothing where it cannot be told.
std::optional<bool> has_toast_table(const Session& session, const Draft& draft, const Symbol* table) {
  const auto* stated = draft.object<Table>(table);
  if (stated && stated->relation_kind == RelationKind::partitioned_table) return false;
  bool is_toastable = false, is_unlimited = false, is_unknown = has_lost_columns(session, table);
  std::size_t bytes = 0;
  for (const Symbol* symbol : draft.members(root_of(draft, table), Namespace::column)) {
    const auto* column = draft.object<Column>(symbol);
    const Width width = width_of(draft, column->type);
    bytes += width.bytes;
    is_toastable |= width.stored != Stored::fixed;
    is_unlimited |= width.stored == Stored::unlimited;
    is_unknown |= width.stored == Stored::unknown || !column->storage.empty() || draft.item(symbol)->uncertain;
  }
  if (is_unknown) return std::nullopt;
  if (!is_toastable) return false;
  if (is_unlimited) return true;
  return bytes < threshold ? std::optional(false) : std::nullopt;
}

Text without_toast(Text options) {
  Options kept = split_options(options);
  std::erase_if(kept, [](const auto& option) { return option.first.starts_with(prefix); });
  return joined_options(kept);
}

}  // namespace

void leave_out_toast_options(Session& session, const Symbol* table) {
  const Draft& draft = session.draft();
  const auto* stated = draft.object<Table>(table);
  const auto* partition = draft.object<Partition>(table);
  const Text options = stated ? stated->options : partition ? partition->options : Text();
  if (options.str().find(prefix) == std::string::npos) return;
  const auto has_one = has_toast_table(session, draft, table);
  if (!has_one) {
    accept_any(session.draft(), table, "options");
    return session.not_compared("storage parameters", "whether the table has a TOAST table cannot be told", -1, table->text);
  }
  if (!*has_one) edit_relation(session, table, [&](auto& changed) { changed.options = without_toast(options); });
}

}  // namespace pgplumb
