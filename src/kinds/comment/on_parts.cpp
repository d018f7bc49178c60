#include "kinds/comment/on_parts.h"

#include <algorithm>

namespace pgplumb {

namespace {

const PartComment* find(const PartComments& comments, std::string_view part) {
  const auto found = std::find_if(comments->begin(), comments->end(), [&](const PartComment& one) { return one.part == part; });
  return found == comments->end() ? nullptr : &*found;
}

void keep_in_order(PartComments& comments) {
  std::sort(comments.edit().begin(), comments.edit().end(),
            [](const PartComment& a, const PartComment& b) { return a.part.str() < b.part.str(); });
}

template <class Part>
bool has_part(const std::vector<Part>& parts, std::string_view name) {
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
}

template <class Kind>
void comment_on(Session& session, const Symbol* type, std::string_view part, std::string_view comment) {
  edit<Kind>(session, type, [&](Kind& changed) { set_comment(changed.comments, part, comment); });
}

/// The names of a list, of which a domain's TypeName comes first.
struct NamedPart {
  std::string_view schema, type, part;
};
NamedPart part_named(const CommentStmt* statement) {
  const NodeRange names = nodes_of(as<List>(statement->object));
  if (statement->objtype == OBJECT_DOMCONSTRAINT) {
    const auto [schema, type] = qualified_name(as<TypeName>(names.front())->names);
    return {schema, type, text_of(names.back())};
  }
  const auto parts = texts_of(as<List>(statement->object));
  if (parts.size() < 2) return {};
  return {parts.size() > 2 ? parts[parts.size() - 3] : std::string_view(), parts[parts.size() - 2], parts.back()};
}

}  // namespace

void set_comment(PartComments& comments, std::string_view part, std::string_view comment) {
  if (find(comments, part)) std::erase_if(comments.edit(), [&](const PartComment& one) { return one.part == part; });
  if (comment.empty()) return;
  comments.edit().push_back({part, comment});
  keep_in_order(comments);
}

void rename_commented(PartComments& comments, std::string_view from, std::string_view to) {
  const PartComment* found = find(comments, from);
  if (!found) return;
  const Text comment = found->comment;
  set_comment(comments, from, {});
  set_comment(comments, to, comment.str());
}

bool read_comment_on_part(Session& session, const CommentStmt* statement) {
  if (statement->objtype != OBJECT_DOMCONSTRAINT && statement->objtype != OBJECT_COLUMN) return false;
  const auto [schema, name, part] = part_named(statement);
  const Symbol* type = session.find_type(schema, name);
  const auto* domain = session.draft().object<Domain>(type);
  const auto* composite = session.draft().object<CompositeType>(type);
  if (!domain && !composite) return false;
  if (domain ? !has_part(domain->checks, part) : !has_part(composite->attributes, part))
    fail(domain ? sqlstate::undefined_object : sqlstate::undefined_column, std::string(domain ? "constraint " : "column ") +
                                                                               quoted_name({}, part) + " of " +
                                                                               quoted_name(schema, name) + " does not exist");
  const std::string_view comment = view_of(statement->comment);
  domain ? comment_on<Domain>(session, type, part, comment) : comment_on<CompositeType>(session, type, part, comment);
  return true;
}

}  // namespace pgplumb
