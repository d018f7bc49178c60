#include "statements/do_block/doubted_drops.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "statements/do_block/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Words = std::vector<Word>;

constexpr std::array making = {"create", "alter", "rename", "add"};

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
  return {};
}

/// What CASCADE takes along wherever it stands.
bool goes_along(const Object& object) {
  const std::string_view word = word_of(object);
  return std::holds_alternative<ForeignKey>(object) || word == "view" || word == "materialized";
}

void doubt_presence(Session& session, const Symbol* symbol) {
  session.uncertain_names.insert(symbol->text);
  accept_any(session.draft(), symbol, "");
}

}  // namespace

void doubt_drops(Session& session, std::string_view known) {
  const Words words = cut_into_words(known);
  const auto drop = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("drop"); });
  const auto kind = static_cast<std::size_t>(drop - words.begin()) + 1;
  if (kind >= words.size()) return;
  const auto ends = ends_of_name(words, kind);
  if (!ends) return;
  const NameInPart dropped{Namespace::relation, ends->begin, ends->end};
  const bool cascades = has_word(words, "cascade");
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const std::string_view word = word_of(item.object);
    const bool is_meant = !word.empty() && words[kind].is(word) && dropped.may_be(item.symbol->text);
    if (is_meant || (cascades && goes_along(item.object))) doubt_presence(session, item.symbol);
  });
}

bool only_drops(std::string_view known) {
  const Words words = cut_into_words(known);
  return !words.empty() && words.front().is("drop") &&
         std::none_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(word, making); });
}

}  // namespace pgplumb
