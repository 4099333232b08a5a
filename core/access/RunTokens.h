#pragma once

#include "core/base/Sha256.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace atelier {

/// The tokens of the attempts that are running now: each may write one run, and none outlives its attempt.
/// Only digests are kept, so neither this process's memory nor the database gives a token away. Thread-safe.
class RunTokens
{
public:
    /// A fresh token and its digest; not yet admitted.
    struct Token
    {
        std::string text;
        Sha256Bytes digest;
    };
    [[nodiscard]] static Token make();
    /// A digest as it was stored: 32 bytes.
    [[nodiscard]] static Sha256Bytes digestOf(const std::string &stored);

    void admit(const Sha256Bytes &digest, const std::string &job);
    void revoke(const Sha256Bytes &digest);

    /// The job that `token` may write, or nothing.
    [[nodiscard]] std::optional<std::string> jobOf(const std::string &token) const;

private:
    mutable std::mutex m_mutex;
    std::map<Sha256Bytes, std::string> m_jobs;
};

} // namespace atelier
