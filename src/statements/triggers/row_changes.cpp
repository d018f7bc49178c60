#include "statements/triggers/row_changes.h"

#include <algorithm>
#include <array>

namespace pgplumb {

namespace {

std::vector<std::string_view> columns_set(const List* targets) {
  std::vector<std::string_view> columns;
  for (const Node* target : nodes_of(targets)) columns.push_back(view_of(as<ResTarget>(target)->name));
  return columns;
}

class Finder {
 public:
  void find_in(const Node* statement) {
    if (const auto* insert = as<InsertStmt>(statement)) return find_in_insert(insert);
    if (const auto* update = as<UpdateStmt>(statement))
      return find_behind(update->withClause, {"update", update->relation, columns_set(update->targetList)});
    if (const auto* remove = as<DeleteStmt>(statement)) return find_behind(remove->withClause, {"delete", remove->relation});
    if (const auto* merge = as<MergeStmt>(statement)) return find_in_merge(merge);
    if (const auto* select = as<SelectStmt>(statement)) return find_in_with(select->withClause);
    if (const auto* copy = as<CopyStmt>(statement); copy && copy->is_from && copy->relation) add({"insert", copy->relation});
    if (const auto* truncate = as<TruncateStmt>(statement))
      for (const Node* relation : nodes_of(truncate->relations)) add({"truncate", as<RangeVar>(relation)});
  }
  std::vector<RowChange> found() { return std::move(found_); }

 private:
  void add(RowChange change) { found_.push_back(std::move(change)); }
  void find_behind(const WithClause* with, RowChange change) {
    find_in_with(with);
    add(std::move(change));
  }
  void find_in_with(const WithClause* with) {
    for (const Node* query : nodes_of(with ? with->ctes : nullptr)) find_in(as<CommonTableExpr>(query)->ctequery);
  }
  void find_in_insert(const InsertStmt* insert) {
    find_behind(insert->withClause, {"insert", insert->relation, {}, insert});
    const OnConflictClause* conflict = insert->onConflictClause;
    if (conflict && conflict->action == ONCONFLICT_UPDATE) add({"update", insert->relation, columns_set(conflict->targetList)});
  }
  void find_in_merge(const MergeStmt* merge) {
    find_in_with(merge->withClause);
    for (const Node* node : nodes_of(merge->mergeWhenClauses)) {
      const auto* when = as<MergeWhenClause>(node);
      if (when->commandType == CMD_INSERT) add({"insert", merge->relation});
      if (when->commandType == CMD_UPDATE) add({"update", merge->relation, columns_set(when->targetList)});
      if (when->commandType == CMD_DELETE) add({"delete", merge->relation});
    }
  }

  std::vector<RowChange> found_;
};

}  // namespace

std::vector<RowChange> row_changes(const Node* statement) {
  Finder finder;
  finder.find_in(statement);
  return finder.found();
}

bool changes_only_rows(const Node* statement) {
  constexpr std::array changing = {T_InsertStmt, T_UpdateStmt, T_DeleteStmt, T_CopyStmt};
  return std::find(changing.begin(), changing.end(), statement->type) != changing.end();
}

}  // namespace pgplumb
