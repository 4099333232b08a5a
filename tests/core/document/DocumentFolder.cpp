#include "tests/core/document/DocumentFolder.h"

#include "core/base/Json.h"

#include <filesystem>

namespace atelier::test {

Loaded<JobDocument> DocumentFolder::job(
    const std::string &text, const std::vector<std::string> &settings) const
{
    write("job.yml", text);
    return loadJob(m_folder / "job.yml", settings);
}

Loaded<DataAsset> DocumentFolder::data(const std::string &text) const
{
    write("data.yml", text);
    return loadData(m_folder / "data.yml");
}

void DocumentFolder::write(const std::string &name, const std::string &text) const
{
    test::write(m_folder / name, text);
}

std::string asText(const std::vector<Error> &errors)
{
    std::string text;
    for (const Error &error : errors) {
        const std::string file = std::filesystem::path(error.location.file).filename().string();
        if (!file.empty() && file != "job.yml" && file != "data.yml")
            text += file + ":";
        text += std::to_string(error.location.line) + ":" + std::to_string(error.location.column) + " "
            + error.location.path + ": " + error.sentence + "\n";
    }
    return text;
}

std::string commandJob(const std::string &lines)
{
    return "command: echo hello\nenvironment: azureml:base@latest\n" + lines;
}

std::string canonical(const Loaded<JobDocument> &loaded)
{
    return loaded.value ? toText(jobToJson(*loaded.value)) : std::string();
}

} // namespace atelier::test
