#include "core/base/Ids.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <sys/random.h>
#include <vector>

namespace atelier {

namespace {

std::vector<std::uint8_t> randomBytes(std::size_t count)
{
    std::vector<std::uint8_t> bytes(count);
    std::size_t filled = 0;
    while (filled < count) {
        const ssize_t got = getrandom(bytes.data() + filled, count - filled, 0);
        if (got < 0)
            std::abort(); // without randomness neither tokens nor names can be made
        filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

constexpr std::array<std::string_view, 32> adjectives{"amber", "brave", "bright", "calm", "clear", "clever",
    "cool", "crisp", "eager", "early", "fair", "gentle", "glad", "green", "happy", "honest", "jolly", "keen",
    "kind", "light", "lively", "lucky", "mild", "neat", "noble", "patient", "quick", "quiet", "sharp",
    "sunny", "warm", "wise"};
constexpr std::array<std::string_view, 32> nouns{"acorn", "arch", "basin", "beach", "bird", "brook", "cedar",
    "cliff", "cloud", "comet", "coral", "crane", "dune", "falcon", "fern", "field", "forest", "garden",
    "harbor", "hill", "island", "lake", "leaf", "maple", "meadow", "moon", "pine", "reef", "river", "stone",
    "valley", "wave"};

} // namespace

std::string randomHex(std::size_t bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes * 2);
    for (const std::uint8_t byte : randomBytes(bytes)) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string randomUuid()
{
    std::string hex = randomHex(16);
    hex[12] = '4'; // RFC 4122, 4.4: version and variant
    hex[16] = "89ab"[static_cast<std::size_t>(hex[16]) % 4];
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-"
        + hex.substr(20);
}

std::string randomJobName()
{
    constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32
    const std::vector<std::uint8_t> bytes = randomBytes(10);
    std::string name(adjectives[bytes[0] % adjectives.size()]);
    name += "_";
    name += nouns[bytes[1] % nouns.size()];
    name += "_";
    for (std::size_t i = 2; i < bytes.size(); ++i)
        name += letters[bytes[i] % letters.size()];
    return name;
}

} // namespace atelier
