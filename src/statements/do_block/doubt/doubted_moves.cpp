#include "statements/do_block/doubt/doubted_moves.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/declared.h"
#include "catalog/references.h"
#include "statements/do_block/doubt/altered.h"
#include "statements/do_block/doubt/doubted_drops.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Words = std::vector<Word>;

constexpr std::array named_on_tables = {std::pair{std::string_view("policy"), Namespace::policy},
                                        std::pair{std::string_view("trigger"), Namespace::trigger},
                                        std::pair{std::string_view("rule"), Namespace::rule}};

const Symbol* parent_of(const Symbol* member) { return member ? member->parent : nullptr; }

/// RENAME TO a name that is put in, or of something that is.
bool renames_in_part(const Words& words) {
  const auto rename = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("rename"); });
  const auto to = static_cast<std::size_t>(rename - words.begin()) + 1;
  return to < words.size() && words[to].is("to") && (ends_of_name(words, to) || ends_of_name(words, 1));
}

void doubt_all_in_schema(Session& session, const GivenName& schema) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (schema.may_be(schema_of(item.symbol)->text)) doubt_presence(session, item.symbol);
  });
}

/// Of columns the type is open, whatever else has the type is uncertain.
void doubt_type(Session& session, const GivenName& renamed) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (item.space == Namespace::type && renamed.may_be(item.symbol->text)) doubt_presence(session, item.symbol);
    bool is_of_type = false;
    for_each_reference(item.object, [&](const Symbol* symbol) {
      const Draft::Item* referred = session.draft().item(symbol);
      is_of_type |= referred && referred->space == Namespace::type && renamed.may_be(symbol->text);
    });
    if (is_of_type && item.space == Namespace::column) accept_any(session.draft(), item.symbol, "type");
    if (is_of_type && item.space != Namespace::column) session.make_uncertain(item.symbol);
  });
}

/// ATTACH PARTITION and DETACH PARTITION of a name that is put in: what was a table may be a partition, or the other way round.
void doubt_partitions(Session& session, const Words& words, std::size_t partition) {
  if (!ends_of_name(words, partition)) return;
  const GivenName moved = given_name(words, partition), whole = given_name(words, 1);
  const bool is_attached = words[partition - 1].is("attach");
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const auto* table = std::get_if<Table>(&item.object);
    const bool is_part = std::holds_alternative<Partition>(item.object);
    const bool can_be_moved = is_attached ? table && !whole.may_be(item.symbol->text) : is_part;
    if (can_be_moved && moved.may_be(item.symbol->text)) session.make_uncertain(item.symbol);
  });
}

/// RENAME TO of what is named with its table.
void doubt_renamed_member(Session& session, const Words& words) {
  const Altered altered(words);
  const auto kind =
      std::find_if(named_on_tables.begin(), named_on_tables.end(), [&](const auto& one) { return altered.kind().is(one.first); });
  const auto rename = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("rename"); });
  if (kind == named_on_tables.end() || words.end() - rename < 3) return;
  const auto to = static_cast<std::size_t>(rename - words.begin()) + 1;
  if (!ends_of_name(words, to)) session.uncertain_names.insert(words[to + 1].text);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (item.space == kind->second && altered.may_be(item)) doubt_presence(session, item.symbol);
  });
}

/// SET SCHEMA, and RENAME TO: it may be gone from where it was, with all that it has.
void doubt_moved(Session& session, const Words& words) {
  const Altered altered(words);
  const auto space = namespace_made(altered.kind());
  const auto moves = [](const Word& one, const Word& next) {
    return (one.is("set") && next.is("schema")) || (one.is("rename") && next.is("to"));
  };
  const bool is_moved = std::adjacent_find(words.begin(), words.end(), moves) != words.end();
  if (!space || !is_moved || !ends_of_name(words, altered.place_of_kind())) return;
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const auto* sequence = std::get_if<Sequence>(&item.object);
    const Symbol* owner = is_member(item.space) ? item.symbol->parent : sequence ? parent_of(sequence->owned_by.symbol) : nullptr;
    const Draft::Item* moved = owner ? session.draft().item(owner) : &item;
    const bool is_partition = *space == Namespace::relation && moved && moved->space == Namespace::partition;
    if (!moved || (moved->space != *space && !is_partition) || !altered.may_be(*moved)) return;
    doubt_presence(session, item.symbol);
    if (sequence) accept_any(session.draft(), item.symbol, "owned_by");
  });
}

/// The word PARTITION of ATTACH PARTITION or DETACH PARTITION; the end where there is none.
std::size_t place_of_partition(const Words& words) {
  for (std::size_t i = 3; i < words.size(); ++i)
    if (words[i].is("partition") && (words[i - 1].is("attach") || words[i - 1].is("detach"))) return i;
  return words.size();
}

void doubt_move(Session& session, const Words& words) {
  if (words.size() < 4 || !words[0].is("alter")) return;
  if (words[1].is("schema") && renames_in_part(words)) doubt_all_in_schema(session, given_name(words, 1));
  if ((words[1].is("type") || words[1].is("domain")) && renames_in_part(words)) doubt_type(session, given_name(words, 1));
  doubt_renamed_member(session, words);
  doubt_moved(session, words);
  if (const std::size_t partition = place_of_partition(words); partition < words.size())
    doubt_partitions(session, words, partition);
}

}  // namespace

void doubt_moves(Session& session, std::string_view known) {
  for (const std::string_view statement : statements_in(known)) doubt_move(session, cut_into_words(statement));
}

bool only_moves_partitions(std::string_view known) {
  const auto statements = statements_in(known);
  const Words words = cut_into_words(statements.front());
  return statements.size() == 1 && words.size() > 2 && words[0].is("alter") && words[1].is("table") &&
         place_of_partition(words) < words.size();
}

}  // namespace pgplumb
