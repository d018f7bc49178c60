// The items that a query in a canonical tree is FROM, and the places by which its columns name them (see kinds/query).
#pragma once

#include <pgplumb/sql/expression.h>

#include <string>
#include <vector>

namespace pgplumb {

/// SELECT, VALUES, a set operation, INSERT, UPDATE or DELETE.
bool is_statement(const Expression& expression);

/// 1 of a query that stands by itself, 0 of what holds queries.
int level_of_root(const Expression& tree);

/// Of what stands in a tree at a level: a query in it is one deeper, but for the left side of a set operation, which is part of
/// it.
int level_of_argument(const Expression& tree, const Expression& argument, int level);

/// The relations, queries and functions of a statement's own FROM clause, what it changes first, in the order of their numbers.
std::vector<const Expression*> items_of(const Expression& statement);

/// `of 2.1`, the word of a column of the first item of a query in a query.
std::string words_of_item(int level, std::size_t number);

}  // namespace pgplumb
