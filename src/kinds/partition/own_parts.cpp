#include "kinds/partition/own_parts.h"

#include <algorithm>
#include <iterator>

#include "kinds/spelling.h"
#include "kinds/words.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

Expression column(ColumnRef ref) {
  Expression expression = make(Kind::column);
  expression.column = ref;
  return expression;
}

Args columns(const std::vector<ColumnRef>& refs) {
  Args all;
  for (const ColumnRef ref : refs) all.push_back(column(ref));
  return all;
}

Expression key_tree(const IndexKey& key) {
  Expression part = key.column.symbol ? column(key.column) : *key.expression.tree;
  const std::string suffix = words({key.collation.str(), key.operator_class.str(), key.descending ? "desc" : "",
                                    key.nulls_first == key.descending ? ""
                                    : key.nulls_first                 ? "nulls first"
                                                                      : "nulls last"});
  return suffix.empty() ? part : make(Kind::other, suffix, std::move(part));
}

void append_include_and_predicate(const std::vector<ColumnRef>& include, const ExpressionField& predicate, Args& parts) {
  if (!include.empty()) parts.push_back(make(Kind::other, "include", columns(include)));
  if (predicate) parts.push_back(make(Kind::other, "where", *predicate.tree));
}

Expression tree_of(const Check& check) {
  const std::string flags = words({check.no_inherit ? "no inherit" : "", check.validated ? "" : "not valid"});
  return flags.empty() ? *check.expression.tree : make(Kind::other, flags, *check.expression.tree);
}
/// What it points at counts as text.
Expression tree_of(const ForeignKey& key) {
  ForeignKey without_columns = key;
  without_columns.columns.clear();
  std::string text = describe(without_columns);
  text.replace(0, std::string_view("() →").size(), "references");
  return make(Kind::other, std::move(text), columns(key.columns));
}
Expression tree_of(const PrimaryKey& key) { return make(Kind::other, "columns", columns(key.columns)); }
Expression tree_of(const Unique& unique) {
  return make(Kind::other,
              words({"columns", unique.options.str(), unique.nulls_not_distinct ? "nulls not distinct" : "",
                     unique.deferrable ? "deferrable" : ""}),
              columns(unique.columns));
}
Expression tree_of(const Index& index) {
  Args parts;
  for (const IndexKey& key : index.keys) parts.push_back(key_tree(key));
  append_include_and_predicate(index.include, index.predicate, parts);
  return make(Kind::other,
              words({index.unique ? "unique" : "", index.method.str(), index.options.str(),
                     index.nulls_not_distinct ? "nulls not distinct" : "", index.valid ? "" : "invalid"}),
              std::move(parts));
}
Expression tree_of(const Exclusion& exclusion) {
  Args parts;
  for (const ExclusionKey& key : exclusion.keys) parts.push_back(make(Kind::other, key.op.str(), key_tree(key.key)));
  append_include_and_predicate(exclusion.include, exclusion.predicate, parts);
  return make(Kind::other,
              words({exclusion.method.str(), exclusion.deferrable ? "deferrable" : "",
                     exclusion.initially_deferred ? "initially deferred" : ""}),
              std::move(parts));
}
/// Nothing else is a part.
template <class Any>
Expression tree_of(const Any& object) {
  return make(Kind::other, describe(object));
}

/// The columns that a table of the partition's own bore are those of the root.
void rebind(Expression& tree, const Draft& draft, const Symbol* root) {
  if (const Symbol* own = tree.column.symbol)
    if (const Symbol* of_root = draft.find(Namespace::column, root, own->text)) tree.column.symbol = of_root;
  for (Expression& arg : tree.args) rebind(arg, draft, root);
}

std::string part_kind(const Object& object) {
  const auto* unique = std::get_if<Unique>(&object);
  return unique ? (unique->form == UniqueForm::constraint ? "unique constraint" : "unique index") : std::string(kind_of(object));
}

PartitionPart part_of(const Draft& draft, const Symbol* member, const Symbol* root) {
  const Object& object = draft.item(member)->object;
  Expression tree = std::visit([](const auto& kind) { return tree_of(kind); }, object);
  rebind(tree, draft, root);
  return {part_kind(object), member->text, {std::make_shared<const Expression>(std::move(tree))}};
}

bool is_part(const Draft::Item& item) { return item.space == Namespace::constraint || item.space == Namespace::index; }

std::vector<PartitionPart> parts_of(const Draft& draft, const Symbol* table, const Symbol* root) {
  std::vector<PartitionPart> parts;
  for (const Symbol* member : draft.members(table))
    if (is_part(*draft.item(member))) parts.push_back(part_of(draft, member, root));
  return parts;
}

/// A check is inherited by its name, all else by what it is.
bool is_inherited_as(const PartitionPart& part, const PartitionPart& of_root) {
  if (part.kind != of_root.kind) return false;
  return part.kind == "check" ? part.name == of_root.name : part.definition == of_root.definition;
}

/// Takes away one part for each that the root has.
void leave_out_inherited(std::vector<PartitionPart>& parts, const std::vector<PartitionPart>& of_root) {
  for (const PartitionPart& inherited : of_root) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const PartitionPart& part) { return is_inherited_as(part, inherited); });
    if (found != parts.end()) parts.erase(found);
  }
}

bool has_index(const PartitionPart& part) { return part.kind != "check" && part.kind != "foreign key"; }

std::vector<PartitionPart> checks_of(const std::vector<PartitionPart>& parts) {
  std::vector<PartitionPart> checks;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(checks),
               [](const PartitionPart& part) { return part.kind == "check"; });
  return checks;
}

Symbol* declare_stand_in(Session& session, const Symbol* partition, const Symbol* schema) {
  Draft& draft = session.draft();
  Symbol* table = draft.declare(Namespace::relation, schema, partition->text, Table{}, session.at());
  for (const Symbol* column : draft.members(partition->parent, Namespace::column))
    draft.declare(Namespace::column, table, column->text, draft.item(column)->object, session.at());
  return table;
}

}  // namespace

const Symbol* partition_of(Session& session, const FoundRelation& found) {
  if (!found.bystander) return nullptr;
  for (const Symbol* partition : found.bystander->lives_with)
    if (session.draft().object<Partition>(partition)) return partition;
  return nullptr;
}

void make_constraint(Session& session, Symbol* table, const Constraint* constraint) {
  for (const Spelling* spelling : spellings())
    for (const ConstraintSpelling& spelled : spelling->constraints)
      if (spelled.type == constraint->contype)
        return spelled.read(session, table, nullptr, reinterpret_cast<const Node*>(constraint));
}

void make_own_parts(Session& session, const FoundRelation& found, const std::function<void(Symbol* stand_in)>& make) {
  const Symbol* partition = partition_of(session, found);
  const Symbol* schema = found.schema;
  Draft& draft = session.draft();
  const Session::Mark mark = session.mark();
  Symbol* stand_in = declare_stand_in(session, partition, schema);
  make(stand_in);
  std::vector<PartitionPart> parts = parts_of(draft, stand_in, partition->parent);
  const std::vector<NotCompared> said(session.collected_not_compared.begin() + static_cast<std::ptrdiff_t>(mark.not_compared),
                                      session.collected_not_compared.end());
  session.rollback(mark);
  session.collected_not_compared.insert(session.collected_not_compared.end(), said.begin(), said.end());
  leave_out_inherited(parts, checks_of(parts_of(draft, partition->parent, partition->parent)));
  take_parts(session, partition, schema, std::move(parts));
}

KeptByPartition kept_by_partition(Session& session, const Symbol* table, const Symbol* root) {
  const Draft& draft = session.draft();
  KeptByPartition kept{parts_of(draft, table, root), draft.object<Table>(table)->partition_key};
  leave_out_inherited(kept.own, parts_of(draft, root, root));
  if (kept.partition_key) {
    Expression key = *kept.partition_key.tree;
    rebind(key, draft, root);
    kept.partition_key.tree = std::make_shared<const Expression>(std::move(key));
  }
  return kept;
}

void take_parts(Session& session, const Symbol* partition, const Symbol* schema, std::vector<PartitionPart> parts) {
  for (const PartitionPart& part : parts)
    if (has_index(part))
      session.bystanders().add(Namespace::relation, schema, part.name.str(), {index_of_partition, session.at(), {partition}});
  edit<Partition>(session, partition, [&](Partition& changed) {
    changed.own.insert(changed.own.end(), parts.begin(), parts.end());
    std::sort(changed.own.begin(), changed.own.end(),
              [](const PartitionPart& a, const PartitionPart& b) { return show_value(a) < show_value(b); });
  });
}

void take_over_parts(Session& session, const Symbol* root, std::size_t count) {
  std::vector<PartitionPart> young;
  for (const Symbol* member : session.draft().members(root))
    if (member->number > count && is_part(*session.draft().item(member))) young.push_back(part_of(session.draft(), member, root));
  if (young.empty()) return;
  for (const Symbol* partition : session.draft().members(root, Namespace::partition))
    if (!session.draft().object<Partition>(partition)->own.empty())
      edit<Partition>(session, partition, [&](Partition& changed) { leave_out_inherited(changed.own, young); });
}

bool drop_own_part(Session& session, const FoundRelation& found, std::string_view name) {
  const Symbol* partition = partition_of(session, found);
  if (!partition) return false;
  const Bystander* index = session.bystanders().find(Namespace::relation, found.schema, name);
  if (index && index->what == index_of_partition) session.bystanders().remove(Namespace::relation, found.schema, name);
  std::size_t dropped = 0;
  edit<Partition>(session, partition, [&](Partition& changed) {
    dropped = std::erase_if(changed.own, [&](const PartitionPart& part) { return part.name == name; });
  });
  return dropped > 0;
}

void rename_own_part(Session& session, const Symbol* partition, std::string_view name, std::string_view new_name) {
  edit<Partition>(session, partition, [&](Partition& changed) {
    for (PartitionPart& part : changed.own)
      if (part.name == name) part.name = new_name;
  });
}

}  // namespace pgplumb
