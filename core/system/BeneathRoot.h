#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// What a name beneath a root stands for; links, pipes, sockets and devices are `Other` and are never opened.
struct FileStatus
{
    enum class Type { File, Folder, Other };
    Type type = Type::Other;
    std::uint64_t size = 0; ///< bytes; 0 unless a File
    std::int64_t modifiedMs = 0; ///< milliseconds since 1970
};

struct FolderEntry
{
    std::string name; ///< from `walk`: the path beneath the folder walked, with slashes
    FileStatus status;
};

/// The most parts of a path that is made beneath a root, and how deep a walk goes.
constexpr std::size_t deepestPath = 256;

/// How a walk went.
struct Walked
{
    std::uint64_t foldersLeftOut = 0; ///< visited, but not what is in them: they lie too deep
};

/// A file that is being written beneath a root: it takes its name, durably, at `commit`, and vanishes without
/// it.
class NewFile
{
public:
    NewFile(Descriptor folder, Descriptor file, std::string temporaryName, std::string name);
    ~NewFile();
    NewFile(NewFile &&) noexcept;
    NewFile &operator=(NewFile &&) = delete;

    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// Replaces what had the name; to be called once.
    [[nodiscard]] Result<void> commit();

private:
    Descriptor m_folder;
    Descriptor m_file;
    std::string m_temporaryName; ///< "" once there is nothing to remove
    std::string m_name;
};

/// A folder that paths given by clients cannot leave: the kernel refuses `..` out of it, absolute paths and
/// every link (openat2), so no check of strings has to be right. Paths are relative, "" is the root.
/// Thread-safe.
class BeneathRoot
{
public:
    /// Unavailable on a kernel without openat2 (before 5.6).
    [[nodiscard]] static Result<BeneathRoot> open(const std::filesystem::path &root);

    /// Creates, with its missing parent folders, a file that is written in pieces; Invalid for a path of more
    /// than `deepestPath` parts.
    [[nodiscard]] Result<NewFile> create(const std::string &path) const;
    /// Makes the folder and those above it where they are missing (0700); Invalid as with `create`.
    [[nodiscard]] Result<void> makeFolders(const std::string &path) const;
    /// Removes a file, or a folder with all that is in it, however deep; the root itself is refused.
    [[nodiscard]] Result<void> remove(const std::string &path) const;

    /// Opens a regular file for reading.
    [[nodiscard]] Result<Descriptor> openFile(const std::string &path) const;
    [[nodiscard]] Result<std::string> readFile(const std::string &path, std::size_t limit) const;
    [[nodiscard]] Result<FileStatus> status(const std::string &path) const;
    /// The entries of a folder, sorted by name; half-written files are left out.
    [[nodiscard]] Result<std::vector<FolderEntry>> list(const std::string &path) const;
    /// Visits everything beneath a folder, folders before what is in them, until the visitor answers false or
    /// `deepestPath` folders deep.
    [[nodiscard]] Result<Walked> walk(
        const std::string &path, const std::function<bool(const FolderEntry &)> &visit) const;

private:
    explicit BeneathRoot(Descriptor root)
        : m_root(std::move(root))
    {
    }

    Descriptor m_root;
};

} // namespace atelier
