#include "core/graph/Straightening.h"

#include "core/graph/MonotoneFit.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr int oneSidedRounds = 3;
constexpr int twoSidedRounds = 2;
constexpr double unit = 1000; // of weight; what lies below it only decides between equals
constexpr double ownPull = 1;

class Straightener
{
public:
    Straightener(const LayeredGraph &graph, const VertexWidths &widths)
        : m_graph(graph)
        , m_widths(widths)
        , m_at(graph.vertices(), 0)
    {
    }

    std::vector<double> run()
    {
        for (const auto &layer : m_graph.layers)
            lineUp(layer);
        for (int round = 0; round < oneSidedRounds; ++round) {
            sweepUp(false);
            sweepDown(false);
        }
        for (int round = 0; round < twoSidedRounds; ++round) {
            sweepUp(true);
            sweepDown(true);
        }
        const auto least = std::min_element(m_at.begin(), m_at.end());
        const double origin = least == m_at.end() ? 0 : *least;
        for (double &at : m_at)
            at -= origin;
        return std::move(m_at);
    }

private:
    [[nodiscard]] double distance(std::size_t a, std::size_t b) const
    {
        const auto width
            = [this](std::size_t v) { return m_graph.isBend(v) ? m_widths.bend : m_widths.node; };
        return (width(a) + width(b)) / 2;
    }

    void lineUp(const std::vector<std::size_t> &layer)
    {
        for (std::size_t i = 1; i < layer.size(); ++i)
            m_at[layer[i]] = m_at[layer[i - 1]] + distance(layer[i - 1], layer[i]);
    }

    void sweepDown(bool bothSides)
    {
        for (const auto &layer : m_graph.layers)
            settle(layer, true, bothSides);
    }

    void sweepUp(bool bothSides)
    {
        for (auto layer = m_graph.layers.rbegin(); layer != m_graph.layers.rend(); ++layer)
            settle(*layer, bothSides, true);
    }

    void settle(const std::vector<std::size_t> &layer, bool byAbove, bool byBelow)
    {
        std::vector<double> offsets(layer.size(), 0);
        for (std::size_t i = 1; i < layer.size(); ++i)
            offsets[i] = offsets[i - 1] + distance(layer[i - 1], layer[i]);
        std::vector<std::vector<Pull>> pulls(layer.size());
        for (std::size_t i = 0; i < layer.size(); ++i) {
            if (byAbove)
                addPulls(layer[i], m_graph.above[layer[i]], offsets[i], pulls[i]);
            if (byBelow)
                addPulls(layer[i], m_graph.below[layer[i]], offsets[i], pulls[i]);
            if (pulls[i].empty())
                pulls[i].push_back({m_at[layer[i]] - offsets[i], ownPull});
        }
        const std::vector<double> fit = monotoneFit(std::move(pulls));
        for (std::size_t i = 0; i < layer.size(); ++i)
            m_at[layer[i]] = fit[i] + offsets[i];
    }

    void addPulls(std::size_t vertex, const std::vector<std::size_t> &neighbours, double offset,
        std::vector<Pull> &pulls) const
    {
        for (const std::size_t neighbour : neighbours)
            pulls.push_back({m_at[neighbour] - offset, weight(vertex, neighbour)});
    }

    [[nodiscard]] double weight(std::size_t a, std::size_t b) const
    {
        const int bends = (m_graph.isBend(a) ? 1 : 0) + (m_graph.isBend(b) ? 1 : 0);
        const double straightness = bends == 2 ? 8 : bends == 1 ? 2 : 1;
        return straightness * unit + std::min(unit - 1, degree(a) + degree(b));
    }

    [[nodiscard]] double degree(std::size_t vertex) const
    {
        return static_cast<double>(m_graph.above[vertex].size() + m_graph.below[vertex].size());
    }

    const LayeredGraph &m_graph;
    const VertexWidths &m_widths;
    std::vector<double> m_at;
};

} // namespace

std::vector<double> straighten(const LayeredGraph &graph, const VertexWidths &widths)
{
    return Straightener(graph, widths).run();
}

} // namespace atelier
