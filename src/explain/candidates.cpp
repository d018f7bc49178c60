#include "explain/candidates.h"

#include <fmt/format.h>

#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

/// What states what the code needs: the model, else the migrations.
struct Expectation {
  const Source* source = nullptr;
  std::string_view noun = "model";
};

Expectation find_expectation(const Evidence& evidence) {
  if (evidence.model && evidence.model->place.type == PlaceType::prisma) return {evidence.model, "model"};
  if (evidence.model) return {evidence.model, "table"};
  return {evidence.migrations, "table"};
}

bool is_absent_from_database(const Evidence& evidence, const ErrorReport& error) {
  return look(evidence.database, error).is_absent();
}

ErrorReport about(ErrorReport error, const Entry& entry) {
  error.schema = entry.id.schema;
  error.relation = entry.id.name;
  error.column = entry.id.member;
  return error;
}

class Search {
 public:
  Search(const ErrorReport& error, const Evidence& evidence)
      : error_(error), evidence_(evidence), expected_(find_expectation(evidence)) {}

  Candidates run() {
    if (!expected_.source || !evidence_.database) {
      found_.checked.push_back(evidence_.database ? "nothing: neither a model nor migrations were looked at"
                                                  : "nothing: the database was not looked at");
      return std::move(found_);
    }
    for (const Entry* table : tables_of(*expected_.source)) {
      if (!is_asked(*table) || table->ignored) continue;
      ++looked_at_;
      if (error_.sqlstate == "42P01")
        try_table(*table);
      else
        try_columns(*table);
    }
    summarise();
    return std::move(found_);
  }

 private:
  /// The model that the error names, where it names one.
  bool is_asked(const Entry& table) const {
    const Entry* model = error_.model.empty() ? nullptr : find_model(*expected_.source, error_.model);
    return !model || model == &table;
  }

  void try_table(const Entry& table) {
    const ErrorReport candidate = about(error_, table);
    if (!is_absent_from_database(evidence_, candidate)) return;
    ++touched_;
    found_.errors.push_back(candidate);
  }

  void try_columns(const Entry& table) {
    const std::size_t before = found_.errors.size();
    for (const Entry& column : expected_.source->catalog.members(table, Namespace::column)) {
      if (column.ignored || (!error_.column.empty() && column.id.member != error_.column)) continue;
      const ErrorReport candidate = about(error_, column);
      const Sight there = look(evidence_.database, candidate);
      if (there.is_absent() && there.table) found_.errors.push_back(candidate);
    }
    touched_ += found_.errors.size() > before;
  }

  void summarise() {
    const std::string_view thing = error_.sqlstate == "42P01" ? "table" : "column";
    const bool one_each = thing == "table";
    const std::size_t others = looked_at_ - touched_;
    std::string text = counted(looked_at_, expected_.noun);
    if (others == 1)
      text += fmt::format(": {} has its {}{}", touched_ ? "the other" : "it", thing, one_each ? "" : "s");
    else if (others > 1)
      text += touched_ ? fmt::format(": the other {} have their {}s", others, thing) : fmt::format(": all have their {}s", thing);
    found_.checked.push_back(text);
  }

  const ErrorReport& error_;
  const Evidence& evidence_;
  Expectation expected_;
  Candidates found_;
  std::size_t looked_at_ = 0;
  std::size_t touched_ = 0;  // tables with a candidate
};

/// Whether some source knows the table that a column is said to be of: else it is an alias, and tells nothing.
bool knows_table(const ErrorReport& error, const Evidence& evidence) {
  ErrorReport table = error;
  table.column.clear();
  for (const Source* source : evidence.sources)
    if (look(source, table).table) return true;
  return false;
}

}  // namespace

Candidates name_object(const ErrorReport& error, const Evidence& evidence) {
  const bool about_table = error.sqlstate == "42P01", about_column = error.sqlstate == "42703";
  if (!about_table && !about_column) return {{error}, {}};
  if (about_table && !error.relation.empty()) return {{error}, {}};
  if (about_column && !error.column.empty() && !error.relation.empty()) {
    if (knows_table(error, evidence)) return {{error}, {}};
    Candidates aliased = Search(error, evidence).run();
    return aliased.errors.empty() ? Candidates{{error}, {}} : aliased;
  }
  return Search(error, evidence).run();
}

}  // namespace pgplumb
