#include "kinds/operator_class/members.h"

#include <algorithm>

#include "catalog/listed.h"
#include "kinds/named_object.h"

namespace pgplumb {

namespace {

std::string numbered(const CreateOpClassItem* item) {
  return (item->itemtype == OPCLASS_ITEM_OPERATOR ? "operator " : "function ") + std::to_string(item->number);
}

std::vector<DataType> types_of(Session& session, const List* names) {
  std::vector<DataType> types;
  for (const Node* node : nodes_of(names)) types.push_back(read_bare_type(session, as<TypeName>(node)));
  return types;
}

void take_types(OperatorMember& member, const std::vector<DataType>& types) {
  if (types.empty()) return;
  member.left = types.front();
  member.right = types.back();
}

/// Those of the function's arguments that a btree's comparison and in_range are for, and a hash function (assignProcTypes in
/// commands/opclasscmds.c).
void take_types_of_function(OperatorMember& member, std::string_view method, int number, const std::vector<DataType>& arguments) {
  constexpr int comparison = 1, in_range = 3, hash = 1, extended_hash = 2;
  if (method == "btree" && number == comparison && arguments.size() == 2) take_types(member, arguments);
  if (method == "btree" && number == in_range && arguments.size() > 2) take_types(member, {arguments[0], arguments[2]});
  if (method == "hash" && (number == hash || number == extended_hash) && !arguments.empty())
    take_types(member, {arguments.front()});
}

}  // namespace

std::string OperatorMember::with_types() const {
  const auto behind_number = text.find(' ', text.find(' ') + 1);
  const std::string types = " (" + display_type(left) + "," + display_type(right) + ")";
  return text.substr(0, behind_number) + types + (behind_number == std::string::npos ? "" : text.substr(behind_number));
}

OperatorMember read_operator_member(Session& session, const CreateOpClassItem* item, std::string_view method,
                                    const DataType* type) {
  OperatorMember member;
  member.text = numbered(item) + " " + std::string(qualified_name(item->name->objname).name);
  if (type) take_types(member, {*type});
  const auto arguments = types_of(session, item->name->objargs);
  if (item->itemtype == OPCLASS_ITEM_OPERATOR)
    take_types(member, arguments);
  else
    take_types_of_function(member, method, item->number, arguments);
  take_types(member, types_of(session, item->class_args));
  if (item->order_family) member.text += " for order by " + std::string(qualified_name(item->order_family).name);
  return member;
}

OperatorMember read_dropped_member(Session& session, const CreateOpClassItem* item) {
  OperatorMember member;
  member.text = numbered(item);
  take_types(member, types_of(session, item->class_args));
  return member;
}

std::set<std::string> split_members(Text members) {
  const auto parts = listed(members.str());
  return {parts.begin(), parts.end()};
}

Text joined_members(const std::set<std::string>& members) { return as_list(members); }

}  // namespace pgplumb
