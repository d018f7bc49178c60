// What an ALTER is of, whose names may be put in at run time.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "statements/do_block/doubt/name_in_part.h"

namespace pgplumb {

/// The object that ALTER names, of whatever kind; of what is named with its table, as in ALTER POLICY p ON t, one of that.
class Altered {
 public:
  /// Of three words at least, of which the first is ALTER.
  explicit Altered(const std::vector<Word>& words)
      : kind_(words[1].is("materialized") || words[1].is("foreign") ? 2 : 1),
        word_(words[kind_]),
        name_(given_name(words, kind_)) {
    constexpr std::array on_tables = {"policy", "trigger", "rule"};
    const auto on = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("on"); });
    if (is_one_of(word_, on_tables) && on != words.end())
      table_ = given_name(words, static_cast<std::size_t>(on - words.begin()));
  }
  /// The word for its kind, and where that stands.
  const Word& kind() const { return word_; }
  std::size_t place_of_kind() const { return kind_; }
  /// Whether the item may be it, or be of it.
  bool may_be(const Draft::Item& item) const {
    if (!table_) return name_.may_be(is_member(item.space) ? item.symbol->parent->text : item.symbol->text);
    return is_member(item.space) && name_.may_be(item.symbol->text) && table_->may_be(item.symbol->parent->text);
  }

 private:
  std::size_t kind_;
  Word word_;
  GivenName name_;
  std::optional<GivenName> table_;
};

}  // namespace pgplumb
