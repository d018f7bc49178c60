#include "catalog/operator_members.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "catalog/listed.h"

namespace pgplumb {

namespace {

/// Access methods that can do without the other functions, each of whose numbers have one digit (btadjustmembers,
/// gistadjustmembers …).
struct RequiredFunctions {
  std::string_view method, numbers;
};
constexpr std::array required_functions = {
    RequiredFunctions{" USING btree", "1"},      RequiredFunctions{" USING hash", "1"},
    RequiredFunctions{" USING gist", "12567"},   RequiredFunctions{" USING gin", "23"},
    RequiredFunctions{" USING spgist", "12345"},
};

using Members = std::vector<std::string_view>;

/// "function 1 cmp", "operator 1 <"; none for what is neither a class nor a family.
Members members_of(const Object& object) {
  if (const auto* own = std::get_if<OperatorClass>(&object)) return listed(own->members.str());
  const auto* family = std::get_if<OperatorFamily>(&object);
  return family ? listed(family->members.str()) : Members();
}

/// The operands as a family's member tells them, "(integer,text) "; a class has members for its own type alone.
std::string types_in_member(const Object& object, const Symbol* op) {
  if (std::holds_alternative<OperatorClass>(object)) return {};
  std::string types = op->text.substr(op->text.find('(')) + " ";
  if (const auto comma = types.find(", "); comma != types.npos) types.erase(comma + 1, 1);
  return types;
}

bool may_be_of(const Object& object, const Symbol* op) {
  const auto* own = std::get_if<OperatorClass>(&object);
  if (!own) return true;
  RoutineParameter operand;
  operand.type = own->type;
  return signature_of(name_without_signature(op->text), {operand, operand}) == op->text;
}

/// "operator 1 === for order by f", of a family "operator 1 (integer,text) ===".
bool is_operator(std::string_view member, const std::string& types, std::string_view name) {
  constexpr std::string_view word = "operator ";
  if (!member.starts_with(word)) return false;
  member.remove_prefix(member.find(' ', word.size()) + 1);
  if (!member.starts_with(types)) return false;
  member.remove_prefix(types.size());
  return member.substr(0, member.find(' ')) == name;
}

/// The entries of the operator; it may be several of a family.
Members entries_of(const Object& object, const Symbol* op) {
  Members found = may_be_of(object, op) ? members_of(object) : Members();
  const std::string types = types_in_member(object, op);
  std::erase_if(found, [&](std::string_view member) { return !is_operator(member, types, name_without_signature(op->text)); });
  return found;
}

}  // namespace

bool has_member(const Draft::Item& item, const Symbol* op) { return !entries_of(item.object, op).empty(); }

int strategy_of(const Draft::Item& item, const Symbol* op) {
  constexpr std::string_view word = "operator ";
  int strategy = 0;
  for (const std::string_view member : entries_of(item.object, op))
    std::from_chars(member.data() + word.size(), member.data() + member.size(), strategy);
  return strategy;
}

bool requires_its_operators(const Draft::Item& item) {
  constexpr std::array loose = {" USING gist", " USING gin", " USING spgist"};
  return std::holds_alternative<OperatorClass>(item.object) &&
         std::none_of(loose.begin(), loose.end(), [&](std::string_view method) { return item.symbol->text.ends_with(method); });
}

namespace {

constexpr std::string_view word = "function ";

/// "function 1 cmp", of a family "function 1 (integer,text) cmp".
bool is_function(std::string_view member, std::string_view name) {
  return member.starts_with(word) && member.substr(member.rfind(' ') + 1) == name;
}

}  // namespace

bool is_required(const Draft::Item& of, std::string_view member) {
  if (!member.starts_with(word)) return requires_its_operators(of);
  const auto method = std::find_if(required_functions.begin(), required_functions.end(),
                                   [&](const RequiredFunctions& row) { return of.symbol->text.ends_with(row.method); });
  return method == required_functions.end() ||
         (member.size() == word.size() + 1 && method->numbers.find(member.back()) != std::string_view::npos);
}

bool requires_function(const Draft::Item& of, std::string_view name) {
  const Members members = members_of(of.object);
  return std::any_of(members.begin(), members.end(), [&](std::string_view member) {
    return is_function(member, name) && is_required(of, member.substr(0, member.find(' ', word.size())));
  });
}

namespace {

template <class IsLost>
void lose(Draft& draft, const Symbol* of, const IsLost& is_lost) {
  Members members = members_of(draft.item(of)->object);
  std::erase_if(members, is_lost);
  const std::string kept = as_list(members);
  draft.change(of, [&](Draft::Item& item) {
    auto* family = std::get_if<OperatorFamily>(&item.object);
    (family ? family->members : std::get<OperatorClass>(item.object).members) = kept;
  });
}

}  // namespace

void lose_member(Draft& draft, const Symbol* of, const Symbol* op) {
  const Members lost = entries_of(draft.item(of)->object, op);
  lose(draft, of, [&](std::string_view member) { return std::find(lost.begin(), lost.end(), member) != lost.end(); });
}

void lose_function(Draft& draft, const Symbol* of, std::string_view name) {
  lose(draft, of, [&](std::string_view member) { return is_function(member, name); });
}

}  // namespace pgplumb
