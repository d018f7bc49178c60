#include "commands/member_table.h"

#include <fmt/format.h>
#include <fnmatch.h>
#include <pgplumb/error.h>
#include <pgplumb/reports/report.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <set>

namespace pgplumb {

namespace {

/// One line of the table: a member, what each source says, and who says it first.
struct Line {
  std::string name;
  std::vector<std::string> values;  ///< one for each source, "ABSENT" where it has none
  std::string said_by;
  bool present = true;  ///< in every source that states the object
  bool right = true;    ///< the same everywhere
};

const Entry* find_object(const Catalog& catalog, const std::string& wanted) {
  const Entry* found = nullptr;
  for (const Entry& entry : catalog.entries()) {
    if (!entry.id.member.empty() || entry.id.space == Namespace::schema) continue;
    const std::string qualified = std::string(entry.id.schema) + "." + std::string(entry.id.name);
    const bool matches = entry.id.name == wanted || qualified == wanted || entry.called == wanted;
    if (matches && (!found || entry.id.schema == "public")) found = &entry;
  }
  return found;
}

bool is_asked_for(const Entry& member, const std::vector<std::string>& globs) {
  return globs.empty() || std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
           return fnmatch(glob.c_str(), std::string(member.id.member).c_str(), 0) == 0 || member.called == glob;
         });
}

class Builder {
 public:
  Builder(const Gathered& gathered, const std::string& object, const std::vector<std::string>& globs) : gathered_(gathered) {
    for (const Source& source : gathered.sources) owners_.push_back(find_object(source.catalog, object));
    if (std::all_of(owners_.begin(), owners_.end(), [](const Entry* one) { return !one; })) refuse(object);
    for (const auto& id : member_ids(globs)) lines_.push_back(line_of(id));
    for (const std::string& glob : globs)
      if (glob.find_first_of("*?[") == std::string::npos && !is_listed(glob)) lines_.push_back(nowhere(glob));
  }

  std::string text() const {
    std::vector<std::vector<std::string>> rows{header()};
    for (const Line& line : lines_) {
      rows.push_back({"  " + neutralise(line.name)});
      for (const std::string& value : line.values) rows.back().push_back(neutralise(value));
      rows.back().push_back(neutralise(line.said_by));
    }
    return aligned(rows) + summary();
  }

  bool is_right() const {
    return std::all_of(owners_.begin(), owners_.end(), [](const Entry* one) { return one; }) &&
           count(&Line::right) == lines_.size();
  }

 private:
  using MemberId = std::pair<Namespace, std::string>;

  void refuse(const std::string& object) const {
    std::vector<std::string> names;
    for (const Source& source : gathered_.sources)
      for (const Entry& entry : source.catalog.entries())
        if (entry.id.member.empty() && entry.id.space != Namespace::schema) names.emplace_back(entry.id.name);
    const std::string near = nearest_name(object, names);
    throw Error("no source has " + neutralise(object), {},
                near.empty() ? "names are those of tables, types or models" : "did you mean " + neutralise(near) + "?");
  }

  std::set<MemberId> member_ids(const std::vector<std::string>& globs) const {
    std::set<MemberId> ids;
    for (std::size_t i = 0; i < owners_.size(); ++i)
      if (owners_[i])
        for (const Entry& member : gathered_.sources[i].catalog.members(*owners_[i]))
          if (is_asked_for(member, globs)) ids.emplace(member.id.space, member.id.member);
    return ids;
  }

  bool is_listed(const std::string& name) const {
    return std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) { return line.name == name; });
  }
  Line nowhere(const std::string& name) const {
    return {name, std::vector<std::string>(owners_.size(), "ABSENT"), "nobody", false, false};
  }

  Line line_of(const MemberId& id) const {
    Line line{id.second, {}, {}, true, true};
    std::string first;
    for (std::size_t i = 0; i < owners_.size(); ++i) {
      const Entry* member = find_member(i, id);
      std::string value = member ? describe(member->object) : speaks_of(i, id) ? "ABSENT" : "-";
      if (value == "ABSENT") line.present = false;
      if (member && line.said_by.empty() && member->declared_at) line.said_by = member->declared_at.text();
      if (member && first.empty()) first = value;
      if (value != "-" && value != first) line.right = false;
      line.values.push_back(i > 0 && value == first ? "=" : value);
    }
    if (!line.present) line.right = false;
    return line;
  }

  const Entry* find_member(std::size_t i, const MemberId& id) const {
    if (!owners_[i]) return nullptr;
    return gathered_.sources[i].catalog.find({id.first, owners_[i]->id.schema, owners_[i]->id.name, id.second});
  }
  bool speaks_of(std::size_t i, const MemberId& id) const {
    if (!owners_[i] || owners_[i]->stated_in_part) return false;
    for (std::size_t j = 0; j < owners_.size(); ++j)
      if (const Entry* witness = find_member(j, id)) return gathered_.sources[i].catalog.speaks_of(witness->id, witness->object);
    return true;
  }

  std::vector<std::string> header() const {
    const Entry& first = **std::find_if(owners_.begin(), owners_.end(), [](const Entry* one) { return one; });
    std::vector<std::string> cells{neutralise(std::string(first.id.schema) + "." + std::string(first.id.name))};
    for (std::size_t i = 0; i < owners_.size(); ++i) cells.push_back(gathered_.sources[i].id + (owners_[i] ? "" : " (ABSENT)"));
    cells.emplace_back("said by");
    return cells;
  }

  static std::string aligned(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows)
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    std::string text;
    for (const auto& row : rows) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i)
        line += i + 1 == row.size() ? row[i] : fmt::format("{:<{}}  ", row[i], widths[i]);
      text += line.erase(line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
  }

  std::size_t count(bool Line::*what) const {
    return static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [&](const Line& line) { return line.*what; }));
  }
  std::string summary() const {
    const auto of_all = [&](std::size_t some) { return fmt::format("{} of {}", some, lines_.size()); };
    const std::size_t present = count(&Line::present);
    const std::string absent = present < lines_.size() ? ", " + of_all(lines_.size() - present) + " absent" : "";
    return of_all(present) + " present" + absent + ", " + of_all(count(&Line::right)) + " right. exit " +
           (is_right() ? "0" : "1") + "\n";
  }

  const Gathered& gathered_;
  std::vector<const Entry*> owners_;
  std::vector<Line> lines_;
};

}  // namespace

MemberTable member_table(const Gathered& gathered, const std::string& object, const std::vector<std::string>& globs) {
  const Builder builder(gathered, object, globs);
  return {builder.text(), builder.is_right()};
}

}  // namespace pgplumb
