#include "kinds/collation/ddl.h"

#include <pgplumb/sql/identifier.h>

#include "kinds/collation/language_tag.h"
#include "kinds/definition.h"
#include "kinds/named_object.h"

namespace pgplumb {

namespace {

Collation read_definition(const Definition& given) {
  Collation collation;
  collation.provider = given.has("provider") ? lower_case(given.text("provider")) : "libc";
  const std::string locale = given.text(given.has("locale") ? "locale" : "lc_collate"), lc_ctype = given.text("lc_ctype");
  collation.locale = locale;
  if (lc_ctype != locale) collation.lc_ctype = lc_ctype;
  if (collation.provider == Text("icu")) {
    collation.locale = language_tag(locale);
    collation.lc_ctype = {};
  }
  collation.deterministic = given.flag("deterministic", true);
  collation.rules = given.text("rules");
  return collation;
}

/// One that the server came with, as far as its name tells. What it does not is left open: `de_DE` is of libc, but of which
/// encoding depends on the database.
struct Copied {
  Collation collation;
  std::vector<std::string_view> open_fields = {};
};
Copied read_builtin(std::string_view name) {
  constexpr std::string_view of_icu = "-x-icu";
  if (name == "C" || name == "POSIX") return {{"libc", name, {}, true, {}}};
  if (name.ends_with(of_icu)) return {{"icu", language_tag(name.substr(0, name.size() - of_icu.size())), {}, true, {}}};
  if (name == "unicode") return {{"icu", "und", {}, true, {}}};
  if (name == "ucs_basic" || name == "pg_c_utf8") return {{"libc", "C", {}, true, {}}, {"provider", "locale"}};
  return {{"libc", {}, {}, true, {}}, {"locale"}};
}

Copied copy_of(Session& session, QualifiedName from) {
  const Symbol* original = session.find_in_path(Namespace::collation, from.schema, from.name);
  if (const auto* collation = session.draft().object<Collation>(original)) return {*collation};
  if (from.schema.empty() || from.schema == pg_catalog()->text) return read_builtin(from.name);
  if (!session.passes_over("CREATE COLLATION … FROM", from.schema, from.name))
    fail(sqlstate::undefined_object, "collation " + quoted_name(from.schema, from.name) + " does not exist");
  return {{}, {"provider", "locale", "lc_ctype", "deterministic", "rules"}};
}

}  // namespace

bool read_create_collation(Session& session, const Node* node) {
  const auto* statement = as<DefineStmt>(node);
  if (statement->kind != OBJECT_COLLATION) return false;
  const Definition given(statement->definition);
  const Copied made = given.has("from") ? copy_of(session, given.object("from")) : Copied{read_definition(given)};
  const Symbol* symbol =
      declare_new(session, Namespace::collation, qualified_name(statement->defnames), made.collation, statement->if_not_exists);
  if (!symbol || made.open_fields.empty()) return true;
  session.draft().change(symbol, [&](Draft::Item& item) {
    for (const std::string_view field : made.open_fields) item.notes.edit().accepts.push_back({field, true, {}});
    if (session.place().statement) item.notes.edit().written = session.place().statement->text;
  });
  return true;
}

bool read_alter_collation(Session& session, const Node*) { return ++session.statements_without_effect, true; }

}  // namespace pgplumb
