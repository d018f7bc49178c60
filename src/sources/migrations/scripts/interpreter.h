// Follows a script: see statements.h. Nothing is run, and whatever is not understood is unknown, not an error.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sources/migrations/scripts/alembic/operations.h"
#include "sources/migrations/scripts/imports.h"
#include "sources/migrations/scripts/statements.h"
#include "sources/migrations/scripts/vocabulary.h"

namespace pgplumb::scripts {

using Slice = std::span<const Token>;

/// A program and the place of its first byte.
struct ProgramText {
  std::filesystem::path path;
  std::string_view text;
  std::size_t begin = 0;
};

struct Parameter {
  std::string name;
  Slice otherwise;                    ///< its value where nothing is given for it; empty where it has none
  std::vector<Parameter> parts = {};  ///< of one that is taken apart, `({ table, column: name = 'id' })`; it has no name then
  std::string key = {};               ///< of a part: what it is called in the record
};

struct Function {
  std::vector<Parameter> parameters;
  Slice body;
  bool is_expression = false;  ///< the body is the value: `(table) => [table, 'id']`
  bool was_run = false;
};

struct Module;
class Modules;

class Interpreter {
 public:
  Interpreter(const Language& language, ProgramText program, Modules& modules)
      : language_(language), program_(std::move(program)), modules_(modules), scopes_(1) {}

  std::vector<Statement> run(const Program& program);
  /// Learns the functions and values that the program defines, for others to use.
  void load(const Program& program);

  struct Call {
    std::string_view function;
    Value receiver;
    std::string variable;  ///< what the chain that the call stands in begins with: `op`, `columns`
    bool has_receiver;
    bool is_first;  ///< of the chain: `op.execute(…)`, not what is asked of its value
    Slice written_arguments;
    std::size_t begin, end;
    Arguments arguments = {};
  };

 private:
  /// Whether what stands behind a block is reached: not behind return, continue, raise; where those stand in a `try`, only if it
  /// failed.
  enum class Flow { goes_on, leaves, may_leave };

  /// What the statements that are being read stand under.
  struct Under {
    bool is_guarded = false, is_tried = false;
    std::string condition;              ///< one that is not known here, as written
    std::vector<std::string> required;  ///< what is there, as the guards ask for it
  };

  struct Branch {
    Slice header, body;
    bool has_condition;  ///< else it is the last, `else`
  };

  // control_flow.cpp: statements, loops, assignments.
  Flow run_block(Slice block);
  Flow run_perhaps(Slice block);
  Flow run_statement(Slice statement, Slice rest_of_block, std::size_t& taken);
  Flow run_loop(Slice statement);
  Flow run_for_each(const std::vector<std::string>& names, const std::vector<Value>& values, Slice body);
  void assign(Slice targets, std::string_view sign, Slice value, bool declares);
  void assign_value(const std::string& name, Value value, bool declares);
  void add_to(const std::string& name, const Value& more, Slice written_as);
  std::size_t scope_of(const std::string& name, bool declares) const;
  void declare(Slice names);

  // branches.cpp
  Flow run_if(Slice statement, Slice rest_of_block, std::size_t& taken);
  std::vector<Branch> branches_of(Slice statement, Slice rest_of_block, std::size_t& taken) const;
  Flow run_branch(std::string_view condition, Slice body, Condition kind);
  Flow run_guarded(Slice body);
  Flow run_tried(Slice body);
  void run_switch(Slice statement);
  /// What a condition asks: told once of each, for loops come by again and again.
  Condition condition_of(std::string_view written);

  // conditions.cpp
  std::optional<bool> truth_of(Slice condition);
  std::optional<bool> truth_of_comparison(Slice condition);
  std::optional<Value> evaluate_choice(Slice expression);
  void forget_assigned(std::size_t since);
  void require(Slice guard, bool holds);
  void require_names_in(Slice tokens);
  void require_name(const Value& name);

  // functions.cpp: definitions and calls of the script's own functions.
  bool define_if_function(Slice statement);
  bool define_function_literal(const std::string& name, Slice expression);
  Value run_function_literal(Slice expression, const std::vector<Value>& arguments);
  /// Makes the functions known that the block defines, for they may be called before they are.
  void announce(Slice block);
  void define(const std::string& name, Function function);
  Value run_function(Function& function, const Arguments& arguments);
  void run_uncalled_functions();
  std::optional<Value> call_own(const Call& call);
  void bind_parameter(const Parameter& parameter, const Value& value);
  void bind_parameters(const Function& function, const Arguments& arguments);
  Value run_body(const Function& function);

  // expressions.cpp
  Value evaluate(Slice expression);
  Value evaluate_chain(Slice expression);
  Value value_of_name(std::string_view root, std::string_view name, std::size_t at) const;
  Value evaluate_primary(Slice expression, std::size_t& at);
  Value evaluate_literal(const Token& literal);
  Value evaluate_brackets(const Token& group);
  Value evaluate_items(Slice items);
  Value evaluate_mapping(const Token& group);
  Value evaluate_comprehension(Slice inner, std::size_t for_at);
  Value concatenate(const std::vector<Slice>& parts);
  Value evaluate_for_effects(Slice expression);

  // calls.cpp
  Value call(Call call);
  void evaluate_arguments(Call& call);
  std::optional<Value> call_on_collection(const Call& call);
  void add_items(const Call& call);
  Value value_of(const Call& call);
  std::optional<Value> value_of_sqlalchemy(const Call& call) const;
  void note_call(const Call& call, std::string why);
  void note_unknown_sql(const Call& call);

  // builders.cpp
  std::optional<Value> call_on_builder(const Call& call);
  void write_to(const std::string& name, const Value& more, Slice written_as);
  bool forget_builders_in(Slice tokens);
  std::optional<Value> value_of_maker(const Call& call) const;

  // imports.cpp
  struct Found {
    Interpreter* owner = nullptr;
    Function* function = nullptr;
  };
  /// Whether the statement does nothing else.
  bool note_imports(Slice statement);
  void note_python_imports(Slice statement);
  bool note_javascript_imports(Slice statement);
  void note_names(Slice names, const Import& whole);
  void note_default(Slice exported);
  bool note_export(const std::vector<std::string>& target, Slice exported);
  void bind_members(const Value& record);
  bool may_be_of_sqlalchemy(std::string_view name) const;
  Module* file_of(const Import& import);
  std::optional<Value> call_imported(const Call& call);
  bool is_of_missing_file(const Call& call);
  std::optional<Value> imported_value(std::string_view name, std::size_t at);
  Value constants() const;
  std::optional<Value> constant(const std::string& name);
  Found find_called(const Call& call);
  Found find_function(const std::string& name);
  Found find_imported(const Import& import, const std::string& name);
  Found find_member(const Import& import, const std::string& function);
  Statement placed_at(std::size_t site, Statement statement) const;
  void place_at(std::size_t site, std::vector<Run>& runs) const;
  void place_at(std::size_t site, Value& value) const;
  bool is_here(std::size_t at) const { return at >= program_.begin && at <= program_.begin + program_.text.size(); }

  // emission
  void emit(const Value& sql, std::size_t site);
  void emit(const Operation& operation, std::size_t site);
  void add(Statement statement);
  const std::string* required_beside(const Statement& statement) const;
  void ignore(Slice tokens);
  void ignore(std::size_t begin, std::size_t end) { ignored_.emplace_back(begin, end); }
  void append_leftovers(Slice tokens);
  bool is_used(const Token& literal) const;
  std::optional<std::size_t> call_that_gives(const Value& sql) const;
  bool is_ignored(std::size_t at) const;
  bool is_mentioned_again(const std::string& function) const;

  // variables
  Value* find_variable(std::string_view name);
  void bind(const std::string& name, Value value) { scopes_.back()[name] = std::move(value); }
  void bind_targets(const std::vector<std::string>& names, const Value& value);

  /// One step further down for as long as it lives.
  class Deeper {
   public:
    explicit Deeper(std::size_t& depth) : depth_(++depth) {}
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    std::size_t& depth_;
  };

  std::string_view written(Slice tokens) const;
  bool may_go_on() { return ++steps_ < most_steps; }

  static constexpr std::string_view sql_functions = "func";
  static constexpr std::size_t most_steps = 200'000;
  static constexpr std::size_t deepest = 40;

  const Language& language_;
  ProgramText program_;
  Modules& modules_;
  std::vector<std::map<std::string, Value, std::less<>>> scopes_;
  std::map<std::string, Function, std::less<>> functions_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> mentions_;  // where each word stands in the script
  std::map<std::string, Import, std::less<>> imports_;                     // by what they are called here; Python's classes, too
  std::vector<std::string> passed_on_;                                     // files all of whose names are this one's as well
  std::vector<Statement> statements_;
  std::vector<std::pair<std::size_t, std::size_t>> ignored_;
  Under under_;
  std::map<std::string_view, Condition> conditions_;  // those that were told already
  std::optional<Value> returned_;
  std::vector<std::pair<std::size_t, std::string>> assigned_;  // variables that had a value before, by their scope
  std::set<std::string, std::less<>> called_;                  // the functions that the script itself calls
  std::vector<std::pair<std::size_t, std::size_t>> calls_;     // of the script's own functions that are being followed
  bool runs_again_ = false;                                    // the function that is being run
  std::set<std::string, std::less<>> looked_for_;              // in the files that this one imports, right now
  bool is_loading_ = false;
  std::size_t steps_ = 0, depth_ = 0;
};

/// `%s`, `{}` or `{name}` replaced by the values; `open` is what a gap begins with.
Value fill_in(const Value& form, char open, const Arguments& values);

/// Whether a type of this name is written to piece by piece: strings.Builder.
bool makes_builder(std::string_view type);
Value empty_builder();

// Slices.
Slice without_line_ends(Slice tokens);
/// Cut at this sign, on the top level; line ends around the parts are left out.
std::vector<Slice> split(Slice tokens, std::string_view sign);
std::vector<std::string> words_in(Slice tokens);
std::size_t find_sign(Slice tokens, std::string_view sign);
std::size_t find_word(Slice tokens, std::string_view word);
/// The length of the statement that the block begins with, its end included.
std::size_t statement_length(Slice block);
/// The block that a statement ends with, or in JavaScript and Python what stands behind the condition on the same line.
std::size_t body_begin(Slice statement, const Language& language);
Slice body_of(Slice statement, std::size_t at);
/// async, export, const …: what stands before a statement's own first word.
bool is_modifier(const Token& token);
bool is_control_word(const Token& token);
/// def, function, func
bool introduces_function(const Token& token);
/// `async (…) => …`, `function (…) {…}`, `func(…) {…}`
bool is_function_literal(Slice expression);
/// The index of the last group that `open` begins; the size where there is none.
std::size_t find_last_group(Slice tokens, std::string_view open);

}  // namespace pgplumb::scripts
