#include "kinds/publication/ddl.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "kinds/table/heirs.h"

namespace pgplumb {

namespace {

std::string sorted_list(std::string_view list) {
  std::set<std::string> words;
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    std::string word(list.substr(0, comma));
    std::erase(word, ' ');
    if (!word.empty()) words.insert(std::move(word));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool flag_of(const DefElem* option) {
  const auto* flag = as<Boolean>(option->arg);
  const std::string_view word = text_of(option->arg);
  return !option->arg || (flag && flag->boolval) || word == "true" || word == "on";
}

/// What publish_generated_columns says (PostgreSQL 18; older grammars read its word as the name of a type).
std::string_view generated_columns_of(const DefElem* option) {
  const auto* type = as<TypeName>(option->arg);
  const std::string_view word = type ? qualified_name(type->names).name : text_of(option->arg);
  for (const std::string_view known : {"none", "stored"})
    if (std::equal(word.begin(), word.end(), known.begin(), known.end(), [](char a, char b) { return std::tolower(a) == b; }))
      return known;
  fail(sqlstate::syntax_error, "invalid value for publication parameter \"publish_generated_columns\": " + quoted_name({}, word));
}

void apply_options(Session& session, Publication& publication, const List* options) {
  for (const Node* node : nodes_of(options)) {
    const auto* option = as<DefElem>(node);
    const std::string_view name = view_of(option->defname);
    if (name == "publish")
      publication.operations = sorted_list(text_of(option->arg));
    else if (name == "publish_via_partition_root")
      publication.via_root = flag_of(option);
    else if (name == "publish_generated_columns")
      publication.generated_columns = generated_columns_of(option);
    else
      session.not_compared(std::string(name), "this option of publications is not compared");
  }
}

/// The table with all that inherit from it, as OpenTableList() in commands/publicationcmds.c takes them; a partitioned table has
/// its partitions anyway.
void append_with_heirs(Session& session, const Symbol* table, std::vector<const Symbol*>& tables) {
  if (std::find(tables.begin(), tables.end(), table) != tables.end()) return;
  tables.push_back(table);
  for (const Symbol* heir : heirs_of(session.draft(), table)) append_with_heirs(session, heir, tables);
}

/// Those that a list means by one name; null for one that is not known.
std::vector<const Symbol*> published_tables(Session& session, const RangeVar* named) {
  const auto [schema, name] = qualified_name(named);
  const Symbol* table = session.relation_to_refer_to(schema, name);
  std::vector<const Symbol*> tables;
  if (!table || !named->inh) return {table};
  append_with_heirs(session, table, tables);
  return tables;
}

PublishedTable read_published_table(Session& session, const PublicationTable* node, const Symbol* table) {
  const auto [schema, name] = qualified_name(node->relation);
  PublishedTable published{
      {table ? table : session.draft().phantom(schema, name)}, {}, read_field(session, table, node->whereClause)};
  for (const Node* column : nodes_of(node->columns))
    published.columns.push_back({table ? session.column_to_alter(const_cast<Symbol*>(table), text_of(column))
                                       : session.draft().phantom({}, text_of(column))});
  return published;
}

RelationRef published_schema(Session& session, const PublicationObjSpec* object) {
  if (object->pubobjtype == PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA) return {session.creation_schema({})};
  const std::string_view name = view_of(object->name);
  const Symbol* schema = session.draft().find(Namespace::schema, nullptr, name);
  return {schema ? schema : session.draft().phantom({}, name)};
}

/// The tables and schemas of the list are added or taken away.
void apply_objects(Session& session, Publication& publication, const List* objects, bool adds) {
  for (const Node* node : nodes_of(objects)) {
    const auto* object = as<PublicationObjSpec>(node);
    if (object->pubtable) {
      for (const Symbol* table : published_tables(session, object->pubtable->relation)) {
        const PublishedTable published = read_published_table(session, object->pubtable, table);
        std::erase_if(publication.tables, [&](const PublishedTable& other) { return other.table == published.table; });
        if (adds) publication.tables.push_back(published);
      }
    } else {
      const RelationRef schema = published_schema(session, object);
      std::erase(publication.schemas, schema);
      if (adds) publication.schemas.push_back(schema);
    }
  }
}

}  // namespace

bool read_create_publication(Session& session, const Node* node) {
  const auto* statement = as<CreatePublicationStmt>(node);
  const std::string_view name = view_of(statement->pubname);
  Publication publication;
  publication.all_tables = statement->for_all_tables;
  publication.operations = "delete, insert, truncate, update";
  apply_options(session, publication, statement->options);
  apply_objects(session, publication, statement->pubobjects, true);
  if (!session.draft().declare(Namespace::publication, nullptr, name, std::move(publication), session.at()))
    fail(sqlstate::duplicate_object, "publication " + quoted_name({}, name) + " already exists");
  return true;
}

bool read_alter_publication(Session& session, const Node* node) {
  const auto* statement = as<AlterPublicationStmt>(node);
  const std::string_view name = view_of(statement->pubname);
  const Symbol* found = session.draft().find(Namespace::publication, nullptr, name);
  if (!found && session.passes_over("ALTER PUBLICATION", {}, name)) return true;
  if (!found) fail(sqlstate::undefined_object, "publication " + quoted_name({}, name) + " does not exist");
  Publication changed = *session.draft().object<Publication>(found);
  apply_options(session, changed, statement->options);
  if (statement->pubobjects && statement->action == AP_SetObjects) {
    changed.tables.clear();
    changed.schemas.clear();
  }
  apply_objects(session, changed, statement->pubobjects, statement->action != AP_DropObjects);
  edit<Publication>(session, found, [&](Publication& publication) { publication = changed; });
  session.record(Event::Verb::altered, found, "definition");
  return true;
}

}  // namespace pgplumb
