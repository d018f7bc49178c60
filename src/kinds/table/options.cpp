#include "kinds/table/options.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "catalog/listed.h"

namespace pgplumb {

namespace {

/// PostgreSQL keeps a value as it was written, but for what the grammar makes of it: ON and OFF are words, numbers numbers. A
/// flag is one value however it is said: in the words that options of several words, such as buffering, have as well.
std::string plain_value(std::string_view written) {
  const std::string value = lower_case(written);
  if (value == "true" || value == "yes") return "on";
  return value == "false" || value == "no" ? "off" : value;
}

std::string value_of(const Node* value) {
  if (!value) return "on";
  if (const auto number = integer_of(value)) return std::to_string(*number);
  if (const auto* decimal = as<Float>(value)) return decimal->fval;
  if (const auto* flag = as<Boolean>(value)) return flag->boolval ? "on" : "off";
  if (const auto* type = as<TypeName>(value)) return plain_value(std::string(qualified_name(type->names).name));
  return plain_value(std::string(text_of(value)));
}

std::string name_of(const DefElem* option) {
  return (option->defnamespace ? std::string(option->defnamespace) + "." : std::string()) + option->defname;
}

std::pair<std::string, std::string> at_sign(const std::string& option) {
  const auto sign = std::min(option.find('='), option.size());
  return {option.substr(0, sign), option.substr(std::min(sign + 1, option.size()))};
}

void set(Options& options, const List* changes) {
  for (const Node* node : nodes_of(changes)) options[name_of(as<DefElem>(node))] = value_of(as<DefElem>(node)->arg);
}

}  // namespace

Text joined_options(const Options& options) {
  std::string text;
  for (const auto& [name, value] : options) text += (text.empty() ? "" : ", ") + name + "=" + value;
  return text;
}

Options split_options(Text text) {
  Options options;
  for (const std::string_view one : listed(text.str())) {
    const auto sign = std::min(one.find('='), one.size());
    options[std::string(one.substr(0, sign))] = one.substr(std::min(sign + 1, one.size()));
  }
  return options;
}

Text options_text(const List* list) {
  Options options;
  set(options, list);
  // What tables could have before PostgreSQL 12 may be declined, and is kept nowhere then.
  if (const auto oids = options.find("oids"); oids != options.end() && oids->second == "off") options.erase(oids);
  return joined_options(options);
}

Text options_text(std::vector<std::string> list) {
  Options options;
  for (const std::string& one : list) options[at_sign(one).first] = plain_value(at_sign(one).second);
  return joined_options(options);
}

Text changed_options(Text before, const List* changes, bool reset) {
  Options options = split_options(before);
  if (!reset) set(options, changes);
  if (reset)
    for (const Node* node : nodes_of(changes)) options.erase(name_of(as<DefElem>(node)));
  return joined_options(options);
}

Text with_option(Text options, std::string_view name, std::string_view value) {
  Options changed = split_options(options);
  if (value.empty())
    changed.erase(std::string(name));
  else
    changed[std::string(name)] = value;
  return joined_options(changed);
}

Text view_options(const ViewStmt* statement) {
  Options options;
  set(options, statement->options);
  if (statement->withCheckOption == LOCAL_CHECK_OPTION) options["check_option"] = "local";
  if (statement->withCheckOption == CASCADED_CHECK_OPTION) options["check_option"] = "cascaded";
  return joined_options(options);
}

}  // namespace pgplumb
