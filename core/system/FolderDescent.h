#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <string>
#include <sys/types.h>
#include <vector>

namespace atelier {

/// The way down a tree of any depth and back up, with one descriptor in all. Only folders are entered, never
/// links, and the way up is ".." only where that still leads to where the descent came from.
class FolderDescent
{
public:
    explicit FolderDescent(Descriptor top)
        : m_folder(std::move(top))
    {
    }

    /// False with errno: ENOENT, ENOTDIR and ELOOP where the name stands for no folder.
    [[nodiscard]] bool enter(const std::string &name);
    /// To the folder above; not from the top. False with errno: ESTALE where this folder was moved meanwhile.
    [[nodiscard]] bool leave();

    [[nodiscard]] int folder() const { return m_folder.number(); }
    [[nodiscard]] std::size_t depth() const { return m_above.size(); } ///< 0 at the top

private:
    struct Identity
    {
        dev_t device;
        ino_t inode;
        bool operator==(const Identity &) const = default;
    };
    [[nodiscard]] static bool identify(int folder, Identity &identity);

    Descriptor m_folder;
    std::vector<Identity> m_above;
};

/// The names in an open folder but for "." and "..", in no order; `shown` is for the error's sentence.
[[nodiscard]] Result<std::vector<std::string>> namesIn(int folder, const std::string &shown);

} // namespace atelier
