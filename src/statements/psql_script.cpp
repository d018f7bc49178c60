#include "statements/psql_script.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "sql/nodes.h"
#include "statements/psql.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Command = PsqlScript::Command;
using Follow = void (PsqlScript::*)(Command&);

struct FollowedRow {
  std::string_view word;
  Follow follow;
  bool decides_what_runs = false;  ///< it counts in a branch that is not taken, too
};
constexpr std::array followed = {FollowedRow{"\\if", &PsqlScript::begin_if, true},
                                 FollowedRow{"\\elif", &PsqlScript::begin_elif, true},
                                 FollowedRow{"\\else", &PsqlScript::begin_else, true},
                                 FollowedRow{"\\endif", &PsqlScript::end_if, true},
                                 FollowedRow{"\\set", &PsqlScript::set},
                                 FollowedRow{"\\unset", &PsqlScript::unset},
                                 FollowedRow{"\\prompt", &PsqlScript::set_from_outside},
                                 FollowedRow{"\\getenv", &PsqlScript::set_from_outside},
                                 FollowedRow{"\\i", &PsqlScript::include},
                                 FollowedRow{"\\include", &PsqlScript::include},
                                 FollowedRow{"\\ir", &PsqlScript::include},
                                 FollowedRow{"\\include_relative", &PsqlScript::include},
                                 FollowedRow{"\\c", &PsqlScript::connect},
                                 FollowedRow{"\\connect", &PsqlScript::connect},
                                 FollowedRow{"\\q", &PsqlScript::quit},
                                 FollowedRow{"\\quit", &PsqlScript::quit},
                                 FollowedRow{"\\;", &PsqlScript::send},
                                 FollowedRow{"\\g", &PsqlScript::send},
                                 FollowedRow{"\\gx", &PsqlScript::send},
                                 FollowedRow{"\\watch", &PsqlScript::send},
                                 FollowedRow{"\\crosstabview", &PsqlScript::send},
                                 FollowedRow{"\\gset", &PsqlScript::send_and_set},
                                 FollowedRow{"\\gexec", &PsqlScript::send_and_execute}};

const FollowedRow* row_of(std::string_view word) {
  const auto found = std::find_if(followed.begin(), followed.end(), [&](const FollowedRow& row) { return row.word == word; });
  return found == followed.end() ? nullptr : &*found;
}

/// `\set` in `\set name value`.
std::string_view command_word(std::string_view line) {
  if (line.empty() || line.starts_with("\\;")) return line.substr(0, 2);
  const auto ends = [](char letter) { return letter == '\\' || std::isspace(static_cast<unsigned char>(letter)); };
  const auto end = std::find_if(line.begin() + 1, line.end(), ends);
  return line.substr(0, static_cast<std::size_t>(end - line.begin()));
}

/// ParseVariableBool() of psql: what begins one of the words means it. What is none of them counts as false.
bool is_true(std::string_view text) {
  const std::string wanted = lower_case(text);
  const auto begins = [&](std::string_view word) { return !wanted.empty() && word.starts_with(wanted); };
  return begins("true") || begins("yes") || wanted == "on" || wanted == "1";
}

/// A query whose rows hold a statement each, and nothing else.
bool gives_one_column(std::string_view query) {
  bool gives_one = false;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) {
    const auto* select = as<SelectStmt>(statement.node->stmt);
    gives_one = select && select->op == SETOP_NONE && list_length(select->targetList) == 1;
  };
  parse_script(query, visitor);
  return gives_one;
}

/// Instead of arguments, behind which another command may stand (OT_WHOLE_LINE in bin/psql/command.c).
bool takes_whole_line(std::string_view word) {
  constexpr std::array words = {"\\!", "\\copy", "\\h", "\\help", "\\ef", "\\ev", "\\sf", "\\sf+", "\\sv", "\\sv+"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::string_view open_execution = "DO $gexec$ DECLARE command text; BEGIN FOR command IN ";
constexpr std::string_view close_execution = " LOOP EXECUTE command; END LOOP; END $gexec$";
constexpr std::string_view not_known = "psql puts in a value that is not known here";
constexpr std::string_view may_run = "whether it runs depends on a value that is not known here";

}  // namespace

bool steers_psql(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
    const FollowedRow* row = row_of(command_word(text.substr(at, std::min(text.find('\n', at), text.size()) - at)));
    if (row && row->follow != &PsqlScript::connect && row->follow != &PsqlScript::send) return true;
  }
  return false;
}

void PsqlScript::run() {
  ScriptScanner scanner(text_);
  while (const auto piece = scanner.next()) {
    if (piece->kind == Piece::Kind::statement && runs() != Runs::no) take_statement(*piece);
    if (piece->kind == Piece::Kind::psql_command)
      take_commands(text_.substr(piece->begin, piece->end - piece->begin), piece->begin);
  }
  end_statement();
  hand_over();
}

PsqlScript::Runs PsqlScript::runs() const {
  const auto any = [&](Runs what) {
    return until_here_ == what ||
           std::any_of(branches_.begin(), branches_.end(), [&](const Branch& branch) { return branch.runs == what; });
  };
  return any(Runs::no) ? Runs::no : any(Runs::maybe) ? Runs::maybe : Runs::yes;
}

// Statements

/// A semicolon ends it; a command need not.
void PsqlScript::take_statement(const Piece& piece) {
  const std::string_view behind = text_.substr(piece.end);
  if (open_statement().empty() && command_word(behind.substr(0, behind.find('\n'))) == "\\gexec")
    sql_.append_made(open_execution, piece.begin);
  put_in_variables(piece.begin, piece.end);
  if (runs() == Runs::maybe) doubt_ = Remark{Remark::Kind::doubtful, 0, 0, "statement behind \\if", std::string(may_run)};
  sql_.append_made(" ", piece.end);
  if (behind.starts_with(';')) end_statement();
}

void PsqlScript::put_in_variables(std::size_t begin, std::size_t end) {
  std::size_t copied = begin;
  for (std::size_t at = begin; (at = next_psql_reference(text_, at, end)) < end;) {
    const auto reference = psql_reference_at(text_, at);
    if (reference->form != '{' && !variables_.has(reference->name)) {
      at += reference->size;
      continue;
    }
    sql_.append(text_.substr(copied, at - copied), copied);
    const auto value = variables_.value_of(*reference);
    if (!value) leave_open("statement with " + std::string(text_.substr(at, reference->size)), not_known);
    sql_.append_made(value ? *value : gap(), at);
    at = copied = at + reference->size;
  }
  if (copied < end) sql_.append(text_.substr(copied, end - copied), copied);
}

std::string_view PsqlScript::open_statement() const { return std::string_view(sql_.text()).substr(statement_begin_); }

void PsqlScript::end_statement() {
  const std::size_t end = sql_.text().size();
  if (open_statement().empty()) return;
  if (doubt_) {
    remarks_.push_back(*std::exchange(doubt_, std::nullopt));
    remarks_.back().begin = statement_begin_;
    remarks_.back().end = end;
  }
  sql_.append_made(";\n", sql_.origin_of(end - 1));
  statement_begin_ = sql_.text().size();
}

void PsqlScript::leave_open(std::string what, std::string_view why) {
  if (!doubt_) doubt_ = Remark{Remark::Kind::unresolved, 0, 0, std::move(what), std::string(why)};
}

/// All statements that have ended: what follows depends on them.
void PsqlScript::hand_over() {
  if (!open_statement().empty() || sql_.empty()) return;
  host_.run(std::move(sql_), remarks_);
  sql_ = {};
  remarks_.clear();
  statement_begin_ = 0;
}

// Commands

void PsqlScript::take_commands(std::string_view line, std::size_t at) {
  while (!line.empty()) {
    const std::string_view word = command_word(line);
    Command command{word, {line.substr(word.size()), variables_}, at};
    const FollowedRow* row = row_of(word);
    if (row && (row->decides_what_runs || runs() != Runs::no)) (this->*row->follow)(command);
    if (!row && runs() != Runs::no && psql_command(word) == PsqlCommand::other)
      host_.leave_out("psql command " + std::string(word), "only psql itself knows its commands", at, false);
    if (takes_whole_line(word)) return;
    while (command.arguments.next()) {
    }
    at += line.size() - command.arguments.behind().size();
    line = command.arguments.behind();
  }
}

/// What is asked with `:{?name}` for a default may come from outside, too.
PsqlScript::Runs PsqlScript::condition(Command& command) {
  const PsqlArguments::Argument asked = command.arguments.rest(" ");
  if (!asked.asks.empty() && runs() != Runs::no)
    host_.leave_out("psql variable " + asked.asks, "psql -v may give it another value than the script does", command.at, false);
  return !asked.is_known ? Runs::maybe : is_true(asked.text) ? Runs::yes : Runs::no;
}

void PsqlScript::begin_if(Command& command) {
  const bool is_passed_over = runs() == Runs::no;
  const Runs wanted = is_passed_over ? Runs::no : condition(command);
  branches_.push_back({wanted, is_passed_over ? Runs::yes : wanted});
}

void PsqlScript::begin_elif(Command& command) {
  if (branches_.empty()) return;
  branches_.back().runs = branches_.back().earlier == Runs::yes ? Runs::no : Runs::yes;
  take_branch(condition(command));
}

void PsqlScript::begin_else(Command&) {
  if (!branches_.empty()) take_branch(Runs::yes);
}

void PsqlScript::take_branch(Runs wanted) {
  Branch& branch = branches_.back();
  if (branch.earlier == Runs::yes) wanted = Runs::no;
  branch.runs = wanted == Runs::yes ? (branch.earlier == Runs::maybe ? Runs::maybe : Runs::yes) : wanted;
  if (wanted != Runs::no) branch.earlier = wanted;
}

void PsqlScript::end_if(Command&) {
  if (!branches_.empty()) branches_.pop_back();
}

void PsqlScript::set(Command& command) {
  const auto name = command.arguments.next();
  if (!name) return;
  const PsqlArguments::Argument value = command.arguments.rest("");
  const bool is_known = value.is_known && runs() == Runs::yes;
  if (name->text == "AUTOCOMMIT" && !(is_known && is_true(value.text)))
    host_.leave_out("psql variable AUTOCOMMIT", "what no COMMIT follows is taken for committed all the same", command.at, false);
  variables_.set(name->text, is_known ? std::optional(value.text) : std::nullopt);
}

void PsqlScript::unset(Command& command) {
  const auto name = command.arguments.next();
  if (!name) return;
  if (runs() == Runs::yes)
    variables_.unset(name->text);
  else
    variables_.set(name->text, std::nullopt);
}

/// Its last argument is the variable, or its first: none of them is known.
void PsqlScript::set_from_outside(Command& command) {
  while (const auto argument = command.arguments.next()) variables_.set(argument->text, std::nullopt);
}

void PsqlScript::include(Command& command) {
  const auto path = command.arguments.next();
  if (!path) return;
  const bool is_relative = command.name.starts_with("\\ir") || command.name == "\\include_relative";
  if (path->is_known && runs() == Runs::yes) {
    hand_over();
    // psql takes semicolons off the end, as of what is no command.
    return host_.include(path->text.substr(0, path->text.find_last_not_of(';') + 1), is_relative, command.at);
  }
  const std::string_view why = path->is_known ? may_run : not_known;
  host_.leave_out("psql command " + std::string(command.name), std::string(why), command.at, true);
}

void PsqlScript::connect(Command& command) {
  const std::string_view written = command.arguments.behind();
  const PsqlArguments::Argument arguments = command.arguments.rest(" ");
  hand_over();
  if (arguments.is_known && runs() == Runs::yes)
    host_.connect(written.find(':') == std::string_view::npos ? written : arguments.text, command.at);
  else
    host_.leave_out("psql command " + std::string(command.name), std::string(may_run), command.at, false);
}

void PsqlScript::quit(Command&) { until_here_ = runs() == Runs::yes ? Runs::no : Runs::maybe; }

void PsqlScript::send(Command&) { end_statement(); }

/// Each column of the query's row becomes a variable: one of the words that the query has.
void PsqlScript::send_and_set(Command& command) {
  const auto prefix = command.arguments.next();
  for (const Word& word : cut_into_words(open_statement()))
    if (word.is_name()) variables_.set((prefix ? prefix->text : "") + word.text, std::nullopt);
  end_statement();
}

void PsqlScript::send_and_execute(Command& command) {
  const std::string_view statement = open_statement();
  const bool is_followed = statement.starts_with(open_execution) && gives_one_column(statement.substr(open_execution.size()));
  if (statement.starts_with(open_execution)) sql_.append_made(close_execution, command.at);
  if (!is_followed) leave_open("psql command \\gexec", "what the query gives is not known here");
  end_statement();
}

}  // namespace pgplumb
