// The passes over a schema, in the order in which they run. Each notes what is wrong and goes on.
#pragma once

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// The datasource and the generators. Throws at once where the provider is another database: the rest would only be noise.
void check_configuration(Schema& schema);
/// Attributes and arguments that do not exist, are given twice or are missing. Names the unnamed arguments.
void check_attributes(Schema& schema);
/// Models, views and enums by name; what takes a name twice.
void declare_names(Schema& schema);
/// The fields of each model and their types.
void resolve_fields(Schema& schema);
/// `@db.…` and its arguments.
void check_native_types(Schema& schema);
void check_defaults(Schema& schema);
/// Ids, uniques and indexes.
void read_keys(Schema& schema);
/// What an index method and its operator classes take.
void check_index_methods(Schema& schema);
/// Pairs relation fields, checks their arguments, and gives each foreign key its name and actions.
void pair_relations(Schema& schema);
void check_ignored(Schema& schema);
/// Tables, columns and constraints of one name in the database.
void check_database_names(Schema& schema);

}  // namespace pgplumb::prisma
