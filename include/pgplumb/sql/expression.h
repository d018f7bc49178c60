// Expressions in a canonical form: what a default, a predicate or an index expression means, apart from how it was written.
#pragma once

#include <pgplumb/sql/data_type.h>
#include <pgplumb/sql/symbol.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct Node;  // PostgreSQL's (nodes/nodes.h); read only through sql/nodes.h

namespace pgplumb {

/// A node of the canonical tree: n-ary, without locations, parentheses or spelling. Not PostgreSQL's parse tree: only
/// what survives normalising (reference: PostgreSQL's ruleutils.c prints the other side of it).
struct Expression {
  enum class Kind {
    literal,    ///< `text` is the value as a string; `is_string` tells '1' from 1
    null,       ///< NULL
    boolean,    ///< `text` is true or false
    column,     ///< `column` is set, or `text` where the name did not resolve; `type` where it is the result of a subquery
    call,       ///< function `text` (lower-case, pg_catalog dropped, schema kept otherwise), args
    operation,  ///< operator `text`, one or two args
    all_of,     ///< AND, flattened
    any_of,     ///< OR, flattened
    negation,   ///< NOT
    cast,       ///< one arg, to `type`; `text` tells of a literal that could not be read as the type
    array,      ///< ARRAY[…]
    row,        ///< (a, b)
    choice,     ///< CASE: operand or none, condition, value, …, else; `text` says which ("searched" or "simple")
    other,      ///< a node named by `text` whose args are canonical (null test, coalesce, subscript, collate …)
    opaque,     ///< not understood: `text` is the deparsed source; equal only to the same text
  };
  Kind kind = Kind::null;
  bool is_string = false;
  std::string text;
  ColumnRef column;
  /// Of a call or an operation, where it is known which routine or operator it means, until normalising gives `text` the name
  /// that this has then. Of COLLATE the collation, of a string that is cast to regproc, regconfig … what it names.
  const Symbol* routine = nullptr;
  DataType type;  ///< of a call and an operation, once they are normalised, what they give; no part of what they mean
  std::vector<Expression> args;

  /// Structural equality; symbols by name.
  friend bool operator==(const Expression& a, const Expression& b);
};

/// Shared and immutable once made: equal defaults of a thousand columns are one object.
using ExpressionPtr = std::shared_ptr<const Expression>;

/// How a field holds an expression: compares by meaning, both null is equal.
struct ExpressionField {
  ExpressionPtr tree;
  explicit operator bool() const { return tree != nullptr; }
  friend bool operator==(const ExpressionField& a, const ExpressionField& b) {
    return a.tree == b.tree || (a.tree && b.tree && *a.tree == *b.tree);
  }
};

/// How names in an expression become Symbols. Either may be empty; both may return null for "not known here".
struct NameResolver {
  /// A column of the table that the expression stands on.
  std::function<const Symbol*(std::string_view column)> column;
  /// A user-defined type; `schema` is "" where it is not qualified.
  std::function<const Symbol*(std::string_view schema, std::string_view type)> type;
  /// A column as it is written, `t.a` in parts, where a query decides what it stands for. Before `column`.
  std::function<std::optional<Expression>(const std::vector<std::string_view>& parts)> reference;
  /// Whether a column is of what stands around the query, where the query takes it for a constant.
  std::function<bool(const Expression& column)> is_outer;
  /// A query inside of the expression; without it, and where it gives nothing, its text counts.
  std::function<std::optional<Expression>(const Node* query)> query;
  /// The schema of a function that is not qualified; "" where it is PostgreSQL's own, or not known.
  std::function<std::string(std::string_view function)> function_schema;
  /// The one function that the call can mean; null for one of PostgreSQL's own, and where it is not known.
  std::function<const Symbol*(std::string_view schema, std::string_view function, const Expression& call)> routine;
  /// The type that a call by its name casts to; null where it calls a function.
  std::function<const Symbol*(std::string_view schema, std::string_view type, const Expression& call)> cast_called;
  /// The function that `(row).name` calls, where the row has no column of that name; null else.
  std::function<const Symbol*(std::string_view name, const Expression& row)> function_of_row;
  /// The operator of the name that the operation means; null for one of PostgreSQL's own, and where it is not known.
  std::function<const Symbol*(std::string_view schema, std::string_view op, const Expression& operation)> operators;
  /// What COLLATE names.
  std::function<const Symbol*(std::string_view schema, std::string_view collation)> collation;
  /// What a constant of type regclass, regproc … names: of the server an oid, so that it is the same object under another name.
  /// Null where it is nothing that is known.
  std::function<const Symbol*(std::string_view type, std::string_view schema, std::string_view name)> object;
};

/// Reads one expression's text ("now() + interval '1 day'"). Throws SyntaxError (see parse.h) where the text is no expression.
Expression parse_expression(std::string_view text, const NameResolver& names);

/// One of the functions or operators of a name (pg_proc, pg_operator).
struct Signature {
  std::vector<DataType> parameters;
  DataType result;
  std::size_t defaults = 0;  ///< parameters at the end that a call may leave out
  bool is_variadic = false;  ///< the last parameter, an array, takes any number of arguments
};

/// A type that a source makes, domains left out: how its literals are read follows from it.
struct MadeType {
  enum class Form {
    enumeration,
    composite,
    range,
    multirange,
    other,  ///< read in ways that are not known here
  };
  Form form = Form::other;
  std::vector<DataType> parts;  ///< of a composite its columns, of a range or multirange what it is of
};

/// The types that an expression's names have, as far as they are known; null where not. Either may be empty.
struct KnownTypes {
  std::function<const DataType*(ColumnRef)> column;
  /// What a domain is over; null for any other type.
  std::function<const DataType*(const Symbol* type)> domain = {};
  /// The functions or operators of a name with its schema that a source makes or an extension has, and those of a name without
  /// one that an extension has, its implicit casts as "cast"; they live as long as this.
  std::function<std::span<const Signature>(std::string_view function)> routines = {};
  /// Functions in it that the source does not make are an extension's, which are found without it. "" for none.
  std::string connection_schema = {};
  /// None for types that the source does not make, and for domains.
  std::function<std::optional<MadeType>(const Symbol* type)> made = {};
  /// Where the servers that are compared have a function or operator of that name, which is an extension's; "" where they have
  /// none, or some in several schemas.
  std::function<std::string(std::string_view name)> extension_schema = {};
};

/// Rewrites to the canonical form (the rules are in docs/expressions.md): IN and ANY, BETWEEN, implicit casts, literals as the
/// type's input function reads them. `target` is the type that the value is stored as (a default's column), or null.
/// Idempotent.
Expression normalise(Expression expression, const DataType* target, const KnownTypes& types);

/// One line of SQL-like text for people: `now()`, `'{}'`, `0`, `(a > 0)`. Cut by nobody.
std::string display_expression(const Expression& expression);

/// As SQL that reads back as the same tree: names quoted where need be. Not of what holds a query, whose columns are shown
/// without the tables that they are of.
std::string sql_expression(const Expression& expression);

/// Whether some part is a query.
bool holds_a_query(const Expression& expression);

/// Whether the expression is nextval('…'), the default of a serial column.
bool is_nextval(const Expression& expression);

/// Whether some part is opaque, so that inequality proves nothing.
bool has_opaque_part(const Expression& expression);

/// Whether two unequal expressions may still mean the same: a part is opaque, or they differ only in casts and in the spelling of
/// literals, which a server resolves by the types and functions that it has, in what it alone knows the schema or the columns of,
/// or in the order of what AND or OR joins.
bool may_mean_the_same(const Expression& a, const Expression& b);

}  // namespace pgplumb
