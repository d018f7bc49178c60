// SQLSTATEs and Prisma's codes in running text.
#pragma once

#include <string_view>

namespace pgplumb {

/// Five digits and capital letters that explain knows the condition of.
bool is_sqlstate(std::string_view text);

/// The first known SQLSTATE behind one of the words that announce one: code: '42P01', "code":"42P01", SQLSTATE 42P01,
/// SQLSTATE[42P01], Code: `42P01`, SqlState("42P01"); "" when there is none.
std::string_view find_sqlstate(std::string_view text);

/// The first of Prisma's codes, a word by itself; "" when there is none. A view into `text`.
std::string_view find_prisma_code(std::string_view text);

/// The quoted word behind a key, as in modelName: 'CallRecord' or "modelName":"CallRecord"; "" when there is none.
std::string_view find_quoted(std::string_view text, std::string_view key);

}  // namespace pgplumb
