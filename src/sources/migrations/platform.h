// What a hosting platform has made before the first migration runs, and keeps. Migrations may name it; it is nobody's drift.
#pragma once

#include <pgplumb/statements/replay.h>

#include <span>
#include <string_view>

namespace pgplumb {

struct Platform {
  std::string_view name;                     ///< stands for a file where its statements are a place
  std::string_view statements;               ///< they make what migrations may name, and the schemas that the platform keeps
  std::span<const std::string_view> others;  ///< what else it makes outside of its schemas, by name
};

/// Makes what the platform has. Its tables and schemas are stated in part: they may hold more than is known here.
void make_platform(const Platform& platform, Draft& draft, Replay& replay);

/// What the migrations altered of it, or added to it, is theirs from there on. Before the draft is settled.
void claim_what_is_altered(const Platform& platform, Draft& draft, std::span<const Event> events);

/// Leaves out all that is still the platform's, and notes its schemas.
void set_platform_aside(const Platform& platform, Catalog& catalog);

}  // namespace pgplumb
