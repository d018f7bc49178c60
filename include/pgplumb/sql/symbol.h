// Names that are shared by the object that bears them and by everything that refers to it.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace pgplumb {

/// The name of one object. An index, a foreign key or an expression refers to a column or table by its Symbol,
/// so that a rename (`text`) or ALTER … SET SCHEMA (`parent`) is one change that reaches all of them.
/// A column's parent is its table, a table's or type's its schema; null where the schema is not known
/// (a type of an extension that no source creates), and for schemas themselves.
struct Symbol {
  std::string text;
  const Symbol* parent = nullptr;
  /// Set by the comparison when it finds that this name and another source's mean one thing (a wrong map,
  /// a rename): the other name. Null otherwise.
  mutable const Symbol* stands_for = nullptr;
  /// Set by the comparison where another source's name stands for this one.
  mutable bool has_other_names = false;
  /// Which object of the draft that made it bears the name: counts from 1; 0 for a name that none bears.
  unsigned number = 0;

  /// The name to compare by.
  const Symbol& meant() const { return stands_for ? *stands_for : *this; }
};

/// Owns Symbols; their addresses never change. One for each catalog, so sources can be read in parallel.
class Symbols {
 public:
  Symbols() = default;
  Symbols(const Symbols&) = delete;
  Symbols& operator=(const Symbols&) = delete;
  Symbol* make(std::string_view text, const Symbol* parent = nullptr) {
    return &symbols_.emplace_back(Symbol{std::string(text), parent});
  }

 private:
  std::deque<Symbol> symbols_;
};

/// The schema pg_catalog, parent of every built-in type and function, one for all catalogs.
const Symbol* pg_catalog();

/// Whether two names of relations or types are the same: the text, and the schema where both know theirs.
bool same_name(const Symbol* a, const Symbol* b);

/// "call_log", or "auth.users" where the parent is not `public` or pg_catalog. For people, not for SQL: unquoted.
std::string display_name(const Symbol& symbol);

/// How a kind's field refers to a column of its own or another table: equal when the columns' names are.
struct ColumnRef {
  const Symbol* symbol = nullptr;
  friend bool operator==(ColumnRef a, ColumnRef b) {
    return a.symbol == b.symbol || a.symbol->meant().text == b.symbol->meant().text;
  }
};

/// How a kind's field refers to a table: equal when schema and name are.
struct RelationRef {
  const Symbol* symbol = nullptr;
  explicit operator bool() const { return symbol != nullptr; }
  friend bool operator==(RelationRef a, RelationRef b) { return same_name(a.symbol, b.symbol); }
};
/// The same of a collation, a server and the like, or of none.
using ObjectRef = RelationRef;

/// How a field refers to a function, whose symbol bears a signature that the reference may not know, or to none: equal when
/// schema and name are.
struct RoutineRef {
  const Symbol* symbol = nullptr;
  explicit operator bool() const { return symbol != nullptr; }
  friend bool operator==(RoutineRef a, RoutineRef b);
};

/// How a field refers to a column of any table, or to none: equal when the column's and the table's names are.
struct MemberRef {
  const Symbol* symbol = nullptr;
  explicit operator bool() const { return symbol != nullptr; }
  friend bool operator==(MemberRef a, MemberRef b) {
    if (a.symbol == b.symbol) return true;
    return a.symbol && b.symbol && a.symbol->meant().text == b.symbol->meant().text &&
           same_name(a.symbol->parent, b.symbol->parent);
  }
};

}  // namespace pgplumb
