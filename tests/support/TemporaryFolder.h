#pragma once

#include <filesystem>
#include <string>

namespace atelier::test {

/// A folder of its own (0700) for one test, removed with everything in it at the end.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string &name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Writes a text file, making the folders above it.
void write(const std::filesystem::path &file, const std::string &text);

/// Makes `depth` folders, each within the one before, with a file in the last; deeper than any path reaches.
void writeDeep(const std::filesystem::path &top, int depth, const std::string &name = "d");

/// The whole file, or "" where it cannot be read.
std::string read(const std::filesystem::path &file);

} // namespace atelier::test
