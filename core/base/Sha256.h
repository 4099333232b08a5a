#pragma once

#include <array>
#include <cstdint>
#include <sodium/crypto_hash_sha256.h>
#include <string>
#include <string_view>

namespace atelier {

using Sha256Bytes = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces. One thread at a time.
class Sha256
{
public:
    Sha256();
    void update(std::string_view bytes);
    [[nodiscard]] Sha256Bytes finish(); ///< once; the object is spent afterwards
    [[nodiscard]] std::string finishHex(); ///< 64 lower-case hex digits; once

private:
    crypto_hash_sha256_state m_state;
};

[[nodiscard]] Sha256Bytes sha256(std::string_view bytes);
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// True for exactly 64 lower-case hex digits.
[[nodiscard]] bool isSha256Hex(std::string_view text);

} // namespace atelier
