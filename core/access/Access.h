#pragma once

#include "core/access/RunTokens.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"
#include "core/http/Message.h"

#include <cstdint>
#include <string>

namespace atelier {

/// Decides who makes a request, before anything of it is parsed: the peer's uid on the unix socket; Host,
/// Origin and a token on TCP. Thread-safe once the port is set.
class Access
{
public:
    /// `userToken` is the workspace's own token; `tokens` must outlive this.
    Access(const std::string &userToken, const RunTokens &tokens);

    /// The port whose loopback names are accepted in Host; before it is set no TCP request is.
    void setPort(std::uint16_t port) { m_port = port; }

    [[nodiscard]] Result<Caller> identify(const http::Request &head) const;

private:
    [[nodiscard]] Result<void> checkBrowser(const http::Request &head) const;
    [[nodiscard]] Result<Caller> callerOf(std::string_view authorization) const;

    Sha256Bytes m_userDigest;
    const RunTokens &m_tokens;
    std::string m_user;
    std::uint16_t m_port = 0;
};

} // namespace atelier
