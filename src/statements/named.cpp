#include "statements/named.h"

#include <algorithm>
#include <array>

#include "statements/words.h"

namespace pgplumb {

namespace {

void mark(Session& session, const RangeVar* relation) {
  if (!relation) return;
  const auto [schema, name] = qualified_name(relation);
  session.make_uncertain(schema, name);
}
void mark(Session& session, const List* names) {
  const auto [schema, name] = qualified_name(names);
  session.make_uncertain(schema, name);
}

/// A column, constraint or index of a table; the table itself where it is not there or no member is named.
void mark_member(Session& session, const RangeVar* relation, std::string_view member) {
  const auto [schema, name] = qualified_name(relation);
  const Symbol* table = session.find_relation(schema, name);
  if (!table || member.empty()) return session.make_uncertain(schema, name);
  session.uncertain_names.insert(std::string(name) + "." + std::string(member));
  for (const Namespace space : {Namespace::column, Namespace::constraint})
    session.make_uncertain(session.draft().find(space, table, member));
}

std::string_view member_of(const AlterTableCmd* command) {
  if (const auto* column = as<ColumnDef>(command->def); column && column->colname) return column->colname;
  if (const auto* constraint = as<Constraint>(command->def); constraint && constraint->conname) return constraint->conname;
  return view_of(command->name);
}

void mark(Session& session, const AlterTableStmt* statement) {
  for (const Node* node : nodes_of(statement->cmds))
    mark_member(session, statement->relation, member_of(as<AlterTableCmd>(node)));
}

void mark(Session& session, const IndexStmt* statement) {
  if (statement->idxname) session.make_uncertain(view_of(statement->relation->schemaname), statement->idxname);
  const auto [schema, name] = qualified_name(statement->relation);
  if (!statement->idxname || !session.find_relation(schema, name)) mark(session, statement->relation);
}

void mark(Session& session, const RenameStmt* statement) {
  if (statement->subname && statement->relation) {
    mark_member(session, statement->relation, statement->subname);
    return mark_member(session, statement->relation, view_of(statement->newname));
  }
  mark(session, statement->relation);
  session.make_uncertain({}, view_of(statement->newname));
  if (const auto* type = as<TypeName>(statement->object)) mark(session, type->names);
  if (statement->object && statement->object->type == T_List) mark(session, reinterpret_cast<const List*>(statement->object));
}

void mark(Session& session, const DropStmt* statement) {
  for (const Node* object : nodes_of(statement->objects)) {
    if (const auto* type = as<TypeName>(object))
      mark(session, type->names);
    else if (object->type == T_List)
      mark(session, reinterpret_cast<const List*>(object));
    else
      session.make_uncertain({}, text_of(object));
  }
}

/// The words behind which the name of an object stands.
constexpr std::array before_names = {"table", "index", "type", "view", "on", "schema", "exists", "only", "concurrently"};
constexpr std::array no_names = {"if", "not", "exists", "only", "concurrently", "as", "delete", "update", "conflict"};
constexpr std::array changing = {"create", "alter", "drop"};

template <class List>
bool is_one_of(const Word& word, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view keyword) { return word.is(keyword); });
}

/// Of a table, what of its own the words name.
void mark_members(Session& session, const Symbol* table, const std::vector<Word>& words) {
  for (const Word& word : words)
    for (const Namespace space : {Namespace::column, Namespace::constraint, Namespace::index})
      if (const Symbol* member = session.draft().find(space, table, word.text)) session.make_uncertain(member);
}

}  // namespace

void make_named_uncertain(Session& session, const Node* node) {
  if (const auto* create = as<CreateStmt>(node)) mark(session, create->relation);
  if (const auto* create = as<CreateTableAsStmt>(node)) mark(session, create->into->rel);
  if (const auto* create = as<ViewStmt>(node)) mark(session, create->view);
  if (const auto* create = as<CreateEnumStmt>(node)) mark(session, create->typeName);
  if (const auto* create = as<CreateSchemaStmt>(node)) session.make_uncertain({}, view_of(create->schemaname));
  if (const auto* create = as<CreateSeqStmt>(node)) mark(session, create->sequence);
  if (const auto* create = as<CreateDomainStmt>(node)) mark(session, create->domainname);
  if (const auto* alter = as<AlterEnumStmt>(node)) mark(session, alter->typeName);
  if (const auto* alter = as<AlterObjectSchemaStmt>(node)) mark(session, alter->relation);
  if (const auto* alter = as<AlterTableStmt>(node)) mark(session, alter);
  if (const auto* index = as<IndexStmt>(node)) mark(session, index);
  if (const auto* rename = as<RenameStmt>(node)) mark(session, rename);
  if (const auto* drop = as<DropStmt>(node)) mark(session, drop);
  // Its statements are undone with it.
  if (const auto* block = as<DoStmt>(node))
    for (const Node* option : nodes_of(block->args))
      if (as<DefElem>(option)->arg) make_named_uncertain(session, text_of(as<DefElem>(option)->arg));
}

void make_named_uncertain(Session& session, std::string_view text) {
  const auto words = cut_into_words(text);
  bool found = false;
  if (std::none_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(word, changing); })) return;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_one_of(words[i - 1], before_names) || !words[i].is_name() || is_one_of(words[i], no_names)) continue;
    const bool qualified = i + 2 < words.size() && words[i + 1].is_sign(".") && words[i + 2].is_name();
    const std::string schema = qualified ? words[i].text : std::string(), &name = words[qualified ? i + 2 : i].text;
    session.make_uncertain(schema, name);
    if (const Symbol* table = session.find_relation(schema, name)) mark_members(session, table, words);
    found = true;
  }
  // A misspelled keyword: what stands before the first parenthesis is the likeliest name.
  const auto parenthesis = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is_sign("("); });
  if (!found && parenthesis != words.begin() && parenthesis != words.end() && (parenthesis - 1)->is_name())
    session.make_uncertain({}, (parenthesis - 1)->text);
}

}  // namespace pgplumb
