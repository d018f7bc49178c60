// Conditions: what runs on PostgreSQL, what only where it is needed, and of what it is not known whether it runs.
#include <algorithm>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

/// Where `else` stands behind a block.
std::size_t find_else(Slice statement) {
  for (std::size_t i = 1; i < statement.size(); ++i)
    if (statement[i].is_word("else") && statement[i - 1].is_group("{")) return i;
  return statement.size();
}

/// Of a switch: `case a: case b: …`, with the labels of those that fall through to it.
struct Case {
  Slice labels, body;
  bool is_default = false;
};

std::vector<Case> cases_of(Slice block) {
  std::vector<Case> cases;
  bool is_open = false;  // its body is empty so far
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (!block[i].is_word("case") && !block[i].is_word("default")) continue;
    const std::size_t colon = i + find_sign(block.subspan(i), ":");
    if (colon >= block.size()) break;
    std::size_t end = colon + 1;
    while (end < block.size() && !block[end].is_word("case") && !block[end].is_word("default")) ++end;
    const Slice body = block.subspan(colon + 1, end - colon - 1);
    if (!is_open) cases.push_back({block.subspan(i, 0), {}, false});
    Case& current = cases.back();
    current.labels = Slice(current.labels.data(), block.data() + colon);
    current.body = body;
    current.is_default |= block[i].is_word("default");
    is_open = without_line_ends(body).empty();
    i = end - 1;
  }
  return cases;
}

}  // namespace

Condition Interpreter::condition_of(std::string_view written) {
  const auto [found, is_new] = conditions_.try_emplace(written, Condition::unknown);
  if (is_new) found->second = classify_condition(written);
  return found->second;
}

Interpreter::Flow Interpreter::run_branch(std::string_view condition, Slice body, Condition kind) {
  const Under outer = under_;
  if (kind == Condition::guard) under_.is_guarded = true;
  if (kind == Condition::unknown) under_.condition = condition;
  const Flow flow = kind == Condition::true_here ? run_block(body) : run_perhaps(body);
  under_ = outer;
  return flow;
}

Interpreter::Flow Interpreter::run_guarded(Slice body) { return run_branch({}, body, Condition::guard); }

Interpreter::Flow Interpreter::run_tried(Slice body) {
  const Under outer = under_;
  under_.is_tried = true;
  const Flow flow = run_perhaps(body);
  under_ = outer;
  return flow;
}

/// Of `if a: … elif b: … else: …` the branches. JavaScript and Go have the whole chain in one statement, Python a line for each.
std::vector<Interpreter::Branch> Interpreter::branches_of(Slice statement, Slice rest_of_block, std::size_t& taken) const {
  std::vector<Branch> branches;
  while (!statement.empty()) {
    const std::size_t end = language_.has_blocks_by_indentation ? statement.size() : find_else(statement);
    const Slice branch = statement.first(end);
    const std::size_t body = body_begin(branch, language_);
    const bool has_condition = !branch.front().is_word("else") || (branch.size() > 1 && branch[1].is_word("if"));
    branches.push_back({branch.first(body), body_of(branch, body), has_condition});
    statement = statement.subspan(end);
    if (!statement.empty()) continue;
    Slice rest = rest_of_block.subspan(taken);
    while (!rest.empty() && rest.front().is_line_end()) rest = rest.subspan(1);
    if (rest.empty() || !(rest.front().is_word("elif") || rest.front().is_word("else"))) break;
    const std::size_t length = statement_length(rest);
    taken = rest_of_block.size() - rest.size() + length;
    statement = without_line_ends(rest.first(length));
  }
  return branches;
}

Interpreter::Flow Interpreter::run_if(Slice statement, Slice rest_of_block, std::size_t& taken) {
  Flow flow = Flow::goes_on;
  bool is_decided = false;
  std::string_view unknown;  // the condition whose other side `else` is
  for (const Branch& branch : branches_of(statement, rest_of_block, taken)) {
    const std::string_view condition = branch.has_condition ? written(branch.header) : unknown;
    const Condition otherwise = unknown.empty() ? Condition::guard : Condition::unknown;
    const auto truth = branch.has_condition ? truth_of(branch.header) : std::nullopt;
    const Condition kind = truth                  ? (*truth ? Condition::true_here : Condition::false_here)
                           : branch.has_condition ? condition_of(condition)
                                                  : otherwise;
    if (kind == Condition::unknown) unknown = condition;
    if (is_decided || kind == Condition::false_here) {
      ignore(branch.body);
      continue;
    }
    if (branch.has_condition) evaluate_for_effects(branch.header.subspan(1));
    const Under outer = under_;
    if (branch.has_condition && kind == Condition::guard) require(branch.header, true);
    const Flow end = run_branch(condition, branch.body, kind);
    under_ = outer;
    is_decided = kind == Condition::true_here;
    if (is_decided || end == Flow::may_leave) flow = end;
    // What stands behind `if exists: return` is guarded by it as well.
    if (end == Flow::leaves && kind != Condition::failure) under_.is_guarded = true;
    if (end == Flow::leaves && kind == Condition::guard && branch.has_condition) require(branch.header, false);
  }
  return flow;
}

/// Of the cases for several databases, those for PostgreSQL; where none is for it, what is left over.
void Interpreter::run_switch(Slice statement) {
  const std::size_t body_at = body_begin(statement, language_);
  evaluate_for_effects(statement.subspan(1, std::max<std::size_t>(body_at, 1) - 1));
  const auto cases = cases_of(body_of(statement, body_at));
  const auto kind_of = [&](const Case& one) { return condition_of(written(one.labels)); };
  const auto any_is = [&](Condition kind) {
    return std::any_of(cases.begin(), cases.end(), [&](const Case& one) { return kind_of(one) == kind; });
  };
  const bool has_ours = any_is(Condition::true_here);
  const Condition otherwise = has_ours                        ? Condition::false_here
                              : any_is(Condition::false_here) ? Condition::true_here
                                                              : Condition::unknown;
  for (const Case& one : cases) {
    const Condition kind = kind_of(one) == Condition::true_here ? Condition::true_here
                           : one.is_default                     ? otherwise
                                                                : kind_of(one);
    if (kind != Condition::false_here) {
      run_branch(written(one.labels), one.body, kind);
      continue;
    }
    ignore(one.labels);
    ignore(one.body);
  }
}

}  // namespace pgplumb::scripts
