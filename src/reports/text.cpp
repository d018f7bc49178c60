#include "reports/formats.h"
#include "reports/text/parts.h"

namespace pgplumb::reports {

namespace {

std::string render_quietly(const CheckResult& result, const ReportOptions& options) {
  Page page(options.width);
  write_errors(page, result);
  write_headlines_of_errors(page, result, options);
  write_closing(page, result, options);
  return page.text();
}

std::string render(const CheckResult& result, const ReportOptions& options) {
  if (options.quiet) return render_quietly(result, options);
  Page page(options.width);
  write_sources(page, result);
  page.blank();
  write_groups(page, result, options);
  page.blank();
  write_matrix(page, result, options.verbose);
  write_tenants(page, result, options.verbose);
  if (options.verbose) write_not_compared(page, result);
  page.blank();
  write_errors(page, result);
  page.blank();
  write_closing(page, result, options);
  return page.text();
}

}  // namespace

Format text_format() { return {"text", "for people, by cause, worst first", render, render_incidents_as_text}; }

}  // namespace pgplumb::reports
