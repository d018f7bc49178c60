#include "catch.h"
#include "sources/dotenv.h"

using namespace pgplumb;

TEST_CASE("sources: a .env file's variables") {
  const auto read = read_dotenv(R"(# a comment
PLAIN=value
export EXPORTED = spaced value   # said twice
HASH=a#b
DOUBLE="with # and \"quotes\"\nand lines"
SINGLE='${PLAIN} as it is'
EXPANDED="${PLAIN}/${DOES_NOT_EXIST}x"
BARE_EXPANDED=${PLAIN}!
LINES="first
second"
EMPTY=
QUOTED_EMPTY=""
UNCLOSED="open
nonsense without a sign
LAST=no newline)");
  CHECK(read == std::map<std::string, std::string>{{"PLAIN", "value"},
                                                   {"EXPORTED", "spaced value"},
                                                   {"HASH", "a#b"},
                                                   {"DOUBLE", "with # and \"quotes\"\nand lines"},
                                                   {"SINGLE", "${PLAIN} as it is"},
                                                   {"EXPANDED", "value/x"},
                                                   {"BARE_EXPANDED", "value!"},
                                                   {"LINES", "first\nsecond"},
                                                   {"EMPTY", ""},
                                                   {"QUOTED_EMPTY", ""},
                                                   {"UNCLOSED", "\"open"},
                                                   {"LAST", "no newline"}});
}

TEST_CASE("sources: a .env file with Windows line ends, and one that is not there") {
  CHECK(read_dotenv("A=1\r\nB=\"2\"\r\n") == std::map<std::string, std::string>{{"A", "1"}, {"B", "2"}});
  CHECK(read_dotenv("").empty());
  CHECK(read_dotenv_file("no/such/.env").empty());
}
