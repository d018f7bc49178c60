// The door to PostgreSQL's parse tree: the only place that includes the server's and libpg_query's headers.
//
// Node structs are in the global namespace (::CreateStmt, ::ColumnRef); pgplumb's own types of the same name win inside pgplumb.
// The server's headers redefine printf, ERROR, Min and more; whatever leaks is taken back below, so this header may stand among
// others.
#pragma once

// The server's headers include C's from within extern "C": these come first.
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#pragma push_macro("INFO")  // Catch2 has one, and so does elog.h
#undef INFO
// postgres.h goes before the server's other headers.
// clang-format off
extern "C" {
#include <pg_query.h>
#undef PG_MAJORVERSION
#undef PG_VERSION
#undef PG_VERSION_NUM
#include <postgres.h>
#include <nodes/nodeFuncs.h>
#include <nodes/pg_list.h>
#include <nodes/parsenodes.h>
#include <nodes/primnodes.h>
#include <nodes/value.h>
#if __has_include(<pg_query_internal.h>)
#include <pg_query_internal.h>
#else
#include <pg_query/pg_query_internal.h>
#endif
/// `nodes` is a List of RawStmt; the bytes are malloc'ed. Exported by libpg_query, declared in no header of its package.
PgQueryProtobuf pg_query_nodes_to_protobuf(const void* nodes);
}
// clang-format on

#pragma pop_macro("INFO")
// port.h sends these to its own implementations.
#undef printf
#undef fprintf
#undef sprintf
#undef snprintf
#undef vprintf
#undef vfprintf
#undef vsprintf
#undef vsnprintf
#undef strerror
#undef strerror_r
#undef qsort
// c.h: words too common to be macros.
#undef Abs
#undef Assert
#undef DEBUG
#undef Max
#undef Min
#undef _
#undef dgettext
#undef dngettext
#undef foreach
#undef gettext
#undef likely
#undef ngettext
#undef restrict
#undef unlikely
// elog.h: severities.
#undef DEBUG1
#undef DEBUG2
#undef DEBUG3
#undef DEBUG4
#undef DEBUG5
#undef ERROR
#undef FATAL
#undef LOG
#undef NOTICE
#undef PANIC
#undef WARNING
#undef PG_MAJORVERSION
#undef PG_VERSION

#include "sql/node_tags.h"

namespace pgplumb {

/// The node as a `T`, or null where it is none of that kind. Null stays null.
template <class T>
const T* as(const void* node) {
  static_assert(tag_of<T> != T_Invalid, "list the struct in sql/node_tags.h");
  return node && static_cast<const Node*>(node)->type == tag_of<T> ? static_cast<const T*>(node) : nullptr;
}

/// A list's members, in order; nothing for a null list: `for (const Node* column : nodes_of(statement->tableElts))`.
class NodeRange {
 public:
  explicit NodeRange(const List* list) : list_(list) {}

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = const Node*;
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = value_type;

    Iterator() = default;
    explicit Iterator(const ListCell* cell) : cell_(cell) {}
    const Node* operator*() const { return static_cast<const Node*>(cell_->ptr_value); }
    Iterator& operator++() { return ++cell_, *this; }
    Iterator operator++(int) { return Iterator(cell_++); }
    friend bool operator==(Iterator a, Iterator b) { return a.cell_ == b.cell_; }

   private:
    const ListCell* cell_ = nullptr;
  };

  Iterator begin() const { return Iterator(list_ ? list_->elements : nullptr); }
  Iterator end() const { return Iterator(list_ ? list_->elements + list_->length : nullptr); }
  std::size_t size() const { return list_ ? static_cast<std::size_t>(list_->length) : 0; }
  bool empty() const { return size() == 0; }
  const Node* operator[](std::size_t i) const { return static_cast<const Node*>(list_->elements[i].ptr_value); }
  const Node* front() const { return (*this)[0]; }
  const Node* back() const { return (*this)[size() - 1]; }

 private:
  const List* list_;
};
inline NodeRange nodes_of(const List* list) { return NodeRange(list); }

/// A C string of the tree; "" for null.
inline std::string_view view_of(const char* text) { return text ? std::string_view(text) : std::string_view(); }
/// The text of a String node; "" for anything else.
inline std::string_view text_of(const Node* node) {
  const auto* string = as<String>(node);
  return string ? view_of(string->sval) : std::string_view();
}
/// The texts of a list of String nodes.
inline std::vector<std::string_view> texts_of(const List* list) {
  std::vector<std::string_view> texts;
  for (const Node* node : nodes_of(list)) texts.push_back(text_of(node));
  return texts;
}
/// The number of an Integer node, also inside an A_Const.
inline std::optional<int> integer_of(const Node* node) {
  if (const auto* constant = as<A_Const>(node)) return constant->isnull ? std::nullopt : integer_of(&constant->val.node);
  if (const auto* integer = as<Integer>(node)) return integer->ival;
  return std::nullopt;
}

/// A name as a statement writes it; `schema` is "" where it does not say. A database in front is left out.
struct QualifiedName {
  std::string_view schema;
  std::string_view name;
};
inline QualifiedName qualified_name(const RangeVar* relation) {
  return {view_of(relation->schemaname), view_of(relation->relname)};
}
/// Of a list of String nodes: `{"auth", "users"}`.
inline QualifiedName qualified_name(const List* names) {
  const NodeRange parts = nodes_of(names);
  if (parts.empty()) return {};
  return {parts.size() > 1 ? text_of(parts[parts.size() - 2]) : std::string_view(), text_of(parts.back())};
}

}  // namespace pgplumb
