#include "core/graph/LayeredGraph.h"

#include "core/graph/Ranks.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr std::size_t bendsPerNode = 6;
constexpr std::size_t bendsAnyway = 100;

class Builder
{
public:
    explicit Builder(const AcyclicGraph &graph)
        : m_graph(graph)
        , m_ranks(ranks(graph))
    {
    }

    LayeredGraph run()
    {
        m_result.nodes = m_graph.size();
        m_result.above.resize(m_graph.size());
        m_result.below.resize(m_graph.size());
        const std::size_t longest = longestSpan();
        for (std::size_t from = 0; from < m_graph.size(); ++from)
            for (const std::size_t to : m_graph.successors[from])
                if (m_ranks[to] - m_ranks[from] <= longest)
                    add(from, to);
        place();
        return std::move(m_result);
    }

private:
    /// The span up to which all edges together keep within the bends that are worth their time.
    [[nodiscard]] std::size_t longestSpan() const
    {
        std::vector<std::size_t> spans;
        for (std::size_t from = 0; from < m_graph.size(); ++from)
            for (const std::size_t to : m_graph.successors[from])
                spans.push_back(m_ranks[to] - m_ranks[from]);
        std::sort(spans.begin(), spans.end());
        std::size_t left = bendsPerNode * m_graph.size() + bendsAnyway;
        std::size_t longest = 1;
        for (const std::size_t span : spans) {
            if (span - 1 > left)
                break;
            left -= span - 1;
            longest = span;
        }
        return longest;
    }

    void add(std::size_t from, std::size_t to)
    {
        std::size_t last = from;
        LayeredGraph::Chain chain;
        for (std::size_t rank = m_ranks[from] + 1; rank < m_ranks[to]; ++rank) {
            chain.push_back(newBend(rank));
            link(last, chain.back());
            last = chain.back();
        }
        link(last, to);
        if (!chain.empty())
            m_result.bends.emplace(std::pair(from, to), std::move(chain));
    }

    std::size_t newBend(std::size_t rank)
    {
        m_result.above.emplace_back();
        m_result.below.emplace_back();
        m_ranks.push_back(rank);
        return m_ranks.size() - 1;
    }

    void link(std::size_t from, std::size_t to)
    {
        m_result.below[from].push_back(to);
        m_result.above[to].push_back(from);
    }

    // A walk depth first leaves few crossings to begin with, as families stay together.
    void place()
    {
        const auto highest = std::max_element(m_ranks.begin(), m_ranks.end());
        m_result.layers.resize(highest == m_ranks.end() ? 0 : *highest + 1);
        std::vector<bool> placed(m_ranks.size(), false);
        for (std::size_t root = 0; root < m_ranks.size(); ++root)
            if (m_result.above[root].empty())
                placeFrom(root, placed);
    }

    void placeFrom(std::size_t root, std::vector<bool> &placed)
    {
        std::vector<std::size_t> waiting{root};
        while (!waiting.empty()) {
            const std::size_t vertex = waiting.back();
            waiting.pop_back();
            if (placed[vertex])
                continue;
            placed[vertex] = true;
            m_result.layers[m_ranks[vertex]].push_back(vertex);
            const auto &below = m_result.below[vertex];
            waiting.insert(waiting.end(), below.rbegin(), below.rend());
        }
    }

    const AcyclicGraph &m_graph;
    std::vector<std::size_t> m_ranks; ///< by vertex; bends follow the nodes
    LayeredGraph m_result;
};

} // namespace

LayeredGraph layered(const AcyclicGraph &graph)
{
    return Builder(graph).run();
}

} // namespace atelier
