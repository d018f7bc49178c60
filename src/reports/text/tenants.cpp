#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

void write_tenants(Page& page, const CheckResult& result, bool verbose) {
  if (result.tenants.empty()) return;
  constexpr std::size_t named_unless_verbose = 4;
  std::size_t count = 0;
  for (const TenantShape& shape : result.tenants) count += shape.schemas.size();
  page.prose("", counted(count, "schema") + ", " + counted(result.tenants.size(), "shape"));
  for (const TenantShape& shape : result.tenants) {
    std::vector<std::string> names = shape.schemas;
    const std::size_t others = verbose || names.size() <= named_unless_verbose ? 0 : names.size() - named_unless_verbose;
    names.resize(names.size() - others);
    if (others) names.push_back(counted(others, "other"));
    const std::string found = shape.findings ? counted(shape.findings, "finding") : "clean";
    page.prose("  " + padded(found, 14), listed(names));
  }
}

}  // namespace pgplumb::reports
