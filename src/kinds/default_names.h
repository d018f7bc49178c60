// The names that PostgreSQL gives where a statement gives none.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <string>
#include <string_view>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

/// Columns' names joined by "_" until they fill 63 bytes: the middle of an unnamed index's or constraint's name
/// (ChooseIndexNameAddition in commands/indexcmds.c).
std::string join_column_names(const std::vector<std::string_view>& names);

/// What an index calls its columns, so that no two are equal: "expr", "expr1" … for expressions (ChooseIndexColumnNames).
/// Elements are IndexElem nodes.
std::vector<std::string> index_column_names(const List* elements, const List* including);

/// What a result column is called that has no AS: a column's, function's or type's name; "" where nothing suggests itself
/// (FigureColnameInternal in parser/parse_target.c).
std::string_view figure_column_name(const Node* expression);

std::vector<std::string> names_of(const std::vector<ColumnRef>& columns);

/// The same names, those that stood before given a number.
std::vector<std::string> told_apart(const std::vector<std::string>& names);

/// What the columns of an index, or of one that backs a constraint, were called when it was made: PostgreSQL names copies of it
/// after these.
std::vector<std::string> column_names(const Draft::Item& index);

}  // namespace pgplumb
