#include "core/domain/MetricGoal.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <tuple>
#include <vector>

namespace atelier {

namespace {

/// The words of a name in lower case: `val/log_loss` has val, log and loss.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    for (const char sign : name) {
        const auto letter = static_cast<unsigned char>(sign);
        if (std::isalnum(letter) != 0 || letter >= 0x80)
            words.back() += static_cast<char>(std::tolower(letter));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

template<std::size_t size>
bool hasOneOf(const std::vector<std::string> &words, const std::array<std::string_view, size> &wanted)
{
    return std::any_of(words.begin(), words.end(), [&](const std::string &word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
}

constexpr std::array<std::string_view, 23> shrinking{"loss", "logloss", "error", "err", "errors", "mse",
    "rmse", "mae", "mape", "smape", "rmsle", "msle", "perplexity", "wer", "cer", "fid", "brier", "deviance",
    "distance", "latency", "seconds", "duration", "time"};
/// They say how much there was, not how good it is.
constexpr std::array<std::string_view, 15> counts{"row", "rows", "count", "counts", "num", "number", "sample",
    "samples", "size", "epoch", "epochs", "step", "steps", "iteration", "iterations"};
constexpr std::array<std::string_view, 6> heldOut{"test", "val", "valid", "validation", "eval", "holdout"};
constexpr std::array<std::string_view, 2> ofTraining{"train", "training"};
/// Those that say something of a model, the one that is asked for most first.
constexpr std::array<std::string_view, 12> scores{
    "auc", "accuracy", "acc", "f1", "r2", "score", "map", "iou", "dice", "bleu", "precision", "recall"};

std::size_t scoreRank(const std::vector<std::string> &words)
{
    std::size_t rank = scores.size();
    for (const std::string &word : words) {
        const auto found = std::find(scores.begin(), scores.end(), word);
        rank = std::min(rank, static_cast<std::size_t>(found - scores.begin()));
    }
    return rank;
}

bool countsSomething(const std::vector<std::string> &words)
{
    constexpr std::array<std::string_view, 1> rate{"per"};
    return hasOneOf(words, counts) && !hasOneOf(words, rate) && scoreRank(words) == scores.size()
        && !hasOneOf(words, shrinking);
}

/// Smaller tells more: scores, then losses, then what may be anything; what comes from training after that,
/// and counts last.
std::tuple<bool, int, std::size_t, int> rankOf(const std::string &metric)
{
    const auto words = wordsOf(metric);
    std::size_t rank = scoreRank(words);
    if (rank == scores.size() && !hasOneOf(words, shrinking))
        ++rank;
    return {
        countsSomething(words), hasOneOf(words, ofTraining) ? 1 : 0, rank, hasOneOf(words, heldOut) ? 0 : 1};
}

} // namespace

std::string_view name(MetricGoal goal)
{
    return goal == MetricGoal::Maximize ? "maximize" : "minimize";
}

MetricGoal goalOf(std::string_view metric)
{
    return hasOneOf(wordsOf(metric), shrinking) ? MetricGoal::Minimize : MetricGoal::Maximize;
}

bool isCount(std::string_view metric)
{
    return countsSomething(wordsOf(metric));
}

std::vector<std::string> rankedMetrics(std::vector<std::string> metrics)
{
    std::stable_sort(metrics.begin(), metrics.end(),
        [](const std::string &one, const std::string &other) { return rankOf(one) < rankOf(other); });
    return metrics;
}

std::string primaryMetric(std::span<const std::string> metrics)
{
    const auto first = std::min_element(metrics.begin(), metrics.end(),
        [](const std::string &one, const std::string &other) { return rankOf(one) < rankOf(other); });
    return first == metrics.end() || isCount(*first) ? std::string() : *first;
}

bool isBetter(MetricGoal goal, double value, double other)
{
    if (std::isnan(value) || std::isnan(other))
        return !std::isnan(value) && std::isnan(other);
    return goal == MetricGoal::Maximize ? value > other : value < other;
}

} // namespace atelier
