// How much of what one migration makes is there.
#pragma once

#include <string>
#include <vector>

#include "explain/causes/evidence.h"

namespace pgplumb {

/// Tables that a migration makes and columns that it adds to others' tables, and those of them that the database lacks.
struct Effect {
  std::size_t tables = 0, columns = 0;
  std::vector<const Entry*> absent;

  std::size_t made() const { return tables + columns; }
  bool is_wholly_absent() const { return absent.size() == made(); }
};

/// The evidence has migrations and a database.
Effect measure_effect(const Evidence& evidence, const Migration& migration);

/// "9 columns", "2 tables and 1 column".
std::string describe_made(const Effect& effect);

}  // namespace pgplumb
