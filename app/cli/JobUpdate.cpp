#include "app/cli/JobUpdate.h"

#include "core/domain/JobTag.h"

namespace atelier::cli {

namespace {

constexpr std::string_view tagsPath = "tags.";

bool isTag(const std::string &path)
{
    return path.starts_with(tagsPath) && path.size() > tagsPath.size();
}

Error notToBeSet(const std::string &option, const std::string &text, const std::string &what)
{
    return {ErrorKind::Invalid, "usage.update", "'" + option + " " + text + "': " + what, {}, {}};
}

} // namespace

Json jobEditOf(const Arguments &arguments, std::vector<Error> &errors)
{
    Json edit = Json::object();
    for (const std::string &setting : arguments.values("--set")) {
        const std::size_t equals = setting.find('=');
        const std::string path = setting.substr(0, equals);
        const std::string value = equals == std::string::npos ? std::string() : setting.substr(equals + 1);
        if (equals == std::string::npos)
            errors.push_back(notToBeSet("--set", setting, "write PATH=VALUE, such as tags.team=wine."));
        else if (path == "display_name" || path == "description")
            edit[path] = value;
        else if (isTag(path))
            edit["tags"][path.substr(tagsPath.size())] = value;
        else
            errors.push_back(notToBeSet("--set", setting,
                "a job's display_name, description and tags.NAME can be changed, and nothing else of it."));
    }
    for (const std::string &text : arguments.values("--tag")) {
        if (const JobTag tag = jobTag(text); !tag.key.empty())
            edit["tags"][tag.key] = tag.value;
        else
            errors.push_back(notToBeSet("--tag", text, "write 'key: value', or a key alone."));
    }
    for (const std::string &path : arguments.values("--remove")) {
        if (isTag(path))
            edit["tags"][path.substr(tagsPath.size())] = nullptr;
        else
            errors.push_back(notToBeSet("--remove", path, "only tags can be removed: write tags.NAME."));
    }
    if (edit.empty() && errors.empty())
        errors.push_back({ErrorKind::Invalid, "usage.update",
            "There is nothing to change: give --set PATH=VALUE, --tag TAG or --remove tags.NAME.", {}, {}});
    return edit;
}

} // namespace atelier::cli
