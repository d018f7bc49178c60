// Scripts that psql's own commands steer.
#include <pgplumb/statements/replay.h>

#include <algorithm>
#include <utility>

#include "statements/psql.h"
#include "statements/psql_script.h"

namespace pgplumb {

/// The variables are those of all scripts that include one another.
void Replay::run_as_psql(const SourceText& script) {
  if (open_scripts_.empty()) variables_ = std::make_unique<PsqlVariables>();
  open_scripts_.push_back(script.file());
  PsqlHost host;
  host.run = [&](Extract sql, const std::vector<Remark>& remarks) {
    run_statements(SourceText(*script.file(), script.text(), std::move(sql)), remarks);
  };
  host.include = [&](const std::string& path, bool is_relative, std::size_t at) { include(script, path, is_relative, at); };
  host.connect = [&](std::string_view arguments, std::size_t at) { connections_->connect(arguments, script.at(at)); };
  host.leave_out = [&](std::string what, std::string why, std::size_t at, bool may_make) {
    leave_out(script, std::move(what), std::move(why), at, may_make);
  };
  PsqlScript(script.text(), *variables_, std::move(host)).run();
  open_scripts_.pop_back();
}

void Replay::include(const SourceText& script, const std::string& path, bool is_relative, std::size_t at) {
  constexpr std::size_t most = 10000;  // scripts may include others twice, and these others
  const auto included = includer_ && ++include_count_ < most ? includer_(path, is_relative, *script.file()) : std::nullopt;
  const bool is_open = included && std::find(open_scripts_.begin(), open_scripts_.end(), included->file()) != open_scripts_.end();
  if (included && !is_open) return run_as_psql(*included);
  leave_out(script, "included file " + path, is_open ? "it includes itself" : "it is not found here", at, true);
}

}  // namespace pgplumb
