// A session that DDL runs in: a draft, a search_path, and the place in the script.
#pragma once

#include <pgplumb/catalog/draft.h>
#include <pgplumb/catalog/name_in_part.h>
#include <pgplumb/catalog/sqlstate.h>
#include <pgplumb/sql/expression.h>
#include <pgplumb/sql/parse.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pgplumb {

/// Thrown inside a statement that PostgreSQL would refuse; the statement is undone and becomes an `unapplied-statement`.
struct StatementFailure {
  std::string sqlstate;  ///< "42P07"
  std::string reason;    ///< `relation "calls" already exists (created at prisma/migrations/1/migration.sql:2:1)`
  Position at = {};      ///< where in a larger statement; empty for the statement itself
};
[[noreturn]] void fail(const char* sqlstate, std::string reason);

/// What a name among the relations stands for.
struct FoundRelation {
  Symbol* symbol = nullptr;  ///< a relation, a partition, a sequence, an index, or a constraint that an index backs
  const Symbol* schema = nullptr;
  explicit operator bool() const { return symbol != nullptr; }
};

/// What a kind's DDL may ask of the session it runs in.
class Session {
 public:
  /// Unqualified names go to `default_schema`, which exists from the start, as `public` does; "" for statements that qualify all.
  explicit Session(Draft& draft, std::string_view default_schema = "public");

  Draft& draft() { return draft_; }

  // Where we are.
  struct Place {
    const SourceText* script = nullptr;
    const ParsedStatement* statement = nullptr;
  };
  Place place() const { return place_; }
  void enter(Place place) { place_ = place; }
  /// The position of a node location (bytes, relative to the statement's base); the statement's begin for -1.
  Position at(int location = -1) const;

  // Names. `schema` is "" where the statement does not qualify.
  const std::vector<std::string>& search_path() const { return *search_path_; }
  /// Whether a statement has set it, rather than who connects.
  bool search_path_is_set() const { return search_path_ != default_search_path_; }
  /// `local`: until the transaction ends.
  void set_search_path(std::vector<std::string> schemas, bool local = false);
  void reset_search_path() { search_path_ = default_search_path_; }
  /// It is set to what cannot be told: until it is set again, a name without a schema may be one in any schema.
  void doubt_search_path(bool local = false);
  bool search_path_is_known() const { return search_path_ != doubted_path_; }
  /// The role whose the objects are that a statement makes: that of SET ROLE; "" for whoever runs the statements.
  Text role() const { return role_; }
  void set_role(Text role, bool local = false);
  /// pg_temp, which holds what goes with the connection: names without a schema are looked for there first, but for those of
  /// routines and operators. Made where it is not there yet; nothing that is in it is compared.
  Symbol* temporary_schema();
  bool has_temporary() const { return temporary_ && draft_.item(temporary_); }
  /// Whether the object is in it, or belongs to what is.
  bool is_temporary(const Symbol* symbol) const;
  /// ON COMMIT DROP
  void drop_at_commit(const Symbol* relation) { until_commit_.push_back(relation); }
  /// Its settings end, and where it `surely` ends here, what lasts no longer goes.
  void end_transaction(bool surely = true);
  /// The schema of that name; fails with 3F000 where there is none.
  Symbol* schema_named(std::string_view name);
  /// The schema that new objects go to. One that nothing makes becomes one stated in part where `state_in_part` allows it; else
  /// fails with 3F000.
  Symbol* creation_schema(std::string_view schema);
  /// Whatever stands under this name among the relations, temporary ones first, then by the search_path.
  FoundRelation look_up(std::string_view schema, std::string_view name) const;
  /// What is directly in a schema, through the search_path; null when there is none.
  Symbol* find_in_path(Namespace space, std::string_view schema, std::string_view name) const;
  /// A relation, through the search_path; null when there is none.
  Symbol* find_relation(std::string_view schema, std::string_view name) const;
  /// The same, but an unknown relation becomes one stated in part where `state_in_part` allows it; else fails with 42P01.
  Symbol* relation_to_alter(std::string_view schema, std::string_view name);
  /// A relation that something refers to. Null where it may well exist though nothing read here creates it; else fails with
  /// 42P01.
  Symbol* relation_to_refer_to(std::string_view schema, std::string_view name);
  /// Of a partition, its table's. Fails with 42703; a table that is stated in part has whatever column is asked for, uncertain in
  /// all but its name.
  Symbol* column_to_alter(Symbol* relation, std::string_view name);
  Symbol* find_type(std::string_view schema, std::string_view name) const;
  /// What the type of a range type's multiranges is called: its second name. Null when there is none.
  const Symbol* find_multirange(std::string_view schema, std::string_view name) const;
  /// Whether something was altered that nothing read here made.
  bool begins_in_the_middle() const;
  /// Whether something of this name may be there though nothing read here made it: something unread names it, or the source
  /// begins in the middle and has not taken it away.
  bool may_exist(std::string_view schema, std::string_view name) const;
  /// True, and named as not compared, where `clause` is about something of this name that may be there though nothing read here
  /// made it.
  bool passes_over(std::string_view clause, std::string_view schema, std::string_view name);
  /// What is directly in a schema or in none, as a statement names it; what is unknown is a phantom.
  const Symbol* resolve(Namespace space, std::string_view schema, std::string_view name);
  /// The same of a function, of which a statement may give no signature.
  RoutineRef resolve_routine(std::string_view schema, std::string_view name);
  /// The one of these parameters where there is one, "f(integer)".
  RoutineRef resolve_routine(std::string_view schema, std::string_view name, const std::string& signature);
  /// The same of a type.
  const Symbol* resolve_type(std::string_view schema, std::string_view name);
  /// Fails with 42704 where the type surely does not exist: it was dropped or renamed, or nothing but this draft can have made
  /// it. Other unknown types may be an extension's.
  void require_type(std::string_view schema, std::string_view name) const;
  /// How expressions and types on this table (or on none) find what they name; 42703 for a column that is not there, 42P01 for a
  /// relation.
  NameResolver names(const Symbol* table = nullptr);
  /// Fails with 42P07.
  void require_free_relation_name(const Symbol* schema, std::string_view name) const;
  /// Fails with 42710.
  void require_free_constraint_name(const Symbol* table, std::string_view name) const;

  /// The first free one of `name1_name2_label`, `name1_name2_label1` …, as PostgreSQL's ChooseRelationName counts; an index that
  /// backs a constraint must be free among the schema's constraints too.
  std::string choose_relation_name(const Symbol* schema, std::string_view name1, std::string_view name2, std::string_view label,
                                   bool backs_constraint = false) const;
  /// The same in any other namespace.
  std::string choose_free_name(Namespace space, const Symbol* schema, std::string_view name1, std::string_view name2,
                               std::string_view label) const;
  /// The same as ChooseConstraintName counts: free among the constraints of the table's schema.
  std::string choose_constraint_name(const Symbol* table, std::string_view name1, std::string_view name2,
                                     std::string_view label) const;

  /// Removes the objects, what goes with them, and with `cascade` what depends on them; without, other dependents fail with
  /// 2BP01, but for those that may not be there at all.
  void drop(std::vector<const Symbol*> symbols, bool cascade);

  // What is not compared.
  void not_compared(std::string what, std::string why, int location = -1, std::string object = {});
  /// This text name may be anything from here on; what bears it in the schema, or in the search_path, is marked.
  void make_uncertain(std::string_view schema, std::string_view name);
  void make_uncertain(const Symbol* symbol);
  bool is_uncertain(std::string_view name) const;
  /// False for what something unread may have made otherwise, and for what nothing read here made.
  bool is_known(const Symbol* symbol) const;
  void record(Event::Verb verb, const Symbol* symbol, std::string detail = {}, int location = -1);

  // Undoing: everything, this session's own collections included, back to a mark.
  struct Mark {
    Draft::Mark draft;
    std::size_t not_compared, events;
    std::shared_ptr<const std::vector<std::string>> search_path, path_before_local;
    Text role;
    std::optional<Text> role_before_local;
  };
  Mark mark() const;
  void rollback(const Mark& mark);
  void forget_undo();

  /// Tables that hold rows already: a new column that is NOT NULL needs a value for them.
  std::set<const Symbol*> with_rows;

  /// Of tables that name one, which is not compared: they go with it.
  std::vector<std::pair<const Symbol*, std::string>> access_methods;

  /// A table that is altered but that no source created is stated in part, rather than 42P01.
  bool state_in_part = true;

  // Read only where it is asked for.
  bool reads_owners = false, reads_privileges = false;
  /// Whether a statement said anything of privileges, and whether one did that could not be read.
  bool states_privileges = false, privileges_uncertain = false;
  /// How many of the draft's objects have their owner and first privileges; those that it begins with have them.
  std::size_t owned_count;

  std::vector<NotCompared> collected_not_compared;
  std::vector<Event> events;
  std::set<std::string, std::less<>> uncertain_names;
  /// What was made, or may have been, under names that are put together at run time.
  std::vector<NameInPart> names_in_part;
  std::set<std::string, std::less<>> extension_owned;
  std::size_t statements_without_effect = 0;
  bool absences_uncertain = false;
  /// Tables stated in part, with the statement that first altered each.
  std::unordered_map<const Symbol*, Position> first_altered;
  /// Of these it turned out that they are created later than first altered: the ALTER could not apply.
  struct AlteredTooEarly {
    Position at;
    std::string relation;
    Position created_at;
  };
  std::vector<AlteredTooEarly> altered_too_early;

  /// What triggers did since the last statement that may have changed more than rows, so that many of these cost little.
  struct Fired {
    std::map<const Symbol*, bool> acting;  ///< whether functions, or the triggers of relations, do anything to the schema
    std::map<std::string, int> alike;      ///< how often they fired for the same values
  };
  Fired fired;
  std::size_t rows_followed = 0;  ///< of those that triggers fired for
  /// What blocks hold, and routines, as it was read once (statements/do_block/texts).
  std::shared_ptr<struct KeptTexts> kept_texts;
  /// The rows that catalogs have, for as long as nothing changes (statements/do_block/catalog_rows).
  std::shared_ptr<struct KeptRows> kept_rows;
  /// What calling a routine does to the schema, for as long as nothing changes that it hangs on
  /// (statements/do_block/doubt/effect).
  std::shared_ptr<struct KeptEffects> kept_effects;
  /// What was executed in part since the last change of anything: doubting it again would mark the same.
  struct Doubted {
    std::size_t changes = 0;
    std::set<std::string, std::less<>> texts;
  };
  Doubted doubted;
  /// How many blocks around what runs now have a handler: of what is not there, and any.
  struct Handled {
    int missing_functions = 0, missing_relations = 0, failures = 0;
  };
  Handled handled;
  /// session_replication_role was set: which triggers fire depends on it.
  bool fires_by_role = false;

 private:
  FoundRelation look_up_in(const Symbol* schema, std::string_view name) const;
  /// Null where there is none, and where the search_path says when to look there.
  const Symbol* temporary_before_path() const;
  const Symbol* column_in_expression(const Symbol* relation, std::string_view name);
  const Symbol* relation_in_expression(std::string_view schema, std::string_view name);
  std::vector<Symbol*> callable(std::string_view schema, std::string_view name, std::size_t arguments) const;
  const Symbol* routine_called(std::string_view schema, std::string_view name, const Expression& call) const;
  const Symbol* cast_called(std::string_view schema, std::string_view name, const Expression& call) const;
  const Symbol* function_of_row(std::string_view name, const Expression& row) const;
  const Symbol* operator_meant(std::string_view schema, std::string_view name, const Expression& operation) const;
  Symbol* schema_in_part(std::string_view schema);
  std::string described(const Symbol* symbol) const;
  std::string schema_of_function(std::string_view name) const;
  bool existed_before(std::string_view schema, std::string_view name) const;
  [[noreturn]] void fail_undefined_table(std::string_view schema, std::string_view name) const;
  std::vector<Symbol*> dependents(const Symbol* symbol) const;
  void append_foreign_keys_on(const Symbol* key, std::vector<Symbol*>& found) const;
  bool releases(Symbol* dependent, const Symbol* from);
  void record_members_of_others(const Symbol* symbol);
  void take_away(const Symbol* symbol);
  void forget_operator(const Symbol* symbol);

  Draft& draft_;
  const Symbol* temporary_ = nullptr;
  std::vector<const Symbol*> until_commit_;
  Place place_;
  std::shared_ptr<const std::vector<std::string>> default_search_path_;
  std::shared_ptr<const std::vector<std::string>> search_path_;
  std::shared_ptr<const std::vector<std::string>> path_before_local_;  // null when no SET LOCAL is in force
  std::shared_ptr<const std::vector<std::string>> doubted_path_;       // what stands for one that is not known
  Text role_;
  std::optional<Text> role_before_local_;
};

/// The table whose columns a relation has: of a partition the one at the root of its tree, else itself.
const Symbol* root_of(const Draft& draft, const Symbol* relation);
/// All partitions below a relation, at any depth, those that stand higher first.
std::vector<Symbol*> partitions_below(const Draft& draft, const Symbol* relation);

/// " (created at FILE:LINE:COLUMN)", "" where the place is not known: the end of a failure's reason.
std::string created_at(const Draft& draft, const Symbol* symbol);
/// `"auth.users"`, or `"users"` where the statement did not qualify it, as PostgreSQL's messages quote it.
std::string quoted_name(std::string_view schema, std::string_view name);

}  // namespace pgplumb
