// What the fix of a case makes, needs and takes away, told by what the catalogs know of references.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/case.h"

namespace pgplumb {

/// What a fix does to the object: `remark` is said of it and leaves it as it is.
enum class Act { make, drop, rename, change, remark };
Act act_of(const Case& one);

using SymbolList = std::vector<const Symbol*>;

struct Footprint {
  Act act = Act::change;
  SymbolList subjects;     ///< the object and what comes and goes with it, as each source has them
  SymbolList makes_again;  ///< what is dropped and made again beside it, so under the name that is expected of it
  SymbolList needs;        ///< what has to be there, under the name that is expected of it, when the fix runs
  SymbolList prefers;      ///< what a foreign key points at: where tables point at each other, one comes first nevertheless
  SymbolList frees;        ///< what it refers to no longer
  /// The words of what no reference is bound in, such as a function's source.
  std::vector<std::string> words_needed, words_freed;
  std::vector<std::string> takes, leaves;  ///< the places of names that are taken, and those that become free
};

/// As `words_needed` has a literal, which may be a value of an enum.
std::string word_of_literal(std::string_view text);

Footprint footprint_of(const Case& one);

/// What bears a name within a schema or table, as `takes` has it.
std::vector<std::string> places_of(const ObjectId& id, const Object& object);

}  // namespace pgplumb
