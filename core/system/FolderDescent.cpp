#include "core/system/FolderDescent.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace atelier {

namespace {

constexpr int asFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

} // namespace

bool FolderDescent::identify(int folder, Identity &identity)
{
    struct stat status
    {
    };
    if (fstat(folder, &status) != 0)
        return false;
    identity = {status.st_dev, status.st_ino};
    return true;
}

bool FolderDescent::enter(const std::string &name)
{
    // These lead elsewhere than down.
    if (name == "." || name == ".." || name.find('/') != std::string::npos) {
        errno = EINVAL;
        return false;
    }
    Identity here{};
    Descriptor child(openat(m_folder.number(), name.c_str(), asFolder));
    if (!child || !identify(m_folder.number(), here))
        return false;
    m_above.push_back(here);
    m_folder = std::move(child);
    return true;
}

bool FolderDescent::leave()
{
    Identity above{};
    Descriptor parent(openat(m_folder.number(), "..", asFolder));
    if (!parent || !identify(parent.number(), above))
        return false;
    if (above != m_above.back()) {
        errno = ESTALE;
        return false;
    }
    m_above.pop_back();
    m_folder = std::move(parent);
    return true;
}

Result<std::vector<std::string>> namesIn(int folder, const std::string &shown)
{
    // A descriptor of its own: closedir closes it, and the offset of `folder` stays as it is.
    Descriptor own(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    DIR *stream = own ? fdopendir(own.number()) : nullptr;
    if (stream == nullptr)
        return systemError("folder.read", "read the folder " + shown, errno);
    [[maybe_unused]] const int owned = own.release();
    std::vector<std::string> names;
    while (const dirent *entry = readdir(stream)) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..")
            names.push_back(name);
    }
    closedir(stream);
    return names;
}

} // namespace atelier
