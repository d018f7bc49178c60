// XML: what PostgreSQL converts the arguments of xmlelement and its like to.
#pragma once

#include "sql/canonical/casts.h"

namespace pgplumb {

/// What xmlelement and its like give; none for any other node.
MaybeType type_of_xml(const Expression& expression);

/// Arguments that are text or XML are so without a cast; so is what XMLTABLE takes.
void rewrite_xml(Expression& expression, const Casts& casts);

}  // namespace pgplumb
