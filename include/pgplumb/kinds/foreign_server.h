#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A server (pg_foreign_server).
struct ForeignServer {
  static constexpr std::string_view kind = "foreign server";
  ObjectRef wrapper;
  Text type;
  Text version;
  Text options;  ///< "dbname=shop, host=db"; what may be a secret is hidden

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"wrapper", &ForeignServer::wrapper}, Field{"type", &ForeignServer::type},
                 Field{"version", &ForeignServer::version}, Field{"options", &ForeignServer::options});
  }
  friend bool operator==(const ForeignServer&, const ForeignServer&) = default;
};

}  // namespace pgplumb
