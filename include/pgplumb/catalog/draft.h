// A catalog while it is being built: by replaying statements, by introspection, by mapping a model.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/catalog/extension_routine.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

class ExtensionSignatures;

/// Objects by handle: the handle is the object's Symbol. Schemas contain relations and types, these contain members.
/// Every change is recorded for undoing, so a failed statement or a ROLLBACK leaves no trace.
class Draft {
 public:
  Draft();
  ~Draft();
  Draft(Draft&&) noexcept;
  Draft& operator=(Draft&&) noexcept;

  /// What is known of one object. May be changed through change() only; what it notes as written is forgotten where the object,
  /// or what it names, is changed.
  struct Item : Declaration {
    Namespace space;
  };

  /// Declares an object, whose symbol is made here; `parent` is the schema's symbol for relations, types, routines …, the
  /// relation's or type's for members, null for what is in no schema. The name must be free in its namespace (else nullptr is
  /// returned and nothing is done).
  Symbol* declare(Namespace space, const Symbol* parent, std::string_view name, Declaration&& declaration);
  Symbol* declare(Namespace space, const Symbol* parent, std::string_view name, Object object, Position at);
  /// Null when there is none.
  Symbol* find(Namespace space, const Symbol* parent, std::string_view name) const;
  const Item* item(const Symbol* symbol) const;
  template <class Kind>
  const Kind* object(const Symbol* symbol) const {
    const Item* found = item(symbol);
    return found ? std::get_if<Kind>(&found->object) : nullptr;
  }
  /// How many objects were ever declared, and the one that was the n-th, counted from 1: null when it is gone.
  std::size_t declared_count() const;
  const Item* declared(std::size_t n) const;
  /// Calls `edit(item)` and records how to undo it.
  void change(const Symbol* symbol, const std::function<void(Item&)>& edit);
  /// False (and nothing done) where the new name is taken. Indexes and constraints included.
  bool rename(const Symbol* symbol, std::string_view name);
  /// What was written no longer makes the object: it was changed since, or what it names was.
  void forget_written(const Symbol* symbol);
  /// Moves a relation or type to another schema; false where the name is taken there.
  bool move(const Symbol* symbol, const Symbol* schema);
  /// Makes it another object under the same name, which what refers to it and its members stay with: a table that becomes a
  /// partition.
  void turn_into(const Symbol* symbol, Namespace space, Object object);
  /// Removes the object and its members. What refers to them is the caller's business: see dependents().
  void drop(const Symbol* symbol);
  /// All schemas.
  std::vector<Symbol*> schemas() const;
  /// All that is in no schema, schemas left out.
  std::vector<Symbol*> globals() const;
  /// Members in the order of declaration.
  std::vector<Symbol*> members(const Symbol* owner) const;
  std::vector<Symbol*> members(const Symbol* owner, Namespace space) const;
  /// Routines or operators of that name without its signature, of any schema.
  std::vector<Symbol*> overloads(Namespace space, std::string_view name) const;
  /// Foreign keys, indexes, uniques, keys, columns (by type or expression) of any table that refer to this object or its members,
  /// members of the object itself left out unless `symbol` is a column.
  std::vector<Symbol*> dependents(const Symbol* symbol) const;
  /// Those of all objects that refer to the symbol itself, or have done so once, some of them twice: found faster, for a caller
  /// that asks them.
  std::vector<Symbol*> referrers(const Symbol* symbol) const;
  /// The index of that name, also one that backs a key or a unique constraint; PostgreSQL keeps index names among a schema's
  /// relations.
  Symbol* find_index(const Symbol* schema, std::string_view name) const;
  /// Whether a relation or an index of this name exists in the schema.
  bool relation_name_taken(const Symbol* schema, std::string_view name) const;
  /// Whether a constraint of any of the schema's relations has this name.
  bool constraint_name_taken(const Symbol* schema, std::string_view name) const;

  /// Undo: everything since mark() is taken back by rollback(mark).
  using Mark = std::size_t;
  Mark mark() const;
  void rollback(Mark mark);
  /// Another one after each change of what is in this namespace, and after each that is taken back.
  std::size_t revision(Namespace space) const;
  /// Forgets how to undo; call where no transaction or statement is open.
  void forget_undo();

  /// Gives the object another name beside its own: what refers to that depends on the object, of which it bears the number.
  const Symbol* give_second_name(const Symbol* object, const Symbol* parent, std::string_view name);
  /// Null when there is none.
  const Symbol* find_second_name(const Symbol* parent, std::string_view name) const;
  void change_second_name(const Symbol* second, const Symbol* parent, std::string_view name);

  /// Symbols that no object bears: types of extensions, targets that are not here.
  const Symbol* phantom(std::string_view schema, std::string_view name);
  /// Of what an ALTER renames or moves though no object bears its name; null where nothing refers to it.
  const Symbol* rename_phantom(std::string_view schema, std::string_view name, std::string_view new_schema,
                               std::string_view new_name);
  /// The same of a member: an index that a partition has from above.
  const Symbol* phantom_member(const Symbol* owner, std::string_view name);

  /// The schema that the connection names and everybody looks in, besides `public`; "" for none. See KnownTypes.
  std::string connection_schema;
  /// What extensions have; empty for nothing known. Asked once, when an expression first needs it.
  AskExtensions ask_extensions;
  /// The types that names in expressions have here.
  KnownTypes types() const;

  /// Normalises expressions, orders enum values, sorts, and gives the Catalog. The draft is empty afterwards. Members of `words`
  /// (silences, problems, …) that the reader collected are set on the Catalog by the reader.
  Catalog settle();

 private:
  /// Of all that names the object.
  void forget_written_around(const Symbol* symbol);
  const ExtensionSignatures& extension_signatures() const;

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pgplumb
