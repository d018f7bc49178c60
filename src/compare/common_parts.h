// What types have parts of: a composite type's attributes, a domain's CHECKs. They are no objects, and their names are theirs.
#pragma once

#include <pgplumb/kinds.h>

#include <utility>
#include <vector>

namespace pgplumb {

/// The names of the parts that both have, also where one bears another name: at the same place and of the same type, or of the
/// same condition.
std::vector<std::pair<Text, Text>> common_parts(const Object& a, const Object& b);

/// What is said of the part; "" for nothing.
Text comment_on_part(const Object& object, Text part);

/// Whether the same is said of all of them.
bool have_same_comments(const Object& a, const Object& b);

}  // namespace pgplumb
