#include "findings/judgements.h"

namespace pgplumb {

namespace {

bool model_lacks(const Case& one) { return one.speaks(Role::model) && one.says(Role::model)->state == State::absent; }

}  // namespace

bool only_in_database(const Case& one) {
  return one.actuality().entry && one.source(one.actual()).role == Role::database &&
         !(one.speaks(Role::migrations) && one.says(Role::migrations)->entry);
}

Judgement error(std::string sqlstate, std::string prisma, std::string text) {
  return {Severity::error, Consequence{std::move(sqlstate), std::move(prisma), std::move(text)}};
}
Judgement warning(std::string sqlstate, std::string prisma, std::string text) {
  return {Severity::warning, Consequence{std::move(sqlstate), std::move(prisma), std::move(text)}};
}
Judgement warning(std::string text) { return warning("", "", std::move(text)); }
Judgement info() { return {Severity::info, std::nullopt}; }

bool has_model(const Case& one) { return one.speaks(Role::model); }
std::string prisma_code(const Case& one, std::string code) {
  if (!has_model(one)) return {};
  const PlaceType type = one.source(one.index_of(Role::model)).place.type;
  return type == PlaceType::prisma || type == PlaceType::snapshot ? std::move(code) : std::string();
}

std::string every_use(const Case& one) {
  const bool member = !one.entry().id.member.empty();
  if (has_model(one) && !model_name(one).empty())
    return (member ? "every read or write of " : "every query on ") + model_name(one);
  return "every statement that names " + display_id(one.entry().id);
}

Judgement unstated(const Case& one) {
  if (only_in_database(one) || !model_lacks(one)) return info();
  return warning("the next prisma migrate dev writes a DROP for it");
}

}  // namespace pgplumb
