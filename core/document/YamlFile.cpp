#include "core/document/YamlFile.h"

#include "core/document/YamlParser.h"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

namespace atelier {

namespace {

namespace fs = std::filesystem;

Error tooLarge(const std::string &name)
{
    return {ErrorKind::TooLarge, "document.too-large",
        "The file is larger than " + std::to_string(YamlLimits::bytes >> 20)
            + " MiB and was not read: no document needs that much; keep data in files that it names.",
        {}, {name, 0, 0, {}}};
}

/// No more is read than tells that it is too large: the file may have grown, or its size may be a fiction as
/// in /proc.
std::string beginningOf(std::istream &stream)
{
    std::string text;
    std::vector<char> piece(std::size_t{64} << 10);
    while (text.size() <= YamlLimits::bytes) {
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        if (stream.gcount() == 0)
            break;
        text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return text;
}

Error located(Error error, const std::string &name)
{
    error.location.file = name;
    return error;
}

} // namespace

Result<Node> readYamlFile(const fs::path &file, const std::string &shownName, std::vector<Error> &warnings)
{
    std::error_code problem;
    const fs::file_status status = fs::status(file, problem);
    if (!fs::exists(status))
        return located(systemError("document.unreadable", "read the file '" + shownName + "'",
                           problem ? problem.value() : ENOENT),
            shownName);
    if (!fs::is_regular_file(status))
        return Error{ErrorKind::Invalid, "document.not-a-file",
            "'" + shownName + "' is " + (fs::is_directory(status) ? "a folder" : "no regular file")
                + ": name the YAML file.",
            {}, {shownName, 0, 0, {}}};
    const std::uintmax_t size = fs::file_size(file, problem);
    if (!problem && size > YamlLimits::bytes)
        return tooLarge(shownName);
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return located(
            systemError("document.unreadable", "read the file '" + shownName + "'", errno != 0 ? errno : EIO),
            shownName);
    const std::string text = beginningOf(stream);
    if (text.size() > YamlLimits::bytes)
        return tooLarge(shownName);
    const auto source = std::make_shared<const Source>(Source{shownName, fs::absolute(file).parent_path()});
    return parseYaml(text, source, warnings);
}

} // namespace atelier
