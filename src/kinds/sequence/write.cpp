#include "kinds/sequence/write.h"

#include "kinds/sequence/options.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string number_clause(std::string_view words, std::int64_t from, std::int64_t to) {
  return from == to ? "" : std::string(words) + std::to_string(to);
}

std::string counting_clauses(const Sequence& from, const Sequence& to) {
  return number_clause(" INCREMENT BY ", from.increment, to.increment) + number_clause(" MINVALUE ", from.minimum, to.minimum) +
         number_clause(" MAXVALUE ", from.maximum, to.maximum) + number_clause(" START WITH ", from.start, to.start) +
         number_clause(" CACHE ", from.cache, to.cache) +
         (from.cycle == to.cycle ? ""
          : to.cycle             ? " CYCLE"
                                 : " NO CYCLE");
}

std::string type_clause(Text type) { return " AS " + sql_type({builtin_type(type.str()), {}, false}); }

}  // namespace

std::string owner_clause(MemberRef column) {
  if (!column) return " OWNED BY NONE";
  return " OWNED BY " + quote_qualified(*column.symbol->parent) + "." + quote_identifier(column.symbol->text);
}

Sequence serial_sequence(const DataType& type) {
  Sequence counting;
  counting.data_type = type.name->text;
  return usual_sequence(counting);
}

std::string sequence_options(const Sequence& sequence) { return counting_clauses(usual_sequence(sequence), sequence); }

std::string sequence_definition(const Sequence& sequence) {
  return (sequence.data_type == Sequence().data_type ? "" : type_clause(sequence.data_type)) + sequence_options(sequence);
}

std::string sequence_changes(const Sequence& from, const Sequence& to) {
  Sequence retyped = from;
  change_data_type(retyped, to.data_type);
  return (from.data_type == to.data_type ? "" : type_clause(to.data_type)) + counting_clauses(retyped, to) +
         (from.owned_by == to.owned_by ? "" : owner_clause(to.owned_by));
}

}  // namespace pgplumb
