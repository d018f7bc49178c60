// What each source that has an object says of its fields.
#pragma once

#include <string_view>
#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// A disagreement of this group with nothing said yet.
Disagreement disagreement_of(const Group& group, const Group* owner, std::string_view field);

/// One disagreement for each field in which the sources that have the object differ.
std::vector<Disagreement> field_disagreements(const Group& group, const Group* owner, const SourceList& sources);

/// Whether two of those who speak differ.
bool has_two_clusters(const Disagreement& found);

/// Whether two sources' objects agree in all that both speak of: the sense in which definitions are "the same".
bool agree(const Entry& a, const Source& a_source, const Entry& b, const Source& b_source);

}  // namespace pgplumb
