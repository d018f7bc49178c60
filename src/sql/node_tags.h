// Which of PostgreSQL's node structs goes with which tag, so that as<CreateStmt>(node) can be written.
//
// Included by sql/nodes.h only. A struct that is missing here is added by one word.
#pragma once

namespace pgplumb {

template <class T>
inline constexpr NodeTag tag_of = T_Invalid;

#define PGPLUMB_NODE(type) \
  template <>              \
  inline constexpr NodeTag tag_of<::type> = T_##type

// Values
PGPLUMB_NODE(Integer);
PGPLUMB_NODE(Float);
PGPLUMB_NODE(Boolean);
PGPLUMB_NODE(String);
PGPLUMB_NODE(BitString);
PGPLUMB_NODE(List);

// Expressions and FROM items that the grammar shares with the planner
PGPLUMB_NODE(Alias);
PGPLUMB_NODE(RangeVar);
PGPLUMB_NODE(IntoClause);
PGPLUMB_NODE(JoinExpr);
PGPLUMB_NODE(FromExpr);
PGPLUMB_NODE(BoolExpr);
PGPLUMB_NODE(SubLink);
PGPLUMB_NODE(CaseExpr);
PGPLUMB_NODE(CaseWhen);
PGPLUMB_NODE(RowExpr);
PGPLUMB_NODE(CoalesceExpr);
PGPLUMB_NODE(MinMaxExpr);
PGPLUMB_NODE(SQLValueFunction);
PGPLUMB_NODE(XmlExpr);
PGPLUMB_NODE(NullTest);
PGPLUMB_NODE(BooleanTest);
PGPLUMB_NODE(NamedArgExpr);
PGPLUMB_NODE(SetToDefault);
PGPLUMB_NODE(CurrentOfExpr);
PGPLUMB_NODE(GroupingFunc);

// Statements and what they are made of
PGPLUMB_NODE(RawStmt);
PGPLUMB_NODE(InsertStmt);
PGPLUMB_NODE(DeleteStmt);
PGPLUMB_NODE(UpdateStmt);
PGPLUMB_NODE(MergeStmt);
PGPLUMB_NODE(SelectStmt);
PGPLUMB_NODE(ReturnStmt);
PGPLUMB_NODE(AlterTableStmt);
PGPLUMB_NODE(AlterTableCmd);
PGPLUMB_NODE(AlterDomainStmt);
PGPLUMB_NODE(GrantStmt);
PGPLUMB_NODE(GrantRoleStmt);
PGPLUMB_NODE(AlterDefaultPrivilegesStmt);
PGPLUMB_NODE(ClosePortalStmt);
PGPLUMB_NODE(ClusterStmt);
PGPLUMB_NODE(CopyStmt);
PGPLUMB_NODE(CreateStmt);
PGPLUMB_NODE(DefineStmt);
PGPLUMB_NODE(DropStmt);
PGPLUMB_NODE(TruncateStmt);
PGPLUMB_NODE(CommentStmt);
PGPLUMB_NODE(FetchStmt);
PGPLUMB_NODE(IndexStmt);
PGPLUMB_NODE(CreateFunctionStmt);
PGPLUMB_NODE(AlterFunctionStmt);
PGPLUMB_NODE(DoStmt);
PGPLUMB_NODE(RenameStmt);
PGPLUMB_NODE(RuleStmt);
PGPLUMB_NODE(NotifyStmt);
PGPLUMB_NODE(ListenStmt);
PGPLUMB_NODE(UnlistenStmt);
PGPLUMB_NODE(TransactionStmt);
PGPLUMB_NODE(ViewStmt);
PGPLUMB_NODE(LoadStmt);
PGPLUMB_NODE(CreateDomainStmt);
PGPLUMB_NODE(CreatedbStmt);
PGPLUMB_NODE(DropdbStmt);
PGPLUMB_NODE(VacuumStmt);
PGPLUMB_NODE(ExplainStmt);
PGPLUMB_NODE(CreateTableAsStmt);
PGPLUMB_NODE(CreateSeqStmt);
PGPLUMB_NODE(AlterSeqStmt);
PGPLUMB_NODE(VariableSetStmt);
PGPLUMB_NODE(VariableShowStmt);
PGPLUMB_NODE(DiscardStmt);
PGPLUMB_NODE(CreateTrigStmt);
PGPLUMB_NODE(CreatePLangStmt);
PGPLUMB_NODE(CreateRoleStmt);
PGPLUMB_NODE(AlterRoleStmt);
PGPLUMB_NODE(DropRoleStmt);
PGPLUMB_NODE(LockStmt);
PGPLUMB_NODE(ConstraintsSetStmt);
PGPLUMB_NODE(ReindexStmt);
PGPLUMB_NODE(CheckPointStmt);
PGPLUMB_NODE(CreateSchemaStmt);
PGPLUMB_NODE(AlterDatabaseStmt);
PGPLUMB_NODE(AlterDatabaseRefreshCollStmt);
PGPLUMB_NODE(AlterDatabaseSetStmt);
PGPLUMB_NODE(AlterRoleSetStmt);
PGPLUMB_NODE(CreateConversionStmt);
PGPLUMB_NODE(CreateCastStmt);
PGPLUMB_NODE(CreateOpClassStmt);
PGPLUMB_NODE(CreateOpFamilyStmt);
PGPLUMB_NODE(AlterOpFamilyStmt);
PGPLUMB_NODE(PrepareStmt);
PGPLUMB_NODE(ExecuteStmt);
PGPLUMB_NODE(DeallocateStmt);
PGPLUMB_NODE(DeclareCursorStmt);
PGPLUMB_NODE(CreateTableSpaceStmt);
PGPLUMB_NODE(DropTableSpaceStmt);
PGPLUMB_NODE(AlterObjectDependsStmt);
PGPLUMB_NODE(AlterObjectSchemaStmt);
PGPLUMB_NODE(AlterOwnerStmt);
PGPLUMB_NODE(AlterOperatorStmt);
PGPLUMB_NODE(AlterTypeStmt);
PGPLUMB_NODE(DropOwnedStmt);
PGPLUMB_NODE(ReassignOwnedStmt);
PGPLUMB_NODE(CompositeTypeStmt);
PGPLUMB_NODE(CreateEnumStmt);
PGPLUMB_NODE(CreateRangeStmt);
PGPLUMB_NODE(AlterEnumStmt);
PGPLUMB_NODE(AlterTSDictionaryStmt);
PGPLUMB_NODE(AlterTSConfigurationStmt);
PGPLUMB_NODE(CreateFdwStmt);
PGPLUMB_NODE(AlterFdwStmt);
PGPLUMB_NODE(CreateForeignServerStmt);
PGPLUMB_NODE(AlterForeignServerStmt);
PGPLUMB_NODE(CreateUserMappingStmt);
PGPLUMB_NODE(AlterUserMappingStmt);
PGPLUMB_NODE(DropUserMappingStmt);
PGPLUMB_NODE(AlterTableSpaceOptionsStmt);
PGPLUMB_NODE(AlterTableMoveAllStmt);
PGPLUMB_NODE(SecLabelStmt);
PGPLUMB_NODE(CreateForeignTableStmt);
PGPLUMB_NODE(ImportForeignSchemaStmt);
PGPLUMB_NODE(CreateExtensionStmt);
PGPLUMB_NODE(AlterExtensionStmt);
PGPLUMB_NODE(AlterExtensionContentsStmt);
PGPLUMB_NODE(CreateEventTrigStmt);
PGPLUMB_NODE(AlterEventTrigStmt);
PGPLUMB_NODE(RefreshMatViewStmt);
PGPLUMB_NODE(ReplicaIdentityStmt);
PGPLUMB_NODE(AlterSystemStmt);
PGPLUMB_NODE(CreatePolicyStmt);
PGPLUMB_NODE(AlterPolicyStmt);
PGPLUMB_NODE(CreateTransformStmt);
PGPLUMB_NODE(CreateAmStmt);
PGPLUMB_NODE(CreatePublicationStmt);
PGPLUMB_NODE(AlterPublicationStmt);
PGPLUMB_NODE(CreateSubscriptionStmt);
PGPLUMB_NODE(AlterSubscriptionStmt);
PGPLUMB_NODE(DropSubscriptionStmt);
PGPLUMB_NODE(CreateStatsStmt);
PGPLUMB_NODE(AlterCollationStmt);
PGPLUMB_NODE(CallStmt);
PGPLUMB_NODE(AlterStatsStmt);
PGPLUMB_NODE(A_Expr);
PGPLUMB_NODE(ColumnRef);
PGPLUMB_NODE(ParamRef);
PGPLUMB_NODE(A_Const);
PGPLUMB_NODE(FuncCall);
PGPLUMB_NODE(A_Star);
PGPLUMB_NODE(A_Indices);
PGPLUMB_NODE(A_Indirection);
PGPLUMB_NODE(A_ArrayExpr);
PGPLUMB_NODE(ResTarget);
PGPLUMB_NODE(MultiAssignRef);
PGPLUMB_NODE(TypeCast);
PGPLUMB_NODE(CollateClause);
PGPLUMB_NODE(SortBy);
PGPLUMB_NODE(WindowDef);
PGPLUMB_NODE(RangeSubselect);
PGPLUMB_NODE(RangeFunction);
PGPLUMB_NODE(RangeTableSample);
PGPLUMB_NODE(RangeTableFunc);
PGPLUMB_NODE(RangeTableFuncCol);
PGPLUMB_NODE(TypeName);
PGPLUMB_NODE(ColumnDef);
PGPLUMB_NODE(IndexElem);
PGPLUMB_NODE(StatsElem);
PGPLUMB_NODE(Constraint);
PGPLUMB_NODE(DefElem);
PGPLUMB_NODE(GroupingSet);
PGPLUMB_NODE(ObjectWithArgs);
PGPLUMB_NODE(AccessPriv);
PGPLUMB_NODE(CreateOpClassItem);
PGPLUMB_NODE(TableLikeClause);
PGPLUMB_NODE(FunctionParameter);
PGPLUMB_NODE(LockingClause);
PGPLUMB_NODE(XmlSerialize);
PGPLUMB_NODE(WithClause);
PGPLUMB_NODE(InferClause);
PGPLUMB_NODE(OnConflictClause);
PGPLUMB_NODE(CTESearchClause);
PGPLUMB_NODE(CTECycleClause);
PGPLUMB_NODE(CommonTableExpr);
PGPLUMB_NODE(MergeWhenClause);
PGPLUMB_NODE(RoleSpec);
PGPLUMB_NODE(TriggerTransition);
PGPLUMB_NODE(PartitionElem);
PGPLUMB_NODE(PartitionSpec);
PGPLUMB_NODE(PartitionBoundSpec);
PGPLUMB_NODE(PartitionRangeDatum);
PGPLUMB_NODE(PartitionCmd);
PGPLUMB_NODE(VacuumRelation);
PGPLUMB_NODE(PublicationObjSpec);
PGPLUMB_NODE(PublicationTable);

#undef PGPLUMB_NODE

}  // namespace pgplumb
