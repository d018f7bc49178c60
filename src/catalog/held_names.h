// Objects that others hold as names in their texts, and not as symbols: the functions of base types, ranges and operator classes,
// operator classes and collations of ranges, operator classes in keys.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <optional>
#include <string_view>
#include <vector>

namespace pgplumb {

/// The objects that may hold names, looked for once somebody asks.
class NameHolders {
 public:
  explicit NameHolders(const Draft& draft) : draft_(draft) {}

  /// What names the object so and is nothing without it.
  void append_dependents(const Symbol* object, std::vector<Symbol*>& found);
  /// Operator classes and families that have the function and go on without it.
  std::vector<const Symbol*> going_on_without(const Symbol* function);

 private:
  const std::vector<const Symbol*>& all();

  const Draft& draft_;
  std::optional<std::vector<const Symbol*>> all_;
};

/// The object is called otherwise from here on; `before` is the text of its symbol until now. The schema is not held.
void rename_held(Draft& draft, const Symbol* object, std::string_view before);

}  // namespace pgplumb
