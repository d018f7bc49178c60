#include "findings/message.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <functional>

#include "catalog/expressions.h"
#include "findings/access.h"
#include "sql/clock_literal.h"

namespace pgplumb {

namespace {

/// How a field's value reads in a sentence: before the value, or instead of a yes or no; `no` stands for none as well.
struct FieldWords {
  std::string_view field, before, yes, no;
};
constexpr std::array field_words{
    FieldWords{"not_null", "", "NOT NULL", "nullable"},
    FieldWords{"on_delete", "ON DELETE ", "", ""},
    FieldWords{"on_update", "ON UPDATE ", "", ""},
    FieldWords{"valid", "", "valid", "invalid"},
    FieldWords{"validated", "", "validated", "not validated"},
    FieldWords{"deferrable", "", "deferrable", "not deferrable"},
    FieldWords{"initially_deferred", "", "initially deferred", "initially immediate"},
    FieldWords{"set_columns", "setting ", "", ""},
    FieldWords{"match_full", "", "MATCH FULL", "MATCH SIMPLE"},
    FieldWords{"unique", "", "unique", "not unique"},
    FieldWords{"unlogged", "", "unlogged", "logged"},
    FieldWords{"row_security", "", "row security on", "row security off"},
    FieldWords{"force_row_security", "", "row security forced", "row security not forced"},
    FieldWords{"no_inherit", "", "no inherit", "inherited"},
    FieldWords{"enforced", "", "enforced", "not enforced"},
    FieldWords{"for_each_row", "", "for each row", "for each statement"},
    FieldWords{"strict", "", "strict", "called on null input"},
    FieldWords{"security_definer", "", "security definer", "security invoker"},
    FieldWords{"leakproof", "", "leakproof", "not leakproof"},
    FieldWords{"permissive", "", "permissive", "restrictive"},
    FieldWords{"cycle", "", "cycle", "no cycle"},
    FieldWords{"options", "with ", "", ""},
    FieldWords{"comment", "commented ", "", ""},
    FieldWords{"owner", "owned by ", "", ""},
    FieldWords{"privileges", "granted to ", "", ""},
    FieldWords{"start", "start ", "", ""},
    FieldWords{"increment", "increment ", "", ""},
    FieldWords{"minimum", "minimum ", "", ""},
    FieldWords{"maximum", "maximum ", "", ""},
    FieldWords{"cache", "cache ", "", ""},
    FieldWords{"owned_by", "owned by ", "", ""},
    FieldWords{"returns", "returns ", "", ""},
    FieldWords{"parameters", "with parameters ", "", "without parameters"},
    FieldWords{"language", "language ", "", ""},
    FieldWords{"function", "execute ", "", ""},
    FieldWords{"using", "using ", "", ""},
    FieldWords{"with_check", "with check ", "", ""},
    FieldWords{"condition", "when ", "", ""},
    FieldWords{"collation", "collate ", "", ""},
    FieldWords{"roles", "to ", "", ""},
    FieldWords{"command", "for ", "", ""},
    FieldWords{"version", "version ", "", ""},
    FieldWords{"schema", "schema ", "", ""},
    FieldWords{"replica_identity", "replica identity ", "", ""},
    FieldWords{"replica_index", "replicated by index ", "", "replicated by no index"},
    FieldWords{"defaults", "default of ", "", ""},
    FieldWords{"not_null_columns", "NOT NULL ", "", ""},
    FieldWords{"column_comments", "commented ", "", ""},
    FieldWords{"check_comments", "commented ", "", ""},
    FieldWords{"attribute_comments", "commented ", "", ""},
    FieldWords{"multirange", "with multiranges called ", "", ""},
    FieldWords{"commutator", "commutator ", "", "without a commutator"},
    FieldWords{"negator", "negator ", "", "without a negator"},
    FieldWords{"transforms", "transform ", "", ""},
    FieldWords{"functions", "by ", "", "by no functions"},
    FieldWords{"storage", "", "", "stored as usual"},
    FieldWords{"triggers", "firing ", "", "firing as above"},
    FieldWords{"partition_key", "partitioned by ", "", ""},
    FieldWords{"parents", "inherits ", "", ""},
    FieldWords{"composite_type", "of type ", "", ""},
    FieldWords{"nulls_not_distinct", "", "NULLS NOT DISTINCT", "NULLS DISTINCT"},
    FieldWords{"predicate", "where ", "", ""},
    FieldWords{"default", "default ", "", ""},
    FieldWords{"generated", "generated as ", "", "not generated"},
    FieldWords{"target", "to ", "", ""},
    FieldWords{"include", "include ", "", ""},
    FieldWords{"method", "using ", "", ""},
    FieldWords{"event", "on ", "", ""},
    FieldWords{"instead", "", "instead of the statement", "beside the statement"},
    FieldWords{"actions", "", "", ""},
    FieldWords{"operations", "of ", "", ""},
    FieldWords{"all_tables", "", "for all tables", "not for all tables"},
    FieldWords{"tables", "for tables ", "", "for no tables"},
    FieldWords{"schemas", "for tables in schema ", "", "for no schema"},
    FieldWords{"via_root", "", "published as the root of partitions", "published as partitions"},
    FieldWords{"locale", "of locale ", "", ""},
    FieldWords{"lc_ctype", "of LC_CTYPE ", "", ""},
    FieldWords{"handler", "by ", "", ""},
    FieldWords{"validator", "checked by ", "", ""},
    FieldWords{"from_sql", "from SQL by ", "", ""},
    FieldWords{"to_sql", "to SQL by ", "", ""},
    FieldWords{"headline", "with headline ", "", ""},
    FieldWords{"wrapper", "of ", "", ""},
    FieldWords{"server", "on server ", "", ""},
    FieldWords{"option_names", "with ", "", ""},
    FieldWords{"is_default", "", "the default", "not the default"},
    FieldWords{"trusted", "", "trusted", "not trusted"},
    FieldWords{"deterministic", "", "deterministic", "nondeterministic"},
    FieldWords{"generated_columns", "with generated columns ", "", ""},
};

/// "partition_key" as words.
std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string in_words(std::string_view field, const std::string& value) {
  const auto row =
      std::find_if(field_words.begin(), field_words.end(), [&](const FieldWords& words) { return words.field == field; });
  if (row == field_words.end()) return value.empty() ? "none" : value;
  if (!row->yes.empty()) return std::string(value == "yes" ? row->yes : row->no);
  const std::string none = row->no.empty() ? "no " + spaced(std::string(row->field)) : std::string(row->no);
  if (value.empty() || value == "none" || value == "()") return none;
  return std::string(row->before) + value;
}

std::string quoted_name(const Entry& entry) {
  return entry.id.member.empty() ? display_id(entry.id) : std::string(entry.id.member);
}

/// "the database"; the place of one of two sources of one role.
std::string source_in_words(const Case& one, int index) {
  const Source& source = one.source(index);
  return one.is_plain_diff() ? source.place.display : "the " + std::string(role_name(source.role));
}
std::string where(const Case& one) { return source_in_words(one, one.actual()); }
std::string whose(const Case& one) { return source_in_words(one, one.expected()); }

std::string does_not_have(const Case& one) {
  if (one.is_plain_diff()) return " does not have it";
  return one.source(one.expected()).role == Role::model ? " does not state it" : " do not make it";
}

/// The word of what is of several sorts in one kind: "view", "procedure".
std::string kind_in_words(const Case& one) {
  const Object& object = one.entry().object;
  if (const auto* table = std::get_if<Table>(&object); table && is_view(*table)) return show_value(table->relation_kind);
  if (const auto* routine = std::get_if<Routine>(&object)) return show_value(routine->routine_kind);
  return std::string(one.first().kind);
}

/// "table call_log", "column call_log.mode", "foreign key Call_channelId_fkey of Call"
std::string noun(const Case& one) {
  const Entry& entry = one.entry();
  const std::string kind = kind_in_words(one);
  if (is_member(entry.id.space) && entry.id.space != Namespace::column && entry.id.space != Namespace::enum_value)
    return kind + " " + std::string(entry.id.member) + " of " + display_id(one.owner().id);
  if (entry.id.space == Namespace::partition && &one.owner() != &entry)
    return kind + " " + display_id(entry.id) + " of " + display_id(one.owner().id);
  if (entry.id.space == Namespace::enum_value)
    return "value " + std::string(entry.id.member) + " of enum " + display_id(one.owner().id);
  return kind + " " + display_id(entry.id);
}

/// " (varchar(32) not null)"; "" of what has no more than a name, and of what is too long to be read on the way to the verb.
std::string description_in_passing(const Entry& entry) {
  constexpr std::size_t longest = 80;
  const bool has_description =
      (is_member(entry.id.space) && entry.id.space != Namespace::enum_value) || entry.id.space == Namespace::partition;
  const std::string description = has_description ? describe(entry.object) : "";
  return description.empty() || description.size() > longest ? "" : " (" + description + ")";
}

std::string presence_message(const Case& one) {
  const std::string description = description_in_passing(one.entry());
  const std::string verb = one.first().kind == DefaultPrivileges::kind ? " are" : " is";
  if (!one.is_missing()) return noun(one) + description + verb + " in " + where(one) + ", but " + whose(one) + does_not_have(one);
  const std::string table =
      one.entry().id.member.empty() && !one.entry().called.empty() ? std::string(one.entry().called) + " needs " : "";
  return table + noun(one) + description + (table.empty() ? verb : ", which is") + " missing from " + where(one);
}

std::string table_name_message(const Case& one) {
  const Entry &expected = *one.expectation().entry, &actual = *one.actuality().entry;
  const std::string columns =
      one.first().columns_alike == one.first().columns_expected
          ? "the same " + std::to_string(one.first().columns_expected) + " columns"
          : std::to_string(one.first().columns_alike) + " of its " + std::to_string(one.first().columns_expected) + " columns";
  const std::string who = expected.called.empty() ? noun(one) : std::string(expected.called);
  if (one.rule == "wrong-table-map")
    return who + " maps to table " + display_id(expected.id) + ", which does not exist; " + display_id(actual.id) + " has " +
           columns;
  if (one.rule == "wrong-table-schema")
    return who + " is expected in schema " + std::string(expected.id.schema) + ", but is in " + std::string(actual.id.schema);
  return "table " + display_id(expected.id) + " is called " + display_id(actual.id) + " in " + where(one) + ", with " + columns;
}

std::string name_message(const Case& one) {
  const Entry &expected = *one.expectation().entry, &actual = *one.actuality().entry;
  if (one.first().kind == "table") return table_name_message(one);
  if (one.rule == "wrong-column-map")
    return called(one) + " maps to column " + quoted_name(expected) + ", which " + display_id(one.owner().id) +
           " does not have; " + quoted_name(actual) + " is like it and unclaimed";
  if (one.rule == "enum-value-case")
    return "enum " + display_id(one.owner().id) + " has " + quoted_name(actual) + " in " + where(one) + " where " + whose(one) +
           (one.source(one.expected()).role == Role::model ? " says " : " say ") + quoted_name(expected);
  return noun(one) + " is called " + quoted_name(actual) + " in " + where(one);
}

/// A body, a query: too long for a sentence.
bool is_long(const std::string& value) { return value.size() > 160 || value.find('\n') != value.npos; }

/// Why it can never be decided: "; 'now' is read by the clock …"; "" where that is not so.
std::string because_of_the_clock(const Case& one) {
  std::string literal;
  for (const Entry* entry : {one.expectation().entry, one.actuality().entry}) {
    if (!entry) continue;
    for_each_expression(entry->object, one.first().field, [&](const ExpressionField& expression) {
      if (expression && literal.empty()) literal = clock_literal(*expression.tree);
    });
  }
  return literal.empty() ? literal : "; " + quote_literal(literal) + " is read by the clock when the statement runs";
}

/// "another collation", "other mappings"
std::string another(const std::string& field) {
  if (field == "returns") return "another result";
  return (field.ends_with('s') ? "other " : "another ") + spaced(field);
}

std::string field_message(const Case& one) {
  if (one.rule == "object-privileges") return noun(one) + ": in " + where(one) + " " + privileges_in_words(one);
  const std::string there = value_in(one, one.actual()), expected = value_in(one, one.expected());
  const bool is_undecided = one.rule == "undecided-expression";
  if (is_long(there) || is_long(expected))
    return noun(one) + (is_undecided ? " may have " : " has ") + another(std::string(one.first().field)) + " in " + where(one) +
           " than in " + whose(one);
  if (is_undecided)
    return noun(one) + " may mean the same or not: " + there + " in " + where(one) + ", " + expected + " in " + whose(one) +
           because_of_the_clock(one);
  return noun(one) + (there.starts_with("no ") ? " has " : " is ") + there + " in " + where(one) + ", " + expected + " in " +
         whose(one);
}

}  // namespace

std::string value_in(const Case& one, std::size_t source) {
  std::string text;
  for (const Disagreement* found : one.found) {
    const Says& said = found->says[source];
    if (said.state != State::value) continue;
    text += (text.empty() ? "" : ", ") + (found->field.empty() || found->field == "name" || found->field == "kind"
                                              ? said.value
                                              : in_words(found->field, said.value));
  }
  return text;
}

std::string message_of(const Case& one) {
  if (one.is_presence()) return presence_message(one);
  return one.is_name() ? name_message(one) : field_message(one);
}

}  // namespace pgplumb
