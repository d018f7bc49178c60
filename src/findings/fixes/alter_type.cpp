#include "findings/fixes/alter_type.h"

#include <algorithm>

#include "compare/common_parts.h"
#include "findings/fixes/comment.h"
#include "findings/fixes/dependents.h"
#include "kinds/spelling.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// Where ALTER does not reach.
constexpr std::string_view make_anew = "make the type anew under another name, and convert its columns to it";

bool is_made_of(const Entry& entry, const Symbol* type) {
  const auto is_one = [&](const DataType& used) { return used.name == type; };
  if (const auto* column = std::get_if<Column>(&entry.object)) return is_one(column->type);
  if (const auto* domain = std::get_if<Domain>(&entry.object)) return is_one(domain->type);
  const auto* composite = std::get_if<CompositeType>(&entry.object);
  return composite && std::any_of(composite->attributes.begin(), composite->attributes.end(),
                                  [&](const TypeAttribute& attribute) { return is_one(attribute.type); });
}

/// Of it by itself, or of what is made of it.
bool is_used_by_columns(const Dependents& dependents, const Symbol* type) {
  std::vector<const Symbol*> types{type};
  for (std::size_t i = 0; i < types.size(); ++i)
    for (const Entry* user : dependents.naming(types[i])) {
      if (!is_made_of(*user, types[i])) continue;
      if (user->id.space == Namespace::column) return true;
      if (std::find(types.begin(), types.end(), user->symbol) == types.end()) types.push_back(user->symbol);
    }
  return false;
}

/// Columns stand in the way of dropping a type, and of changing what is in one.
bool is_used_by_columns(const Case& one) { return is_used_by_columns(one.dependents_in(one.actual()), target_of(one).symbol); }

/// Whether tables are OF the type, which follow it with CASCADE only.
bool is_type_of_tables(const Case& one) {
  const Symbol* type = target_of(one).symbol;
  const EntryList& users = one.dependents_in(one.actual()).naming(type);
  return std::any_of(users.begin(), users.end(), [&](const Entry* user) {
    const auto* table = std::get_if<Table>(&user->object);
    return table && table->composite_type.name == type;
  });
}

/// The clauses of one ALTER DOMAIN each, dropping first: a new constraint may bear an old one's name.
class DomainClauses {
 public:
  DomainClauses(const Domain& expected, const Domain& actual) : expected_(expected), actual_(actual) {}

  std::vector<std::string> write() {
    write_default();
    for (const auto& [there, wanted] : common_parts(actual_, expected_))
      if (!(there == wanted)) rename(there, wanted);
    for (const DomainCheck& check : actual_.checks) leave_behind(check);
    if (expected_.not_null != actual_.not_null) clauses_.push_back(expected_.not_null ? "SET NOT NULL" : "DROP NOT NULL");
    for (const DomainCheck& check : expected_.checks) bring_about(check);
    return std::move(clauses_);
  }

 private:
  static const DomainCheck* find(const Domain& domain, const DomainCheck& like) {
    const auto found = std::find_if(domain.checks.begin(), domain.checks.end(), [&](const DomainCheck& check) {
      return check.name == like.name && check.expression == like.expression;
    });
    return found == domain.checks.end() ? nullptr : &*found;
  }

  /// What is renamed is there from then on.
  void rename(Text there, Text wanted) {
    clauses_.push_back("RENAME CONSTRAINT " + quote_identifier(there.str()) + " TO " + quote_identifier(wanted.str()));
    const auto check =
        std::find_if(actual_.checks.begin(), actual_.checks.end(), [&](const DomainCheck& one) { return one.name == there; });
    check->name = wanted;
  }

  void write_default() {
    if (!(expected_.default_value == actual_.default_value)) clauses_.push_back(change_of_default(expected_.default_value));
  }

  void leave_behind(const DomainCheck& check) {
    if (!find(expected_, check)) clauses_.push_back("DROP CONSTRAINT " + quote_identifier(check.name.str()));
  }

  void bring_about(const DomainCheck& check) {
    const DomainCheck* there = find(actual_, check);
    if (!there)
      clauses_.push_back("ADD " + check_constraint(check.name.str(), check.expression) + (check.validated ? "" : " NOT VALID"));
    else if (check.validated && !there->validated)
      clauses_.push_back("VALIDATE CONSTRAINT " + quote_identifier(check.name.str()));
  }

  const Domain& expected_;
  Domain actual_;
  std::vector<std::string> clauses_;
};

/// What becomes of a composite type by clauses of ALTER TYPE: new attributes come last, and the order of the others stays.
struct AttributeChanges {
  std::string cascade;
  std::string clauses = {};
  std::vector<std::string> names = {};  ///< as they then follow each other
  std::vector<std::string> added = {};
  bool drops = false, alters = false;

  void add(const std::string& clause) { clauses += (clauses.empty() ? "" : ", ") + clause + cascade; }
};

const TypeAttribute* find_attribute(const CompositeType& type, Text name) {
  const auto found = std::find_if(type.attributes.begin(), type.attributes.end(),
                                  [&](const TypeAttribute& attribute) { return attribute.name == name; });
  return found == type.attributes.end() ? nullptr : &*found;
}

/// How many of the attributes that both have come first in their order in both, those that only one has left out or last.
std::size_t kept_in_place(const CompositeType& expected, const CompositeType& actual) {
  std::size_t kept = 0;
  for (const TypeAttribute& attribute : actual.attributes) {
    if (!find_attribute(expected, attribute.name)) continue;
    if (kept == expected.attributes.size() || !(expected.attributes[kept].name == attribute.name)) break;
    ++kept;
  }
  return kept;
}

/// `cascade` ends each clause. `makes_again`: what does not stand in its place is dropped and added behind the others.
AttributeChanges changes_between(const CompositeType& expected, const CompositeType& actual, const std::string& cascade,
                                 bool makes_again) {
  AttributeChanges changes{cascade};
  const std::size_t kept = makes_again ? kept_in_place(expected, actual) : expected.attributes.size();
  const auto stays = [&](const TypeAttribute& attribute) {
    return find_attribute(actual, attribute.name) && find_attribute(expected, attribute.name) < expected.attributes.data() + kept;
  };
  for (const TypeAttribute& attribute : actual.attributes) {
    const TypeAttribute* wanted = find_attribute(expected, attribute.name);
    const std::string name = quote_identifier(attribute.name.str());
    if (!wanted || !stays(*wanted)) {
      changes.drops = true;
      changes.add("DROP ATTRIBUTE " + name);
      continue;
    }
    changes.names.push_back(attribute.name.str());
    if (*wanted == attribute) continue;
    changes.alters = true;
    changes.add("ALTER ATTRIBUTE " + name + " TYPE " + type_and_collation(wanted->type, wanted->collation));
  }
  for (const TypeAttribute& attribute : expected.attributes) {
    if (stays(attribute)) continue;
    changes.names.push_back(attribute.name.str());
    changes.added.push_back(attribute.name.str());
    changes.add("ADD ATTRIBUTE " + quote_identifier(attribute.name.str()) + " " +
                type_and_collation(attribute.type, attribute.collation));
  }
  return changes;
}

/// The one attribute that bears another name, and what it is expected to be; null where more is different.
std::pair<const TypeAttribute*, const TypeAttribute*> only_renamed(const CompositeType& actual, const CompositeType& expected) {
  std::pair<const TypeAttribute*, const TypeAttribute*> found{};
  if (expected.attributes.size() != actual.attributes.size()) return found;
  for (std::size_t i = 0; i < actual.attributes.size(); ++i) {
    const TypeAttribute &there = actual.attributes[i], &wanted = expected.attributes[i];
    if (there == wanted) continue;
    if (found.first || !(there.type == wanted.type) || !(there.collation == wanted.collation)) return {};
    found = {&there, &wanted};
  }
  return found;
}

bool are_in_order(const std::vector<std::string>& names, const CompositeType& type) {
  return std::equal(names.begin(), names.end(), type.attributes.begin(), type.attributes.end(),
                    [](const std::string& name, const TypeAttribute& attribute) { return attribute.name == name; });
}

}  // namespace

SqlFix change_domain(const Case& one) {
  const auto &expected = *one.as<Domain>(one.expectation()), &actual = *one.as<Domain>(one.actuality());
  if (!(expected.type == actual.type) || !(expected.collation == actual.collation))
    return {.by_hand = "a domain stays over its type: " + std::string(make_anew)};
  SqlFix fix;
  for (const std::string& clause : DomainClauses(expected, actual).write()) {
    fix.text += (fix.text.empty() ? "" : ";\n") + ("ALTER DOMAIN " + quoted_owner(target_of(one).id)) + " " + clause;
    const bool scans = clause == "SET NOT NULL" || clause.starts_with("VALIDATE") ||
                       (clause.starts_with("ADD") && !clause.ends_with("NOT VALID"));
    if (scans) fix.hazards = {"scans-table"};
  }
  fix.text += comments_on_new_parts(one);
  return fix;
}

SqlFix change_composite_type(const Case& one) {
  const auto &expected = *one.as<CompositeType>(one.expectation()), &actual = *one.as<CompositeType>(one.actuality());
  const std::string alter = "ALTER TYPE " + quoted_owner(target_of(one).id) + " ";
  const std::string cascade = is_type_of_tables(one) ? " CASCADE" : "";
  if (const auto [there, wanted] = only_renamed(actual, expected); there)
    return {alter + "RENAME ATTRIBUTE " + quote_identifier(there->name.str()) + " TO " + quote_identifier(wanted->name.str()) +
                cascade,
            {"breaks-running-code"}};
  AttributeChanges changes = changes_between(expected, actual, cascade, false);
  if (!are_in_order(changes.names, expected)) {
    changes = changes_between(expected, actual, cascade, true);
    if (is_used_by_columns(one) || is_type_of_tables(one))
      return {.by_hand = "an added attribute comes last: " + std::string(make_anew)};
  }
  if (changes.alters && is_used_by_columns(one))
    return {.by_hand = "attributes keep their types while columns are of it: " + std::string(make_anew)};
  return {alter + changes.clauses + comments_on_new_parts(one, changes.added),
          changes.drops ? std::vector<std::string>{"deletes-data"} : std::vector<std::string>{}};
}

/// Of what makes a range type, ALTER TYPE reaches what the type of its multiranges is called.
std::string call_multirange(const Symbol& there, const Symbol& wanted) {
  const auto alter = [&](const std::string& name) {
    return "ALTER TYPE " + quoted_owner({Namespace::type, there.parent->text, name, {}});
  };
  const bool moves = there.parent->text != wanted.parent->text;
  const std::string renamed =
      there.text == wanted.text ? "" : alter(there.text) + " RENAME TO " + quote_identifier(wanted.text) + (moves ? ";\n" : "");
  return renamed + (moves ? alter(wanted.text) + " SET SCHEMA " + quote_identifier(wanted.parent->text) : "");
}

SqlFix change_range_type(const Case& one) {
  const auto &wanted = *one.as<RangeType>(one.expectation()), &there = *one.as<RangeType>(one.actuality());
  if (wanted.subtype == there.subtype && wanted.options == there.options)
    return {call_multirange(*there.multirange.symbol, *wanted.multirange.symbol), {"breaks-running-code"}};
  if (is_used_by_columns(one)) return {.by_hand = "a range type stays what it is of: " + std::string(make_anew)};
  Entry expected = *one.expectation().entry;
  expected.id = target_of(one).id;
  const Spelling& spelling = spelling_of(RangeType::kind);
  return {spelling.drop_sql(target_of(one)) + ";\n" + spelling.create_sql(expected)};
}

}  // namespace pgplumb
