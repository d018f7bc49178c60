// ICU's locales as they are written and as BCP 47 has them, which is what servers since PostgreSQL 16 store.
#include "catch.h"
#include "kinds/collation/language_tag.h"

using namespace pgplumb;

TEST_CASE("collations: a locale of ICU is one language tag however it is written") {
  CHECK(language_tag("de_DE") == "de-DE");
  CHECK(language_tag("DE-de") == "de-DE");
  CHECK(language_tag("zh_hant_TW") == "zh-Hant-TW");
  CHECK(language_tag("") == "und");
  CHECK(language_tag("root") == "und");
  CHECK(language_tag("und") == "und");
  CHECK(language_tag("de@collation=phonebook") == "de-u-co-phonebk");
  CHECK(language_tag("@colStrength=secondary") == "und-u-ks-level2");
  CHECK(language_tag("und-u-ks-level2-kn-true") == "und-u-kn-ks-level2");
  CHECK(language_tag("en@colNumeric=yes;colCaseFirst=upper") == "en-u-kf-upper-kn");
  CHECK(language_tag("en@colCaseLevel=no") == "en-u-kc-false");
}
