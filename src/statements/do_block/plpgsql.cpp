#include "statements/do_block/plpgsql.h"

#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <array>

#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;

/// PL/pgSQL's own statements without SQL in them that matters here.
constexpr std::array other_statements = {"null", "close", "assert"};
constexpr std::array unread_statements = {"get", "open", "fetch", "move"};
constexpr std::array ends_of_statements = {"end", "exception", "else", "elsif", "elseif", "when"};

/// Counts levels, so that no text can exhaust the stack.
class Depth {
 public:
  explicit Depth(int& depth) : depth_(depth) {
    if (++depth_ > 200) throw SyntaxError{"nested too deeply"};
  }
  ~Depth() { --depth_; }
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;

 private:
  int& depth_;
};

class Reader {
 public:
  explicit Reader(std::string_view body) : words_(cut_into_words(body)) {}

  PlStatement read_block() {
    skip_label();
    const std::size_t first = here().begin;
    PlStatement block{Kind::block, {first, first}};
    if (accept("declare")) block.statements = read_declarations();
    block.declared = block.statements.size();
    expect("begin");
    for (PlStatement& statement : read_statements()) block.statements.push_back(std::move(statement));
    if (accept("exception"))
      while (accept("when")) block.branches.push_back(read_handler());
    expect("end");
    if (!done() && here().is_name()) next();
    accept_sign(";");
    block.text.end = words_[at_ - 1].end;
    return block;
  }

 private:
  bool done() const { return at_ >= words_.size(); }
  const Word& here() const {
    if (done()) throw SyntaxError{"the block ends too early"};
    return words_[at_];
  }
  const Word* ahead(std::size_t count) const { return at_ + count < words_.size() ? &words_[at_ + count] : nullptr; }
  void next() { ++at_; }
  bool accept(std::string_view keyword) { return !done() && here().is(keyword) ? (next(), true) : false; }
  bool accept_sign(std::string_view sign) { return !done() && here().is_sign(sign) ? (next(), true) : false; }
  void expect(std::string_view keyword) {
    if (!accept(keyword)) throw SyntaxError{"expected " + std::string(keyword) + (done() ? "" : " before " + here().text)};
  }

  /// `<<name>>`
  void skip_label() {
    if (!accept_sign("<")) return;
    while (!here().is_sign(">")) next();
    while (accept_sign(">")) {
    }
  }

  /// Everything before `stop`, which is passed over: parentheses and CASE … END hold it together.
  template <class Stops>
  Stretch read_until(const Stops& stops) {
    Stretch text{here().begin, here().begin};
    int depth = 0;
    for (; depth > 0 || !stops(here()); next()) {
      if (here().is_sign("(") || here().is("case")) ++depth;
      if (here().is_sign(")") || (depth > 0 && here().is("end"))) --depth;
      text.end = here().end;
    }
    next();
    return text;
  }
  Stretch read_until_semicolon() {
    return read_until([](const Word& word) { return word.is_sign(";"); });
  }
  Stretch read_until_word(std::string_view keyword) {
    return read_until([keyword](const Word& word) { return word.is(keyword); });
  }

  /// `name type := value;` Those without a value are NULL; DECLARE may stand again before each (decl_stmt in pl_gram.y).
  std::vector<PlStatement> read_declarations() {
    std::vector<PlStatement> values;
    while (!here().is("begin")) {
      if (accept("declare")) continue;
      PlStatement value{Kind::assign, {}};
      value.targets.push_back(here().text);
      next();
      const auto is_value = [](const Word& word) { return word.is_sign(":=") || word.is_sign("=") || word.is("default"); };
      value.type = read_until([&](const Word& word) { return is_value(word) || word.is_sign(";"); });
      if (is_value(words_[at_ - 1])) value.text = read_until_semicolon();
      values.push_back(std::move(value));
    }
    return values;
  }

  std::vector<PlStatement> read_statements() {
    std::vector<PlStatement> statements;
    while (!is_one_of(here(), ends_of_statements)) statements.push_back(read_statement());
    return statements;
  }

  PlStatement::Branch read_handler() {
    std::vector<std::string> catches;
    for (std::size_t i = at_; i < words_.size() && !words_[i].is("then"); ++i)
      if (words_[i].kind != Word::Kind::sign) catches.push_back(words_[i].text);
    PlStatement::Branch handler = read_branch();
    handler.catches = std::move(catches);
    return handler;
  }

  PlStatement::Branch read_branch() {
    PlStatement::Branch branch;
    branch.condition = read_until_word("then");
    branch.statements = read_statements();
    return branch;
  }

  PlStatement read_statement() {
    const Depth depth(depth_);
    skip_label();
    const std::size_t begin = here().begin;
    PlStatement statement = read_statement_by_kind();
    statement.whole = {begin, words_[at_ - 1].end};
    return statement;
  }

  PlStatement read_statement_by_kind() {
    const Word& first = here();
    if (first.is("declare") || first.is("begin")) return read_block();
    if (first.is("if")) return read_if();
    if (first.is("case")) return read_case();
    if (first.is("loop") || first.is("while") || first.is("for") || first.is("foreach")) return read_loop();
    if (first.is("execute")) return read_execute();
    if (first.is("perform")) return next(), read_query();
    if (first.is("select") || first.is("with")) return read_query();
    if (is_assignment()) return read_assignment();
    if (first.is("commit")) return PlStatement{Kind::commit, read_until_semicolon()};
    if (first.is("rollback")) return PlStatement{Kind::rollback, read_until_semicolon()};
    if (first.is("return")) return read_return();
    if (first.is("raise")) return read_raise();
    if (first.is("exit") || first.is("continue")) return read_exit();
    return read_other();
  }

  PlStatement read_other() {
    const Word& first = here();
    const Kind kind = is_one_of(first, other_statements)    ? Kind::other
                      : is_one_of(first, unread_statements) ? Kind::unread
                                                            : Kind::sql;
    const std::size_t begin = at_;
    PlStatement statement{kind, read_until_semicolon()};
    const bool returns =
        std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(begin), words_.begin() + static_cast<std::ptrdiff_t>(at_),
                    [](const Word& word) { return word.is("returning"); });
    if (returns) statement.kind = Kind::unread;
    // Each of its arguments may be given back.
    for (std::size_t i = begin; words_[begin].is("call") && i < at_; ++i)
      if (words_[i].is_name()) statement.targets.push_back(words_[i].text);
    return statement;
  }

  PlStatement read_assignment() {
    if (ahead(1)->is_sign("[")) return read_assignment_to_element();
    PlStatement assignment{Kind::assign, {}};
    assignment.targets.push_back(read_target());
    next();
    assignment.text = read_until_semicolon();
    return assignment;
  }

  PlStatement read_assignment_to_element() {
    const auto is_sign = [](const Word& word) { return word.is_sign(":=") || word.is_sign("=") || word.is_sign(";"); };
    PlStatement assignment{Kind::unread, read_until(is_sign)};
    if (!words_[at_ - 1].is_sign(";")) assignment.rest = read_until_semicolon();
    return assignment;
  }

  PlStatement read_return() {
    const bool is_next = ahead(1) && ahead(1)->is("next"), is_query = ahead(1) && ahead(1)->is("query");
    if (!is_query || !ahead(2) || !ahead(2)->is("execute"))
      return PlStatement{is_next || is_query ? Kind::give : Kind::leave, read_until_semicolon()};
    next();
    next();
    PlStatement give = read_execute();
    give.kind = Kind::give;
    give.over = PlStatement::Over::executed;
    return give;
  }

  static bool ends_part(const Word& word) { return word.is_sign(";") || word.is("into") || word.is("using"); }

  /// `EXECUTE text INTO … USING …;`, or with INTO behind.
  PlStatement read_execute() {
    next();
    PlStatement execute{Kind::execute, read_until(ends_part)};
    while (!words_[at_ - 1].is_sign(";")) {
      const bool is_into = words_[at_ - 1].is("into");
      if (is_into) read_targets(execute);
      const Stretch list = read_until(ends_part);
      if (!is_into) execute.rest = list;
    }
    return execute;
  }

  /// `name`, `record.field`
  std::string read_target() {
    std::string target = here().text;
    next();
    if (accept_sign(".")) {
      target += "." + here().text;
      next();
    }
    return target;
  }
  void read_targets(PlStatement& statement) {
    statement.is_strict = accept("strict");
    do statement.targets.push_back(read_target());
    while (accept_sign(","));
  }

  PlStatement read_query() {
    PlStatement query{Kind::query, read_until([](const Word& word) { return word.is_sign(";") || word.is("into"); })};
    if (words_[at_ - 1].is_sign(";")) return query;
    read_targets(query);
    query.rest = read_until_semicolon();
    return query;
  }

  /// `name := …`, `name.field = …`, `name[1] := …`
  bool is_assignment() const {
    const Word* second = ahead(1);
    if (!second || !here().is_name()) return false;
    if (second->is_sign(":=") || second->is_sign("=") || second->is_sign("[")) return true;
    const Word* fourth = ahead(3);
    return second->is_sign(".") && fourth && (fourth->is_sign(":=") || fourth->is_sign("="));
  }

  PlStatement read_raise() {
    constexpr std::array lesser = {"notice", "warning", "info", "log", "debug"};
    const bool ends = !(ahead(1) && is_one_of(*ahead(1), lesser));
    return PlStatement{ends ? Kind::raise : Kind::other, read_until_semicolon()};
  }

  /// `EXIT label WHEN condition;`
  PlStatement read_exit() {
    PlStatement exit{here().is("exit") ? Kind::exit : Kind::next, {}};
    next();
    if (here().is_name() && !here().is("when")) {
      exit.rest = {here().begin, here().end};
      next();
    }
    accept("when");
    exit.text = read_until_semicolon();
    return exit;
  }

  PlStatement read_if() {
    PlStatement choice{Kind::choice, {here().begin, here().begin}};
    do {
      next();
      choice.branches.push_back(read_branch());
    } while (here().is("elsif") || here().is("elseif"));
    return finish_choice(std::move(choice), "if");
  }

  PlStatement read_case() {
    PlStatement choice{Kind::choice, {here().begin, here().begin}};
    next();
    choice.rest = {here().begin, here().begin};
    for (; !here().is("when"); next()) choice.rest.end = here().end;
    while (accept("when")) choice.branches.push_back(read_branch());
    return finish_choice(std::move(choice), "case");
  }

  PlStatement finish_choice(PlStatement choice, std::string_view keyword) {
    if (accept("else")) choice.branches.push_back({{}, read_statements()});
    expect("end");
    expect(keyword);
    choice.text.end = read_until_semicolon().end;
    return choice;
  }

  PlStatement read_loop() {
    PlStatement loop{Kind::loop, {}};
    if (here().is("while") || here().is("loop")) {
      loop.over = PlStatement::Over::condition;
      accept("while");
    } else {
      const bool is_array = here().is("foreach");
      next();
      do {
        loop.targets.push_back(here().text);
        next();
      } while (accept_sign(","));
      const bool has_slice = accept("slice");
      if (has_slice) next();
      if (accept("in")) loop.over = is_array ? PlStatement::Over::array : PlStatement::Over::rows_or_range;
      if (!is_array && accept("execute")) loop.over = PlStatement::Over::executed;
      if (accept("array") && has_slice) loop.over = PlStatement::Over::slices;
    }
    const bool is_executed = loop.over == PlStatement::Over::executed;
    loop.text = read_until([&](const Word& word) { return word.is("loop") || (is_executed && word.is("using")); });
    if (words_[at_ - 1].is("using")) loop.rest = read_until_word("loop");
    loop.statements = read_statements();
    expect("end");
    expect("loop");
    read_until_semicolon();
    return loop;
  }

  std::vector<Word> words_;
  std::size_t at_ = 0;
  int depth_ = 0;  // of statements within statements
};

}  // namespace

PlStatement read_plpgsql(std::string_view body) { return Reader(body).read_block(); }

}  // namespace pgplumb
