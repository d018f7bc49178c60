#include "kinds/conversion/ddl.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "kinds/named_object.h"

namespace pgplumb {

namespace {

struct Alias {
  std::string_view alias, name;
};
/// Of pg_encname_tbl in common/encnames.c, those that are not the encoding's own name.
constexpr std::array aliases = {
    Alias{"ISO88591", "LATIN1"},  Alias{"ISO88592", "LATIN2"},   Alias{"ISO88593", "LATIN3"},  Alias{"ISO88594", "LATIN4"},
    Alias{"ISO88599", "LATIN5"},  Alias{"ISO885910", "LATIN6"},  Alias{"ISO885913", "LATIN7"}, Alias{"ISO885914", "LATIN8"},
    Alias{"ISO885915", "LATIN9"}, Alias{"ISO885916", "LATIN10"}, Alias{"UNICODE", "UTF8"},     Alias{"MSKANJI", "SJIS"},
    Alias{"SHIFTJIS", "SJIS"},    Alias{"KOI8", "KOI8R"},        Alias{"ALT", "WIN866"},       Alias{"WIN", "WIN1251"},
    Alias{"ABC", "WIN1258"},      Alias{"TCVN", "WIN1258"},      Alias{"VSCII", "WIN1258"},    Alias{"WIN936", "GBK"},
    Alias{"WIN949", "UHC"},       Alias{"WIN950", "BIG5"},       Alias{"WIN932", "SJIS"}};

/// Letters and digits alone tell encodings apart: "utf-8" is UTF8.
std::string encoding_named(std::string_view written) {
  std::string name;
  for (const char c : written)
    if (std::isalnum(static_cast<unsigned char>(c))) name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (name.starts_with("WINDOWS")) name.erase(3, 4);
  const auto alias = std::find_if(aliases.begin(), aliases.end(), [&](const Alias& row) { return row.alias == name; });
  return alias == aliases.end() ? name : std::string(alias->name);
}

}  // namespace

bool read_create_conversion(Session& session, const Node* node) {
  const auto* statement = as<CreateConversionStmt>(node);
  const auto [schema, function] = qualified_name(statement->func_name);
  declare_new(session, Namespace::conversion, qualified_name(statement->conversion_name),
              Conversion{encoding_named(statement->for_encoding_name), encoding_named(statement->to_encoding_name),
                         session.resolve_routine(schema, function), statement->def});
  return true;
}

}  // namespace pgplumb
