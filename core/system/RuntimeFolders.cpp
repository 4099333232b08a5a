#include "core/system/RuntimeFolders.h"

#include "core/base/Sha256.h"
#include "core/system/File.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace atelier {

namespace {

namespace fs = std::filesystem;

/// The variable's value when it is an absolute path: the XDG rules say to ignore others.
fs::path absoluteFrom(const char *variable)
{
    const char *value = std::getenv(variable);
    return value != nullptr && value[0] == '/' ? fs::path(value) : fs::path();
}

Result<fs::path> checkedFolder(const fs::path &folder)
{
    if (const Result<void> made = makeFolders(folder); !made)
        return made.error();
    struct stat status
    {
    };
    // lstat: in /tmp somebody else may have put a link there.
    if (lstat(folder.c_str(), &status) != 0)
        return systemError("folder.open", "look at " + folder.string(), errno);
    if (!S_ISDIR(status.st_mode) || status.st_uid != geteuid() || (status.st_mode & 077) != 0) {
        return Error{ErrorKind::Forbidden, "folder.not-private",
            folder.string()
                + " must be a folder that is yours and closed to others (chmod 700), or the service's "
                  "socket would not be safe there.",
            {{"folder", folder.string()}}, {}};
    }
    return folder;
}

Result<fs::path> folderBelowHome(const char *variable, const char *belowHome)
{
    fs::path base = absoluteFrom(variable);
    if (base.empty()) {
        const fs::path home = absoluteFrom("HOME");
        if (home.empty()) {
            return Error{ErrorKind::Unavailable, "folder.no-home",
                std::string("Neither ") + variable + " nor HOME says where your files are. Set one of them.",
                {}, {}};
        }
        base = home / belowHome;
    }
    const fs::path folder = base / "atelier";
    if (const Result<void> made = makeFolders(folder); !made)
        return made.error();
    return folder;
}

} // namespace

Result<fs::path> runtimeFolder()
{
    const fs::path runtime = absoluteFrom("XDG_RUNTIME_DIR");
    if (!runtime.empty())
        return checkedFolder(runtime / "atelier");
    return checkedFolder("/tmp/atelier-" + std::to_string(geteuid()));
}

Result<fs::path> stateFolder()
{
    return folderBelowHome("XDG_STATE_HOME", ".local/state");
}

Result<fs::path> dataFolder()
{
    return folderBelowHome("XDG_DATA_HOME", ".local/share");
}

Result<fs::path> socketPath(const fs::path &workspace)
{
    std::error_code failed;
    const fs::path canonical = fs::canonical(workspace, failed);
    if (failed)
        return systemError("workspace.open", "find the workspace " + workspace.string(), failed.value());
    const Result<fs::path> folder = runtimeFolder();
    if (!folder)
        return folder;
    fs::path socket = *folder / (sha256Hex(canonical.string()).substr(0, 24) + ".sock");
    if (socket.string().size() >= sizeof(sockaddr_un::sun_path)) {
        return Error{ErrorKind::Unavailable, "socket.path-too-long",
            "The path of the service's socket, " + socket.string()
                + ", is longer than the 107 bytes that a socket may have. Set XDG_RUNTIME_DIR to a shorter "
                  "one.",
            {{"path", socket.string()}}, {}};
    }
    return socket;
}

} // namespace atelier
