// Sequences, and what a column counts by, as SQL.
#pragma once

#include <pgplumb/kinds/sequence.h>

#include <string>

namespace pgplumb {

/// What `serial` makes for a column of the type.
Sequence serial_sequence(const DataType& type);

/// ` INCREMENT BY 5 START WITH 10`: what it has beyond the usual sequence of its type, as CREATE SEQUENCE and identities take it.
std::string sequence_options(const Sequence& sequence);

/// ` AS integer INCREMENT BY 5`: what stands behind the name in CREATE SEQUENCE, but for OWNED BY.
std::string sequence_definition(const Sequence& sequence);

/// ` INCREMENT BY 5 OWNED BY NONE`: what ALTER SEQUENCE makes the one the other with.
std::string sequence_changes(const Sequence& from, const Sequence& to);

/// ` OWNED BY "t"."id"`
std::string owner_clause(MemberRef column);

}  // namespace pgplumb
