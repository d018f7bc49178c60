// What may be said of a key besides its fields: order, operator class, method.
#pragma once

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// The options behind a field, as in `createdAt(sort: Desc)`.
void read_key_options(Schema& schema, const Key& key, KeyField& field, const Value& element);

/// Whether the order is Desc; `value` may be null.
bool read_sort(Schema& schema, const Value* value, Key::Form form);

/// `type: Gin`
void read_index_method(Schema& schema, Key& key);

/// Notes arguments that other databases have.
void refuse_foreign_arguments(Schema& schema, const Attribute& attribute);

}  // namespace pgplumb::prisma
