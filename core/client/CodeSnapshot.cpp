#include "core/client/CodeSnapshot.h"

#include "core/base/Sha256.h"
#include "core/client/IgnoreRules.h"
#include "core/system/Descriptor.h"
#include "core/system/File.h"

#include <QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace atelier {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestIgnoreFile = 1 << 20;
constexpr std::size_t pieceBytes = 256 << 10;

Result<IgnoreRules> rulesOf(const fs::path &folder)
{
    std::string text = ".git/\n__pycache__/\n";
    for (const char *name : {".amlignore", ".gitignore"}) {
        const fs::path file = folder / name;
        std::error_code failure;
        if (!fs::is_regular_file(file, failure))
            continue;
        auto lines = readFile(file, longestIgnoreFile);
        if (!lines)
            return lines.error();
        return IgnoreRules(text + *lines);
    }
    return IgnoreRules(text);
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString decoded = decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoded.isNull() && !decode.hasError();
}

/// Collects the paths, relative to the root, of the wanted files.
class Collector
{
public:
    Collector(fs::path root, IgnoreRules rules)
        : m_root(std::move(root))
        , m_rules(std::move(rules))
    {
    }

    Result<void> visit(const std::string &folder)
    {
        std::error_code failure;
        const fs::path canonical = fs::canonical(m_root / folder, failure);
        if (std::find(m_above.begin(), m_above.end(), canonical) != m_above.end())
            return {}; // a link back to a folder above
        m_above.push_back(canonical);
        fs::directory_iterator entries(m_root / folder, failure);
        for (; !failure && entries != fs::directory_iterator(); entries.increment(failure))
            if (auto taken = take(*entries, folder); !taken)
                return taken;
        m_above.pop_back();
        if (failure)
            return systemError(
                "snapshot.read", "read the folder " + (m_root / folder).string(), failure.value());
        return {};
    }

    std::vector<std::string> files;

private:
    Result<void> take(const fs::directory_entry &entry, const std::string &folder)
    {
        const std::string name = entry.path().filename().string();
        const std::string path = folder.empty() ? name : folder + "/" + name;
        std::error_code failure;
        if (entry.is_directory(failure))
            return m_rules.ignoresAllBelow(path) ? Result<void>() : visit(path);
        if (!entry.is_regular_file(failure) || m_rules.ignoresFile(path))
            return {};
        if (!isUtf8(path))
            return Error{ErrorKind::Invalid, "snapshot.name",
                "The name of the file " + entry.path().string()
                    + " is not UTF-8: rename it, or list it in .amlignore.",
                {}, {}};
        files.push_back(path);
        if (files.size() <= mostSnapshotFiles)
            return {};
        return Error{ErrorKind::TooLarge, "snapshot.too-many-files",
            "The code folder " + m_root.string() + " has more than " + std::to_string(mostSnapshotFiles)
                + " files: list what the job does not need in .amlignore.",
            {{"folder", m_root.string()}}, {}};
    }

    const fs::path m_root;
    const IgnoreRules m_rules;
    std::vector<fs::path> m_above;
};

Result<SnapshotFile> readEntry(const fs::path &file, std::string path)
{
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status
    {
    };
    if (!descriptor || fstat(descriptor.number(), &status) != 0)
        return systemError("snapshot.read", "read the code file " + file.string(), errno);
    SnapshotFile entry{std::move(path), 0, {}, (status.st_mode & S_IXUSR) != 0};
    Sha256 digest;
    std::string piece(pieceBytes, '\0');
    for (;;) {
        const ssize_t got = read(descriptor.number(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError("snapshot.read", "read the code file " + file.string(), errno);
        if (got == 0)
            break;
        digest.update({piece.data(), static_cast<std::size_t>(got)});
        entry.size += static_cast<std::uint64_t>(got);
    }
    entry.sha256 = digest.finishHex();
    return entry;
}

} // namespace

Result<CodeSnapshot> takeSnapshot(const fs::path &code)
{
    fs::path root = code;
    std::vector<std::string> files;
    std::error_code failure;
    if (fs::is_regular_file(code, failure)) {
        root = code.parent_path();
        files.push_back(code.filename().string());
    } else {
        auto rules = rulesOf(code);
        if (!rules)
            return rules.error();
        Collector collector(root, std::move(*rules));
        if (auto visited = collector.visit({}); !visited)
            return visited.error();
        files = std::move(collector.files);
    }
    std::sort(files.begin(), files.end());
    CodeSnapshot snapshot;
    for (std::string &path : files) {
        const fs::path file = root / path;
        auto entry = readEntry(file, std::move(path));
        if (!entry)
            return entry.error();
        snapshot.blobs.emplace(entry->sha256, file);
        snapshot.manifest.push_back(std::move(*entry));
    }
    snapshot.digest = digestOf(snapshot.manifest);
    return snapshot;
}

} // namespace atelier
