#include "statements/do_block/doubt/name_in_part.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pgplumb {

namespace {

using Words = std::vector<Word>;

constexpr std::array before_name = {"view", "table", "column", "if", "not", "exists", "concurrently", "only"};

struct MadeKind {
  std::string_view word;
  Namespace space;
};
constexpr std::array made_kinds = {MadeKind{"table", Namespace::relation},
                                   MadeKind{"view", Namespace::relation},
                                   MadeKind{"sequence", Namespace::sequence},
                                   MadeKind{"index", Namespace::index},
                                   MadeKind{"type", Namespace::type},
                                   MadeKind{"domain", Namespace::type},
                                   MadeKind{"schema", Namespace::schema},
                                   MadeKind{"function", Namespace::routine},
                                   MadeKind{"procedure", Namespace::routine},
                                   MadeKind{"aggregate", Namespace::routine},
                                   MadeKind{"policy", Namespace::policy},
                                   MadeKind{"trigger", Namespace::trigger},
                                   MadeKind{"publication", Namespace::publication}};

/// Behind ADD, what no name of a column follows.
constexpr std::array no_columns = {"primary", "unique", "foreign", "check", "exclude", "generated", "attribute", "table"};

bool is_gap(const Word& word) { return word.is(unknown_text) || word.is_sign("%"); }

/// The text of a part that is known stands directly before or behind that of one that is not, which has a space around it.
bool are_joined(const Words& words, std::size_t left) {
  if (left + 1 >= words.size() || !(words[left + 1].is_name() || is_gap(words[left + 1]))) return false;
  const std::size_t space = words[left + 1].begin - words[left].end;
  const bool left_is_gap = words[left].is(unknown_text), right_is_gap = words[left + 1].is(unknown_text);
  if (left_is_gap || right_is_gap) return space == std::size_t{left_is_gap} + std::size_t{right_is_gap};
  return space == 0 && (is_gap(words[left]) || is_gap(words[left + 1]));
}

/// Of a name, or a text, between quotes.
NameEnds ends_between_quotes(const std::string& text) {
  if (const auto percent = text.find('%'); percent != std::string::npos) return {text.substr(0, percent), {}};
  const auto first = text.find(gap()), last = text.rfind(gap());
  return {text.substr(0, first), text.substr(last + gap().size())};
}

/// Those of the name that stands there; none where all of it is known.
std::optional<NameEnds> ends_at(const Words& words, std::size_t at) {
  if (at >= words.size()) return NameEnds{};
  if (words[at].kind == Word::Kind::quoted || words[at].kind == Word::Kind::string)
    return holds_gap(words[at]) ? std::optional(ends_between_quotes(words[at].text)) : std::nullopt;
  std::size_t last = at;
  bool has_gap = is_gap(words[at]);
  for (; are_joined(words, last); ++last) has_gap |= is_gap(words[last + 1]);
  if (!has_gap) return std::nullopt;
  // What stands behind % begins with the letter of its kind.
  const bool is_end_known = !is_gap(words[last]) && words[last - 1].is(unknown_text);
  return NameEnds{is_gap(words[at]) ? std::string() : words[at].text, is_end_known ? words[last].text : std::string()};
}

/// Where the name stands that begins behind `at`: without what may stand before it, and its schema.
std::size_t place_of_name(const Words& words, std::size_t at) {
  while (at < words.size() && is_one_of(words[at], before_name)) ++at;
  return at + 2 < words.size() && words[at + 1].is_sign(".") ? at + 2 : at;
}

std::size_t find_word(const Words& words, std::size_t from, std::string_view keyword) {
  while (from < words.size() && !words[from].is(keyword)) ++from;
  return from;
}

std::string known_name_at(const Words& words, std::size_t at) {
  return at < words.size() && words[at].is_name() && !ends_at(words, at) ? words[at].text : std::string();
}

const MadeKind* kind_of(const Word& word) {
  const auto found = std::find_if(made_kinds.begin(), made_kinds.end(), [&](const MadeKind& kind) { return word.is(kind.word); });
  return found == made_kinds.end() ? nullptr : &*found;
}

class Finder {
 public:
  explicit Finder(Words words) : words_(std::move(words)) {}

  std::vector<NameInPart> find() {
    if (words_.size() > 1 && words_.front().is("create")) find_created();
    if (words_.size() > 1 && words_.front().is("alter")) find_altered();
    return std::move(names_);
  }

 private:
  void add(Namespace space, std::size_t name, std::string table = {}) {
    if (const auto ends = ends_at(words_, name)) names_.push_back({space, ends->begin, ends->end, std::move(table)});
  }

  void find_created() {
    std::size_t at = 1;
    while (at < words_.size() && !kind_of(words_[at])) ++at;
    if (at == words_.size()) return;
    const Namespace space = kind_of(words_[at])->space;
    const std::size_t name = place_of_name(words_, at + 1);
    if (name < words_.size() && words_[name].is("on")) return;  // an index whose name the server chooses
    const std::size_t table = place_of_name(words_, find_word(words_, name, "on") + 1);
    add(space, name, is_member(space) ? known_name_at(words_, table) : std::string());
  }

  void find_altered() {
    const MadeKind* kind = kind_of(words_[words_[1].is("foreign") || words_[1].is("materialized") ? 2 : 1]);
    if (!kind) return;
    table_ = known_name_at(words_, place_of_name(words_, 2));
    for (std::size_t i = 2; i + 1 < words_.size(); ++i) {
      if (words_[i].is("rename")) find_renamed(*kind, i + 1);
      if (words_[i].is("add")) find_added(i + 1);
    }
  }

  void find_renamed(const MadeKind& kind, std::size_t at) {
    const std::size_t name = find_word(words_, at, "to") + 1;
    if (words_[at].is("to")) return add(kind.space, name);
    if (words_[at].is("value")) return add(Namespace::enum_value, name, table_);
    add(words_[at].is("constraint") ? Namespace::constraint : Namespace::column, name, table_);
  }

  void find_added(std::size_t at) {
    const std::size_t name = place_of_name(words_, at + 1);
    if (words_[at].is("constraint")) return add(Namespace::constraint, name, table_);
    if (words_[at].is("value")) return add(Namespace::enum_value, name, table_);
    if (!is_one_of(words_[at], no_columns)) add(Namespace::column, place_of_name(words_, at), table_);
  }

  Words words_;
  std::vector<NameInPart> names_;
  std::string table_;  // what is altered
};

}  // namespace

bool holds_gap(const Word& word) {
  return is_gap(word) || (word.kind != Word::Kind::plain &&
                          (word.text.find('%') != std::string::npos || word.text.find(gap()) != std::string::npos));
}

std::optional<NameEnds> ends_of_name(const std::vector<Word>& words, std::size_t kind) {
  return ends_at(words, place_of_name(words, kind + 1));
}

GivenName given_name(const std::vector<Word>& words, std::size_t kind) {
  if (auto ends = ends_of_name(words, kind)) return GivenName(*std::move(ends));
  return GivenName(words[place_of_name(words, kind + 1)].text);
}

std::size_t end_of_name(const std::vector<Word>& words, std::size_t kind) {
  std::size_t last = place_of_name(words, kind + 1);
  while (are_joined(words, last)) ++last;
  return std::min(last + 1, words.size());
}

std::optional<Namespace> namespace_made(const Word& word) {
  const MadeKind* kind = kind_of(word);
  return kind ? std::optional(kind->space) : std::nullopt;
}

std::vector<std::string_view> statements_in(std::string_view known) {
  std::vector<std::string_view> statements;
  std::size_t begin = 0;
  for (const Word& word : cut_into_words(known))
    if (word.is_sign(";")) {
      statements.push_back(known.substr(begin, word.begin - begin));
      begin = word.end;
    }
  if (const auto rest = known.substr(begin); statements.empty() || !cut_into_words(rest).empty()) statements.push_back(rest);
  return statements;
}

std::vector<NameInPart> names_made_in_part(std::string_view known) {
  std::vector<NameInPart> names;
  for (const std::string_view statement : statements_in(known))
    for (NameInPart& name : Finder(cut_into_words(statement)).find()) names.push_back(std::move(name));
  return names;
}

}  // namespace pgplumb
