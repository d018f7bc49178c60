#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include "catch.h"
#include "sources/discovery.h"
#include "sources/prisma_config.h"
#include "sources_errors.h"

using namespace pgplumb;
namespace fs = std::filesystem;

namespace {

/// A project in a folder of its own, which goes with it.
class TemporaryProject {
 public:
  explicit TemporaryProject(const std::map<std::string, std::string>& files) {
    std::string name = (fs::temp_directory_path() / "pgplumb-discovery-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    for (const auto& [path, text] : files) {
      fs::create_directories((folder_ / path).parent_path());
      std::ofstream(folder_ / path) << text;
    }
  }
  ~TemporaryProject() { fs::remove_all(folder_); }
  const fs::path& folder() const { return folder_; }
  /// What is found, each place relative to the folder; why not in parentheses.
  std::string model() const { return said(discover(folder_).model); }
  std::string migrations() const { return said(discover(folder_).migrations); }

 private:
  std::string said(const SourceRequest& request) const {
    return request.place ? fs::path(request.place->text).lexically_relative(folder_).string()
                         : "(" + request.missing_because + ")";
  }
  fs::path folder_;
};

/// An environment variable for the length of a test; null unsets it.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* now = std::getenv(name)) before_ = now;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }

 private:
  void set(const char* value) { value ? ::setenv(name_, value, 1) : ::unsetenv(name_); }
  const char* name_;
  std::optional<std::string> before_;
};

const std::string schema = R"(datasource db {
  provider = "postgresql"
  url      = env("SHOP_URL")
}
model Call { id Int @id }
)";
const std::string sql = "CREATE TABLE calls (id int);\n";

}  // namespace

TEST_CASE("sources: a Prisma project is found where Prisma would find it") {
  const TemporaryProject project({{"prisma/schema.prisma", schema}, {"prisma/migrations/1_init/migration.sql", sql}});
  CHECK(project.model() == "prisma/schema.prisma");
  CHECK(project.migrations() == "prisma/migrations");
}

TEST_CASE("sources: a schema in several files, and migrations of another tool") {
  const TemporaryProject project({{"prisma/schema/a.prisma", schema}, {"db/migrations/001_init.sql", sql}});
  CHECK(project.model() == "prisma/schema");
  CHECK(project.migrations() == "db/migrations");
}

TEST_CASE("sources: package.json and prisma.config.ts say where the schema is") {
  const TemporaryProject by_package({{"package.json", R"({"prisma": {"schema": "db/main.prisma"}})"},
                                     {"db/main.prisma", schema},
                                     {"schema.prisma", schema},
                                     {"db/migrations/1_init/migration.sql", sql}});
  CHECK(by_package.model() == "db/main.prisma");
  CHECK(by_package.migrations() == "db/migrations");
  const TemporaryProject by_config({{"prisma.config.ts",
                                     "export default defineConfig({\n  // schema: 'old.prisma',\n"
                                     "  schema: path.join('db', 'main.prisma'),\n"
                                     "  migrations: { seed: 'x', path: \"./history\" },\n})"},
                                    {"db/main.prisma", schema},
                                    {"history/1_init/migration.sql", sql}});
  CHECK(by_config.model() == "db/main.prisma");
  CHECK(by_config.migrations() == "history");
}

TEST_CASE("sources: the URL's variable in prisma.config.ts") {
  const auto variable = [](const std::string& url) {
    return read_prisma_config("datasource: { url: " + url + " }").url_variable;
  };
  CHECK(variable("env('SHOP_URL')") == "SHOP_URL");
  CHECK(variable("env<Env>(\"SHOP_URL\")") == "SHOP_URL");
  CHECK(variable("process.env.SHOP_URL!") == "SHOP_URL");
  CHECK(variable("process.env['SHOP_URL']") == "SHOP_URL");
  CHECK(variable("compute()").empty());
}

TEST_CASE("sources: the one project below is found, and not in what was installed") {
  const TemporaryProject project({{"apps/api/prisma/schema.prisma", schema},
                                  {"node_modules/x/prisma/schema.prisma", schema},
                                  {".cache/prisma/schema.prisma", schema},
                                  {"docs/readme.txt", ""}});
  CHECK(project.model() == "apps/api/prisma/schema.prisma");
  CHECK(project.migrations() == "(none found)");
}

TEST_CASE("sources: of folders for several databases, PostgreSQL's is found") {
  const TemporaryProject inside({{"db/migrations/postgres/1_a.sql", sql}, {"db/migrations/mysql/1_a.sql", sql}});
  CHECK(inside.migrations() == "db/migrations/postgres");
  const TemporaryProject beside({{"jdbc-h2/migrations/1_a.sql", sql}, {"jdbc-pg/migrations/1_a.sql", sql}});
  CHECK(beside.migrations() == "jdbc-pg/migrations");
  const TemporaryProject other({{"store-mysql/migrations/1_a.sql", sql}});
  CHECK(other.migrations() == "(none found)");
}

TEST_CASE("sources: several of what is wanted once are listed") {
  const TemporaryProject projects({{"apps/a/prisma/schema.prisma", schema}, {"apps/b/prisma/schema.prisma", schema}});
  const std::string several_projects = error_of([&] { discover(projects.folder()); });
  CHECK(contains(several_projects, "apps/a/prisma/schema.prisma"));
  CHECK(contains(several_projects, "apps/b/prisma/schema.prisma"));
  const TemporaryProject folders({{"supabase/migrations/1_a.sql", sql}, {"db/migrations/1_a.sql", sql}});
  const std::string several_folders = error_of([&] { discover(folders.folder()); });
  CHECK(contains(several_folders, "supabase/migrations"));
  CHECK(contains(several_folders, "db/migrations"));
}

TEST_CASE("sources: nothing is found where nothing is") {
  const TemporaryProject project({{"notes.txt", "none"}, {"src/main.c", ""}});
  CHECK(project.model() == "(none found)");
  CHECK(project.migrations() == "(none found)");
}

TEST_CASE("sources: the database comes from DATABASE_URL, the schema's variable, or .env") {
  const TemporaryProject project(
      {{"prisma/schema.prisma", schema}, {".env", "SHOP_URL=\"postgresql://u:s3cret@from-env-file/shop\"\n"}});
  const TemporaryProject without_env_file({{"prisma/schema.prisma", schema}});
  const Variable no_default("DATABASE_URL", nullptr), unset("SHOP_URL", nullptr);
  CHECK(discover(project.folder()).database.place->display == "shop at from-env-file");
  CHECK(discover(without_env_file.folder()).database.missing_because == "SHOP_URL is not set");
  {
    const Variable named("SHOP_URL", "postgresql://u:s3cret@from-variable/shop");
    CHECK(discover(project.folder()).database.place->display == "shop at from-variable");
    const Variable first("DATABASE_URL", "postgresql://u:s3cret@from-default/shop");
    CHECK(discover(project.folder()).database.place->display == "shop at from-default");
  }
  CHECK(discover_database(nullptr, without_env_file.folder()).missing_because == "DATABASE_URL is not set");
}

TEST_CASE("sources: places are recognised by what they are") {
  const TemporaryProject project(
      {{"schema.prisma", schema}, {"dump.sql", sql}, {"dump.pgsql", sql}, {"migrations/1_a.sql", sql}, {"notes.txt", "none"}});
  const auto type = [&](const std::string& name) { return recognise_place((project.folder() / name).string()).type; };
  CHECK(type("schema.prisma") == PlaceType::prisma);
  CHECK(type("dump.sql") == PlaceType::sql);
  CHECK(type("dump.pgsql") == PlaceType::sql);
  CHECK(type("migrations") == PlaceType::migrations);
  CHECK(recognise_place("-").type == PlaceType::standard_input);
  CHECK(recognise_place("postgresql://u:s3cret@h/shop").display == "shop at h");
  CHECK(recognise_place("host=h dbname=shop").type == PlaceType::database);
  const Variable url("PGPLUMB_TEST_URL", "postgresql://u:s3cret@h/shop");
  CHECK(recognise_place("env:PGPLUMB_TEST_URL").display == "shop at h");
}

TEST_CASE("sources: what is no place is refused, with what was meant") {
  const TemporaryProject project({{"schema.prisma", schema}, {"notes.txt", "none"}, {"empty/notes.txt", "none"}});
  const auto refusal = [&](const std::string& name) {
    return error_of([&] { recognise_place((project.folder() / name).string()); });
  };
  CHECK(contains(refusal("notes.txt"), "notes.txt is nothing that pgplumb reads"));
  CHECK(contains(refusal("empty"), "holds neither"));
  CHECK(contains(refusal("shcema.prisma"), "did you mean " + (project.folder() / "schema.prisma").string()));
  CHECK(contains(error_of([] { recognise_place("env:PGPLUMB_TEST_UNSET"); }), "PGPLUMB_TEST_UNSET is not set"));
  CHECK(contains(error_of([] { recognise_place(""); }), "empty"));
}

TEST_CASE("sources: a dump stands for a history that is no SQL, and only where there is none") {
  const TemporaryProject rails({{"db/structure.sql", sql}, {"db/migrate/1_calls.rb", "class Calls"}});
  CHECK(rails.migrations() == "db/structure.sql");
  const TemporaryProject both({{"db/structure.sql", sql}, {"db/migrations/1_calls.sql", sql}});
  CHECK(both.migrations() == "db/migrations");
}

TEST_CASE("sources: Sqitch's plan makes its folder the migrations, Alembic's folder is known") {
  const TemporaryProject sqitch({{"sqitch.plan", "%project=shop\n"}, {"deploy/calls.sql", sql}});
  CHECK(sqitch.migrations() == ".");
  const TemporaryProject configured({{"sqitch.conf", "[core]\n\ttop_dir = db/migrations\n"},
                                     {"db/migrations/sqitch.plan", "%project=shop\n"},
                                     {"db/migrations/deploy/calls.sql", sql}});
  CHECK(configured.migrations() == ".");
  const TemporaryProject alembic({{"alembic/versions/a1_calls.py", "revision = 'a1'\ndown_revision = None\n"}, {"app.py", ""}});
  CHECK(alembic.migrations() == "alembic");
}
