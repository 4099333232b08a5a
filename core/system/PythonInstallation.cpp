#include "core/system/PythonInstallation.h"

#include "core/base/Json.h"
#include "core/system/Process.h"

namespace atelier {

namespace {

constexpr const char *interpreter = "/usr/bin/python3";
/// The packages are not imported: that takes a second.
constexpr const char *question
    = "import json, platform, importlib.metadata as m\n"
      "found = {}\n"
      "for name in ('numpy', 'pandas', 'scikit-learn', 'mlflow', 'mlflow-skinny', 'torch'):\n"
      "    try: found[name] = m.version(name)\n"
      "    except m.PackageNotFoundError: pass\n"
      "print(json.dumps({'version': platform.python_version(), 'packages': found}))\n";

} // namespace

PythonInstallation findPython()
{
    PythonInstallation python;
    python.path = interpreter;
    SpawnRequest request;
    request.arguments = {interpreter, "-c", question};
    const auto answer = runAndCapture(std::move(request), std::chrono::seconds(20));
    if (!answer || !answer->status.isSuccess()) {
        python.error = answer ? answer->errors : answer.error().sentence;
        return python;
    }
    const Json found = parseJson(answer->output).value_or(Json::object());
    python.version = textAt(found, "version");
    const Json packages = found.value("packages", Json::object());
    for (const auto &[name, version] : packages.items())
        python.packages[name] = version.get<std::string>();
    return python;
}

} // namespace atelier
