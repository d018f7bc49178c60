#include "kinds/publication/ddl.h"

#include <algorithm>
#include <set>

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

void apply_options(Publication& publication, const List* options) {
  for (const Node* node : nodes_of(options)) {
    const auto* option = as<DefElem>(node);
    if (view_of(option->defname) == "publish") publication.operations = sorted_list(text_of(option->arg));
    if (view_of(option->defname) == "publish_via_partition_root") publication.via_root = flag_of(option);
  }
}

/// The tables and schemas of the list are added or taken away.
void apply_objects(Session& session, Publication& publication, const List* objects, bool adds) {
  std::set<std::string> schemas;
  for (std::string_view rest = publication.schemas.str(); !rest.empty();) {
    const auto end = std::min(rest.find(", "), rest.size());
    schemas.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  for (const Node* node : nodes_of(objects)) {
    const auto* object = as<PublicationObjSpec>(node);
    if (const PublicationTable* table = object->pubtable) {
      const auto [schema, name] = qualified_name(table->relation);
      const Symbol* found = session.relation_to_refer_to(schema, name);
      const RelationRef relation{found ? found : session.draft().phantom(schema, name)};
      std::erase(publication.tables, relation);
      if (adds) publication.tables.push_back(relation);
      if (table->whereClause || table->columns)
        session.not_compared("columns or WHERE of a published table", "which of a table's rows are published is not compared", -1,
                             std::string(name));
    } else if (object->name) {
      adds ? static_cast<void>(schemas.emplace(object->name)) : static_cast<void>(schemas.erase(object->name));
    }
  }
  std::sort(publication.tables.begin(), publication.tables.end(),
            [](RelationRef a, RelationRef b) { return display_name(*a.symbol) < display_name(*b.symbol); });
  std::string text;
  for (const std::string& schema : schemas) text += (text.empty() ? "" : ", ") + schema;
  publication.schemas = text;
}

}  // namespace

bool read_create_publication(Session& session, const Node* node) {
  const auto* statement = as<CreatePublicationStmt>(node);
  const std::string_view name = view_of(statement->pubname);
  Publication publication;
  publication.all_tables = statement->for_all_tables;
  publication.operations = "delete, insert, truncate, update";
  apply_options(publication, statement->options);
  apply_objects(session, publication, statement->pubobjects, true);
  const Symbol* made = session.draft().declare(Namespace::publication, nullptr, name, std::move(publication), session.at());
  if (!made) fail(sqlstate::duplicate_object, "publication " + quoted_name({}, name) + " already exists");
  if (session.place().statement)
    session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return true;
}

bool read_alter_publication(Session& session, const Node* node) {
  const auto* statement = as<AlterPublicationStmt>(node);
  const std::string_view name = view_of(statement->pubname);
  const Symbol* found = session.draft().find(Namespace::publication, nullptr, name);
  if (!found && session.passes_over("ALTER PUBLICATION", {}, name)) return true;
  if (!found) fail(sqlstate::undefined_object, "publication " + quoted_name({}, name) + " does not exist");
  Publication changed = *session.draft().object<Publication>(found);
  apply_options(changed, statement->options);
  if (statement->pubobjects && statement->action == AP_SetObjects) {
    changed.tables.clear();
    changed.schemas = {};
  }
  apply_objects(session, changed, statement->pubobjects, statement->action != AP_DropObjects);
  edit<Publication>(session, found, [&](Publication& publication) { publication = changed; });
  session.draft().forget_written(found);
  session.record(Event::Verb::altered, found, "definition");
  return true;
}

}  // namespace pgplumb
