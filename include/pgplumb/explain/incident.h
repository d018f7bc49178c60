// Diagnoses: from an error message or a log to its likeliest causes.
#pragma once

#include <pgplumb/position.h>
#include <pgplumb/sources/source.h>

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// One error as read from a message or log, apart from how its driver wraps it.
struct ErrorReport {
  std::string sqlstate;                         ///< "42703"; "" when not known
  std::string error;                            ///< PostgreSQL's condition name, "undefined_column"
  std::string prisma;                           ///< "P2022", "" for none
  std::string schema, relation, column, value;  ///< "" when the message does not say
  std::string type, constraint;                 ///< an enum's or other type's name; a constraint's
  std::string model;                            ///< Prisma's name of the model that was asked: "CallRecord", "callRecord"
  std::size_t count = 1;                        ///< how often it was seen
  std::size_t dragged_along = 0;                ///< 25P02 errors that it caused
  std::string first_seen, last_seen;            ///< timestamps as the log prints them, "" when it has none
};

/// Reads every error out of a message or a log, equal ones counted once, in the order first seen.
std::vector<ErrorReport> read_errors(std::string_view log);

enum class Confidence { certain, likely, possible };

struct NextStep {
  std::string kind;  ///< do, confirm, restart, watch; several of one kind follow each other
  std::string text;
};

struct Cause {
  std::string cause;  ///< "migration-not-applied"
  Confidence confidence = Confidence::possible;
  std::string headline;
  std::vector<std::string> because;  ///< a sentence, or a witness and what it says, with a tab between them
  std::vector<NextStep> next_steps;
  Position at;
  std::vector<std::string> also;  ///< what else follows of it: "the 8 others fail next"
};

struct Incident {
  ErrorReport error;
  std::vector<Cause> causes;  ///< the likeliest first; empty when what was looked at shows none
  /// What else the likeliest cause brings; of an error that does not name its object, what was checked.
  std::vector<std::string> also;
};

/// Why each error happened, as far as the sources tell. Sources: those that could be read, any subset of the roles.
std::vector<Incident> diagnose(const std::vector<ErrorReport>& errors, const std::vector<const Source*>& sources);

}  // namespace pgplumb
