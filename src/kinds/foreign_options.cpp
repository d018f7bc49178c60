#include "kinds/foreign_options.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <set>

#include "kinds/table/options.h"

namespace pgplumb {

namespace {

constexpr std::string_view hidden = "(hidden)";
constexpr std::array secrets = {"password", "passwd", "secret",     "token",       "credential",
                                "api_key",  "apikey", "access_key", "private_key", "sa_key"};

bool may_be_secret(std::string_view name) {
  const std::string lower = lower_case(name);
  return std::any_of(secrets.begin(), secrets.end(),
                     [&](std::string_view secret) { return lower.find(secret) != std::string::npos; });
}

void put(Options& options, std::string_view name, std::string_view value) {
  options[std::string(name)] = may_be_secret(name) ? hidden : value;
}

}  // namespace

Text foreign_options_text(const List* list) { return changed_foreign_options({}, list); }

Text foreign_options_text(const std::vector<std::string>& list) {
  Options options;
  for (const std::string& one : list) {
    const auto sign = std::min(one.find('='), one.size());
    put(options, one.substr(0, sign), one.substr(std::min(sign + 1, one.size())));
  }
  return joined_options(options);
}

Text changed_foreign_options(Text before, const List* changes) {
  Options options = split_options(before);
  for (const Node* node : nodes_of(changes)) {
    const auto* option = as<DefElem>(node);
    if (option->defaction == DEFELEM_DROP)
      options.erase(option->defname);
    else
      put(options, option->defname, text_of(option->arg));
  }
  return joined_options(options);
}

Text changed_option_names(Text before, const List* changes) {
  std::set<std::string> names;
  for (const auto& [name, value] : split_options(before)) names.insert(name);
  for (const Node* node : nodes_of(changes)) {
    const auto* option = as<DefElem>(node);
    if (option->defaction == DEFELEM_DROP)
      names.erase(option->defname);
    else
      names.insert(option->defname);
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool is_hidden(std::string_view value) { return value == hidden; }

bool hides_a_value(Text text) {
  const Options options = split_options(text);
  return std::any_of(options.begin(), options.end(), [](const auto& option) { return is_hidden(option.second); });
}

void report_hidden_value(Session& session, Text options, std::string_view object) {
  if (hides_a_value(options)) session.not_compared(std::string(hidden_option), std::string(why_hidden), -1, std::string(object));
}

std::string options_clause(Text text) {
  std::string sql;
  for (const auto& [name, value] : split_options(text))
    sql += (sql.empty() ? " OPTIONS (" : ", ") + quote_identifier(name) + " " + quote_literal(value);
  return sql.empty() ? sql : sql + ")";
}

}  // namespace pgplumb
