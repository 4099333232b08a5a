#include "core/http/UnixAddress.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace atelier::http {

Result<UnixAddress> UnixAddress::of(const std::filesystem::path &path)
{
    UnixAddress result;
    result.m_address.sun_family = AF_UNIX;
    std::string text = path.string();
    if (text.size() >= sizeof(result.m_address.sun_path)) {
        result.m_folder = ::open(path.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (result.m_folder < 0)
            return systemError("http.socket-folder", "open the folder of the socket " + text, errno);
        text = "/proc/self/fd/" + std::to_string(result.m_folder) + "/" + path.filename().string();
    }
    if (text.size() >= sizeof(result.m_address.sun_path))
        return systemError("http.socket-name", "use the socket " + path.string(), ENAMETOOLONG);
    std::memcpy(result.m_address.sun_path, text.c_str(), text.size() + 1);
    return result;
}

UnixAddress::~UnixAddress()
{
    if (m_folder >= 0)
        close(m_folder);
}

UnixAddress::UnixAddress(UnixAddress &&other) noexcept
    : m_address(other.m_address)
    , m_folder(std::exchange(other.m_folder, -1))
{
}

const sockaddr *UnixAddress::address() const
{
    return reinterpret_cast<const sockaddr *>(&m_address);
}

socklen_t UnixAddress::size() const
{
    return sizeof(m_address);
}

} // namespace atelier::http
