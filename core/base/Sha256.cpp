#include "core/base/Sha256.h"

#include <algorithm>

namespace atelier {

Sha256::Sha256()
    : m_state()
{
    crypto_hash_sha256_init(&m_state);
}

void Sha256::update(std::string_view bytes)
{
    crypto_hash_sha256_update(&m_state, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
}

Sha256Bytes Sha256::finish()
{
    Sha256Bytes digest{};
    crypto_hash_sha256_final(&m_state, digest.data());
    return digest;
}

std::string Sha256::finishHex()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : finish()) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

Sha256Bytes sha256(std::string_view bytes)
{
    Sha256 digest;
    digest.update(bytes);
    return digest.finish();
}

std::string sha256Hex(std::string_view bytes)
{
    Sha256 digest;
    digest.update(bytes);
    return digest.finishHex();
}

bool isSha256Hex(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace atelier
