// Follows a script: see statements.h. Nothing is run, and whatever is not understood is unknown, not an error.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sources/migrations/scripts/alembic/operations.h"
#include "sources/migrations/scripts/statements.h"
#include "sources/migrations/scripts/vocabulary.h"

namespace pgplumb::scripts {

using Slice = std::span<const Token>;

class Interpreter {
 public:
  Interpreter(const Language& language, std::string_view text) : language_(language), text_(text), scopes_(1) {}

  std::vector<Statement> run(const Program& program);

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

  struct Function {
    std::vector<std::string> parameters;
    const Tokens* body = nullptr;
    bool was_run = false;
  };

  /// What the statements that are being read stand under.
  struct Under {
    bool is_guarded = false, is_tried = false;
    std::string condition;  ///< one that is not known here, as written
  };

  struct Branch {
    Slice header, body;
    bool has_condition;  ///< else it is the last, `else`
  };

  // control_flow.cpp: statements, loops, assignments.
  Flow run_block(Slice block);
  Flow run_statement(Slice statement, Slice rest_of_block, std::size_t& taken);
  Flow run_loop(Slice statement);
  Flow run_for_each(const std::vector<std::string>& names, const std::vector<Value>& values, Slice body);
  void assign(Slice targets, std::string_view sign, Slice value);

  // branches.cpp
  Flow run_if(Slice statement, Slice rest_of_block, std::size_t& taken);
  std::vector<Branch> branches_of(Slice statement, Slice rest_of_block, std::size_t& taken) const;
  Flow run_branch(std::string_view condition, Slice body, Condition kind);
  Flow run_guarded(Slice body);
  Flow run_tried(Slice body);
  void run_switch(Slice statement);
  /// What a condition asks: told once of each, for loops come by again and again.
  Condition condition_of(std::string_view written);

  // functions.cpp: definitions and calls of the script's own functions.
  bool is_function_literal(Slice expression) const;
  bool define_if_function(Slice statement);
  bool define_function_literal(const std::string& name, Slice expression);
  /// Makes the functions known that the block defines, for they may be called before they are.
  void announce(Slice block);
  void define(const std::string& name, Slice parameters, const Tokens& body);
  Value run_function(Function& function, const Arguments& arguments);
  void run_uncalled_functions();
  std::optional<Value> call_own(const Call& call);
  void bind_parameters(const Function& function, const Arguments& arguments);
  Value run_function_literal(Slice expression, const std::vector<Value>& arguments);
  std::vector<std::string> parameters_in(Slice list) const;

  // expressions.cpp
  Value evaluate(Slice expression);
  Value evaluate_chain(Slice expression);
  Value value_of_name(std::string_view root, std::string_view name, std::size_t at) const;
  Value evaluate_primary(Slice expression, std::size_t& at);
  Value evaluate_literal(const Token& literal);
  Value evaluate_brackets(const Token& group);
  Value evaluate_mapping(const Token& group);
  Value evaluate_comprehension(Slice inner, std::size_t for_at);
  Value concatenate(const std::vector<Slice>& parts);
  Value evaluate_for_effects(Slice expression);

  // calls.cpp
  Value call(Call call);
  void evaluate_arguments(Call& call);
  std::optional<Value> call_on_collection(const Call& call);
  Value value_of(const Call& call);
  std::optional<Value> value_of_sqlalchemy(const Call& call) const;
  void note_schema_call(const Call& call);

  // imports.cpp
  void note_imports(Slice statement);
  bool may_be_of_sqlalchemy(std::string_view name) const;

  // emission
  void emit(const Value& sql, std::size_t site);
  void emit(const Operation& operation, std::size_t site);
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

  std::string_view written(Slice tokens) const;
  bool may_go_on() { return ++steps_ < most_steps; }

  static constexpr std::string_view sql_functions = "func";
  static constexpr std::size_t most_steps = 200'000;
  static constexpr std::size_t deepest = 24;

  const Language& language_;
  std::string_view text_;
  std::vector<std::map<std::string, Value, std::less<>>> scopes_;
  std::map<std::string, Function, std::less<>> functions_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> mentions_;  // where each word stands in the script
  std::map<std::string, std::string, std::less<>> origins_;                // of what Python imports, and of its classes
  std::vector<Statement> statements_;
  std::vector<std::pair<std::size_t, std::size_t>> ignored_;
  Under under_;
  std::map<std::string_view, Condition> conditions_;  // those that were told already
  std::optional<Value> returned_;
  std::set<std::string, std::less<>> called_;               // the functions that the script itself calls
  std::vector<std::pair<std::size_t, std::size_t>> calls_;  // of the script's own functions that are being followed
  bool runs_again_ = false;                                 // the function that is being run
  std::size_t steps_ = 0, depth_ = 0;
};

/// `%s`, `{}` or `{name}` replaced by the values; `open` is what a gap begins with.
Value fill_in(const Value& form, char open, const Arguments& values);

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
/// The index of the last group that `open` begins; the size where there is none.
std::size_t find_last_group(Slice tokens, std::string_view open);

}  // namespace pgplumb::scripts
