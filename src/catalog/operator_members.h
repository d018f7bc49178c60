// Operators as members of operator classes and families, which have them by name.
#pragma once

#include <pgplumb/catalog/draft.h>

namespace pgplumb {

/// Whether the class or family has the operator.
bool has_member(const Draft::Item& item, const Symbol* op);

/// As which operator the class or family has it (pg_amop.amopstrategy): of btree 1 is `<`, 3 `=`, 5 `>`; 0 where it has not.
int strategy_of(const Draft::Item& item, const Symbol* op);

/// Whether that is nothing without it: a class whose access method ties it to its operators (amadjustmembers: all but gist, gin
/// and spgist). Others go on with what is left.
bool requires_its_operators(const Draft::Item& item);

/// The same of "function 1", and of "operator 1".
bool is_required(const Draft::Item& of, std::string_view member);

/// Whether the class cannot do without the function of that name, which it has.
bool requires_function(const Draft::Item& of, std::string_view name);

/// Takes the operator out of the class or family.
void lose_member(Draft& draft, const Symbol* of, const Symbol* op);
/// The same of a function.
void lose_function(Draft& draft, const Symbol* of, std::string_view name);

}  // namespace pgplumb
