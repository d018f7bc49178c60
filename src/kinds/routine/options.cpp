#include "kinds/routine/options.h"

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <sstream>

#include "sql/deparse.h"

namespace pgplumb {

namespace {

bool flag_of(const DefElem* option) {
  const auto* flag = as<Boolean>(option->arg);
  return !flag || flag->boolval;
}

std::string constant_text(const Node* node) {
  const auto* constant = as<A_Const>(node);
  if (!constant || constant->isnull) return deparse(node);
  if (const auto number = integer_of(node)) return std::to_string(*number);
  if (const auto* decimal = as<Float>(&constant->val.node)) return decimal->fval;
  if (const auto* flag = as<Boolean>(&constant->val.node)) return flag->boolval ? "true" : "false";
  return std::string(text_of(&constant->val.node));
}

void read_volatility(Session&, Routine& routine, const DefElem* option) {
  const std::string_view word = text_of(option->arg);
  routine.volatility = word == "immutable" ? Volatility::immutable
                       : word == "stable"  ? Volatility::stable
                                           : Volatility::volatile_;
}
void read_parallel(Session&, Routine& routine, const DefElem* option) {
  const std::string_view word = text_of(option->arg);
  routine.parallel = word == "safe" ? Parallel::safe : word == "restricted" ? Parallel::restricted : Parallel::unsafe;
}

/// `as`: the source; of C functions a file and a symbol.
void read_body(Session&, Routine& routine, const DefElem* option) {
  std::string text;
  for (const Node* part : nodes_of(as<List>(option->arg))) text += (text.empty() ? "" : ", ") + std::string(text_of(part));
  routine.body = text;
}

/// As pg_get_functiondef() prints the reals that pg_proc.procost and prorows are.
std::string real_text(const Node* number) {
  const auto* decimal = as<Float>(number);
  const auto whole = integer_of(number);
  return decimal ? fmt::format("{:g}", std::strtof(decimal->fval, nullptr))
         : whole ? fmt::format("{:g}", static_cast<float>(*whole))
                 : std::string();
}

// COST and ROWS: "cost 10 rows 5", each where it is not what PostgreSQL takes for granted (interpret_function_parameter_list and
// CreateFunction in commands/functioncmds.c).
void read_number(Routine& routine, const DefElem* option, const std::string& usual) {
  const std::string name = option->defname;
  const std::string value = real_text(option->arg);
  std::map<std::string, std::string> known;
  std::istringstream words(routine.cost.str());
  for (std::string word, number; words >> word >> number;) known[word] = number;
  known.erase(name);
  if (value != usual) known[name] = value;
  std::string text;
  for (const auto& [word, number] : known) text += (text.empty() ? "" : " ") + word + " " + number;
  routine.cost = text;
}
void read_cost(Session&, Routine& routine, const DefElem* option) {
  const bool is_native = routine.language == Text("c") || routine.language == Text("internal");
  read_number(routine, option, is_native ? "1" : "100");
}
void read_rows(Session&, Routine& routine, const DefElem* option) {
  read_number(routine, option, routine.returns.is_set ? "1000" : "0");
}

/// Settings whose value is a list of names, each quoted by itself (GUC_LIST_QUOTE in utils/misc/guc.c); others are one text.
bool is_list_of_names(std::string_view setting) {
  constexpr std::array lists = {"search_path", "temp_tablespaces", "local_preload_libraries", "session_preload_libraries"};
  return std::find(lists.begin(), lists.end(), setting) != lists.end();
}

std::string setting_value(std::string_view setting, const List* values) {
  std::string text;
  for (const Node* value : nodes_of(values)) {
    const std::string one = constant_text(value);
    text += (text.empty() ? "" : ", ") + (is_list_of_names(setting) ? quote_literal(one) : one);
  }
  return is_list_of_names(setting) ? text : quote_literal(text);
}

/// What FROM CURRENT keeps: a path that nothing has set is PostgreSQL's own, or names only the schema that the connection names.
std::string current_value(const Session& session, std::string_view setting) {
  if (setting != "search_path") return "CURRENT";
  std::vector<std::string> path = session.search_path();
  if (!session.search_path_is_set() && !path.empty())
    path = path.front() == "public" ? std::vector<std::string>{"$user", "public"} : std::vector{path.front()};
  std::string text;
  for (const std::string& schema : path) text += (text.empty() ? "" : ", ") + quote_literal(schema);
  return text;
}

// SET clauses, one a line, by name: the server knows some by another case, "TimeZone".
void read_setting(Session& session, Routine& routine, const DefElem* option) {
  const auto* set = as<VariableSetStmt>(option->arg);
  if (set->kind == VAR_RESET_ALL) {
    routine.settings = {};
    return;
  }
  const std::string setting = lower_case(view_of(set->name));
  const std::string name = "SET " + setting + " TO ";
  std::map<std::string, std::string> known;
  std::istringstream lines(routine.settings.str());
  for (std::string line; std::getline(lines, line);) known[line.substr(0, line.find(" TO ") + 4)] = line;
  known.erase(name);
  if (set->kind == VAR_SET_VALUE) known[name] = name + setting_value(setting, set->args);
  if (set->kind == VAR_SET_CURRENT) known[name] = name + current_value(session, setting);
  std::string text;
  for (const auto& [key, line] : known) text += (text.empty() ? "" : "\n") + line;
  routine.settings = text;
}

void read_support(Session& session, Routine& routine, const DefElem* option) {
  const auto [schema, name] = qualified_name(as<List>(option->arg));
  set_function(routine, "support", session.resolve_routine(schema, name));
}

void read_transforms(Session& session, Routine& routine, const DefElem* option) {
  std::string text;
  for (const Node* type : nodes_of(as<List>(option->arg)))
    text += (text.empty() ? "FOR TYPE " : ", FOR TYPE ") + display_type(read_column_type(session, as<TypeName>(type)));
  routine.transforms = text;
}

struct Option {
  std::string_view name;
  void (*read)(Session&, Routine&, const DefElem*);
};
constexpr std::array options = {
    Option{"as", read_body},
    Option{"language", [](Session&, Routine& routine, const DefElem* option) { routine.language = text_of(option->arg); }},
    Option{"volatility", read_volatility},
    Option{"strict", [](Session&, Routine& routine, const DefElem* option) { routine.strict = flag_of(option); }},
    Option{"security", [](Session&, Routine& routine, const DefElem* option) { routine.security_definer = flag_of(option); }},
    Option{"leakproof", [](Session&, Routine& routine, const DefElem* option) { routine.leakproof = flag_of(option); }},
    Option{"parallel", read_parallel},
    Option{"set", read_setting},
    Option{"cost", read_cost},
    Option{"rows", read_rows},
    Option{"support", read_support},
    Option{"transform", read_transforms},
    Option{"window", [](Session&, Routine& routine, const DefElem*) { routine.routine_kind = RoutineKind::window; }},
};

}  // namespace

void set_function(Routine& routine, std::string_view option, RoutineRef function) {
  auto& functions = routine.functions.edit();
  std::erase_if(functions, [&](const HelperFunction& one) { return one.option == option; });
  const auto behind =
      std::find_if(functions.begin(), functions.end(), [&](const HelperFunction& one) { return one.option.str() > option; });
  functions.insert(behind, {option, function});
}

RoutineRef function_of(const Routine& routine, std::string_view option) {
  const auto found = std::find_if(routine.functions->begin(), routine.functions->end(),
                                  [&](const HelperFunction& one) { return one.option == option; });
  return found == routine.functions->end() ? RoutineRef{} : found->function;
}

void apply_routine_option(Session& session, Routine& routine, const DefElem* given) {
  for (const Option& option : options)
    if (option.name == view_of(given->defname)) return option.read(session, routine, given);
  session.not_compared(std::string(view_of(given->defname)), "this option of functions is not compared", given->location);
}

}  // namespace pgplumb
