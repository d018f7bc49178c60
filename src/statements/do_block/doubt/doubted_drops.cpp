#include "statements/do_block/doubt/doubted_drops.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Words = std::vector<Word>;

/// What stands behind DROP for it; "" for what is not doubted so.
std::string_view word_of(const Object& object) {
  if (const auto* table = std::get_if<Table>(&object)) switch (table->relation_kind) {
      case RelationKind::view:
        return "view";
      case RelationKind::materialized_view:
        return "materialized";
      case RelationKind::foreign_table:
        return "foreign";
      default:
        return "table";
    }
  if (std::holds_alternative<Partition>(object)) return "table";
  if (std::holds_alternative<Sequence>(object)) return "sequence";
  if (std::holds_alternative<Domain>(object)) return "domain";
  if (std::holds_alternative<Enum>(object) || std::holds_alternative<CompositeType>(object)) return "type";
  if (std::holds_alternative<Schema>(object)) return "schema";
  if (std::holds_alternative<Column>(object)) return "column";
  if (std::holds_alternative<Policy>(object)) return "policy";
  if (std::holds_alternative<Trigger>(object)) return "trigger";
  if (std::holds_alternative<RewriteRule>(object)) return "rule";
  if (std::holds_alternative<Index>(object)) return "index";
  return {};
}

/// What DROP calls it, and where it is a constraint ALTER TABLE.
std::string_view word_of(const Draft::Item& item) {
  return item.space == Namespace::constraint ? std::string_view("constraint") : word_of(item.object);
}

/// What CASCADE takes along wherever it stands.
bool goes_along(const Object& object) {
  const std::string_view word = word_of(object);
  return std::holds_alternative<ForeignKey>(object) || word == "view" || word == "materialized";
}

}  // namespace

const Symbol* schema_of(const Symbol* symbol) {
  while (symbol->parent) symbol = symbol->parent;
  return symbol;
}

void doubt_presence(Session& session, const Symbol* symbol) {
  session.uncertain_names.insert(symbol->text);
  accept_any(session.draft(), symbol, "");
}

namespace {

/// Behind it stands the table of what is dropped: ON, or TABLE of ALTER TABLE; the end for what is not named with its table.
std::size_t place_before_table(const Words& words, std::size_t kind) {
  if (words[0].is("alter")) return 1;
  const auto on = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(kind), words.end(),
                               [](const Word& word) { return word.is("on"); });
  return static_cast<std::size_t>(on - words.begin());
}

void doubt_drop(Session& session, const Words& words) {
  const auto drop = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("drop"); });
  const auto kind = static_cast<std::size_t>(drop - words.begin()) + 1;
  if (kind >= words.size()) return;
  const std::size_t before_table = place_before_table(words, kind);
  const bool is_on_unknown = words[0].is("drop") && before_table < words.size() && ends_of_name(words, before_table);
  if (!ends_of_name(words, kind) && !is_on_unknown) return;
  const GivenName dropped = given_name(words, kind);
  const GivenName table = before_table < words.size() ? given_name(words, before_table) : GivenName(NameEnds{});
  const bool cascades = has_word(words, "cascade");
  const bool takes_all_along = cascades && words[kind].is("schema");
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const std::string_view word = word_of(item);
    const bool is_meant = !word.empty() && words[kind].is(word) && dropped.may_be(item.symbol->text) &&
                          (!is_member(item.space) || table.may_be(item.symbol->parent->text));
    const bool is_in_meant = takes_all_along && dropped.may_be(schema_of(item.symbol)->text);
    if (is_meant || is_in_meant || (cascades && goes_along(item.object))) doubt_presence(session, item.symbol);
  });
}

/// The kinds of which doubt_drop() finds all that may go.
constexpr std::array found_kinds = {"constraint", "policy", "trigger", "rule", "index"};

}  // namespace

void doubt_drops(Session& session, std::string_view known) {
  for (const std::string_view statement : statements_in(known))
    if (const Words words = cut_into_words(statement); !words.empty()) doubt_drop(session, words);
}

bool only_drops_what_is_found(std::string_view known) {
  const auto statements = statements_in(known);
  const Words words = cut_into_words(statements.front());
  const bool is_several =
      statements.size() > 1 || std::any_of(words.begin(), words.end(), [](const Word& word) { return word.is_sign(","); });
  const auto drops_at = [&](std::size_t kind) {
    return kind < words.size() && words[kind - 1].is("drop") && is_one_of(words[kind], found_kinds) && ends_of_name(words, kind);
  };
  if (is_several || words.size() < 2) return false;
  if (words[0].is("drop")) return drops_at(1);
  const auto drop = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("drop"); });
  return words[0].is("alter") && words[1].is("table") && drop != words.end() &&
         drops_at(static_cast<std::size_t>(drop - words.begin()) + 1);
}

}  // namespace pgplumb
