#pragma once

#include "core/base/Json.h"
#include "core/http/Client.h"
#include "core/system/Pidfd.h"
#include "tests/support/TemporaryFolder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace atelier::test {

/// atelierd on a new workspace, ended with this. Whatever fails aborts the program.
class RunningService
{
public:
    RunningService();
    ~RunningService();
    RunningService(const RunningService &) = delete;
    RunningService &operator=(const RunningService &) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] const std::string &token() const { return m_token; }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder.path(); }
    /// A call over the unix socket; answers the body of a 200.
    Json call(http::Method method, const std::string &target, const Json &body = Json::object());
    /// Processor time of the service so far, in milliseconds.
    [[nodiscard]] double processorMilliseconds() const;

private:
    void start();

    TemporaryFolder m_folder;
    std::optional<Pidfd> m_process;
    std::unique_ptr<http::Client> m_client;
    std::string m_token;
    std::uint16_t m_port = 0;
};

} // namespace atelier::test
