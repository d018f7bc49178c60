// OPERATOR 1 <, FUNCTION 1 cmp(a, b): what operator classes and families are made of (pg_amop, pg_amproc).
#pragma once

#include <set>
#include <string>

#include "kinds/ddl.h"

namespace pgplumb {

/// One of them, with the types that it is for.
struct OperatorMember {
  std::string text;  ///< "operator 1 <", "function 1 cmp"
  DataType left, right;

  bool is_of(const DataType& type) const { return left == type && right == type; }
  /// `function 1 (integer,bigint) cmp`
  std::string with_types() const;
};

/// `type` is the class's own, null of a family: what is for no other types is for that.
OperatorMember read_operator_member(Session& session, const CreateOpClassItem* item, std::string_view method,
                                    const DataType* type);
/// As ALTER OPERATOR FAMILY … DROP names it: "operator 1", "function 1", and the types.
OperatorMember read_dropped_member(Session& session, const CreateOpClassItem* item);

/// Members as a field holds them.
std::set<std::string> split_members(Text members);
Text joined_members(const std::set<std::string>& members);

}  // namespace pgplumb
