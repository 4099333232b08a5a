#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <filesystem>
#include <memory>

namespace atelier {

/// A file where a user wants it, written beside its place and put there when it is whole: whatever fails,
/// what was there stays, and nothing half-written is left. Errors have a code `copy.target…`. Any thread;
/// waits for the disk.
class FileReplacement
{
public:
    [[nodiscard]] static Result<std::shared_ptr<FileReplacement>> begin(const std::filesystem::path &target);
    /// What is not finished is removed.
    ~FileReplacement();
    FileReplacement(const FileReplacement &) = delete;
    FileReplacement &operator=(const FileReplacement &) = delete;

    [[nodiscard]] int descriptor() const { return m_file.number(); }
    [[nodiscard]] Result<void> finish();

private:
    FileReplacement(Descriptor file, std::filesystem::path temporary, std::filesystem::path target);

    Descriptor m_file;
    std::filesystem::path m_temporary; ///< "" once it is in its place
    const std::filesystem::path m_target;
};

} // namespace atelier
