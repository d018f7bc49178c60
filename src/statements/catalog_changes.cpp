#include "statements/catalog_changes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "catalog/declared.h"
#include "kinds/ddl.h"
#include "sql/walk.h"
#include "statements/do_block/called.h"
#include "statements/named.h"
#include "statements/statements.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

struct CatalogTable {
  std::string_view name;
  std::optional<Namespace> holds;  ///< nothing for comments
};
constexpr std::array catalogs = {
    CatalogTable{"pg_attrdef", Namespace::column},
    CatalogTable{"pg_attribute", Namespace::column},
    CatalogTable{"pg_class", Namespace::relation},
    CatalogTable{"pg_constraint", Namespace::constraint},
    CatalogTable{"pg_enum", Namespace::enum_value},
    CatalogTable{"pg_extension", Namespace::extension},
    CatalogTable{"pg_index", Namespace::index},
    CatalogTable{"pg_namespace", Namespace::schema},
    CatalogTable{"pg_policy", Namespace::policy},
    CatalogTable{"pg_proc", Namespace::routine},
    CatalogTable{"pg_publication", Namespace::publication},
    CatalogTable{"pg_rewrite", Namespace::rule},
    CatalogTable{"pg_sequence", Namespace::sequence},
    CatalogTable{"pg_trigger", Namespace::trigger},
    CatalogTable{"pg_type", Namespace::type},
    CatalogTable{"pg_description", std::nullopt},
};

const CatalogTable* catalog_called(std::string_view name) {
  const auto found = std::find_if(catalogs.begin(), catalogs.end(), [&](const CatalogTable& row) { return row.name == name; });
  return found == catalogs.end() ? nullptr : &*found;
}

const RangeVar* changed_relation(const Node* statement) {
  if (const auto* insert = as<InsertStmt>(statement)) return insert->relation;
  if (const auto* update = as<UpdateStmt>(statement)) return update->relation;
  if (const auto* remove = as<DeleteStmt>(statement)) return remove->relation;
  const auto* merge = as<MergeStmt>(statement);
  return merge ? merge->relation : nullptr;
}

const CatalogTable* changed_catalog(const Node* statement) {
  const RangeVar* relation = changed_relation(statement);
  if (!relation) return nullptr;
  const auto [schema, name] = qualified_name(relation);
  return schema.empty() || schema == "pg_catalog" ? catalog_called(name) : nullptr;
}

/// Behind the last point, for a string may be cast to regclass.
std::string name_in(std::string_view text) {
  std::string name(text.substr(text.rfind('.') + 1));
  std::erase(name, '"');
  return name;
}

std::set<std::string> names_in(const Node* statement) {
  std::set<std::string> names;
  for (const std::string& text : strings_in(statement)) names.insert(name_in(text));
  return names;
}

/// Whether the catalog, which a row of pg_description names as its class, holds such objects.
bool holds(std::string_view catalog, Namespace space) {
  constexpr std::array in_pg_class = {Namespace::partition, Namespace::column, Namespace::index, Namespace::sequence};
  const CatalogTable* found = catalog_called(catalog);
  return found && (found->holds == space ||
                   (catalog == "pg_class" && std::find(in_pg_class.begin(), in_pg_class.end(), space) != in_pg_class.end()));
}

void doubt_comments(Session& session, const std::set<std::string>& names) {
  const bool names_class = std::any_of(names.begin(), names.end(), [](const std::string& name) { return catalog_called(name); });
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const auto is_its_class = [&](const std::string& name) { return holds(name, item.space); };
    if (names_class && std::none_of(names.begin(), names.end(), is_its_class)) return;
    accept_any(session.draft(), item.symbol, "comment");
  });
}

void doubt_held(Session& session, Namespace held, const std::set<std::string>& names) {
  const auto doubt = [&](bool by_owner, bool by_name) {
    bool is_named = false;
    for_each_declared(session.draft(), [&](const Draft::Item& item) {
      if (item.space != held || (by_owner && !names.contains(item.symbol->parent->text)) ||
          (by_name && !names.contains(std::string(name_without_signature(item.symbol->text)))))
        return;
      session.make_uncertain(item.symbol);
      is_named = true;
    });
    return is_named;
  };
  const bool has_owner = is_member(held);
  (has_owner && doubt(true, true)) || doubt(false, true) || (has_owner && doubt(true, false)) || doubt(false, false);
  for (const std::string& name : names) session.uncertain_names.insert(name);
}

}  // namespace

bool changes_catalog(std::string_view sql) {
  constexpr std::array changing = {"insert", "update", "delete", "merge"};
  constexpr std::array before_target = {"into", "from", "only", "pg_catalog"};
  if (!begins_with_one_of(sql, changing)) return false;
  const auto words = first_words(sql, 2 * before_target.size() + 2);  // "pg_catalog" with its point
  const auto target = std::find_if(words.begin() + 1, words.end(),
                                   [&](const Word& word) { return !is_one_of(word, before_target) && !word.is_sign("."); });
  return target != words.end() && target->is_name() && catalog_called(target->text);
}

bool doubt_catalog_change(Session& session, const Node* statement) {
  const CatalogTable* catalog = changed_catalog(statement);
  if (!catalog) return false;
  if (catalog->holds)
    doubt_held(session, *catalog->holds, names_in(statement));
  else
    doubt_comments(session, names_in(statement));
  return true;
}

void read_row_change(Session& session, const Node* statement) {
  if (doubt_catalog_change(session, statement))
    session.not_compared("change of " + std::string(changed_catalog(statement)->name),
                         "the catalogs are changed by hand, which is not followed");
  else
    ++session.statements_without_effect;
  run_calls(session, {}, statement);
}

}  // namespace pgplumb
