#include "core/log/NewlineCount.h"

#include <algorithm>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace atelier {

namespace {

std::uint64_t countOneByOne(std::string_view bytes)
{
    return static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

} // namespace

#ifdef __SSE2__

std::uint64_t countNewlines(std::string_view bytes)
{
    constexpr std::size_t step = sizeof(__m128i);
    constexpr std::size_t batch = 255; // a lane of 8 bits overflows beyond
    const __m128i newline = _mm_set1_epi8('\n');
    std::uint64_t count = 0;
    while (bytes.size() >= step) {
        const std::size_t steps = std::min(bytes.size() / step, batch);
        __m128i lanes = _mm_setzero_si128();
        for (std::size_t i = 0; i < steps; ++i) {
            const auto *block = reinterpret_cast<const __m128i *>(bytes.data() + i * step);
            lanes = _mm_sub_epi8(lanes, _mm_cmpeq_epi8(_mm_loadu_si128(block), newline));
        }
        const __m128i sums = _mm_sad_epu8(lanes, _mm_setzero_si128());
        count += static_cast<std::uint64_t>(_mm_cvtsi128_si64(sums))
            + static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums)));
        bytes.remove_prefix(steps * step);
    }
    return count + countOneByOne(bytes);
}

#else

std::uint64_t countNewlines(std::string_view bytes)
{
    return countOneByOne(bytes);
}

#endif

} // namespace atelier
