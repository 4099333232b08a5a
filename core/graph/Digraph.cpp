#include "core/graph/Digraph.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <limits>

namespace atelier {

namespace {

using Lists = std::vector<std::vector<std::size_t>>;

void dropDoubles(std::vector<std::size_t> &list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

Lists soundSuccessors(const Digraph &graph)
{
    Lists successors(graph.nodes);
    for (const auto &[from, to] : graph.edges)
        if (from < graph.nodes && to < graph.nodes && from != to)
            successors[from].push_back(to);
    for (auto &list : successors)
        dropDoubles(list);
    return successors;
}

enum class Visit { Never, Open, Closed };

/// Walks a graph depth first and turns round what leads back to a node that is still open. Without recursion,
/// as a chain may be as long as the graph.
class CycleBreaker
{
public:
    explicit CycleBreaker(const Lists &successors)
        : m_successors(successors)
        , m_visits(successors.size(), Visit::Never)
        , m_kept(successors.size())
    {
    }

    Lists run()
    {
        for (std::size_t node = 0; node < m_successors.size(); ++node)
            if (m_visits[node] == Visit::Never)
                walkFrom(node);
        for (auto &list : m_kept)
            dropDoubles(list);
        return std::move(m_kept);
    }

private:
    struct Place
    {
        std::size_t node;
        std::size_t next;
    };

    void walkFrom(std::size_t root)
    {
        open(root);
        while (!m_path.empty()) {
            auto &[node, next] = m_path.back();
            if (next == m_successors[node].size()) {
                m_visits[node] = Visit::Closed;
                m_path.pop_back();
            } else {
                follow(node, m_successors[node][next++]);
            }
        }
    }

    void open(std::size_t node)
    {
        m_visits[node] = Visit::Open;
        m_path.push_back({node, 0});
    }

    void follow(std::size_t from, std::size_t to)
    {
        if (m_visits[to] == Visit::Open) {
            m_kept[to].push_back(from);
            return;
        }
        m_kept[from].push_back(to);
        if (m_visits[to] == Visit::Never)
            open(to);
    }

    const Lists &m_successors;
    std::vector<Visit> m_visits;
    std::vector<Place> m_path;
    Lists m_kept;
};

constexpr auto unseen = std::numeric_limits<std::size_t>::max();

void spread(const AcyclicGraph &graph, std::size_t root, std::size_t part, std::vector<std::size_t> &parts)
{
    std::vector<std::size_t> waiting{root};
    parts[root] = part;
    while (!waiting.empty()) {
        const std::size_t node = waiting.back();
        waiting.pop_back();
        for (const auto *list : {&graph.successors[node], &graph.predecessors[node]})
            for (const std::size_t other : *list)
                if (parts[other] == unseen) {
                    parts[other] = part;
                    waiting.push_back(other);
                }
    }
}

} // namespace

AcyclicGraph acyclic(const Digraph &graph)
{
    const Lists sound = soundSuccessors(graph);
    AcyclicGraph result{CycleBreaker(sound).run(), Lists(graph.nodes)};
    for (std::size_t node = 0; node < graph.nodes; ++node)
        for (const std::size_t successor : result.successors[node])
            result.predecessors[successor].push_back(node);
    return result;
}

std::vector<std::size_t> topologicalOrder(const AcyclicGraph &graph)
{
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    std::vector<std::size_t> open(graph.size());
    for (std::size_t node = 0; node < graph.size(); ++node) {
        open[node] = graph.predecessors[node].size();
        if (open[node] == 0)
            ready.push(node);
    }
    std::vector<std::size_t> order;
    order.reserve(graph.size());
    while (!ready.empty()) {
        order.push_back(ready.top());
        ready.pop();
        for (const std::size_t successor : graph.successors[order.back()])
            if (--open[successor] == 0)
                ready.push(successor);
    }
    return order;
}

std::vector<std::size_t> connectedParts(const AcyclicGraph &graph)
{
    std::vector<std::size_t> parts(graph.size(), unseen);
    std::size_t count = 0;
    for (std::size_t node = 0; node < graph.size(); ++node)
        if (parts[node] == unseen)
            spread(graph, node, count++, parts);
    return parts;
}

} // namespace atelier
