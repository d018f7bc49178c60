// What one source states, settled: sorted, with names rendered, never changed again.
#pragma once

#include <pgplumb/catalog/object_id.h>
#include <pgplumb/kinds.h>
#include <pgplumb/kinds/seldom.h>
#include <pgplumb/position.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// A field for which a source would take several values. `any` takes all but absence of the value ("" ), `values` are in
/// show_value() form. (Prisma: autoincrement() takes serial and both identities; dbgenerated() takes any default.)
struct Acceptance {
  std::string_view field;  ///< "" for its being there at all, of what something may have dropped
  bool any = false;
  std::vector<std::string> values;

  friend bool operator==(const Acceptance&, const Acceptance&) = default;
};

/// What may be said of any object besides what it is.
struct Remarks {
  Text comment;
  Text owner;       ///< a role's name; "" where the source does not say
  Text privileges;  ///< "app: select, update; public: select": sorted; the owner's own left out

  friend bool operator==(const Remarks&, const Remarks&) = default;
};

/// The privileges among the remarks without those that the roles have: an owner's own are in no list, but a source may state them
/// that does not know who the owner is.
Text privileges_apart_from(const Object& object, const Remarks& remarks, const std::set<std::string>& roles);

/// An index or key that a partition has from what it is attached to, under a name that does not follow from the partition's own.
struct InheritedName {
  const Symbol* of = nullptr;  ///< the one above
  Text name;                   ///< "" where the partition does not have it, for it was made ON ONLY the one above
  /// What it is here where it is something else, which PostgreSQL takes for the same: sorted otherwise, a primary key under a
  /// unique constraint. Null where it is as above.
  std::shared_ptr<const Object> as = nullptr;
  Namespace space = Namespace::index;  ///< of `as`

  friend bool operator==(const InheritedName&, const InheritedName&) = default;
};

/// What few objects have beside their fields.
struct Notes {
  std::vector<Acceptance> accepts;
  Remarks remarks;
  std::vector<InheritedName> inherited_names = {};
  /// Of an index or key: its columns as they were called when it was made, where one is called otherwise now. Those that
  /// partitions have from it are named after these.
  std::vector<std::string> column_names = {};
  /// Of an index or unique constraint that was made ON ONLY what has partitions, until all of these have it.
  bool lacks_partitions = false;
  /// Of a column that a table INHERITS: it has no definition of its own (not pg_attribute.attislocal).
  bool only_inherited = false;
  /// The statement that makes it, where it says more than the fields can (a view's query with its names); "" else.
  Text written;

  friend bool operator==(const Notes&, const Notes&) = default;
};

/// What one source states of one object.
struct Declaration {
  Symbol* symbol = nullptr;  ///< the object's own name
  Object object;
  /// What the source's own language calls it where that is not the database's name: model CallRecord, field companyId. Lives as
  /// long as the catalog.
  std::string_view called;
  Seldom<Notes> notes;
  Position declared_at;
  /// Altered but never created by this source: what is stated of its members holds, the rest is silent.
  bool stated_in_part = false;
  /// Something unread names this object: no claim about it or its members is sure.
  bool uncertain = false;
  /// Stated, but left out by the client (Prisma's @ignore, @@ignore): differences are info.
  bool ignored = false;
};

/// Something may have dropped it: that it is not elsewhere says nothing.
bool may_be_gone(const Declaration& declared);

struct Entry : Declaration {
  ObjectId id;
};

/// What a source has no words for. Data, so that a snapshot can carry it.
struct Silence {
  std::string_view kind;   ///< "index", "" for every kind
  std::string_view field;  ///< "" for objects of the kind altogether
  /// Only for objects of which this field has a value: {"index", "", "predicate"} is silent about partial indexes. "" always.
  std::string_view when = {};
};

/// A statement, clause or object that is not compared; listed in every report.
struct NotCompared {
  std::string what;  ///< "CREATE TRIGGER", "CHECK constraint", "view definition"
  std::string why;   ///< "triggers are not compared", "syntax error at or near "x"" …
  Position at;       ///< empty for a database
  std::size_t count = 1;
  std::string object;  ///< what it touches, "" when not known
};

/// A statement that could not apply on replay, or could not be read (reported as `unapplied-statement`, `unread-statement`).
struct StatementProblem {
  enum class Kind { unread, unapplied };
  Kind kind;
  std::string statement;  ///< its first words, on one line
  std::string sqlstate;   ///< "42P01"; "42601" for syntax
  std::string reason;
  Position at;
};

/// What happened to an object before the end: who renamed, dropped or altered it, and where.
struct Event {
  enum class Verb { created, renamed, dropped, altered };
  Verb verb;
  Namespace space;
  std::string schema, name, member;  ///< as they were called then
  std::string detail;                ///< the new name of a rename, the field that was altered
  Position at;
  Position made_at;  ///< where the object had been declared
};

/// A stretch of a file, both lines included, 1-based.
struct Lines {
  std::uint32_t first, last;
};

/// One migration of a history, in the order in which its tool applies them. Most are a file each.
struct Migration {
  std::string name;  ///< as the tool shows it: 20260222114100_add_call_record_model, V2__calls.sql, a changeset's author:id
  const std::string* file;
  std::string text = {};          ///< its bytes as the tool takes them for its checksum; may be empty
  std::string version = {};       ///< what the tool records beside or instead of the name: "2", Drizzle's `when`; "" for none
  std::vector<Lines> lines = {};  ///< its own, where the file holds several migrations; empty where all of it is
  /// Versions of those that it is built on, where its tool goes by that and not by their order: Alembic's revisions.
  std::vector<std::string> behind = {};
  std::string plan_entry = {};  ///< what the tool hashes beside the text: a change of Sqitch's plan; "" for none

  bool holds(const Position& at) const;
};

/// The settled catalog of one source.
class Catalog {
 public:
  /// All objects, sorted by id.
  std::span<const Entry> entries() const { return {entries_.data(), entries_.size()}; }
  const Entry* find(const ObjectId& id) const;
  /// The members of a relation or type (columns, constraints, indexes, or enum values), sorted.
  std::span<const Entry> members(const Entry& owner) const;
  std::span<const Entry> members(const Entry& owner, Namespace space) const;
  /// Leaves out what a reader finds to be none of anyone's business, before anything holds on to an entry.
  void leave_out(const std::function<bool(const Entry&)>& unwanted);

  /// What the source does not state it leaves open, of tables that it has too: for SQL that states what code needs.
  void state_in_part();

  // What the source can say.
  std::vector<Silence> silences;
  /// Owners and privileges were asked for, and it states some.
  bool states_owners = false, states_privileges = false;
  /// A GRANT that is put together at run time: any of them may be otherwise.
  bool privileges_uncertain = false;
  /// The schemas the source speaks of; empty for all.
  std::set<std::string, std::less<>> schemas;
  /// Objects of this text name are uncertain, in any schema, though the source has no entry for them; a column or constraint
  /// of one table as "table.member".
  std::set<std::string, std::less<>> uncertain_names;
  /// A dynamic statement or the like: what the source does not have, it may have.
  bool absences_uncertain = false;
  /// Owned by extensions, by name: they satisfy a model and are never extra. Relations, types and schemas; history tables too.
  std::set<std::string, std::less<>> extension_owned;
  /// Schemas that a hosting platform keeps for itself: what the source does not state of them, and they themselves, are not
  /// missed.
  std::set<std::string, std::less<>> platform_schemas;

  // What happened while reading.
  std::vector<NotCompared> not_compared;
  std::vector<StatementProblem> problems;
  std::vector<Event> events;
  std::vector<Migration> migrations;
  std::size_t statements_without_effect = 0;  ///< DML and the like: "no effect on the schema"

  /// Whether the source has words for this object (or field of it). `object` is what another source states there.
  bool speaks_of(const ObjectId& id, const Object& object, std::string_view field = {}) const;
  /// The same of such an object wherever it stands; with a field, of that field alone.
  bool has_words_for(const Object& object, std::string_view field = {}) const;

  /// The entries that own what a Draft declared; see Draft::settle.
  Catalog(std::vector<Entry> entries, std::shared_ptr<const void> keep_alive);
  Catalog() = default;

 private:
  std::vector<Entry> entries_;
  std::shared_ptr<const void> keep_alive_;  // the Symbols and strings that entries point into
};

}  // namespace pgplumb
