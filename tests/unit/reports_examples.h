// Results made by hand, one for each layout of the reports, and the goldens that hold how they are shown.
#pragma once

#include <pgplumb/reports/report.h>

#include <string>
#include <vector>

namespace examples {

pgplumb::CheckResult no_difference();
/// The same without a database.
pgplumb::CheckResult no_database();
pgplumb::CheckResult one_wrong_map();
/// The same table, one of whose columns has another type as well.
pgplumb::CheckResult wrong_map_and_column();
pgplumb::CheckResult one_cause();
pgplumb::CheckResult many_causes();
pgplumb::CheckResult unreachable_database();
pgplumb::CheckResult nothing_compared();
/// Names that would steer a terminal, a build server or a reader's eye.
pgplumb::CheckResult hostile_names();

std::vector<pgplumb::Incident> missing_column();
std::vector<pgplumb::Incident> nameless_table();
/// Two causes of one error, and an error without any.
std::vector<pgplumb::Incident> several_incidents();

const pgplumb::Format& format(std::string_view name);

/// Whether `text` is what tests/unit/golden/NAME holds. With PGPLUMB_REWRITE_GOLDENS set, the file is written instead.
void require_golden(const std::string& name, const std::string& text);

}  // namespace examples
