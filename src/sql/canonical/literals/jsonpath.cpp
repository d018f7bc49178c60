// Paths into JSON as jsonpath_out prints them (utils/adt/jsonpath.c, jsonpath_gram.y, jsonpath_scan.l).
#include <algorithm>
#include <charconv>
#include <vector>

#include "sql/canonical/literals/jsonpath_tokens.h"
#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

/// How tightly a part binds (operationPriority); what binds no tighter than what it stands in is put in brackets.
enum Priority { or_priority, and_priority, comparison, sum, product, sign, path };

/// A part as it is printed.
struct Part {
  std::string text;
  Priority priority = path;
  bool is_number = false;
};

std::string bracketed(const Part& part) { return part.priority == path ? part.text : "(" + part.text + ")"; }

std::string within(const Part& part, Priority around) { return part.priority <= around ? bracketed(part) : part.text; }

struct BinaryOperator {
  std::string_view word;
  Priority priority;
};
constexpr BinaryOperator operators[] = {{"||", or_priority}, {"&&", and_priority}, {"==", comparison}, {"!=", comparison},
                                        {"<=", comparison},  {">=", comparison},   {"<", comparison},  {">", comparison},
                                        {"+", sum},          {"-", sum},           {"*", product},     {"/", product},
                                        {"%", product}};

constexpr std::string_view methods[] = {"abs", "size", "type", "floor", "double", "ceiling", "keyvalue"};

constexpr int deepest_nesting = 200;

/// Thrown where the text is not understood.
struct NoPath {};

class JsonpathReader {
 public:
  explicit JsonpathReader(std::vector<JsonpathToken> tokens) : tokens_(std::move(tokens)) {}

  std::string read() {
    const bool is_strict = take_word("strict");
    if (!is_strict) take_word("lax");
    const Part whole = read_binary(or_priority);
    if (!at_end()) throw NoPath{};
    return (is_strict ? "strict " : "") + bracketed(whole);
  }

 private:
  Part read_binary(Priority least) {
    if (least == sign) return read_signed();
    const auto tighter = static_cast<Priority>(least + 1);
    Part left = read_binary(tighter);
    if (least == comparison) return read_comparison(std::move(left));
    while (const BinaryOperator* op = take_operator(least)) {
      const Part right = read_binary(tighter);
      left = {within(left, least) + " " + std::string(op->word) + " " + within(right, least), least};
    }
    return left;
  }

  Part read_comparison(Part left) {
    if (const BinaryOperator* op = take_operator(comparison)) {
      const Part right = read_binary(sum);
      return {within(left, comparison) + " " + std::string(op->word) + " " + within(right, comparison), comparison};
    }
    if (take_word("starts")) {
      if (!take_word("with")) throw NoPath{};
      return {within(left, comparison) + " starts with " + read_primary().text, comparison};
    }
    if (take_word("like_regex")) {
      const std::string pattern = quoted(take_string());
      return {within(left, comparison) + " like_regex " + pattern + take_flags(), comparison};
    }
    return left;
  }

  /// In the order in which they are printed.
  std::string take_flags() {
    if (!take_word("flag")) return {};
    const std::string given = take_string();
    std::string flags;
    for (const char flag : std::string_view("ismxq"))
      if (given.find(flag) != given.npos) flags += flag;
    return flags.empty() ? std::string() : " flag \"" + flags + "\"";
  }

  /// Numbers swallow their sign (makeItemUnary).
  Part read_signed() {
    for (const std::string_view word : {"+", "-"}) {
      if (!take(word)) continue;
      const Level level(*this);
      Part operand = read_signed();
      if (!operand.is_number) return {std::string(word) + within(operand, sign), sign};
      if (word == "-") operand.text = *number_literal(operand.text[0] == '-' ? operand.text.substr(1) : "-" + operand.text);
      return operand;
    }
    if (!take("!")) return read_path();
    const bool is_exists = is_word("exists");
    if (!is_exists && !is("(")) throw NoPath{};
    const Part condition = read_primary();
    return {"!(" + condition.text + ")", path};
  }

  Part read_path() {
    Part whole = read_primary();
    while (!at_end()) {
      std::string accessor = take_accessor();
      if (accessor.empty()) break;
      const bool needs_brackets = whole.is_number || whole.priority != path;
      whole = {(needs_brackets ? "(" + whole.text + ")" : whole.text) + accessor};
    }
    return whole;
  }

  Part read_primary() {
    const JsonpathToken token = take_any();
    if (token.kind == JsonpathToken::Kind::string) return {quoted(token.text)};
    if (token.kind == JsonpathToken::Kind::variable) return {"$" + quoted(token.text)};
    if (token.kind == JsonpathToken::Kind::number) {
      const LiteralText value = number_literal(token.text);
      if (!value) throw NoPath{};
      return {*value, path, true};
    }
    for (const std::string_view word : {"$", "@"})
      if (token.is(word)) return {std::string(word)};
    for (const std::string_view word : {"null", "true", "false", "last"})
      if (token.is_word(word)) return {std::string(word)};
    if (token.is_word("exists")) return {"exists (" + read_in_brackets().text + ")"};
    if (!token.is("(")) throw NoPath{};
    --at_;
    Part inner = read_in_brackets();
    if (!take_word("is")) return inner;
    if (!take_word("unknown")) throw NoPath{};
    return {"(" + inner.text + ") is unknown"};
  }

  Part read_in_brackets() {
    const Level level(*this);
    require("(");
    Part inner = read_binary(or_priority);
    require(")");
    return inner;
  }

  /// "" where none follows.
  std::string take_accessor() {
    if (take("?")) return "?(" + read_in_brackets().text + ")";
    if (take("[")) return take_subscripts();
    if (!take(".")) return {};
    if (take("**")) return take_levels();
    if (take("*")) return ".*";
    const JsonpathToken key = take_any();
    if (key.kind != JsonpathToken::Kind::word && key.kind != JsonpathToken::Kind::string) throw NoPath{};
    if (key.kind == JsonpathToken::Kind::string || !is("(")) return "." + quoted(key.text);
    require("(");
    const bool has_template = key.text == "datetime" && !is(")");
    const std::string argument = has_template ? quoted(take_string()) : std::string();
    require(")");
    const bool is_method =
        key.text == "datetime" || std::find(std::begin(methods), std::end(methods), key.text) != std::end(methods);
    if (!is_method) throw NoPath{};
    return "." + key.text + "(" + argument + ")";
  }

  std::string take_subscripts() {
    const Level level(*this);
    if (take("*")) {
      require("]");
      return "[*]";
    }
    std::string subscripts;
    do {
      subscripts += (subscripts.empty() ? "[" : ",") + read_binary(sum).text;
      if (take_word("to")) subscripts += " to " + read_binary(sum).text;
    } while (take(","));
    require("]");
    return subscripts + "]";
  }

  /// `**{2}`, `**{1 to last}`; from the first level on is all of them.
  std::string take_levels() {
    if (!take("{")) return ".**";
    const std::string first = take_level();
    const std::string last = take_word("to") ? take_level() : first;
    require("}");
    if (first == "0" && last == "last") return ".**";
    return ".**{" + first + (first == last ? "" : " to " + last) + "}";
  }

  std::string take_level() {
    if (take_word("last")) return "last";
    const JsonpathToken level = take_any();
    if (level.kind != JsonpathToken::Kind::number) throw NoPath{};
    return level.text;
  }

  const BinaryOperator* take_operator(Priority priority) {
    for (const BinaryOperator& op : operators)
      if (op.priority == priority && take(op.word)) return &op;
    return nullptr;
  }

  bool at_end() const { return at_ == tokens_.size(); }
  bool is(std::string_view sign) const { return !at_end() && tokens_[at_].is(sign); }
  bool is_word(std::string_view word) const { return !at_end() && tokens_[at_].is_word(word); }
  bool take(std::string_view sign) { return is(sign) && ++at_; }
  bool take_word(std::string_view word) { return is_word(word) && ++at_; }
  void require(std::string_view sign) {
    if (!take(sign)) throw NoPath{};
  }
  JsonpathToken take_any() {
    if (at_end()) throw NoPath{};
    return tokens_[at_++];
  }
  std::string take_string() {
    const JsonpathToken token = take_any();
    if (token.kind != JsonpathToken::Kind::string) throw NoPath{};
    return token.text;
  }

  /// Guards against texts that nest too deeply.
  struct Level {
    int& depth;
    explicit Level(JsonpathReader& reader) : depth(reader.depth_) {
      if (++depth > deepest_nesting) throw NoPath{};
    }
    ~Level() { --depth; }
  };

  std::vector<JsonpathToken> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

LiteralText jsonpath_literal(std::string_view text) {
  auto tokens = jsonpath_tokens(text);
  if (!tokens) return std::nullopt;
  try {
    return JsonpathReader(std::move(*tokens)).read();
  } catch (const NoPath&) {
    return std::nullopt;
  }
}

}  // namespace pgplumb
