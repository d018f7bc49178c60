// --scratch: a server that decides what pgplumb cannot.
#pragma once

#include <pgplumb/compare/second_opinion.h>
#include <pgplumb/findings/finding.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pgplumb {

class ScratchServer;

class SecondOpinion {
 public:
  /// `place` is --scratch's; "" for none: then every comparison stays as it is. Throws Error where it is no database, is one that
  /// is compared, or cannot be used.
  SecondOpinion(const std::string& place, const std::vector<SourceRequest>& requests);
  ~SecondOpinion();

  /// The comparison with what the server could decide.
  Comparison on(Comparison comparison, const std::vector<const Source*>& sources);
  /// Of all comparisons; nothing without a server.
  const std::optional<SecondOpinions>& summary() const { return summary_; }

 private:
  Opinion ask(const Stated& a, const Stated& b, std::string_view field);

  std::unique_ptr<ScratchServer> server_;
  std::optional<SecondOpinions> summary_;
};

}  // namespace pgplumb
