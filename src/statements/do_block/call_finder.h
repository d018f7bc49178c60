// What a statement calls.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "sql/nodes.h"

namespace pgplumb {

/// `once`: it is surely called, and no more than one time.
using VisitCall = std::function<void(const FuncCall* call, bool once)>;

/// Of SELECT and CALL, INSERT, UPDATE, DELETE and MERGE: all that is called anywhere in it, arguments before what they are given
/// to.
void for_each_call(const Node* statement, const VisitCall& visit);
/// Of a SELECT: what is called for one row that it reads, and what beside that.
void for_each_call_of_row(const SelectStmt* select, const VisitCall& visit);
void for_each_call_beside_rows(const SelectStmt* select, const VisitCall& visit);
/// The same of a statement's text.
void for_each_call(const std::string& statement, const VisitCall& visit);

/// Whether a name that `is_meant` stands before a parenthesis, as it does where it is called. Where there are comments, and names
/// with quotes or escapes in them, that is so: this spares the parser, no more.
bool may_call(std::string_view statement, const std::function<bool(const std::string& name)>& is_meant);

}  // namespace pgplumb
