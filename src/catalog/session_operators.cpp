// Which operator an operation means, as far as the types of its operands tell, and what an operator leaves behind.
#include <pgplumb/catalog/session.h>

#include <algorithm>

#include "catalog/declared.h"
#include "catalog/operator_meant.h"
#include "catalog/operator_members.h"
#include "catalog/operators.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

bool is_prefix(const Symbol* symbol) { return symbol->text.find("(NONE, ") != std::string::npos; }

/// What stands behind ANY and ALL.
const Expression* list_of(const Expression& operand) {
  const bool is_list = operand.kind == Kind::other && (operand.text == "any" || operand.text == "all");
  return is_list ? &operand.args.front() : nullptr;
}

/// None where the type of one is not known. Of ANY and ALL, a member's.
std::optional<ArgumentTypes> operand_types(const Expression& operation, const KnownTypes& types) {
  const Expression* list = list_of(operation.args.back());
  if (!list) return argument_types(pointers_to(operation.args), types);
  const bool is_query = list->kind == Kind::other && list->text == "select";
  const Expression members = is_query ? make(Kind::other, "array of query", *list) : *list;
  auto all = argument_types({&operation.args.front(), &members}, types);
  if (all && all->back()) all->back() = element_of(base_type(*all->back(), types));
  return all;
}

/// Those of PostgreSQL's own that no operator hides whose schema a search_path names before pg_catalog.
std::vector<Signature> not_hidden(const Draft& draft, std::span<const Signature> own, const std::vector<Symbol*>& made,
                                  const std::vector<std::string>& path) {
  std::vector<Signature> left(own.begin(), own.end());
  const auto at = std::find(path.begin(), path.end(), pg_catalog()->text);
  if (at == path.end()) return left;
  for (const Symbol* symbol : made) {
    const bool is_before = std::find(path.begin(), at, symbol->parent->text) != at;
    const auto signature = is_before ? signature_of_operator(draft, symbol) : std::nullopt;
    if (!signature) continue;
    std::erase_if(left, [&](const Signature& one) {
      return std::equal(one.parameters.begin(), one.parameters.end(), signature->parameters.begin(), signature->parameters.end(),
                        is_same_type);
    });
  }
  return left;
}

}  // namespace

const Symbol* operator_among(const Draft& draft, std::vector<Symbol*> candidates, std::span<const Signature> own,
                             const Expression& operation) {
  std::erase_if(candidates, [&](const Symbol* symbol) { return is_prefix(symbol) != (operation.args.size() == 1); });
  if (candidates.empty()) return nullptr;
  std::vector<Signature> made;
  std::vector<const Symbol*> bearers;
  for (const Symbol* candidate : candidates)
    if (auto signature = signature_of_operator(draft, candidate)) {
      made.push_back(std::move(*signature));
      bearers.push_back(candidate);
    }
  const KnownTypes types = draft.types();
  const auto operands = operand_types(operation, types);
  if (const Signature* found = operands ? resolve_among(made, own, *operands, types) : nullptr)
    return bearers[static_cast<std::size_t>(found - made.data())];
  return candidates.size() == 1 && own.empty() ? candidates.front() : nullptr;
}

const Symbol* Session::operator_meant(std::string_view schema, std::string_view name, const Expression& operation) const {
  std::vector<Symbol*> candidates = draft_.overloads(Namespace::operators, name);
  std::erase_if(candidates, [&](const Symbol* symbol) {
    const auto& path = search_path();
    const std::string& home = symbol->parent->text;
    return schema.empty() ? std::find(path.begin(), path.end(), home) == path.end() : home != schema;
  });
  const auto own = schema.empty() ? operators_named(name) : std::span<const Signature>();
  const std::vector<Signature> seen =
      candidates.empty() ? std::vector<Signature>() : not_hidden(draft_, own, candidates, search_path());
  return operator_among(draft_, std::move(candidates), seen, operation);
}

/// Nothing depends on it, but commutators, negators and what has it as a member name it no more.
void Session::forget_operator(const Symbol* symbol) {
  std::vector<const Symbol*> linked, having;
  for_each_declared(draft_, [&](const Draft::Item& item) {
    const auto* op = std::get_if<Operator>(&item.object);
    if (op && (op->commutator.symbol == symbol || op->negator.symbol == symbol)) linked.push_back(item.symbol);
    if (has_member(item, symbol)) having.push_back(item.symbol);
  });
  for (const Symbol* other : linked)
    draft_.change(other, [&](Draft::Item& item) {
      auto& op = std::get<Operator>(item.object);
      for (LinkedOperator* link : {&op.commutator, &op.negator})
        if (link->symbol == symbol) *link = {};
    });
  for (const Symbol* other : having) {
    lose_member(draft_, other, symbol);
    record(Event::Verb::altered, other, "members");
  }
}

}  // namespace pgplumb
