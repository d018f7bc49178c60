#include "sources/migrations/scripts/script_part.h"

#include <algorithm>

#include "sources/migrations/placeholders.h"
#include "sources/migrations/read_text.h"
#include "sources/migrations/scripts/chapters.h"
#include "sources/migrations/scripts/statements.h"
#include "sources/migrations/scripts/vocabulary.h"

namespace pgplumb {

namespace {

bool has_ddl(const scripts::Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const scripts::Token& token) {
    std::string text;
    for (const auto& part : token.parts) text += part.text;
    return (token.is_literal() && scripts::is_surely_ddl(text)) || has_ddl(token.inner);
  });
}

Remark::Kind kind_of(const scripts::Statement& statement) {
  return statement.is_doubtful ? Remark::Kind::doubtful : statement.is_partial ? Remark::Kind::partial : Remark::Kind::unresolved;
}

void append(UpPart& part, const scripts::Statement& statement) {
  const std::size_t begin = part.sql.text().size();
  for (const scripts::Run& run : statement.runs)
    run.is_made ? part.sql.append_made(run.text, run.from) : part.sql.append(run.text, run.from);
  const std::size_t end = part.sql.text().size();
  if (!statement.what.empty())
    part.remarks.push_back({kind_of(statement), begin, end, statement.what, statement.why, statement.object});
  else if (statement.is_guarded || statement.is_tried)
    part.remarks.push_back({statement.is_guarded ? Remark::Kind::guarded : Remark::Kind::tried, begin, end});
  part.sql.append("\n;\n", statement.runs.empty() ? statement.site : statement.runs.back().from);
}

}  // namespace

bool is_script(const std::filesystem::path& path) { return scripts::language_of(path.extension().string()) != nullptr; }

bool holds_sql(const std::filesystem::path& path) {
  const scripts::Language* language = scripts::language_of(path.extension().string());
  return language && has_ddl(scripts::read_program(*language, read_sql_file(path)).tokens);
}

UpPart take_from_script(const SourceText& file, const std::filesystem::path& path, bool holds_several) {
  const scripts::Language& language = *scripts::language_of(path.extension().string());
  const scripts::Program program = scripts::read_program(language, file.text());
  const auto statements = scripts::find_statements(language, path, file.text(), program);
  UpPart part;
  for (const scripts::Statement& statement : statements) append(part, statement);
  resolve_placeholders(part, double_braces());
  if (holds_several) part.chapters = scripts::find_chapters(file, program, statements);
  return part;
}

}  // namespace pgplumb
