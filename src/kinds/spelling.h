// How PostgreSQL spells a kind: the DDL that makes it, the catalog rows that hold it, the SQL that would make it.
//
// The list at the end is where the two generic engines, src/statements and src/sources/database, find every kind.
#pragma once

#include <pgplumb/catalog/session.h>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct Node;

namespace pgplumb {

/// A statement that concerns this kind alone: CREATE TYPE … AS ENUM, ALTER TYPE … ADD VALUE. `tag` is PostgreSQL's NodeTag.
/// `read` returns false where the node is not its business after all (DROP of another object type).
struct StatementSpelling {
  int tag;
  bool (*read)(Session&, const Node*);
};

/// A clause of ALTER TABLE: `subtype` is PostgreSQL's AlterTableType.
struct AlterTableSpelling {
  int subtype;
  void (*read)(Session&, Symbol* table, const Node* command);
};

/// A constraint, in a column's definition, in CREATE TABLE or in ALTER TABLE ADD: `type` is PostgreSQL's ConstrType. `column` is
/// null outside of column definitions.
struct ConstraintSpelling {
  int type;
  void (*read)(Session&, Symbol* table, Symbol* column, const Node* constraint);
};

/// One row of a catalog query: text values, nullptr for NULL, valid during the call.
class Row {
 public:
  explicit Row(std::span<const char* const> values) : values_(values) {}
  bool is_null(std::size_t i) const { return values_[i] == nullptr; }
  std::string_view text(std::size_t i) const { return values_[i] ? values_[i] : std::string_view{}; }
  bool flag(std::size_t i) const { return values_[i] && values_[i][0] == 't'; }
  char letter(std::size_t i) const { return values_[i] ? values_[i][0] : '\0'; }
  unsigned oid(std::size_t i) const;
  int integer(std::size_t i) const;
  std::int64_t large(std::size_t i) const;
  /// An int2vector or oidvector ("1 3 2"), or an array of numbers in text form ("{1,3,2}").
  std::vector<unsigned> integers(std::size_t i) const;
  /// An array in text form ("{a,\"b c\",NULL}"), "" for its NULLs; empty for NULL.
  std::vector<std::string> texts(std::size_t i) const;

 private:
  std::span<const char* const> values_;
};
/// Of an element of an array.
unsigned oid_of(std::string_view text);

/// What has been read of a database so far, by oid, so that later queries can refer to it.
struct Introspection {
  Draft& draft;
  std::unordered_map<unsigned, Symbol*> schemas, relations, types;  ///< by pg_namespace.oid, pg_class.oid, pg_type.oid
  std::unordered_map<unsigned, std::vector<Symbol*>>
      columns;  ///< by pg_class.oid, then by pg_attribute.attnum; null for dropped ones
  struct OperatorClass {
    std::string name;
    bool is_default;
  };
  std::unordered_map<unsigned, OperatorClass> operator_classes;        ///< by pg_opclass.oid
  std::unordered_map<std::string, DataType> types_by_text;             ///< cache of format_type() texts
  std::unordered_map<std::string, ExpressionPtr> expressions_by_text;  ///< cache of the expressions that name no column
  std::vector<NotCompared> not_compared;
  Session session{draft, ""};  ///< in which statements are read that qualify every name
  struct Waiting {
    std::string statement, what, name;
  };
  std::vector<Waiting> waiting;  ///< for types that are read later

  /// Null for a relation that is not read: a partition, or what an extension owns.
  Symbol* relation(unsigned oid) const;
  void add_column(unsigned relation, unsigned number, Symbol* symbol);
  Symbol* column(unsigned relation, unsigned number) const;
  /// None for no name.
  ObjectRef collation(unsigned schema, std::string_view name) const;
  std::vector<ColumnRef> columns_of(unsigned relation, const std::vector<unsigned>& numbers) const;
  /// The DataType of a format_type() text, read with an empty search_path.
  const DataType& type(std::string_view format_type);
  /// The expression of a pg_get_expr() text, whose columns are those of `relation`; null for no column at all.
  ExpressionPtr expression(std::string_view text, const Symbol* relation = nullptr);
  /// The same of a column of a row; where the server gave NULL, for the relation is locked or was dropped, what nothing equals.
  ExpressionPtr expression_of(const Row& row, std::size_t column, const Symbol* relation);
  /// Reads a statement that makes an object, as PostgreSQL or a query spells it, by the kind's own reader of DDL. What that does
  /// not understand is reported as not compared, `what` of the name `name`. False then.
  bool run(std::string_view statement, std::string_view what, std::string_view name);
  /// The same of a type, which may name types that are read after it: then it waits for them.
  void run_or_wait(std::string_view statement, std::string_view what, std::string_view name);
  /// What can be run by now of what waits.
  void run_waiting();
  /// What waits for nothing that comes is not understood.
  void give_up_waiting();
};

/// A row of a name and the statement that makes the object of that name.
template <class Kind>
void read_stated_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), Kind::kind, row.text(name));
}

/// One query on pg_catalog. `sql` is an embedded .sql file, named after it ("columns.sql"); queries run in the order of the list
/// of kinds, on servers from `from_version` until before `until_version` (server_version_num). Its `parameters` are the first of
/// these, arrays as text: $1 the oids of the schemas that are read, $2 the oids of the relations whose expressions it leaves out
/// because it would wait for a lock.
struct CatalogQuery {
  enum class Sent { always, for_owners_or_privileges, for_privileges };  ///< and then only where these are asked for
  static constexpr int no_end = std::numeric_limits<int>::max();
  std::string_view name;
  std::string_view purpose;  ///< one line: what is read
  std::string_view sql;
  std::size_t parameters;
  void (*read)(Introspection&, const Row&);
  int from_version = 0;
  int until_version = no_end;
  Sent sent = Sent::always;
};

struct Spelling {
  std::string_view kind;  ///< as in the kind's header
  std::string_view plural;
  std::span<const StatementSpelling> statements;
  std::span<const AlterTableSpelling> alter_table;
  std::span<const ConstraintSpelling> constraints;
  std::span<const CatalogQuery> queries;
  /// SQL that makes the object as its source states it, and that removes it, without the semicolon; "" where PostgreSQL has none.
  std::string (*create_sql)(const Entry& entry);
  std::string (*drop_sql)(const Entry& entry);
};

/// Hands a statement to the kind that it concerns alone, a COMMENT to its object; false where there is none.
bool is_read_by_a_kind(Session& session, const Node* statement);

/// Hands a clause of ALTER TABLE, an AlterTableCmd, to the kind that reads it, the constraint of ADD CONSTRAINT too; false where
/// there is none.
bool alters_by_a_kind(Session& session, Symbol* relation, const Node* command);
/// The same of a constraint of any kind.
bool constrains_by_a_kind(Session& session, Symbol* relation, Symbol* column, const Node* constraint);

/// What may be said of objects of any kind, read once all of them are there.
std::span<const CatalogQuery> remark_queries();

/// Every kind's spelling, in the order in which the database is read: schemas, enums, tables, columns, constraints, indexes.
std::span<const Spelling* const> spellings();
const Spelling& spelling_of(std::string_view kind);

}  // namespace pgplumb
