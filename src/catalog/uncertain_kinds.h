// What a source may have of a kind under whatever name: kept among Catalog::uncertain_names.
#pragma once

#include <pgplumb/catalog/object_id.h>

#include <array>
#include <string>
#include <string_view>

namespace pgplumb {

/// Those of which absences can be uncertain by themselves.
struct KindOfNames {
  Namespace space;
  std::string_view word;
};
inline constexpr std::array kinds_of_names = {KindOfNames{Namespace::schema, "schema"},
                                              KindOfNames{Namespace::relation, "relation"},
                                              KindOfNames{Namespace::partition, "relation"},
                                              KindOfNames{Namespace::column, "column"},
                                              KindOfNames{Namespace::constraint, "constraint"},
                                              KindOfNames{Namespace::index, "index"},
                                              KindOfNames{Namespace::trigger, "trigger"},
                                              KindOfNames{Namespace::policy, "policy"},
                                              KindOfNames{Namespace::type, "type"},
                                              KindOfNames{Namespace::enum_value, "value"},
                                              KindOfNames{Namespace::sequence, "sequence"},
                                              KindOfNames{Namespace::routine, "routine"},
                                              KindOfNames{Namespace::publication, "publication"},
                                              KindOfNames{Namespace::extension, "extension"}};

/// What stands for any of the kind: as a member of a table without a name, which nothing is. "" where absences of the kind are
/// not told apart from others.
inline std::string any_name_in(Namespace space) {
  for (const KindOfNames& kind : kinds_of_names)
    if (kind.space == space) return ".any " + std::string(kind.word);
  return {};
}

/// Whether a source with these uncertain names may have anything of the kind.
template <class Names>
bool may_have_any(const Names& uncertain_names, Namespace space) {
  const std::string any = any_name_in(space);
  return !any.empty() && uncertain_names.contains(any);
}

/// Whether a statement may find what nothing read here made, of whatever kind: also what an extension has that is not known.
template <class Session>
bool may_find_others(const Session& session) {
  return session.absences_uncertain || may_have_any(session.uncertain_names, Namespace::extension);
}

}  // namespace pgplumb
