// Names in a text that is put together at run time, where `unknown_text`, or a % of format(), stands for what is not known.
#pragma once

#include <pgplumb/catalog/name_in_part.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "statements/words.h"

namespace pgplumb {

/// What is known of a name: how it begins and ends.
struct NameEnds {
  std::string begin, end;
};

/// Whether something of the word is not known.
bool holds_gap(const Word& word);

/// The name behind the word for its kind; none where all of it is known.
std::optional<NameEnds> ends_of_name(const std::vector<Word>& words, std::size_t kind);

/// A name as far as a statement gives it: in full, or how it begins and ends.
class GivenName {
 public:
  explicit GivenName(NameEnds ends) : part_{Namespace::relation, std::move(ends.begin), std::move(ends.end)} {}
  explicit GivenName(std::string whole) : part_{}, whole_(std::move(whole)) {}
  bool may_be(std::string_view name) const { return whole_.empty() ? part_.may_be(name) : name == whole_; }

 private:
  NameInPart part_;
  std::string whole_;
};

/// The name behind the word for its kind, and where what follows it begins.
GivenName given_name(const std::vector<Word>& words, std::size_t kind);
std::size_t end_of_name(const std::vector<Word>& words, std::size_t kind);

/// Whose names stand behind the word for a kind, as CREATE has it: of TABLE and VIEW those of relations.
std::optional<Namespace> namespace_made(const Word& word);

/// The statements in a text, cut at semicolons; one that is "" where it is.
std::vector<std::string_view> statements_in(std::string_view known);

/// What the statements make, or give another name, under names of which not all is known.
std::vector<NameInPart> names_made_in_part(std::string_view known);

}  // namespace pgplumb
