#include <pgplumb/catalog/bystanders.h>

namespace pgplumb {

std::size_t Bystanders::KeyHash::operator()(const Key& key) const {
  return std::hash<std::string>{}(key.name) ^ (std::hash<const void*>{}(key.parent) * 31 + static_cast<std::size_t>(key.space));
}

Bystanders::Bystanders(const Draft& draft) : draft_(draft) {}

void Bystanders::put(Key key, std::optional<Bystander> bystander) {
  ++revision_;
  const auto found = bystanders_.find(key);
  undo_.emplace_back(key, found == bystanders_.end() ? std::nullopt : std::optional(found->second));
  if (bystander)
    bystanders_.insert_or_assign(std::move(key), std::move(*bystander));
  else if (found != bystanders_.end())
    bystanders_.erase(found);
}

void Bystanders::add(Namespace space, const Symbol* parent, std::string_view name, Bystander bystander) {
  put({space, parent, std::string(name)}, std::move(bystander));
}

const Bystander* Bystanders::find(Namespace space, const Symbol* parent, std::string_view name) const {
  if (bystanders_.empty()) return nullptr;
  const auto found = bystanders_.find({space, parent, std::string(name)});
  if (found == bystanders_.end() || (parent && !draft_.item(parent))) return nullptr;
  return &found->second;
}

void Bystanders::remove(Namespace space, const Symbol* parent, std::string_view name) {
  put({space, parent, std::string(name)}, std::nullopt);
}

void Bystanders::remove_temporary(std::string_view name) {
  const std::string gone(name);
  remove(Namespace::relation, nullptr, gone);
  for (const std::string& own : temporary_if([&](const Bystander& one) { return one.of == gone; })) remove_temporary(own);
}

void Bystanders::end_transaction() {
  for (const std::string& name : temporary_if([](const Bystander& one) { return one.until_commit; })) remove_temporary(name);
}

std::vector<std::string> Bystanders::temporary_if(const std::function<bool(const Bystander&)>& is_one) const {
  std::vector<std::string> names;
  for (const auto& [key, bystander] : bystanders_)
    if (!key.parent && is_one(bystander)) names.push_back(key.name);
  return names;
}

void Bystanders::rekey(Namespace space, const Symbol* parent, std::string_view name, const Symbol* new_parent,
                       std::string_view new_name) {
  const Bystander* found = find(space, parent, name);
  if (!found) return;
  Bystander moved = *found;
  const std::string before(name);
  remove(space, parent, before);
  for (const std::string& own : temporary_if([&](const Bystander& one) { return one.of == before; })) {
    Bystander follows = *this->find(Namespace::relation, nullptr, own);
    follows.of = new_name;
    put({Namespace::relation, nullptr, own}, std::move(follows));
  }
  add(space, new_parent, new_name, std::move(moved));
}

void Bystanders::rollback(std::size_t mark) {
  for (; undo_.size() > mark; undo_.pop_back()) {
    ++revision_;
    auto& [key, before] = undo_.back();
    if (before)
      bystanders_.insert_or_assign(key, *before);
    else
      bystanders_.erase(key);
  }
}

void Bystanders::forget_undo() { undo_.clear(); }

}  // namespace pgplumb
