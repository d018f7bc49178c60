#include <string>
#include <vector>

#include "catch.h"
#include "sources/prisma/syntax/token.h"

using pgplumb::prisma::SchemaFile;
using pgplumb::prisma::Token;
using pgplumb::prisma::Tokens;
using pgplumb::prisma::whole;
using Kind = pgplumb::prisma::Token::Kind;

namespace {

std::vector<Token> tokens_of(const SchemaFile& file) {
  Tokens tokens(whole(file));
  std::vector<Token> all;
  do all.push_back(tokens.take());
  while (all.back().kind != Kind::end);
  return all;
}

std::vector<Kind> kinds_of(const std::string& text) {
  std::vector<Kind> kinds;
  const SchemaFile file("schema.prisma", text);
  for (const auto& token : tokens_of(file)) kinds.push_back(token.kind);
  return kinds;
}

std::vector<std::string> texts_of(const std::string& text) {
  std::vector<std::string> texts;
  const SchemaFile file("schema.prisma", text);
  for (const auto& token : tokens_of(file)) texts.push_back(text.substr(token.begin, token.end - token.begin));
  return texts;
}

}  // namespace

TEST_CASE("prisma: a field is words and signs") {
  CHECK(kinds_of("tags String[] @db.VarChar(5)") ==
        std::vector{Kind::word, Kind::word, Kind::open_bracket, Kind::close_bracket, Kind::at, Kind::word, Kind::dot, Kind::word,
                    Kind::open_parenthesis, Kind::number, Kind::close_parenthesis, Kind::end});
  CHECK(kinds_of("@@id([a])").front() == Kind::at_at);
}

TEST_CASE("prisma: numbers are digits with one point, and a sign before") {
  CHECK(texts_of("-1.50 12 1.x") == std::vector<std::string>{"-1.50", "12", "1", ".", "x", ""});
  CHECK(kinds_of("-1.50 12").front() == Kind::number);
  CHECK(kinds_of("2nd").front() == Kind::word);
}

TEST_CASE("prisma: names are letters and digits of any script") {
  CHECK(texts_of("naïve Модель 名前2") == std::vector<std::string>{"naïve", "Модель", "名前2", ""});
  CHECK(kinds_of("a€") == std::vector{Kind::word, Kind::unknown, Kind::end});
  CHECK(kinds_of("😀").front() == Kind::unknown);
  CHECK(kinds_of("a\u00a0b") == std::vector{Kind::word, Kind::word, Kind::end});
}

TEST_CASE("prisma: a string ends at its quote or fails with its line") {
  CHECK(texts_of(R"("a \" b" c)") == std::vector<std::string>{R"("a \" b")", "c", ""});
  CHECK(kinds_of("\"http://x\" // y") == std::vector{Kind::string, Kind::end});
  CHECK(kinds_of("\"abc\nd") == std::vector{Kind::unterminated_string, Kind::newline, Kind::word, Kind::end});
}

TEST_CASE("prisma: line comments are nothing, block comments stay to be placed") {
  CHECK(kinds_of("a // b\n/// c\n") == std::vector{Kind::word, Kind::newline, Kind::newline, Kind::end});
  CHECK(kinds_of("/* a\n b */ c") == std::vector{Kind::block_comment, Kind::word, Kind::end});
  CHECK(kinds_of("/* a").front() == Kind::unterminated_comment);
}
