#pragma once

#include "core/domain/TablePage.h"
#include "core/system/Descriptor.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace atelier {

/// Answers about all rows of tables, which take seconds to make, kept in a folder that may be deleted at any
/// time. An entry that is damaged is none; what was used longest ago goes first. Thread-safe.
class ProfileCache
{
public:
    struct Limits
    {
        std::uint64_t bytes = 32U << 20U;
    };
    explicit ProfileCache(std::filesystem::path folder)
        : ProfileCache(std::move(folder), Limits())
    {
    }
    ProfileCache(std::filesystem::path folder, Limits limits)
        : m_folder(std::move(folder))
        , m_limits(limits)
    {
    }

    /// What an answer is kept by: the file's identity, size and times, and the part. Nothing for a file that
    /// was changed just now, which could change again within the same instant.
    [[nodiscard]] static std::optional<std::string> keyOf(
        const Descriptor &file, const std::string &name, const TablePart &part);

    [[nodiscard]] std::optional<std::string> find(const std::string &key) const;
    /// Best effort: what cannot be kept is made anew next time.
    void keep(const std::string &key, const std::string &answer);

private:
    void makeRoom() const;

    const std::filesystem::path m_folder;
    const Limits m_limits;
    std::mutex m_writing;
};

} // namespace atelier
