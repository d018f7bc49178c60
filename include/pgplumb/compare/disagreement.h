// Facts: where sources differ. Opinions (rule, severity, verdict) are src/findings.
#pragma once

#include <pgplumb/sources/source.h>

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

enum class State { value, absent, silent, uncertain };
std::string_view state_name(State state);

/// What one source says of an object or field.
struct Says {
  State state = State::silent;
  const Entry* entry = nullptr;  ///< the object in that source, under its own name; null unless it has it
  std::string value;             ///< the field's value, or the object described; "" unless state is value
  int cluster = -1;              ///< equal values share a number; -1 for silent and uncertain
};

/// How the objects of one disagreement found each other.
enum class Match {
  same,        ///< by name
  definition,  ///< by definition, the names differ
  near_miss,   ///< a table, column, enum or value missing on one side and one alike unclaimed on the other
};

/// One difference: of an object's presence (`field` empty) or of one field.
struct Disagreement {
  ObjectId id;  ///< as the first speaker (model, migrations, database) knows it
  std::string_view kind;
  std::string field;  ///< "" presence; "name" when only names differ
  Match match = Match::same;
  std::vector<Says> says;            ///< one for each source, in the order of the sources
  std::vector<const Entry*> owners;  ///< a member's table or type, one for each source, null where it is not; empty for others
  bool told_apart = false;           ///< a server that was asked stores two of the values differently
  std::string cannot_tell;           ///< why a server that was asked could not decide; "" for none
  std::size_t columns_alike = 0;     ///< near miss of tables: columns that agree by name and type …
  std::size_t columns_expected = 0;  ///< … of so many
};

/// All who speak differ from one another only in what may mean the same, as far as anyone can tell.
bool is_undecided(const Disagreement& found);

struct Comparison {
  std::vector<Disagreement> disagreements;
  std::size_t compared = 0;  ///< objects that at least two sources spoke of
};

/// Compares all sources at once; pure. Sources must outlive the result. `only`: globs on "schema.table" or "table" or a type's
/// name; empty for all. `only_matched` is set to whether each glob matched anything.
struct CompareOptions {
  std::vector<std::string> schemas;
  std::vector<std::string> only;
};
Comparison compare(const std::vector<const Source*>& sources, const CompareOptions& options);

/// The globs of `only` that match no object of any source.
std::vector<std::string> unmatched_globs(const std::vector<const Source*>& sources, const std::vector<std::string>& only);

}  // namespace pgplumb
