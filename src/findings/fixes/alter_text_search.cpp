#include "findings/fixes/alter_text_search.h"

#include <algorithm>

#include "kinds/privileges/write.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string alter(const Case& one) { return "ALTER " + named_with_kind(target_of(one)); }

/// "accept", "stopwords" of "accept = 'false', stopwords = 'english'".
std::vector<std::string> option_names(const std::string& options) {
  std::vector<std::string> names;
  std::size_t start = 0;
  while (start < options.size()) {
    const std::size_t sign = options.find(" = '", start);
    if (sign == options.npos) break;
    names.push_back(options.substr(start, sign - start));
    std::size_t end = options.find('\'', sign + 4);
    while (end != options.npos && end + 1 < options.size() && options[end + 1] == '\'') end = options.find('\'', end + 2);
    start = end == options.npos ? options.size() : end + 3;
  }
  return names;
}

const TokenMapping* find(const std::vector<TokenMapping>& mappings, Text token) {
  const auto found =
      std::find_if(mappings.begin(), mappings.end(), [&](const TokenMapping& mapping) { return mapping.token == token; });
  return found == mappings.end() ? nullptr : &*found;
}

std::string with_dictionaries(const TokenMapping& mapping) {
  std::string names;
  for (const ObjectRef dictionary : mapping.dictionaries)
    names += (names.empty() ? "" : ", ") + quote_qualified(*dictionary.symbol);
  return " MAPPING FOR " + quote_identifier(mapping.token.str()) + " WITH " + names;
}

}  // namespace

SqlFix change_text_search_dictionary(const Case& one) {
  const auto &there = *one.as<TextSearchDictionary>(one.actuality()), &wanted = *one.as<TextSearchDictionary>(one.expectation());
  // No ALTER changes its template.
  if (!(there.template_ == wanted.template_)) return {};
  std::string options = wanted.options.str();
  const std::vector<std::string> kept = option_names(options);
  for (const std::string& name : option_names(there.options.str()))
    if (std::find(kept.begin(), kept.end(), name) == kept.end()) options += (options.empty() ? "" : ", ") + name;
  return {alter(one) + " (" + options + ")", {"safe-to-repeat"}};
}

SqlFix change_text_search_configuration(const Case& one) {
  const auto &there = *one.as<TextSearchConfiguration>(one.actuality()),
             &wanted = *one.as<TextSearchConfiguration>(one.expectation());
  if (!(there.parser == wanted.parser)) return {};
  std::string sql;
  const auto add = [&](const std::string& clause) { sql += (sql.empty() ? "" : ";\n") + alter(one) + clause; };
  for (const TokenMapping& mapping : there.mappings)
    if (!find(wanted.mappings, mapping.token)) add(" DROP MAPPING FOR " + quote_identifier(mapping.token.str()));
  for (const TokenMapping& mapping : wanted.mappings) {
    const TokenMapping* now = find(there.mappings, mapping.token);
    if (!now || !(*now == mapping)) add((now ? " ALTER" : " ADD") + with_dictionaries(mapping));
  }
  return {sql};
}

}  // namespace pgplumb
