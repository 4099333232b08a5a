#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Layers = std::set<std::string>;

// Which layers a folder may include besides itself and core/base. Linking does not guard this: a target that
// links only Qt Core still compiles an include of Qt Widgets, so the sources are read.
const std::map<std::string, Layers> allowed{
    {"core/base", {}},
    {"core/domain", {}},
    {"core/series", {}},
    {"core/graph", {}},
    {"core/system", {}},
    {"core/log", {"core/system"}},
    {"core/document", {"core/domain"}},
    {"core/http", {"core/system"}},
    {"core/storage", {"core/domain", "core/system"}},
    {"core/access", {"core/domain", "core/document", "core/storage", "core/http", "core/system"}},
    {"core/data", {"core/domain", "core/document", "core/storage", "core/http", "core/system"}},
    {"core/tracking", {"core/domain", "core/document", "core/storage", "core/http", "core/system"}},
    {"core/compute", {"core/domain", "core/document", "core/storage", "core/http", "core/system"}},
    {"core/execution",
        {"core/domain", "core/document", "core/storage", "core/http", "core/system", "core/access",
            "core/data", "core/tracking", "core/compute"}},
    {"core/service",
        {"core/domain", "core/document", "core/storage", "core/http", "core/system", "core/access",
            "core/data", "core/tracking", "core/compute", "core/execution", "core/series"}},
    {"core/client", {"core/domain", "core/document", "core/http", "core/series", "core/system"}},
    {"ui/theme", {}},
    {"ui/widgets", {"core/domain", "ui/theme"}},
    {"ui/graph", {"core/graph", "ui/text", "ui/theme", "ui/widgets"}},
    {"ui/plot", {"core/series", "core/system", "ui/text", "ui/theme", "ui/widgets"}},
    {"ui/log", {"core/log", "core/system", "ui/text", "ui/theme", "ui/widgets"}},
    {"ui/code", {"ui/text", "ui/theme", "ui/widgets"}},
    {"ui/scintilla", {"ui/code", "ui/theme", "ui/widgets"}},
    {"ui/gallery", {"core/domain", "ui/theme", "ui/widgets"}},
    {"ui/text", {"core/series"}},
    {"ui/shell", {"core/domain", "core/client", "core/system", "ui/text", "ui/theme", "ui/widgets"}},
    {"ui/tables", {"core/domain", "core/client", "core/document", "ui/text", "ui/theme", "ui/widgets"}},
    {"ui/jobs",
        {"core/domain", "core/client", "core/document", "core/graph", "core/series", "core/system", "ui/code",
            "ui/graph", "ui/log", "ui/plot", "ui/shell", "ui/tables", "ui/text", "ui/theme", "ui/widgets"}},
    {"ui/home",
        {"core/domain", "core/client", "core/document", "core/system", "ui/graph", "ui/jobs", "ui/shell",
            "ui/text", "ui/theme", "ui/widgets"}},
    {"ui/settings", {"core/domain", "core/client", "ui/shell", "ui/text", "ui/theme", "ui/widgets"}},
    {"app/studio",
        {"app/cli", "core/domain", "core/client", "ui/gallery", "ui/home", "ui/jobs", "ui/settings",
            "ui/shell", "ui/text", "ui/theme", "ui/widgets"}},
    {"app/jobd", {"core/system"}},
    {"app/tables", {"core/document", "core/series", "core/system"}},
    {"app/cli", {"core/domain", "core/document", "core/http", "core/system", "core/client"}},
    {"app/service",
        {"core/domain", "core/document", "core/storage", "core/http", "core/system", "core/access",
            "core/data", "core/tracking", "core/compute", "core/execution", "core/service"}},
};

const Layers mayUseQt{"core/client", "app/cli", "ui/theme", "ui/widgets", "ui/gallery", "ui/text", "ui/shell",
    "ui/jobs", "ui/home", "app/studio", "ui/code", "ui/graph", "ui/log", "ui/scintilla", "ui/plot",
    "ui/settings", "ui/tables"};

std::string layerOf(const std::string &path)
{
    const auto second = path.find('/', path.find('/') + 1);
    return path.substr(0, second);
}

std::vector<std::string> includesOf(const fs::path &file)
{
    static const std::regex include(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
    std::vector<std::string> headers;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        if (std::smatch match; std::regex_search(line, match, include))
            headers.push_back(match[1]);
    return headers;
}

std::vector<fs::path> sourcesBelow(const fs::path &folder)
{
    std::vector<fs::path> files;
    if (!fs::exists(folder))
        return files;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
            files.push_back(entry.path());
    return files;
}

bool isQtHeader(const std::string &header)
{
    return header.size() > 1 && header[0] == 'Q' && (std::isupper(header[1]) != 0 || header[1] == 't');
}

std::string complaint(const std::string &file, const std::string &header)
{
    const std::string layer = layerOf(file);
    if (header.find("../") != std::string::npos)
        return file + " includes " + header + " by a path upwards";
    if (isQtHeader(header) && mayUseQt.count(layer) == 0)
        return file + " includes " + header + ", but " + layer + " is standard C++";
    const bool ours = header.rfind("core/", 0) == 0 || header.rfind("ui/", 0) == 0
        || header.rfind("app/", 0) == 0 || header.rfind("tests/", 0) == 0;
    if (!ours)
        return {};
    const std::string target = layerOf(header);
    const auto row = allowed.find(layer);
    if (row == allowed.end())
        return file + " stands in a folder that the table of layers does not name";
    if (target == layer || target == "core/base" || row->second.count(target) != 0)
        return {};
    return file + " includes " + header + ", which " + layer + " may not";
}

} // namespace

TEST(Layering, EveryFolderIncludesOnlyTheLayersThatTheTableAllows)
{
    const fs::path root(ATELIER_SOURCE_DIR);
    std::size_t read = 0;
    for (const char *top : {"core", "app", "ui"}) {
        for (const fs::path &file : sourcesBelow(root / top)) {
            ++read;
            for (const std::string &header : includesOf(file))
                EXPECT_EQ(complaint(fs::relative(file, root).string(), header), "");
        }
    }
    EXPECT_GT(read, 10U);
}

TEST(Layering, TheTableHasNoCycles)
{
    for (const auto &[layer, below] : allowed)
        for (const std::string &target : below)
            EXPECT_TRUE(allowed.at(target).count(layer) == 0) << layer << " and " << target;
}

TEST(Colors, NoneIsWrittenOutsideOfTheTokens)
{
    static const std::regex literal(
        R"re(#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{8}\b|QColor ?[({] ?(\d|0x|u?")|Qt::(white|black|red|green|blue|gray)\b)re");
    const fs::path root(ATELIER_SOURCE_DIR);
    std::size_t read = 0;
    for (const char *top : {"ui", "app/studio"}) {
        for (const fs::path &file : sourcesBelow(root / top)) {
            ++read;
            std::ifstream stream(file);
            for (std::string line; std::getline(stream, line);)
                EXPECT_FALSE(std::regex_search(line, literal)) << fs::relative(file, root) << ": " << line;
        }
    }
    EXPECT_GT(read, 50U);
}

TEST(Layering, AnIncludeThatRunsUpwardsIsReported)
{
    EXPECT_NE(complaint("core/domain/Port.h", "core/storage/Database.h"), "");
    EXPECT_NE(complaint("core/system/File.h", "QString"), "");
    EXPECT_NE(complaint("core/unheard/Thing.h", "core/base/Error.h"), "");
    EXPECT_EQ(complaint("core/storage/Database.h", "core/domain/Port.h"), "");
}
