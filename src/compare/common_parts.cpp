#include "compare/common_parts.h"

#include <algorithm>

namespace pgplumb {

namespace {

template <class Part>
bool has(const std::vector<Part>& parts, Text name) {
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
}

bool is_same_but_for_name(const CompositeType& a, std::size_t i, const CompositeType& b, std::size_t j) {
  const TypeAttribute &left = a.attributes[i], &right = b.attributes[j];
  return i == j && a.attributes.size() == b.attributes.size() && left.type == right.type && left.collation == right.collation;
}
bool is_same_but_for_name(const Domain& a, std::size_t i, const Domain& b, std::size_t j) {
  return a.checks[i].expression == b.checks[j].expression;
}

const auto& parts_of(const CompositeType& type) { return type.attributes; }
const auto& parts_of(const Domain& type) { return type.checks; }

template <class Type>
std::vector<std::pair<Text, Text>> common(const Type& a, const Type& b) {
  const auto &left = parts_of(a), &right = parts_of(b);
  std::vector<std::pair<Text, Text>> pairs;
  const auto is_taken = [&](Text name) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.second == name; });
  };
  for (std::size_t i = 0; i < left.size(); ++i)
    for (std::size_t j = 0; j < right.size(); ++j) {
      const bool is_renamed = !has(right, left[i].name) && !has(left, right[j].name) && is_same_but_for_name(a, i, b, j);
      if ((left[i].name == right[j].name || is_renamed) && !is_taken(right[j].name)) {
        pairs.emplace_back(left[i].name, right[j].name);
        break;
      }
    }
  return pairs;
}

}  // namespace

std::vector<std::pair<Text, Text>> common_parts(const Object& a, const Object& b) {
  const auto *composite = std::get_if<CompositeType>(&a), *other_composite = std::get_if<CompositeType>(&b);
  if (composite && other_composite) return common(*composite, *other_composite);
  const auto *domain = std::get_if<Domain>(&a), *other_domain = std::get_if<Domain>(&b);
  return domain && other_domain ? common(*domain, *other_domain) : std::vector<std::pair<Text, Text>>();
}

Text comment_on_part(const Object& object, Text part) {
  const auto* domain = std::get_if<Domain>(&object);
  const auto* composite = std::get_if<CompositeType>(&object);
  if (domain || composite)
    for (const PartComment& own : domain ? *domain->comments : *composite->comments)
      if (own.part == part) return own.comment;
  return {};
}

bool have_same_comments(const Object& a, const Object& b) {
  const auto pairs = common_parts(a, b);
  return std::all_of(pairs.begin(), pairs.end(),
                     [&](const auto& pair) { return comment_on_part(a, pair.first) == comment_on_part(b, pair.second); });
}

}  // namespace pgplumb
