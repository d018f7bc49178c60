// What casts and literals come to: by themselves, and where a type is called for.
#pragma once

#include <pgplumb/sql/expression.h>

#include "sql/canonical/renamed_label.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {

class Casts {
 public:
  /// `renamed`: labels that literals are to have under their new names; null for none.
  explicit Casts(const KnownTypes& types, const RenamedLabels* renamed = nullptr) : types_(types), renamed_(renamed) {}

  const KnownTypes& types() const { return types_; }
  MaybeType type(const Expression& expression) const { return type_of(expression, types_); }

  /// A cast by itself, its argument being canonical: one to the type that the argument has goes.
  void rewrite(Expression& cast) const;
  /// Whether it only changes what the value is called: among text and varchar, from a domain to what it is over. It decides which
  /// function or operator is meant, and nothing else.
  bool only_labels(const Expression& cast) const;
  /// Where nothing depends on the label, it goes.
  void take_off_labels(Expression& value) const;
  /// What a literal without a cast is taken for.
  void give_type(Expression& literal, const DataType& type) const;
  /// Where a value of `type` is called for, a literal needs no cast to it, and is read as that type.
  void expect(Expression& expression, const DataType& type) const;
  /// The value is stored as `type`, so that a cast to it is PostgreSQL's own business.
  void store_as(Expression& expression, const DataType& type) const;

 private:
  void rewrite_cast_of_literal(Expression& cast) const;
  bool takes_type(const Expression& whole, const DataType& type) const;

  const KnownTypes& types_;
  const RenamedLabels* renamed_;
};

/// 'x'::text, 'x'::varchar
bool is_text_constant(const Expression& expression);

/// Takes off a cast, keeping what was cast.
void unwrap(Expression& cast);

}  // namespace pgplumb
