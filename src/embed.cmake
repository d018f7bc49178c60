# Turns INPUT, a text, into OUTPUT, a header with it as a string_view named after the file: columns.sql is columns_sql.
get_filename_component(name ${INPUT} NAME)
string(MAKE_C_IDENTIFIER ${name} name)
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "#pragma once\n#include <string_view>\ninline constexpr std::string_view ${name} = R\"sql(${text})sql\";\n")
