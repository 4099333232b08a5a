#include "core/access/Access.h"

#include <array>
#include <pwd.h>
#include <sodium.h>
#include <unistd.h>

namespace atelier {

namespace {

std::string loginName()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        return found->pw_name;
    return "uid-" + std::to_string(geteuid());
}

Error forbidden(std::string code, std::string sentence)
{
    return {ErrorKind::Forbidden, std::move(code), std::move(sentence), {}, {}};
}

Error unauthenticated()
{
    return {ErrorKind::Unauthenticated, "access.token",
        "This needs the workspace's token: send it as \"Authorization: Bearer …\" (MLflow takes it from "
        "MLFLOW_TRACKING_TOKEN).",
        {}, {}};
}

/// The token of `Bearer <token>`, or of `Basic` with any user name and the token as password; "" for neither.
std::string tokenOf(std::string_view authorization)
{
    constexpr std::string_view bearer = "Bearer ";
    constexpr std::string_view basic = "Basic ";
    if (authorization.substr(0, bearer.size()) == bearer)
        return std::string(authorization.substr(bearer.size()));
    if (authorization.substr(0, basic.size()) != basic)
        return {};
    authorization.remove_prefix(basic.size());
    std::string plain(authorization.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char *>(plain.data()), plain.size(), authorization.data(),
            authorization.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL)
        != 0)
        return {};
    plain.resize(length);
    const std::size_t colon = plain.find(':');
    return colon == std::string::npos ? std::string() : plain.substr(colon + 1);
}

} // namespace

Access::Access(const std::string &userToken, const RunTokens &tokens)
    : m_userDigest(sha256(userToken))
    , m_tokens(tokens)
    , m_user(loginName())
{
}

Result<Caller> Access::identify(const http::Request &head) const
{
    if (const auto browser = checkBrowser(head); !browser)
        return browser.error();
    if (!head.peer.isUnixSocket)
        return callerOf(head.header("authorization"));
    if (head.peer.uid != geteuid())
        return forbidden("access.peer", "This workspace's service belongs to another user of this machine.");
    return Caller{Role::Owner, m_user, {}};
}

Result<void> Access::checkBrowser(const http::Request &head) const
{
    // No page in a browser has business here: a page of this machine's own would come without either field.
    const std::string_view site = head.header("sec-fetch-site");
    if (!head.header("origin").empty() || (!site.empty() && site != "none"))
        return forbidden("access.origin", "Requests from web pages are refused.");
    if (head.peer.isUnixSocket)
        return {};
    // An exact list, or a name that an attacker re-points to 127.0.0.1 would pass.
    const std::string port = ":" + std::to_string(m_port);
    const std::string_view host = head.header("host");
    if (m_port == 0 || (host != "127.0.0.1" + port && host != "localhost" + port))
        return forbidden("access.host", "The Host of this request is not an address of this service.");
    return {};
}

Result<Caller> Access::callerOf(std::string_view authorization) const
{
    const std::string token = tokenOf(authorization);
    if (token.empty())
        return unauthenticated();
    const Sha256Bytes digest = sha256(token);
    if (sodium_memcmp(digest.data(), m_userDigest.data(), digest.size()) == 0)
        return Caller{Role::Owner, m_user, {}};
    if (auto job = m_tokens.jobOf(token))
        return Caller{Role::Run, m_user, std::move(*job)};
    return unauthenticated();
}

} // namespace atelier
