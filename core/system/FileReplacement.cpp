#include "core/system/FileReplacement.h"

#include "core/base/Ids.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace atelier {

namespace {

constexpr const char *replacementCode = "copy.target";

Error irreplaceable(std::string code, const std::filesystem::path &file, const std::string &reason)
{
    return {ErrorKind::Invalid, std::move(code), file.string() + reason, {{"file", file.string()}}, {}};
}

/// The mode of the new file: that of the one it replaces, where there is one.
Result<mode_t> checkTarget(const std::filesystem::path &file)
{
    struct stat status
    {
    };
    if (stat(file.c_str(), &status) != 0) {
        constexpr mode_t asTheUserHasIt = 0666; // less the umask
        if (errno == ENOENT)
            return asTheUserHasIt;
        return systemError(replacementCode, "write " + file.string(), errno);
    }
    if (S_ISDIR(status.st_mode))
        return irreplaceable("copy.target-folder", file, " is a folder. Choose a name for the copy in it.");
    if (!S_ISREG(status.st_mode))
        return irreplaceable("copy.target-special", file, " is no ordinary file. Choose another name.");
    if (access(file.c_str(), W_OK) != 0)
        return systemError(replacementCode, "write " + file.string(), errno);
    return status.st_mode & mode_t{0777};
}

} // namespace

FileReplacement::FileReplacement(
    Descriptor file, std::filesystem::path temporary, std::filesystem::path target)
    : m_file(std::move(file))
    , m_temporary(std::move(temporary))
    , m_target(std::move(target))
{
}

FileReplacement::~FileReplacement()
{
    if (!m_temporary.empty())
        unlink(m_temporary.c_str());
}

Result<std::shared_ptr<FileReplacement>> FileReplacement::begin(const std::filesystem::path &target)
{
    const auto mode = checkTarget(target);
    if (!mode)
        return mode.error();
    // What a link stands for is replaced, not the link.
    std::error_code unresolved;
    std::filesystem::path place = std::filesystem::weakly_canonical(target, unresolved);
    if (unresolved)
        place = target;
    std::filesystem::path temporary = place.parent_path() / (".copy-" + randomHex(8) + ".tmp");
    Descriptor file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, *mode));
    if (!file)
        return systemError(replacementCode, "write into the folder " + place.parent_path().string(), errno);
    return std::shared_ptr<FileReplacement>(
        new FileReplacement(std::move(file), std::move(temporary), std::move(place)));
}

Result<void> FileReplacement::finish()
{
    // Some disks tell only now that they are full.
    if (fsync(m_file.number()) != 0 || rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return systemError(replacementCode, "write " + m_target.string(), errno);
    m_temporary.clear();
    return {};
}

} // namespace atelier
