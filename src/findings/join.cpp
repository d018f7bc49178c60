// Several models against one database, or one expectation against several schemas: each was judged by itself, and now they are
// told together.
#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>

#include "findings/fingerprint.h"

namespace pgplumb {

namespace {

bool is_extra(const Finding& finding) { return finding.rule.starts_with("extra-") && finding.severity != Severity::error; }

/// Whether the model has words for it. Its id may have been given by the user, so it is the first source by its place.
bool concerns(const Finding& finding, const std::string& model) {
  return std::any_of(finding.says.begin(), finding.says.end(), [&](const Statement& said) {
    return said.source == model && (said.state == "value" || said.state == "absent" || said.state == "uncertain");
  });
}

constexpr std::size_t left_out = static_cast<std::size_t>(-1);

/// Appends what one comparison came to.
class Joining {
 public:
  /// `mark` makes a finding its comparison's own and is true; false for one that is the same in all of them, which is told once.
  /// `drop` leaves it out.
  struct Rules {
    std::function<bool(const Finding&)> drop;
    std::function<bool(Finding&)> mark;
    std::string prefix;  ///< of the causes and headlines that are its own
  };

  void add(CheckResult one, const Rules& rules) {
    const std::vector<Severity> ranks = ranks_of(one.findings.size(), [&](std::size_t i) { return one.findings[i].severity; });
    const std::vector<Severity> ranks_of_groups = ranks_of(one.groups.size(), [&](std::size_t i) { return worst_of(one, i); });
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < one.findings.size(); ++i) {
      places.push_back(keep(one.findings[i], rules));
      if (places.back() != left_out) ranks_.push_back(ranks[i]);
    }
    for (std::size_t i = 0; i < one.groups.size(); ++i)
      if (add_group(std::move(one.groups[i]), places, rules.prefix)) ranks_of_groups_.push_back(ranks_of_groups[i]);
    joined_.compared += one.compared;
    if (!joined_.history) joined_.history = std::move(one.history);
  }

  /// Worst first, as each of them was.
  CheckResult sorted() && {
    const std::vector<std::size_t> order = order_of(ranks_);
    std::vector<std::size_t> place(order.size());
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      findings.push_back(std::move(joined_.findings[order[i]]));
    }
    joined_.findings = std::move(findings);
    for (FindingGroup& group : joined_.groups) {
      for (std::vector<std::size_t>* findings : {&group.findings, &group.about_migrations})
        for (std::size_t& finding : *findings) finding = place[finding];
    }
    std::vector<FindingGroup> groups;
    for (const std::size_t i : order_of(ranks_of_groups_)) groups.push_back(std::move(joined_.groups[i]));
    joined_.groups = std::move(groups);
    return std::move(joined_);
  }

 private:
  /// As bad as the worst of what stands behind it, for that may wait for it.
  static std::vector<Severity> ranks_of(std::size_t count, const std::function<Severity(std::size_t)>& severity) {
    std::vector<Severity> ranks(count, Severity::info);
    for (std::size_t i = count; i-- > 0;) ranks[i] = std::min(severity(i), i + 1 < count ? ranks[i + 1] : Severity::info);
    return ranks;
  }

  static Severity worst_of(const CheckResult& result, std::size_t group) {
    Severity worst = Severity::info;
    for (const auto* findings : {&result.groups[group].findings, &result.groups[group].about_migrations})
      for (const std::size_t finding : *findings) worst = std::min(worst, result.findings[finding].severity);
    return worst;
  }

  static std::vector<std::size_t> order_of(const std::vector<Severity>& ranks) {
    std::vector<std::size_t> order(ranks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    return order;
  }

  /// Where it went.
  std::size_t keep(Finding& finding, const Rules& rules) {
    if (rules.drop(finding)) return left_out;
    if (rules.mark(finding)) {
      finding.message = rules.prefix + finding.message;
      finding.cause = rules.prefix + finding.cause;
      finding.fingerprint = fingerprint_of(finding);
      own_.insert(joined_.findings.size());
    } else if (!told_.insert(finding.fingerprint).second) {
      return left_out;
    }
    joined_.findings.push_back(std::move(finding));
    return joined_.findings.size() - 1;
  }

  /// Whether anything of it is left.
  bool add_group(FindingGroup group, const std::vector<std::size_t>& places, const std::string& prefix) {
    for (std::vector<std::size_t>* findings : {&group.findings, &group.about_migrations}) {
      for (std::size_t& finding : *findings) finding = places[finding];
      std::erase(*findings, left_out);
    }
    if (group.findings.empty() && group.about_migrations.empty()) return false;
    if (own_.contains(group.findings.empty() ? group.about_migrations.front() : group.findings.front())) {
      group.id = prefix + group.id;
      group.headline = prefix + group.headline;
      for (std::string& other : group.waits_for) other = prefix + other;
    }
    joined_.groups.push_back(std::move(group));
    return true;
  }

  CheckResult joined_;
  std::vector<Severity> ranks_, ranks_of_groups_;  // of the findings and groups
  std::set<std::string> told_;                     // by fingerprint
  std::set<std::size_t> own_;                      // indices of findings
};

/// What one comparison of tenants came to, without the tenant's name.
std::string shape_of(const CheckResult& result, const std::string& schema) {
  std::string shape;
  const auto add = [&](std::string text) {
    for (auto at = text.find(schema); at != std::string::npos; at = text.find(schema, at + 1))
      text.replace(at, schema.size(), "%");
    shape.append(text).append(1, '\0');
  };
  for (const Finding& finding : result.findings) {
    add(std::string(finding.rule) + finding.message);
    for (const Statement& said : finding.says) add(said.state + said.value);
  }
  return shape;
}

std::string in_words(const std::vector<std::string>& schemas) {
  const std::size_t others = schemas.size() - 1;
  return schemas.front() + (others ? " and " + std::to_string(others) + (others == 1 ? " other" : " others") : "") + ": ";
}

}  // namespace

CheckResult join_models(std::vector<CheckResult> of_each, const std::vector<std::string>& models) {
  std::map<std::string, std::size_t> unstated;  // by fingerprint: by how many models
  for (const CheckResult& one : of_each)
    for (const Finding& finding : one.findings) unstated[finding.fingerprint] += is_extra(finding);
  Joining joining;
  for (std::size_t i = 0; i < models.size(); ++i) {
    const auto is_stated = [&](const Finding& finding) {
      return is_extra(finding) && unstated[finding.fingerprint] < models.size();
    };
    const auto mark = [&](Finding& finding) {
      if (is_extra(finding) || !concerns(finding, models[i])) return false;
      finding.model = models[i];
      return true;
    };
    joining.add(std::move(of_each[i]), {is_stated, mark, models[i] + ": "});
  }
  return std::move(joining).sorted();
}

CheckResult join_tenants(std::vector<CheckResult> of_each, const std::vector<std::string>& schemas) {
  std::vector<TenantShape> shapes;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    const auto [place, is_new] = known.try_emplace(shape_of(of_each[i], schemas[i]), shapes.size());
    if (is_new) shapes.push_back({{}, of_each[i].findings.size()});
    shapes[place->second].schemas.push_back(schemas[i]);
  }
  Joining joining;
  for (const TenantShape& shape : shapes) {
    const auto first = std::find(schemas.begin(), schemas.end(), shape.schemas.front()) - schemas.begin();
    const auto mark = [&](Finding& finding) {
      if (finding.object && finding.object->schema != shape.schemas.front()) return false;
      finding.schemas = shape.schemas;
      return true;
    };
    joining.add(std::move(of_each[static_cast<std::size_t>(first)]),
                {[](const Finding&) { return false; }, mark, in_words(shape.schemas)});
  }
  CheckResult result = std::move(joining).sorted();
  result.tenants = std::move(shapes);
  return result;
}

}  // namespace pgplumb
