// What a variable that is executed may hold.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/doubt/undecided.h"

namespace pgplumb {

/// As far as it is known, told by all that the block assigns to it.
class Assigned {
 public:
  Assigned(Session& session, const Surroundings& around, std::string_view variable);

  /// Declared where it is seen, and nothing is assigned to it of which not even the beginning is known.
  bool is_told() const { return is_declared_ && is_told_ && !beginnings_.empty(); }
  /// With all that may be put behind each.
  std::vector<std::string> texts() const;

 private:
  void add(const PlStatement& one);
  bool may_set_otherwise(const PlStatement& one) const;
  bool is_named_in(std::string_view text) const;
  bool continues_it(std::string_view expression) const;

  Session& session_;
  const Surroundings& around_;
  std::string variable_;
  bool is_declared_ = false, is_told_ = true;
  std::vector<std::string> beginnings_;
  std::string behind_;
};

}  // namespace pgplumb
