#include "kinds/foreign_data_wrapper/ddl.h"

#include "kinds/definition.h"
#include "kinds/foreign_options.h"
#include "kinds/named_object.h"

namespace pgplumb {

namespace {

/// HANDLER f, NO HANDLER, and the same of VALIDATOR.
void apply_functions(Session& session, ForeignDataWrapper& wrapper, const List* functions) {
  const Definition given(functions);
  if (given.has("handler")) wrapper.handler = given.routine(session, "handler");
  if (given.has("validator")) wrapper.validator = given.routine(session, "validator");
}

}  // namespace

bool read_create_foreign_data_wrapper(Session& session, const Node* node) {
  const auto* statement = as<CreateFdwStmt>(node);
  ForeignDataWrapper wrapper{{}, {}, foreign_options_text(statement->options)};
  apply_functions(session, wrapper, statement->func_options);
  report_hidden_value(session, wrapper.options, statement->fdwname);
  declare_new(session, Namespace::foreign_data_wrapper, {{}, statement->fdwname}, wrapper);
  return true;
}

bool read_alter_foreign_data_wrapper(Session& session, const Node* node) {
  const auto* statement = as<AlterFdwStmt>(node);
  const Symbol* symbol =
      find_to_alter(session, Namespace::foreign_data_wrapper, {{}, statement->fdwname}, ForeignDataWrapper::kind);
  if (!symbol) return true;
  ForeignDataWrapper wrapper = *session.draft().object<ForeignDataWrapper>(symbol);
  wrapper.options = changed_foreign_options(wrapper.options, statement->options);
  apply_functions(session, wrapper, statement->func_options);
  report_hidden_value(session, wrapper.options, symbol->text);
  edit<ForeignDataWrapper>(session, symbol, [&](ForeignDataWrapper& changed) { changed = wrapper; });
  session.record(Event::Verb::altered, symbol, "definition");
  return true;
}

}  // namespace pgplumb
