// What is known of functions besides their signatures.
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>
#include <string_view>

namespace pgplumb {

/// `uid` of `auth.uid`.
std::string_view without_schema(std::string_view function);

/// `crypt` of `public.crypt` and `extensions.crypt`: schemas that a search_path has without a word of it in the files, every
/// PostgreSQL's and Supabase's.
std::string_view without_usual_schema(std::string_view function);

/// Whether two names, one of which tells no schema and the other `public` or `extensions`, may be those of one function: what an
/// extension makes, or something that was not read. PostgreSQL's own are elsewhere, but for those that an extension has too.
bool may_be_one_function(std::string_view a, std::string_view b);

/// What a function of an extension that comes with PostgreSQL gives (pgcrypto, uuid-ossp, pg_trgm, unaccent); none for others.
std::optional<DataType> result_of_extension(std::string_view function);

/// Is told what to give by the type of its argument, which may be NULL: enum_range(NULL::status).
bool takes_type_of_null(std::string_view function);

/// "regclass", "regconfig" or the like where that argument of PostgreSQL's own function names such an object; "" elsewhere.
std::string_view kind_of_object_named(const Expression& call, std::size_t position, const KnownTypes& types);

}  // namespace pgplumb
