#include "tests/bench/log_metric/RunningService.h"

#include "core/system/ProcFile.h"
#include "core/system/Process.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <future>
#include <sstream>
#include <unistd.h>

namespace atelier::test {

namespace {

template<typename T>
T required(Result<T> result)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::abort();
}

std::string readToEnd(int descriptor)
{
    std::string text;
    std::array<char, 512> bytes{};
    for (ssize_t count = 0; (count = ::read(descriptor, bytes.data(), bytes.size())) > 0;)
        text.append(bytes.data(), static_cast<std::size_t>(count));
    return text;
}

} // namespace

RunningService::RunningService()
{
    std::filesystem::create_directories(m_folder / "workspace");
    std::filesystem::create_directories(m_folder / "run");
    std::filesystem::permissions(m_folder / "run", std::filesystem::perms::owner_all);
    start();
    for (const auto &entry : std::filesystem::directory_iterator(m_folder.path() / "run" / "atelier")) {
        if (entry.path().extension() == ".token")
            m_token = test::read(entry.path());
        if (entry.path().extension() == ".sock")
            m_client = std::make_unique<http::Client>(entry.path());
    }
    if (m_token.empty() || !m_client)
        std::abort();
    m_port = call(http::Method::Get, "/api/v1/service")["port"].get<std::uint16_t>();
}

RunningService::~RunningService()
{
    m_client.reset();
    static_cast<void>(m_process->signal(SIGTERM).has_value());
    static_cast<void>(m_process->waitForEnd(std::chrono::seconds(30)));
    static_cast<void>(m_process->reap());
}

void RunningService::start()
{
    std::array<int, 2> ready{};
    if (pipe2(ready.data(), O_CLOEXEC) != 0)
        std::abort();
    SpawnRequest request;
    request.arguments = {std::string(ATELIER_BINARY_DIR) + "/atelierd", "--workspace",
        (m_folder / "workspace").string(), "--ready-fd", "3"};
    request.environment = environmentWith({{"XDG_RUNTIME_DIR", (m_folder / "run").string()}});
    request.descriptors = {{ready[1], 3}, {2, 2}};
    m_process.emplace(required(spawn(request)));
    close(ready[1]);
    const std::string line = readToEnd(ready[0]);
    close(ready[0]);
    if (line.rfind("ready", 0) != 0)
        std::abort();
}

Json RunningService::call(http::Method method, const std::string &target, const Json &body)
{
    http::Request request;
    request.method = method;
    request.target = target;
    request.headers = {{"content-type", "application/json"}};
    if (method != http::Method::Get)
        request.body = toText(body);
    std::promise<Result<http::Response>> answer;
    m_client->send(
        std::move(request), [&](Result<http::Response> response) { answer.set_value(std::move(response)); });
    const http::Response response = required(answer.get_future().get());
    if (response.status != 200)
        std::abort();
    return parseJson(response.body).value_or(Json());
}

double RunningService::processorMilliseconds() const
{
    const std::string text = procText("/proc/" + std::to_string(m_process->pid()) + "/stat");
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace atelier::test
