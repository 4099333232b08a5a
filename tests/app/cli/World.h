#pragma once

#include "core/base/Json.h"
#include "core/system/Descriptor.h"
#include "core/system/Pidfd.h"
#include "core/system/Process.h"
#include "tests/support/TemporaryFolder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace atelier::test {

/// What a run of the command line came to.
struct Outcome
{
    int code = -1;
    std::string out;
    std::string err;
};

/// A run of the command line that goes on in the background.
class Running
{
public:
    Running(const std::vector<std::string> &arguments, std::vector<std::string> environment,
        const std::filesystem::path &folder, std::filesystem::path output);

    /// Waits until its output has the text; false after 20 s.
    [[nodiscard]] bool waitForOutput(const std::string &text) const;
    void interrupt() const;
    /// Waits for its end.
    [[nodiscard]] Outcome finish();

private:
    std::filesystem::path m_output; ///< and beside it `.err`
    std::unique_ptr<Pidfd> m_process;
};

/// Folders of a user who has nothing yet; at the end every service that was started there is ended.
class World
{
public:
    World();
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    /// Runs the real `atelier` in this world's folder to its end.
    [[nodiscard]] Outcome run(std::vector<std::string> arguments);
    /// The JSON of a run that must succeed.
    [[nodiscard]] Json json(std::vector<std::string> arguments);
    [[nodiscard]] Running start(std::vector<std::string> arguments);
    /// Makes the workspace `ws`.
    void makeWorkspace();
    /// Writes a document beside the workspace.
    void write(const std::string &name, const std::string &text);
    /// The process that serves `ws` now; 0 for none.
    [[nodiscard]] pid_t service() const;
    void killService() const;

    [[nodiscard]] std::filesystem::path operator/(const std::string &name) const { return m_folder / name; }

    std::vector<std::pair<std::string, std::string>> variables; ///< beyond those of this world

private:
    [[nodiscard]] std::vector<std::string> environment() const;

    TemporaryFolder m_folder;
    int m_runs = 0;
};

} // namespace atelier::test
