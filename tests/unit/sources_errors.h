// What a test expects to be refused.
#pragma once

#include <pgplumb/error.h>

#include <string>
#include <string_view>

#include "catch.h"

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// Message and hint of the Error that the work ends in; the test fails where there is none.
template <class Work>
std::string error_of(const Work& work) {
  try {
    work();
  } catch (const pgplumb::Error& error) {
    return error.message() + "\n" + error.hint();
  }
  FAIL("taken, though it should be refused");
  return {};
}
