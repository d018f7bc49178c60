// The floor under reading migrations: PostgreSQL's parser, and nothing else.
#pragma once

#include <string>
#include <vector>

/// The text as parse_script() hands it to the parser: chunks of as many bytes, cut where statements end. Where the grammar does
/// not take a chunk, its statements are chunks of their own, those that it takes; psql's commands and COPY's data are left out.
std::vector<std::string> chunks_of(const std::string& text);

/// The statements that stand in the text's DO blocks, and in those of its PL/pgSQL functions that it calls by SELECT or CALL,
/// once each, however often a loop runs them: PostgreSQL parses them, too, but not with the text.
std::vector<std::string> statements_in_bodies(const std::string& text);

/// Gives the number of statements.
std::size_t bare_parse(const std::vector<std::string>& chunks);
