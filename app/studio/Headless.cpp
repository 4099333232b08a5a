#include "app/studio/Headless.h"

#include "app/cli/CommandLine.h"
#include "app/cli/Terminal.h"

namespace atelier::studio {

int runHeadless(
    const std::filesystem::path &workspace, const std::filesystem::path &document, const std::string &job)
{
    const auto verbs = cli::allVerbs();
    const auto invocation = cli::parse({"job", "create", "--workspace", workspace.string(), "--file",
                                           document.string(), "--name", job, "--stream"},
        verbs);
    if (invocation)
        return cli::run(*invocation);
    cli::Terminal().err(describe(invocation.error()) + "\n");
    return 1;
}

} // namespace atelier::studio
