// PostgreSQL keeps all members in the family. Here a class has those that are for its type alone, which go with it, and the
// family the rest: whether ALTER OPERATOR FAMILY or CREATE OPERATOR CLASS added one is not recorded by all versions.
#include "kinds/operator_class/ddl.h"

#include "catalog/operator_members.h"
#include "kinds/named_object.h"
#include "kinds/operator_class/members.h"

namespace pgplumb {

namespace {

QualifiedName name_with_method(const List* names, const std::string& with_method) {
  return {qualified_name(names).schema, with_method};
}

std::string full_name(const List* names, const char* method) { return name_of_method(qualified_name(names).name, method); }

/// The class of the family that is for the type; null for none.
const Symbol* class_for(const Draft& draft, const Symbol* family, const DataType& type) {
  for (const Symbol* dependent : draft.dependents(family))
    if (const auto* found = draft.object<OperatorClass>(dependent); found && found->type == type) return dependent;
  return nullptr;
}

template <class Change>
void change_members(Session& session, const Symbol* symbol, const Change& change) {
  session.draft().change(symbol, [&](Draft::Item& item) {
    auto* family = std::get_if<OperatorFamily>(&item.object);
    Text& members = family ? family->members : std::get<OperatorClass>(item.object).members;
    std::set<std::string> changed = split_members(members);
    change(changed);
    members = joined_members(changed);
    item.notes.edit().written = {};
  });
  session.record(Event::Verb::altered, symbol, "members");
}

void keep_written(Session& session, const Symbol* made) {
  if (session.place().statement)
    session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
}

/// To the class for its type, or to the family.
void add_member(Session& session, const Symbol* family, const OperatorMember& member) {
  const Symbol* own = member.left == member.right ? class_for(session.draft(), family, member.left) : nullptr;
  change_members(session, own ? own : family,
                 [&](std::set<std::string>& members) { members.insert(own ? member.text : member.with_types()); });
}

/// "operator 5 (integer,integer) of operator family nums USING btree"
std::string described(const OperatorMember& member, const Symbol* family) {
  return member.with_types() + " of operator family " + family->text;
}

void drop_member(Session& session, const Symbol* family, const OperatorMember& member) {
  const Symbol* own = member.left == member.right ? class_for(session.draft(), family, member.left) : nullptr;
  if (own && is_required(*session.draft().item(own), member.text))
    fail(sqlstate::dependent_objects_still_exist,
         "cannot drop " + described(member, family) + " because operator class " + own->text + " requires it");
  const std::string begin = (own ? member.text : member.with_types()) + " ";
  std::size_t dropped = 0;
  change_members(session, own ? own : family, [&](std::set<std::string>& members) {
    dropped = std::erase_if(members, [&](const std::string& one) { return one.starts_with(begin); });
  });
  if (dropped == 0) fail(sqlstate::undefined_object, described(member, family) + " does not exist");
}

/// Without FAMILY it is the one of the class's name, which is made where it is not there.
const Symbol* family_of(Session& session, const CreateOpClassStmt* statement) {
  const List* names = statement->opfamilyname ? statement->opfamilyname : statement->opclassname;
  const std::string name = full_name(names, statement->amname);
  const std::string_view schema = qualified_name(names).schema;
  if (statement->opfamilyname) return session.resolve(Namespace::operator_family, schema, name);
  const Symbol* home = session.creation_schema(schema);
  if (const Symbol* found = session.draft().find(Namespace::operator_family, home, name)) return found;
  return session.draft().declare(Namespace::operator_family, home, name, OperatorFamily{}, session.at());
}

/// What the family has for the type by itself so far is the class's from now on.
void take_members_of_family(Session& session, const Symbol* family, const DataType& type, std::set<std::string>& own) {
  if (!session.draft().item(family)) return;
  const std::string types = " (" + display_type(type) + "," + display_type(type) + ")";
  std::set<std::string> left = split_members(session.draft().object<OperatorFamily>(family)->members);
  std::erase_if(left, [&](std::string member) {
    const auto at = member.find(types);
    if (at == std::string::npos) return false;
    own.insert(member.erase(at, types.size()));
    return true;
  });
  edit<OperatorFamily>(session, family, [&](OperatorFamily& changed) { changed.members = joined_members(left); });
}

bool is_member(const CreateOpClassItem* item) { return item->itemtype != OPCLASS_ITEM_STORAGETYPE; }

/// Of a class in a family that is not read, of one of PostgreSQL's own.
void report_members_of_family(Session& session, const OperatorMember& member, const Symbol* family) {
  session.not_compared("member of an operator family", "the family is none that is read: " + member.with_types(), -1,
                       family->text);
}

}  // namespace

bool read_create_operator_class(Session& session, const Node* node) {
  const auto* statement = as<CreateOpClassStmt>(node);
  OperatorClass made{read_bare_type(session, statement->datatype), statement->isDefault, {family_of(session, statement)}, {}, {}};
  std::set<std::string> own;
  std::vector<OperatorMember> others;
  for (const Node* one : nodes_of(statement->items)) {
    const auto* item = as<CreateOpClassItem>(one);
    if (!is_member(item)) {
      const DataType storage = read_bare_type(session, item->storedtype);
      if (!(storage == made.type)) made.storage = storage;
      continue;
    }
    OperatorMember member = read_operator_member(session, item, statement->amname, &made.type);
    if (member.is_of(made.type))
      own.insert(member.text);
    else
      others.push_back(std::move(member));
  }
  take_members_of_family(session, made.family.symbol, made.type, own);
  made.members = joined_members(own);
  const std::string name = full_name(statement->opclassname, statement->amname);
  const Symbol* family = made.family.symbol;
  const Symbol* symbol =
      declare_new(session, Namespace::operator_class, name_with_method(statement->opclassname, name), std::move(made));
  keep_written(session, symbol);
  for (const OperatorMember& member : others)
    if (session.draft().item(family))
      add_member(session, family, member);
    else
      report_members_of_family(session, member, family);
  return true;
}

bool read_create_operator_family(Session& session, const Node* node) {
  const auto* statement = as<CreateOpFamilyStmt>(node);
  const std::string name = full_name(statement->opfamilyname, statement->amname);
  const Symbol* symbol =
      declare_new(session, Namespace::operator_family, name_with_method(statement->opfamilyname, name), OperatorFamily{});
  keep_written(session, symbol);
  return true;
}

bool read_alter_operator_family(Session& session, const Node* node) {
  const auto* statement = as<AlterOpFamilyStmt>(node);
  const std::string name = full_name(statement->opfamilyname, statement->amname);
  const Symbol* family =
      find_to_alter(session, Namespace::operator_family, name_with_method(statement->opfamilyname, name), OperatorFamily::kind);
  if (!family) return true;
  for (const Node* one : nodes_of(statement->items)) {
    const auto* item = as<CreateOpClassItem>(one);
    if (!is_member(item)) fail(sqlstate::invalid_object_definition, "STORAGE cannot be specified in ALTER OPERATOR FAMILY");
    if (statement->isDrop)
      drop_member(session, family, read_dropped_member(session, item));
    else
      add_member(session, family, read_operator_member(session, item, statement->amname, nullptr));
  }
  return true;
}

}  // namespace pgplumb
