#include "sources/git/command.h"

#include <pgplumb/error.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

extern char** environ;

namespace pgplumb {

namespace {

/// Those of the program, behind the ones given. They live as long as `variables` does.
std::vector<char*> environment_with(const std::vector<std::string>& variables) {
  std::vector<char*> environment;
  for (const std::string& variable : variables) environment.push_back(const_cast<char*>(variable.c_str()));
  for (char** variable = environ; *variable; ++variable) environment.push_back(*variable);
  environment.push_back(nullptr);
  return environment;
}

std::string read_to_end(int pipe_end) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t size; (size = read(pipe_end, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(size));
  return text;
}

}  // namespace

GitAnswer run_git(std::vector<std::string> arguments, const std::vector<std::string>& variables) {
  arguments.insert(arguments.begin(), "git");
  std::vector<char*> argv, environment = environment_with(variables);
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  std::array<int, 2> pipe_ends{};
  if (pipe(pipe_ends.data()) != 0) throw Error("git cannot be run");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], 2);
  posix_spawn_file_actions_addclose(&actions, pipe_ends[0]);
  pid_t process = 0;
  const bool started = posix_spawnp(&process, "git", &actions, nullptr, argv.data(), environment.data()) == 0;
  posix_spawn_file_actions_destroy(&actions);
  close(pipe_ends[1]);
  GitAnswer answer;
  if (started) answer.text = read_to_end(pipe_ends[0]);
  close(pipe_ends[0]);
  if (!started) throw Error("git is not installed", {}, "git:REVISION:PATH is read through the git command");
  int status = 0;
  waitpid(process, &status, 0);
  answer.good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return answer;
}

}  // namespace pgplumb
