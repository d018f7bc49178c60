#include "commands/second_opinion.h"

#include <pgplumb/error.h>

#include "sources/database/scratch/scratch_server.h"
#include "sources/database/url.h"

namespace pgplumb {

namespace {

void refuse_what_is_compared(const DatabaseAddress& scratch, const std::vector<SourceRequest>& requests) {
  for (const SourceRequest& request : requests)
    if (request.place && request.place->type == PlaceType::database &&
        are_one_database(scratch, read_database_url(request.place->text)))
      throw Error("--scratch is the database that is compared: " + scratch.display(), {},
                  "a scratch server is written to, if only for a moment: give another database");
}

}  // namespace

SecondOpinion::SecondOpinion(const std::string& place, const std::vector<SourceRequest>& requests) {
  if (place.empty()) return;
  const Place given = recognise_place(place);
  if (given.type != PlaceType::database)
    throw Error("--scratch wants the URL of a server, and " + given.display + " is none", {},
                "postgresql://user:password@host:5432/database");
  const DatabaseAddress address = read_database_url(given.text);
  refuse_what_is_compared(address, requests);
  server_ = std::make_unique<ScratchServer>(address);
  summary_ = SecondOpinions{address.display()};
}

SecondOpinion::~SecondOpinion() = default;

Comparison SecondOpinion::on(Comparison comparison, const std::vector<const Source*>& sources) {
  if (!server_) return comparison;
  const OpinionCount count = take_second_opinions(
      comparison, sources, [&](const Stated& a, const Stated& b, std::string_view field) { return ask(a, b, field); });
  summary_->asked += count.asked;
  summary_->decided += count.decided;
  return comparison;
}

Opinion SecondOpinion::ask(const Stated& a, const Stated& b, std::string_view field) {
  using Answer = Opinion::Answer;
  std::string forms[2];
  bool difference_decides = true;
  for (const Stated* stated : {&a, &b}) {
    const Trial trial = trial_of(stated->source->catalog, *stated->entry, field);
    if (!trial.cannot_because.empty()) return {Answer::none, trial.cannot_because};
    const Stored& stored = server_->store(trial);
    if (!stored.refused_because.empty()) return {Answer::none, stored.refused_because};
    forms[stated == &b] = stored.form;
    difference_decides &= trial.difference_decides;
  }
  if (forms[0] == forms[1]) return {Answer::same};
  return difference_decides ? Opinion{Answer::different}
                            : Opinion{Answer::none, "it stores two queries that are put together otherwise"};
}

}  // namespace pgplumb
