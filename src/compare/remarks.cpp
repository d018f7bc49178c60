#include "compare/remarks.h"

#include <algorithm>
#include <optional>
#include <string>

#include "compare/fields.h"
#include "compare/privileges.h"
#include "compare/signatures.h"

namespace pgplumb {

namespace {

/// Default privileges found each other whatever the role is called.
bool is_by_role(const Group& group) { return group.first().id.space == Namespace::default_privileges; }

bool has_remark(const Group& group, Text Remarks::*remark) {
  return std::any_of(group.entries.begin(), group.entries.end(),
                     [&](const Entry* entry) { return entry && !(entry->notes->remarks.*remark).empty(); });
}

/// A key's or index's name, as it would be if the table bore the name of the group: "calls_pkey" of a table that is expected
/// as call_records follows from the table's name, and is no difference of its own.
std::string name_under(const Group* owner, const Entry& entry) {
  const std::string_view member = entry.id.member, table = entry.id.name;
  const bool follows = owner && owner->match == Match::near_miss && member.starts_with(table);
  return follows ? std::string(owner->first().id.name) + std::string(member.substr(table.size())) : std::string(member);
}

/// The same of a sequence: "calls_id_seq" follows from the name of the table whose column owns it.
std::string name_of_sequence(const Entry& entry, const Sequence& sequence) {
  const Symbol* table = sequence.owned_by ? sequence.owned_by.symbol->parent : nullptr;
  const std::string name = display_id(entry.id), called = table ? display_name(*table) : std::string();
  return table && name.starts_with(called) ? display_name(table->meant()) + name.substr(called.size()) : name;
}

/// The disagreements over one group, `owner` being that of its table.
class Remarked {
 public:
  Remarked(const Group& group, const Group* owner, const SourceList& sources) : group_(group), owner_(owner), sources_(sources) {}

  std::vector<Disagreement> all() {
    const bool are_alike =
        group_.is_shared() && !group_.kinds_differ() && !is_by_role(group_) && !is_known_by_types(group_.first());
    if (group_.names_differ() && (group_.match == Match::near_miss || are_alike)) add_names();
    if (has_remark(group_, &Remarks::comment)) add_comments();
    if (has_remark(group_, &Remarks::owner)) add_owners();
    if (has_remark(group_, &Remarks::privileges)) add_privileges();
    if (group_.kinds_differ() && !group_.names_differ()) add_kinds();
    return std::move(found_);
  }

  std::vector<Disagreement> order(const std::vector<Group>& values) {
    std::vector<const Group*> shared;
    for (const Group& value : values)
      if (is_surely_shared(value)) shared.push_back(&value);
    add("order", [&](std::size_t i, const Entry&) {
      const auto position = [i](const Group* value) { return std::get<EnumValue>(value->entries[i]->object).position; };
      std::sort(shared.begin(), shared.end(), [&](const Group* a, const Group* b) { return position(a) < position(b); });
      std::string text;
      for (const Group* value : shared) text += (text.empty() ? "" : ", ") + value->first().symbol->text;
      return text;
    });
    return std::move(found_);
  }

 private:
  bool is_surely_shared(const Group& value) const {
    for (std::size_t i = 0; i < sources_.size(); ++i)
      if (value.entries[i] ? value.entries[i]->uncertain : group_.entries[i] != nullptr) return false;
    return true;
  }

  /// Each source's own name for the group, equal names clustered.
  void add_names() {
    add("name", [&](std::size_t, const Entry& entry) {
      if (const auto* sequence = std::get_if<Sequence>(&entry.object)) return name_of_sequence(entry, *sequence);
      return entry.id.member.empty() ? display_id(entry.id) : name_under(owner_, entry);
    });
  }

  /// Of what a source states in part another may have made the comment; an extension's own is there without being stated.
  void add_comments() {
    const bool is_unstated = std::any_of(group_.entries.begin(), group_.entries.end(),
                                         [](const Entry* entry) { return entry && entry->notes->remarks.comment.empty(); });
    const auto goes_without_saying = [](const Acceptance& one) { return one.field == "comment"; };
    add("comment", [&](std::size_t i, const Entry& entry) -> std::optional<std::string> {
      const Entry* whole = owner_ && owner_->entries[i] ? owner_->entries[i] : &entry;
      const Text comment = entry.notes->remarks.comment;
      if (comment.empty() && whole->stated_in_part) return std::nullopt;
      const auto& accepts = entry.notes->accepts;
      const auto takes_any = [](const Acceptance& one) { return one.field == "comment" && one.any; };
      if (std::any_of(accepts.begin(), accepts.end(), takes_any)) return std::nullopt;
      const bool is_own = is_unstated && std::any_of(accepts.begin(), accepts.end(), goes_without_saying);
      return is_own ? std::string() : comment.str();
    });
  }

  /// Who does not say whose something is leaves it to the role that makes it.
  void add_owners() {
    add("owner", [](std::size_t, const Entry& entry) -> std::optional<std::string> {
      return entry.notes->remarks.owner.empty() ? std::nullopt : std::optional(entry.notes->remarks.owner.str());
    });
  }

  void add_privileges() {
    const PrivilegeReader stated(group_, owner_, sources_);
    add("privileges", [&](std::size_t i, const Entry& entry) { return stated.by(i, entry); });
  }

  void add_kinds() {
    add("kind", [](std::size_t, const Entry& entry) { return describe(entry.object); });
  }

  /// A disagreement over something that source i says of its entry in words; nothing where it is silent.
  template <class ValueOf>
  void add(std::string_view field, const ValueOf& value_of) {
    Disagreement found = disagreement_of(group_, owner_, field);
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const Entry* entry = group_.entries[i];
      Says& says = found.says.emplace_back();
      says.entry = entry;
      if (!entry || !sources_[i]->catalog.speaks_of(entry->id, entry->object, field)) continue;
      const std::optional<std::string> value = value_of(i, *entry);
      if (!value) continue;
      says.state = entry->uncertain ? State::uncertain : State::value;
      if (entry->uncertain) continue;
      says.value = *value;
      auto known = std::find(seen.begin(), seen.end(), says.value);
      if (known == seen.end()) known = seen.insert(seen.end(), says.value);
      says.cluster = static_cast<int>(known - seen.begin());
    }
    if (seen.size() > 1) found_.push_back(std::move(found));
  }

  const Group& group_;
  const Group* owner_;
  const SourceList& sources_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> remark_disagreements(const Group& group, const Group* owner, const SourceList& sources) {
  return Remarked(group, owner, sources).all();
}

std::vector<Disagreement> order_disagreements(const Group& type, const std::vector<Group>& values, const SourceList& sources) {
  return Remarked(type, nullptr, sources).order(values);
}

}  // namespace pgplumb
