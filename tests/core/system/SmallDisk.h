#pragma once

#include <cstddef>
#include <filesystem>

namespace atelier::test {

/// A file system of a few megabytes mounted on a folder (root only), to be filled up; unmounted at the end.
class SmallDisk
{
public:
    SmallDisk(std::filesystem::path folder, std::size_t megabytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    /// Writes a file until nothing more goes in; its removal makes room again.
    [[nodiscard]] std::filesystem::path fill() const;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }

private:
    std::filesystem::path m_folder;
    bool m_isMounted;
};

} // namespace atelier::test
