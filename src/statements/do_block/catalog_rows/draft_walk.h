// Going through a draft for the rows of the catalogs.
#pragma once

#include <pgplumb/catalog/session.h>

#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// How a boolean reads in a row.
inline Value flag(bool value) { return Value::of(value); }

/// Calls `visit(schema, object)` for everything directly in a schema, in the namespace.
template <class Visit>
void for_each_object(Session& session, Namespace space, const Visit& visit) {
  for (const Symbol* schema : session.draft().schemas())
    for (const Symbol* object : session.draft().members(schema, space)) visit(schema, object);
}

/// Calls `visit(owner, member)` for the members of all relations, or of all types.
template <class Visit>
void for_each_member(Session& session, Namespace owners, const Visit& visit) {
  for_each_object(session, owners, [&](const Symbol*, const Symbol* owner) {
    for (const Symbol* member : session.draft().members(owner)) visit(owner, member);
  });
}

/// The same for the members of a kind of all tables, views and partitions: `visit(relation, member, object)`.
template <class Kind, class Visit>
void for_each_member_of_kind(Session& session, const Visit& visit) {
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    for_each_member(session, space, [&](const Symbol* relation, const Symbol* member) {
      if (const auto* object = session.draft().object<Kind>(member)) visit(relation, member, *object);
    });
}

/// Calls `visit(symbol, object)` for everything of a kind that is in no schema.
template <class Kind, class Visit>
void for_each_global_of_kind(Session& session, const Visit& visit) {
  for (const Symbol* symbol : session.draft().globals())
    if (const auto* object = session.draft().object<Kind>(symbol)) visit(symbol, *object);
}

}  // namespace pgplumb
