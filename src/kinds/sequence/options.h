#pragma once

#include <pgplumb/kinds/sequence.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// Applies AS, INCREMENT, MINVALUE … to a sequence as it was; what is not said becomes or stays the default (init_params in
/// commands/sequence.c). `is_new`: for CREATE.
void apply_sequence_options(Session& session, Sequence& sequence, const List* options, bool is_new);

/// What CREATE SEQUENCE makes of its type, direction and bounds where nothing else is said.
Sequence usual_sequence(const Sequence& like);

/// Bounds that were the old type's become the new one's.
void change_data_type(Sequence& sequence, Text type);

}  // namespace pgplumb
