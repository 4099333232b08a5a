#include "core/data/ContentDigest.h"

#include "core/base/Sha256.h"
#include "core/system/Descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

namespace atelier {

namespace {

Result<std::string> digestOfBytes(int descriptor, const std::string &name)
{
    Sha256 digest;
    std::vector<char> buffer(std::size_t{1} << 18U);
    for (;;) {
        const ssize_t got = read(descriptor, buffer.data(), buffer.size());
        if (got == 0)
            return digest.finishHex();
        if (got < 0 && errno != EINTR)
            return systemError("data.read", "read " + name, errno);
        if (got > 0)
            digest.update({buffer.data(), static_cast<std::size_t>(got)});
    }
}

Error notData(const std::filesystem::path &path)
{
    return {ErrorKind::Invalid, "data.not-a-file",
        path.string() + " is neither a file nor a folder; only these can be data.", {{"path", path.string()}},
        {}};
}

} // namespace

Result<std::string> ContentDigest::of(const std::filesystem::path &path)
{
    struct stat status
    {
    };
    if (stat(path.c_str(), &status) != 0)
        return systemError("data.open", "open " + path.string(), errno);
    return S_ISDIR(status.st_mode) ? ofFolder(path) : ofFile(path);
}

Result<std::string> ContentDigest::ofFile(const std::filesystem::path &file)
{
    // O_NONBLOCK: a pipe must be refused, not waited for.
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status
    {
    };
    if (!descriptor || fstat(descriptor.number(), &status) != 0)
        return systemError("data.open", "open " + file.string(), errno);
    if (!S_ISREG(status.st_mode))
        return notData(file);
    const Identity identity(status.st_dev, status.st_ino, status.st_size,
        status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.find(identity); known != m_known.end())
            return known->second;
    }
    auto digest = digestOfBytes(descriptor.number(), file.string());
    if (digest) {
        const std::lock_guard lock(m_mutex);
        m_known[identity] = *digest;
    }
    return digest;
}

Result<std::string> ContentDigest::ofFolder(const std::filesystem::path &folder)
{
    std::error_code failure;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (entry->is_symlink(failure) || (!entry->is_regular_file(failure) && !entry->is_directory(failure)))
            return notData(entry->path());
        if (entry->is_regular_file(failure))
            files.push_back(entry->path());
    }
    if (failure)
        return systemError("data.read", "read the folder " + folder.string(), failure.value());
    std::sort(files.begin(), files.end());
    Sha256 digest;
    for (const std::filesystem::path &file : files) {
        const auto one = ofFile(file);
        if (!one)
            return one;
        digest.update(*one + " " + file.lexically_relative(folder).string() + "\n");
    }
    return digest.finishHex();
}

} // namespace atelier
