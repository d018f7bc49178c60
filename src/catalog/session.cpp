#include <pgplumb/catalog/session.h>

#include <algorithm>
#include <utility>

namespace pgplumb {

void fail(const char* sqlstate, std::string reason) { throw StatementFailure{sqlstate, std::move(reason), {}}; }

std::string created_at(const Draft& draft, const Symbol* symbol) {
  const Draft::Item* item = draft.item(symbol);
  return item && item->declared_at ? " (created at " + item->declared_at.text() + ")" : std::string();
}

const Symbol* root_of(const Draft& draft, const Symbol* relation) {
  while (const auto* partition = draft.object<Partition>(relation)) relation = partition->of.symbol;
  return relation;
}

namespace {

/// How far below `top` the partition stands; 0 where it does not.
int depth_below(const Draft& draft, const Symbol* top, const Symbol* partition) {
  int depth = 0;
  while (const auto* stated = draft.object<Partition>(partition)) {
    ++depth;
    partition = stated->of.symbol;
    if (partition == top) return depth;
  }
  return 0;
}

}  // namespace

std::vector<Symbol*> partitions_below(const Draft& draft, const Symbol* relation) {
  std::vector<std::pair<int, Symbol*>> found;
  for (const Symbol* schema : draft.schemas())
    for (Symbol* partition : draft.members(schema, Namespace::partition))
      if (const int depth = depth_below(draft, relation, partition)) found.emplace_back(depth, partition);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Symbol*> partitions;
  for (const auto& [depth, partition] : found) partitions.push_back(partition);
  return partitions;
}

std::string quoted_name(std::string_view schema, std::string_view name) {
  std::string text = "\"";
  if (!schema.empty()) text.append(schema).append(".");
  return text.append(name).append("\"");
}

Session::Session(Draft& draft, std::string_view default_schema) : draft_(draft) {
  owned_count = draft_.declared_count();
  std::vector<std::string> path;
  if (!default_schema.empty()) path.emplace_back(default_schema);
  if (!default_schema.empty() && default_schema != "public") path.emplace_back("public");
  if (path.size() > 1) draft_.connection_schema = default_schema;
  for (const std::string& schema : path)
    if (!draft_.find(Namespace::schema, nullptr, schema)) draft_.declare(Namespace::schema, nullptr, schema, Schema{}, {});
  default_search_path_ = std::make_shared<const std::vector<std::string>>(std::move(path));
  search_path_ = default_search_path_;
}

Position Session::at(int location) const {
  if (!place_.script || !place_.statement) return {};
  return place_.script->at(location < 0 ? place_.statement->begin
                                        : place_.statement->location_base + static_cast<std::size_t>(location));
}

void Session::set_search_path(std::vector<std::string> schemas, bool local) {
  if (!local)
    path_before_local_ = nullptr;
  else if (!path_before_local_)
    path_before_local_ = search_path_;
  search_path_ = std::make_shared<const std::vector<std::string>>(std::move(schemas));
}

void Session::doubt_search_path(bool local) {
  set_search_path(search_path(), local);
  doubted_path_ = search_path_;
}

void Session::set_role(Text role, bool local) {
  if (!local)
    role_before_local_.reset();
  else if (!role_before_local_)
    role_before_local_ = role_;
  role_ = role;
}

void Session::end_transaction(bool surely) {
  const auto ending = surely ? std::exchange(until_commit_, {}) : std::vector<const Symbol*>();
  for (const Symbol* relation : ending)
    if (draft_.item(relation)) drop({relation}, true);
  if (path_before_local_) search_path_ = std::exchange(path_before_local_, nullptr);
  if (role_before_local_) role_ = *std::exchange(role_before_local_, std::nullopt);
}

void Session::not_compared(std::string what, std::string why, int location, std::string object) {
  collected_not_compared.push_back({std::move(what), std::move(why), at(location), 1, std::move(object)});
}

bool Session::is_uncertain(std::string_view name) const {
  return uncertain_names.contains(name) || std::any_of(names_in_part.begin(), names_in_part.end(), [&](const NameInPart& part) {
           return part.is_known_at_all() && part.may_be(name);
         });
}

void Session::make_uncertain(const Symbol* symbol) {
  const Draft::Item* item = draft_.item(symbol);
  if (item && !item->uncertain) draft_.change(symbol, [](Draft::Item& changed) { changed.uncertain = true; });
}

void Session::make_uncertain(std::string_view schema, std::string_view name) {
  if (name.empty()) return;
  uncertain_names.emplace(name);
  make_uncertain(look_up(schema, name).symbol);
  const Symbol* type = find_type(schema, name);
  make_uncertain(type);
  if (!type) return;
  for (const Symbol* value : draft_.members(type)) make_uncertain(value);
}

bool Session::is_known(const Symbol* symbol) const {
  const Draft::Item* item = draft_.item(symbol);
  return item && !item->uncertain && !item->stated_in_part;
}

void Session::record(Event::Verb verb, const Symbol* symbol, std::string detail, int location) {
  const Draft::Item* item = draft_.item(symbol);
  if (!item || is_temporary(symbol)) return;
  Event event{verb, item->space, {}, symbol->text, {}, std::move(detail), at(location), item->declared_at};
  const Symbol* owner = symbol->parent;
  if (owner && owner->parent) {
    event.member = symbol->text;
    event.name = owner->text;
    owner = owner->parent;
  }
  if (owner) event.schema = owner->text;
  events.push_back(std::move(event));
}

Session::Mark Session::mark() const {
  return {draft_.mark(),     collected_not_compared.size(), events.size(), search_path_, path_before_local_, role_,
          role_before_local_};
}

void Session::rollback(const Mark& mark) {
  draft_.rollback(mark.draft);
  fired = {};
  collected_not_compared.resize(mark.not_compared);
  events.resize(mark.events);
  search_path_ = mark.search_path;
  path_before_local_ = mark.path_before_local;
  role_ = mark.role;
  role_before_local_ = mark.role_before_local;
}

void Session::forget_undo() { draft_.forget_undo(); }

}  // namespace pgplumb
