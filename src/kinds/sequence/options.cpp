#include "kinds/sequence/options.h"

#include <charconv>
#include <limits>
#include <optional>

namespace pgplumb {

namespace {

using Number = std::int64_t;

struct Limits {
  Number lowest, highest;
};
Limits limits_of(Text type) {
  if (type == Text("int2")) return {std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()};
  if (type == Text("int4")) return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  return {std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max()};
}

Number default_minimum(const Sequence& sequence) { return sequence.increment > 0 ? 1 : limits_of(sequence.data_type).lowest; }
Number default_maximum(const Sequence& sequence) { return sequence.increment > 0 ? limits_of(sequence.data_type).highest : -1; }

/// Of NumericOnly, whose large numbers the grammar gives as text.
std::optional<Number> number_of(const Node* node) {
  if (const auto small = integer_of(node)) return *small;
  const auto* large = as<Float>(node);
  if (!large) return std::nullopt;
  Number number = 0;
  const std::string_view text = large->fval;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// OWNED BY table.column; NONE is one name only.
MemberRef owner_of(Session& session, const List* names) {
  const auto parts = texts_of(names);
  if (parts.size() < 2) return {};
  const std::string_view schema = parts.size() > 2 ? parts[parts.size() - 3] : std::string_view();
  Symbol* table = session.relation_to_refer_to(schema, parts[parts.size() - 2]);
  return {table ? session.column_to_alter(table, parts.back()) : nullptr};
}

/// What the options said, before defaults are filled in.
struct Stated {
  std::optional<Number> increment, minimum, maximum, start;
  std::optional<Text> data_type;
  bool minimum_given = false, maximum_given = false;
};

void apply_option(Session& session, Sequence& sequence, Stated& stated, const DefElem* option) {
  const std::string_view name = view_of(option->defname);
  const auto number = number_of(option->arg);
  if (name == "as") {
    stated.data_type = read_column_type(session, as<TypeName>(option->arg)).name->text;
  } else if (name == "increment") {
    stated.increment = number;
  } else if (name == "minvalue") {
    stated.minimum = number;
    stated.minimum_given = true;
  } else if (name == "maxvalue") {
    stated.maximum = number;
    stated.maximum_given = true;
  } else if (name == "start") {
    stated.start = number;
  } else if (name == "cache") {
    sequence.cache = number.value_or(1);
  } else if (name == "cycle") {
    const auto* flag = as<Boolean>(option->arg);
    sequence.cycle = flag && flag->boolval;
  } else if (name == "owned_by") {
    sequence.owned_by = owner_of(session, as<List>(option->arg));
  }
}

Number default_start(const Sequence& sequence) { return sequence.increment > 0 ? sequence.minimum : sequence.maximum; }

}  // namespace

Sequence usual_sequence(const Sequence& like) {
  Sequence usual;
  usual.data_type = like.data_type;
  usual.minimum = default_minimum(like);
  usual.maximum = default_maximum(like);
  usual.start = default_start(like);
  return usual;
}

void change_data_type(Sequence& sequence, Text type) {
  const Limits before = limits_of(sequence.data_type), after = limits_of(type);
  sequence.data_type = type;
  if (sequence.minimum == before.lowest) sequence.minimum = after.lowest;
  if (sequence.maximum == before.highest) sequence.maximum = after.highest;
}

void apply_sequence_options(Session& session, Sequence& sequence, const List* options, bool is_new) {
  Stated stated;
  for (const Node* option : nodes_of(options)) apply_option(session, sequence, stated, as<DefElem>(option));
  if (stated.increment) sequence.increment = *stated.increment;
  if (stated.data_type) change_data_type(sequence, *stated.data_type);
  if (is_new || stated.minimum_given) sequence.minimum = stated.minimum.value_or(default_minimum(sequence));
  if (is_new || stated.maximum_given) sequence.maximum = stated.maximum.value_or(default_maximum(sequence));
  if (stated.start)
    sequence.start = *stated.start;
  else if (is_new)
    sequence.start = default_start(sequence);
}

}  // namespace pgplumb
