// What each source says of one object, and whether that is a disagreement.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// What source i says of an object it does not have: absent, silent or uncertain. `owner` is the group of the table or type of a
/// member, null for owners themselves.
State state_of_missing(const Group& group, const Group* owner, const SourceList& sources, std::size_t i);

/// What each source says of the object's presence; a disagreement when some have it and some say that it is absent.
std::optional<Disagreement> presence(const Group& group, const Group* owner, const SourceList& sources);

/// Whether two of those who speak differ.
bool has_two_clusters(const Disagreement& found);

/// How many sources spoke of it, having it or saying that it is absent.
bool spoken_of_by_several(const Group& group, const Group* owner, const SourceList& sources);

/// One disagreement for each field in which the sources that have the object differ.
std::vector<Disagreement> field_disagreements(const Group& group, const Group* owner, const SourceList& sources);

/// Whether two sources' objects agree in all that both speak of: the sense in which definitions are "the same".
bool agree(const Entry& a, const Source& a_source, const Entry& b, const Source& b_source);

/// A disagreement of this group with nothing said yet.
Disagreement disagreement_of(const Group& group, const Group* owner, std::string_view field);

}  // namespace pgplumb
