#include "core/execution/JobRuntime.h"

#include "core/base/Named.h"

#include <cstdlib>
#include <map>

namespace atelier {

namespace {

/// What a program needs to find its user, its language and this machine's libraries.
constexpr const char *inherited[] = {"HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "LC_ALL",
    "LC_CTYPE", "LC_NUMERIC", "TZ", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
    "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "http_proxy", "https_proxy", "no_proxy"};

std::string valueOf(const char *variable, const char *fallback)
{
    const char *value = std::getenv(variable); // nobody changes the service's environment while it runs
    return value == nullptr ? fallback : value;
}

} // namespace

std::vector<std::string> jobEnvironment(
    const JobRuntime &runtime, const JobIdentity &identity, const Named<std::string> &documentVariables)
{
    std::map<std::string, std::string> variables;
    for (const char *variable : inherited)
        if (const char *value = std::getenv(variable))
            variables[variable] = value;
    const std::string site = (runtime.resources / "python" / "site").string();
    variables["PATH"]
        = (runtime.resources / "bin").string() + ":" + valueOf("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables["PYTHONUNBUFFERED"] = "1"; // or a log line would arrive minutes after it was printed
    variables["ATELIER_JOB"] = identity.name;
    variables["AZUREML_RUN_ID"] = identity.name; // scripts written for the cloud ask for it
    variables["MLFLOW_TRACKING_URI"] = "http://127.0.0.1:" + std::to_string(runtime.port);
    variables["MLFLOW_TRACKING_TOKEN"] = identity.token;
    variables["MLFLOW_RUN_ID"] = identity.name;
    variables["MLFLOW_EXPERIMENT_ID"] = std::to_string(identity.experimentId);
    if (!runtime.duckdb.empty())
        variables["ATELIER_DUCKDB"] = runtime.duckdb.string();
    for (const auto &[variable, value] : documentVariables)
        variables[variable] = value;
    // First, so that ours is the sitecustomize that Python finds; it calls the next one and hides no module.
    std::string &pythonPath = variables["PYTHONPATH"];
    pythonPath = site + (pythonPath.empty() ? "" : ":") + pythonPath;
    std::vector<std::string> environment;
    environment.reserve(variables.size());
    for (const auto &[variable, value] : variables)
        environment.push_back(variable + "=" + value);
    return environment;
}

} // namespace atelier
