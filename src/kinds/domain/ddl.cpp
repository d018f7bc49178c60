#include "kinds/domain/ddl.h"

#include <algorithm>

#include "kinds/column/ddl.h"
#include "kinds/comment/on_parts.h"
#include "kinds/enum/ddl.h"
#include "sql/read_expression.h"

namespace pgplumb {

namespace {

/// An expression over VALUE, which has the domain's type.
ExpressionField read_condition(Session& session, const DataType& type, const Node* node) {
  NameResolver names = session.names();
  names.reference = [&type](const std::vector<std::string_view>& parts) -> std::optional<Expression> {
    if (parts.size() > 1) return std::nullopt;  // what only a query has, `(t).a` and windows
    Expression value;
    value.kind = Expression::Kind::column;
    value.text = parts.back();
    value.type = type;
    return value;
  };
  return {std::make_shared<const Expression>(read_expression(node, names))};
}

bool has_check(const Domain& domain, std::string_view name) {
  return std::any_of(domain.checks.begin(), domain.checks.end(),
                     [&](const DomainCheck& check) { return check.name.str() == name; });
}

/// `name_check`, `name_check1` … (ChooseConstraintName).
std::string choose_name(const Domain& domain, std::string_view type) {
  const std::string first = std::string(type) + "_check";
  std::string name = first;
  for (int count = 1; has_check(domain, name); ++count) name = first + std::to_string(count);
  return name;
}

void require_free_check_name(const Domain& domain, std::string_view type, std::string_view name) {
  if (has_check(domain, name))
    fail(sqlstate::duplicate_object,
         "constraint " + quoted_name({}, name) + " for domain " + quoted_name({}, type) + " already exists");
}

void order_checks(Domain& domain) {
  std::sort(domain.checks.begin(), domain.checks.end(),
            [](const DomainCheck& a, const DomainCheck& b) { return a.name.str() < b.name.str(); });
}

void add_check(Session& session, Domain& domain, std::string_view type, const Constraint* constraint) {
  const std::string name = constraint->conname ? constraint->conname : choose_name(domain, type);
  require_free_check_name(domain, type, name);
  domain.checks.push_back({name, read_condition(session, domain.type, constraint->raw_expr), !constraint->skip_validation});
  order_checks(domain);
}

void apply_constraint(Session& session, Domain& domain, std::string_view name, const Constraint* constraint) {
  switch (constraint->contype) {
    case CONSTR_NOTNULL:
      domain.not_null = true;
      break;
    case CONSTR_NULL:
      domain.not_null = false;
      break;
    case CONSTR_DEFAULT:
      domain.default_value = read_default_value(session, domain.type, constraint->raw_expr);
      break;
    case CONSTR_CHECK:
      add_check(session, domain, name, constraint);
      break;
    default:
      break;
  }
}

DomainCheck& check_named(Domain& domain, std::string_view type, std::string_view name) {
  const auto found = std::find_if(domain.checks.begin(), domain.checks.end(),
                                  [&](const DomainCheck& check) { return check.name.str() == name; });
  if (found != domain.checks.end()) return *found;
  fail(sqlstate::undefined_object,
       "constraint " + quoted_name({}, name) + " of domain " + quoted_name({}, type) + " does not exist");
}

void drop_check(Domain& domain, std::string_view type, const AlterDomainStmt* statement) {
  const std::string_view name = view_of(statement->name);
  if (!statement->missing_ok) check_named(domain, type, name);
  std::erase_if(domain.checks, [&](const DomainCheck& check) { return check.name.str() == name; });
  set_comment(domain.comments, name, {});
}

/// AlterDomainStmt::subtype's letters (nodes/parsenodes.h).
void alter_domain(Session& session, Domain& domain, std::string_view name, const AlterDomainStmt* statement) {
  switch (statement->subtype) {
    case 'T':
      domain.default_value = read_default_value(session, domain.type, statement->def);
      break;
    case 'N':
      domain.not_null = false;
      break;
    case 'O':
      domain.not_null = true;
      break;
    case 'C':
      apply_constraint(session, domain, name, as<Constraint>(statement->def));
      break;
    case 'X':
      drop_check(domain, name, statement);
      break;
    case 'V':
      check_named(domain, name, view_of(statement->name)).validated = true;
      break;
    default:
      break;
  }
}

}  // namespace

void rename_domain_check(Session& session, const Symbol* domain, std::string_view name, std::string_view new_name) {
  Domain changed = *session.draft().object<Domain>(domain);
  DomainCheck& check = check_named(changed, domain->text, name);
  require_free_check_name(changed, domain->text, new_name);
  check.name = new_name;
  rename_commented(changed.comments, name, new_name);
  order_checks(changed);
  edit<Domain>(session, domain, [&](Domain& edited) { edited = changed; });
  session.record(Event::Verb::altered, domain, "definition");
}

bool read_create_domain(Session& session, const Node* node) {
  const auto* statement = as<CreateDomainStmt>(node);
  const auto [schema_name, name] = qualified_name(statement->domainname);
  const Symbol* schema = session.creation_schema(schema_name);
  require_free_type_name(session, schema, name);
  Domain domain;
  domain.type = read_column_type(session, statement->typeName);
  if (statement->collClause) domain.collation = find_collation(session, statement->collClause->collname);
  for (const Node* constraint : nodes_of(statement->constraints))
    apply_constraint(session, domain, name, as<Constraint>(constraint));
  session.draft().declare(Namespace::type, schema, name, std::move(domain), session.at());
  return true;
}

bool read_alter_domain(Session& session, const Node* node) {
  const auto* statement = as<AlterDomainStmt>(node);
  const auto [schema, name] = qualified_name(statement->typeName);
  const Symbol* found = session.find_type(schema, name);
  const Domain* before = session.draft().object<Domain>(found);
  if (!before && !found && session.passes_over("ALTER DOMAIN", schema, name)) return true;
  if (!before) fail(sqlstate::undefined_object, "domain " + quoted_name(schema, name) + " does not exist");
  Domain changed = *before;
  alter_domain(session, changed, name, statement);
  edit<Domain>(session, found, [&](Domain& domain) { domain = changed; });
  session.record(Event::Verb::altered, found, "definition");
  return true;
}

}  // namespace pgplumb
