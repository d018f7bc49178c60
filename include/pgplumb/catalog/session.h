// A session that DDL runs in: a draft, a search_path, and the place in the script.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <pgplumb/catalog/draft.h>
#include <pgplumb/sql/parse.h>

namespace pgplumb {

/// Thrown inside a statement that PostgreSQL would refuse; the statement is undone and becomes an `unapplied-statement`.
struct StatementFailure {
  std::string sqlstate;  ///< "42P07"
  std::string reason;    ///< `table "calls" exists already (created at prisma/migrations/1/migration.sql:2:1)`
};

/// What a kind's DDL may ask of the session it runs in.
class Session {
 public:
  explicit Session(Draft& draft);

  Draft& draft() { return draft_; }

  // Where we are.
  void enter(const SourceText& script) { script_ = &script; }
  void enter(const ParsedStatement& statement) { statement_ = &statement; }
  /// The position of a node location (bytes, relative to the statement's base); the statement's begin for -1.
  Position at(int location = -1) const;

  // Names. `schema` is "" where the statement does not qualify.
  const std::vector<std::string>& search_path() const { return search_path_; }
  void set_search_path(std::vector<std::string> schemas) { search_path_ = std::move(schemas); }
  /// The schema that new objects go to; 3F000 when it does not exist.
  Symbol* creation_schema(std::string_view schema);
  /// A relation, through the search_path; null when there is none.
  Symbol* find_relation(std::string_view schema, std::string_view name) const;
  /// The same, but an unknown relation that is altered becomes one stated in part when `state_in_part` was set for this replay;
  /// else fails with 42P01.
  Symbol* relation_to_alter(std::string_view schema, std::string_view name);
  Symbol* find_type(std::string_view schema, std::string_view name) const;
  /// The schema a relation-like name would be found in, for indexes: symbol of the index, or null.
  Symbol* find_index(std::string_view schema, std::string_view name) const;
  /// A type as a statement names it; an unknown one is a phantom.
  const Symbol* resolve_type(std::string_view schema, std::string_view name);

  /// The first free one of `base`, `base1`, `base2` … as PostgreSQL's ChooseRelationName / ChooseConstraintName count: makes the name of
  /// name1, name2 and label with the number added to the label.
  std::string choose_relation_name(const Symbol* schema, std::string_view name1, std::string_view name2, std::string_view label) const;
  std::string choose_constraint_name(const Symbol* table, std::string_view name1, std::string_view name2, std::string_view label) const;

  // What is not compared.
  void not_compared(std::string what, std::string why, int location = -1, std::string object = {});
  /// This text name may be anything from here on.
  void make_uncertain(std::string_view name);
  void record(Event::Verb verb, const Symbol* symbol, std::string detail = {}, int location = -1);

  /// Tables that are altered but never created are stated in part rather than 42P01: on when a source is known to begin in the middle.
  bool state_in_part = true;

  std::vector<NotCompared> collected_not_compared;
  std::vector<Event> events;
  std::set<std::string, std::less<>> uncertain_names;
  std::set<std::string, std::less<>> extension_owned;

 private:
  Draft& draft_;
  const SourceText* script_ = nullptr;
  const ParsedStatement* statement_ = nullptr;
  std::vector<std::string> search_path_{"public"};
};

}  // namespace pgplumb
