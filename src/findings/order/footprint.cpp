#include "findings/order/footprint.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <span>
#include <type_traits>

#include "catalog/references.h"
#include "findings/fixes/replace.h"
#include "findings/fixes/sql_fix.h"
#include "sql/written_name.h"

namespace pgplumb {

namespace {

bool is_remark(const Disagreement& found) {
  constexpr std::array<std::string_view, 3> fields = {"comment", "owner", "privileges"};
  return found.field.ends_with("_comments") || std::find(fields.begin(), fields.end(), found.field) != fields.end();
}

template <class T, class Visit>
void visit_text(const T&, const Visit&) {}
template <class Visit>
void visit_text(const Text& text, const Visit& visit) {
  if (!text.empty()) visit(text.str());
}
/// A literal may name something, such as a text search configuration; functions and operators are texts in what is normalised.
template <class Visit>
void visit_text(const Expression& tree, const Visit& visit) {
  if (!tree.text.empty()) visit(tree.text);
  for (const Expression& arg : tree.args) visit_text(arg, visit);
}
template <class Visit>
void visit_text(const ExpressionField& field, const Visit& visit) {
  if (field) visit_text(*field.tree, visit);
}
template <class Visit>
void visit_text(const std::vector<IndexKey>& keys, const Visit& visit) {
  for (const IndexKey& key : keys) {
    visit_text(key.operator_class, visit);
    visit_text(key.expression, visit);
  }
}
template <class Visit>
void visit_text(const std::vector<DomainCheck>& checks, const Visit& visit) {
  for (const DomainCheck& check : checks) visit_text(check.expression, visit);
}

/// All that the object says in texts.
template <class Visit>
void for_each_text(const Object& object, const Visit& visit) {
  std::visit([&](const auto& kind) { kind.fields([&](const auto&... field) { (visit_text(kind.*field.member, visit), ...); }); },
             static_cast<const AnyKind&>(object));
}

bool is_of_name(unsigned char c) { return std::isalnum(c) || c == '_' || c == '$' || c >= 0x80; }
bool is_of_operator(unsigned char c) { return operator_characters.find(static_cast<char>(c)) != std::string_view::npos; }

constexpr std::size_t longest_name = 64;  // NAMEDATALEN

/// Names and operators, also as they are folded where nothing quotes them.
void add_words(const std::string& text, std::set<std::string>& words) {
  if (text.size() < longest_name) words.insert(word_of_literal(text));
  for (std::size_t begin = 0, end; begin < text.size(); begin = std::max(end, begin + 1)) {
    const auto is_alike = is_of_name(static_cast<unsigned char>(text[begin])) ? is_of_name : is_of_operator;
    for (end = begin; end < text.size() && is_alike(static_cast<unsigned char>(text[end]));) ++end;
    if (end == begin) continue;
    std::string word = text.substr(begin, end - begin);
    words.insert(word);
    for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    words.insert(std::move(word));
  }
}

/// A cast and an operator name their types, and nothing else does.
std::vector<std::string> words_of(const Entry& entry, std::span<const Entry> members) {
  std::set<std::string> words;
  const auto add = [&](const std::string& text) { add_words(text, words); };
  for_each_text(entry.object, add);
  for (const Entry& member : members) for_each_text(member.object, add);
  if (entry.id.member.empty() && entry.id.name.find('(') != std::string_view::npos) add_words(std::string(entry.id.name), words);
  return {words.begin(), words.end()};
}

std::span<const Entry> members_of(const Entry& entry, const Catalog& catalog) {
  return entry.id.member.empty() ? catalog.members(entry) : std::span<const Entry>();
}

void add_parents(const Symbol* symbol, SymbolList& names) {
  for (symbol = symbol->parent; symbol; symbol = symbol->parent) names.push_back(symbol);
}

SymbolList references_of(const Object& object) {
  SymbolList names;
  for_each_reference(object, [&](const Symbol* symbol) { names.push_back(symbol); });
  return names;
}

void append(SymbolList& names, const SymbolList& more) { names.insert(names.end(), more.begin(), more.end()); }

/// A foreign key's target can be made after it: what is made then brings the key.
void add_needs(const Object& object, bool is_brought_by_target, Footprint& print) {
  const auto* key = is_brought_by_target ? std::get_if<ForeignKey>(&object) : nullptr;
  append(key ? print.prefers : print.needs, references_of(object));
}

/// What stands over a column comes and goes with it.
void add_parts_over_column(const Catalog& catalog, const Entry& column, SymbolList& of_parts, SymbolList& of_keys) {
  const Entry* table = catalog.find({Namespace::relation, column.id.schema, column.id.name, {}});
  if (!table || !std::holds_alternative<Column>(column.object)) return;
  for (const Entry& part : catalog.members(*table)) {
    const SymbolList names = references_of(part.object);
    const bool stands_over_it = std::find(names.begin(), names.end(), column.symbol) != names.end();
    if (part.id.space == Namespace::column || !stands_over_it) continue;
    for (const Symbol* name : names)
      if (name->parent != table->symbol && name != table->symbol)
        (std::holds_alternative<ForeignKey>(part.object) ? of_keys : of_parts).push_back(name);
  }
}

void make(const Case& one, Footprint& print) {
  const Entry& expected = told_whole(one);
  const Catalog& catalog = one.source(teller(one)).catalog;
  const bool is_whole_table = expected.id.space == Namespace::relation;
  add_needs(expected.object, false, print);
  print.words_needed = words_of(expected, members_of(expected, catalog));
  print.takes = places_of(as_there(one, expected).id, expected.object);
  for (const Entry& member : members_of(expected, catalog)) {
    add_needs(member.object, is_whole_table, print);
    for (std::string& place : places_of(member.id, member.object)) print.takes.push_back(std::move(place));
  }
  add_parts_over_column(catalog, expected, print.needs, print.prefers);
  add_parents(expected.symbol, print.needs);
}

void drop(const Case& one, Footprint& print) {
  const Entry& there = *one.actuality().entry;
  append(print.frees, references_of(there.object));
  print.words_freed = words_of(there, members_of(there, one.source(one.actual()).catalog));
  print.leaves = places_of(there.id, there.object);
  for (const Entry& member : members_of(there, one.source(one.actual()).catalog)) {
    append(print.frees, references_of(member.object));
    for (std::string& place : places_of(member.id, member.object)) print.leaves.push_back(std::move(place));
  }
  add_parts_over_column(one.source(one.actual()).catalog, there, print.frees, print.frees);
  add_parents(there.symbol, print.frees);
  if (is_member(there.id.space) && one.owner().symbol) print.needs.push_back(one.owner().symbol);
}

void rename(const Case& one, Footprint& print) {
  const Entry &to = *one.expectation().entry, &from = *one.actuality().entry;
  add_parents(to.symbol, print.needs);
  add_parents(from.symbol, print.frees);
  print.takes = places_of(is_member(to.id.space) ? as_there(one, to).id : to.id, to.object);
  print.leaves = places_of(from.id, from.object);
}

void change(const Case& one, Footprint& print) {
  const Entry& expected = one.entry();
  print.needs.push_back(expected.symbol);
  add_parents(expected.symbol, print.needs);
  if (print.act == Act::remark) return;
  append(print.needs, references_of(expected.object));
  print.words_needed = words_of(expected, {});
  append(print.frees, references_of(target_of(one).object));
}

}  // namespace

std::string word_of_literal(std::string_view text) { return "'" + std::string(text); }

Act act_of(const Case& one) {
  if (one.is_presence()) return one.is_missing() ? Act::make : Act::drop;
  if (one.is_name()) return Act::rename;
  return std::all_of(one.found.begin(), one.found.end(), [](const Disagreement* found) { return is_remark(*found); })
             ? Act::remark
             : Act::change;
}

std::vector<std::string> places_of(const ObjectId& id, const Object& object) {
  const auto place = [](std::string_view space, std::string_view schema, std::string_view table, std::string_view name) {
    std::string text;
    for (std::string_view part : {space, schema, table, name}) text.append(part).push_back('\0');
    return text;
  };
  const bool is_index = id.space == Namespace::index || std::holds_alternative<PrimaryKey>(object) ||
                        std::holds_alternative<Unique>(object) || std::holds_alternative<Exclusion>(object);
  constexpr std::array relations = {Namespace::relation, Namespace::partition, Namespace::sequence, Namespace::type};
  std::vector<std::string> places;
  if (std::find(relations.begin(), relations.end(), id.space) != relations.end()) return {place("", id.schema, "", id.name)};
  if (is_index) places.push_back(place("", id.schema, "", id.member));
  if (id.space != Namespace::index)
    places.push_back(place(std::to_string(static_cast<int>(id.space)), id.schema, id.name, id.member));
  return places;
}

Footprint footprint_of(const Case& one) {
  Footprint print;
  print.act = act_of(one);
  for (std::size_t i = 0; i < one.sources->size(); ++i) {
    const Entry* entry = one.first().says[i].entry;
    if (!entry) continue;
    print.subjects.push_back(entry->symbol);
    if (const auto* range = std::get_if<RangeType>(&entry->object)) print.subjects.push_back(range->multirange.symbol);
    for (const Entry& member : members_of(*entry, one.source(static_cast<int>(i)).catalog))
      print.subjects.push_back(member.symbol);
  }
  if (print.act == Act::change)
    for (const Entry* other : made_again_with(one)) {
      print.subjects.push_back(other->symbol);
      print.makes_again.push_back(other->symbol);
      const Entry* wanted = one.source(teller(one)).catalog.find(other->id);
      if (!wanted) continue;
      print.subjects.push_back(wanted->symbol);
      append(print.needs, references_of(wanted->object));
    }
  switch (print.act) {
    case Act::make:
      make(one, print);
      break;
    case Act::drop:
      drop(one, print);
      break;
    case Act::rename:
      rename(one, print);
      break;
    case Act::change:
    case Act::remark:
      change(one, print);
  }
  return print;
}

}  // namespace pgplumb
