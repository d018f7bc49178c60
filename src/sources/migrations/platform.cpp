#include "sources/migrations/platform.h"

#include <algorithm>

#include "catalog/declared.h"

namespace pgplumb {

namespace {

bool is_made_by(const Platform& platform, const Position& at) { return at.file == remember_file(platform.name); }

/// Calls `visit` for each object that the platform made and that is still there.
template <class Visit>
void for_each_made(const Platform& platform, Draft& draft, Visit visit) {
  for_each_declared(draft, [&](const Draft::Item& item) {
    if (is_made_by(platform, item.declared_at)) visit(item);
  });
}

/// Where the migrations first say something of the object; empty where they do not.
Position first_word_of(const Platform& platform, const Draft& draft, const Draft::Item& item, std::span<const Event> events) {
  const std::string_view schema = item.symbol->parent ? item.symbol->parent->text : std::string_view();
  const auto is_about_it = [&](const Event& event) {
    return event.verb == Event::Verb::altered && event.space == item.space && event.member.empty() &&
           event.name == item.symbol->text && event.schema == schema;
  };
  if (const auto event = std::find_if(events.begin(), events.end(), is_about_it); event != events.end()) return event->at;
  for (const Symbol* member : draft.members(item.symbol))
    if (const Position at = draft.item(member)->declared_at; at && !is_made_by(platform, at)) return at;
  return {};
}

}  // namespace

void make_platform(const Platform& platform, Draft& draft, Replay& replay) {
  replay.run(SourceText(platform.name, std::string(platform.statements)));
  for_each_made(platform, draft, [&](const Draft::Item& made) {
    if (made.space != Namespace::schema && made.space != Namespace::relation) return;
    draft.change(made.symbol, [](Draft::Item& item) { item.stated_in_part = true; });
  });
  replay.session().forget_undo();
  replay.session().extension_owned.insert(platform.others.begin(), platform.others.end());
}

void claim_what_is_altered(const Platform& platform, Draft& draft, std::span<const Event> events) {
  for_each_made(platform, draft, [&](const Draft::Item& made) {
    if (made.space != Namespace::relation && made.space != Namespace::publication) return;
    if (const Position at = first_word_of(platform, draft, made, events))
      draft.change(made.symbol, [&](Draft::Item& item) { item.declared_at = at; });
  });
}

void set_platform_aside(const Platform& platform, Catalog& catalog) {
  for (const Entry& entry : catalog.entries())
    if (entry.id.space == Namespace::schema && is_made_by(platform, entry.declared_at))
      catalog.platform_schemas.emplace(entry.id.name);
  catalog.leave_out([&](const Entry& entry) { return is_made_by(platform, entry.declared_at); });
  std::erase_if(catalog.events, [&](const Event& event) { return is_made_by(platform, event.at); });
}

}  // namespace pgplumb
