// One disagreement looked at as a case: who expects what, and who is at odds with it.
#pragma once

#include <pgplumb/findings/finding.h>

#include <string>
#include <vector>

namespace pgplumb {

using SourceList = std::vector<const Source*>;
class Dependents;
class DependentsOfEach;
class Turns;

/// All disagreements of one object that one rule covers (both actions of a foreign key are one case).
struct Case {
  std::vector<const Disagreement*> found;
  const SourceList* sources = nullptr;
  std::string_view rule;
  const DependentsOfEach* dependents = nullptr;  ///< of the sources' catalogs
  const Turns* turns = nullptr;                  ///< of all cases, once that is known

  const Disagreement& first() const { return *found.front(); }
  /// Whether it is about being there at all.
  bool is_presence() const { return first().field.empty(); }
  bool is_name() const { return first().field == "name"; }

  /// The position of the source in that role, or -1; what it says, or null where it was not given.
  int index_of(Role role) const;
  const Says* says(Role role) const;
  /// Whether the role was given and has words for this.
  bool speaks(Role role) const;
  /// Whether both roles speak and say the same.
  bool same(Role a, Role b) const;

  /// What the code needs: the model, else the migrations, else the first that speaks.
  int expected() const;
  /// Who is at odds with the expectation and matters most: the database, else the migrations.
  int actual() const;
  const Says& expectation() const { return first().says[expected()]; }
  const Says& actuality() const { return first().says[actual()]; }
  const Source& source(int index) const { return *(*sources)[static_cast<std::size_t>(index)]; }
  /// What stands on what in the source.
  const Dependents& dependents_in(int index) const;
  /// The entry to speak of: the expectation's, else anyone's.
  const Entry& entry() const;
  /// The table's or type's entry of a member, or the object's own; of the model where it has one.
  const Entry& owner() const;
  /// The same as the source at odds has it, where it does: a table may bear another name there.
  const Entry& actual_owner() const;

  /// Missing where it is expected (as against being extra).
  bool is_missing() const { return is_presence() && expectation().state == State::value; }
  template <class Kind>
  const Kind* as(const Says& says) const {
    return says.entry ? std::get_if<Kind>(&says.entry->object) : nullptr;
  }
  /// The place of a statement of which nothing is known, where that may have made the difference; "" for none, and where others
  /// disagree beside the source that has it.
  std::string_view altered_unseen_by() const;
  /// Two sources of one role, the second measured by the first.
  bool is_plain_diff() const { return sources->size() == 2 && source(0).role == source(1).role; }
  /// The database was looked at and is as expected: nothing fails today.
  bool database_is_right() const;
};

/// "CallRecord", "CallAnalysis.companyId": what the code calls it; the database's name where the model has no word for it.
std::string called(const Case& one);
/// The name of the model of the case's table, "" without a model.
std::string model_name(const Case& one);

}  // namespace pgplumb
