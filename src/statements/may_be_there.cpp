#include "statements/may_be_there.h"

#include <algorithm>
#include <array>

#include "catalog/uncertain_kinds.h"

namespace pgplumb {

namespace {

/// What is lacking where PostgreSQL says so; of 42704 only that it is neither relation, column nor function.
struct Lack {
  std::string_view sqlstate;
  std::optional<Namespace> space;
};
constexpr std::array lacks = {
    Lack{sqlstate::undefined_table, Namespace::relation}, Lack{sqlstate::undefined_column, Namespace::column},
    Lack{sqlstate::undefined_function, Namespace::routine}, Lack{sqlstate::invalid_schema_name, Namespace::schema},
    Lack{sqlstate::undefined_object, std::nullopt}};

}  // namespace

bool may_be_there(const Session& session, const StatementFailure& failure) {
  return std::any_of(lacks.begin(), lacks.end(), [&](const Lack& lack) {
    return lack.sqlstate == failure.sqlstate &&
           (session.absences_uncertain || (lack.space && may_have_any(session.uncertain_names, *lack.space)));
  });
}

}  // namespace pgplumb
