// Every tool, each in a file of its own beside this one; ../tools.cpp lists them.
#pragma once

#include "history/tool.h"

namespace pgplumb {

extern const HistoryTool prisma_tool, flyway_tool, liquibase_tool, golang_migrate_tool, goose_tool, dbmate_tool, rails_tool,
    ecto_tool, supabase_tool, sqitch_tool, alembic_tool, django_tool, drizzle_tool, drizzle_names_tool, atlas_tool, sqlx_tool,
    diesel_tool, hasura_tool, node_pg_migrate_tool, knex_tool, typeorm_tool, mikro_orm_tool, sequelize_tool,
    graphile_migrate_tool, refinery_tool, tern_tool, pgroll_tool, postgrator_tool, kysely_tool, pgkit_tool, sql_migrate_tool,
    play_tool;

}  // namespace pgplumb
