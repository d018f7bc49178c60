#include <pgplumb/compare/second_opinion.h>

#include <algorithm>

#include "compare/fields.h"

namespace pgplumb {

namespace {

/// One disagreement, whose clusters are joined as the answers come in.
class Hearing {
 public:
  Hearing(Disagreement& found, const std::vector<const Source*>& sources, const Adviser& adviser)
      : found_(found), sources_(sources), adviser_(adviser) {}

  OpinionCount hear() {
    const std::size_t speakers = found_.says.size();
    for (std::size_t i = 0; i < speakers; ++i)
      for (std::size_t j = i + 1; j < speakers; ++j)
        if (is_first_of_its_cluster(i) && is_first_of_its_cluster(j)) ask(i, j);
    return count_;
  }

 private:
  bool is_first_of_its_cluster(std::size_t i) const {
    const int cluster = found_.says[i].cluster;
    return cluster >= 0 && std::none_of(found_.says.begin(), found_.says.begin() + static_cast<std::ptrdiff_t>(i),
                                        [&](const Says& says) { return says.cluster == cluster; });
  }

  void ask(std::size_t i, std::size_t j) {
    const Opinion opinion = adviser_({sources_[i], found_.says[i].entry}, {sources_[j], found_.says[j].entry}, found_.field);
    ++count_.asked;
    count_.decided += opinion.answer != Opinion::Answer::none;
    if (opinion.answer == Opinion::Answer::same) join(found_.says[i].cluster, found_.says[j].cluster);
    if (opinion.answer == Opinion::Answer::different) found_.told_apart = true;
    if (opinion.answer == Opinion::Answer::none) found_.cannot_tell = opinion.because;
  }

  void join(int cluster, int joining) {
    for (Says& says : found_.says)
      if (says.cluster == joining) says.cluster = cluster;
  }

  Disagreement& found_;
  const std::vector<const Source*>& sources_;
  const Adviser& adviser_;
  OpinionCount count_;
};

}  // namespace

OpinionCount take_second_opinions(Comparison& comparison, const std::vector<const Source*>& sources, const Adviser& adviser) {
  OpinionCount count;
  for (Disagreement& found : comparison.disagreements) {
    if (found.field.empty() || !is_undecided(found)) continue;
    const OpinionCount heard = Hearing(found, sources, adviser).hear();
    count.asked += heard.asked;
    count.decided += heard.decided;
  }
  std::erase_if(comparison.disagreements, [](const Disagreement& found) { return !has_two_clusters(found); });
  return count;
}

}  // namespace pgplumb
