#include "core/document/Nearest.h"

#include "core/domain/Names.h"

#include <algorithm>
#include <numeric>

namespace atelier {

namespace {

constexpr std::size_t longestWord = 64; // what is longer is no slip of a key, and comparing costs its square
constexpr std::size_t mostCandidates = 1000;
constexpr std::size_t shortestBeginning = 3;

/// Insertions, deletions, substitutions and swaps of neighbours between two words.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

} // namespace

std::string nearest(std::string_view word, const std::vector<std::string_view> &candidates)
{
    if (word.empty() || word.size() > longestWord)
        return {};
    std::string_view best;
    std::size_t bestDistance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (std::size_t i = 0; i < std::min(candidates.size(), mostCandidates); ++i) {
        if (candidates[i].size() > longestWord)
            continue;
        std::size_t found = distance(lowerCase(word), lowerCase(candidates[i]));
        if (word.size() >= shortestBeginning && candidates[i].starts_with(word))
            found = std::min(found, bestDistance - 1); // `time` for `timeout`
        if (found < bestDistance) {
            bestDistance = found;
            best = candidates[i];
        }
    }
    return std::string(best);
}

std::string didYouMean(std::string_view word, const std::vector<std::string_view> &candidates)
{
    const std::string found = nearest(word, candidates);
    return found.empty() ? found : " Did you mean '" + found + "'?";
}

std::string excerpt(std::string_view text, std::size_t longest)
{
    std::string shown(text.substr(0, longest));
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    if (text.size() <= longest)
        return shown;
    while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
        shown.pop_back();
    return shown + "…";
}

std::string listOf(const std::vector<std::string_view> &words)
{
    std::string list;
    for (const std::string_view word : words) {
        if (!list.empty())
            list += ", ";
        list += word;
    }
    return list;
}

} // namespace atelier
