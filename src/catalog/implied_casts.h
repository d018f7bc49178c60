// Casts with a function, which what is cast needs and does not name.
#pragma once

#include <pgplumb/catalog/draft.h>

#include "sql/canonical/type_of.h"

namespace pgplumb {

class ImpliedCast {
 public:
  ImpliedCast(const Draft& draft, const Symbol* cast);

  bool is_in(const Expression& expression) const;
  bool is_made_to_store(const Expression& value, const DataType& type) const;

 private:
  bool is_made_by(const Expression& expression) const;
  bool casts(const Expression& value, const DataType& to) const;
  bool converts(MaybeType from, DataType to) const;
  bool names(const DataType& from, const DataType& to) const;
  bool is_made_for_operands(const Expression& operation) const;
  bool is_made_for_arguments(const Expression& call) const;
  MaybeType type_of_operand(const Expression& operand) const;

  const Draft& draft_;
  KnownTypes types_;
  std::string_view name_;
  std::string_view context_;
};

}  // namespace pgplumb
