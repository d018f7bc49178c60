// Prisma Client: a sentence of its own or the server's, its code and the model some lines away from it, the server's own error
// inside `meta`.
#include <algorithm>
#include <array>

#include "explain/conditions.h"
#include "explain/messages/code.h"
#include "explain/messages/dialect.h"
#include "explain/messages/sentence.h"

namespace pgplumb {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view opening = "Invalid `";
constexpr std::array<std::string_view, 5> sentence_marks{"The table ", "The column ", "Null constraint violation on",
                                                         "Unique constraint failed on", "Foreign key constraint violated"};
constexpr std::string_view marks[] = {
    opening, sentence_marks[0], sentence_marks[1], sentence_marks[2], sentence_marks[3], sentence_marks[4], "P20"};

// Without backticks: a shell took them for a command. "(not available)" is what Prisma 7 prints where its driver
// adapter does not tell.
constexpr SentenceForm sentences[] = {
    {"42P01", "The table `{table}` does not exist in the current database"},
    {"42P01", "The table {table} does not exist in the current database"},
    {"42703", "The column `{field}` does not exist in the current database"},
    {"42703", "The column {field} does not exist in the current database"},
    {"23502", "Null constraint violation on the fields: (`{column}`)"},
    {"23502", "Null constraint violation on the ({column})"},
    {"23505", "Unique constraint failed on the fields: (`{column}`)"},
    {"23505", "Unique constraint failed on the constraint: `{constraint}`"},
    {"23505", "Unique constraint failed on the ({column})"},
    {"23503", "Foreign key constraint violated: `{constraint}`"},
    {"23503", "Foreign key constraint violated on the constraint: `{constraint}`"},
};

/// Reads one failure: [opening] [sentence] [code and meta], as much of it as belongs together.
class Failure {
 public:
  explicit Failure(const Passage& passage) : passage_(passage), text_(passage.lines_from(passage.mark, 60)) {}
  std::optional<Sighting> read();

 private:
  void cut_at_next(std::string_view mark, std::size_t from);
  void cut_behind_code();
  bool read_sentence_of_failure();
  bool read_code();
  void read_meta(std::size_t from);
  void read_opening();
  std::string_view teller() const;
  void reached(std::size_t end) { end_ = std::max(end_, end); }

  const Passage& passage_;
  std::string_view text_;
  Sighting sighting_;
  std::size_t end_ = 1;  // in text_
};

/// The next failure begins there; in a record everything is of one.
void Failure::cut_at_next(std::string_view mark, std::size_t from) {
  if (!passage_.one_record && from != npos) text_ = text_.substr(0, text_.find(mark, from));
}

/// A code by itself: its message may follow in its line or, as Prisma's messages begin with a line break, with the next one; the
/// model in the lines behind it.
void Failure::cut_behind_code() {
  const auto line_end = text_.find('\n');
  if (line_end != npos && text_.substr(line_end + 1).starts_with(opening)) return cut_at_next(opening, line_end + 2);
  for (const auto mark : sentence_marks) cut_at_next(mark, line_end);
  for (const auto mark : {opening, std::string_view("rror: "), std::string_view("ERROR:")}) cut_at_next(mark, line_end);
}

std::optional<Sighting> Failure::read() {
  if (text_.starts_with("P20")) {
    if (find_prisma_code(text_.substr(0, 6)).empty() || passage_.before_mark().find("==") != npos) return std::nullopt;
    cut_behind_code();
  } else {
    cut_at_next(opening, 1);
  }
  const bool has_sentence = read_sentence_of_failure();
  const bool has_code = read_code();
  if (!has_sentence && !has_code) return std::nullopt;
  read_opening();
  sighting_.teller = teller();
  sighting_.end = passage_.mark + end_;
  return std::move(sighting_);
}

/// With `log: ['error']` the client prints each failure itself, before it throws.
std::string_view Failure::teller() const {
  static constexpr std::string_view printed = "prisma:error";
  const auto before = passage_.text.substr(0, passage_.mark);
  return before.substr(before.size() - std::min(before.size(), printed.size() + 3)).find(printed) != npos ? printed : "Prisma";
}

void forget_unavailable(std::string& name) {
  if (name.find("not available") != std::string::npos) name.clear();
}

/// Prisma's own sentence, or the server's where Prisma passes it on (P2007, P2010, P2039).
bool Failure::read_sentence_of_failure() {
  auto own = find_sentence(text_, sentences);
  auto servers = find_sentence(text_, server_sentences());
  auto& sentence = own ? own : servers;
  if (!sentence) return false;
  sighting_.error = std::move(sentence->error);
  for (auto* name : {&sighting_.error.column, &sighting_.error.relation, &sighting_.error.constraint}) forget_unavailable(*name);
  reached(sentence->end);
  // Another failure of the same kind may follow: what is behind its sentence is not about this one.
  for (const auto mark : sentence_marks) cut_at_next(mark, sentence->end);
  return true;
}

bool Failure::read_code() {
  const auto code = find_prisma_code(text_);
  if (code.empty()) return false;
  auto& error = sighting_.error;
  error.prisma = code;
  if (const auto sqlstate = sqlstate_of_prisma_code(code); error.sqlstate.empty()) error.sqlstate = sqlstate;
  const auto at = static_cast<std::size_t>(code.data() - text_.data());
  reached(at + code.size());
  read_meta(at);
  return true;
}

/// meta: { modelName: 'CallRecord', table: 'public.calls', driverAdapterError: … originalCode: '42P01' … }, clientVersion:
/// '7.10.1'
void Failure::read_meta(std::size_t from) {
  auto& error = sighting_.error;
  const auto meta = text_.substr(from);
  error.model = find_quoted(meta, "modelName");
  if (error.sqlstate.empty()) error.sqlstate = find_sqlstate(meta);
  if (error.relation.empty() && error.column.empty()) {
    if (const auto table = find_quoted(meta, "table"); error.sqlstate == "42P01" && !table.empty()) name_table(error, table);
    if (const auto column = find_quoted(meta, "column"); error.sqlstate == "42703" && !column.empty()) name_field(error, column);
    for (auto* name : {&error.column, &error.relation}) forget_unavailable(*name);
  }
  const auto last = text_.find("clientVersion", from);
  if (last != npos) reached(text_.find('\n', last) == npos ? text_.size() : text_.find('\n', last));
}

/// Invalid `prisma.callRecord.findMany()` invocation: the client's property of the model, where `meta` did not name it.
void Failure::read_opening() {
  const auto begin = text_.find(opening);
  if (!sighting_.error.model.empty() || begin == npos) return;
  std::string_view call = text_.substr(begin + opening.size(), 200);
  call = call.substr(0, call.find('`'));
  const auto method = call.rfind('.');
  const auto property = method == npos ? npos : call.rfind('.', method - 1);
  if (property == npos) return;
  const auto name = call.substr(property + 1, method - property - 1);
  if (!name.starts_with('$')) sighting_.error.model = name;
}

std::optional<Sighting> read(const Passage& passage) { return Failure(passage).read(); }

}  // namespace

constinit const Dialect prisma_dialect{"prisma", "Prisma Client 4 to 7", marks, read};

}  // namespace pgplumb
