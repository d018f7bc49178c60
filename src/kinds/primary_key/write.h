// A primary key as SQL.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <string>

namespace pgplumb {

/// `CONSTRAINT "t_pkey" PRIMARY KEY ("id")`, as CREATE TABLE and ADD take it.
std::string primary_key_definition(const Entry& entry);

}  // namespace pgplumb
