#include "kinds/foreign_server/ddl.h"

#include "kinds/foreign_options.h"
#include "kinds/named_object.h"

namespace pgplumb {

bool read_create_foreign_server(Session& session, const Node* node) {
  const auto* statement = as<CreateForeignServerStmt>(node);
  const ForeignServer server{{session.resolve(Namespace::foreign_data_wrapper, {}, statement->fdwname)},
                             view_of(statement->servertype),
                             view_of(statement->version),
                             foreign_options_text(statement->options)};
  report_hidden_value(session, server.options, statement->servername);
  declare_new(session, Namespace::foreign_server, {{}, statement->servername}, server, statement->if_not_exists);
  return true;
}

bool read_alter_foreign_server(Session& session, const Node* node) {
  const auto* statement = as<AlterForeignServerStmt>(node);
  const Symbol* symbol = find_to_alter(session, Namespace::foreign_server, {{}, statement->servername}, ForeignServer::kind);
  if (!symbol) return true;
  edit<ForeignServer>(session, symbol, [&](ForeignServer& server) {
    if (statement->has_version) server.version = view_of(statement->version);
    server.options = changed_foreign_options(server.options, statement->options);
  });
  report_hidden_value(session, session.draft().object<ForeignServer>(symbol)->options, symbol->text);
  session.record(Event::Verb::altered, symbol, "definition");
  return true;
}

}  // namespace pgplumb
