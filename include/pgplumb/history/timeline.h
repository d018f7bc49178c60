// Migration files beside the records of a history table: what ran, what did not, and what is there of it.
#pragma once

#include <pgplumb/history/net_effect.h>
#include <pgplumb/history/record.h>

#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// How a file differs from what its tool once ran.
struct Edit {
  enum class Kind {
    unknown,    ///< the tool keeps no checksum
    undecided,  ///< it keeps one that cannot be verified here
    none,
    runs_again,  ///< it has changed, and its tool runs such ones again
    form,        ///< in what PostgreSQL does not see: line endings, comments …
    plan,        ///< not the file, but what the tool's plan says of it
    contents,    ///< in its statements, as far as can be told
  };
  Kind kind = Kind::unknown;
  std::string what;      ///< "line endings", "comments or white space", "its entry in the plan"; why, where it is undecided
  std::string revision;  ///< of git: the newest that has the file as it ran; "" where none is known
};

/// Texts that a file had once.
struct FormerText {
  std::string revision, text;
};

/// What is known of whether a migration ran.
enum class Standing {
  no_history,  ///< nothing: there is no history table
  unreadable,  ///< nothing: it cannot be read
  uncertain,   ///< nothing: its tool has come to a version that no file here has
  pending,
  rolled_back,
  applied,
  failed,
};

/// One migration.
struct TimelineRow {
  const Migration* migration = nullptr;   ///< null: there is no file
  const HistoryRecord* record = nullptr;  ///< null: there is no record
  /// The tool keeps none of its own for this one: it follows from that of a later one.
  bool is_record_derived = false;
  NetEffect effect;
  Edit edit;
  /// It did not run though one behind it did, and its tool does not run such ones any more.
  bool will_never_run = false;
  bool is_uncertain = false;  ///< whether it ran follows from a version that no file here has

  const std::string& name() const { return migration ? migration->name : record->name; }
  bool is_applied() const { return record && record->state == HistoryRecord::State::applied; }
  bool has_failed() const { return record && record->state == HistoryRecord::State::failed; }
  bool is_edited() const {
    return is_applied() && (edit.kind == Edit::Kind::form || edit.kind == Edit::Kind::plan || edit.kind == Edit::Kind::contents);
  }
  bool is_pending() const { return !is_applied() && !has_failed() && !is_uncertain; }
};

struct Timeline {
  const HistoryTable* table = nullptr;  ///< null: no history that belongs to these migrations was found
  std::vector<TimelineRow> rows;        ///< in the order of the files; those without one where they were run
  std::deque<HistoryRecord> derived;    ///< of tools that record the last version only

  bool has_records() const { return table && table->was_read(); }
  Standing standing_of(const TimelineRow& row) const;
};

/// What a file was like in earlier revisions, the newest first.
using FormerTexts = std::function<std::vector<FormerText>(const std::string& file)>;

/// `migrations` and `database` may be null. Of several tables, that of the layout's tool, or else the one that knows most of the
/// files. `former_texts` is asked of files that are not what ran. What has got another name since counts as there where its
/// migration is recorded, and only there.
Timeline trace_history(const Catalog* migrations, std::string_view layout, const Catalog* database,
                       std::span<const HistoryTable> tables, const FormerTexts& former_texts = {},
                       const OtherNames& other_names = {});

}  // namespace pgplumb
