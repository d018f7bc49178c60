#include "statements/named.h"

#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "kinds/named_object.h"
#include "kinds/owner/ddl.h"
#include "kinds/user_mapping/ddl.h"
#include "statements/catalog_changes.h"
#include "statements/do_block/name_in_part.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

bool has_no_members_or_columns(Namespace space) { return space == Namespace::schema || space >= Namespace::sequence; }

/// Whatever bears the name that is no relation, type or member: a routine of any signature, an extension …
void mark_others(Session& session, std::string_view name) {
  if (name.empty()) return;
  session.uncertain_names.emplace(name);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (has_no_members_or_columns(item.space) && name_without_signature(item.symbol->text) == name)
      session.make_uncertain(item.symbol);
  });
}

void mark(Session& session, const RangeVar* relation) {
  if (!relation) return;
  const auto [schema, name] = qualified_name(relation);
  session.make_uncertain(schema, name);
}
void mark(Session& session, const List* names) {
  const auto [schema, name] = qualified_name(names);
  session.make_uncertain(schema, name);
}

/// What a table has under this name; the table itself where it is not there or no member is named.
void mark_member(Session& session, QualifiedName relation, std::string_view member) {
  const Symbol* found = session.look_up(relation.schema, relation.name).symbol;
  if (!found || member.empty()) return session.make_uncertain(relation.schema, relation.name);
  session.uncertain_names.insert(std::string(relation.name) + "." + std::string(member));
  for (const Symbol* own : session.draft().members(root_of(session.draft(), found)))
    if (own->text == member) session.make_uncertain(own);
}
void mark_member(Session& session, const RangeVar* relation, std::string_view member) {
  mark_member(session, qualified_name(relation), member);
}

/// `schema.table.member`, `table.member`
void mark_member(Session& session, const List* names) {
  const auto parts = texts_of(names);
  const std::size_t count = parts.size();
  if (count < 2) return;
  mark_member(session, {count > 2 ? parts[count - 3] : std::string_view(), parts[count - 2]}, parts[count - 1]);
}

std::string_view member_of(const AlterTableCmd* command) {
  if (const auto* column = as<ColumnDef>(command->def); column && column->colname) return column->colname;
  if (const auto* constraint = as<Constraint>(command->def); constraint && constraint->conname) return constraint->conname;
  return view_of(command->name);
}

/// GENERATED … AS IDENTITY (SEQUENCE NAME …)
void mark_sequence(Session& session, const Constraint* identity) {
  if (!identity || identity->contype != CONSTR_IDENTITY) return;
  for (const Node* node : nodes_of(identity->options))
    if (const auto* option = as<DefElem>(node); option && view_of(option->defname) == "sequence_name")
      mark(session, reinterpret_cast<const List*>(option->arg));
}

void mark_sequences(Session& session, const Node* definition) {
  mark_sequence(session, as<Constraint>(definition));
  if (const auto* column = as<ColumnDef>(definition))
    for (const Node* constraint : nodes_of(column->constraints)) mark_sequence(session, as<Constraint>(constraint));
}

void mark(Session& session, const AlterTableStmt* statement) {
  for (const Node* node : nodes_of(statement->cmds)) {
    mark_member(session, statement->relation, member_of(as<AlterTableCmd>(node)));
    mark_sequences(session, as<AlterTableCmd>(node)->def);
  }
}

void mark(Session& session, const IndexStmt* statement) {
  if (statement->idxname) session.make_uncertain(view_of(statement->relation->schemaname), statement->idxname);
  const auto [schema, name] = qualified_name(statement->relation);
  if (!statement->idxname || !session.find_relation(schema, name)) mark(session, statement->relation);
}

/// As DROP, COMMENT and the like name it.
void mark(Session& session, ObjectType type, const Node* object) {
  const auto space = namespace_of(type);
  if (const auto* with_args = as<ObjectWithArgs>(object)) return mark_others(session, qualified_name(with_args->objname).name);
  if (const auto* named_type = as<TypeName>(object)) return mark(session, named_type->names);
  if (object->type != T_List) return mark_others(session, text_of(object));
  const auto* names = reinterpret_cast<const List*>(object);
  if (space && is_member(*space) && *space != Namespace::index) return mark_member(session, names);
  mark(session, names);
  if (space && has_no_members_or_columns(*space)) mark_others(session, qualified_name(names).name);
}

void mark(Session& session, const RenameStmt* statement) {
  const std::string_view new_name = view_of(statement->newname);
  if (statement->subname && statement->relation) {
    mark_member(session, statement->relation, statement->subname);
    return mark_member(session, statement->relation, new_name);
  }
  mark(session, statement->relation);
  session.make_uncertain({}, new_name);
  if (statement->object) mark(session, statement->renameType, statement->object);
}

void mark(Session& session, const DropStmt* statement) {
  for (const Node* object : nodes_of(statement->objects)) mark(session, statement->removeType, object);
}

/// The words behind which the name of an object stands.
constexpr std::array before_names = {"table",     "index",        "type",        "view",       "on",      "schema",
                                     "exists",    "only",         "function",    "procedure",  "routine", "domain",
                                     "aggregate", "concurrently", "sequence",    "statistics", "trigger", "policy",
                                     "rule",      "extension",    "publication", "collation"};
constexpr std::array no_names = {"if", "not", "exists", "only", "on", "concurrently", "as", "delete", "update", "conflict"};
constexpr std::array changing = {"create", "alter", "drop"};

/// Those behind which ALTER TABLE names what the table has.
constexpr std::array before_members = {"add", "alter", "drop", "rename", "validate", "column", "constraint", "exists", "to"};
constexpr std::array no_members = {"column", "constraint", "if",     "exists",  "not",  "set",
                                   "table",  "primary",    "unique", "foreign", "check"};

bool holds_word(const std::vector<Word>& words, std::string_view name) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is_name() && word.text == name; });
}

bool is_known_name(const Word& word) {
  const bool holds_unknown =
      word.kind == Word::Kind::quoted && word.text.find(" " + std::string(unknown_text) + " ") != std::string::npos;
  return word.is_name() && !word.text.empty() && !word.is(unknown_text) && !holds_unknown;
}

struct KindWord {
  std::string_view word;
  Namespace space;
  bool is_named_with_table;  ///< DROP POLICY … ON, ALTER TABLE … DROP CONSTRAINT
};
/// Tables are left out: nothing would be left to compare.
constexpr std::array kind_words = {
    KindWord{"column", Namespace::column, true},     KindWord{"constraint", Namespace::constraint, true},
    KindWord{"policy", Namespace::policy, true},     KindWord{"trigger", Namespace::trigger, true},
    KindWord{"rule", Namespace::rule, true},         KindWord{"index", Namespace::index, false},
    KindWord{"function", Namespace::routine, false}, KindWord{"procedure", Namespace::routine, false}};
constexpr std::array behind_names = {"on", "cascade", "restrict", "to", "type", "set"};
constexpr std::array changing_by_name = {"drop", "alter", "rename", "validate"};

/// DROP CONSTRAINT of a name that is put in at run time: it may be any that the table has, or any at all. Null where the name is
/// known.
const KindWord* kind_of_unknown(const std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto kind =
        std::find_if(kind_words.begin(), kind_words.end(), [&](const KindWord& row) { return words[i].is(row.word); });
    if (kind == kind_words.end() || !is_one_of(words[i - 1], changing_by_name)) continue;
    std::size_t name = i + 1;
    while (name < words.size() && is_one_of(words[name], no_names)) ++name;
    if (name >= words.size() || !is_known_name(words[name]) || is_one_of(words[name], behind_names)) return &*kind;
  }
  return nullptr;
}

/// What a table has may go or change, as far as it is named; all of it where the text is put together at run time.
void mark_members(Session& session, const Symbol* table, const std::vector<Word>& words, bool is_whole) {
  const KindWord* any_of = kind_of_unknown(words);
  for (const Symbol* member : session.draft().members(table))
    if (!is_whole || holds_word(words, member->text) || (any_of && any_of->space == session.draft().item(member)->space))
      session.make_uncertain(member);
}

/// ALTER TABLE whose table is put in at run time.
bool alters_unknown_table(const std::vector<Word>& words) {
  if (words.size() < 3 || !words[0].is("alter") || !words[1].is("table")) return false;
  if (ends_of_name(words, 1)) return true;
  const auto name = std::find_if(words.begin() + 2, words.end(), [](const Word& word) { return !is_one_of(word, no_names); });
  // Where the name was the gap, the clause follows.
  return name != words.end() && (!is_known_name(*name) || is_one_of(*name, before_members));
}

/// It may be any table that is meant, of those whose names begin and end so.
void mark_members_of_any(Session& session, const NameInPart& table, std::string_view name) {
  session.uncertain_names.emplace(name);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const bool is_meant = is_member(item.space) && item.symbol->text == name && table.may_be(item.symbol->parent->text);
    if (is_meant) session.make_uncertain(item.symbol);
  });
}

void mark_members_of_any(Session& session, const std::vector<Word>& words) {
  const NameEnds ends = ends_of_name(words, 1).value_or(NameEnds{});
  const NameInPart table{Namespace::relation, ends.begin, ends.end};
  for (std::size_t i = 3; i < words.size(); ++i)
    if (is_one_of(words[i - 1], before_members) && is_known_name(words[i]) && !is_one_of(words[i], no_members))
      mark_members_of_any(session, table, words[i].text);
}

/// What ALTER TABLE names of a table may be there from here on, or not.
void mark_altered(Session& session, std::string_view table, const std::vector<Word>& words) {
  for (std::size_t i = 3; i < words.size(); ++i)
    if (is_one_of(words[i - 1], before_members) && is_known_name(words[i]) && !is_one_of(words[i], no_members))
      session.uncertain_names.insert(std::string(table) + "." + words[i].text);
}

/// DROP POLICY or DROP CONSTRAINT of which neither the name nor the table is known, DROP FUNCTION. A column that is dropped so is
/// not looked for: nothing would be left to compare.
void mark_any(Session& session, const std::vector<Word>& words) {
  const KindWord* kind = kind_of_unknown(words);
  const auto on = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is("on"); });
  const bool is_on_unknown = on != words.end() && (on + 1 == words.end() || !is_known_name(on[1]));
  if (!kind || kind->space == Namespace::column) return;
  if (!kind->is_named_with_table || is_on_unknown || alters_unknown_table(words)) make_all_uncertain(session, kind->space);
}

/// ALTER TABLE that gives the table more than it has, and changes nothing else.
bool only_adds(const std::vector<Word>& words) {
  constexpr std::array others = {"rename", "set", "reset", "drop", "alter", "attach", "detach", "inherit", "of", "owner"};
  return words.size() > 2 && words[0].is("alter") && words[1].is("table") && has_word(words, "add") &&
         std::none_of(words.begin() + 2, words.end(), [&](const Word& word) { return is_one_of(word, others); });
}

void mark_named(Session& session, const std::vector<Word>& words, bool is_whole) {
  if (alters_unknown_table(words)) mark_members_of_any(session, words);
  mark_any(session, words);
  bool found = false;
  if (std::none_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(word, changing); })) return;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_one_of(words[i - 1], before_names) || !is_known_name(words[i]) || is_one_of(words[i], no_names)) continue;
    if (i > 1 && words[i - 2].is("execute")) continue;  // what a trigger executes
    const bool qualified = i + 2 < words.size() && words[i + 1].is_sign(".") && words[i + 2].is_name();
    const std::string schema = qualified ? words[i].text : std::string();
    const std::string& name = words[qualified ? i + 2 : i].text;
    // What an index, a policy, a trigger is on stays as it is.
    const bool stays = words[i - 1].is("on") || only_adds(words);
    if (!stays) {
      session.make_uncertain(schema, name);
      mark_others(session, name);
    }
    if (const Symbol* table = session.find_relation(schema, name)) mark_members(session, table, words, is_whole || stays);
    if (words[0].is("alter") && words[i - 1].is("table")) mark_altered(session, name, words);
    found = true;
  }
  // A misspelled keyword: what stands before the first parenthesis is the likeliest name.
  const auto parenthesis = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.is_sign("("); });
  if (!found && parenthesis != words.begin() && parenthesis != words.end() && is_known_name(*(parenthesis - 1)))
    session.make_uncertain({}, (parenthesis - 1)->text);
}

}  // namespace

namespace {

void mark_relations(Session& session, const Node* node) {
  if (const auto* create = as<CreateStmt>(node)) {
    mark(session, create->relation);
    for (const Node* element : nodes_of(create->tableElts)) mark_sequences(session, element);
  }
  if (const auto* create = as<CreateForeignTableStmt>(node)) mark(session, create->base.relation);
  if (const auto* create = as<CreateTableAsStmt>(node)) mark(session, create->into->rel);
  if (const auto* create = as<ViewStmt>(node)) mark(session, create->view);
  if (const auto* create = as<CreateSeqStmt>(node)) mark(session, create->sequence);
  if (const auto* alter = as<AlterSeqStmt>(node)) mark(session, alter->sequence);
  if (const auto* alter = as<AlterTableStmt>(node)) mark(session, alter);
  if (const auto* index = as<IndexStmt>(node)) mark(session, index);
}

void mark_members(Session& session, const Node* node) {
  if (const auto* create = as<CreateTrigStmt>(node)) mark_member(session, create->relation, view_of(create->trigname));
  if (const auto* create = as<RuleStmt>(node)) mark_member(session, create->relation, view_of(create->rulename));
  if (const auto* create = as<CreatePolicyStmt>(node)) mark_member(session, create->table, view_of(create->policy_name));
  if (const auto* alter = as<AlterPolicyStmt>(node)) mark_member(session, alter->table, view_of(alter->policy_name));
}

void mark_types(Session& session, const Node* node) {
  if (const auto* create = as<CreateEnumStmt>(node)) mark(session, create->typeName);
  if (const auto* alter = as<AlterEnumStmt>(node)) mark(session, alter->typeName);
  if (const auto* create = as<CreateDomainStmt>(node)) mark(session, create->domainname);
  if (const auto* alter = as<AlterDomainStmt>(node)) mark(session, alter->typeName);
  if (const auto* create = as<CreateRangeStmt>(node)) mark(session, create->typeName);
  if (const auto* create = as<CompositeTypeStmt>(node)) mark(session, create->typevar);
}

void mark_mapping(Session& session, const RoleSpec* user, const char* server) {
  mark_others(session, user_mapping_name(role_named(session, user).str(), server));
}

void mark_of_servers(Session& session, const Node* node) {
  if (const auto* create = as<CreateFdwStmt>(node)) mark_others(session, view_of(create->fdwname));
  if (const auto* alter = as<AlterFdwStmt>(node)) mark_others(session, view_of(alter->fdwname));
  if (const auto* create = as<CreateForeignServerStmt>(node)) mark_others(session, view_of(create->servername));
  if (const auto* alter = as<AlterForeignServerStmt>(node)) mark_others(session, view_of(alter->servername));
  if (const auto* create = as<CreateUserMappingStmt>(node)) mark_mapping(session, create->user, create->servername);
  if (const auto* alter = as<AlterUserMappingStmt>(node)) mark_mapping(session, alter->user, alter->servername);
  if (const auto* drop = as<DropUserMappingStmt>(node)) mark_mapping(session, drop->user, drop->servername);
}

void mark_of_method(Session& session, const List* names, const char* method) {
  mark_others(session, name_of_method(qualified_name(names).name, method));
}

void mark_others(Session& session, const Node* node) {
  if (const auto* create = as<CreateSchemaStmt>(node)) mark_others(session, view_of(create->schemaname));
  if (const auto* create = as<CreateFunctionStmt>(node)) mark_others(session, qualified_name(create->funcname).name);
  if (const auto* alter = as<AlterFunctionStmt>(node)) mark(session, alter->objtype, reinterpret_cast<const Node*>(alter->func));
  if (const auto* create = as<DefineStmt>(node)) mark_others(session, qualified_name(create->defnames).name);
  if (const auto* create = as<CreateExtensionStmt>(node)) mark_others(session, view_of(create->extname));
  if (const auto* create = as<CreatePublicationStmt>(node)) mark_others(session, view_of(create->pubname));
  if (const auto* alter = as<AlterPublicationStmt>(node)) mark_others(session, view_of(alter->pubname));
  if (const auto* create = as<CreateEventTrigStmt>(node)) mark_others(session, view_of(create->trigname));
  if (const auto* alter = as<AlterEventTrigStmt>(node)) mark_others(session, view_of(alter->trigname));
  if (const auto* create = as<CreateStatsStmt>(node)) mark_others(session, qualified_name(create->defnames).name);
  mark_of_servers(session, node);
  if (const auto* create = as<CreateOpClassStmt>(node)) mark_of_method(session, create->opclassname, create->amname);
  if (const auto* create = as<CreateOpFamilyStmt>(node)) mark_of_method(session, create->opfamilyname, create->amname);
  if (const auto* alter = as<AlterOpFamilyStmt>(node)) mark_of_method(session, alter->opfamilyname, alter->amname);
  if (const auto* create = as<CreateConversionStmt>(node)) mark_others(session, qualified_name(create->conversion_name).name);
  if (const auto* create = as<CreatePLangStmt>(node)) mark_others(session, view_of(create->plname));
  if (const auto* create = as<CreateAmStmt>(node)) mark_others(session, view_of(create->amname));
  if (const auto* alter = as<AlterTSDictionaryStmt>(node)) mark_others(session, qualified_name(alter->dictname).name);
  if (const auto* alter = as<AlterTSConfigurationStmt>(node)) mark_others(session, qualified_name(alter->cfgname).name);
}

}  // namespace

void make_all_uncertain(Session& session, Namespace space) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (item.space == space) session.make_uncertain(item.symbol);
  });
}

void make_named_uncertain(Session& session, const Node* node) {
  mark_relations(session, node);
  mark_members(session, node);
  mark_types(session, node);
  mark_others(session, node);
  doubt_catalog_change(session, node);
  if (const auto* rename = as<RenameStmt>(node)) mark(session, rename);
  if (const auto* drop = as<DropStmt>(node)) mark(session, drop);
  if (const auto* comment = as<CommentStmt>(node)) mark(session, comment->objtype, comment->object);
  if (const auto* alter = as<AlterObjectSchemaStmt>(node)) {
    mark(session, alter->relation);
    if (alter->object) mark(session, alter->objectType, alter->object);
  }
  // Its statements are undone with it.
  if (const auto* block = as<DoStmt>(node))
    for (const Node* option : nodes_of(block->args))
      if (as<DefElem>(option)->arg) make_named_uncertain(session, text_of(as<DefElem>(option)->arg));
}

void make_named_uncertain(Session& session, std::string_view text) { mark_named(session, cut_into_words(text), true); }

void make_all_named_uncertain(Session& session, std::string_view text) { mark_named(session, cut_into_words(text), false); }

}  // namespace pgplumb
