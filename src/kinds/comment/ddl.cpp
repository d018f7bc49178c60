#include "kinds/comment/ddl.h"

#include "kinds/comment/on_parts.h"
#include "kinds/named_object.h"
#include "kinds/partition/inherited.h"
#include "kinds/partition/own_columns.h"

namespace pgplumb {

namespace {

/// The comment that every database has from the start, and pg_dump may write out: as good as none.
bool is_as_from_the_start(const Draft::Item& item, std::string_view comment) {
  return item.space == Namespace::schema && item.symbol->text == std::string_view("public") &&
         comment == "standard public schema";
}

/// The server has it, or the platform, without being told.
bool is_always_there(Session& session, std::string_view extension) {
  return extension == "plpgsql" || session.extension_owned.contains(std::string(extension));
}

/// An extension brings its comment along, and pg_dump writes it out: where nothing is said it is the same.
void take_for_its_own(Draft::Item& extension) {
  auto& accepts = extension.notes.edit().accepts;
  std::erase_if(accepts, [](const Acceptance& one) { return one.field == "comment"; });
  if (!extension.notes->remarks.comment.empty()) accepts.push_back({"comment", false, {""}});
}

}  // namespace

bool read_comment(Session& session, const Node* node) {
  const auto* statement = as<CommentStmt>(node);
  if (!statement) return false;
  if (read_comment_on_part(session, statement)) return true;
  if (!namespace_of(statement->objtype)) return false;
  const NamedObject found = find_named(session, statement->objtype, statement->object);
  if (statement->objtype == OBJECT_EXTENSION && !found.symbol && is_always_there(session, found.name))
    return ++session.statements_without_effect, true;
  if (statement->objtype == OBJECT_COLUMN && session.draft().object<Partition>(found.owner)) {
    const Symbol* column = session.column_to_alter(const_cast<Symbol*>(found.owner), found.name);
    return set_comment_on_column(session, found.owner, column, view_of(statement->comment)), true;
  }
  if (!found.symbol && session.draft().object<Partition>(found.owner))
    return pass_by_partition(session, "COMMENT", found.name), true;
  if (!found.symbol && statement->objtype == OBJECT_TYPE && session.find_multirange(found.schema, found.name))
    return session.not_compared("COMMENT ON TYPE", "the type of a range type's multiranges is no object of its own", -1,
                                found.name),
           true;
  if (!found.symbol) {
    const Draft::Item* owner = session.draft().item(found.owner);
    const bool in_part = owner && (owner->stated_in_part || owner->uncertain);
    if (in_part || session.passes_over("COMMENT ON", found.schema, found.name)) return true;
    if (statement->objtype == OBJECT_INDEX && find_heir_of_index(session, found.schema, found.name).partition)
      return pass_by_partition(session, "COMMENT", found.name), true;
    if (may_have_come_along(*namespace_of(statement->objtype)))
      return session.not_compared("COMMENT ON", std::string(came_along), -1, found.name), true;
    fail(sqlstate::undefined_object, "object " + quoted_name(found.schema, found.name) + " does not exist");
  }
  session.draft().change(found.symbol, [&](Draft::Item& item) {
    const std::string_view comment = view_of(statement->comment);
    item.notes.edit().remarks.comment = is_as_from_the_start(item, comment) ? std::string_view() : comment;
    if (item.space == Namespace::extension) take_for_its_own(item);
  });
  return true;
}

}  // namespace pgplumb
