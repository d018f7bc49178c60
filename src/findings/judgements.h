// The words that judgements of all rules share.
#pragma once

#include <string>

#include "findings/severity.h"

namespace pgplumb {

Judgement error(std::string sqlstate, std::string prisma, std::string text);
Judgement warning(std::string sqlstate, std::string prisma, std::string text);
Judgement warning(std::string text);
Judgement info();

bool has_model(const Case& one);
/// Only where the model is Prisma's, which has names of its own.
std::string prisma_code(const Case& one, std::string code);

/// "every query on CallRecord", "every statement that names call_log.recording_mode"
std::string every_use(const Case& one);

/// Only the database has it: no source given manages it.
bool only_in_database(const Case& one);
/// What migrations have and the model does not state, the next `prisma migrate dev` would drop.
Judgement unstated(const Case& one);

}  // namespace pgplumb
