// What tools call a migration's file in their records.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <string>

namespace pgplumb {

std::string name_of(const Migration& migration);
/// "20240101000000_what.sql".
std::string file_name_of(const Migration& migration);
/// The file's name without what stands behind its last dot; of NAME/up.sql and NAME/migration.sql the folder's.
std::string stem_of(const Migration& migration);
/// As the layout read it; else the digits that the file's or folder's name begins with.
std::string version_of(const Migration& migration);
/// The same as a number: without leading zeros.
std::string number_of(const Migration& migration);

}  // namespace pgplumb
