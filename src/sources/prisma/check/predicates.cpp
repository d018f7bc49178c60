#include "sources/prisma/check/predicates.h"

#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

class PredicateCheck {
 public:
  PredicateCheck(Schema& schema, const Model& model) : schema_(schema), model_(model) {}

  bool run(const Value& where) {
    if (where.is_call("raw"))
      check_raw(where);
    else if (where.is(Value::Kind::object) && !where.arguments.empty())
      for (const auto& member : where.arguments) check_member(member);
    else
      note(where.span, "the condition of a partial index is raw(\"…\") or { field: value }");
    return readable_;
  }

 private:
  void note(Span at, std::string message, std::string hint = {}) {
    schema_.problems.add(at, std::move(message), std::move(hint));
    readable_ = false;
  }

  void check_raw(const Value& where) {
    if (where.arguments.empty() || !where.arguments[0].value.is(Value::Kind::string) || where.arguments[0].value.text.empty())
      note(where.span, "raw() takes a condition in quotes", "raw(\"status = 'active'\")");
  }

  void check_member(const Argument& member) {
    const Field* field = model_.find_field(member.name);
    if (!field && !model_.block->is_unread(member.name)) {
      std::vector<std::string_view> known;
      for (const auto& other : model_.fields) known.push_back(other.name());
      return note(member.span, fmt::format("model {} has no field \"{}\"", model_.name(), member.name),
                  suggest(member.name, known));
    }
    if (field && field->is_relation())
      return note(member.span, fmt::format("\"{}\" is a relation field, which is no column", member.name));
    const Value* value = &member.value;
    if (value->is(Value::Kind::object)) {
      if (value->arguments.size() != 1 || value->arguments[0].name != "not")
        return note(value->span, "the only condition besides a value is { not: … }");
      value = &value->arguments[0].value;
    }
    if (!is_literal(*value))
      note(value->span, fmt::format("{} cannot stand in a condition", value->span.text()),
           "true, false, null, text in quotes or a number can");
    else if (field && !fits(*field, *value))
      note(value->span,
           fmt::format("{} is no value of \"{}\", which is {}", value->span.text(), field->name(), field->line->type.name));
  }

  static bool is_boolean(const Value& value) { return value.text == "true" || value.text == "false"; }

  static bool is_literal(const Value& value) {
    if (value.is(Value::Kind::constant)) return value.text == "null" || is_boolean(value);
    return value.is(Value::Kind::string) || value.is(Value::Kind::number);
  }

  static bool fits(const Field& field, const Value& value) {
    if (field.kind != Field::Kind::scalar || (value.is(Value::Kind::constant) && value.text == "null")) return true;
    switch (field.scalar) {
      case Scalar::Boolean:
        return value.is(Value::Kind::constant);
      case Scalar::Int:
      case Scalar::BigInt:
      case Scalar::Float:
      case Scalar::Decimal:
        return value.is(Value::Kind::number);
      default:
        return value.is(Value::Kind::string);
    }
  }

  Schema& schema_;
  const Model& model_;
  bool readable_ = true;
};

}  // namespace

bool check_predicate(Schema& schema, const Model& model, const Value& where) { return PredicateCheck(schema, model).run(where); }

}  // namespace pgplumb::prisma
