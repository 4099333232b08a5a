#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <sys/socket.h>
#include <sys/un.h>

namespace atelier::http {

/// A socket file's address. A path too long for the kernel's 108 bytes goes through a descriptor of its
/// folder, which lives as long as this does.
class UnixAddress
{
public:
    [[nodiscard]] static Result<UnixAddress> of(const std::filesystem::path &path);
    ~UnixAddress();
    UnixAddress(UnixAddress &&other) noexcept;
    UnixAddress &operator=(UnixAddress &&) = delete;

    [[nodiscard]] const sockaddr *address() const;
    [[nodiscard]] socklen_t size() const;

private:
    UnixAddress() = default;

    sockaddr_un m_address{};
    int m_folder = -1;
};

} // namespace atelier::http
