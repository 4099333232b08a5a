#include "core/access/RunTokens.h"

#include "core/base/Ids.h"

#include <algorithm>

namespace atelier {

RunTokens::Token RunTokens::make()
{
    // The prefix tells a person who finds one in a log what it is.
    Token token{"atelier-run-" + randomHex(32), {}};
    token.digest = sha256(token.text);
    return token;
}

Sha256Bytes RunTokens::digestOf(const std::string &stored)
{
    Sha256Bytes digest{};
    std::copy_n(stored.begin(), std::min(digest.size(), stored.size()), digest.begin());
    return digest;
}

void RunTokens::admit(const Sha256Bytes &digest, const std::string &job)
{
    const std::lock_guard lock(m_mutex);
    m_jobs[digest] = job;
}

void RunTokens::revoke(const Sha256Bytes &digest)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.erase(digest);
}

std::optional<std::string> RunTokens::jobOf(const std::string &token) const
{
    // Looking up a digest leaks nothing useful by its time: who can choose digests can already invert
    // SHA-256.
    const Sha256Bytes digest = sha256(token);
    const std::lock_guard lock(m_mutex);
    const auto found = m_jobs.find(digest);
    return found == m_jobs.end() ? std::nullopt : std::optional(found->second);
}

} // namespace atelier
