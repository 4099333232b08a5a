#include "core/graph/CrossingReduction.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr int rounds = 12;
constexpr int roundsWithoutGain = 3;

using Places = std::vector<std::size_t>;
using Neighbours = std::vector<std::vector<std::size_t>>;

void number(const std::vector<std::size_t> &layer, Places &places)
{
    for (std::size_t place = 0; place < layer.size(); ++place)
        places[layer[place]] = place;
}

Places placesOf(const LayeredGraph &graph)
{
    Places places(graph.vertices());
    for (const auto &layer : graph.layers)
        number(layer, places);
    return places;
}

double meanPlace(std::size_t vertex, const Neighbours &neighbours, const Places &places)
{
    const auto &list = neighbours[vertex];
    if (list.empty())
        return static_cast<double>(places[vertex]);
    std::size_t sum = 0;
    for (const std::size_t neighbour : list)
        sum += places[neighbour];
    return static_cast<double>(sum) / static_cast<double>(list.size());
}

void sort(std::vector<std::size_t> &layer, const Neighbours &neighbours, Places &places)
{
    std::vector<std::pair<double, std::size_t>> keyed;
    keyed.reserve(layer.size());
    for (const std::size_t vertex : layer)
        keyed.emplace_back(meanPlace(vertex, neighbours, places), vertex);
    std::stable_sort(
        keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t place = 0; place < layer.size(); ++place)
        layer[place] = keyed[place].second;
    number(layer, places);
}

/// Counts how many of the places seen so far lie beyond a place (Fenwick tree).
class PlaceCounter
{
public:
    explicit PlaceCounter(std::size_t places)
        : m_sums(places + 1, 0)
    {
    }

    void add(std::size_t place)
    {
        ++m_total;
        for (std::size_t i = place + 1; i < m_sums.size(); i += i & (~i + 1))
            ++m_sums[i];
    }

    [[nodiscard]] std::size_t beyond(std::size_t place) const
    {
        std::size_t upTo = 0;
        for (std::size_t i = place + 1; i > 0; i -= i & (~i + 1))
            upTo += m_sums[i];
        return m_total - upTo;
    }

private:
    std::vector<std::size_t> m_sums;
    std::size_t m_total = 0;
};

std::size_t crossingsBelow(const LayeredGraph &graph, std::size_t rank, const Places &places)
{
    PlaceCounter seen(graph.layers[rank + 1].size());
    std::size_t count = 0;
    for (const std::size_t vertex : graph.layers[rank]) {
        for (const std::size_t below : graph.below[vertex])
            count += seen.beyond(places[below]);
        for (const std::size_t below : graph.below[vertex])
            seen.add(places[below]);
    }
    return count;
}

std::size_t crossings(const LayeredGraph &graph, const Places &places)
{
    std::size_t count = 0;
    for (std::size_t rank = 0; rank + 1 < graph.layers.size(); ++rank)
        count += crossingsBelow(graph, rank, places);
    return count;
}

void sweepDown(LayeredGraph &graph, Places &places)
{
    for (std::size_t rank = 1; rank < graph.layers.size(); ++rank)
        sort(graph.layers[rank], graph.above, places);
}

void sweepUp(LayeredGraph &graph, Places &places)
{
    for (std::size_t rank = graph.layers.size() - 1; rank-- > 0;)
        sort(graph.layers[rank], graph.below, places);
}

} // namespace

void reduceCrossings(LayeredGraph &graph)
{
    Places places = placesOf(graph);
    auto best = graph.layers;
    std::size_t fewest = crossings(graph, places);
    int idle = 0;
    for (int round = 0; round < rounds && fewest > 0 && idle < roundsWithoutGain; ++round) {
        if (round % 2 == 0)
            sweepDown(graph, places);
        else
            sweepUp(graph, places);
        const std::size_t now = crossings(graph, places);
        ++idle;
        if (now < fewest) {
            fewest = now;
            best = graph.layers;
            idle = 0;
        }
    }
    graph.layers = std::move(best);
}

std::size_t crossings(const LayeredGraph &graph)
{
    return crossings(graph, placesOf(graph));
}

} // namespace atelier
