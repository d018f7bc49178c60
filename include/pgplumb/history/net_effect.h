// What a migration leaves behind once all others have run, and how much of it a database has.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pgplumb {

/// One thing that a migration did and that no later one undid or did otherwise.
struct Change {
  Event::Verb verb;
  std::string_view kind;  ///< of the object
  std::string
      what;  ///< "table users", "column users.name"; the field before it where one was altered: "type of column users.name"
  Position at;
  bool is_there = false;
};

/// The net effect of one migration.
struct NetEffect {
  enum class State {
    unknown,     ///< no database was looked at
    nothing,     ///< it changes nothing that is compared
    superseded,  ///< what it did was undone or done otherwise by later ones
    there,
    partly,
    absent,
  };
  std::vector<Change> changes;  ///< what lasts, in the order of the file
  std::size_t changes_there = 0;
  std::size_t superseded = 0;  ///< what does not
  bool was_looked_for = false;

  State state() const;
  std::size_t count(bool is_there) const;
  /// Whether anything that it creates is there: running it would stop at that.
  bool has_created_anything() const;
};
std::string_view effect_name(NetEffect::State state);

/// The migrations of a catalog by the places that they hold.
class MigrationsByPlace {
 public:
  explicit MigrationsByPlace(const Catalog& migrations);
  /// Null where the place is in none of them.
  const Migration* find(const Position& at) const;

 private:
  std::unordered_map<const std::string*, std::vector<const Migration*>> by_file_;
};

/// What the database has under a name that no migration gave, by its name in the migrations; null where it is not known.
using OtherNames = std::function<const Entry*(const ObjectId&)>;

/// The net effects of all migrations, in their order. `database` may be null.
std::vector<NetEffect> measure_net_effects(const Catalog& migrations, const Catalog* database,
                                           const OtherNames& other_names = {});

}  // namespace pgplumb
