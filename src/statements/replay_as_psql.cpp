// Scripts that psql's own commands steer.
#include <pgplumb/statements/replay.h>

#include <utility>

#include "statements/psql.h"
#include "statements/psql_script.h"

namespace pgplumb {

/// The variables are those of all scripts that include one another.
void Replay::run_as_psql(const SourceText& script) {
  if (includes_open_ == 0) variables_ = std::make_unique<PsqlVariables>();
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
}

void Replay::include(const SourceText& script, const std::string& path, bool is_relative, std::size_t at) {
  constexpr std::size_t deepest = 50;  // scripts may include one another in a circle
  const auto included = includer_ && includes_open_ < deepest ? includer_(path, is_relative, *script.file()) : std::nullopt;
  if (!included) return leave_out(script, "included file " + path, "it is not found here", at, true);
  ++includes_open_;
  run_as_psql(*included);
  --includes_open_;
}

}  // namespace pgplumb
