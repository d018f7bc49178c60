// Comments on what is part of a type: a domain's checks, a composite type's attributes.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

using PartComments = Seldom<std::vector<PartComment>>;

/// "" takes it away.
void set_comment(PartComments& comments, std::string_view part, std::string_view comment);
void rename_commented(PartComments& comments, std::string_view from, std::string_view to);

/// COMMENT ON CONSTRAINT … ON DOMAIN, COMMENT ON COLUMN of a composite type; false for others.
bool read_comment_on_part(Session& session, const CommentStmt* statement);

}  // namespace pgplumb
