#include <pgplumb/catalog/catalog.h>
#include <pgplumb/kinds/privileges.h>

#include <algorithm>

namespace pgplumb {

void Catalog::state_in_part() {
  for (Entry& entry : entries_) entry.stated_in_part |= entry.id.space == Namespace::relation;
}

namespace {

bool stands_before(const Entry& entry, const ObjectId& id) { return entry.id < id; }

/// "table", "view" … : what a silence about the object's kind would name.
bool applies(const Silence& silence, const Object& object, std::string_view field) {
  if (!silence.kind.empty() && silence.kind != kind_of(object)) return false;
  if (silence.field != field) return false;
  return silence.when.empty() || has_value(object, silence.when);
}

}  // namespace

Catalog::Catalog(std::vector<Entry> entries, std::shared_ptr<const void> keep_alive)
    : entries_(std::move(entries)), keep_alive_(std::move(keep_alive)) {}

Text privileges_apart_from(const Object& object, const Remarks& remarks, const std::set<std::string>& roles) {
  const SecuredObjects* objects = secured_objects_of(object);
  if (!objects || remarks.privileges.empty()) return {};
  Privileges privileges = read_privileges(remarks.privileges, *objects);
  for (const std::string& role : roles) leave_out_role(privileges, role);
  return show_privileges(privileges, *objects);
}

bool may_be_gone(const Declaration& declared) {
  const auto& accepts = declared.notes->accepts;
  return std::any_of(accepts.begin(), accepts.end(), [](const Acceptance& one) { return one.field.empty(); });
}

bool Migration::holds(const Position& at) const {
  const auto is_inside = [&](const Lines& stretch) { return stretch.first <= at.line && at.line <= stretch.last; };
  return at.file == file && (lines.empty() || std::any_of(lines.begin(), lines.end(), is_inside));
}

void Catalog::leave_out(const std::function<bool(const Entry&)>& unwanted) { std::erase_if(entries_, unwanted); }

const Entry* Catalog::find(const ObjectId& id) const {
  auto found = std::lower_bound(entries_.begin(), entries_.end(), id, stands_before);
  return found != entries_.end() && found->id == id ? &*found : nullptr;
}

std::span<const Entry> Catalog::members(const Entry& owner) const {
  const bool is_type = owner.id.space == Namespace::type;
  const auto* first = &owner + 1;
  const auto* last = first;
  const auto* end = entries_.data() + entries_.size();
  while (last != end && last->id.schema == owner.id.schema && last->id.name == owner.id.name &&
         (last->id.space == Namespace::enum_value) == is_type && !last->id.member.empty())
    ++last;
  return {first, last};
}

std::span<const Entry> Catalog::members(const Entry& owner, Namespace space) const {
  const auto all = members(owner);
  const auto [first, last] = std::equal_range(all.begin(), all.end(), space, [](const auto& a, const auto& b) {
    if constexpr (std::is_same_v<std::decay_t<decltype(a)>, Entry>)
      return a.id.space < b;
    else
      return a < b.id.space;
  });
  return {first, last};
}

bool Catalog::speaks_of(const ObjectId& id, const Object& object, std::string_view field) const {
  const auto schema = id.space == Namespace::schema ? id.name : id.schema;
  if (!schemas.empty() && !schemas.contains(schema)) return false;
  return has_words_for(object) && (field.empty() || has_words_for(object, field));
}

bool Catalog::has_words_for(const Object& object, std::string_view field) const {
  if (field == "owner" && !states_owners) return false;
  const bool is_about_privileges = field == "privileges" || std::holds_alternative<DefaultPrivileges>(object);
  if (is_about_privileges && !states_privileges) return false;
  return std::none_of(silences.begin(), silences.end(), [&](const Silence& silence) { return applies(silence, object, field); });
}

}  // namespace pgplumb
