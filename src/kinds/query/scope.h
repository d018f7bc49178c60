// What the names in a query stand for.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kinds/query/read_query.h"
#include "sql/canonical/resolution/system_relations.h"

namespace pgplumb {

/// A column of a FROM item: of a table or view, or the i-th output of a subquery.
struct ScopeColumn {
  std::string name;
  const Symbol* symbol = nullptr;  ///< null where it is no object's
  std::optional<DataType> type;
  /// What it goes by where its place says nothing: of the server, whose versions have others, or a parameter; "" else.
  std::string own_name = {};
  bool in_all_versions = true;                ///< of the server
  bool in_star = true;                        ///< whether `*` has it
  std::optional<Expression> stands_for = {};  ///< of a join: what it is of the items that are joined
};

/// One FROM item: the name it goes by, its place in the text, and its columns.
struct ScopeItem {
  std::string alias;
  /// `2.1`: the first item of a query in a query, however many stand elsewhere. A word for what is no item of FROM.
  std::string place;
  std::vector<ScopeColumn> columns;
  bool known = true;       ///< false where it may have other columns too
  bool is_scalar = false;  ///< a function without names of columns: its alias is its value
  bool is_row = false;     ///< NEW, OLD and EXCLUDED, whose columns are always asked for with its alias
  /// Its rows are of no type that has a name: as a whole they have the names of these columns, which row_to_json() shows.
  bool is_record = false;
  bool is_join = false;              ///< no item of its own: the name that a join goes by
  bool is_hidden = false;            ///< behind the name of its join
  const Symbol* row_type = nullptr;  ///< of which type its rows are; null for what has no name
  bool is_relation = false;          ///< which has the columns that the system gives it

  /// Whether it is of the server, whose versions have other columns of it.
  bool varies_by_version() const;
  /// Whether it has no columns but those that are listed here.
  bool lists_all_names() const { return known || varies_by_version(); }
  /// `of 2 "id"`, `of new "id"`
  Expression column(std::size_t i) const;
  /// A column that is not known here, by its name.
  Expression column(std::string_view name) const;
  Expression whole_row() const;
  const ScopeColumn* find(std::string_view name) const;
};

/// Of PostgreSQL itself.
std::vector<ScopeColumn> system_columns(std::span<const SystemColumn> columns);

std::string_view alias_of(const Alias* alias, std::string_view otherwise);
/// Whether these are all of the item's own names, as the server of some version lists them: `pg_get_keywords(word, catcode, …)`.
bool lists_own_columns(const std::vector<std::string_view>& names, const ScopeItem& item);
/// `AS t (a, b)`. Which columns these are of what versions have other columns of cannot be told.
void rename_columns(ScopeItem& item, const Alias* alias);

/// Columns that JOIN … USING makes one, of the items from `begin` until before `end`.
struct MergedColumn {
  std::string name;
  Expression expression;
  std::size_t begin = 0, end = 0;
};

/// What FROM brings, and what stands around the query.
struct Scope {
  const Scope* outer = nullptr;
  std::vector<ScopeItem> items = {};
  std::vector<MergedColumn> merged = {};  ///< in the order of `*`
  std::map<std::string, const WindowDef*, std::less<>> windows = {};

  bool is_complete() const;
  /// Whether a column is of one of its own items.
  bool has(const Expression& column) const;
  /// A name by itself: a column, or an item's whole row. Nothing where this scope does not have it.
  std::optional<Expression> find(std::string_view name) const;
  /// The same of what an item is known to have, not of what it may have beside that.
  std::optional<Expression> find_listed(std::string_view name) const;
  /// `alias.name`, `alias.*`
  std::optional<Expression> find(std::string_view alias, std::string_view name) const;
};

/// `(t).a` where t is an item of FROM, and no column; nothing else.
std::optional<Expression> part_of_item(const Scope& scope, std::string_view alias, std::string_view name);

/// What parts of a reference stand for, from the innermost scope outwards. `table`: the one that the query's owner stands on, or
/// null.
std::optional<Expression> resolve(const Scope& scope, const std::vector<std::string_view>& parts, const Draft& draft,
                                  const Symbol* table);

}  // namespace pgplumb
