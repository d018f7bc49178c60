# Turns INPUT, a .sql file, into OUTPUT, a header with its text as a string_view named after the file.
get_filename_component(name ${INPUT} NAME_WE)
string(MAKE_C_IDENTIFIER ${name} name)
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "#pragma once\n#include <string_view>\ninline constexpr std::string_view ${name}_sql = R\"sql(${text})sql\";\n")
