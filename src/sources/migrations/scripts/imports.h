// What a name of one file means in another.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb::scripts {

struct Import {
  std::string module;     ///< as it is written: "../lib/columns", "app.columns", ".columns"; "" for this file
  std::string name = {};  ///< what of it; "" for all of it
};

/// The name of what a module of JavaScript exports without one.
constexpr std::string_view defaulted = "default";

/// SQLAlchemy's and Alembic's packages, and those that add types to them.
bool is_of_sqlalchemy(const Import& import);

}  // namespace pgplumb::scripts
