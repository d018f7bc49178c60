// One place for all kinds: what a fix has to do with others is told by the references that the catalogs bind.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "findings/fixes/sql_fix.h"
#include "findings/order/footprint.h"
#include "findings/order/turns.h"

namespace pgplumb {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_table(const Entry& entry) {
  const auto* table = std::get_if<Table>(&entry.object);
  return std::holds_alternative<Partition>(entry.object) || (table && !is_view(*table));
}

/// `f` of `f(integer)`, `c` of `c USING btree`
std::string bare_name(const ObjectId& id) {
  const bool is_of_method = id.space == Namespace::operator_class || id.space == Namespace::operator_family;
  const std::string_view name = name_without_signature(id.name);
  return std::string(is_of_method ? name.substr(0, name.rfind(" USING ")) : name);
}

/// Whether others can be told apart by what changes: a table stays what it is, and so does a column of the same type.
bool matters_to_others(const Case& one) {
  if (one.first().kind == Column::kind)
    return std::any_of(one.found.begin(), one.found.end(), [](const Disagreement* found) {
      return is_one_of(found->field, {"type", "generated", "collation"});
    });
  return !is_table(one.entry());
}

/// Whether what stands over it has to go first: a column of a primary key stays NOT NULL.
bool is_held_by_others(const Case& one) { return matters_to_others(one) || one.rule == "column-nullability"; }

/// Whether it is a member of what bears the name.
bool is_of(const Case& one, const Symbol* name) {
  const auto& owners = one.first().owners;
  return std::any_of(owners.begin(), owners.end(), [&](const Entry* owner) { return owner && owner->symbol == name; });
}

/// Whether SQL of its own may mend it.
bool is_mended(const Case& one) { return one.sources && (!is_column_of_view(one) || act_of(one) == Act::remark); }

class Graph {
 public:
  explicit Graph(const std::vector<Case>& cases) : cases_(cases), before_(cases.size()), behind_(cases.size()) {
    for (const Case& one : cases) prints_.push_back(is_mended(one) ? footprint_of(one) : Footprint{});
    for_each_case([&](std::size_t i) { note(i); });
  }

  Prerequisites result() && {
    for_each_case([&](std::size_t i) { add_what_has_to_be(i); });
    for_each_case([&](std::size_t i) { add_what_is_better(i); });
    for_each_case([&](std::size_t i) { add_what_words_tell(i); });
    add_extensions();
    Prerequisites before;
    for (const auto& some : before_) before.emplace_back(some.begin(), some.end());
    return before;
  }

 private:
  template <class Do>
  void for_each_case(const Do& act) {
    for (std::size_t i = 0; i < cases_.size(); ++i)
      if (cases_[i].sources) act(i);
  }

  void note(std::size_t i) {
    const Footprint& print = prints_[i];
    for (const Symbol* subject : print.subjects) of_[subject].push_back(i);
    const Entry& entry = cases_[i].entry();
    // Members of types, keys of tables: what is needed is the type or table, and they belong to it.
    const bool belongs = std::holds_alternative<EnumValue>(entry.object) || std::holds_alternative<PrimaryKey>(entry.object) ||
                         std::holds_alternative<Unique>(entry.object);
    for (const Entry* owner : cases_[i].first().owners)
      if (belongs && owner) parts_[owner->symbol].push_back(i);
    if (entry.id.member.empty()) by_name_[bare_name(entry.id)].push_back(i);
    if (const auto* range = std::get_if<RangeType>(&entry.object)) by_name_[range->multirange.symbol->text].push_back(i);
    if (entry.id.space == Namespace::enum_value) by_name_[word_of_literal(entry.id.member)].push_back(i);
    for (const std::string& place : print.leaves) left_[place].push_back(i);
  }

  /// The cases about what bears the name; by the name's text where it is bound to no object.
  const std::vector<std::size_t>& about(const Symbol* symbol) const {
    static const std::vector<std::size_t> none;
    if (const auto found = of_.find(symbol); found != of_.end()) return found->second;
    if (symbol->number != 0 || symbol->parent == pg_catalog()) return none;
    const auto named = by_name_.find(std::string(name_without_signature(symbol->text)));
    return named == by_name_.end() ? none : named->second;
  }

  template <class Visit>
  void for_each_about(const SymbolList& symbols, std::size_t but, const Visit& visit) const {
    for (const Symbol* symbol : symbols)
      for (const Symbol* one : {symbol, symbol->parent})
        if (one)
          for (const std::size_t other : about(one))
            if (other != but) visit(other, one);
  }

  void need(std::size_t i, std::size_t before) {
    if (i == before) return;
    before_[i].insert(before);
    behind_[before].insert(i);
  }

  /// Goes on by one from those that were come upon.
  class Walk {
   public:
    Walk(const std::vector<std::set<std::size_t>>& next, std::size_t from) : next_(next), seen_{from}, open_{from} {}

    bool is_over() const { return open_.empty(); }
    bool has_come_upon(std::size_t item) const { return seen_.contains(item); }
    void go_on() {
      const std::size_t here = open_.back();
      open_.pop_back();
      for (const std::size_t item : next_[here])
        if (seen_.insert(item).second) open_.push_back(item);
    }

   private:
    const std::vector<std::set<std::size_t>>& next_;
    std::unordered_set<std::size_t> seen_;
    std::vector<std::size_t> open_;
  };

  /// Whether one waits for the other already. From both ends, for at one of them there is little as a rule: nothing waits yet for
  /// the last of a long row, and the first waits for nothing.
  bool waits_for(std::size_t one, std::size_t other) const {
    Walk forth(before_, one), back(behind_, other);
    while (!forth.is_over() && !back.is_over()) {
      if (forth.has_come_upon(other) || back.has_come_upon(one)) return true;
      forth.go_on();
      back.go_on();
    }
    return forth.has_come_upon(other) || back.has_come_upon(one);
  }
  void prefer(std::size_t i, std::size_t before) {
    if (!before_[i].contains(before) && !waits_for(before, i)) need(i, before);
  }

  void add_what_has_to_be(std::size_t i) {
    const Footprint& print = prints_[i];
    for_each_about(print.needs, i, [&](std::size_t other, const Symbol*) {
      if (prints_[other].act == Act::make || prints_[other].act == Act::rename) need(i, other);
    });
    for_each_about(print.makes_again, i, [&](std::size_t other, const Symbol*) {
      if (prints_[other].act == Act::rename) need(i, other);
    });
    for_each_about(print.frees, i, [&](std::size_t other, const Symbol*) {
      if (prints_[other].act == Act::drop) need(other, i);
    });
    for (const std::string& place : print.takes)
      if (const auto found = left_.find(place); found != left_.end())
        for (const std::size_t other : found->second) need(i, other);
  }

  void add_what_is_better(std::size_t i) {
    const Footprint& print = prints_[i];
    for_each_about(print.prefers, i, [&](std::size_t other, const Symbol*) {
      if (prints_[other].act == Act::make) prefer(i, other);
    });
    if (print.act != Act::rename && print.act != Act::drop) {
      for (const SymbolList* names : {&print.needs, &print.prefers}) {
        for_each_about(*names, i, [&](std::size_t other, const Symbol*) {
          if (prints_[other].act == Act::change && matters_to_others(cases_[other])) prefer(i, other);
        });
        add_parts_needed(i, *names);
      }
    }
    if (print.act == Act::drop)
      for_each_about(print.frees, i, [&](std::size_t other, const Symbol* symbol) {
        const bool is_touched =
            prints_[other].act == Act::rename || (prints_[other].act == Act::change && is_held_by_others(cases_[other]));
        if (is_touched && !is_of(cases_[i], symbol)) prefer(other, i);
      });
    if (print.act == Act::drop) add_parts_freed(i, print.frees);
  }

  /// What needs a key of the table goes before the key.
  void add_parts_freed(std::size_t i, const SymbolList& names) {
    for (const Symbol* name : names)
      for (const Symbol* whole : {name, name->parent})
        if (const auto found = parts_.find(whole); found != parts_.end() && !is_of(cases_[i], whole))
          for (const std::size_t part : found->second)
            if (prints_[part].act == Act::drop || is_made_again(part)) prefer(part, i);
  }

  /// No ALTER changes what a key is of.
  bool is_made_again(std::size_t part) const {
    return prints_[part].act == Act::change && cases_[part].first().kind != EnumValue::kind;
  }

  bool is_needed_of_whole(std::size_t part) const {
    const Act act = prints_[part].act;
    return act == Act::make || is_made_again(part) || (act == Act::rename && cases_[part].first().kind == EnumValue::kind);
  }

  void add_parts_needed(std::size_t i, const SymbolList& names) {
    for (const Symbol* name : names)
      for (const Symbol* whole : {name, name->parent})
        if (const auto found = parts_.find(whole); found != parts_.end() && !is_of(cases_[i], whole))
          for (const std::size_t part : found->second)
            if (is_needed_of_whole(part)) prefer(i, part);
  }

  void add_what_words_tell(std::size_t i) {
    const Footprint& print = prints_[i];
    const auto for_each_named = [&](const std::vector<std::string>& words, const auto& visit) {
      for (const std::string& word : words)
        if (const auto found = by_name_.find(word); found != by_name_.end())
          for (const std::size_t other : found->second) visit(other);
    };
    for_each_named(print.words_needed, [&](std::size_t other) {
      if (prints_[other].act == Act::make || prints_[other].act == Act::rename) prefer(i, other);
    });
    for_each_named(print.words_freed, [&](std::size_t other) {
      if (prints_[other].act == Act::drop || prints_[other].act == Act::rename) prefer(other, i);
    });
  }

  /// Nothing tells what is an extension's: all may be made of it.
  void add_extensions() {
    std::vector<std::size_t> extensions, others;
    for_each_case([&](std::size_t i) {
      if (cases_[i].first().kind == Extension::kind)
        extensions.push_back(i);
      else if (cases_[i].first().kind != Schema::kind && prints_[i].act != Act::remark)
        others.push_back(i);
    });
    for (const std::size_t i : extensions)
      for (const std::size_t other : others) prints_[i].act == Act::drop ? prefer(i, other) : prefer(other, i);
  }

  const std::vector<Case>& cases_;
  std::vector<Footprint> prints_;
  std::vector<std::set<std::size_t>> before_, behind_;
  std::unordered_map<const Symbol*, std::vector<std::size_t>> of_, parts_;
  std::map<std::string, std::vector<std::size_t>> by_name_, left_;
};

}  // namespace

Prerequisites prerequisites_of(const std::vector<Case>& cases) { return Graph(cases).result(); }

}  // namespace pgplumb
