#include <pgplumb/kinds.h>

#include "kinds/words.h"

namespace pgplumb {

namespace {

std::string describe_one(const Schema&) { return "schema"; }
std::string describe_one(const Table& table) {
  return words({table.unlogged ? "unlogged" : "", show_value(table.relation_kind)});
}
std::string describe_one(const Column& column) {
  return words({column.identity == Identity::serial ? show_value(column.type) + " serial" : show_value(column.type),
                column.identity == Identity::none || column.identity == Identity::serial ? "" : show_value(column.identity),
                column.generated ? "generated as " + show_value(column.generated) : "",
                column.default_value ? "default " + show_value(column.default_value) : "",
                column.collation ? "collate " + show_value(column.collation) : "", column.not_null ? "not null" : ""});
}
std::string describe_one(const PrimaryKey& key) { return "primary key " + show_value(key.columns); }
std::string describe_one(const Unique& unique) {
  return words({unique.form == UniqueForm::constraint ? "unique constraint" : "unique index", show_value(unique.columns),
                unique.options.str(), unique.nulls_not_distinct ? "nulls not distinct" : "",
                unique.deferrable ? "deferrable" : ""});
}
std::string describe_one(const ForeignKey& key) {
  return words({show_value(key.columns), "→", show_value(key.target), show_value(key.target_columns),
                "on delete " + show_value(key.on_delete), "on update " + show_value(key.on_update),
                key.match_full ? "match full" : "", key.deferrable ? "deferrable" : "",
                key.initially_deferred ? "initially deferred" : "", key.validated ? "" : "not valid"});
}
std::string describe_one(const Index& index) {
  return words({index.unique ? "unique" : "", index.method.str(), show_value(index.keys),
                index.include.empty() ? "" : "include " + show_value(index.include),
                index.nulls_not_distinct ? "nulls not distinct" : "",
                index.predicate ? "where " + show_value(index.predicate) : "",
                index.options.empty() ? "" : "with (" + index.options.str() + ")", index.valid ? "" : "invalid"});
}
std::string describe_one(const Enum&) { return "enum"; }
std::string describe_one(const EnumValue&) { return "value"; }

std::string describe_one(const Check& check) {
  return words({"check (" + show_value(check.expression) + ")", check.no_inherit ? "no inherit" : "",
                check.validated ? "" : "not valid", check.enforced ? "" : "not enforced"});
}
std::string describe_one(const Exclusion& exclusion) {
  return words({"exclude using", exclusion.method.str(), show_value(exclusion.keys),
                exclusion.include.empty() ? "" : "include " + show_value(exclusion.include),
                exclusion.predicate ? "where (" + show_value(exclusion.predicate) + ")" : "",
                exclusion.options.empty() ? "" : "with (" + exclusion.options.str() + ")",
                exclusion.deferrable ? "deferrable" : "", exclusion.initially_deferred ? "initially deferred" : ""});
}
std::string describe_one(const Sequence& sequence) {
  return words({"sequence", sequence.owned_by ? "owned by " + show_value(sequence.owned_by) : ""});
}
std::string describe_one(const Routine& routine) {
  const bool returns = routine.routine_kind == RoutineKind::function || routine.routine_kind == RoutineKind::window;
  return words({show_value(routine.routine_kind), returns ? "returns " + show_value(routine.returns) : "",
                routine.language.empty() ? "" : "language " + routine.language.str()});
}
std::string describe_one(const Trigger& trigger) {
  return words({trigger.timing.str(), trigger.events.str(), trigger.columns.empty() ? "" : "of " + show_value(trigger.columns),
                trigger.referenced.symbol ? "from " + show_value(trigger.referenced) : "",
                trigger.for_each_row ? "for each row" : "for each statement",
                trigger.condition ? "when (" + show_value(trigger.condition) + ")" : "", "execute", show_value(trigger.function),
                trigger.fires == Firing::enabled ? "" : show_value(trigger.fires)});
}
std::string describe_one(const Policy& policy) {
  return words({policy.permissive ? "" : "restrictive", "for", policy.command.str(), "to", policy.roles.str(),
                policy.using_condition ? "using (" + show_value(policy.using_condition) + ")" : "",
                policy.check_condition ? "with check (" + show_value(policy.check_condition) + ")" : ""});
}
std::string describe_one(const RewriteRule& rule) {
  return words({"on", rule.event.str(), rule.condition ? "where " + show_value(rule.condition) : "", "do",
                rule.instead ? "instead" : "also", rule.actions ? show_value(rule.actions) : "nothing"});
}
std::string describe_one(const Partition& partition) { return "partition " + show_value(partition.bound); }
std::string describe_one(const Domain& domain) {
  return words({"domain over", show_value(domain.type), domain.not_null ? "not null" : "",
                domain.default_value ? "default " + show_value(domain.default_value) : "",
                domain.checks.empty() ? "" : show_value(domain.checks)});
}
std::string describe_one(const CompositeType& type) { return "composite type " + show_value(type.attributes); }
std::string describe_one(const RangeType& type) { return "range type over " + show_value(type.subtype); }
std::string describe_one(const Extension&) { return "extension"; }
std::string describe_one(const Statistics& statistics) {
  return words({"statistics", statistics.kinds.str(), "on", show_value(statistics.keys), "of", show_value(statistics.table)});
}
std::string describe_one(const EventTrigger& trigger) {
  return words({"event trigger on", trigger.event.str(), "execute", show_value(trigger.function)});
}
std::string describe_one(const Publication& publication) {
  if (publication.all_tables) return "publication for all tables";
  const bool names_tables = !publication.tables.empty() || publication.schemas.empty();
  return words({"publication for", names_tables ? show_value(publication.tables) : "",
                publication.schemas.empty() ? "" : "tables in schema " + show_value(publication.schemas)});
}
std::string describe_one(const Cast& cast) {
  return words({"cast", cast.context.str(), cast.method.str(), show_value(cast.function)});
}
std::string describe_one(const Operator& one) { return words({"operator by", show_value(one.function)}); }
std::string describe_one(const Collation& collation) {
  return words({"collation of", collation.provider.str(), show_value(collation.locale)});
}
std::string describe_one(const ForeignDataWrapper& wrapper) {
  return words({"foreign-data wrapper", wrapper.handler ? "handler " + show_value(wrapper.handler) : "",
                wrapper.options.empty() ? "" : "(" + wrapper.options.str() + ")"});
}
std::string describe_one(const ForeignServer& server) {
  return words({"server of", show_value(server.wrapper), server.options.empty() ? "" : "(" + server.options.str() + ")"});
}
std::string describe_one(const UserMapping& mapping) {
  return words({"user mapping", mapping.option_names.empty() ? "" : "with " + mapping.option_names.str()});
}
std::string describe_one(const TextSearchParser&) { return "text search parser"; }
std::string describe_one(const TextSearchTemplate& made) { return "text search template by " + show_value(made.lexize); }
std::string describe_one(const TextSearchDictionary& dictionary) {
  return words({"text search dictionary of", show_value(dictionary.template_),
                dictionary.options.empty() ? "" : "(" + dictionary.options.str() + ")"});
}
std::string describe_one(const TextSearchConfiguration& configuration) {
  return words({"text search configuration of", show_value(configuration.parser), show_value(configuration.mappings)});
}
std::string describe_one(const OperatorFamily&) { return "operator family"; }
std::string describe_one(const OperatorClass& one) {
  return words({one.is_default ? "default" : "", "operator class for", show_value(one.type)});
}
std::string describe_one(const Conversion& conversion) {
  return words({"conversion from", conversion.from.str(), "to", conversion.to.str(), "by", show_value(conversion.function)});
}
std::string describe_one(const Language& language) {
  return words({language.trusted ? "trusted" : "", "language by", show_value(language.handler)});
}
std::string describe_one(const AccessMethod& method) {
  return words({method.type.str(), "access method by", show_value(method.handler)});
}
std::string describe_one(const Transform& transform) {
  return words({"transform", transform.from_sql ? "from sql by " + show_value(transform.from_sql) : "",
                transform.to_sql ? "to sql by " + show_value(transform.to_sql) : ""});
}
std::string describe_one(const BaseType& type) { return type.definition.empty() ? "shell of a type" : "base type"; }
std::string describe_one(const DefaultPrivileges& defaults) { return "default privileges on " + defaults.objects.str(); }

}  // namespace

std::string describe(const Object& object) {
  return std::visit([](const auto& kind) { return describe_one(kind); }, object);
}

}  // namespace pgplumb
