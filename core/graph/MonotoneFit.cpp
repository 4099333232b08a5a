#include "core/graph/MonotoneFit.h"

#include <queue>

#include <algorithm>

namespace atelier {

namespace {

struct Nearer
{
    bool operator()(const Pull &a, const Pull &b) const { return a.at < b.at; }
};

using Breaks = std::priority_queue<Pull, std::vector<Pull>, Nearer>;

void takeOff(Breaks &breaks, double weight)
{
    while (weight > 0) {
        Pull top = breaks.top();
        breaks.pop();
        if (top.weight > weight) {
            top.weight -= weight;
            breaks.push(top);
            return;
        }
        weight -= top.weight;
    }
}

// The cost of the first positions as a function of the last of them is convex and in pieces straight; the
// heap holds where its slope changes, left of its lowest point ("slope trick").
std::vector<double> lowestFit(const std::vector<std::vector<Pull>> &pulls)
{
    std::vector<double> fit;
    fit.reserve(pulls.size());
    Breaks breaks;
    for (const auto &list : pulls) {
        double total = 0;
        for (const Pull &pull : list) {
            breaks.push({pull.at, 2 * pull.weight});
            total += pull.weight;
        }
        takeOff(breaks, total);
        fit.push_back(breaks.top().at);
    }
    for (std::size_t i = fit.size(); i-- > 1;)
        fit[i - 1] = std::min(fit[i - 1], fit[i]);
    return fit;
}

} // namespace

std::vector<double> monotoneFit(std::vector<std::vector<Pull>> pulls)
{
    std::vector<double> fit = lowestFit(pulls);
    std::reverse(pulls.begin(), pulls.end());
    for (auto &list : pulls)
        for (Pull &pull : list)
            pull.at = -pull.at;
    const std::vector<double> mirrored = lowestFit(pulls);
    for (std::size_t i = 0; i < fit.size(); ++i)
        fit[i] = (fit[i] - mirrored[fit.size() - 1 - i]) / 2;
    return fit;
}

} // namespace atelier
