#pragma once

#include <pgplumb/kinds/trigger.h>

namespace pgplumb {

/// A rule that rewrites queries (pg_rewrite); a view's own is the view.
struct RewriteRule {
  static constexpr std::string_view kind = "rule";
  Text event;  ///< "select", "insert", "update", "delete"
  bool instead = false;
  ExpressionField condition;
  ExpressionField actions;  ///< null for NOTHING
  Firing fires = Firing::enabled;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"event", &RewriteRule::event}, Field{"instead", &RewriteRule::instead},
                 Field{"condition", &RewriteRule::condition}, Field{"actions", &RewriteRule::actions},
                 Field{"fires", &RewriteRule::fires});
  }
  friend bool operator==(const RewriteRule&, const RewriteRule&) = default;
};

}  // namespace pgplumb
